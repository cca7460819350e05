"""Page -> Article, Scrap. Several articles on a page are split, what belongs to none is a scrap with a reason.

A page is looked at twice: for its imprint, which shows what its site repeats from page to page, and then to be cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.articles.assembling import Cut, Site, assemble
from onrecord.articles.bearings import bearing
from onrecord.articles.blocks import Block, from_text
from onrecord.articles.bounds import bounds
from onrecord.articles.clues import Clue, address_clues, clues_of
from onrecord.articles.datings import Dated, Shown, page_day, settled, shown_dates
from onrecord.articles.days import day_from
from onrecord.articles.decks import with_heads
from onrecord.articles.entries import LISTED, TIME, as_one, entries, live_note, parted_times
from onrecord.articles.feet import without_foot
from onrecord.articles.flattened import flattened_drafts
from onrecord.articles.furnishing import furnished, own_titles
from onrecord.articles.furniture import no_such_page
from onrecord.articles.galleries import as_gallery
from onrecord.articles.headlines import headline_of
from onrecord.articles.imprints import address_of, imprint_of
from onrecord.articles.kinds import DATE, PROSE, Line, label
from onrecord.articles.letters import as_stories, closed, is_letter, sent
from onrecord.articles.markup import Markup, from_html
from onrecord.articles.metadata import FIELDS, Metadata, filled, from_fields
from onrecord.articles.opinions import opinion_note
from onrecord.articles.orders import Order, order_in_words, order_of, readings
from onrecord.articles.outlets import page_outlet
from onrecord.articles.posts import is_post, joined, kept
from onrecord.articles.printing import names_page, printed
from onrecord.articles.pull_quotes import without_pull_quotes
from onrecord.articles.repeating import repeats
from onrecord.articles.seams import pieces
from onrecord.articles.splitting import Draft, split
from onrecord.articles.stamps import find
from onrecord.articles.talks import as_talk, parted, talk_note
from onrecord.articles.teasers import without_charts, without_teasers
from onrecord.articles.timings import timed
from onrecord.articles.tongues import language_of
from onrecord.articles.walls import WALLED, asks_consent, is_walled
from onrecord.language.addresses import host_of
from onrecord.nouns import Article, Document, Imprint, Refusal, Repeats, Scrap, When, digest

__all__ = ["cut", "day_of", "imprint", "repeats"]

UNREAD = "the page is longer than any page is read: its end was left unread"
NOTICE_WORDS = 120
"""Words of the longest page that says only that a page is not there."""


def imprint(document: Document) -> list[Imprint]:
    """What a page shows of itself to the other pages of its site (a list of one)."""
    markup = _read(document)
    return [imprint_of(document, markup.metadata, markup.blocks)]


def cut(document: Document, repeated: Repeats | None = None) -> tuple[list[Article], list[Scrap], list[Refusal]]:
    """The articles of a page in page order, what was cut off, and, where there is no article, why. `repeated` is what
    the site repeats on its other pages, None where nothing is known to.

    Every line of an article of flattened text or JSONL is exactly the page's characters at its place; HTML blocks have
    their blanks made one. Headings inside a body are lines of the body; corrections stay in the body and are notes
    too."""
    markup = _read(document)
    metadata, lines = markup.metadata, _lines(markup)
    address = metadata.url or printed(lines)
    outlet = page_outlet(lines, metadata._replace(url=address))
    metadata = metadata._replace(url=metadata.url or (address if names_page(address) else None))
    metadata = own_titles(metadata, repeated)
    own = without_charts(furnished(lines, repeated, metadata))
    letter = _is_letter(document) or is_letter(own)
    own = closed(own) if letter else without_teasers(as_gallery(own), metadata)
    several = as_stories(own) if letter else None
    own = several or own
    marked = {number: moment for _, moment, number in markup.times}
    own = parted_times(own, metadata, marked)
    live = entries(own, metadata, marked)
    shaped = as_one(own, live)
    flattened = document.media_type == "text/plain" and several is None
    flat = flattened_drafts(document.text, shaped) if flattened else None
    shaped = with_heads(without_foot(shaped, outlet)) if flattened and flat is None else shaped
    drafts, loose = _without_notices(*(flat or split(shaped, declared=_names_its_article(document))))
    drafts = [without_pull_quotes(draft) for draft in drafts]
    order = _order(document, lines, metadata)
    shown = [_shown(draft, metadata, outlet, len(drafts) == 1, order) for draft in drafts]
    newest = max((dates.published for dates in shown if dates.published), key=lambda stamp: stamp.iso(), default=None)
    site = Site(document, metadata, outlet, page_day(lines), newest, bearing(lines), alone=len(drafts) == 1)
    cuts = [assemble(draft, place, shown[place], site) for place, draft in enumerate(drafts)]
    if len(cuts) == 1 and document.media_type == "application/json" and cuts[0].article.published is None:
        cuts = [_weighed(cuts[0], day_from([*address_clues((metadata.url or "",))]))]
    if len(cuts) == 1 and document.media_type == "text/html" and not _is_letter(document):
        cuts = [_weighed(cuts[0], day_from(_clues(document, _of_page(markup, shaped), shaped)))]
    cuts = [_sent(found, sent(lines, metadata)) for found in cuts] if several else cuts
    cuts = [found._replace(article=timed(found.article, found.blocks, shaped, live, metadata)) for found in cuts]
    cuts = [
        _bounded(found, bounds(draft.head, lines, document.captured)) for found, draft in zip(cuts, drafts, strict=True)
    ]
    told = live_note(shaped, live)
    cuts = [_noted(found, draft, site, markup, told) for found, draft in zip(cuts, drafts, strict=True)]
    scraps = [(line.block, reason) for line, reason in loose] + [scrap for found in cuts for scrap in found.scraps]
    refusals = [] if cuts else [Refusal(page=document.page, reason=_why_none(own))]
    return [found.article for found in cuts], _scraps(document, scraps), refusals


def _of_page(markup: Markup, lines: Sequence[Line]) -> Markup:
    """What a page says of itself, the times of a live page's entries left out."""
    entries = {line.block.number for line in lines if line.reason in (TIME, LISTED)}
    return markup._replace(times=tuple(time for time in markup.times if time[2] not in entries)) if entries else markup


