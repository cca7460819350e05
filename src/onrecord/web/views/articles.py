"""The list of articles, and one article with its statements marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.nouns import Article, Copy, Region, Statement, Time
from onrecord.web.addresses import page_address, story_address
from onrecord.web.labels import COPY_TYPES
from onrecord.web.links import anchor, file_name, outward, place_anchor
from onrecord.web.marks import Mark, Token, mark_lines
from onrecord.web.moments import Moment, moment, words
from onrecord.web.rows import Ref, Said, article_ref, clip, headline, said
from onrecord.web.shelf import Shelf


class Listed(NamedTuple):
    """An article as one row of a list."""

    anchor: str
    article: Ref
    outlet: str | None
    agency: str | None
    published: Moment | None
    statements: int
    story: Ref | None
    copy: Ref | None


class Line(NamedTuple):
    """A line of an article's text, marked, and the statements that begin in it."""

    region: Region
    tokens: tuple[Token, ...]
    notes: tuple[Said, ...]


class Dated(NamedTuple):
    """A temporal expression, what it means and how that was reached; `where` is its anchor in the text."""

    where: str
    text: str
    means: str
    basis: str


class Cut(NamedTuple):
    """What was cut off the article's page, and why."""

    anchor: str
    text: str
    reason: str


class Whole(NamedTuple):
    """One article."""

    anchor: str
    headline: str
    outlet: str | None
    byline: str | None
    section: str | None
    agency: str | None
    language: str
    published: Moment | None
    updated: Moment | None
    url: str | None
    address: str | None
    page: Ref
    siblings: tuple[Ref, ...]
    complete: bool
    notes: tuple[str, ...]
    story: Ref | None
    copies: tuple[Ref, ...]
    statements: int
    lines: tuple[Line, ...]
    times: tuple[Dated, ...]
    cuts: tuple[Cut, ...]


def articles(shelf: Shelf) -> list[Article]:
    """The newest first; undated ones last."""
    return sorted(shelf.article.values(), key=_newest)


def listed(shelf: Shelf, rows: Sequence[Article]) -> list[Listed]:
    """Rows of a list of articles."""
    return [_listed(shelf, row) for row in rows]


def whole(shelf: Shelf, row: Article) -> Whole:
    """One article with all that the record has of it."""
    own = shelf.statements_of_article.get(row.id, [])
    times = shelf.times_of_article.get(row.id, ())
    page = shelf.page.get(row.page)
    others = [other for other in shelf.articles_of_page.get(row.page, ()) if other.id != row.id]
    return Whole(
        anchor=anchor(row.id), headline=headline(row), outlet=row.outlet, byline=row.byline, section=row.section,
        agency=row.agency, language=row.language, published=moment(row.published), updated=moment(row.updated),
        url=outward(row.url), address=row.url,
        page=Ref(page.uri if page else "not in the record", page_address(shelf, row.page)),
        siblings=tuple(article_ref(other, other.id) for other in others), complete=row.complete, notes=row.notes,
        story=_story_ref(shelf, row),
        copies=tuple(_copy_ref(shelf, row, copy) for copy in shelf.copies_of_article.get(row.id, ())),
        statements=len(own), lines=tuple(_lines(shelf, row, own)), times=tuple(_dated(time) for time in times),
        cuts=tuple(Cut(anchor(s.id), clip(s.text, 400), s.reason) for s in shelf.scraps_of_page.get(row.page, ())),
    )  # fmt: skip


def _lines(shelf: Shelf, row: Article, own: Sequence[Statement]) -> Iterable[Line]:
    marks = [mark for statement in own for mark in _marks(statement)]
    marks += [Mark(*place, "told", f"at-{place[0]}-{place[1]}") for place in _places(shelf, row)]
    marks += [_time(time) for time in shelf.times_of_article.get(row.id, ())]
    notes = {anchor(statement.id): statement for statement in own}
    regions = row.regions or ("body",)
    for number, line in enumerate(mark_lines(row.text, marks)):
        region = regions[min(number, len(regions) - 1)]
        begun = (notes[name] for name in line.starts if name in notes)
        yield Line(region, line.tokens, tuple(said(shelf, statement) for statement in begun))


def _marks(row: Statement) -> Iterable[Mark]:
    yield Mark(row.span.start, row.span.end, f"said act-{row.act}", anchor(row.id))
    if row.cue:
        yield Mark(row.cue.start, row.cue.end, "cue")
    if row.speaker and row.speaker.span:
        yield Mark(row.speaker.span.start, row.speaker.span.end, "speaker")


def _time(row: Time) -> Mark:
    shown = _dated(row)
    return Mark(row.span.start, row.span.end, "time", shown.where, f"{shown.means}: {shown.basis}")


def _dated(row: Time) -> Dated:
    return Dated(anchor(row.id), clip(row.span.text, 120), words(row.when.from_, row.when.to), row.when.basis)


def _places(shelf: Shelf, row: Article) -> list[tuple[int, int]]:
    spans = {place_anchor(span): (span.start, span.end) for span in shelf.places_of_article.get(row.id, ())}
    return sorted(spans.values())


def _copy_ref(shelf: Shelf, row: Article, copy: Copy) -> Ref:
    other = copy.copy if copy.original == row.id else copy.original
    kind = COPY_TYPES[copy.type]
    if copy.direction == "unknown":
        how = f"shares its making ({kind}) with"
    else:
        how = f"{kind} copy of" if copy.copy == row.id else f"copied ({kind}) by"
    found = shelf.article.get(other)
    name = (found.outlet or headline(found)) if found else "an article not in the record"
    return Ref(f"{how} {clip(name, 80)}", file_name(copy.id))


def _story_ref(shelf: Shelf, row: Article) -> Ref | None:
    """The story an article shares with others; one of its own has nothing to add."""
    story = shelf.story_of_article.get(row.id)
    return Ref(clip(story.title, 160), story_address(shelf, story)) if story and len(story.articles) > 1 else None


def _listed(shelf: Shelf, row: Article) -> Listed:
    made = [copy for copy in shelf.copies_of_article.get(row.id, ()) if copy.copy == row.id]
    return Listed(
        anchor=anchor(row.id), article=article_ref(row, row.id), outlet=row.outlet, agency=row.agency,
        published=moment(row.published), statements=len(shelf.statements_of_article.get(row.id, ())),
        story=_story_ref(shelf, row),
        copy=_copy_ref(shelf, row, made[0]) if made else None,
    )  # fmt: skip


def _newest(row: Article) -> tuple[bool, list[int], str]:
    day = (row.published.to or row.published.from_) if row.published else None
    return day is None, [-ord(char) for char in day or ""], row.id
