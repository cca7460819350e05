"""Record: one open file. Its methods are the command line's commands and the web page's views."""

from __future__ import annotations

import datetime
import importlib.metadata
import platform
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

import msgspec

from onrecord import corrections, pages, publishing, queries, readers, weaving
from onrecord.corrections.log import Wish
from onrecord.engines import Engine
from onrecord.engines.local import Local
from onrecord.errors import NoSuchRow, NothingRead
from onrecord.ledgers import in_reading_order
from onrecord.nouns import (
    Actor,
    Article,
    Change,
    Claim,
    Copy,
    Correction,
    Event,
    Figure,
    Noun,
    Origin,
    Page,
    Quotation,
    Reading,
    Row,
    Scrap,
    Source,
    Statement,
    Story,
    Tie,
    Time,
    kind_of,
)  # fmt: skip
from onrecord.pages.inputs import gather
from onrecord.pipeline import STAGES
from onrecord.queries import Filter
from onrecord.readings import BUNDLED, Reader
from onrecord.reasons import Passage, Reasons, Why
from onrecord.rows import Rows
from onrecord.store import Found, Store
from onrecord.weaving import Progress

__all__ = ["Figures", "Found", "Passage", "Record", "Why", "Wish"]

N = TypeVar("N", bound=Noun)
FAULT, REMARK = "fault ", "remark "
READER, PICKED = "reader", "reader picked as"
READ_BY = next(stage.name for stage in STAGES if Reading in stage.writes)
_READINGS = msgspec.msgpack.Decoder(tuple[list[Reading]])
VERSION = importlib.metadata.version("onrecord")


class Figures(Noun, frozen=True, kw_only=True):
    """The record in numbers. `origins` counts the origins of all claims; `outlets` the distinct outlets shown."""

    pages: int
    set_aside: int
    articles: int
    scraps: int
    copies: int
    stories: int
    actors: int
    statements: int
    silences: int
    claims: int
    disputed: int
    origins: int
    outlets: int
    times: int
    events: int
    ties: int


def _quiet(_: str, __: int) -> None:
    return


