"""Reads the numbers of a text: "£11.2m", "58 per cent", "fourteen and a half", "two-thirds"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.words import table


class Numeral(NamedTuple):
    """A number at `start`..`end` (its sign and scale included), its value in base units, and its unit where the number
    carries one: an ISO 4217 code or "%". None = a bare number."""

    start: int
    end: int
    value: float
    unit: str | None


_NEXT = re.compile(r"(?: |-)([^\W\d_]{1,30})")


@cache
def _pattern() -> re.Pattern[str]:
    small, scale = "|".join(table("numerals")["small"]), "|".join(s for s in table("numerals")["scale"] if len(s) > 3)
    signs = "|".join(re.escape(s) for s in sorted(table("numerals")["sign"], key=len, reverse=True))
    currencies = "|".join(table("numerals")["currency"])
    fraction = "|".join(table("numerals")["fraction"])
    digits = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
    return re.compile(
        rf"(?<![\w.,])(?P<sign>{signs})?[ ]?(?:(?P<digits>{digits})(?P<short>k|mn|m|bn|b|tn)?"
        rf"|(?P<word>(?:{small})(?:[- ](?:{small}))?)|(?P<a>an?(?=[ ](?:{scale}|half|third|quarter)\b)))"
        rf"(?![\w]|[.,]\d)(?:[- ](?P<scale>(?:{scale})(?:[ ](?:{scale}))?)\b)?"
        rf"(?:[- ](?:(?P<fraction>{fraction})s?|and a (?P<plus>half|third|quarter))\b)?"
        rf"(?:(?P<percent>[ ]?%|[- ]per[- ]?cent\b)|[ ](?:US[ ])?(?P<currency>{currencies})s?\b)?",
        re.IGNORECASE,
    )


def find(text: str) -> list[Numeral]:
    """The numbers of `text` in text order, offsets into `text`. Linear in the text's length."""
    found = (_numeral(match) for match in _pattern().finditer(text))
    return [numeral for numeral in found if numeral is not None]


def _numeral(match: re.Match[str]) -> Numeral | None:
    value, words = _base(match), table("numerals")
    short, unit = match["short"], _unit(match)
    if value is None or (short in ("m", "b") and unit is None) or _counts_in_a_row(match):
        return None
    for scale in [*(match["scale"] or "").lower().split(), *([short.lower()] if short else [])]:
        value *= words["scale"][scale]
    if match["fraction"]:
        value *= words["fraction"][match["fraction"].lower()]
    if match["plus"]:
        value += words["fraction"][match["plus"].lower()]
    start = match.start() + (match[0][:1] == " ")
    return Numeral(start, match.end(), round(value, 6), unit)


def _counts_in_a_row(match: re.Match[str]) -> bool:
    """Whether "a third" is no share but the one after the second: "a third engineer"."""
    if not match["a"] or (match["fraction"] or "").lower() != "third" or match[0].lower().endswith("s"):
        return False
    after = _NEXT.match(match.string, match.end())
    return after is not None and after[1].lower() not in table("numerals")["after_a_third"]["words"]


def _base(match: re.Match[str]) -> float | None:
    if match["digits"]:
        return float(match["digits"].replace(",", ""))
    if match["a"]:
        return 1.0
    parts = [table("numerals")["small"][part] for part in re.split("[- ]", match["word"].lower())]
    if len(parts) == 2 and not (parts[0] >= 20 and 0 < parts[1] < 10):
        return None  # "two two", "five to": two numbers, not one
    return float(sum(parts))


def _unit(match: re.Match[str]) -> str | None:
    if match["percent"]:
        return "%"
    if match["currency"]:
        return str(table("numerals")["currency"][match["currency"].lower()])
    signs = {key.upper(): code for key, code in table("numerals")["sign"].items()}
    return str(signs[match["sign"].upper()]) if match["sign"] else None
