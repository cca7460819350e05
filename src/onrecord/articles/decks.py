"""The heads of flattened text: headlines that ask or end in a full stop and sub-headlines of two sentences read as
prose until what stands around them is heard.

A line of prose or two over a byline or a date, with the body below that, are of the head: under a title its
sub-headline, else the headline. So is, under a headline, a line of two sentences that nothing ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from onrecord.articles.authors import is_role
from onrecord.articles.kinds import AGO, BYLINE, DATE, LABEL, PROSE, SCRAP, SUMMARY, TITLE, Line, is_ended
from onrecord.articles.names import is_nameplate

DECK = 40
"""Words of the longest line of a sub-headline: those of newspapers run to 35, and articles so short are none."""
BODY = 50
"""Words of the shortest body below a head: teasers of listings have up to 40."""
LINES = 2
"""Lines of the longest head that reads as prose: a headline and its sub-headline."""
NEAR = 5
"""Lines below within which the byline or the date stands."""
KICKER = 4
"""Words of the longest line over a headline that is a question: a longer one is the headline, the question its deck."""
TITLE_WORDS = 3
"""Words of the shortest headline over a sub-headline."""
OVER = 3
"""Lines up to the title within which a date over it stands."""
NAMED = 4
"""Words of the longest name on a line of its own."""

MARKS = (AGO, BYLINE, DATE)

_NAME = re.compile(
    r"[^\W\d_a-z][\w.’'-]*(?: (?:and |und |et |og |y |de |von |van |der |al-|bin )?[^\W\d_a-z][\w.’'-]*){1,6}"
)


def with_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines of flattened text, those of heads that read as prose made titles and summaries."""
    out = list(lines)
    first = 0
    while first < len(out):
        run = list(takewhile(lambda line: line.kind == PROSE, out[first:]))
        if 0 < len(run) <= LINES and all(_is_short(line) for line in run) and _heads(out, first, first + len(run)):
            for at, kind in enumerate(_kinds(out, first, len(run))):
                out[first + at] = Line(out[first + at].block, kind)
        elif run and _is_open_deck(out, first):
            out[first] = Line(out[first].block, SUMMARY)
        first += len(run) + 1
    return out


def _is_short(line: Line) -> bool:
    return line.block.text.count(" ") < DECK


def _heads(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether what stands between prose and the next prose is the byline or the date of this head."""
    below = list(takewhile(lambda line: line.kind != PROSE, lines[end:]))
    if not _is_top(lines, first) or not _is_body(lines[end + len(below) :]):
        return False
    mark = next((at for at, line in enumerate(below[:NEAR]) if line.kind in MARKS), None)
    if mark is None or not all(_may_stand_between(line) for line in below[:mark]):
        return False
    return not (_heads_next(below[mark:]) and (below[mark].kind == AGO or _is_marked(lines[:first])))


def _is_body(lines: Sequence[Line]) -> bool:
    """Whether more than a teaser stands below, up to the next byline or date."""
    own = takewhile(lambda line: line.kind not in MARKS, lines)
    return sum(line.block.text.count(" ") + 1 for line in own if line.kind == PROSE) >= BODY


def _heads_next(below: Sequence[Line]) -> bool:
    """Whether a byline or a date may head the next article: a title stands below it."""
    return any(line.kind == TITLE and line.block.text.count(" ") + 1 >= TITLE_WORDS for line in below)


def _is_marked(above: Sequence[Line]) -> bool:
    """Whether an age, a date or a byline stands right over a title."""
    return any(line.kind in MARKS for line in above[-OVER:])


def _is_top(lines: Sequence[Line], first: int) -> bool:
    """Whether a head can stand here: on top of the page, or below another article right under a title or a label."""
    above = lines[first - 1].kind if first else TITLE
    if above in (TITLE, LABEL) or (first and lines[first - 1].reason == "related teaser"):
        return True
    return above in (SUMMARY, SCRAP) and not any(line.kind == PROSE for line in lines[:first])


def _may_stand_between(line: Line) -> bool:
    text = line.block.text
    named = text.count(" ") < NAMED * 2 and (_NAME.fullmatch(text) is not None or is_role(text))
    return line.kind in (SCRAP, LABEL, SUMMARY) or (line.kind == TITLE and named)


def _kinds(lines: Sequence[Line], first: int, count: int) -> list[str]:
    """What each of the lines is: the first one the headline, where nothing above it is."""
    headed = first > 0 and _is_headline(lines[first - 1])
    asked = lines[first].block.text.endswith("?")
    kicked = headed and asked and lines[first - 1].block.text.count(" ") < KICKER
    return ([SUMMARY] if headed and not kicked else [TITLE]) + [SUMMARY] * (count - 1)


def _is_headline(line: Line) -> bool:
    words = line.block.text.split()
    return line.kind == TITLE and len(words) >= TITLE_WORDS and not is_nameplate(line.block.text)


def _is_open_deck(lines: Sequence[Line], first: int) -> bool:
    """Whether the first line of a body is a sub-headline: under a headline, of more sentences than one, the last of
    them not ended."""
    if first == 0 or first + 1 >= len(lines) or lines[first + 1].kind != PROSE:
        return False
    line = lines[first]
    if not _is_short(line) or is_ended(line.block.text) or not _is_headline(lines[first - 1]):
        return False
    above = list(takewhile(lambda line: line.kind != PROSE, reversed(lines[:first])))
    return len(above) == first or any(line.kind in MARKS for line in above)
