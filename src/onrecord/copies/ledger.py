"""What a copying changed, one row a change."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from onrecord.copies.alignment import LINK, Alignment
from onrecord.copies.amendments import Note, notes_of, owning
from onrecord.copies.edits import Edit, Passage, passage, passages
from onrecord.copies.figures import Figures, Told, figures, holds_lost, told
from onrecord.copies.kinds import CLAUSE, capitals, kinds
from onrecord.copies.lexicon import word_set
from onrecord.copies.scenes import Scene
from onrecord.copies.texts import Text, Word
from onrecord.copies.utterances import Piece, pieces
from onrecord.nouns import Change, ChangeType, Copy, Extent, digest

EACH = 3
"""Exchanges of plain words in one sentence that are told one by one; with more it was worded afresh."""


TURNS: frozenset[ChangeType] = frozenset({"quote", "number", "name", "source", "negation", "meaning"})
"""What no house style changes."""


_DATELINE = re.compile(r"[A-Z][^.\n]{0,40}(?:\.[^.\n]{0,20})?\)? ?[-–—] ")


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


def turns(alignment: Alignment) -> int:
    """How many changes within sentences tell something else: quotations, numbers, names, sources, turns of meaning."""
    alignment = _heads_apart(alignment)
    sides = _Sides.of(alignment)
    rows = dict.fromkeys(row for pair in passages(alignment) for row in _in_passage(pair, sides))
    return sum(row.what in TURNS for row in rows)


def changes_of(alignment: Alignment, copy: Copy) -> list[Change]:
    """The changes from `alignment.first`, the original, to `alignment.second`, in the copy's order, each once."""
    alignment = _heads_apart(alignment)
    sides = _Sides.of(alignment)
    rows = [row for pair in passages(alignment) for row in _in_passage(pair, sides)]
    if copy.type != "excerpt":
        rows += [*_new_headline(alignment, sides), *_said_otherwise(alignment), *_whole_sentences(alignment)]
    notes = notes_of(sides.second) if copy.type == "update" else []
    return [_change(row, alignment, copy, notes) for row in dict.fromkeys(rows)]


def _change(row: Row, alignment: Alignment, copy: Copy, notes: list[Note]) -> Change:
    before = alignment.first.article.span(*row.before) if row.before else None
    after = alignment.second.article.span(*row.after) if row.after else None
    owned = owning((row.what, row.before, row.after), (alignment.first, alignment.second), notes) if notes else None
    return Change(
        id=digest("change", copy.id, row.what, row.before, row.after),
        copy=copy.id,
        what=row.what,
        before=before,
        after=after,
        note=alignment.second.article.span(*owned) if owned else None,
    )


def _in_passage(passage: Passage, sides: _Sides) -> list[Row]:
    first, second = sides.first, sides.second
    quoted = pieces(passage, first, second)
    rows = [row for piece in quoted for row in _of_quotation(piece, first, second)]
    told_values = figures(passage, sides.told_first, sides.told_second)
    rows += [Row(f.what, f.before, f.after) for f in told_values.changed]
    plain: list[Edit] = []
    for edit in passage.edits:
        inside = any(piece.a[0] <= edit.a[0] and edit.a[1] <= piece.a[1] for piece in quoted)
        found = kinds(Scene(edit, passage, first, second, sides.known))
        rows += [
            Row(k.what, _shown(first, k.a), _shown(second, k.b)) for k in found if not inside or k.what == "negation"
        ]
        if not inside and not found and not _same_values(edit, told_values, sides):
            plain.append(edit)
    told = [row for row in rows if row.before and row.after]
    rows += [row for row in _plain(plain, sides) if not _told_already(row, told)]
    return _of_headlines(rows, passage, sides) if _is_headline(passage, sides) else rows


def _same_values(edit: Edit, values: Figures, sides: _Sides) -> bool:
    """Both sides of an edit are numbers or dates that mean the same, and small words."""
    small = word_set("small") | word_set("articles") | word_set("money")
    return all(
        any(_inside(word, same) for word in words) and all(word.norm in small or _inside(word, same) for word in words)
        for words, same in (
            (sides.first.words[slice(*edit.a)], values.same[0]), (sides.second.words[slice(*edit.b)], values.same[1]),
        )
    )  # fmt: skip


