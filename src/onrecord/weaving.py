"""The weaving: runs the pipeline's stages over a store's pages, doing again only what changed.

Every result of a stage stands on the store's shelf, one a group, with the key it was made under: a hash of the stage's
version, of the group's members and of what its inputs hold. Each stage looks at the groups that may have changed and at
no others: those with an item whose rows of a noun it reads are other rows than before, those with other members, those
that a fault left empty; at all of them where its version was raised. Of these it does the ones whose key is another. So
`add` costs what it touches, and the outcome is that of a build from nothing.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from onrecord import pages
from onrecord.engines import Engine
from onrecord.grouping import Bonds, Change, regroup
from onrecord.nouns import Article, Document, Noun, Reading, Source
from onrecord.pipeline import DECODING, KIN, STAGES, Scope, Stage, check, held
from onrecord.readings import Reader, spreads
from onrecord.scopes import JOINED_BY, OF_PAGES, WIDE, concerns, joins
from onrecord.store import Label, Store, key_number, state_of
from onrecord.store.links import Link
from onrecord.tasks import Done, Task, decoder, perform

AT_HAND = 8_000
"""Rows kept at hand while items are compared: sketches of articles of 150 words some 10 MB, themes some 90 MB."""
CROWDED = (
    "{scope}: {keys} keys are held by crowds, of {most} articles at most; under each only the first few were compared "
    "with all others, and {pairs} pairs were not"
)
Progress = Callable[[str, int], None]
"""Told a stage's name and how many groups of it are done."""
Lists = list[list[Any]]
"""The rows of each noun that a result holds."""


class Group(NamedTuple):
    """A group of a scope: its name in the store, its members (article ids, or page ids), and the key of its result for
    one stage."""

    name: int
    members: tuple[str, ...]
    key: str


