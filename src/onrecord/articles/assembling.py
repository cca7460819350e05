"""A draft and what the page says about itself -> an Article and its Scraps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.articles.author_notes import note_at
from onrecord.articles.bearings import of_about
from onrecord.articles.blocks import Block
from onrecord.articles.credits import agency_of, byline_of
from onrecord.articles.datings import Dated, Shown, aged, dated
from onrecord.articles.headlines import headline_of, title_outlet, without_title_outlet
from onrecord.articles.kinds import PROSE, SUMMARY, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.articles.names import is_masthead
from onrecord.articles.outlets import article_outlet, own_name
from onrecord.articles.seams import DATELINE
from onrecord.articles.signoffs import agency_name, credit_alone, sign_off
from onrecord.articles.splitting import Draft
from onrecord.articles.stamps import Stamp, find
from onrecord.articles.tongues import language_of
from onrecord.nouns import Article, Document, Region, When, digest

LEAD = 9
"""Words of the shortest first line of a JSONL row that is a sub-headline; shorter ones are kickers."""
DECK = 7
"""Words of the shortest line between headline and byline that is a sub-headline."""

_BULLET = re.compile(r"^[•‣▪●*·]\s+")
_CORRECTION = re.compile(
    r"(?:corrections?|clarification|editor['’]?s?['’]? note|amendment)\b.{0,40}[:—–-]"
    r"|(?:an earlier|a previous) version of this"
    r"|this (?:article|story|piece|report|post) (?:was|has been) (?:amended|corrected|updated|changed)\b",
    re.I,
)


class Site(NamedTuple):
    """What holds for a whole page: the document, its metadata, its outlet, the day it names and the newest date it
    shows."""

    document: Document
    metadata: Metadata
    outlet: str | None
    day: Stamp | None
    newest: Stamp | None
    told: Stamp | None
    alone: bool


class Cut(NamedTuple):
    """An article, the pieces cut off with it, each with its reason, and the block of each of its lines."""

    article: Article
    scraps: list[tuple[Block, str]]
    blocks: tuple[Block, ...]


class _Text(NamedTuple):
    lines: list[tuple[Block, Region]]
    scraps: list[tuple[Block, str]]
    signed: str | None


def assemble(draft: Draft, place: int, shown: Shown, site: Site) -> Cut:
    """The article of a draft; `place` is its number on the page."""
    metadata = site.metadata if site.alone else Metadata(language=site.metadata.language, url=site.metadata.url)
    headline, at = headline_of(draft.head, metadata, site.outlet)
    outlet = (
        article_outlet(draft.head, at, site.outlet if site.alone else None) or site.outlet or title_outlet(headline)
    )
    headline = without_title_outlet(headline) if site.document.media_type == "text/plain" else headline
    byline, names, wires = byline_of(draft.head, at, metadata, outlet)
    text = _text(draft, headline, at, site, byline)
    prose = [block.text for block, region in text.lines if region == "body"]
    around = [block.text for block, _ in text.scraps]
    opening = prose[0] if prose else ""
    credited = agency_of(wires, around, opening, text.signed, None)
    outlet = (
        outlet
        or next((name for name in names if is_masthead(name) and agency_name(name) is None), None)
        or own_name([line.block.text for line in draft.head[: at or 0]], credited)
        or next((name for name in names if is_masthead(name)), None)
    )
    dates = _dates(draft, shown, metadata, site)
    if dates.published is None and prose:
        dates = dates._replace(published=_filed(prose[0]))
    html = site.document.media_type == "text/html"
    article = Article(
        id=digest("article", site.document.page, place), page=site.document.page, place=place, url=metadata.url,
        headline=headline, byline=byline, outlet=outlet,
        agency=agency_of(wires, around, opening, text.signed, outlet),
        language=language_of("\n".join(prose)),
        published=dates.published, updated=dates.updated,
        text="\n".join(block.text for block, _ in text.lines),
        places=() if html else tuple((block.start, block.end) for block, _ in text.lines),
        regions=tuple(region for _, region in text.lines),
        complete=not any(reason == "paywall" for _, reason in text.scraps),
        notes=dates.notes + tuple(words for words in prose if _CORRECTION.match(words)),
        section=metadata.section,
    )  # fmt: skip
    return Cut(article, text.scraps, tuple(block for block, _ in text.lines))


def _dates(draft: Draft, shown: Shown, metadata: Metadata, site: Site) -> Dated:
    age = aged(draft.head, site.document.captured, site.day, site.newest, site.told)
    if shown == Shown(None, None) and age is not None:
        return Dated(age, None)
    found = dated(shown, metadata)
    if found.published is None and site.told is not None and site.newest is None:
        body = [line.block.text for line in draft.body]
        return found._replace(published=of_about(body, site.told))
    return found


def _filed(opening: str) -> When | None:
    """The date of a dateline that tells its year; one that does not is left to what is known of the article's
    siblings."""
    dateline = DATELINE.match(opening)
    if dateline is None or dateline["year"] is None:
        return None
    return next((stamp.when("the dateline") for stamp in find(dateline[0])), None)


def _text(draft: Draft, headline: str | None, at: int | None, site: Site, byline: str | None) -> _Text:
    lines: list[tuple[Block, Region]] = []
    scraps = [(line.block, reason) for line, reason in draft.scraps]
    if headline is not None:
        shown = draft.head[at].block.part(0, len(headline)) if at is not None else None
        lines.append((shown or Block(text=" ".join(headline.split())), "headline"))
    for index, line in enumerate(draft.head):
        if index == at:
            continue
        if _is_summary(draft.head, index, at) or (index == 0 and _is_lead(line, site)):
            lines.append((_unbulleted(line.block), "summary"))
        else:
            scraps.append((line.block, line.reason or _head_reason(line)))
    own = _body(draft.body, headline)
    end = note_at(own, byline)
    body, signed, cut = _signed(own[:end])
    cut += [(block, "byline") for block in own[end:]]
    return _Text(lines + _regions(body, bool(headline)), scraps + cut, signed)


def _is_summary(head: Sequence[Line], index: int, at: int | None) -> bool:
    """A sub-headline: named so by the markup, or a long line right under the headline with the byline below it."""
    line = head[index]
    if at is None or index < at:
        return False
    if line.kind == SUMMARY or (line.kind == PROSE and line.block.start is None):
        return True
    above = head[:index]
    plain = line.kind == TITLE and line.block.hint in ("", "subhead", "paragraph")
    below = line.block.start is None or any(other.kind in ("byline", "date") for other in head[index + 1 : index + 3])
    return (
        plain
        and below
        and line.block.text.count(" ") + 1 >= DECK
        and not any(other.kind in ("byline", "date") for other in above)
    )


def _is_lead(line: Line, site: Site) -> bool:
    """A JSONL row's first line without an end mark: extractors keep the sub-headline there, no furniture above."""
    return site.document.media_type == "application/json" and line.kind == TITLE and line.block.text.count(" ") >= LEAD


