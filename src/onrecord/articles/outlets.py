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
    is_short_for,
    is_small_name,
    is_suffix,
    plain,
    same,
)
from onrecord.articles.stamps import source_of_age
from onrecord.language.addresses import fits, host_of
from onrecord.language.naming import ordinary
from onrecord.words import phrases

SHORT = 8
"""Words up to which a line of prose may be a motto."""
BRIEF = 3
"""Words of the longest name at the opening of a title, where headlines stand too."""
SHORTEST = 4
"""Letters of the shortest word by which an outlet calls itself in its sentences."""
FOOT = 12
"""Lines at the end of flattened text in which its addresses are looked for."""
OPENING = 8
"""Lines from the top within which a masthead stands."""

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©:]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?[,\s]*)?"
    r"(?:by )?([A-Z][^.|©\n]{1,60})",
    re.I,
)
_HELD = re.compile(
    r"([A-Z][^.|©\n]{1,60}?),? (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?[.,]? [Aa]ll [Rr]ights [Rr]eserved"
)
"""Who holds the rights, without a sign for it ("Lantern Press 2031. All rights reserved")."""
_COMPANY = re.compile(
    r",? (?:(?:Ltd|Limited|Inc|LLC|GmbH|plc|PLC|AG|Pty|Pvt|Co|Corp|Verlag|Publishing|Publications)\b.*|(?:19|20)\d\d.*"
    r"|(?:[Aa]ll [Rr]ights|Registered|Terms|Privacy|Contact|Designed).*)$"
)
_SITE = re.compile(r"\bon the ([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,4}) (?:web)?site\b")
_STAFF = re.compile(r"edited by (?:the )?([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,4}) staff\b")
_ITEM = re.compile(r"\s{2,}|\s?[|/•·»›]\s?|\s(?:[–—]|>{1,2})\s")
_SOURCE = re.compile(r"source: ?([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,4})$", re.I)
_HOST = re.compile(r"(?<![\w.-])(?:[\w.+-]{1,40}@|https?://)?((?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10})(?![\w@.-])")
_DOMAIN = re.compile(r"([A-Za-z0-9-]{2,40})(?:\.[a-z]{2,10}){1,2}")
_NAMED = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){1,3}")
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
    ends = [] if parts else _TITLE.split((metadata.headline or "")[:LONGEST_TITLE])[1:]
    said = next(
        (match[1] for text in notices for pattern in (_SITE, _STAFF) if (match := pattern.search(text[:600]))), None
    )
    names = [part for part in parts if is_masthead(part)] or parts[1:]
    top = masthead(lines, [*names, *([owner] if owner else [])], host)
    top = top and _as_written(top, texts)
    return (
        next((part for part in reversed([*ends, *parts]) if fits(part, host)), None)
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
        if page is None and (credited := _SOURCE.match(line.block.text)) is not None:
            return credited[1]
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
    match = _COPYRIGHT.search(text[:300]) or _HELD.match(text[:300])
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
    hosts = [host] if host else _hosts(lines)
    for number, line in _top(lines):
        name = _in_full(_ITEM.split(line.block.text.strip()))
        if not any(c.isalpha() for c in name) or name.count(" ") >= NAME_WORDS or name.endswith((".", "?", "!", ":")):
            continue
        words = set(_WORD.findall(name.lower())) - _COMMON
        if any(fits(name, other) for other in hosts) or any(words == other for other in known if words):
            return name
        own = is_nameplate(name) and _over_headline(lines, number)
        may = is_name(name) or (number == 0 and line.block.start is not None and is_small_name(name))
        told = _recurs(name, lines, host) or _is_told(name, lines, number)
        if named is None and may and (own or told or _over_navigation(lines, number)):
            named = name
    return named


def _in_full(items: Sequence[str]) -> str:
    """The first item of a line; where it is short for the second, that ("NPA  Nordvik Press Agency")."""
    first, second = items[0].strip(), items[1].strip() if len(items) > 1 else ""
    return second if " " in second and is_short_for(first, second) else first


def _hosts(lines: Sequence[Line]) -> list[str]:
    """The hosts of the addresses that stand at the foot of flattened text, of pages and of letter boxes."""
    foot = [line.block.text for line in lines[-FOOT:] if line.block.start is not None]
    return [match[1] for text in foot if len(text) < LONGEST_TITLE for match in _HOST.finditer(text)]


def _is_told(name: str, lines: Sequence[Line], number: int) -> bool:
    """Whether the page's prose says that somebody told its outlet something, calling it by the name or its last word;
    or the page's first line stands again in what it says of itself."""
    last = name.split()[-1]
    if lines[number].block.start is None or len(last) < SHORTEST or ordinary(last.lower()):
        return False
    pattern = re.compile(
        rf"\b(?:{'|'.join(phrases('outlets', 'told'))}) (?:the )?(?:{re.escape(name)}|{re.escape(last)})\b", re.I
    )
    if any(line.kind == PROSE and pattern.search(line.block.text) for line in lines):
        return True
    below = (line.block.text for line in lines[number + 1 :] if line.kind == SCRAP)
    return number == 0 and any(name in text for text in below)


def _as_written(name: str, texts: Sequence[str]) -> str:
    """A name as the page's sentences have it, where its top has it in small letters alone or as an address."""
    domain = _DOMAIN.fullmatch(name)
    if domain is not None:
        letters = plain(domain[1])
        found = Counter(match[0] for text in texts for match in _NAMED.finditer(text) if plain(match[0]) == letters)
    elif name.islower():
        pattern = re.compile(rf"\b{re.escape(name)}\b", re.I)
        found = Counter(match[0] for text in texts for match in pattern.finditer(text) if match[0][0].isupper())
    else:
        return name
    return min(found, key=lambda form: (-found[form], form), default=name)


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
    return line.kind in (SCRAP, DATE) or (line.kind == TITLE and line.block.text.count(" ") < SHORT)


def _items(line: Line) -> int:
    text = line.block.text.strip()
    items = [item for item in _ITEM.split(text) if item.strip()]
    words = text.split()
    bare = len(items) == 1 and len(words) > BRIEF and line.reason == "navigation"
    return len(words) if bare and all(word[0].isupper() for word in words) else len(items)


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
