"""One page's lines -> the articles on it: where each begins, what is its head, what its body, what neither.

An article begins at the page's first title, at a title that has a date, an age ("39 minutes ago") or a byline beside
it, and in HTML at a main heading. What follows a box of other stories is body again only where it runs on as prose.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from onrecord.articles.furniture import REPEATED
from onrecord.articles.kinds import AGO, BYLINE, DATE, LABEL, PROSE, SCRAP, SUMMARY, TITLE, Line
from onrecord.articles.signoffs import credit_alone

NEAR = 4
"""Lines within which a title and the date that dates it stand: cards put outlet, age and label between."""
MIN_WORDS = 35
"""Words of the shortest body: the shortest reports of the development pages have 80, the longest teasers 30."""
HEADED_WORDS = 20
"""The same under a main heading of HTML, which says that an article stands below it, however little a wall leaves."""
BARE_WORDS, BARE_LINES = 5, 12
"""The same on an HTML page of no more lines, none of them furniture: there is nothing else that it could be."""
RESUMED = 45
"""Words that prose after a box of other stories must have, on one line, to be body again rather than a teaser's
text."""
FOOT_LINES = 12
"""Lines without prose, a copyright or legal line among them, that end one page and begin the next."""
BRIEF = 3
"""Words of a line that is no headline where nothing but its place tells."""
SUBHEAD = 12
"""Words of the longest heading inside a body."""


class Draft(NamedTuple):
    """An article in the making: its head zone, its body lines in order, and what was cut off, with reasons."""

    head: list[Line]
    body: list[Line]
    scraps: list[tuple[Line, str]]


def split(lines: Sequence[Line], declared: bool = False) -> tuple[list[Draft], list[tuple[Line, str]]]:
    """The drafts of a page in order, and the lines that belong to no article. `declared`: the page is a row that names
    its article; a brief is an article then, however short."""
    drafts: list[Draft] = []
    loose: list[tuple[Line, str]] = []
    for part in _parts(lines) if lines else ():
        draft = _draft(part)
        if sum(words_in(line.block.text) for line in draft.body if line.kind == PROSE) >= _least(
            part, len(lines), declared
        ):
            drafts.append(draft)
        else:
            loose += draft.scraps + [(line, line.reason or "page text") for line in (*draft.head, *draft.body)]
    return drafts, loose


def _least(part: Sequence[Line], lines: int, declared: bool) -> int:
    """Words that the body of a part of a page of so many lines must have."""
    if declared and len(part) == lines:
        return BARE_WORDS
    if part[0].block.start is not None:
        return MIN_WORDS
    if len(part) == lines <= BARE_LINES and not any(line.kind == SCRAP or line.block.hint == "link" for line in part):
        return BARE_WORDS
    return HEADED_WORDS if any(line.block.hint == "headline" for line in part) else MIN_WORDS


def words_in(text: str) -> int:
    """Words of a text; where its script puts no blanks, a word for every eight characters."""
    return max(text.count(" ") + 1, len(text) // 8)


def _parts(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, cut before each head that begins a new article."""
    cuts = [0]
    seen_prose = False
    start = 0
    for is_prose, group in groupby(lines, key=lambda line: line.kind == PROSE):
        run = list(group)
        if is_prose:
            seen_prose = True
        elif seen_prose:
            at = _new_head(run, start + len(run) < len(lines))
            if at is not None:
                cuts.append(start + at)
        start += len(run)
    return [list(lines[begin:end]) for begin, end in zip(cuts, [*cuts[1:], len(lines)], strict=True)]


def _new_head(run: Sequence[Line], followed: bool) -> int | None:
    """Where in a run without prose the head of a new article begins; None where none does."""
    if not followed:
        return None
    foot = _foot(run)
    for index, line in enumerate(run):
        if line.block.hint == "headline":
            return index
        if line.kind == TITLE and line.block.inside and line.block.text.count(" ") >= 2 and _dated(run, index):
            return _first_of_head(run, index)
    return foot


def head_start(run: Sequence[Line]) -> int:
    """Where, between two articles of a flattened page, the head of the second begins: below the first one's foot, at a
    title that is dated, else at the last line that can be a title."""
    at = _new_head(run, True)
    if at is not None:
        return at
    feet = [index for index, line in enumerate(run) if line.kind == SCRAP and line.reason in ("footer", "comment")]
    below = feet[-1] + 1 if feet else 0
    titles = [
        index for index in range(below, len(run)) if run[index].kind == TITLE and words_in(run[index].block.text) > 3
    ]
    return _first_of_head(run, titles[-1]) if titles else len(run)


def has_foot(run: Sequence[Line]) -> bool:
    """Whether one page ends and another begins in a run without prose."""
    return _foot(run) is not None


def _foot(run: Sequence[Line]) -> int | None:
    """Where, in a long run of a flattened page's furniture, one page's foot ends and the next page's top begins; None
    where there is no foot."""
    if run[0].block.start is None or len(run) < FOOT_LINES:
        return None
    feet = [index for index, line in enumerate(run[:-1]) if line.kind == SCRAP and line.reason == "footer"]
    return feet[-1] + 1 if feet else None


