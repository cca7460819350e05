"""Which stretches of a text are expressions of time, and which only look like one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from onrecord.nouns import Extent
from onrecord.times.grammar import Words, scan
from onrecord.words import table

LOOK = 24
"""Characters looked at beside a number or name to tell what it is: enough for one word."""

TITLE = 120
"""Characters of a line on either side that tell whether it is a headline."""

TITLED = 0.7
"""Share of its longer words that have a capital in a headline so written; in sentences it is below a half."""

_CAPITAL = re.compile(
    r"\b(?:Today|Tonight|Yesterday|Tomorrow|Minutes|Hours|Days|Weeks?|Months?|Years?|Mornings?|Nights?|Evenings?|Weekends?)\b"
)
_OPENS = re.compile(r"(?:^|[\n.!?:;`“”\"‘’'(—–-]\s?)$")
_MONEY = re.compile(r"(?:[$£€¥]\s?[\d.,]{1,15}\s?\w{0,8}|\bper|percent|times|once|twice)\s$", re.IGNORECASE)
_FOLLOWED = frozenset({"weekday", "month"})
_OWNS = re.compile(r"[’']s\b")
_ATTRIBUTE = re.compile(r"\bthe\s{1,3}\d{4}$", re.IGNORECASE)
_SMALL = re.compile(r"\s{1,3}(?:the\s{1,3})?", re.IGNORECASE)
_WORD_AFTER = re.compile(r"[^\S\n]{1,3}([A-Za-z]{1,20})")
_BEFORE_AGE = re.compile(r"[A-Za-z’'.]{2,40},[^\S\n]$")


def find(text: str, extra: tuple[Extent, ...] = ()) -> list[Words]:
    """The expressions of time of a text, in order. `extra` are extents that a reader saw: each counts, as a form that
    nothing is reckoned from, where it overlaps none of those the grammar found."""
    found = [_of_its_own(text, words) for words in scan(text) if _is_time(text, words)]
    taken = [(words.start, words.end) for words in found]
    for start, end in sorted(set(extra)):
        if 0 <= start < end <= len(text) and all(end <= lo or hi <= start for lo, hi in taken):
            found.append(Words(start, end, "unread", {}))
            taken.append((start, end))
    return sorted(found)


def _named(text: str, words: Words) -> bool:
    """ "on Today", "the Friday Night Show": inside a plain sentence a capital makes a name of such words."""
    capital = _CAPITAL.search(text, words.start, words.end)
    if capital is None or (
        capital.start() == words.start and _OPENS.search(text[max(0, words.start - 3) : words.start])
    ):
        return False
    return not _titled(text, words)


def _titled(text: str, words: Words) -> bool:
    """Whether the line around is a headline, in which most words have a capital."""
    before = text[max(text.rfind("\n", 0, words.start) + 1, words.start - TITLE) : words.start]
    around = before + text[words.end : words.end + TITLE].split("\n")[0]
    long = [word for word in around.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > TITLED * len(long)


def _of_its_own(text: str, words: Words) -> Words:
    """ "before Thursday's meeting", "following Friday's", "in the 2016 race": the preposition is the noun's, not the
    time's."""
    if words.kind in _FOLLOWED and text.startswith(("following ", "Following "), words.start):
        parts = {name: part for name, part in words.parts.items() if name != "which"}
        return Words(words.start + len("following "), words.end, words.kind, parts)
    relation = words.parts.get("relation")
    owned = _OWNS.match(text, words.end) or (words.kind == "year" and _ATTRIBUTE.search(text[words.start : words.end]))
    if relation is None or not owned:
        return words
    behind = _SMALL.match(text, words.start + len(relation))
    assert behind is not None
    parts = {name: part for name, part in words.parts.items() if name != "relation"}
    return Words(behind.end(), words.end, words.kind, parts)


def _is_time(text: str, words: Words) -> bool:
    if _named(text, words):
        return False
    check = _CHECKS.get(words.kind)
    return check is None or check(text, words)


def _month(text: str, words: Words) -> bool:
    """A name that is also another word needs one that says it is a month."""
    name = words.parts["month"].rstrip(".")
    told = words.parts.keys() & {"year", "which", "whichyear", "portion"}
    relation = words.part("relation")
    follows = _WORD_AFTER.match(text, words.end)
    if follows and follows[1][0].isupper() and not told and not words.end < len(text) - 1:
        return False
    return bool(told or relation) or name.title() not in table("times")["doubtful"]["words"]


def _weekday(_: str, words: Words) -> bool:
    name = words.parts["weekday"]
    return bool(words.parts.keys() - {"weekday"}) or name.title() not in table("times")["doubtful"]["words"]


def _bare_year(text: str, words: Words) -> bool:
    if words.part("spelled"):
        return True
    follows = _WORD_AFTER.match(text, words.end)
    return not (follows and follows[1].lower() in table("times")["measures"]["words"]) and (
        bool(words.part("relation")) or not _MONEY.search(text[max(0, words.start - LOOK) : words.start])
    )


def _duration(text: str, words: Words) -> bool:
    """ "£5 a year", "twice a day" tell a rate; "a second official" is no time; "a day" alone tells none."""
    count = words.part("count")
    follows = _WORD_AFTER.match(text, words.end)
    if words.part("unit").startswith("quarter") and follows and follows[1] in ("of", "to", "past"):
        return False
    if count not in ("a", "an", "one"):
        return True
    if words.part("unit") == "second":
        return False
    return (
        words.part("relation") in ("for", "over", "in", "within", "after")
        or bool(words.part("approx"))
        or "half" in count
    )


def _clock(text: str, words: Words) -> bool:
    if words.part("hour"):
        return True
    written = words.part("clock")
    return bool(words.part("zone")) or written[-1] in ".mnt" or text[words.start].isalpha()


def _age(text: str, words: Words) -> bool:
    return words.end - words.start > 3 or bool(_BEFORE_AGE.search(text[max(0, words.start - 44) : words.start]))


def _deictic(text: str, words: Words) -> bool:
    """ "to this day" is now."""
    return not (words.part("which") == "this" and words.part("unit") == "day" and text.endswith("to ", 0, words.start))


def _holiday(text: str, words: Words) -> bool:
    """ "New Yorkers", "Christmas trees" are no days: a holiday needs a word that puts something on it."""
    told = words.parts.keys() & {"relation", "which", "year"} or words.part("holiday").endswith((" day", " eve"))
    return bool(told) or words.end == len(text)


_CHECKS: Mapping[str, Callable[[str, Words], bool]] = {
    "month": _month,
    "weekday": _weekday,
    "bareyear": _bare_year,
    "year": _bare_year,
    "duration": _duration,
    "clock": _clock,
    "age": _age,
    "deictic": _deictic,
    "holiday": _holiday,
}