class Record:
    """One open record file. `reader` is who reads its pages: a name ("rules", "both", "llm", "module:attribute"), an
    object, or None for the one that the record was read with (the bundled one for a new record)."""

    def __init__(
        self, store: Store, *, engine: Engine | None = None, progress: Progress = _quiet,
        reader: Reader | str | None = None,
    ) -> None:  # fmt: skip
        self._store = store
        self._engine = engine or Local()
        self._picked, self._reader = _picked(store, reader)
        self.progress = progress

    @classmethod
    def open(
        cls, path: Path | str, *, engine: Engine | None = None, progress: Progress = _quiet,
        reader: Reader | str | None = None,
    ) -> Record:  # fmt: skip
        """An existing record. Raises NoSuchRecord, NotARecord, NewerRecord, NoSuchReader; the file is left untouched
        then."""
        return cls._with(Store.open(Path(path)), engine, progress, reader)

    @classmethod
    def create(
        cls, path: Path | str, *, engine: Engine | None = None, progress: Progress = _quiet,
        reader: Reader | str | None = None,
    ) -> Record:  # fmt: skip
        """The record at `path`, made empty where there is none. Raises as `open` does, and makes nothing then."""
        if isinstance(reader, str):
            readers.pick(reader)
        return cls._with(Store.create(Path(path)), engine, progress, reader)

    @classmethod
    def _with(cls, store: Store, engine: Engine | None, progress: Progress, reader: Reader | str | None) -> Record:
        try:
            return cls(store, engine=engine, progress=progress, reader=reader)
        except BaseException:
            store.close()
            raise

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._store.close()

    @property
    def path(self) -> Path:
        """Where the record lies."""
        return self._store.path

    # -------------------------------------------------------------------------------------------------------- pages

    def add(
        self, paths: Sequence[str], *, root: Path | None = None, captured: str | None = None, replace: bool = False,
        stdin: BinaryIO | None = None, hosts: frozenset[str] = frozenset(),
    ) -> list[Page]:  # fmt: skip
        """Adds pages, and weaves anew what they touch; with `replace` they take the place of all pages before,
        corrections stay. `root` is what uris are relative to, `captured` when the pages were saved (ISO), `stdin` what
        the path - reads, `hosts` the hosts on private networks that may be fetched from. Returns the pages given, read
        or set aside. Raises NothingRead where there is no page at all, or none that could be read to take
        the place of pages that were; all of it or nothing is written.

        Whatever is on the web is fetched before the record is held for writing. A page that has changed at its address
        is a second page, a later version; one that has not is the page it was; an attempt that failed gives way to one
        that gave a page."""
        sources = gather(
            paths, root=root, captured=captured, stdin=stdin, hosts=hosts, kept=self._store.latest
        )  # fmt: skip
        given: dict[str, Source] = {}
        with self._writing():
            held = replace and any(page.outcome == "read" for page in self.pages())
            self._store.drop_sources(page for page, _ in self._store.sources() if replace)
            for page, source in weaving.identify(sources):
                self._store.put_source(page, source)
                given[page] = msgspec.structs.replace(source, data=b"")
                self.progress("pages", len(given))
            if not given:
                raise NothingRead(
                    f"there must be a page to read; nothing was found in {', '.join(paths)}: give files or folders"
                )
            self._weave()
            told = [self._given(page, source) for page, source in sorted(given.items())]
            if held and all(page.outcome == "set-aside" for page in told):
                raise NothingRead(_nothing_left(told))
        return told

    def _given(self, page: str, source: Source) -> Page:
        """The page as it stands in the record; of a failed attempt at an address whose page is there what it was."""
        row = self._store.row(page)
        return row if isinstance(row, Page) else pages.read(source)[0]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._store.writing():
            if self._store.renew():
                self._weave()
            yield

    def remove(self, names: Sequence[str]) -> list[str]:
        """Takes pages out, by uri or id, with all that rested on them. Returns their uris. Raises NoSuchRow for a
        name that no page has; nothing is taken out then."""
        with self._writing():
            known = self._store.sources()
            gone = {(page, uri) for name in names for page, uri in known if name in (page, uri)}
            if unknown := [name for name in names if not any(name in pair for pair in gone)]:
                raise NoSuchRow(
                    f"only pages of the record can be taken out; it has no {', '.join(unknown)}: see onrecord export"
                )
            self._store.drop_sources(page for page, _ in gone)
            self._weave()
        return sorted(uri for _, uri in gone)

    def correct(self, wish: Wish, *, at: str | None = None) -> Correction:
        """Adds a person's decision to the log and applies it. `at` is when it was made (ISO; now by default)."""
        moment = at or datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        with self._writing():
            made = corrections.decision(self._store, wish, moment)
            gone = self._store.row(made.target.id) is None
            self._store.decide(made)
            if gone:
                self._weave()
            else:
                corrections.apply(self._store, [made])
        return cast(Correction, self._store.row(made.id))

    def _weave(self) -> None:
        """Weaves and publishes. Where there are corrections, every part is laid anew, since they may have touched
        any."""
        log = self._store.decisions()
        weave = weaving.Weave(self._store, self._engine, self._reader, self.progress)
        weave.run()
        publishing.publish(weave, anew=bool(log))
        self._store.revise(("correction",), corrections.applying.PART, ())
        corrections.apply(self._store, log)
        self._store.set_runtime(
            {"onrecord": VERSION, "python": platform.python_version(), "machine": platform.machine()}
            | {READER: self._reader.name, PICKED: self._picked}
            | {f"stage {stage.name}": str(stage.version) for stage in STAGES}
            | {f"{FAULT}{number:04}": fault for number, fault in enumerate(weave.faults)}
            | {f"{REMARK}{number:04}": remark for number, remark in enumerate(weave.remarks)}
        )

    # --------------------------------------------------------------------------------------------------------- rows

    def all(self, kind: str) -> Rows[Row]:
        """Public rows of a kind, corrections applied, in the order of their ids."""
        return Rows(self._store.rows(kind))

    def get(self, id_: str) -> Row | None:
        """The row of that id."""
        return self._store.row(id_)

    def _select(self, noun: type[N], asked: Filter, **where: str) -> Rows[N]:
        rows = self._store.rows(kind_of(noun), **where)
        if asked == Filter():
            return cast(Rows[N], Rows(rows))
        queries.check(asked)
        actors = cast(list[Actor], list(self._store.rows("actor"))) if asked.speaker or asked.about else []
        stories = cast(Iterable[Story], self._store.rows("story")) if asked.story else ()
        return cast(Rows[N], Rows(queries.select(rows, asked, actors, stories)))

    def doubts(self, *, speaker: str | None = None, about: str | None = None, story: str | None = None) -> list[str]:
        """What a question names that the record does not have, a sentence each: an empty answer may mean just that."""
        return queries.doubts(Filter(speaker=speaker, about=about, story=story), list(self.actors()), self.stories())

    def pages(self) -> Rows[Page]:
        """Every page given, read or set aside."""
        return self._select(Page, Filter())

    def scraps(self, *, page: str | None = None) -> Rows[Scrap]:
        """What was cut off pages, or off one page."""
        return self._select(Scrap, Filter(), **({"page": page} if page else {}))

    def articles(self, *, story: str | None = None, from_: str | None = None, to: str | None = None) -> Rows[Article]:
        """Articles, of a story or thread, published within `from_`..`to`."""
        return self._select(Article, Filter(story=story, from_=from_, to=to))

    def copies(self, *, story: str | None = None) -> Rows[Copy]:
        """Copies."""
        return self._select(Copy, Filter(story=story))

    def changes(self, copy: str | None = None) -> Rows[Change]:
        """What copying changed; what one copying did in reading order."""
        if copy is None:
            return self._select(Change, Filter())
        return Rows(in_reading_order(self._select(Change, Filter(), copy=copy)))

    def stories(self) -> Rows[Story]:
        """Stories."""
        return self._select(Story, Filter())

    def actors(self, *, speaker: str | None = None) -> Rows[Actor]:
        """Actors, or those a name may mean."""
        actors = self._select(Actor, Filter())
        return Rows(queries.called(actors, speaker)) if speaker else actors

    def statements(
        self, *, speaker: str | None = None, about: str | None = None, act: str | None = None, story: str | None = None,
        from_: str | None = None, to: str | None = None,
    ) -> Rows[Statement]:  # fmt: skip
        """Who said what. `speaker`, `about` are names, forms or ids of actors; `from_`, `to` bound when it was said."""
        return self._select(Statement, Filter(speaker, about, act, None, story, from_, to))

    def silences(
        self, *, speaker: str | None = None, story: str | None = None, from_: str | None = None, to: str | None = None
    ) -> Rows[Statement]:
        """The ledger of silence: who denied, declined, did not answer or answered past the question."""
        rows = self.statements(speaker=speaker, story=story, from_=from_, to=to)
        return Rows(row for row in rows if row.act in queries.SILENCES)

    def times(self, *, story: str | None = None, from_: str | None = None, to: str | None = None) -> Rows[Time]:
        """Temporal expressions and what they mean."""
        return self._select(Time, Filter(story=story, from_=from_, to=to))

    def claims(self, *, about: str | None = None, story: str | None = None) -> Rows[Claim]:
        """Claims, most told first. `about` and `story` look at the statements under a claim."""
        rows = self._select(Claim, Filter())
        if about or story:
            wanted = {statement.id for statement in self.statements(about=about, story=story)}
            rows = Rows(row for row in rows if any(stand.id in wanted for stand in row.statements))
        return Rows(sorted(rows, key=lambda row: (-row.articles, -len(row.statements), row.id)))

    def origins(self) -> Rows[Origin]:
        """Who knows, for each claim."""
        return self._select(Origin, Filter())

    def quotations(self) -> Rows[Quotation]:
        """Utterances and their variants."""
        return self._select(Quotation, Filter())

    def figures_given(self) -> Rows[Figure]:
        """Numbers and who gave them."""
        return self._select(Figure, Filter())

    def timeline(
        self, *, speaker: str | None = None, story: str | None = None, from_: str | None = None, to: str | None = None
    ) -> Rows[Event]:
        """Events in the order of their time, undated last. `speaker` asks for those an actor takes part in."""
        rows = self._select(Event, Filter(speaker=speaker, story=story, from_=from_, to=to))
        return Rows(sorted(rows, key=_by_time))

    def ties(self, *, speaker: str | None = None, about: str | None = None, story: str | None = None) -> Rows[Tie]:
        """What actors did or said towards one another, in the order of time; of one actor, or of two."""
        rows = self._select(Tie, Filter(speaker=speaker, story=story))
        if about:
            others = {actor.id for actor in self.actors(speaker=about)}
            rows = Rows(row for row in rows if {row.actor, row.target} & others)
        return Rows(sorted(rows, key=_by_time))

    def corrections(self) -> Rows[Correction]:
        """The log of corrections and what became of each."""
        return self._select(Correction, Filter())

    # ------------------------------------------------------------------------------------------------------- answers

    def why(self, row: Row | str) -> Why:
        """A row unfolded down to the characters it rests on. Raises NoSuchRow for an id the record does not have."""
        found = self._store.row(row) if isinstance(row, str) else row
        if found is None:
            raise NoSuchRow(f"an id must be one of the record; there is no {row}: list the rows to find it")
        return Reasons(self._store.row, self.changes).of(found)

    def search(self, words: str, limit: int = 50) -> list[Found]:
        """Full-text search over articles and statements, best first."""
        return self._store.search(words, limit)

    def page_text(self, page: str) -> str | None:
        """A page as it was decoded, None where it cannot be."""
        source = self._store.source(page)
        document = pages.read(source)[1] if source else None
        return document.text if document else None

    def figures(self) -> Figures:
        """The record in numbers."""
        count = self._store.count
        return Figures(
            pages=count("page"), set_aside=count("page", outcome="set-aside"),
            articles=count("article"), scraps=count("scrap"), copies=count("copy"), stories=count("story"),
            actors=count("actor"), statements=count("statement"), claims=count("claim"),
            silences=sum(count("statement", act=act) for act in queries.SILENCES),
            disputed=count("claim", disputed=True), origins=count("origin"),
            outlets=self._store.variety("article", "outlet"),
            times=count("time"), events=count("event"), ties=count("tie"),
        )  # fmt: skip

    @property
    def reader(self) -> str:
        """The name and version of the reader that reads its pages."""
        return self._reader.name

    def faults(self) -> list[str]:
        """What went wrong while weaving, each with the stage and the articles it could not do."""
        return [fault for name, fault in self.runtime().items() if name.startswith(FAULT)]

    def remarks(self) -> list[str]:
        """What was not compared, for too many articles hold the same words; and what the reader would not vouch for, a
        line an article and remark; the bundled reader has none."""
        woven = [remark for name, remark in self.runtime().items() if name.startswith(REMARK)]
        if self._reader is BUNDLED:
            return woven
        found = (_READINGS.decode(data)[0] for data in self._store.shelf.results(READ_BY))
        return woven + sorted(self._remark(reading, remark) for (reading,) in found for remark in reading.remarks)

    def _remark(self, reading: Reading, remark: str) -> str:
        article = self._store.row(reading.article)
        headline = article.headline if isinstance(article, Article) else None
        return f"{headline or reading.article}: {remark} ({reading.reader})"

    def runtime(self) -> dict[str, str]:
        """What the record was read with."""
        return self._store.runtime()


def _nothing_left(told: Sequence[Page]) -> str:
    """Why a record that held pages is left as it was: nothing that should take their place could be read."""
    first = "; ".join(f"{page.uri}: {page.reason}" for page in told[:3])
    return (
        f"nothing that was given could be read, and the record keeps the pages it had ({first}): mend that, or use add"
    )


def _picked(store: Store, reader: Reader | str | None) -> tuple[str, Reader]:
    """How the reader was picked ("" for an object), and the reader."""
    if isinstance(reader, str):
        return reader, readers.pick(reader)
    if reader is not None:
        return "", readers.checked(reader, "what was given")
    known = store.runtime()
    if READER not in known:
        return readers.DEFAULT, readers.pick(readers.DEFAULT)
    return known[PICKED], readers.kept(known[PICKED], known[READER])


def _by_time(row: Event | Tie) -> tuple[str, str, str]:
    when = row.when
    if when is None:
        return "9999", "9999", row.id
    return when.from_ or when.to or "9999", when.to or "9999", row.id
