"""Who wrote it: the byline, and the agency whose copy it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.articles.authors import is_desk, is_role, people_in, told_by
from onrecord.articles.kinds import AGO, BYLINE, DATE, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.articles.names import is_author, is_masthead, is_outlet_name, is_short_for, same
from onrecord.articles.seams import DATELINE
from onrecord.articles.signoffs import agency_name, credit_alone
from onrecord.articles.stamps import find, source_of_age
from onrecord.language.naming import GIVEN_NAMES, key
from onrecord.words import phrases

LONGEST = 120
"""Characters of the longest byline."""

_BY = re.compile(
    r"^(?:(?:story|written|reported|text|words) )?by[: ]\s*|^von:?\s+|^(?:text|words|story|report|reporting): ?", re.I
)
_DATED = re.compile(r"\b(?:(?:first|last) )?(?:published|updated|posted|modified|created)(?: on| at)?\b:?", re.I)
_PICTURED = re.compile(
    r"(?<=\w)(?:\s{2,}|\s?[|,;/·•]\s?|\.?\s)"
    r"(?:photo\w*|pictures?|illustrations?|images?|video|graphics?|foto\w*|bild\w*)(?: by|:).*$",
    re.I,
)
"""Who took the pictures, behind who wrote the words."""
_BREAK = re.compile(r"\s?[|•·]\s?|\s[–—-]\s|\n")
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b,?|\bdate\b|\b[ap]\.?m\b\.?", re.I
)
_HANDLE = re.compile(r"\s@\w{1,30}$")
_ROLE = re.compile(r",\s.*$|\s+(?:in|at) [A-Z].*$")
_DATELINES = (
    re.compile(r"(?:[^\W\d_a-z][^()\n]{1,50} )?\((?P<agency>[A-Z][^()\n]{1,40}|dpa)\)\.? ?[-–—:]{1,2} "),
    re.compile(
        r"[A-Z][A-Z’'. -]{2,30}(?:, [^./\n]{2,25})?\.? ?/(?P<agency>[A-Z][\w .-]{1,30})/[.,]?(?: [-–—]+)? (?=\S)"
    ),
    re.compile(
        r"(?:[A-Z][A-Z’'. -]{2,30}(?:, [^()\n]{2,25})? )?\((?P<agency>[A-Z][\w.-]{1,20}|dpa)\)[.:]? (?=[A-Z“\"‘'])"
    ),
)
"""Further openings that name an agency: "Holm (Northwire) — ", "HOLM, March 4. /NNW/. ", "HOLM (NNW) "."""
_WIRE = 6
"""Letters of the longest name in capitals that is an agency's beside people's in small ones."""
_NAME = re.compile(
    r"[^\W\d_a-z][\w.’'-]*(?: (?:(?:and|und|og|och|et|y|de|von|van|der|bin) |al-)?[^\W\d_a-z][\w.’'-]*){0,5}$"
)


def byline_of(
    head: Sequence[Line], headline: int | None, metadata: Metadata, outlet: str | None
) -> tuple[str | None, list[str], list[str]]:
    """The byline (people or a desk, no "By"), every name the page puts in a byline's place, and those of them that are
    agencies'. People go before desks, desks before names that are the outlet's; what metadata declare before what the
    markup marks and the lines show."""
    declared = [people_in(metadata.byline, known=True)] if metadata.byline else []
    shown = [list(metadata.authors)]
    for line in head:
        if line.kind in (BYLINE, DATE):
            text = _PICTURED.sub("", line.block.text)
            shown += [told_by(text), [name for part in _names_in(text) for name in people_in(part)]]
        aged = source_of_age(line.block.text) if line.kind == AGO else None
        shown += [people_in(aged)] if aged is not None and is_author(aged, outlet) else []
    shown.append(_bare_names(head, headline))
    groups = [names for names in (*declared, *shown) if names]
    wires = [name for names in groups for name in _wires(names)]
    people = [[name for name in names if name not in wires and not is_masthead(name)] for names in groups]
    best = max((names for names in people if names), key=lambda names: _standing(names, outlet), default=None)
    return (joined(best) if best else None), [name for names in groups for name in (*names, joined(names))], wires


def _wires(names: Sequence[str]) -> list[str]:
    """The agencies among the names of one byline: those known, one word beside a desk ("Staff and Norda"), and a short
    one in capitals beside names that are not ("Ida Marsh and NNW")."""
    found = []
    for name in names:
        others = [other for other in names if other != name]
        single = " " not in name and key(name) not in GIVEN_NAMES
        capitals = name.isupper() and 1 < len(name) <= _WIRE and any(not other.isupper() for other in others)
        if agency_name(name) or (single and not is_desk(name) and (capitals or any(map(is_desk, others)))):
            found.append(name)
    return found


def joined(names: Sequence[str]) -> str:
    """Names as a byline writes them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _standing(names: Sequence[str], outlet: str | None) -> int:
    """People 2, a desk 1, the outlet itself 0."""
    if any(same(name, outlet) for name in names):
        return 0
    return 1 if all(map(is_desk, names)) else 2


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
        name = _ROLE.sub("", _HANDLE.sub("", line.block.text))
        words = name.split()
        of_agency = agency_name(line.block.text[len(name) :].strip(" ,")) is not None
        near = head[max(0, index - 1) : index + 2]
        placed = (
            of_agency
            or any(other.kind == DATE for other in near)
            or any(is_role(other.block.text) for other in near[-1:])
        )
        if 2 <= len(words) <= 7 and _NAME.match(name) and placed and not is_role(name):
            out += [] if is_outlet_name(name) else people_in(name)
    return out


def agency_of(
    wires: Iterable[str], texts: Sequence[str], opening: str, signed: str | None, outlet: str | None
) -> str | None:
    """The agency the page credits, as it writes it: in its sign-off, a sourcing line, its byline, its dateline. None
    where it is the outlet itself. `wires` are the agencies of its byline, `texts` the lines cut off around the article,
    `opening` is the body's first line."""
    datelines = (pattern.match(opening) for pattern in (DATELINE, *_DATELINES))
    told = next((match["agency"] for match in datelines if match is not None and match["agency"]), None)
    found = [
        signed,
        *(match[1].strip() for text in texts if (match := _sourcing().search(text[:400]))),
        *wires,
        *(credit_alone(text) for text in texts if text[:7].lower() == "source:"),
        told,
    ]
    agency = next((name.strip(" .") for name in found if name), None)
    return None if agency is None or is_short_for(agency, outlet) else agency


@cache
def _sourcing() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in phrases("agencies", "sourcing"))
    word = r"[A-Z](?:[\w&-]|\.(?=\w))*"
    return re.compile(rf"\b(?i:{verbs})(?i: an?)?(?i: the)? ({word}(?: {word}){{0,3}})")
