"""Who published: the carrier, told by metadata, a card's label, the masthead, the copyright line or the title's end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from onrecord.articles.kinds import AGO, BYLINE, DATE, LABEL, PROSE, SCRAP, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.articles.names import (
    NAME_WORDS,
    is_author,
    is_masthead,
    is_name,
    is_nameplate,
    is_outlet_name,
    is_person,
    is_suffix,
    same,
)
from onrecord.articles.stamps import source_of_age
from onrecord.language.addresses import fits, host_of

SHORT = 8
"""Words up to which a line of prose may be a motto."""
BRIEF = 3
"""Words of the longest name at the opening of a title, where headlines stand too."""
OPENING = 8
"""Lines from the top within which a masthead stands."""

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©:]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?[,\s]*)?"
    r"(?:by )?([A-Z][^.|©\n]{1,60})",
    re.I,
)
_COMPANY = re.compile(
    r",? (?:(?:Ltd|Limited|Inc|LLC|GmbH|plc|PLC|AG|Pty|Co|Corp)\b.*|(?:19|20)\d\d.*"
    r"|(?:[Aa]ll [Rr]ights|Registered|Terms|Privacy|Contact|Designed).*)$"
)
_SITE = re.compile(r"\bon the ([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,4}) (?:web)?site\b")
_STAFF = re.compile(r"edited by (?:the )?([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,4}) staff\b")
_ITEM = re.compile(r"\s{2,}|\s?[|/•·]\s?|\s[–—]\s")
_SLOGAN = re.compile(r"\s+[|–—-]\s+|: ")
_WORD = re.compile(r"\w+")
_TITLE = re.compile(r"\s+[|–—»·:-]\s+|\s?[|»]\s?")
LONGEST_TITLE = 400
_COMMON = frozenset(("the", "and", "of", "media", "group", "ltd", "inc", "com"))
"""Words that tell no two owners apart."""


def page_outlet(lines: Sequence[Line], metadata: Metadata) -> str | None:
    """The outlet of the page as a whole: the name it declares, one that its host is called after, its masthead, the end
    of its title, its host where it has an address, its owner; None where nothing tells."""
    if metadata.outlet:
        return _SLOGAN.split(metadata.outlet)[0]
    host = host_of(metadata.url) or host_of(f"//{metadata.hostname}")
    texts = [line.block.text for line in lines]
    notices = [line.block.text for line in lines if line.kind == SCRAP]
    owner = next((name for text in reversed(texts) if (name := _owner(text))), None)
    parts = _title_parts(metadata)
    said = next(
        (match[1] for text in notices for pattern in (_SITE, _STAFF) if (match := pattern.search(text[:600]))), None
    )
    names = [part for part in parts if is_masthead(part)] or parts[1:]
    top = masthead(lines, [*names, *([owner] if owner else [])], host)
    return (
        next((part for part in reversed(parts) if fits(part, host)), None)
        or next((part for part in _beside_address(texts) if fits(part, host)), None)
        or said
        or (top and _best_cased(top, owner))
        or _title_suffix(metadata)
        or (owner and (fits(owner, host) or not host) and (_spelt_out(owner, texts) or owner))
        or host
        or None
    )


def _beside_address(texts: Sequence[str]) -> list[str]:
    """What a line at the top or foot of a page says beside an address ("The Lantern - print version - https://...")."""
    near = [text for text in (*texts[:OPENING], *texts[-OPENING:]) if len(text) < LONGEST_TITLE]
    parts = [part.strip() for text in near if "://" in text or "www." in text for part in _TITLE.split(text)]
    return [part for part in parts if "/" not in part and is_name(part)]


def article_outlet(head: Sequence[Line], headline: int | None, page: str | None) -> str | None:
    """The outlet that a card or a line of the head names for one article, or None. `page` is the outlet of a page that
    holds no other article: a name beside its age is then the author's, where it does not look like an outlet's; where
    it is None, a name over the byline is the article's."""
    for line in head:
        if line.kind == LABEL:
            return line.block.text.lstrip("-–— ")
    for line in head:
        if line.kind == AGO and (aged := source_of_age(line.block.text)) is not None and not is_author(aged, page):
            return aged
    below = (AGO, DATE, BYLINE) if page is None else (AGO, DATE)
    for index, line in enumerate(head):
        if line.kind in below and index and index - 1 != headline and _may_name(head[index - 1]):
            text = head[index - 1].block.text
            if is_name(text) and not is_person(text) and (line.kind == AGO or is_outlet_name(text)):
                return text
    return None


def own_name(above: Sequence[str], agency: str | None) -> str | None:
    """An agency that heads its own page: its name is a line over the headline, or opens one. None where it is not."""
    opened = (_ITEM.split(text.strip())[0].strip() for text in above)
    return next((name for name in opened if agency and same(name, agency)), None)


def _may_name(line: Line) -> bool:
    return (
        line.kind == TITLE and line.block.text.count(" ") < NAME_WORDS and not line.block.text.endswith(("?", "!", "."))
    )


