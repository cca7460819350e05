"""How one sentence is told again, truly or not: what a second newsroom does to it, and what must not happen to it.

The makers know nothing of the matcher: their synonyms are LibreOffice's thesaurus (`bench/copies/thesaurus.py`), their
word lists their own. Every choice comes from the `dice` given; each gives the new words, or None where the sentence has
nothing of the kind.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "copies"))
from thesaurus import synonyms  # type: ignore[import-not-found]  # beside the copies' benches

Dice = random.Random
Thesaurus = Mapping[str, tuple[str, ...]]
RATE = 0.2
"""Share of the words the thesaurus knows that a retelling exchanges: a spinner takes more, a desk editor fewer."""
LEAST = 7
"""Words that a content keeps when a side clause falls away."""
CUES = ("said that", "told reporters that", "stated that", "told an audience that", "added that")
FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
SPELLING = {
    "percent": "per cent", "organization": "organisation", "program": "programme", "labor": "labour",
    "defense": "defence", "center": "centre",
    "toward": "towards", "can't": "cannot", "won't": "will not", "isn't": "is not",
    "doesn't": "does not", "didn't": "did not", "wouldn't": "would not", "it's": "it is",
}  # fmt: skip
SIDE = re.compile(r"(?:, (?:which|who|after|as|while|although|though|because|including|adding|noting)\b|\s\().*$")
AFTER_AUX = re.compile(r"\b(is|was|are|were|will|would|has|had|have|could|can|should|did|does)\b(?! not\b| only\b|n't)")
NOT = re.compile(r"\b(is|was|are|were|will|would|has|had|have|could|can|should|did|does) not\b")
HEDGES = (
    (re.compile(r"\b(?:may|might|could) be\b"), "is"), (re.compile(r"\b(?:may|might|could) have\b"), "did have"),
    (re.compile(r"\b(?:may|might|could)\b"), "will"), (re.compile(r"\b(?:was|were|is|are) likely to\b"), "will"),
    (re.compile(r"\b(?:possibly|probably|allegedly|reportedly|perhaps|apparently) "), ""),
    (re.compile(r"\b(?:is|are|was|were) considering\b"), "decided on"),
    (re.compile(r"\b(?:hopes?|hoped|planned|plans?) to\b"), "will"),
    (re.compile(r"\b(?:appears?|seems?|appeared|seemed) to\b"), "certainly"),
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November")
DATE = re.compile(rf"\b(?:{'|'.join(DAYS + MONTHS)}|(?:19|20)\d\d(?!\s*(?:million|people|votes)))\b")
NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w,]*\d|-|st\b|nd\b|rd\b|th\b)")
NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]{2,} ){0,2}[A-Z][a-z]{3,}(?![\w-])")


def restated(content: str, dice: Dice, known: Thesaurus) -> str:
    """The same told in other words: synonyms, spelling, figures, a side clause left out."""
    text = SIDE.sub("", content) if dice.random() < 0.5 else content
    text = content if len(text.split()) < LEAST else text
    words = [_other(word, dice, known) for word in text.split(" ")]
    return " ".join(words)


def styled(content: str) -> str:
    """The same in another house's spelling: what a distortion is hidden in."""
    return " ".join(SPELLING.get(word, word) for word in content.split(" "))


def _other(word: str, dice: Dice, known: Thesaurus) -> str:
    bare = word.strip(".,;:")
    if bare in SPELLING:
        return word.replace(bare, SPELLING[bare])
    if bare in FIGURES[2:]:
        return word.replace(bare, str(FIGURES.index(bare)))
    choice = synonyms(bare, known) if bare else ()
    return word.replace(bare, dice.choice(choice[:2])) if choice and dice.random() < RATE else word


def number(content: str, dice: Dice, _names: Sequence[str]) -> str | None:
    """One figure becomes another: ten times as much, or its digits turned, or a few more."""

    def turned(figure: str) -> str:
        value = float(figure.replace(",", ""))
        other = dice.choice((value * 10, value + dice.randint(2, 9), value / 2 if value > 3 else value + 4))
        return f"{other:,.0f}" if other == int(other) else f"{other:.1f}"

    return _once(content, dice, NUMBER, lambda found: None if DATE.match(found) else turned(found))


def name(content: str, dice: Dice, names: Sequence[str]) -> str | None:
    """One name becomes one of `names`, those of other articles with as many words."""

    def other(found: str) -> str | None:
        fitting = [n for n in names if len(n.split()) == len(found.split()) and n not in content]
        return dice.choice(fitting) if fitting and found not in DAYS and found not in MONTHS else None

    return _once(content, dice, NAME, other)


def negation(content: str, _dice: Dice, _names: Sequence[str]) -> str | None:
    """A "not" comes into the main clause, or falls out of it."""
    main = re.split(r"[,;:]|\b(?:that|which|who|if|because|when)\b", content, maxsplit=1)[0]
    dropped = NOT.sub(lambda found: found[1], main, count=1)
    made = dropped if dropped != main else AFTER_AUX.sub(lambda found: f"{found[1]} not", main, count=1)
    return made + content[len(main) :] if made != main else None


def hedge(content: str, _dice: Dice, _names: Sequence[str]) -> str | None:
    """What may be becomes what is."""
    for pattern, firm in HEDGES:
        made = pattern.sub(firm, content, count=1)
        if made != content:
            return made
    return None


def date(content: str, dice: Dice, _names: Sequence[str]) -> str | None:
    """A weekday, a month or a year becomes another."""

    def other(found: str) -> str:
        for kind in (DAYS, MONTHS):
            if found in kind:
                return dice.choice([one for one in kind if one != found])
        return str(int(found) + dice.choice((-3, -2, -1, 1, 2, 3)))

    return _once(content, dice, DATE, other)


DISTORTIONS: dict[str, Callable[[str, Dice, Sequence[str]], str | None]] = {
    "number": number, "name": name, "negation": negation, "hedge": hedge, "date": date,
}  # fmt: skip


def _once(text: str, dice: Dice, pattern: re.Pattern[str], other: Callable[[str], str | None]) -> str | None:
    found = list(pattern.finditer(text))
    dice.shuffle(found)
    for match in found:
        instead = other(match[0])
        if instead is not None and instead != match[0]:
            return text[: match.start()] + instead + text[match.end() :]
    return None
