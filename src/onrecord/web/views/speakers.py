"""Who says what: statements under those who said them. And the ledger of silences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice
from typing import NamedTuple

from onrecord.nouns import Statement
from onrecord.web.labels import SILENCE_HEADINGS, SILENCES, SOURCE_KINDS
from onrecord.web.links import CHUNK, numbered
from onrecord.web.rows import Ref, Said, clip, said, speaker_ref
from onrecord.web.shelf import Shelf, group

SHOWN = 12
"""Statements listed of a speaker who has a page, where all of them stand."""

INDEX = 60
"""Speakers in the index on top of the list; the others stand in the list of actors."""


class Voice(NamedTuple):
    """One who is said to have said something: a known actor, or the page's words for somebody who is not."""

    key: str
    paged: bool
    name: str
    href: str | None
    kind: str


class Group(NamedTuple):
    """A heading and the rows under it; `total` counts those on other pages of the list as well. `more` leads to the
    page on which all of them stand, where there is one and the list breaks off."""

    anchor: str
    voice: Ref
    kind: str
    total: int
    rows: tuple[Said, ...]
    more: Ref | None = None


class Spoken(NamedTuple):
    """A statement with its speaker, ready to be listed. `slot` is the speaker's place in the list, `total` how many
    statements the speaker has, `page` the page of the list on which the first of them stands."""

    voice: Voice
    row: Statement
    slot: int
    total: int
    page: int


class Voices(NamedTuple):
    """One page of who says what."""

    names: tuple[tuple[Ref, int], ...]
    groups: tuple[Group, ...]


class Ledger(NamedTuple):
    """One page of the silences: headings with their rows, and for each how many there are in all."""

    counts: tuple[tuple[Ref, int], ...]
    groups: tuple[Group, ...]


def voice(shelf: Shelf, row: Statement) -> Voice:
    """Whose statement it is. Unidentified speakers are told apart by their words alone."""
    ref = speaker_ref(shelf, row)
    kind = SOURCE_KINDS[row.speaker.source_kind if row.speaker else "unspecified"]
    actor = row.speaker.actor if row.speaker and row.speaker.actor in shelf.actor else None
    return Voice(actor or f"words:{ref.text.casefold()}", actor in shelf.paged, ref.text, ref.href, kind)


def spoken(shelf: Shelf) -> list[Spoken]:
    """Statements under their speakers, those with the most to say first; each speaker's in order of date, the undated
    last. Of one who has a page the first alone."""
    under = group((found.key, (found, row)) for found, row in ((voice(shelf, r), r) for r in shelf.statement.values()))
    ranked = sorted(under.items(), key=lambda item: (-len(item[1]), min(found.name for found, _ in item[1]), item[0]))
    out: list[Spoken] = []
    for slot, (_, pairs) in enumerate(ranked):
        page = len(out) // CHUNK + 1
        pairs.sort(key=lambda pair: _order(pair[1]))
        listed = pairs[:SHOWN] if pairs[0][0].paged else pairs
        out.extend(Spoken(found, row, slot, len(pairs), page) for found, row in listed)
    return out


def voices(shelf: Shelf, every: Sequence[Spoken], chunk: Sequence[Spoken]) -> Voices:
    """One page of the list. `every` is the whole list, `chunk` the part of it that this page shows; the index stands
    on the first page."""
    groups = []
    for _, found in groupby(chunk, key=lambda each: each.slot):
        rows = list(found)
        first, shown = rows[0], tuple(said(shelf, each.row) for each in rows)
        ref = Ref(first.voice.name, first.voice.href)
        more = Ref(f"All {first.total} statements", ref.href) if first.voice.paged and first.total > SHOWN else None
        groups.append(Group(f"voice-{first.slot}", ref, _kinds(rows), first.total, shown, more))
    begins = bool(chunk) and chunk[0] is every[0]
    return Voices(names=_index(every) if begins else (), groups=tuple(groups))


def _index(every: Sequence[Spoken]) -> tuple[tuple[Ref, int], ...]:
    firsts = (next(rows) for _, rows in groupby(every, key=lambda each: each.slot))
    return tuple(
        (Ref(each.voice.name, f"{numbered('who', each.page)}#voice-{each.slot}"), each.total)
        for each in islice(firsts, INDEX)
    )


def silences(shelf: Shelf) -> list[Statement]:
    """Denials, refusals and requests left unanswered: by act, then by date. What copies of one article tell in the same
    words is there once, as the first tells it."""
    return [rows[0] for rows in _told_alike(shelf).values()]


def _told_alike(shelf: Shelf) -> dict[str, list[Statement]]:
    """The silences under what those of copies share: act, speaker, words; in the order of the ledger."""
    found = [row for row in shelf.statement.values() if row.act in SILENCES]
    found.sort(key=lambda row: (SILENCES.index(row.act), _order(row)))
    return group((_alike_key(shelf, row), row) for row in found)


def _alike_key(shelf: Shelf, row: Statement) -> str:
    family = shelf.family.get(row.article, row.article)
    if shelf.article.get(row.article) is None:
        return row.id
    return "\x1f".join((family, row.act, voice(shelf, row).key, " ".join(row.span.text.casefold().split())))


def _also(shelf: Shelf, rows: Sequence[Statement]) -> int:
    """On how many more pages than the first's the same is told."""
    pages = {shelf.article[row.article].page for row in rows if row.article in shelf.article}
    return max(0, len(pages) - 1)


def ledger(shelf: Shelf, every: Sequence[Statement], chunk: Sequence[Statement]) -> Ledger:
    """One page of the ledger."""
    totals: dict[str, int] = {}
    pages: dict[str, int] = {}
    for number, row in enumerate(every):
        totals[row.act] = totals.get(row.act, 0) + 1
        pages.setdefault(row.act, number // CHUNK + 1)
    groups = []
    also = {rows[0].id: _also(shelf, rows) for rows in _told_alike(shelf).values()}
    for act, rows in groupby(chunk, key=lambda row: row.act):
        shown = tuple(said(shelf, row)._replace(also=also.get(row.id, 0)) for row in rows)
        groups.append(Group(act.replace("_", "-"), Ref(SILENCE_HEADINGS[act]), "", totals[act], shown))
    counts = (
        (Ref(SILENCE_HEADINGS[act], f"{numbered('silences', pages[act])}#{act.replace('_', '-')}"), totals[act])
        for act in SILENCES
        if act in totals
    )
    return Ledger(tuple(counts), tuple(groups))


def _kinds(rows: Sequence[Spoken]) -> str:
    return clip(", ".join(sorted({found.voice.kind for found in rows})), 120)


def _order(row: Statement) -> tuple[bool, str, str, int, str]:
    day = (row.said.from_ or row.said.to) if row.said else None
    return day is None, day or "", row.article, row.span.start, row.id
