"""The day a page was published, weighed from every place a page tells it: declarations, its address, its lines.

Every place that names a day lends it a weight; the heaviest day wins where it is heavy enough. Nothing is invented:
copyright years and bare years say nothing, and a page on which no day stands out has none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from onrecord.articles.kinds import BYLINE, DATE, SCRAP, TITLE, Line
from onrecord.articles.stamps import Stamp, find, months, slashed
from onrecord.nouns import When

ENOUGH, ALONE = 0.9, 0.3
"""Weight from which a day is taken, and from which one is that no other day disputes. Calibrated with the weights below
on the even pages of `dates`."""
DISPUTED = 2
"""Times the weight of the next day that a light day must have to count as undisputed."""
LISTED = 3
"""Days marked as publication dates beyond which a page is a list of articles, and such marks are worth less."""
SHORT = 80
"""Characters of the longest line that counts as a date line for the date in it."""
SCRIPTED = 2_000_000
"""Characters of a page in which its scripts' dates are looked for."""
NEAR = 8
"""Lines around the main heading within which a date line dates the page."""
WEIGHTS = {
    "declared": 2.1, "scripted": 1.6, "marked": 3.0, "address": 3.2, "timed": 1.5, "announced": 2.4, "headed": 2.2,
    "lined": 1.9, "said": 0.75, "aside": 0.35, "changed": 2.0, "marked change": 0.6,
}  # fmt: skip
"""What each place is worth, from the share of right days it gives on the even pages of `dates`."""
BASES = {
    "declared": "declared in the page's metadata", "scripted": "declared in the page's scripts",
    "marked": "marked as the date of publication", "address": "the day in the page's address",
    "timed": "a time the page marks", "announced": "the page's line", "headed": "the page's line",
    "lined": "a date line of the page", "said": "a date in the page's text", "aside": "a date beside the text",
    "changed": "the page's last change, no other date is told", "marked change": "the page's last change",
}  # fmt: skip

_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<gap>[/_-]?)(?P<m>[01]\d|[a-z]{3}|(?<=/)\d(?=/))(?P=gap)(?P<d>[0-3]\d|(?<=/)\d(?=/))(?!\d)"
)
_REVERSED = re.compile(r"(?<!\d)(?P<d>[0-3]?\d)[-._](?P<m>[01]?\d)[-._](?P<y>(?:19|20)\d\d)(?!\d)")
_SCRIPTED = re.compile(
    r"\"(?:datePublished|dateCreated|publish(?:ed|ing)?_?(?:At|Date|Time|on)|pub_?date|date_?published"
    r"|publication_?date)\"\s{0,3}:\s{0,3}\"([^\"]{8,40})\"",
    re.I,
)
_ANNOUNCED = re.compile(
    r"(?:publi(?:shed|cado|cada|é|ée|cato)|posted|ver(?:ö|oe)ffentlicht|erschienen|geschrieben|erstellt|eingetragen"
    r"|written|created|submitted|gepostet|hinzugefügt|dodano)\b[^.|]{0,40}$",
    re.I,
)
_CHANGED = re.compile(
    r"(?:updated|modified|last (?:edited|changed|update)|aktualisiert|geändert|stand|actualizado"
    r"|mis à jour)\b[^.|]{0,24}$",
    re.I,
)
_OWNED = re.compile(r"©|\(c\)|copyright", re.I)


class Hint(NamedTuple):
    """One place that names a day: which of WEIGHTS it is, and the date as found."""

    place: str
    stamp: Stamp


def day_from(declared: Iterable[tuple[str, str]], address: str, html: str, lines: Sequence[Line]) -> When | None:
    """The heaviest day of a page, or None. `declared` are (place, date as declared); `html` is its source."""
    told = _unlisted([*_parsed(declared)])
    if not any(hint.place == "declared" for hint in told):
        told += _parsed(("scripted", match[1]) for match in _first_scripted(html))
    hints = [*told, *_in_address(address), *_in_lines(lines)]
    best = _heaviest(hints)
    if best is None:
        return None
    hint = max(
        (hint for hint in hints if hint.stamp.day == best),
        key=lambda hint: (WEIGHTS[hint.place], hint.stamp.clock is not None),
    )
    return hint.stamp.when(BASES[hint.place])


def _heaviest(hints: Sequence[Hint]) -> date | None:
    """The day with the most weight, of equal ones the first told; each place counts once a day."""
    weights: dict[date, float] = defaultdict(float)
    for place, day in dict.fromkeys((hint.place, hint.stamp.day) for hint in hints):
        weights[day] += WEIGHTS[place]
    ranked = sorted(weights, key=lambda day: -weights[day])
    if not ranked:
        return None
    next_best = weights[ranked[1]] if len(ranked) > 1 else 0.0
    sure = weights[ranked[0]] >= ENOUGH or (weights[ranked[0]] >= ALONE and weights[ranked[0]] >= DISPUTED * next_best)
    return ranked[0] if sure else None


def _unlisted(hints: list[Hint]) -> list[Hint]:
    """The hints, marks of publication weakened where there are those of many articles."""
    if len({hint.stamp.day for hint in hints if hint.place == "marked"}) <= LISTED:
        return hints
    return [hint._replace(place="timed") if hint.place == "marked" else hint for hint in hints]


def _first_scripted(html: str) -> Iterator[re.Match[str]]:
    match = _SCRIPTED.search(html[:SCRIPTED])
    if match is not None:
        yield match


def _parsed(declared: Iterable[tuple[str, str]]) -> Iterator[Hint]:
    for place, text in declared:
        stamp = next(iter(find(text) or slashed(text, True)), None)
        if stamp is not None:
            yield Hint(place, stamp)


def _in_address(address: str) -> Iterator[Hint]:
    path = urlsplit(address[:600]).path if "[" not in address else ""
    for match in (_ADDRESS.search(path.lower()), _REVERSED.search(path)):
        month = match and (int(match["m"]) if match["m"].isdigit() else months().get(match["m"]))
        if match is None or month is None:
            continue
        try:
            day = date(int(match["y"]), month, int(match["d"]))
        except ValueError:
            continue
        yield Hint("address", Stamp(0, 0, day, None, None, ""))
        return


def _in_lines(lines: Sequence[Line]) -> Iterator[Hint]:
    headings = [index for index, line in enumerate(lines) if line.block.hint == "headline"]
    month_first = _month_first(lines)
    for index, line in enumerate(lines):
        text = line.block.text
        for number, stamp in enumerate(find(text) or slashed(text, not month_first)):
            if number < 2 and not _OWNED.search(text, 0, stamp.start):
                near = any(-2 <= index - heading <= NEAR for heading in headings)
                yield Hint(_place(line, text[: stamp.start], near), stamp)


def _place(line: Line, before: str, near: bool) -> str:
    if line.kind == SCRAP and line.reason in ("related teaser", "comment", "advert", "caption"):
        return "aside"
    if _CHANGED.search(before):
        return "changed"
    if _ANNOUNCED.search(before[-80:]):
        return "announced"
    if line.kind in (DATE, BYLINE) or line.block.hint == "date":
        return "headed" if near or line.block.hint in ("date", "byline") else "lined"
    if line.kind == SCRAP:
        return "aside"
    return "lined" if len(line.block.text) < SHORT and (near or line.kind != TITLE) else "said"


def _month_first(lines: Sequence[Line]) -> bool:
    """Whether the page writes 12/25/2019: one of its dates with slashes can be read in no other way."""
    return any(slashed(line.block.text, False) and not slashed(line.block.text, True) for line in lines)
