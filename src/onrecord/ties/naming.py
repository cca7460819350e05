"""Names given: "A called B 'a fool'", "A described B as reckless". The colour of the words decides what they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.nouns import Extent, Mention, Sign
from onrecord.ties.pairs import Sighting, joined, quoted_end
from onrecord.ties.patterns import Pattern
from onrecord.ties.roles import OWNER, Party, Sentence, objects, words
from onrecord.words import table

ARTICLES = (["a"], ["an"], ["another"], ["the"], ["my"], ["our"])
FOR = re.compile(r"[^.;:“”\"]{0,40}?\bfor\s")
SUPERLATIVE = re.compile(r"(?:the|my|our|his|her|their)\s(first|last|only|most|[a-z]{3,}est)\b", re.IGNORECASE)
QUOTED = re.compile(r"[^“\"‘«]{0,80}?\s(?:[“\"‘«]|'(?=\w))")


def colour(text: str, start: int, end: int) -> Sign:
    """Whether the words praise (+), damn (-), or neither, or both (0)."""
    good, bad = _colours("good").search(text, start, end), _colours("bad").search(text, start, end)
    if bool(good) == bool(bad):
        return "0"
    return "+" if good else "-"


@cache
def _colours(key: str) -> re.Pattern[str]:
    ranked = sorted(table("tie_verbs")["colour"][key], key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ranked))})\b", re.IGNORECASE)


def named(sentence: Sentence, verb: Extent, doers: Sequence[Party], recent: Sequence[str] = ()) -> list[Sighting]:
    """The ties of "A called B 'a fool'". Names given praise or insult by their colour; a thing in marks that a person
    is called is meant to hurt, unless it is the first, the best, the last of its kind. Words of when and where behind
    "called B" make it a telephone call. "The answer" is of whoever of `recent`, the persons named last before, is not
    the one who names it."""
    receivers = objects(sentence, verb[1], owned=True) or _answerer(sentence, verb[1], doers, recent)
    if not receivers:
        return ousted(sentence, verb, doers)
    at, end = receivers[-1].mention.end, quoted_end(sentence, receivers[-1].mention.end)
    rest, owner = words(sentence.text, at, end), OWNER.match(sentence.text, at)
    if owner and reported(sentence.text, owner.end()):
        return joined(sentence, verb, Pattern("denies", "REJECT", "-", "naming"), doers, receivers)
    if sentence.text[verb[0] : verb[1]].lower().startswith("call") and not owner and _telephoned(rest):
        return joined(sentence, verb, Pattern("meets", "CONSULT", "0", "direct"), doers, receivers)
    sign = colour(sentence.text, at, end)
    quoted = QUOTED.match(sentence.text, owner.end() if owner else at, end)
    if sign == "0" and quoted and _superlative(sentence.text, quoted.end(), end):
        sign = "+"
    if sign == "0" and (not quoted or owner or receivers[-1].mention.type != "person"):
        return []
    thing = quoted is not None and words(sentence.text, quoted.end(), end)[:1] in ARTICLES
    if sign == "+":
        return joined(sentence, verb, Pattern("praises", "SUPPORT", "+", "naming"), doers, receivers)
    if sign == "0" and not thing:
        return []
    kind = Pattern("insults" if thing else "criticises", "ACCUSE", "-", "naming")
    return joined(sentence, verb, kind, doers, receivers)


def _answerer(sentence: Sentence, at: int, doers: Sequence[Party], recent: Sequence[str]) -> list[Party]:
    """Whose "the answer" is: of the persons named last, the only one who does not give it the name."""
    found = _answers().match(sentence.text, at, sentence.extent[1])
    others = [actor for actor in recent if actor not in {doer.actor for doer in doers}]
    if not found or not others:
        return []
    return [Party(Mention(start=found.start(1), end=found.end(1), type="person", form="nominal"), others[-1])]


@cache
def _answers() -> re.Pattern[str]:
    return re.compile(
        rf"\s((?:the|that|this)\s(?:{'|'.join(table('tie_verbs')['answers']['nouns'])}))\b", re.IGNORECASE
    )


def _superlative(text: str, at: int, end: int) -> bool:
    """Whether the words given begin as "the first ...", "the bravest ..."."""
    best = SUPERLATIVE.match(text, at, end)
    return best is not None and best.group(1).lower() not in table("tie_verbs")["superlatives"]["not_praise"]


def _telephoned(rest: Sequence[str]) -> bool:
    return not rest or rest[0] in table("tie_verbs")["naming"]["telephone"]


def ousted(sentence: Sentence, verb: Extent, doers: Sequence[Party]) -> list[Sighting]:
    """ "A called on Monday for B to step down"."""
    wish = FOR.match(sentence.text, verb[1], sentence.extent[1])
    receivers = objects(sentence, wish.end(), owned=False) if wish else []
    verbs = "|".join(table("tie_verbs")["ousting"]["verbs"])
    if not receivers or not re.compile(rf"\sto\s(?:{verbs})\b").match(sentence.text, receivers[-1].mention.end):
        return []
    return joined(sentence, verb, Pattern("rejects", "REJECT", "-", "naming"), doers, receivers)


def reported(text: str, at: int, key: str = "nouns") -> bool:
    """Whether what stands at `at` is a report or a claim, or with "published" only what a paper publishes."""
    return not set(table("tie_verbs")["reports"][key]).isdisjoint(words(text, at, at + 40)[:3])