def _lines(markup: Markup) -> list[Line]:
    """What the page's pieces are, before its shape is known."""
    return as_talk(kept(label(pieces(joined(parted(markup.blocks))))))


def _weighed(found: Cut, day: When | None) -> Cut:
    """The one article of an HTML page with the day that all its clues tell; a stretch or clock that the head tells for
    that day stays."""
    article = found.article
    dates = settled(Dated(article.published, article.updated), day)
    replaced = msgspec.structs.replace(
        article, published=dates.published, updated=dates.updated, notes=(*dates.notes, *article.notes)
    )
    return found._replace(article=replaced)


def _bounded(found: Cut, when: When | None) -> Cut:
    """The cut with the stretch that the page leaves open for an article that nothing dates."""
    day = found.article.published or when
    return found._replace(article=msgspec.structs.replace(found.article, published=day))


def _sent(found: Cut, when: When | None) -> Cut:
    """A story of a letter, with the letter's day where it has none of its own."""
    day = found.article.published or when
    return found._replace(article=msgspec.structs.replace(found.article, published=day))


def _noted(found: Cut, draft: Draft, site: Site, markup: Markup, live: str | None) -> Cut:
    """The cut with what is to be noted of its shape; what breaks off is incomplete."""
    article = found.article
    metadata = site.metadata if site.alone else Metadata()
    broken = [UNREAD] if markup.unread else []
    broken += [WALLED] if site.alone and is_walled(article, metadata) else []
    told = [opinion_note(metadata, draft.head, article.headline), talk_note(article), live]
    notes = (*article.notes, *(note for note in told if note), *broken)
    complete = article.complete and not broken
    article = msgspec.structs.replace(article, notes=notes, complete=complete, captured=site.document.captured)
    return found._replace(article=article)