def _title_parts(metadata: Metadata) -> list[str]:
    """What the marks in <title> set apart, where they do, long ones left out."""
    parts = [part.strip() for part in _TITLE.split((metadata.title or "")[:LONGEST_TITLE])]
    return [part for part in parts if part and part.count(" ") < NAME_WORDS] if len(parts) > 1 else []


def _title_suffix(metadata: Metadata) -> str | None:
    """The end of <title>, or its brief opening, where it looks like an outlet's name."""
    parts = _TITLE.split((metadata.title or "")[:LONGEST_TITLE])
    if len(parts) > 1 and is_suffix(parts[-1], None) and is_outlet_name(parts[-1]):
        return parts[-1]
    first = parts[0].strip() if len(parts) > 1 else ""
    return first if is_masthead(first) and is_name(first) and first.count(" ") < BRIEF else None


def _owner(text: str) -> str | None:
    match = _COPYRIGHT.search(text[:300])
    if match is None:
        return None
    name = _COMPANY.sub("", match[1].strip()).strip(" ,-–")
    return name if name and name.count(" ") < NAME_WORDS and name[0].isupper() else None


def masthead(lines: Sequence[Line], names: Sequence[str], host: str | None) -> str | None:
    """The name in a short line at the top: one of `names` (the owner, the ends of the title), one that the host is
    called after, or one made of what outlets' names are made of; of flattened text also a name over the page's
    navigation."""
    known = [set(_WORD.findall(name.lower())) - _COMMON for name in names]
    named: str | None = None
    for number, line in _top(lines):
        name = _ITEM.split(line.block.text.strip())[0].strip()
        if not any(c.isalpha() for c in name) or name.count(" ") >= NAME_WORDS or name.endswith((".", "?", "!", ":")):
            continue
        words = set(_WORD.findall(name.lower())) - _COMMON
        if fits(name, host) or any(words == other for other in known if words):
            return name
        own = is_nameplate(name) and _over_headline(lines, number)
        if named is None and is_name(name) and (own or _over_navigation(lines, number) or _recurs(name, lines, host)):
            named = name
    return named


def _over_headline(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands beside another that can be the headline, and over no byline."""
    if any(line.kind == BYLINE for line in lines[number + 1 : number + 2]):
        return False
    above = takewhile(lambda line: line.kind != PROSE or line.block.text.count(" ") < SHORT, lines[: OPENING * 3])
    return any(line.kind == TITLE and at != number and line.block.text.count(" ") >= 2 for at, line in enumerate(above))


def _over_navigation(lines: Sequence[Line], number: int) -> bool:
    """Whether a line of flattened text stands alone over a line of navigation, a line or its motto between; or is the
    first line of navigation itself, the name its first item."""
    line = lines[number]
    if line.block.start is None:
        return False
    if line.kind != TITLE:
        return _items(line) > 2 and all(other.reason == "cookie notice" for other in lines[:number])
    below = list(takewhile(_may_be_top, lines[number + 1 : number + OPENING]))
    told = sum(_items(other) for other in below if other.kind == SCRAP and other.reason == "navigation")
    return told > 1 or (told == 1 and sum(not any(c.isalnum() for c in other.block.text) for other in below) > 1)


def _may_be_top(line: Line) -> bool:
    return line.kind == SCRAP or (line.kind == TITLE and line.block.text.count(" ") < SHORT)


def _items(line: Line) -> int:
    return len([item for item in _ITEM.split(line.block.text) if item.strip()])


def _recurs(name: str, lines: Sequence[Line], host: str | None) -> bool:
    """Whether a page of an unknown host speaks of a name that is no everyday word again in its prose."""
    rare = " " in name or any(c.isupper() or c.isdigit() for c in name[1:])
    return host is None and rare and any(name in line.block.text for line in lines if line.kind == PROSE)


def _top(lines: Sequence[Line]) -> list[tuple[int, Line]]:
    """The first lines with their numbers, up to one that is long enough for a headline; other furniture than navigation
    left out."""
    top: list[tuple[int, Line]] = []
    for number, line in enumerate(lines[: OPENING * 3]):
        if line.kind == DATE and number < 2:
            continue
        if line.kind not in (TITLE, SCRAP) or len(top) == OPENING:
            break
        if line.kind == TITLE and line.block.text.count(" ") >= NAME_WORDS + 2:
            break
        if line.kind == TITLE or line.reason in ("navigation", None):
            top.append((number, line))
    return top


def _best_cased(name: str, owner: str | None) -> str:
    """The masthead, in the owner's spelling where only letter case differs."""
    return owner if owner and owner.lower() == name.lower() else name


def _spelt_out(owner: str, texts: Sequence[str]) -> str | None:
    """The name the page uses for an owner given by initials ("NVT Media": the body's "told Norland Valley
    Times")."""
    initials = next((word for word in owner.split() if word.isupper() and 2 <= len(word) <= 5), None)
    if initials is None:
        return None
    name = r" ".join(rf"{letter}[a-z]{{2,15}}" for letter in initials)
    found = Counter(match for text in texts for match in re.findall(rf"\b{name}\b", text))
    return min(found, key=lambda match: (-found[match], match), default=None)
