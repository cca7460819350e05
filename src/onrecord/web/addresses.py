"""Where a row leads a reader: to the page of its own where it has one, else straight to the characters it rests on.

A claim of one statement, an actor of one occurrence and a story of one article have nothing to show that does not stand
where they lead to, and there are many of them: a dossier writes no page for them. The server makes one when asked.
"""

from __future__ import annotations

from onrecord.nouns import Actor, Claim, Story
from onrecord.web.links import CHUNK, anchor, file_name, numbered, to_place, to_statement
from onrecord.web.shelf import Shelf


def page_address(shelf: Shelf, page: str) -> str | None:
    """The row of a page given, on that part of the list which it stands on; None for one not in the record."""
    at = shelf.place_of_page.get(page)
    return None if at is None else f"{numbered('pages', at // CHUNK + 1)}#{anchor(page)}"


def claim_address(shelf: Shelf, row: Claim) -> str | None:
    """A claim's own page, else its one statement; None where that is not in the record."""
    if row.id in shelf.paged:
        return file_name(row.id)
    told = next((shelf.statement[stand.id] for stand in row.statements if stand.id in shelf.statement), None)
    return to_statement(told.article, told.id) if told and told.article in shelf.article else None


def actor_address(shelf: Shelf, row: Actor) -> str | None:
    """An actor's own page, else where it is mentioned; None where no article in the record mentions it."""
    if row.id in shelf.paged:
        return file_name(row.id)
    return next((to_place(span) for span in shelf.first_mentions[row.id] if span.article in shelf.article), None)


def story_address(shelf: Shelf, row: Story) -> str | None:
    """A story's own page, else its one article; None where that is not in the record."""
    if row.id in shelf.paged:
        return file_name(row.id)
    return next((file_name(article) for article in row.articles if article in shelf.article), None)