class Weave:
    """One pass over the pipeline. After `run`, `changed` tells which groups of a scope hold other rows than before, and
    `faults` what went wrong in a stage."""

    def __init__(self, store: Store, engine: Engine, reader: Reader, progress: Progress) -> None:
        check()
        self.store = store
        self.engine = engine
        self.reader = reader
        self.progress = progress
        self.heirs: dict[Scope, dict[int, tuple[int, ...]]] = {}
        self.gone: dict[Scope, set[int]] = {}
        self._dirty: defaultdict[type[Noun], set[str]] = defaultdict(set)
        self._altered: defaultdict[Scope, set[str]] = defaultdict(set)
        self._cuts: dict[int, tuple[str, ...]] = {}
        self._wide: dict[tuple[type[Noun], int], dict[str, list[Any]]] = {}

    def run(self, only: Collection[str] | None = None) -> None:
        """Runs every stage over the groups that may have changed; or `only` those of these names, which must hold the
        writers of all that they read."""
        self._take_pages()
        for stage in STAGES if only is None else (stage for stage in STAGES if stage.name in only):
            if stage.scope not in self.heirs:
                self._regroup(stage.scope)
            self._run_stage(stage)
            self.store.shelf.set_version(stage.name, self._version(stage))

    @property
    def faults(self) -> list[str]:
        """What went wrong in a stage, and with which members."""
        scope_of = {stage.name: stage.scope for stage in STAGES}
        return [
            f"{name} of {', '.join(self.members(scope_of[name], group))}: {fault}"
            for name, group, fault in self.store.shelf.faults()
            if name in scope_of
        ]

    @property
    def remarks(self) -> list[str]:
        """What was not compared because too many articles hold the same words."""
        scopes = [scope for scope, nouns in JOINED_BY.items() if KIN.keys() & set(nouns)]
        return [CROWDED.format(scope=scope, **cut) for scope in scopes if (cut := self._cut(scope))]

    def _cut(self, scope: Scope) -> dict[str, int]:
        crowds = list(self.store.links(scope).crowds())
        pairs = sum(crowd.uncompared() for crowd in crowds)
        return {"keys": len(crowds), "most": max(crowd.size for crowd in crowds), "pairs": pairs} if crowds else {}

    # -------------------------------------------------------------------------------------------------- what there is

    def members(self, scope: Scope, name: int) -> tuple[str, ...]:
        """The members of a group, sorted."""
        numbers = [name] if scope in ("page", "article") else self.store.groups(scope).members(name)
        return tuple(sorted(self.store.numbers.id(number) for number in numbers))

    def all(self, scope: Scope) -> set[int]:
        """Every group of a scope."""
        if scope == "article":
            return set(self.store.groups("cut").items())
        if scope == "page":
            return {self.store.numbers.of(page) for page in self.store.standing()}
        items = self.all("page" if scope in OF_PAGES else "article")
        return {self._name(scope, item) for item in items}

    def changed(self, scope: Scope, nouns: Iterable[type[Noun]]) -> tuple[set[int], set[int]]:
        """The groups of a scope that have other members than before or other rows of these nouns, and the groups that
        are no more."""
        names = set(self.heirs[scope])
        for noun in nouns:
            names |= {self._name(scope, item) for item in self._present(scope, self._dirty[noun])}
        return names, self.gone[scope]

    def articles_gone(self) -> set[str]:
        """The articles that are no more."""
        return {self.store.numbers.id(number) for number in self.gone["article"]}

    def rows(self, noun: type[Noun], members: Sequence[str]) -> list[Any]:
        """The rows of a noun that concern only these members, in the order of their encoding."""
        own = set(members)
        found: dict[int, Any] = {}
        for place in {self._place(noun, member) for member in members}:
            by_item = self._by_item(noun, place)
            near = by_item.get("", []) if "" in by_item else [row for item in own for row in by_item.get(item, [])]
            found |= {id(row): row for row in near if own.issuperset(concerns(row))}
        return sorted(found.values(), key=_order)

    def _by_item(self, noun: type[Noun], place: int) -> dict[str, list[Any]]:
        """The rows of one result by whom they concern, under "" where nobody else may ask for them."""
        if (noun, place) in self._wide:
            return self._wide[noun, place]
        stage = _writer(noun)
        by_item: defaultdict[str, list[Any]] = defaultdict(list)
        for row in _decoded(stage, noun, self.store.shelf.kept(stage.name, place)):
            for item in concerns(row) or ("",):
                by_item[item].append(row)
        if stage.scope in WIDE:
            self._wide[noun, place] = by_item
        return by_item

    def _place(self, noun: type[Noun], item: str) -> int:
        """The group whose result holds a noun's rows of an item."""
        if noun is Article:
            return self.store.groups("cut").name(self.store.numbers.of(item))
        return self._name(_writer(noun).scope, self.store.numbers.of(item))

    def _name(self, scope: Scope, item: int) -> int:
        return item if scope in ("page", "article") else self.store.groups(scope).name(item)

    def _present(self, scope: Scope, ids: Iterable[str]) -> Iterator[int]:
        """The numbers of those items that are still there."""
        return (self.store.numbers.of(id_) for id_ in ids if self._is_there(scope, id_))

    def _is_there(self, scope: Scope, id_: str) -> bool:
        if scope in OF_PAGES:
            return self.store.stands(id_)
        return self.store.groups("cut").holds(self.store.numbers.of(id_))

    # ------------------------------------------------------------------------------------------------- what changed

    def _take_pages(self) -> None:
        touched = self.store.take_touched()
        standing = {page for page in touched if self.store.stands(page)}
        new = {page for page in standing if self.store.shelf.label(STAGES[0].name, self.store.numbers.of(page)) is None}
        self._dirty[Document] = standing - new
        self.heirs["page"] = {self.store.numbers.of(page): () for page in new}
        self.gone["page"] = {self.store.numbers.of(page) for page in touched - standing}

    def _regroup(self, scope: Scope) -> None:
        """Finds the groups of a scope, all that joins its items being known."""
        narrow: Scope = "page" if scope in OF_PAGES else "article"
        came, number = {name for name, was in self.heirs[narrow].items() if not was}, self.store.numbers.of
        altered = {number(id_) for id_ in self._altered.pop(scope, ())} - came
        bonds = Bonds(self.store.numbers.id, self._kin(scope), lambda items: self._keys(scope, items))
        change = Change(came, self.gone[narrow], altered)
        found = regroup(self.store.groups(scope), self.store.links(scope), change, bonds)
        self.heirs[scope], self.gone[scope] = found.heirs, found.gone | (self.gone[narrow] - found.heirs.keys())

    def _keys(self, scope: Scope, items: Collection[int]) -> Iterator[Link]:
        ids = sorted(self.store.numbers.id(item) for item in items)
        for noun in JOINED_BY[scope]:
            for row in self.rows(noun, ids):
                yield from ((_key(noun, key), self.store.numbers.of(item)) for item, key in joins(row))

    def _kin(self, scope: Scope) -> Callable[[int, int, bool], bool]:
        """Tells of two items by number whether they are kin; the rows looked at last are kept at hand."""
        nouns = [noun for noun in JOINED_BY[scope] if noun in KIN]

        @lru_cache(AT_HAND)
        def row(item: int) -> Any:
            found = self.rows(nouns[0], (self.store.numbers.id(item),))
            return KIN[nouns[0]].kept(found[0]) if found else None

        def kin(a: int, b: int, crowded: bool) -> bool:
            x, y = row(a), row(b)
            return x is not None and y is not None and KIN[nouns[0]].are(x, y, crowded)

        return kin

    def _wanting(self, stage: Stage) -> set[int]:
        """The groups a stage must look at."""
        if self.store.shelf.version(stage.name) != self._version(stage):
            return self.all(stage.scope)
        names = set(self.heirs[stage.scope])
        for noun in stage.reads:
            names |= {self._name(stage.scope, item) for item in self._present(stage.scope, self._dirty[noun])}
        return names | {group for name, group, _ in self.store.shelf.faults() if name == stage.name}

    def _run_stage(self, stage: Stage) -> None:
        apart = Reading in stage.writes and not spreads(self.reader)
        flying: dict[str, Group] = {}

        def sent() -> Iterator[Task]:
            for group in self._to_do(stage):
                flying[group.key] = group
                yield self._task(stage, group)

        done = map(perform, sent()) if apart else self.engine.each(perform, sent())
        for number, one in enumerate(done, start=1):
            self._take_in(stage, flying.pop(one.key), one)
            self.progress(stage.name, number)
        self._clear(stage)
        if Article in stage.writes:
            self._take_articles()

    def _clear(self, stage: Stage) -> None:
        """Throws away the results of groups that are no more; what no heir took over is lost."""
        heard = {name for was in self.heirs[stage.scope].values() for name in was}
        for name in self.gone[stage.scope]:
            if name not in heard:
                known = [data for data in (self.store.shelf.kept(stage.name, name),) if data]
                self._note(stage, (), *_differing(stage, known, None))
            self.store.shelf.drop(stage.name, name)
            for noun in held(stage):
                self._wide.pop((noun, name), None)

    def _to_do(self, stage: Stage) -> Iterator[Group]:
        for name in sorted(self._wanting(stage)):
            members = self.members(stage.scope, name)
            group = Group(name, members, self._key(stage, members))
            label = self.store.shelf.label(stage.name, name)
            if label is None or label.fault or label.key != group.key:
                yield group

    def _take_in(self, stage: Stage, group: Group, done: Done) -> None:
        """Puts a result on the shelf, and notes whose rows are others than before."""
        shelf, state = self.store.shelf, state_of(done.data)
        was = self.heirs[stage.scope].get(group.name) or (group.name,)
        label = shelf.label(stage.name, group.name)
        same = label is not None and label.state == state and was == (group.name,)
        if not same:
            known = [data for name in was if (data := shelf.kept(stage.name, name))]
            self._note(stage, group.members, *_differing(stage, known, done.data))
        shelf.keep(stage.name, group.name, Label(done.key, state, done.articles, done.fault), done.data)
        if Article in stage.writes:
            self._cuts[group.name] = done.articles
        for noun in held(stage):
            self._wide.pop((noun, group.name), None)

    def _note(self, stage: Stage, members: Collection[str], lost: Lists, found: Lists) -> None:
        """Notes whose rows were lost or found, and what that does to the links of wider scopes."""
        for noun, gone, come in zip(held(stage), lost, found, strict=True):
            for row in (*gone, *come):
                self._dirty[noun].update(concerns(row) or members)
            for scope in (scope for scope, nouns in JOINED_BY.items() if noun in nouns):
                self.store.links(scope).note(self._linked(scope, members, gone), -1)
                self.store.links(scope).note(self._linked(scope, members, come), 1)
                if noun in KIN:
                    self._altered[scope].update(item for row in gone for item, _ in joins(row))

    def _linked(self, scope: Scope, members: Collection[str], rows: Iterable[Any]) -> Iterator[Link]:
        """The links of a group's own members, and of items that are no more: a group that falls apart has several
        heirs, each of which sees all that it lost."""
        own, number = frozenset(members), self.store.numbers.of
        for row in rows:
            for item, key in joins(row):
                if item in own or not self._is_there(scope, item):
                    yield _key(type(row), key), number(item)

    def _take_articles(self) -> None:
        """The articles that came and went with the pages whose results are others than before."""
        cut, number = self.store.groups("cut"), self.store.numbers.of
        now = {id_: page for page, ids in self._cuts.items() for id_ in ids}
        known = {id_ for id_ in self._dirty[Article] if cut.holds(number(id_))}
        self.heirs["article"] = {number(id_): () for id_ in sorted(now.keys() - known) if not cut.holds(number(id_))}
        self.gone["article"] = {number(id_) for id_ in known - now.keys()}
        cut.set_alone(self.gone["article"])
        for page, ids in self._cuts.items():
            cut.set_group(page, [number(id_) for id_ in ids])

    # ------------------------------------------------------------------------------------------------- keys and tasks

    def state(self, nouns: Iterable[type[Noun]], members: Sequence[str]) -> str:
        """A hash of what is known in these nouns of these members."""
        return _hash(*members, *(part for noun in nouns for part in self._states(noun, members)))

    def _states(self, noun: type[Noun], members: Sequence[str]) -> Iterator[str]:
        stage = _writer(noun)
        if stage.scope in WIDE:
            yield state_of(msgspec.msgpack.encode(self.rows(noun, members)))
            return
        yield from (self.store.shelf.state(stage.name, self._place(noun, member)) for member in members)

    def _key(self, stage: Stage, members: tuple[str, ...]) -> str:
        given = self.store.stamp(members[0]) if stage.scope == "page" else ""
        known = self.state((noun for noun in stage.reads if noun is not Document), members)
        return _hash(stage.name, self._version(stage), given, known)

    def _version(self, stage: Stage) -> str:
        """All but a group's members and inputs that a result depends on."""
        reader = self.reader.name if Reading in stage.writes else ""
        return f"{stage.version} {DECODING if stage.scope == 'page' else ''} {reader}"

    def _task(self, stage: Stage, group: Group) -> Task:
        lists = [self.rows(noun, group.members) for noun in stage.reads if noun is not Document]
        source = self.store.source(group.members[0]) if stage.scope == "page" else None
        reader = self.reader if Reading in stage.writes else None
        return Task(stage.name, group.key, msgspec.msgpack.encode(lists), source, reader)