def _inside(word: Word, extents: Sequence[Extent]) -> bool:
    return any(a <= word.start < b for a, b in extents)


def _is_headline(passage: Passage, sides: _Sides) -> bool:
    last = sides.first.words[passage.a[-1]], sides.second.words[passage.b[-1]]
    return last[0].start < sides.first.head and last[1].start < sides.second.head


def _of_headlines(rows: Sequence[Row], passage: Passage, sides: _Sides) -> list[Row]:
    """Two headlines that differ in more than one place are told whole, once."""
    loose = [row for row in rows if row.what in ("wording", "meaning", "added", "dropped")]
    if len(loose) < 2:
        return list(rows)
    what: ChangeType = "meaning" if any(row.what == "meaning" for row in loose) else "wording"
    return [_whole(what, passage, sides), *(row for row in rows if row not in loose)]


def _told_already(row: Row, told: Sequence[Row]) -> bool:
    """An exchange of words that lies within one that is told as more than wording."""
    return row.what == "wording" and any(
        outer and inner and outer[0] <= inner[0] and inner[1] <= outer[1]
        for other in told
        for outer, inner in ((other.before, row.before), (other.after, row.after))
    )


def _plain(edits: Sequence[Edit], sides: _Sides) -> list[Row]:
    """Clauses lost and gained, and exchanges of words: each one, or from the first to the last of a sentence that was
    worded afresh."""
    rows = [row for edit in edits if (row := _clause(edit, sides))]
    worded: dict[int, list[Edit]] = {}
    for edit in edits:
        if _carries_sense(edit, sides) and edit.a[1] > edit.a[0] and edit.b[1] > edit.b[0]:
            worded.setdefault(bisect_right(sides.second.sentences, (edit.b[0], len(sides.second.words))), []).append(
                edit
            )
    for few in worded.values():
        rows += [_worded(few[0], few[-1], sides)] if len(few) > EACH else [_worded(edit, edit, sides) for edit in few]
    return rows


def _worded(begin: Edit, end: Edit, sides: _Sides) -> Row:
    a = min(begin.a[0], end.a[0]), max(begin.a[1], end.a[1])
    return Row("wording", sides.first.extent(*a), sides.second.extent(begin.b[0], end.b[1]))


def _of_quotation(piece: Piece, first: Text, second: Text) -> list[Row]:
    rows = [Row("quote", first.extent(*piece.altered[0]), second.extent(*piece.altered[1]))] if piece.altered else []
    return rows + ([Row("quote_marks", first.extent(*piece.a), second.extent(*piece.b))] if piece.unmarked else [])


def _clause(edit: Edit, sides: _Sides) -> Row | None:
    """A clause dropped or added: long, or with a date, a number or a name that the other text has nowhere."""
    lost, gained = edit.a[1] - edit.a[0], edit.b[1] - edit.b[0]
    if _in_dateline(sides.first, edit.a) or _in_dateline(sides.second, edit.b):
        return None
    if lost and not gained and (lost >= CLAUSE or _telling(edit.a, sides.told_first, sides.told_second)):
        return Row("dropped", sides.first.extent(*edit.a), None)
    if gained and not lost and (gained >= CLAUSE or _telling(edit.b, sides.told_second, sides.told_first)):
        return Row("added", None, sides.second.extent(*edit.b))
    return None


def _in_dateline(text: Text, stretch: Extent) -> bool:
    """Words of "OSK, June 3 (Northwire) -" at the beginning of a line."""
    if stretch[0] == stretch[1]:
        return False
    start, end = text.extent(*stretch)
    found = _DATELINE.match(text.article.text, text.article.text.rfind("\n", 0, start) + 1)
    return found is not None and end <= found.end()


def _telling(stretch: Extent, here: Told, there: Told) -> bool:
    known = {word.norm for word in there.text.words}
    names = (here.text.words[at].norm for at in capitals(here.text, stretch))
    return holds_lost(stretch, here, there) or any(name not in known for name in names)


