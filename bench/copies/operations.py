"""What happens to a text on its way from page to page, one operation a function, each with a record of what it did.

The operations follow what was seen in real chains of copies: house style, cuts, excerpts lifted into other pieces,
thesaurus spin that also spoils quotations, numbers that slip, hedges that fall away. Their word lists are their own.
Every choice comes from the `dice` given. A text is a list of paragraphs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from thesaurus import synonyms  # type: ignore[import-not-found]  # beside this script

IN_QUOTES = 0.35
"""How much rarer a spinner exchanges a word inside quotation marks: in real spun pages most quotations keep some."""
Text = list[str]
Dice = random.Random


class Edit(NamedTuple):
    """One change: what it is (a change type of the record, "wording" for what changes no matter), the words before and
    after ("" for none)."""

    what: str
    before: str
    after: str


Made = tuple[Text, list[Edit]]
QUOTED = re.compile(r"“[^“”]{3,400}”|\"[^\"]{3,400}\"|(?<!\w)[‘'][^‘’'\n]{12,400}[’'](?!\w)")
_SENTENCE = re.compile(r"(?<=[a-z0-9][.!?])[”\"]? (?=[A-Z“\"])")
_TOKEN = re.compile(r"[A-Za-z]+|[^A-Za-z]+")
SPELLING = {
    "color": "colour", "favor": "favour", "labor": "labour", "honor": "honour", "neighbor": "neighbour",
    "center": "centre", "defense": "defence", "organization": "organisation", "organizations": "organisations",
    "percent": "per cent", "toward": "towards", "program": "programme", "traveled": "travelled", "gray": "grey",
    "recognize": "recognise", "criticized": "criticised", "emphasized": "emphasised", "realize": "realise",
}  # fmt: skip
PLUGS = (
    "Sign up for our morning briefing and never miss a story.", "Download the app for breaking alerts.",
    "This page may contain affiliate links.", "Tell us what you think in the comments below.",
)  # fmt: skip


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph by stops and capitals."""
    return [part for part in _SENTENCE.split(paragraph) if part.strip()]


def house_style(text: Text, dice: Dice) -> Made:
    """Spelling, marks and titles in another house's way: nothing that matters changes."""
    single = dice.random() < 0.5
    out = []
    for paragraph in text:
        words = re.sub(r"[A-Za-z]+", lambda found: SPELLING.get(found[0], found[0]), paragraph)
        words = re.sub(r"\b(Mr|Mrs|Ms|Dr|Sen|Rep)\. (?=[A-Z])", r"\1 ", words)
        if single:
            words = words.replace("“", "‘").replace("”", "’")
        out.append(words)
    return out, []


def cut(text: Text, dice: Dice) -> Made:
    """The end left out, a quarter to a half."""
    kept = max(3, int(len(text) * dice.uniform(0.5, 0.75)))
    return text[:kept], [Edit("dropped", one, "") for part in text[kept:] for one in sentences(part)]


def reorder(text: Text, dice: Dice) -> Made:
    """Two or three neighbouring paragraphs below the lead change places."""
    out = list(text)
    for _ in range(dice.randint(2, 3)):
        if len(out) > 4:
            at = dice.randrange(1, len(out) - 1)
            out[at], out[at + 1] = out[at + 1], out[at]
    return out, []


def banners(text: Text, dice: Dice) -> Made:
    """A plug or two between the paragraphs."""
    out, edits = list(text), []
    for plug in dice.sample(PLUGS, dice.randint(1, 2)):
        out.insert(dice.randrange(1, len(out)), plug)
        edits.append(Edit("added", "", plug))
    return out, edits


def addition(text: Text, dice: Dice, others: Sequence[str]) -> Made:
    """One or two paragraphs of another hand put in at the end or in the middle."""
    out, edits = list(text), []
    for paragraph in dice.sample(list(others), min(len(others), dice.randint(1, 2))):
        out.insert(dice.choice((len(out), dice.randrange(2, len(out) + 1))), paragraph)
        edits += [Edit("added", "", one) for one in sentences(paragraph)]
    return out, edits


def spin(text: Text, dice: Dice, rate: float, known: Mapping[str, tuple[str, ...]]) -> Made:
    """Words exchanged by the thesaurus at `rate` of those it knows, some inside quotations, some marks lost."""
    out: Text = []
    edits: list[Edit] = []
    for paragraph in text:
        made, last = "", 0
        for quote in QUOTED.finditer(paragraph):
            made += _spun(paragraph[last : quote.start()], dice, rate, known, edits)
            made += _spun_quote(quote[0], dice, rate * IN_QUOTES, known, edits)
            last = quote.end()
        out.append(made + _spun(paragraph[last:], dice, rate, known, edits))
    return out, edits


def _spun(words: str, dice: Dice, rate: float, known: Mapping[str, tuple[str, ...]], edits: list[Edit]) -> str:
    out = []
    for token in _TOKEN.findall(words):
        choice = synonyms(token, known)
        if choice and dice.random() < rate:
            other = dice.choice(choice)
            edits.append(Edit("wording", token, other))
            token = other
        out.append(token)
    return "".join(out)


def _spun_quote(quote: str, dice: Dice, rate: float, known: Mapping[str, tuple[str, ...]], edits: list[Edit]) -> str:
    inner: list[Edit] = []
    made = _spun(quote, dice, rate, known, inner)
    edits += inner
    if inner:
        edits.append(Edit("quote", quote, made))
    if dice.random() < rate:
        edits.append(Edit("quote_marks", quote, made[1:-1]))
        made = made[1:-1]
    return made
