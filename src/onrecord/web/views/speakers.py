"""Who says what: statements under those who said them. And the ledger of silences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from onrecord.nouns import Statement
from onrecord.web.labels import SILENCE_HEADINGS, SILENCES, SOURCE_KINDS
from onrecord.web.links import numbered
from onrecord.web.rows import Ref, Said, clip, said, speaker_ref
from onrecord.web.shelf import Shelf

CHUNK = 200
"""Rows of a page of a long list."""

INDEX = 60
"""Speakers in the index on top of the list; the others stand in the list of actors."""


class Voice(NamedTuple):
    """One who is said to have said something: a known actor, or the page's words for somebody who is not."""

    key: str
    name: str
    href: str | None
    kind: str


class Group(NamedTuple):
    """A heading and the rows under it; `total` counts those on other pages of the list as well."""

    anchor: str
    voice: Ref
    kind: str
    total: int
    rows: tuple[Said, ...]


class Spoken(NamedTuple):
    """A statement with its speaker, ready to be listed."""

    voice: Voice
    row: Statement


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
    return Voice(ref.href or f"words:{ref.text.casefold()}", ref.text, ref.href, kind)


def spoken(shelf: Shelf) -> list[Spoken]:
    """Every statement, those with the most to say first; each speaker's in order of date, the undated last."""
    pairs = [Spoken(voice(shelf, row), row) for row in shelf.statement.values()]
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for found in pairs:
        counts[found.voice.key] = counts.get(found.voice.key, 0) + 1
        names[found.voice.key] = min(names.get(found.voice.key, found.voice.name), found.voice.name)
    return sorted(pairs, key=lambda s: (-counts[s.voice.key], names[s.voice.key], s.voice.key, _order(s.row)))


def voices(shelf: Shelf, every: Sequence[Spoken], chunk: Sequence[Spoken]) -> Voices:
    """One page of the list. `every` is the whole list, `chunk` the part of it that this page shows."""
    totals, pages = _totals(every)
    index = [(key, group[0].voice) for key, group in _under(every)][:INDEX]
    slots = {key: number for number, key in enumerate(totals)}
    return Voices(
        names=tuple(
            (Ref(found.name, f"{numbered('who', pages[key])}#voice-{slots[key]}"), totals[key]) for key, found in index
        ),
        groups=tuple(
            Group(
                anchor=f"voice-{slots[key]}", voice=Ref(group[0].voice.name, group[0].voice.href), kind=_kinds(group),
                total=totals[key], rows=tuple(said(shelf, found.row) for found in group),
            )
            for key, group in _under(chunk)
        ),
    )  # fmt: skip


def silences(shelf: Shelf) -> list[Statement]:
    """Denials, refusals and requests left unanswered: by act, then by date."""
    found = [row for row in shelf.statement.values() if row.act in SILENCES]
    return sorted(found, key=lambda row: (SILENCES.index(row.act), _order(row)))


def ledger(shelf: Shelf, every: Sequence[Statement], chunk: Sequence[Statement]) -> Ledger:
    """One page of the ledger."""
    totals: dict[str, int] = {}
    pages: dict[str, int] = {}
    for number, row in enumerate(every):
        totals[row.act] = totals.get(row.act, 0) + 1
        pages.setdefault(row.act, number // CHUNK + 1)
    groups = []
    for act, rows in groupby(chunk, key=lambda row: row.act):
        shown = tuple(said(shelf, row) for row in rows)
        groups.append(Group(act.replace("_", "-"), Ref(SILENCE_HEADINGS[act]), "", totals[act], shown))
    counts = (
        (Ref(SILENCE_HEADINGS[act], f"{numbered('silences', pages[act])}#{act.replace('_', '-')}"), totals[act])
        for act in SILENCES
        if act in totals
    )
    return Ledger(tuple(counts), tuple(groups))


def _totals(every: Sequence[Spoken]) -> tuple[dict[str, int], dict[str, int]]:
    """How many statements each speaker has, and on which page of the list the first of them stands."""
    totals: dict[str, int] = {}
    pages: dict[str, int] = {}
    for number, found in enumerate(every):
        totals[found.voice.key] = totals.get(found.voice.key, 0) + 1
        pages.setdefault(found.voice.key, number // CHUNK + 1)
    return totals, pages


def _under(rows: Sequence[Spoken]) -> list[tuple[str, list[Spoken]]]:
    return [(key, list(group)) for key, group in groupby(rows, key=lambda found: found.voice.key)]


def _kinds(group: Sequence[Spoken]) -> str:
    return clip(", ".join(sorted({found.voice.kind for found in group})), 120)


def _order(row: Statement) -> tuple[bool, str, str, int, str]:
    day = (row.said.from_ or row.said.to) if row.said else None
    return day is None, day or "", row.article, row.span.start, row.id
