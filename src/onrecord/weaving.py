"""The weaving: runs the pipeline's stages over a store's pages, doing again only what changed.

Every result of a stage stands on the store's shelf under a key: a hash of the stage's name and version, of its
members and of what its inputs hold. A group whose key is on the shelf is not touched. So `add` does the groups it
touched, a stage whose version was raised redoes itself and, where it wrote anything else than before, what reads it;
and the outcome is that of a build from nothing. A result that a fault left empty is tried again every time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from onrecord import pages
from onrecord.engines import Engine
from onrecord.nouns import Article, Copy, Document, Imprint, Noun, Reading, Sketch, Source, Story, Theme
from onrecord.pipeline import DECODING, STAGES, Stage, check, held
from onrecord.readings import Reader, spreads
from onrecord.store import Store
from onrecord.tasks import Task, decoder, perform

Progress = Callable[[str, int], None]
"""Told a stage's name and how many groups of it are done."""


class Group(NamedTuple):
    """The members of a group (article ids, or page ids) and the key of its result for one stage."""

    members: tuple[str, ...]
    key: str


class Weave:
    """One pass over the pipeline. After `run`, `keys[noun][member]` is the shelf key of the result that holds a noun's
    rows for an article (or, for stages of pages and sites, a page), `groups[scope]` the groups of each scope, and
    `faults` what went wrong in a stage. `shares[noun][page]` is a page's own row of what was found for its site,
    encoded: a page that joins a site touches only the pages whose own row it changes."""

    def __init__(self, store: Store, engine: Engine, reader: Reader, progress: Progress) -> None:
        check()
        self.store = store
        self.engine = engine
        self.reader = reader
        self.progress = progress
        self.keys: dict[type[Noun], dict[str, str]] = {}
        self.groups: dict[str, list[tuple[str, ...]]] = {}
        self.states: dict[str, str] = {}
        self.shares: dict[type[Noun], dict[str, bytes]] = {}
        self.faults: list[str] = []

    def run(self) -> None:
        """Runs every stage over its groups, and clears from the shelf what no longer stands on anything."""
        self.groups["page"] = [(page,) for page in self.store.standing()]
        for stage in STAGES:
            if stage.scope not in self.groups:
                self.groups[stage.scope] = self._grouped(stage.scope)
            self._run_stage(stage)
        self.store.clear_shelf(key for keys in self.keys.values() for key in keys.values())

    def rows(self, noun: type[Noun], members: Sequence[str]) -> list[Any]:
        """The rows of a noun that concern only these members, in the order of their encoding."""
        if noun in self.shares:
            shared = self.shares[noun]
            return [msgspec.msgpack.decode(shared[member], type=noun) for member in members if member in shared]
        own = set(members)
        keys = self.keys[noun]
        found: list[Any] = []
        for key in sorted({keys[member] for member in members if member in keys}):
            found += (row for row in _decoded(self.store, key, noun) if _concerns(row) <= own or not _concerns(row))
        return sorted(found, key=_order)

    def state(self, nouns: Iterable[type[Noun]], members: Sequence[str]) -> str:
        """A hash of what the results hold in which these nouns of these members stand."""
        return _hash(*members, *(self._state(noun, member) for noun in nouns for member in members))

    def _state(self, noun: type[Noun], member: str) -> str:
        if noun in self.shares:
            return self.shares[noun].get(member, b"").hex()
        return self.states.get(self.keys[noun].get(member, ""), "")

    def _run_stage(self, stage: Stage) -> None:
        groups = [Group(members, self._key(stage, members)) for members in self.groups[stage.scope]]
        tasks = (self._task(stage, group) for group in groups if self._is_wanting(group))
        apart = Reading in stage.writes and not spreads(self.reader)
        for number, done in enumerate(map(perform, tasks) if apart else self.engine.each(perform, tasks), start=1):
            self.store.keep(done.key, stage.name, done.articles, done.fault, done.data)
            self.progress(stage.name, number)
        for noun in held(stage):
            self.keys[noun] = {member: group.key for group in groups for member in group.members}
        by_article: dict[str, str] = {}
        for group in groups:
            label = self.store.label(group.key)
            assert label is not None
            self.states[group.key] = label.state
            self.faults += [f"{stage.name} of {', '.join(group.members)}: {label.fault}"] if label.fault else []
            by_article |= dict.fromkeys(label.articles, group.key)
        if stage.scope == "site":
            self.shares |= {noun: self._shared(noun, groups) for noun in stage.writes}
        if Article in stage.writes:
            self.keys[Article] = by_article
            self.groups["article"] = [(article,) for article in sorted(by_article)]

    def _shared(self, noun: type[Noun], groups: Sequence[Group]) -> dict[str, bytes]:
        rows = (row for group in groups for row in _decoded(self.store, group.key, noun))
        return {row.page: msgspec.msgpack.encode(row) for row in rows}

    def _is_wanting(self, group: Group) -> bool:
        label = self.store.label(group.key)
        return label is None or bool(label.fault)

    def _key(self, stage: Stage, members: tuple[str, ...]) -> str:
        given = f"{DECODING} {self.store.stamp(members[0])}" if stage.scope == "page" else ""
        given += self.reader.name if Reading in stage.writes else ""
        known = self.state((noun for noun in stage.reads if noun is not Document), members)
        return _hash(stage.name, str(stage.version), given, known)

    def _task(self, stage: Stage, group: Group) -> Task:
        lists = [self.rows(noun, group.members) for noun in stage.reads if noun is not Document]
        source = self.store.source(group.members[0]) if stage.scope == "page" else None
        reader = self.reader if Reading in stage.writes else None
        return Task(stage.name, group.key, msgspec.msgpack.encode(lists), source, reader)

    def _grouped(self, scope: str) -> list[tuple[str, ...]]:
        if scope == "site":
            imprints = (row for page in self.groups["page"] for row in self.rows(Imprint, page))
            sites = self.engine.group((row.site, row.page) for row in imprints if row.site is not None)
            return [pages for _, pages in sites if len(pages) > 1]
        if scope == "thread":
            thread = {article: article for (article,) in self.groups["article"]}  # what no story took stays by itself
            for story in (story for circle in self.groups["circle"] for story in self.rows(Story, circle)):
                thread |= dict.fromkeys(story.articles, story.thread)
            return [items for _, items in self.engine.group((key, article) for article, key in thread.items())]
        return self.engine.connect(self._links(Sketch if scope == "family" else Theme, copied=scope == "circle"))

    def _links(self, noun: type[Sketch] | type[Theme], *, copied: bool) -> Iterator[tuple[str, str]]:
        for (article,) in self.groups["article"]:
            yield article, article
            for row in self.rows(noun, (article,)):
                yield from ((article, key) for key in row.keys)
        for family in self.groups["family"] if copied else ():
            for copy in self.rows(Copy, family) if len(family) > 1 else ():
                yield from ((copy.original, copy.id), (copy.copy, copy.id))


def _decoded(store: Store, key: str, noun: type[Noun]) -> list[Any]:
    nouns = next(held(stage) for stage in STAGES if noun in held(stage))
    return list(decoder(nouns).decode(store.kept(key))[nouns.index(noun)])


def _concerns(row: Any) -> set[str]:
    """The articles a row is about, where a wider or other group than its own may ask for it."""
    match row:
        case Article():
            return {row.id}
        case Copy():
            return {row.original, row.copy}
        case Story():
            return set(row.articles)
    return set()


def _order(row: Any) -> tuple[str, str]:
    return getattr(row, "id", ""), getattr(row, "article", getattr(row, "claim", getattr(row, "page", "")))


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


def identify(sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    """Each source with the id of the page it is."""
    return ((pages.identify(source), source) for source in sources)