def _head_reason(line: Line) -> str:
    return {
        "date": "date line",
        "ago": "date line",
        "byline": "byline",
        "label": "outlet line",
        PROSE: "page text",
    }.get(line.kind, "navigation")


def _body(body: Sequence[Line], headline: str | None) -> list[Block]:
    """The body's blocks, a repetition of the headline at their head left out."""
    blocks = [line.block for line in body]
    return blocks[1:] if blocks and headline and blocks[0].text == headline else blocks


def _signed(body: list[Block]) -> tuple[list[Block], str | None, list[tuple[Block, str]]]:
    """The body without the agency's sign-off at its end, the sign-off and what was cut."""
    if not body:
        return body, None, []
    last = body[-1]
    alone = credit_alone(last.text) if len(body) > 1 else None
    if alone is not None:
        return body[:-1], alone, [(last, "credit line")]
    found = sign_off(last.text)
    if found is None:
        return body, None, []
    return [*body[:-1], last.part(0, found[0])], found[1], [(last.part(found[0], len(last.text)), "credit line")]


def _regions(body: Sequence[Block], headed: bool) -> list[tuple[Block, Region]]:
    """The body's lines; bulleted lines that open it, before any other, are summary points."""
    lines: list[tuple[Block, Region]] = []
    opening = headed and any(not _BULLET.match(block.text) for block in body)
    for block in body:
        bullet = _BULLET.match(block.text)
        opening = opening and bullet is not None
        lines.append((_unbulleted(block), "summary" if opening else "body"))
    return lines


def _unbulleted(block: Block) -> Block:
    bullet = _BULLET.match(block.text)
    return block if bullet is None else block.part(bullet.end(), len(block.text))
