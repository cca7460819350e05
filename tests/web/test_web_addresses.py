"""Where rows lead, and which of them a dossier gives a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest

from onrecord.nouns import Actor, Page, Row, digest
from onrecord.web.addresses import actor_address, claim_address, page_address, story_address
from onrecord.web.dossier import write
from onrecord.web.links import CHUNK, file_name, to_place, to_statement
from onrecord.web.shelf import Rows, Shelf

MakeBook = Callable[[Iterable[Row]], Rows]


@pytest.fixture
def shelf(book: Rows) -> Shelf:
    return Shelf(book)


def bystander(shelf: Shelf, articles: int) -> Actor:
    """Somebody who is mentioned in so many articles and does nothing in them."""
    spans = [row.span(0, 4) for row in shelf.article.values()]
    mentions = tuple(msgspec.structs.replace(spans[n % 2], article=spans[n].article if n < 2 else f"article-{n}")
                     for n in range(articles))  # fmt: skip
    return Actor(id=digest("actor", "bystander"), name="Mill", type="organisation", forms=("Mill",), mentions=mentions)


def test_a_claim_of_one_statement_leads_to_it(shelf: Shelf) -> None:
    row = next(row for row in shelf.claim.values() if len(row.statements) == 1)
    told = shelf.statement[row.statements[0].id]
    assert claim_address(shelf, row) == to_statement(told.article, told.id)


def test_a_claim_of_several_statements_has_a_page(shelf: Shelf) -> None:
    row = next(row for row in shelf.claim.values() if len(row.statements) > 1)
    assert claim_address(shelf, row) == file_name(row.id)


def test_a_claim_whose_statement_is_lost_leads_nowhere(make_book: MakeBook, shelf: Shelf) -> None:
    row = msgspec.structs.replace(next(iter(shelf.claim.values())), id="claim-00", statements=())
    assert claim_address(Shelf(make_book([row])), row) is None


@pytest.mark.parametrize(("articles", "paged"), [(1, False), (2, False), (3, True)])
def test_one_merely_mentioned_has_a_page_from_three_articles_on(
    make_book: MakeBook, shelf: Shelf, articles: int, paged: bool
) -> None:
    row = bystander(shelf, articles)
    many = Shelf(make_book([row]))
    assert (row.id in many.paged) is paged
    assert actor_address(many, row) == (file_name(row.id) if paged else to_place(many.first_mentions[row.id][0]))


def test_one_who_speaks_and_is_tied_has_a_page(shelf: Shelf) -> None:
    assert {row.name for row in shelf.actor.values() if row.id in shelf.paged} == {"Dara Venn", "Ilo Brandt"}


def test_a_story_of_one_article_leads_to_it(make_book: MakeBook, shelf: Shelf) -> None:
    (told,) = shelf.story.values()
    row = msgspec.structs.replace(told, id="story-00", articles=told.articles[:1])
    assert story_address(Shelf(make_book([row])), row) == file_name(told.articles[0])
    assert story_address(shelf, told) == file_name(told.id)


def test_a_page_given_is_found_on_its_part_of_the_list(make_book: MakeBook, shelf: Shelf) -> None:
    first = next(row for row in shelf.page.values() if row.outcome == "read")
    more: list[Row] = [msgspec.structs.replace(first, id=f"page-{n:04x}", uri=f"m{n:04}") for n in range(CHUNK)]
    many = Shelf(make_book(more))
    last = next(row for row in many.page.values() if isinstance(row, Page) and row.uri == "one.html")
    assert page_address(many, last.id) == f"pages-p2.html#{last.id}"
    assert page_address(many, "page-ff") is None


def test_no_file_is_written_for_what_brings_nothing_together(book: Rows, shelf: Shelf, tmp_path: Path) -> None:
    write(book, tmp_path)
    alone = next(row for row in shelf.claim.values() if len(row.statements) == 1)
    assert not (tmp_path / "dossier" / file_name(alone.id)).exists()
    assert f'id="{alone.id}"' in (tmp_path / "dossier" / "claims.html").read_text("utf8")


def test_progress_is_told_the_pages_written(book: Rows, tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    write(book, tmp_path, lambda *step: told.append(step))
    assert told == [("dossier", len(list(tmp_path.rglob("*.html"))))]
