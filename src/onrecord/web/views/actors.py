"""People, bodies and outlets: their forms, what they said, what was said between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.nouns import Actor, Event, Statement, Tie
from onrecord.web.addresses import actor_address
from onrecord.web.labels import ACTOR_TYPES
from onrecord.web.links import anchor, file_name, to_statement
from onrecord.web.moments import Moment, moment
from onrecord.web.rows import Ref, Said, actor_ref, clip, place_ref, said, speaker_ref
from onrecord.web.shelf import Shelf
from onrecord.web.views.timeline import Happened, happened

FORMS = 40
"""Forms of a name that are shown."""

SHOWN = 200
"""Ties and events shown of one actor."""


class Person(NamedTuple):
    """An actor as one row. `page` is its own page; one that has none is reached by the `places` that mention it."""

    anchor: str
    actor: Ref
    type: str
    forms: tuple[str, ...]
    mentions: int
    articles: int
    statements: int
    ties: int
    page: str | None
    places: tuple[Ref, ...]


class Bond(NamedTuple):
    """A tie as one row."""

    anchor: str
    actor: Ref
    type: str
    target: Ref
    sign: str
    when: Moment | None
    evidence: tuple[Ref, ...]
    on_word_of: Ref | None


class Known(NamedTuple):
    """One actor, or one page of a long one's statements."""

    person: Person
    first: tuple[Ref, ...]
    statements: tuple[Said, ...]
    ties: tuple[Bond, ...]
    events: tuple[Happened, ...]


def actors(shelf: Shelf) -> list[Actor]:
    """Those who say most first, then those mentioned most."""
    said_by = shelf.statements_of_actor
    return sorted(
        shelf.actor.values(), key=lambda row: (-len(said_by.get(row.id, ())), -len(row.mentions), row.name, row.id)
    )


def people(shelf: Shelf, rows: Sequence[Actor]) -> list[Person]:
    """Rows of a list of actors."""
    return [person(shelf, row) for row in rows]


def person(shelf: Shelf, row: Actor) -> Person:
    """One actor as a row."""
    paged = row.id in shelf.paged
    return Person(
        anchor=anchor(row.id), actor=Ref(clip(row.name, 160), actor_address(shelf, row)), type=ACTOR_TYPES[row.type],
        forms=tuple(clip(form, 120) for form in row.forms[:FORMS] if form != row.name), mentions=len(row.mentions),
        articles=len({span.article for span in row.mentions}),
        statements=len(shelf.statements_of_actor.get(row.id, ())),
        ties=len(shelf.ties_of_actor.get(row.id, ())), page=file_name(row.id) if paged else None,
        places=() if paged else tuple(place_ref(shelf, span) for span in shelf.first_mentions[row.id]),
    )  # fmt: skip


def statements(shelf: Shelf, row: Actor) -> list[Statement]:
    """What the actor said, in the order of when it was said, the undated last."""
    return sorted(shelf.statements_of_actor.get(row.id, ()), key=_order)


def known(shelf: Shelf, row: Actor, chunk: Sequence[Statement]) -> Known:
    """One actor with the given part of its statements."""
    ties = sorted(shelf.ties_of_actor.get(row.id, ()), key=lambda tie: (_day(tie), tie.id))[:SHOWN]
    events = sorted(shelf.events_of_actor.get(row.id, ()), key=lambda event: (_day(event), event.id))[:SHOWN]
    return Known(
        person=person(shelf, row), first=tuple(place_ref(shelf, span) for span in shelf.first_mentions[row.id][:SHOWN]),
        statements=tuple(said(shelf, found) for found in chunk), ties=tuple(bond(shelf, tie) for tie in ties),
        events=tuple(happened(shelf, event) for event in events),
    )  # fmt: skip


def bond(shelf: Shelf, row: Tie) -> Bond:
    """One tie as a row."""
    word = shelf.statement.get(row.on_word_of) if row.on_word_of else None
    return Bond(
        anchor=anchor(row.id), actor=actor_ref(shelf, row.actor), type=row.type, target=actor_ref(shelf, row.target),
        sign=row.sign, when=moment(row.when), evidence=tuple(place_ref(shelf, span) for span in row.evidence),
        on_word_of=Ref(speaker_ref(shelf, word).text, to_statement(word.article, word.id)) if word else None,
    )  # fmt: skip


def _day(row: Tie | Event) -> str:
    return (row.when.from_ or row.when.to or "9999") if row.when else "9999"


def _order(row: Statement) -> tuple[bool, str, str, int, str]:
    day = (row.said.from_ or row.said.to) if row.said else None
    return day is None, day or "", row.article, row.span.start, row.id
