"""An article's headline: the line the page shows, held against what its metadata declare."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.kinds import AGO, BYLINE, DATE, LABEL, PROSE, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.words import phrases

ALIKE = 0.6
"""Share of words that a shown line must share with the declared headline to be its shown form."""
STRANGE = 0.15
"""Below this share a main heading is the site's own, not the article's (sites put their name or motto in it)."""
BRIEFEST = 3
"""Words of the shortest line taken for a headline where nothing declares one."""
NAME_WORDS = 5
"""Words of the longest outlet name or section cut off a title."""

_SUFFIX = re.compile(r"\s+[|–—»·]\s+|\s+-\s+|\s+::\s+")
_WORD = re.compile(r"\w+")


def headline_of(head: Sequence[Line], metadata: Metadata, outlet: str | None) -> tuple[str | None, int | None]:
    """The headline and the index of the head line that shows it (None where only the metadata do)."""
    declared = [
        without_suffix(title, outlet)
        for title in (metadata.headline, metadata.title)
        if title and len(title.split()) > 1
    ]
    told = [_words(title) for title in declared]
    shown = [index for index, line in enumerate(head) if _may_be_title(line)]
    best = max(shown, key=lambda index: (_likeness(head[index], told), -index), default=None)
    if best is not None and _likeness(head[best], told) >= ALIKE:
        return head[best].block.text, best
    part = _part_of(head, shown, metadata, outlet)
    if part is not None:
        return head[part].block.text, part
    main = [index for index in shown if head[index].block.hint == "headline" and head[index].block.text.count(" ") >= 2]
    if main and not (declared and _likeness(head[main[0]], told) < STRANGE):
        return head[main[0]].block.text, main[0]
    if declared:
        return declared[0], None
    titles = [index for index in shown if head[index].kind == TITLE or head[index].block.text.endswith(("?", "!"))]
    titles = [index for index in titles if len(head[index].block.text.split()) >= BRIEFEST]
    if not titles:
        return None, None
    chosen = max(titles, key=lambda index: (_standing(head, index), -index))
    return head[chosen].block.text, chosen


def _part_of(head: Sequence[Line], shown: Sequence[int], metadata: Metadata, outlet: str | None) -> int | None:
    """The line that is, word for word, the longest part of a declared title that its marks set off ("Title | Ports"),
    the outlet's name apart."""
    parts = [
        part
        for title in (metadata.headline, metadata.title)
        for part in _SUFFIX.split(title or "")
        if not is_suffix(part, outlet)
    ]
    lengths = {" ".join(_WORD.findall(part.lower())): len(part.split()) for part in parts}
    lines = [(lengths.get(" ".join(_WORD.findall(head[index].block.text.lower())), 0), -index) for index in shown]
    longest, index = max(lines, default=(0, 0))
    return -index if longest > 1 else None


def _may_be_title(line: Line) -> bool:
    return line.kind == TITLE or (line.kind == PROSE and line.block.text.count(" ") < 25)


def _likeness(line: Line, declared: Sequence[set[str]]) -> float:
    """How much of its words a line shares with the declared title it shares most with."""
    words = _words(line.block.text) if declared else set()
    return max((2 * len(words & other) / max(1, len(words) + len(other)) for other in declared), default=0.0)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _standing(head: Sequence[Line], index: int) -> float:
    """How much a line looks like the headline by its length and its neighbours."""
    words = head[index].block.text.count(" ") + 1
    after = head[index + 1 : index + 5]
    dated = any(line.kind in (DATE, BYLINE, AGO) for line in after[:3])
    before = any(line.kind in (AGO, LABEL) for line in head[max(0, index - 2) : index])
    return min(words, 7) + 5 * dated + 8 * before + 2 * head[index].block.gap


def without_suffix(title: str, outlet: str | None) -> str:
    """A title without the outlet's name and the sections that pages append ("Title | Ports | The Daily Post")."""
    parts = _SUFFIX.split(title)
    while len(parts) > 1 and is_suffix(parts[-1], outlet) and title.rstrip().endswith(parts[-1]):
        title = title.rstrip()[: -len(parts[-1])].rstrip().rstrip("|–—»·-:").rstrip()
        parts = parts[:-1]
    return title


def title_outlet(headline: str | None) -> str | None:
    """The outlet that a flattened page's headline carries at its end ("Fees to rise | Tarn Times")."""
    parts = (headline or "").rsplit(" | ", 1)
    return parts[1].strip() if len(parts) == 2 and is_suffix(parts[1], None) else None


def without_title_outlet(headline: str | None) -> str | None:
    """The headline without the outlet at its end."""
    return headline and (headline.rsplit(" | ", 1)[0].rstrip() if title_outlet(headline) else headline)


def is_suffix(part: str, outlet: str | None) -> bool:
    """Whether the last part of a title is an outlet's name or a section, not the title's own words."""
    words = part.lower().split()
    if not words or len(words) > NAME_WORDS:
        return False
    if outlet and _words(part) & _words(outlet):
        return True
    named = phrases("outlets", "words")
    return (
        " ".join(words) in phrases("outlets", "sections")
        or any(word.strip(".,") in named for word in words)
        or "." in part.strip(".")
    )
