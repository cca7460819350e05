"""Copies: families of articles made from one another, and one copying with both texts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.ledgers import Exchange, exchanges, in_reading_order, is_note, is_silent
from onrecord.nouns import Article, Change, Copy, Evidence, Region, Span
from onrecord.web.labels import CHANGES, COPY_TYPES, DIRECTIONS
from onrecord.web.links import anchor, file_name
from onrecord.web.marks import Mark, Token, mark_lines
from onrecord.web.moments import Moment, moment
from onrecord.web.pairing import pairs
from onrecord.web.rows import Ref, article_ref, clip
from onrecord.web.shelf import Shelf


class Made(NamedTuple):
    """One copying as one row."""

    anchor: str
    copy: Ref
    original: Ref
    made: Ref
    type: str
    direction: str
    share: str
    changes: int
    kinds: tuple[tuple[str, int], ...]


class Family(NamedTuple):
    """Articles connected by copying; `heading` is the headline of the one most others come from."""

    anchor: str
    heading: str
    articles: int
    copies: tuple[Made, ...]


class Changed(NamedTuple):
    """One exchange of words: its kinds, each with its label, and the words on either side; `anchors` are those of its
    changes. Of a later version also the words of the `note` that owns up to it, that it is a silent one, or that it is
    the note itself."""

    anchors: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    before: str | None
    after: str | None
    before_at: str | None
    after_at: str | None
    note: str | None
    silent: bool
    is_note: bool


class Side(NamedTuple):
    """One of the two articles."""

    article: Ref
    outlet: str | None
    published: Moment | None


class Cell(NamedTuple):
    """A line of one of the texts."""

    region: Region
    tokens: tuple[Token, ...]


class Beside(NamedTuple):
    """One copying, opened. A row holds the lines of the two texts that answer one another; either may be absent.
    `changes` tell something else, `worded` the same in other words."""

    made: Made
    original: Side
    copy: Side
    evidence: tuple[Evidence, ...]
    changes: tuple[Changed, ...]
    worded: tuple[Changed, ...]
    rows: tuple[tuple[Cell | None, Cell | None], ...]


def copies(shelf: Shelf) -> list[Copy]:
    """Family after family, the largest first; within one by the original."""
    root = _roots(shelf.copy.values())
    sizes: dict[str, int] = {}
    for name in root.values():
        sizes[name] = sizes.get(name, 0) + 1
    return sorted(shelf.copy.values(), key=lambda row: (-sizes[root[row.copy]], root[row.copy], row.original, row.id))


def families(shelf: Shelf, every: Sequence[Copy], chunk: Sequence[Copy]) -> list[Family]:
    """One page of the list; a family that runs over its end goes on, under the same heading, on the next."""
    root = _roots(every)
    members: dict[str, set[str]] = {}
    for article, name in root.items():
        members.setdefault(name, set()).add(article)
    under: dict[str, list[Copy]] = {}
    for row in chunk:
        under.setdefault(root[row.copy], []).append(row)
    return [
        Family(
            anchor=f"family-{anchor(name)}", heading=_heading(shelf, rows), articles=len(members[name]),
            copies=tuple(made(shelf, row) for row in rows),
        )
        for name, rows in under.items()
    ]  # fmt: skip


def made(shelf: Shelf, row: Copy) -> Made:
    """One copying as a row."""
    changes = shelf.changes_of_copy.get(row.id, [])
    counts: dict[str, int] = {}
    for change in changes:
        counts[CHANGES[change.what]] = counts.get(CHANGES[change.what], 0) + 1
    return Made(
        anchor=anchor(row.id), copy=Ref("side by side", file_name(row.id)),
        original=article_ref(shelf.article.get(row.original), row.original),
        made=article_ref(shelf.article.get(row.copy), row.copy), type=COPY_TYPES[row.type],
        direction=DIRECTIONS[row.direction], share=f"{round(100 * row.share)} %", changes=len(changes),
        kinds=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
    )  # fmt: skip


def beside(shelf: Shelf, row: Copy) -> Beside:
    """One copying with its evidence, its changes and the two texts line against line."""
    changes = in_reading_order(shelf.changes_of_copy.get(row.id, ()))
    left, right = shelf.article.get(row.original), shelf.article.get(row.copy)
    every = exchanges(changes)
    return Beside(
        made=made(shelf, row),
        original=_side(left, row.original),
        copy=_side(right, row.copy),
        evidence=row.evidence,
        changes=tuple(_changed(exchange, row) for exchange in every if exchange.whats != ("wording",)),
        worded=tuple(_changed(exchange, row) for exchange in every if exchange.whats == ("wording",)),
        rows=tuple(_rows(left, right, changes)),
    )


def _roots(rows: Iterable[Copy]) -> dict[str, str]:
    """For each article of a copying the least id of its family."""
    parent: dict[str, str] = {}

    def find(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for row in rows:
        low, high = sorted((find(row.original), find(row.copy)))
        parent[high] = low
    return {name: find(name) for name in sorted(parent)}


def _heading(shelf: Shelf, rows: Sequence[Copy]) -> str:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.original] = counts.get(row.original, 0) + 1
    most = max(sorted(counts), key=lambda name: counts[name])
    return article_ref(shelf.article.get(most), most).text


def _side(article: Article | None, name: str) -> Side:
    published = moment(article.published) if article else None
    return Side(article_ref(article, name), article.outlet if article else None, published)


def _changed(row: Exchange, copy: Copy) -> Changed:
    change = row.changes[0]
    name, note = anchor(change.id), None if is_note(change) else change.note
    return Changed(
        anchors=tuple(anchor(change.id) for change in row.changes),
        kinds=tuple((what, CHANGES[what]) for what in row.whats),
        before=clip(row.before.text, 300) if row.before else None,
        after=clip(row.after.text, 300) if row.after else None, before_at=f"{name}-before" if row.before else None,
        after_at=f"{name}-after" if row.after else None, note=clip(note.text, 200) if note else None,
        silent=is_silent(change, copy), is_note=is_note(change),
    )  # fmt: skip


def _rows(
    left: Article | None, right: Article | None, changes: Sequence[Change]
) -> Iterable[tuple[Cell | None, Cell | None]]:
    before = [_mark(change, change.before, "before") for change in changes if change.before]
    after = [_mark(change, change.after, "after") for change in changes if change.after]
    lefts, rights = _cells(left, before), _cells(right, after)
    texts = ((left.text if left else "").split("\n"), (right.text if right else "").split("\n"))
    for a, b in pairs(*texts):
        yield lefts[a] if a is not None else None, rights[b] if b is not None else None


def _mark(change: Change, span: Span, side: str) -> Mark:
    return Mark(span.start, span.end, f"change change-{change.what}", f"{anchor(change.id)}-{side}")


def _cells(article: Article | None, marks: Sequence[Mark]) -> list[Cell]:
    if article is None:
        return [Cell("body", ())]
    regions = article.regions or ("body",)
    lines = mark_lines(article.text, marks)
    return [Cell(regions[min(number, len(regions) - 1)], line.tokens) for number, line in enumerate(lines)]
