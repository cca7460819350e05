"""Who published: the carrier, told by metadata, a card's label, the masthead, the copyright line or the title's end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from onrecord.articles.headlines import is_suffix
from onrecord.articles.kinds import AGO, DATE, LABEL, SCRAP, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.articles.stamps import source_of_age
from onrecord.words import phrases

NAME_WORDS = 5
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


def page_outlet(lines: Sequence[Line], metadata: Metadata) -> str | None:
    """The outlet of the page as a whole, or None where it names none."""
    if metadata.outlet:
        return _SLOGAN.split(metadata.outlet)[0]
    suffix = _title_suffix(metadata)
    if suffix:
        return suffix
    texts = [line.block.text for line in lines]
    notices = [line.block.text for line in lines if line.kind == SCRAP]
    owner = next((name for text in reversed(texts) if (name := _owner(text))), None)
    top = _masthead(lines, owner)
    said = next(
        (match[1] for text in notices for pattern in (_SITE, _STAFF) if (match := pattern.search(text[:600]))), None
    )
    full = _spelt_out(owner, texts) if owner else None
    if said or not top:
        return said or full or owner or metadata.hostname
    return _best_cased(top, owner)


def article_outlet(head: Sequence[Line], headline: int | None) -> str | None:
    """The outlet that a card or a line of the head names for one article, or None."""
    for line in head:
        if line.kind == LABEL:
            return line.block.text.lstrip("-–— ")
    for line in head:
        if line.kind == AGO and (aged := source_of_age(line.block.text)) is not None:
            return aged
    for index, line in enumerate(head):
        if line.kind in (AGO, DATE) and index and index - 1 != headline and _is_name(head[index - 1]):
            text = head[index - 1].block.text
            if line.kind == AGO or is_outlet_name(text):
                return text
    return None


def is_outlet_name(text: str) -> bool:
    """Whether words look like an outlet's name rather than a person's."""
    words = text.lower().replace(".", " ").split()
    return bool(words) and (
        words[0] == "the"
        or any(word in phrases("outlets", "words") for word in words)
        or any(c.isdigit() for c in text)
    )


def is_masthead(text: str) -> bool:
    """Whether two or more words look like an outlet's name by one of them ("Tarn Times", not "The Diarist")."""
    words = text.lower().split()
    return len(words) > 1 and any(word in phrases("outlets", "words") for word in words)


def _is_name(line: Line) -> bool:
    return (
        line.kind == TITLE and line.block.text.count(" ") < NAME_WORDS and not line.block.text.endswith(("?", "!", "."))
    )


def _title_suffix(metadata: Metadata) -> str | None:
    """The end of <title> that the declared or shown headline lacks, where it looks like a name."""
    parts = re.split(r"\s+[|–—»·-]\s+", metadata.title or "")
    return parts[-1] if len(parts) > 1 and is_suffix(parts[-1], None) and is_outlet_name(parts[-1]) else None


def _owner(text: str) -> str | None:
    match = _COPYRIGHT.search(text[:300])
    if match is None:
        return None
    name = _COMPANY.sub("", match[1].strip()).strip(" ,-–")
    return name if name and name.count(" ") < NAME_WORDS and name[0].isupper() else None


def _masthead(lines: Sequence[Line], owner: str | None) -> str | None:
    """A short line at the top that is the owner's name, recurs on the page, or stands there as a name."""
    above = takewhile(lambda line: line.kind in (TITLE, SCRAP, LABEL), lines)
    headline = next((line for line in reversed(list(above)) if line.kind == TITLE), None)

    @cache
    def everything() -> Counter[str]:
        return Counter(word for line in lines for word in _WORD.findall(line.block.text.lower()[:2000]))

    for line in _top(lines):
        if line.kind == TITLE and line is headline:
            continue
        name = _ITEM.split(line.block.text.strip())[0].strip()
        if not any(c.isalpha() for c in name) or name.count(" ") >= NAME_WORDS or name.endswith((".", "?", "!", ":")):
            continue
        words = _WORD.findall(name.lower())
        if owner and set(words) & set(_WORD.findall(owner.lower())) - {"the", "media", "news", "group"}:
            return name
        if line.kind == SCRAP and not (is_outlet_name(name) or all(everything()[word] > 1 for word in words)):
            continue
        if name.lower() not in phrases("outlets", "sections") and _stands_alone(line, name):
            return name
    return None


def _top(lines: Sequence[Line]) -> list[Line]:
    """The first lines, up to one that is long enough for a headline; other furniture than navigation left out."""
    top: list[Line] = []
    for line in lines[: OPENING * 3]:
        if line.kind not in (TITLE, SCRAP) or line.block.hint == "headline" or len(top) == OPENING:
            break
        if line.kind == TITLE and line.block.start is None and line.block.inside:
            continue
        if line.kind == TITLE and line.block.text.count(" ") >= NAME_WORDS + 2:
            break
        if line.kind == TITLE or line.reason in ("navigation", None):
            top.append(line)
    return top


def _stands_alone(line: Line, name: str) -> bool:
    """A name of its own: more than a navigation word, and not a headline's opening words."""
    words = name.split()
    return (
        name == line.block.text.strip()
        or len(words) > 1
        or any(c.isupper() for c in name[1:])
        or any(c.isdigit() for c in name)
    )


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