def _carries_sense(edit: Edit, sides: _Sides) -> bool:
    before, after = (text.words[slice(*x)] for text, x in ((sides.first, edit.a), (sides.second, edit.b)))
    return all({word.norm for word in words} - word_set("small") for words in (before, after))


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


def _said_otherwise(alignment: Alignment) -> list[Row]:
    """Sentences that say the same in other words: what became of single words cannot be told."""
    first, second = alignment.first, alignment.second
    places = [(first.sentences[link.a], second.sentences[link.b]) for link in alignment.meant()]
    return [Row("wording", first.extent(*a), second.extent(*b)) for a, b in places]


def _whole_sentences(alignment: Alignment) -> list[Row]:
    """Sentences without a counterpart, headlines left out."""
    first, second = alignment.first, alignment.second
    both = _headlines(alignment) is not None
    dropped = [x for x in _loose(first, {link.a for link in alignment.links}, second) if not both or x[0] >= first.head]
    added = [x for x in _loose(second, {link.b for link in alignment.links}, first) if not both or x[0] >= second.head]
    if not second.article.complete:
        reached = max((first.extent(*first.sentences[link.a])[1] for link in alignment.links), default=0)
        dropped = [extent for extent in dropped if extent[0] < reached]
    return [Row("dropped", x, None) for x in dropped] + [Row("added", None, x) for x in added]


def _heads_apart(alignment: Alignment) -> Alignment:
    """The alignment without the links of a headline to a sentence of the other's body, where both have headlines: a
    headline says again what the lead says."""
    first, second = alignment.first, alignment.second
    if not (first.head and second.head):
        return alignment
    links = (link for link in alignment.links if _in_head(first, link.a) == _in_head(second, link.b))
    return alignment._replace(links=tuple(links))


def _in_head(text: Text, sentence: int) -> bool:
    return text.words[text.sentences[sentence][0]].start < text.head


def _headlines(alignment: Alignment) -> tuple[list[int], list[int]] | None:
    """The sentences of both headlines, where neither has a counterpart anywhere; None where one is missing or has."""
    heads = [
        [n for n in range(len(text.sentences)) if _in_head(text, n)] for text in (alignment.first, alignment.second)
    ]
    linked = {link.a for link in alignment.links}, {link.b for link in alignment.links}
    loose = all(head and not set(head) & taken for head, taken in zip(heads, linked, strict=True))
    return (heads[0], heads[1]) if loose else None


def _new_headline(alignment: Alignment, sides: _Sides) -> list[Row]:
    """Two headlines without one another's words, told whole, and the numbers that differ in them."""
    heads = _headlines(alignment)
    if heads is None:
        return []
    pair = passage(sides.first, sides.second, *heads)
    values = figures(pair, sides.told_first, sides.told_second).changed
    return [_whole("wording", pair, sides), *(Row(f.what, f.before, f.after) for f in values)]


def _whole(what: ChangeType, pair: Passage, sides: _Sides) -> Row:
    sides_of = (sides.first, pair.a), (sides.second, pair.b)
    before, after = (text.extent(words[0], words[-1] + 1) for text, words in sides_of)
    return Row(what, before, after)


def _loose(text: Text, linked: Iterable[int], other: Text) -> list[Extent]:
    """Sentences without a counterpart, not even among those that the other text has more than once."""
    taken = set(linked)
    loose = [sentence for at, sentence in enumerate(text.sentences) if at not in taken]
    lines = [other.norms(sentence) for sentence in dict.fromkeys(other.repeated)]
    return [
        _with_marks(text, *text.extent(*sentence))
        for sentence in loose
        if not any(LCSseq.normalized_similarity(text.norms(sentence), line) >= LINK for line in lines)
    ]


def _with_marks(text: Text, start: int, end: int) -> Extent:
    """A sentence with the marks it opens and closes with."""
    whole = text.article.text
    while start > 0 and whole[start - 1] in "“‘\"'([" and end - start < len(whole):
        start -= 1
    while end < len(whole) and whole[end] in ".!?…”’\"')]":
        end += 1
    return start, end
