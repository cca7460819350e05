"""What was woven, laid down as the record's public rows: in parts, so that only parts that changed are laid anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord import actors
from onrecord.nouns import (
    Article,
    Change,
    Claim,
    Copy,
    Dating,
    Event,
    Figure,
    Noun,
    Origin,
    Page,
    Persona,
    Quotation,
    Refusal,
    Row,
    Scrap,
    Statement,
    Story,
    Tally,
    Tie,
    Time,
)  # fmt: skip
from onrecord.store import Store
from onrecord.weaving import Weave

BY_SCOPE: dict[str, tuple[type[Noun], ...]] = {
    "page": (Page, Scrap, Refusal),
    "family": (Copy, Change),
    "circle": (Story,),
    "thread": (Article, Dating, Persona, Statement, Time, Claim, Tally, Origin, Quotation, Figure, Event, Tie),
}
"""What each scope's groups give the record."""
AS_WOVEN: tuple[type[Noun], ...] = (Statement, Time, Origin, Quotation, Figure, Event, Tie)
"""The nouns of a thread that are public as they were woven."""
ACTORS = "actors"
"""The part of all actor rows: a person may be in many threads."""
FORMAT = "1"
"""Raise it when rows are laid down in another way from the same weaving."""


class Part(NamedTuple):
    """One group's share of the record and the state it is in."""

    name: str
    scope: str
    members: tuple[str, ...]
    state: str


def publish(weave: Weave, *, anew: bool) -> None:
    """Brings the store's public rows to what was woven; `anew` lays down every part again."""
    store = weave.store
    wanted = {part.name: part for part in _parts(weave)}
    standing = store.parts()
    touched: set[str] = set()
    for name, state in standing.items():
        if anew or name not in wanted or wanted[name].state != state:
            touched |= store.lift(name)
    for name, part in sorted(wanted.items()):
        if anew or standing.get(name) != part.state:
            store.lay(name, part.state, _rows(weave, part), _personas(weave, part))
            touched |= store.actor_ids(name)
            weave.progress("publish", 1)
    _publish_actors(store, touched)


def _publish_actors(store: Store, touched: set[str]) -> None:
    for actor in sorted(touched):
        personas = sorted(store.personas(actor), key=lambda persona: persona.thread)
        store.take_out("actor", actor)
        if personas:
            store.put(actors.merge(personas), ACTORS)


def _parts(weave: Weave) -> Iterator[Part]:
    for scope, nouns in BY_SCOPE.items():
        for members in weave.groups[scope]:
            if scope != "family" or len(members) > 1:
                yield Part(f"{scope} {members[0]}", scope, members, f"{FORMAT} {weave.state(nouns, members)}")


def _rows(weave: Weave, part: Part) -> Iterator[Row]:
    match part.scope:
        case "page":
            yield _page(weave, part.members[0])
            yield from weave.rows(Scrap, part.members)
        case "thread":
            yield from _articles(weave, part.members)
            yield from _claims(weave, part.members)
            for noun in AS_WOVEN:
                yield from weave.rows(noun, part.members)
        case _:
            for noun in BY_SCOPE[part.scope]:
                yield from weave.rows(noun, part.members)


def _page(weave: Weave, page_id: str) -> Page:
    page: Page = weave.rows(Page, (page_id,))[0]
    refusals: list[Refusal] = weave.rows(Refusal, (page_id,))
    return replace(page, outcome="set-aside", reason=refusals[0].reason) if refusals else page


def _articles(weave: Weave, members: Sequence[str]) -> Iterator[Article]:
    datings: dict[str, Dating] = {dating.article: dating for dating in weave.rows(Dating, members)}
    for article in weave.rows(Article, members):
        yield replace(article, published=datings[article.id].published) if article.id in datings else article


def _claims(weave: Weave, members: Sequence[str]) -> Iterator[Claim]:
    tallies: dict[str, Tally] = {tally.claim: tally for tally in weave.rows(Tally, members)}
    for claim in weave.rows(Claim, members):
        tally = tallies.get(claim.id)
        yield claim if tally is None else replace(
            claim, origins=tally.origins, origins_from=tally.origins_from, origins_to=tally.origins_to,
            cycles=tally.cycles
        )  # fmt: skip


def _personas(weave: Weave, part: Part) -> list[Persona]:
    return weave.rows(Persona, part.members) if part.scope == "thread" else []