def _without_notices(drafts: list[Draft], loose: list[tuple[Line, str]]) -> tuple[list[Draft], list[tuple[Line, str]]]:
    """A page whose one short text says that what was asked for is not there, or only asks for consent, holds no
    article."""
    if len(drafts) != 1:
        return drafts, loose
    own = [*drafts[0].head, *drafts[0].body]
    text = " ".join(line.block.text for line in own)
    notices = [line.block.text for line, reason in drafts[0].scraps if reason == "cookie notice"]
    missing = text.count(" ") < NOTICE_WORDS and no_such_page(text)
    if not missing and not asks_consent(text, " ".join(notices)):
        return drafts, loose
    return [], loose + drafts[0].scraps + [(line, line.reason or "page text") for line in own]


def day_of(document: Document) -> When | None:
    """When an HTML page was published as far as anything on it tells, also where it holds no article; None where
    nothing does."""
    return day_from(clues_on(document))


def clues_on(document: Document) -> list[Clue]:
    """Every place of an HTML page that names a day."""
    markup = from_html(document.text)
    return _clues(document, markup, _lines(markup))


def _clues(document: Document, markup: Markup, lines: Sequence[Line]) -> list[Clue]:
    told = [line for line in lines if line.reason not in (TIME, LISTED) and not is_post(line.block.text)]
    return clues_of(markup, document.uri, document.text, told)


def _read(document: Document) -> Markup:
    if document.media_type != "text/html":
        return Markup(from_text(document.text), from_fields(document))
    markup = from_html(document.text)
    metadata = filled(markup.metadata, from_fields(document)) if _is_letter(document) else markup.metadata
    address = address_of(document, metadata)
    return markup._replace(metadata=metadata._replace(url=address or metadata.url))


def _names_its_article(document: Document) -> bool:
    """Whether the page is a row that has a title beside its text, and a date or an address."""
    told = {name for name, _ in document.fields}
    named, placed = FIELDS["headline"], (*FIELDS["published"], *FIELDS["url"])
    return not told.isdisjoint(named) and not told.isdisjoint(placed)


def _is_letter(document: Document) -> bool:
    """Whether the page came as a newsletter, whose headers tell when it was sent and by whom."""
    return document.media_type != "application/json" and any(name == "date" for name, _ in document.fields)


def _shown(draft: Draft, metadata: Metadata, outlet: str | None, alone: bool, order: Order | None) -> Shown:
    return shown_dates(draft.head, headline_of(draft.head, metadata if alone else Metadata(), outlet)[1], order)


def _order(document: Document, lines: Sequence[Line], metadata: Metadata) -> Order | None:
    """What stands first in dates of figures alone, where a line of a head of flattened text is one."""
    heads = [line.block.text for line in lines if line.kind == DATE]
    if not any(map(readings, heads)):
        return None
    texts = [line.block.text for line in lines]
    told = (metadata.published, metadata.updated, *heads)
    known = {stamp.day for text in told if text for stamp in find(text)}
    host = host_of(metadata.url or document.uri) or ""
    tongue = metadata.language or language_of("\n".join(texts))
    return order_of(heads, known, tongue, host) or order_in_words(texts)


def _why_none(lines: Sequence[Line]) -> str:
    """In plain words, why a page holds no article."""
    text = " ".join(line.block.text for line in lines)[:2000]
    if not lines:
        return "no text to be seen: save the page once it has loaded"
    if no_such_page(text):
        return "the page says that what was asked for is not there: give the article's own address"
    reasons = Counter(line.reason for line in lines if line.reason)
    asked = asks_consent(" ".join(line.block.text for line in lines))
    if asked or (reasons["cookie notice"] and not any(line.kind == PROSE for line in lines)):
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
