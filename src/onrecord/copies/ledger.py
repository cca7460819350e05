"""What a copying changed, one row a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.copies.alignment import Alignment
from onrecord.copies.edits import Edit, Passage, passages
from onrecord.copies.figures import Told, figures, told
from onrecord.copies.kinds import Scene, kinds
from onrecord.copies.texts import Text
from onrecord.copies.utterances import Piece, pieces
from onrecord.nouns import Change, ChangeType, Copy, Extent, digest
from onrecord.words import phrases

CLAUSE = 8
"""Words lost or gained in one place from which they are a dropped or added clause."""


class Row(NamedTuple):
    """A change before it has an id: characters of the original and of the copy, None where nothing stands."""

    what: ChangeType
    before: Extent | None
    after: Extent | None


class _Sides(NamedTuple):
    """The two texts with what is read off each of them once."""

    first: Text
    second: Text
    told_first: Told
    told_second: Told
    known: str

    @classmethod
    def of(cls, alignment: Alignment) -> _Sides:
        """`known` is the original's folded words, a space between and around."""
        first, second = alignment.first, alignment.second
        return cls(first, second, told(first), told(second), f" {' '.join(w.norm for w in first.words)} ")


def changes_of(alignment: Alignment, copy: Copy) -> list[Change]:
    """The changes from `alignment.first`, the original, to `alignment.second`, in the copy's order, each once."""
    sides = _Sides.of(alignment)
    rows = [row for passage in passages(alignment) for row in _in_passage(passage, sides)]
    if copy.type != "excerpt":
        rows += _whole_sentences(alignment)
    return [_change(row, alignment, copy) for row in dict.fromkeys(rows)]


def _change(row: Row, alignment: Alignment, copy: Copy) -> Change:
    before = alignment.first.article.span(*row.before) if row.before else None
    after = alignment.second.article.span(*row.after) if row.after else None
    return Change(
        id=digest("change", copy.id, row.what, row.before, row.after),
        copy=copy.id,
        what=row.what,
        before=before,
        after=after,
    )


def _in_passage(passage: Passage, sides: _Sides) -> list[Row]:
    first, second = sides.first, sides.second
    quoted = pieces(passage, first, second)
    rows = [row for piece in quoted for row in _of_quotation(piece, first, second)]
    rows += [Row(f.what, f.before, f.after) for f in figures(passage, sides.told_first, sides.told_second)]
    wording: list[Row] = []
    for edit in passage.edits:
        inside = any(piece.a[0] <= edit.a[0] and edit.a[1] <= piece.a[1] for piece in quoted)
        found = kinds(Scene(edit, passage, first, second, sides.known))
        rows += [
            Row(k.what, _shown(first, k.a), _shown(second, k.b)) for k in found if not inside or k.what == "negation"
        ]
        if not inside and not found:
            wording += _wording(edit, first, second)
    return rows + (wording[:1] if not rows else [])


def _of_quotation(piece: Piece, first: Text, second: Text) -> list[Row]:
    rows = [Row("quote", first.extent(*piece.altered[0]), second.extent(*piece.altered[1]))] if piece.altered else []
    return rows + ([Row("quote_marks", first.extent(*piece.a), second.extent(*piece.b))] if piece.unmarked else [])


def _wording(edit: Edit, first: Text, second: Text) -> list[Row]:
    """A long loss or gain is a clause dropped or added; an exchange of words that carry sense is wording."""
    before, after = ([w.norm for w in text.words[slice(*x)]] for text, x in ((first, edit.a), (second, edit.b)))
    if not after and len(before) >= CLAUSE:
        return [Row("dropped", first.extent(*edit.a), None)]
    if not before and len(after) >= CLAUSE:
        return [Row("added", None, second.extent(*edit.b))]
    small = set(phrases("copies", "small"))
    if not set(before) - small or not set(after) - small:
        return []
    return [Row("wording", first.extent(*edit.a), second.extent(*edit.b))]


def _shown(text: Text, stretch: Extent) -> Extent | None:
    """The stretch with one word of context on a side where it is empty or a single word, within its line."""
    first, last = stretch
    if last - first < 2 and first > 0 and _same_line(text, first - 1, first):
        first -= 1
    if last - first < 2 and last < len(text.words) and _same_line(text, last - 1, last):
        last += 1
    return text.extent(first, last) if last > first else None


def _same_line(text: Text, a: int, b: int) -> bool:
    return b < len(text.words) and "\n" not in text.article.text[text.words[a].end : text.words[b].start]


def _whole_sentences(alignment: Alignment) -> list[Row]:
    """Sentences without a counterpart; two headlines without one another's words are a change of wording."""
    first, second = alignment.first, alignment.second
    dropped = _loose(first, {link.a for link in alignment.links})
    added = _loose(second, {link.b for link in alignment.links})
    heads = [_headline(first, dropped), _headline(second, added)]
    rows = []
    if heads[0] and heads[1]:
        rows.append(Row("wording", heads[0], heads[1]))
        dropped, added = [x for x in dropped if x != heads[0]], [x for x in added if x != heads[1]]
    if not second.article.complete:
        reached = max((first.extent(*first.sentences[link.a])[1] for link in alignment.links), default=0)
        dropped = [extent for extent in dropped if extent[0] < reached]
    return rows + [Row("dropped", x, None) for x in dropped] + [Row("added", None, x) for x in added]


def _loose(text: Text, linked: Iterable[int]) -> list[Extent]:
    taken = set(linked)
    return [_with_marks(text, *text.extent(*sentence)) for at, sentence in enumerate(text.sentences) if at not in taken]


def _with_marks(text: Text, start: int, end: int) -> Extent:
    """A sentence with the marks it opens and closes with."""
    whole = text.article.text
    while start > 0 and whole[start - 1] in "“‘\"'([" and end - start < len(whole):
        start -= 1
    while end < len(whole) and whole[end] in ".!?…”’\"')]":
        end += 1
    return start, end


def _headline(text: Text, extents: Sequence[Extent]) -> Extent | None:
    return next((x for x in extents if x[0] < text.head), None)
