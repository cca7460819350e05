"""Who wrote it: the byline, and the agency whose copy it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.articles.authors import is_role, people_in, told_by
from onrecord.articles.kinds import AGO, BYLINE, DATE, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.articles.names import is_author, is_masthead, is_outlet_name, same
from onrecord.articles.seams import DATELINE
from onrecord.articles.signoffs import agency_name
from onrecord.articles.stamps import find, source_of_age
from onrecord.words import phrases

LONGEST = 120
"""Characters of the longest byline."""

_BY = re.compile(r"^(?:(?:story|written|reported|text|words) )?by[: ]\s*|^von\s+", re.I)
_DATED = re.compile(r"\b(?:(?:first|last) )?(?:published|updated|posted|modified|created)(?: on| at)?\b:?", re.I)
_BREAK = re.compile(r"\s?[|•·]\s?|\s[–—-]\s|\n")
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b,?|\bdate\b|\b[ap]\.?m\b\.?", re.I
)
_ROLE = re.compile(r",\s.*$|\s+(?:in|at) [A-Z].*$")
_BARE_DATELINE = re.compile(r"\((?P<agency>[A-Z][^()\n]{1,40})\) ?[-–—] ")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: (?:and |de |von |van |der |al-|bin )?[A-Z][\w.’'-]*){0,5}$")


def byline_of(
    head: Sequence[Line], headline: int | None, metadata: Metadata, outlet: str | None
) -> tuple[str | None, list[str]]:
    """The byline (people or a desk, no "By"), and every name the page puts in a byline's place. People go before desks,
    desks before names that are the outlet's; what metadata declare before what the markup marks and the lines show."""
    declared = [people_in(metadata.byline, known=True)] if metadata.byline else []
    shown = [list(metadata.authors)]
    for line in head:
        if line.kind in (BYLINE, DATE):
            shown += [
                told_by(line.block.text),
                [name for part in _names_in(line.block.text) for name in people_in(part)],
            ]
        aged = source_of_age(line.block.text) if line.kind == AGO else None
        shown += [people_in(aged)] if aged is not None and is_author(aged, outlet) else []
    shown.append(_bare_names(head, headline))
    groups = [names for names in (*declared, *shown) if names]
    people = [[name for name in names if agency_name(name) is None and not is_masthead(name)] for names in groups]
    best = max((names for names in people if names), key=lambda names: _standing(names, outlet), default=None)
    return (joined(best) if best else None), [name for names in groups for name in (*names, joined(names))]


def joined(names: Sequence[str]) -> str:
    """Names as a byline writes them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _standing(names: Sequence[str], outlet: str | None) -> int:
    """People 2, a desk 1, the outlet itself 0."""
    if any(same(name, outlet) for name in names):
        return 0
    return 1 if all(name.lower() in phrases("bylines", "desks") for name in names) else 2


def _names_in(text: str) -> list[str]:
    """The names of a byline or of what stands beside the dates of a date line."""
    if len(text) > LONGEST * 3:
        return []
    for stamp in reversed(find(text)):
        text = f"{text[: stamp.start]}|{text[stamp.end :]}"
    text = _WEEKDAY.sub("|", text)
    parts = (_BY.sub("", _DATED.sub("|", part).strip(" |,")) for part in _BREAK.split(_DATED.sub("|", text)))
    named = (_ROLE.sub("", part).strip(" ,;:()") for part in parts)
    return [name for name in named if 1 < len(name) <= LONGEST and _NAME.match(name)]


def _bare_names(head: Sequence[Line], headline: int | None) -> list[str]:
    """A person's name on a line of its own beside the date or over a role, after the headline."""
    out: list[str] = []
    for index, line in enumerate(head):
        if line.kind != TITLE or index == headline or (headline is not None and index < headline):
            continue
        name = _ROLE.sub("", line.block.text)
        words = name.split()
        near = head[max(0, index - 1) : index + 2]
        placed = any(other.kind == DATE for other in near) or any(is_role(other.block.text) for other in near[-1:])
        if 2 <= len(words) <= 7 and _NAME.match(name) and placed and not is_role(name):
            out += [] if is_outlet_name(name) else [name]
    return out


def agency_of(
    names: Iterable[str], texts: Sequence[str], opening: str, signed: str | None, outlet: str | None
) -> str | None:
    """The agency the page credits, as it writes it: in its sign-off, a sourcing line, its byline, its dateline. None
    where it is the outlet itself. `texts` are the lines cut off around the article, `opening` the body's first
    line."""
    dateline = DATELINE.match(opening) or _BARE_DATELINE.match(opening)
    found = [
        signed,
        *(match[1].strip() for text in texts if (match := _sourcing().search(text[:400]))),
        *(agency_name(name) for name in names),
        dateline["agency"] if dateline is not None else None,
    ]
    agency = next((name.strip(" .") for name in found if name), None)
    return None if agency is None or same(agency, outlet) else agency


@cache
def _sourcing() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in phrases("agencies", "sourcing"))
    word = r"[A-Z](?:[\w&-]|\.(?=\w))*"
    return re.compile(rf"\b(?i:{verbs})(?i: an?)?(?i: the)? ({word}(?: {word}){{0,3}})")
