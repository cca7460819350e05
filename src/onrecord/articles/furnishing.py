"""Lines that repeat on other pages of the site: which of them are furniture on this page."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.furniture import REPEATED
from onrecord.articles.imprints import line_key
from onrecord.articles.kinds import PROSE, SCRAP, SUMMARY, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.nouns import Repeats
from onrecord.words import phrases

AMID = 12
"""Words of the shortest paragraph that is cut out between two of the page's own: "He declined to comment." is said
anew each time it is said."""
HEADLINE = 3
"""Words of a line that may be the headline: where no other is left above the body, a column's standing title is it."""


def furnished(lines: Sequence[Line], repeated: Repeats | None, metadata: Metadata) -> list[Line]:
    """The lines of a page, those that its site repeats made scraps.

    Above and below the page's own prose every such line is furniture, unless it says that this is a later version;
    between its own paragraphs only longer ones are that tell of nobody's words. Headlines and subheads stay: columns
    have standing titles, and articles of a house like subheads."""
    if repeated is None:
        return list(lines)
    keys = frozenset(repeated.lines)
    repeating = [line.kind in (PROSE, TITLE, SUMMARY) and line_key(line.block.text) in keys for line in lines]
    own = [number for number, line in enumerate(lines) if line.kind == PROSE and not repeating[number]]
    if not own:
        return list(lines)
    kept = _headline(lines, repeating, own[0], metadata)
    return [
        Line(line.block, SCRAP, REPEATED)
        if repeating[number] and number != kept and _is_furniture(line, own[0] < number < own[-1])
        else line
        for number, line in enumerate(lines)
    ]


def own_titles(metadata: Metadata, repeated: Repeats | None) -> Metadata:
    """What a page declares, without titles that its site declares on other pages too: they name no article."""
    keys = frozenset(repeated.lines) if repeated is not None else frozenset()
    headline, title = (
        None if told and line_key(told) in keys else told for told in (metadata.headline, metadata.title)
    )
    return metadata._replace(headline=headline, title=title)


def _is_furniture(line: Line, amid: bool) -> bool:
    words = [word.strip(",.;:()”\"'") for word in line.block.text.lower().split()]
    if any(word in phrases("shapes", "telling", "versions") for word in words):
        return False
    told = any(word in phrases("shapes", "telling", "words") for word in words)
    return not amid or (line.kind == PROSE and len(words) >= AMID and not told)


def _headline(lines: Sequence[Line], repeating: Sequence[bool], first: int, metadata: Metadata) -> int | None:
    """The number of a repeating line that is the page's headline all the same: it is declared so, or no other line is
    left to be it. None where another line may be it."""
    titles = [number for number, line in enumerate(lines[:first]) if line.kind == TITLE]
    said = [title for title in (metadata.headline, metadata.title) if title]
    declared = [number for number in titles if any(title.startswith(lines[number].block.text) for title in said)]
    own = [n for n in titles if not repeating[n] and len(lines[n].block.text.split()) >= HEADLINE]
    if own and not declared:
        return None
    marked = [number for number in titles if lines[number].block.hint == "headline"]
    likely = declared or marked or [n for n in titles if len(lines[n].block.text.split()) >= HEADLINE]
    return None if not likely or any(not repeating[number] for number in likely) else likely[-1]
