"""What clings to the end of a body: an agency's sign-off, editorial credits, a plug in the last sentence of a card."""

from __future__ import annotations

import re
from functools import cache

from onrecord.articles.furniture import furniture, opens_box
from onrecord.language.naming import GIVEN_NAMES, key, ordinary
from onrecord.words import phrases, table

MOST_WORDS = 2
"""Words of the longest name of an agency that no list knows."""
CREDIT_WORDS = 5
"""Words of the longest credit on a line of its own."""
TAIL = 500
"""Characters at the end of a line in which furniture is looked for."""

_ENDING = re.compile(
    r"(?<=[.!?”’\"'»)])\s+(?:[-–—]+\s*)?\(?([A-Z][A-Za-z0-9&./-]*(?: [A-Z0-9][A-Za-z0-9&./-]*){0,3}|dpa)\)?\.?$"
)
_WITH = re.compile(r"(?:with|avec|mit|con|com|med|met)\s+|source:?\s+", re.I)
_AND = re.compile(r"\s?[,/+&;]\s?|\s(?:and|und|et|y|e|og|och|en)\s")
_SET_OFF = re.compile(r"[-–—]+\s?(?=\S)|[(\[].*[)\]]$")
_CAPITALS = re.compile(r"(?:[A-Z][A-Z&./-]+ ){1,3}(?=[A-Z])")
_SENTENCE = re.compile(r"[.!?][”’\"')\]]*\s+(?=[A-Z“‘\"'(•©])")


def sign_off(text: str) -> tuple[int, str] | None:
    """Where an agency's sign-off begins at the end of a body ("... he said. AFP") and its words, or None.

    A sign-off stands after a finished sentence and is a known agency or wholly in capitals."""
    match = _ENDING.search(text, max(0, len(text) - 80))
    if match is None:
        return None
    words = match[1].rstrip(".")
    if words.upper() in phrases("agencies", "endings_list") or (not words.isupper() and agency_name(words) is None):
        return None
    return match.start(), words


def credit_alone(text: str) -> str | None:
    """The agencies that a line below a body names and nothing else ("NORDA", "(Norda)", "— Norda", "with AFP"), as it
    writes them; None for any other line.

    A name that no list knows is wholly in capitals, or set off by a dash or brackets, and no everyday word."""
    after = _WITH.match(text)
    plain = text[after.end() if after is not None else 0 :].strip(" .()[]-–—")
    if text.count(" ") > CREDIT_WORDS or furniture(plain) is not None or opens_box(plain) is not None:
        return None
    parts = [part.strip() for part in _AND.split(plain)]
    set_off = after is not None or _SET_OFF.match(text) is not None
    return plain if all(_may_be_agency(part, set_off) for part in parts) else None


def _may_be_agency(name: str, set_off: bool) -> bool:
    if agency_name(name) is not None:
        return True
    words = name.split()
    if not 0 < len(words) <= MOST_WORDS or name.upper() in phrases("agencies", "endings_list"):
        return False
    if not all(word[0].isupper() and word.replace("-", "").isalnum() for word in words):
        return False
    known = any(ordinary(word.lower()) or key(word) in GIVEN_NAMES for word in words)
    return not known and (name.isupper() or (set_off and len(words) == 1)) and sum(map(str.isalpha, name)) > 1


def furniture_tail(text: str) -> tuple[int, str] | None:
    """Where the last sentence (or the last few, each of them) of a line is furniture, and the reason of the first of
    them; None where the line ends in body. A sign-off before it stays with the body."""
    found: tuple[int, str] | None = None
    stop = len(text)
    for match in reversed(list(_SENTENCE.finditer(text, max(0, len(text) - TAIL)))):
        signed = _CAPITALS.match(text, match.end())
        start = signed.end() if signed is not None else match.end()
        reason = _tail_reason(text[start:stop])
        if reason is None and signed is not None:
            start, reason = match.end(), _tail_reason(text[match.end() : stop])
        if reason is None:
            break
        found, stop = (start, reason), start
    return found


def _tail_reason(sentence: str) -> str | None:
    reason = furniture(sentence)
    return None if reason in ("navigation", "related teaser") else reason


def agency_name(words: str) -> str | None:
    """The credit as it stands where it names an agency: a known one, or one whose name says what it is."""
    plain = words.strip(" .()-–—")
    if plain in known_forms() or (len(plain) > 4 and plain.lower() in _lower_forms()):
        return plain
    return plain if _marked().search(plain.lower()) else None


@cache
def known_forms() -> frozenset[str]:
    """Every form of every listed agency's name."""
    return frozenset(form for agency in table("agencies")["agency"] for form in agency["forms"])


@cache
def _lower_forms() -> frozenset[str]:
    return frozenset(form.lower() for form in known_forms())


@cache
def _marked() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark) for mark in phrases("agencies", "marks"))
    return re.compile(rf"(?:{marks})$|\b(?:{marks})\b")