def _dated(run: Sequence[Line], index: int) -> bool:
    near = run[max(0, index - NEAR) : index + NEAR + 1]
    return any(
        line.kind in (AGO, LABEL, DATE) or (line.kind == BYLINE and line.block.text[:3].lower() == "by ")
        for line in near
    )


def _first_of_head(run: Sequence[Line], index: int) -> int:
    """Back from a title over the outlet, age and label lines that stand directly above it."""
    while index > 0 and (run[index - 1].kind in (AGO, LABEL, DATE, BYLINE, TITLE)) and not run[index].block.gap:
        index -= 1
    return index


def _draft(lines: Sequence[Line]) -> Draft:
    first = next((index for index, line in enumerate(lines) if line.kind == PROSE and line.block.inside), len(lines))
    first = _opening(lines, first)
    last = max((index for index, line in enumerate(lines) if line.kind == PROSE and line.block.inside), default=-1)
    draft = Draft(list(lines[:first]), [], [])
    muted: str | None = None
    for is_prose, group in groupby(lines[first : last + 1], key=lambda line: line.kind == PROSE):
        run = list(group)
        if not is_prose:
            muted = _inner(run, muted, draft)
        elif (muted == "comments" and _has_body(draft)) or (muted == "teasers" and not _resumes(run)):
            draft.scraps.extend((line, "comment" if muted == "comments" else "related teaser") for line in run)
        else:
            muted = None
            draft.body.extend(line for line in run if line.block.inside)
            draft.scraps.extend((line, "page text") for line in run if not line.block.inside)
    tail = lines[max(first, last + 1) :]
    closing = _closing(tail) if draft.body else 0
    draft.body.extend(tail[:closing])
    tail = tail[closing:]
    own, tail = parted_credit(tail) if draft.body else ([], tail)
    draft.body.extend(own)
    draft.scraps.extend(tail_scraps(tail))
    return draft


def parted_credit(tail: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The line below a body that names the agency it is of and nothing else, adverts left out, and the other lines."""
    for index, line in enumerate(tail):
        if line.kind in (TITLE, LABEL) and credit_alone(line.block.text) is not None:
            return [line], [*tail[:index], *tail[index + 1 :]]
        if line.reason not in ("advert", "caption"):
            break
    return [], list(tail)


def _has_body(draft: Draft) -> bool:
    """Whether enough of a body stands for comments to follow it: tools above a body are called "Comments" too."""
    return sum(words_in(line.block.text) for line in draft.body if line.kind == PROSE) >= MIN_WORDS


def _closing(tail: Sequence[Line]) -> int:
    """How many lines after the last sentence still belong to it: list items, a signature, an address, inside the
    element that holds the prose and no link."""
    count = 0
    for index, line in enumerate(tail):
        if line.kind not in (TITLE, SUMMARY) or not line.block.inside or line.block.hint == "link":
            break
        if line.block.hint in ("item", "paragraph"):
            count = index + 1
    return count


def _opening(lines: Sequence[Line], first: int) -> int:
    """Where the body begins: list items and short paragraphs right above its first sentence are of it."""
    at = first
    while at > 0 and lines[at - 1].kind == TITLE and lines[at - 1].block.inside:
        at -= 1
        if lines[at].block.hint == "item":
            first = at
        elif lines[at].block.hint not in ("paragraph", "subhead"):
            break
    return first


def _resumes(run: Sequence[Line]) -> bool:
    return len(run) > 1 or run[0].block.text.count(" ") >= RESUMED or run[0].block.hint == "paragraph"


def _inner(run: Sequence[Line], muted: str | None, draft: Draft) -> str | None:
    """Sorts the lines between two stretches of prose; gives what the following prose is muted by."""
    for index, line in enumerate(run):
        if line.opens is not None and not (line.opens == "comments" and line.block.hint):
            muted = line.opens
        if line.kind in (TITLE, SUMMARY) and muted is None and _is_subhead(run, index):
            draft.body.append(line)
        else:
            draft.scraps.append((line, line.reason or reason_of(line, muted)))
    return muted


def _is_subhead(run: Sequence[Line], index: int) -> bool:
    line = run[index]
    if not line.block.inside or line.block.hint == "link" or line.block.text.count(" ") >= SUBHEAD:
        return False
    if line.block.hint == "":
        beside = [other for other in run[max(0, index - 1) : index + 2] if other is not line]
        return all(other.kind == SCRAP and other.reason in ("advert", "caption", REPEATED) for other in beside)
    return line.block.hint in ("subhead", "paragraph", "item", "headline", "summary")


def reason_of(line: Line, muted: str | None = None) -> str:
    """Why a line that no word list knows is no body."""
    if muted is not None:
        return "comment" if muted == "comments" else "related teaser"
    return {DATE: "date line", AGO: "date line", BYLINE: "byline", LABEL: "outlet line"}.get(
        line.kind, "related teaser"
    )


def tail_scraps(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """What follows an article's last line, each line with its reason."""
    muted: str | None = None
    out: list[tuple[Line, str]] = []
    for line in lines:
        muted = line.opens or muted
        out.append((line, line.reason or reason_of(line, muted)))
    return out
