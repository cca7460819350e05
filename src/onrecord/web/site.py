"""Every page there is of a record, by name, and how each is made. The dossier writes them all, the server the one
asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from onrecord.web.links import CHUNK, HOME, anchor, file_name, numbered
from onrecord.web.rows import headline
from onrecord.web.shelf import Shelf
from onrecord.web.views import (
    actors,
    articles,
    claims,
    copies,
    corrections,
    figures,
    overview,
    pages,
    quotations,
    speakers,
    stories,
    timeline,
)


class Sheet(NamedTuple):
    """One page, ready to be written: its template, its title, its view model, and its place in a list of several."""

    template: str
    title: str
    section: str
    view: object
    number: int = 1
    stem: str = ""
    of: int = 1


class Listing(NamedTuple):
    """A list of the record. `rows` gives the whole of it in order, `show` the view model of one part. One that is a
    part of another list stands `under` it: it is reached from there. A page of it has `chunk` rows."""

    stem: str
    title: str
    rows: Callable[[Shelf], Sequence[Any]]
    show: Callable[[Shelf, Sequence[Any], Sequence[Any]], object]
    under: str = ""
    chunk: int = CHUNK


LISTINGS: tuple[Listing, ...] = (
    Listing("stories", "Stories", stories.stories, lambda shelf, _, chunk: stories.told(shelf, chunk)),
    Listing("who", "Who says what", speakers.spoken, speakers.voices),
    Listing(
        "quotations",
        "Quotations",
        quotations.quotations,
        lambda shelf, _, chunk: quotations.quoted(shelf, chunk),
        "who",
    ),
    Listing(
        "figures",
        "Figures given",
        figures.figures,
        lambda shelf, _, chunk: figures.counted(shelf, chunk),
        "who",
        2 * CHUNK,
    ),
    Listing("silences", "Silences", speakers.silences, speakers.ledger),
    Listing("claims", "Claims", claims.claims, lambda shelf, _, chunk: claims.briefs(shelf, chunk)),
    Listing(
        "disputed", "Disputed claims", claims.disputed, lambda shelf, _, chunk: claims.briefs(shelf, chunk), "claims"
    ),
    Listing(
        "unnamed",
        "Claims on unnamed word",
        claims.unnamed,
        lambda shelf, _, chunk: claims.briefs(shelf, chunk),
        "claims",
    ),
    Listing(
        "origins", "Origins", claims.origins, lambda shelf, _, chunk: claims.sources(shelf, chunk), "claims", 2 * CHUNK
    ),
    Listing("timeline", "Timeline", timeline.events, timeline.years),
    Listing("copies", "Copies", copies.copies, copies.families),
    Listing("people", "People", actors.actors, lambda shelf, _, chunk: actors.people(shelf, chunk), "", 2 * CHUNK),
    Listing("articles", "Articles", articles.articles, lambda shelf, _, chunk: articles.listed(shelf, chunk)),
    Listing("pages", "Pages", pages.pages, lambda shelf, _, chunk: pages.given(shelf, chunk)),
    Listing(
        "corrections",
        "Corrections",
        corrections.corrections,
        lambda shelf, _, chunk: corrections.decided(shelf, chunk),
        "pages",
    ),
)

Make = Callable[[], Sheet]


class Site:
    """The pages of one record. Names are those of files in the dossier's folder, `index.html` beside it. There is a
    page for every article, actor, claim, story and copy; a dossier does without those that bring nothing together."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._make: dict[str, Make] = {HOME: self.home}
        for listing in LISTINGS:
            self._make.update(self._lists(listing))
        self._make.update(self._details())

    def names(self) -> list[str]:
        """The names of a dossier's pages, sorted: those that a link leads to."""
        shelf = self.shelf
        alone = {
            file_name(row) for rows in (shelf.claim, shelf.actor, shelf.story) for row in rows.keys() - shelf.paged
        }
        return sorted(self._make.keys() - alone)

    def sheet(self, name: str) -> Sheet | None:
        """The page of that name, None where there is none."""
        make = self._make.get(name)
        return make() if make else None

    def home(self) -> Sheet:
        """The overview."""
        return Sheet("index.html", "Overview", "index", overview.glance(self.shelf))

    def _lists(self, listing: Listing) -> Iterable[tuple[str, Make]]:
        rows = listing.rows(self.shelf)
        of = max(1, -(-len(rows) // listing.chunk))
        for number in range(1, of + 1):
            yield numbered(listing.stem, number), self._list(listing, rows, number, of)

    def _list(self, listing: Listing, rows: Sequence[Any], number: int, of: int) -> Make:
        def make() -> Sheet:
            view = listing.show(self.shelf, rows, rows[(number - 1) * listing.chunk : number * listing.chunk])
            return Sheet(
                f"{listing.stem}.html", listing.title, listing.under or listing.stem, view, number, listing.stem, of
            )

        return make

    def _details(self) -> Iterable[tuple[str, Make]]:
        shelf = self.shelf
        yield from self._each("article.html", "articles", shelf.article, articles.whole, headline)
        yield from self._each("claim.html", "claims", shelf.claim, claims.argued, lambda row: row.text)
        yield from self._each("story.html", "stories", shelf.story, stories.opened, lambda row: row.title)
        yield from self._each("copy.html", "copies", shelf.copy, copies.beside, lambda _: "Side by side")
        for row in shelf.actor.values():
            of = max(1, -(-len(shelf.statements_of_actor.get(row.id, ())) // CHUNK))
            for number in range(1, of + 1):
                yield file_name(row.id, number), self._actor(row.id, number, of)

    def _each(
        self,
        template: str,
        section: str,
        rows: dict[str, Any],
        show: Callable[[Shelf, Any], object],
        title: Callable[[Any], str],
    ) -> Iterable[tuple[str, Make]]:
        def maker(row: Any) -> Make:
            return lambda: Sheet(template, title(row), section, show(self.shelf, row))

        for row in rows.values():
            yield file_name(row.id), maker(row)

    def _actor(self, name: str, number: int, of: int) -> Make:
        def make() -> Sheet:
            row = self.shelf.actor[name]
            chunk = actors.statements(self.shelf, row)[(number - 1) * CHUNK : number * CHUNK]
            view = actors.known(self.shelf, row, chunk)
            return Sheet("actor.html", row.name, "people", view, number, anchor(name), of)

        return make