def _key(noun: type[Noun], key: str) -> int:
    return key_number(key, sure=noun not in KIN)


def _writer(noun: type[Noun]) -> Stage:
    return next(stage for stage in STAGES if noun in held(stage))


def _decoded(stage: Stage, noun: type[Noun], data: bytes | None) -> list[Any]:
    nouns = held(stage)
    return [] if data is None else list(decoder(nouns).decode(data)[nouns.index(noun)])


def _differing(stage: Stage, known: Sequence[bytes], data: bytes | None) -> tuple[Lists, Lists]:
    """The rows of each noun that stood in the results before and do not now, and those that stand there now alone."""
    decode = decoder(held(stage)).decode
    now: Lists = list(decode(data)) if data is not None else [[] for _ in held(stage)]
    if not known:
        return [[] for _ in now], now
    before: Lists = [[row for rows in lists for row in rows] for lists in zip(*map(decode, known), strict=True)]
    return [_without(*pair) for pair in zip(before, now, strict=True)], [
        _without(*pair) for pair in zip(now, before, strict=True)
    ]


def _without(rows: list[Any], others: list[Any]) -> list[Any]:
    """The rows that do not stand among others, each once."""
    taken = {msgspec.msgpack.encode(row) for row in others}
    return list({data: row for row in rows if (data := msgspec.msgpack.encode(row)) not in taken}.values())


def _order(row: Any) -> tuple[str, str]:
    return getattr(row, "id", ""), getattr(row, "article", getattr(row, "claim", getattr(row, "page", "")))


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


def identify(sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    """Each source with the id of the page it is."""
    return ((pages.identify(source), source) for source in sources)
