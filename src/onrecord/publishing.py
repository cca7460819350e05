"""What was woven, laid down as the record's public rows: a part a group, so that only groups that changed are looked
at, and of these only rows that changed are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from onrecord import actors
from onrecord.nouns import (
    PUBLIC,
    Actor,
    ActorType,
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
    Span,
    Statement,
    Story,
    Tally,
    Tie,
    Time,
    kind_of,
)  # fmt: skip
from onrecord.pipeline import Scope
from onrecord.store import state_of
from onrecord.weaving import Weave

BY_SCOPE: dict[Scope, tuple[type[Noun], ...]] = {
    "page": (Page, Scrap, Refusal),
    "thread": (Article, Dating, Persona, Statement, Time, Claim, Tally, Origin, Quotation, Figure, Event, Tie),
    "family": (Copy, Change),
    "circle": (Story,),
}
"""What each scope's groups give the record, articles before all that has spans of them."""
AS_WOVEN: tuple[type[Noun], ...] = (Statement, Time, Origin, Quotation, Figure, Event, Tie)
"""The nouns of a thread that are public as they were woven."""
ACTORS = 0
"""The part of all actor rows: a person may be in many threads."""
FORMAT = "2"
"""Raise it when rows are laid down in another way from the same weaving."""
ITSELF = "publishing"
"""The name by which the shelf knows the format."""


def publish(weave: Weave, *, anew: bool) -> None:
    """Brings the store's public rows to what was woven; `anew` looks at all of them, not only at those of groups that
    changed. Rows that are as they should be are not written."""
    shelf = weave.store.shelf
    anew = anew or shelf.version(ITSELF) != FORMAT
    shown = Shown(weave, anew)
    for scope, nouns in BY_SCOPE.items():
        names, gone = weave.changed(scope, nouns)
        kinds = [kind_of(noun) for noun in nouns if noun in PUBLIC]
        for name in sorted((weave.all(scope) if anew else names) | gone):
            members = () if name in gone else weave.members(scope, name)
            weave.store.revise(kinds, name, _rows(weave, scope, members))
            if scope == "thread":
                shown.take(name, members)
            weave.progress("publish", 1)
    shown.publish()
    shelf.set_version(ITSELF, FORMAT)


class Shown:
    """What the threads that changed show of actors. An actor's row is what all threads call it, and its mentions in the
    articles of other threads as they stand in the row."""

    def __init__(self, weave: Weave, anew: bool) -> None:
        self._weave = weave
        self._anew = anew
        self._articles: set[str] = weave.articles_gone()
        self._mentions: dict[str, list[Span]] = {}
        self._touched: set[str] = set()

    def take(self, name: int, members: Sequence[str]) -> None:
        """Hears one thread."""
        personas: list[Persona] = self._weave.rows(Persona, members) if members else []
        self._articles.update(members)
        for persona in personas:
            self._mentions.setdefault(persona.id, []).extend(persona.mentions)
        heads = {persona.id: _head(persona) for persona in personas}
        self._touched |= self._weave.store.set_heads(name, heads) | (heads.keys() if self._anew else set())

    def publish(self) -> None:
        """Writes the actors that changed."""
        store = self._weave.store
        if self._anew:
            found = (self._actor(id_) for id_ in sorted(self._touched))
            store.revise(("actor",), ACTORS, (actor for actor in found if actor))
            return
        for id_ in sorted(self._touched):
            actor = self._actor(id_)
            if actor is None:
                store.take_out("actor", id_)
            elif actor != store.row(id_):
                store.put(actor, ACTORS)

    def _actor(self, id_: str) -> Actor | None:
        """An actor as all threads show it now, None where none does any longer."""
        heads = [msgspec.msgpack.decode(head, type=Head) for head in self._weave.store.heads(id_)]
        if not heads:
            return None
        row = None if self._anew else self._weave.store.row(id_)
        kept = [span for span in row.mentions if span.article not in self._articles] if isinstance(row, Actor) else []
        mentions = tuple(kept + self._mentions.get(id_, []))
        return actors.merge([
            Persona(
                id=id_, thread="", name=head.name, type=head.type, forms=head.forms, mentions=() if number else mentions
            )
            for number, head in enumerate(heads)
        ])  # fmt: skip


class Head(Noun, frozen=True, kw_only=True, array_like=True):
    """A persona without its thread and its mentions; `places` is a hash of these."""

    name: str
    type: ActorType
    forms: tuple[str, ...]
    places: bytes


def _head(persona: Persona) -> bytes:
    places = bytes.fromhex(state_of(msgspec.msgpack.encode(persona.mentions)))[:8]
    return msgspec.msgpack.encode(Head(name=persona.name, type=persona.type, forms=persona.forms, places=places))


def _rows(weave: Weave, scope: Scope, members: Sequence[str]) -> Iterator[Row]:
    if not members:
        return
    match scope:
        case "page":
            yield _page(weave, members[0])
            yield from weave.rows(Scrap, members)
        case "thread":
            yield from _articles(weave, members)
            yield from _claims(weave, members)
            for noun in AS_WOVEN:
                yield from weave.rows(noun, members)
        case _:
            for noun in BY_SCOPE[scope]:
                yield from weave.rows(noun, members)


def _page(weave: Weave, page_id: str) -> Page:
    page: Page = weave.rows(Page, (page_id,))[0]
    refusals: list[Refusal] = weave.rows(Refusal, (page_id,))
    return replace(page, outcome="set-aside", reason=refusals[0].reason) if refusals else page


def _articles(weave: Weave, members: Sequence[str]) -> Iterator[Article]:
    datings: dict[str, Dating] = {dating.article: dating for dating in weave.rows(Dating, members)}
    for article in weave.rows(Article, members):
        dating = datings.get(article.id)
        yield article if dating is None else replace(
            article, published=dating.published, notes=(*article.notes, *dating.notes)
        )  # fmt: skip


def _claims(weave: Weave, members: Sequence[str]) -> Iterator[Claim]:
    tallies: dict[str, Tally] = {tally.claim: tally for tally in weave.rows(Tally, members)}
    for claim in weave.rows(Claim, members):
        tally = tallies.get(claim.id)
        yield claim if tally is None else replace(
            claim, origins=tally.origins, origins_from=tally.origins_from, origins_to=tally.origins_to,
            cycles=tally.cycles
        )  # fmt: skip
