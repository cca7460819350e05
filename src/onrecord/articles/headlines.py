"""An article's headline: the line the page shows, held against what its metadata declare."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.furniture import furniture
from onrecord.articles.kinds import AGO, BYLINE, DATE, LABEL, PROSE, TITLE, Line, is_sections
from onrecord.articles.metadata import Metadata
from onrecord.articles.names import is_name, is_nameplate, is_suffix, same
from onrecord.words import phrases

ALIKE = 0.6
"""Share of words that a shown line must share with the declared headline to be its shown form."""
STRANGE = 0.15
"""Below this share a main heading is the site's own, not the article's (sites put their name or motto in it)."""
BRIEFEST = 3
"""Words of the shortest line taken for a headline where nothing declares one."""
TOP = 8
"""Lines from the top within which the page's sections stand."""
DECK = 10
"""Words of the shortest line in small letters that is a deck under a headline in capitals."""

_SUFFIX = re.compile(r"\s+[|–—»·]\s+|\s+-\s+|\s+::\s+")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[a-zß-öø-ÿ]{2}\. [^\W\d_a-z]")
"""What a deck holds rather than a headline."""
_MOTTO = re.compile(r"\b(?:since|est\.?|established|founded)(?: in)? (?:1[5-9]\d\d\b|20\d\d$)", re.I)
"""What newspapers say of themselves under their name."""


def headline_of(head: Sequence[Line], metadata: Metadata, outlet: str | None) -> tuple[str | None, int | None]:
    """The headline and the index of the head line that shows it (None where only the metadata do)."""
    declared = [
        without_suffix(title, outlet)
        for title in (metadata.headline, metadata.title)
        if title
        and title.strip().lower() not in phrases("outlets", "untitled")
        and (len(title.split()) > 1 or (title is metadata.headline and _may_stand_alone(title, outlet)))
    ]
    told = [_words(title) for title in declared]
    shown = [index for index, line in enumerate(head) if _may_be_title(line)]
    best = max(shown, key=lambda index: (_likeness(head[index], told), -index), default=None)
    if best is not None and _likeness(head[best], told) >= ALIKE:
        return head[best].block.text, best
    part = _part_of(head, shown, metadata, outlet)
    if part is not None:
        return head[part].block.text, part
    main = [index for index in shown if head[index].block.hint == "headline" and _is_whole(head, index)]
    if main and not (declared and _likeness(head[main[0]], told) < STRANGE):
        return head[main[0]].block.text, main[0]
    if declared:
        return declared[0], None
    titles = [index for index in shown if head[index].kind == TITLE or head[index].block.text.endswith(("?", "!"))]
    titles = [index for index in titles if len(head[index].block.text.split()) >= BRIEFEST]
    titles = [index for index in titles if not _is_of_the_page(head, index, outlet)] or titles
    if not titles:
        return None, None
    chosen = max(titles, key=lambda index: (_standing(head, index), -index))
    return head[chosen].block.text, chosen


def _is_whole(head: Sequence[Line], index: int) -> bool:
    """Whether a main heading is a headline: of three words and more, or of two that its letter sets as one."""
    blanks = head[index].block.text.count(" ")
    return blanks >= 2 or (blanks == 1 and head[index].block.sure)


def _may_stand_alone(title: str, outlet: str | None) -> bool:
    """Whether one word that is declared to be the headline can be it: no section, no button, not the outlet's name."""
    return furniture(title) is None and not is_suffix(title, outlet)


def _is_of_the_page(head: Sequence[Line], index: int, outlet: str | None) -> bool:
    """Whether a line is the page's rather than the article's: the outlet's name, its motto, or what stands over a date
    that has a title and a byline below it."""
    text = head[index].block.text
    told = {word.strip(".,:") for word in text.lower().split()}
    if _is_outlet(text, outlet) or _MOTTO.search(text) or _is_over_sections(head, index):
        return True
    if len(told) <= BRIEFEST + 1 and told & set(phrases("outlets", "tools")):
        return True
    after = [line.kind for line in head[index + 1 : index + 4]]
    if after[:2] != [DATE, TITLE] or len(head[index + 2].block.text.split()) < BRIEFEST:
        return False
    return after[2:] == [BYLINE] or (index > 0 and _is_outlet(head[index - 1].block.text, outlet))


def _is_over_sections(head: Sequence[Line], index: int) -> bool:
    """Whether a line of flattened text stands over the page's sections, with neither date nor byline between."""
    below = next((at for at in range(index + 1, min(len(head), TOP)) if is_sections(head[at])), None)
    if below is None or head[index].block.start is None:
        return False
    return not any(line.kind in (AGO, BYLINE, DATE) for line in head[index + 1 : below])


def _is_outlet(text: str, outlet: str | None) -> bool:
    return same(text, outlet) or (outlet is None and is_nameplate(text) and is_name(text))


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
    if not dated and index and head[index - 1].kind == DATE:
        dated = not any(line.kind == TITLE for line in after)
    before = any(line.kind in (AGO, LABEL) for line in head[max(0, index - 2) : index])
    words = min(words, 7) - 4 * (_SENTENCE.search(head[index].block.text) is not None)
    return words + 5 * dated + 8 * before + 4 * _over_deck(head, index) + 2 * head[index].block.gap


def _over_deck(head: Sequence[Line], index: int) -> bool:
    """Whether a line of four and more words, each with a capital, stands right over a longer one in small letters."""
    words = head[index].block.text.split()
    below = head[index + 1].block.text.split() if index + 1 < len(head) and _may_be_title(head[index + 1]) else []
    small = phrases("outlets", "small")
    titled = all(not word[0].islower() or word in small for word in words)
    return titled and len(words) > BRIEFEST and len(below) >= DECK and sum(word[0].islower() for word in below) > 2


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
