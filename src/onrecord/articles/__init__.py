"""Page -> Article, Scrap. Several articles on a page are split, what belongs to none is a scrap with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.articles.assembling import Cut, Site, assemble
from onrecord.articles.blocks import Block, from_text
from onrecord.articles.datings import Shown, page_day, shown_dates
from onrecord.articles.days import day_from
from onrecord.articles.furniture import no_such_page
from onrecord.articles.headlines import headline_of
from onrecord.articles.kinds import PROSE, Line, label
from onrecord.articles.markup import Markup, from_html
from onrecord.articles.metadata import Metadata, from_fields
from onrecord.articles.outlets import page_outlet
from onrecord.articles.seams import pieces
from onrecord.articles.splitting import Draft, split
from onrecord.nouns import Article, Document, Refusal, Scrap, When, digest

UNREAD = "the page is longer than any page is read: its end was left unread"
NOTICE_WORDS = 120
"""Words of the longest page that says only that a page is not there."""


def cut(document: Document) -> tuple[list[Article], list[Scrap], list[Refusal]]:
    """The articles of a page in page order, what was cut off, and, where there is no article, why.

    Every line of an article of flattened text or JSONL is exactly the page's characters at its place; HTML blocks have
    their blanks made one. Headings inside a body are lines of the body; corrections stay in the body and are notes
    too."""
    markup = _read(document)
    metadata, lines = markup.metadata, label(pieces(markup.blocks))
    drafts, loose = _without_notices(*split(lines))
    outlet = page_outlet(lines, metadata)
    shown = [_shown(draft, metadata, outlet, alone=len(drafts) == 1) for draft in drafts]
    newest = max((dates.published for dates in shown if dates.published), key=lambda stamp: stamp.iso(), default=None)
    site = Site(document, metadata, outlet, page_day(lines), newest, alone=len(drafts) == 1)
    cuts = [assemble(draft, place, shown[place], site) for place, draft in enumerate(drafts)]
    if len(cuts) == 1 and document.media_type == "text/html" and cuts[0].article.published is None:
        article = msgspec.structs.replace(cuts[0].article, published=_day(document, markup, lines))
        cuts = [cuts[0]._replace(article=article)]
    if markup.unread:
        cuts = [_with_note(found, UNREAD) for found in cuts]
    scraps = [(line.block, reason) for line, reason in loose] + [scrap for found in cuts for scrap in found.scraps]
    refusals = [] if cuts else [Refusal(page=document.page, reason=_why_none(lines))]
    return [found.article for found in cuts], _scraps(document, scraps), refusals


def _with_note(found: Cut, note: str) -> Cut:
    article = found.article
    return found._replace(article=msgspec.structs.replace(article, complete=False, notes=(*article.notes, note)))


def _without_notices(drafts: list[Draft], loose: list[tuple[Line, str]]) -> tuple[list[Draft], list[tuple[Line, str]]]:
    """A page whose one short text says that what was asked for is not there holds no article."""
    if len(drafts) != 1:
        return drafts, loose
    own = [*drafts[0].head, *drafts[0].body]
    text = " ".join(line.block.text for line in own)
    if text.count(" ") >= NOTICE_WORDS or not no_such_page(text):
        return drafts, loose
    return [], loose + drafts[0].scraps + [(line, line.reason or "page text") for line in own]


def day_of(document: Document) -> When | None:
    """When an HTML page was published as far as anything on it tells, also where it holds no article; None where
    nothing does."""
    markup = from_html(document.text)
    return _day(document, markup, label(pieces(markup.blocks)))


def _day(document: Document, markup: Markup, lines: Sequence[Line]) -> When | None:
    metadata = markup.metadata
    declared = [("declared", metadata.published or ""), ("changed", metadata.updated or ""), *markup.times]
    return day_from(declared, metadata.url or document.uri, document.text, lines)


def _read(document: Document) -> Markup:
    if document.media_type == "text/html":
        return from_html(document.text)
    return Markup(from_text(document.text), from_fields(document))


def _shown(draft: Draft, metadata: Metadata, outlet: str | None, alone: bool) -> Shown:
    return shown_dates(draft.head, headline_of(draft.head, metadata if alone else Metadata(), outlet)[1])


def _why_none(lines: Sequence[Line]) -> str:
    """In plain words, why a page holds no article."""
    text = " ".join(line.block.text for line in lines)[:2000]
    if not lines:
        return "no text to be seen: save the page once it has loaded"
    if no_such_page(text):
        return "the page says that what was asked for is not there: give the article's own address"
    reasons = Counter(line.reason for line in lines if line.reason)
    if reasons["cookie notice"] and not any(line.kind == PROSE for line in lines):
        return "a consent wall, nothing but notices and buttons: save the page after accepting or refusing"
    if reasons["paywall"]:
        return "a paywall leaves less than an article: save the page where you can read it"
    return (
        "no text of an article's length: give the page that has the article"
        if any(line.kind == PROSE for line in lines)
        else "headings and links without prose: give the article's own page"
    )


def _scraps(document: Document, found: Iterable[tuple[Block, str]]) -> list[Scrap]:
    """The scraps in page order; equal ones of an HTML page are told apart by their count among equals."""
    seen: Counter[tuple[str, str]] = Counter()
    scraps: list[Scrap] = []
    for block, reason in sorted(found, key=lambda scrap: (scrap[0].number, scrap[0].start or 0)):
        key = (reason, block.text)
        where = block.start if block.start is not None else seen[key]
        seen[key] += 1
        scraps.append(
            Scrap(
                id=digest("scrap", document.page, where, block.end, reason, block.text),
                page=document.page,
                start=block.start,
                end=block.end,
                text=block.text,
                reason=reason,
            )
        )
    return scraps
