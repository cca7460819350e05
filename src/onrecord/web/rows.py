"""The small pieces that every view is made of: a link, a chain, a statement as one row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.nouns import Article, Link, Span, Statement
from onrecord.web.addresses import actor_address, claim_address
from onrecord.web.labels import ACTS, MODES, SILENCES, SOURCE_KINDS
from onrecord.web.links import anchor, file_name, to_place, to_statement
from onrecord.web.moments import Moment, moment
from onrecord.web.shelf import Shelf

CLIP = 700
"""Longest text of a row, in characters; the whole stands in its article, one link away."""


class Ref(NamedTuple):
    """Words that lead somewhere. `href` is a name inside the dossier's folder, None where the row has no page of its
    own; `note` is a remark for whoever points at it."""

    text: str
    href: str | None = None
    note: str | None = None


class Tag(NamedTuple):
    """A claim a statement shares with others, and how it stands to it. `same` is true where the claim is in its very
    words."""

    claim: Ref
    told: int
    same: bool
    stance: str
    meets: str


class Said(NamedTuple):
    """A statement as one row. `where` leads to its characters; `chain` runs from the outlet to the one before the
    speaker; `also` is how many more pages, copies of the first, tell it in the same words."""

    anchor: str
    where: str
    act: str
    act_words: str
    mode_words: str
    silent: bool
    speaker: Ref
    speaker_kind: str
    speaker_note: str
    chain: tuple[Ref, ...]
    hearer: Ref | None
    quoted: bool
    text: str
    said: Moment | None
    article: Ref
    outlet: str | None
    inside: str | None
    claims: tuple[Tag, ...]
    also: int = 0


@lru_cache(maxsize=1 << 14)
def clip(text: str, longest: int = CLIP) -> str:
    """The text on one line, cut after a word within `longest` characters, with a sign that it goes on."""
    flat = " ".join(text[: 4 * longest].split())
    if len(flat) <= longest and len(text) <= 4 * longest:
        return flat
    cut = flat[:longest].rfind(" ", longest // 2)
    return flat[: cut if cut > 0 else longest].rstrip() + " …"


def said(shelf: Shelf, row: Statement) -> Said:
    """One statement for a list. What it does not tell stays None or empty, never filled in."""
    article = shelf.article.get(row.article)
    parent = shelf.statement.get(row.parent) if row.parent else None
    speaker = row.speaker
    return Said(
        anchor=anchor(row.id), where=to_statement(row.article, row.id), act=row.act, act_words=ACTS[row.act],
        mode_words=MODES[row.mode], silent=row.act in SILENCES and row.act != "denies", speaker=speaker_ref(shelf, row),
        speaker_kind=SOURCE_KINDS[speaker.source_kind if speaker else "unspecified"], speaker_note=_unnamed(row),
        chain=chain_refs(shelf, row.chain)[:-1],
        hearer=actor_ref(shelf, row.hearer) if row.hearer else None, quoted=row.mode == "direct" and bool(row.content),
        text=clip(row.text) if row.content or row.act not in ("declines", "no_response") else "",
        said=moment(row.said), article=article_ref(article, row.article), outlet=article.outlet if article else None,
        inside=to_statement(parent.article, parent.id) if parent else None, claims=_tags(shelf, row),
    )  # fmt: skip


def speaker_ref(shelf: Shelf, row: Statement) -> Ref:
    """Who said it: the actor's name where one is known, else the page's words."""
    if row.speaker is None:
        return Ref("nobody named")
    return _named(shelf, row.speaker.actor, row.speaker.text)


def chain_refs(shelf: Shelf, links: Sequence[Link]) -> tuple[Ref, ...]:
    """A chain from the outlet inward; what its first link leaves out is the outlet, what others leave out a source."""
    missing = ("nobody named" if number else "outlet unknown" for number in range(len(links)))
    return tuple(_named(shelf, link.actor, link.text or words) for link, words in zip(links, missing, strict=True))


def actor_ref(shelf: Shelf, actor: str) -> Ref:
    """An actor by its name, linked to its page."""
    found = shelf.actor.get(actor)
    return Ref(clip(found.name, 120), actor_address(shelf, found)) if found else Ref("not in the record")


def article_ref(article: Article | None, article_id: str) -> Ref:
    """An article by its headline, linked to its page."""
    if article is None:
        return Ref("an article not in the record")
    return Ref(headline(article), file_name(article_id), article.outlet)


def outlet_ref(article: Article | None, article_id: str) -> Ref:
    """An article by its outlet, or the first words of its headline where that is unknown."""
    if article is None:
        return article_ref(article, article_id)
    return Ref(clip(article.outlet or headline(article), 60), file_name(article_id), headline(article))


def headline(article: Article) -> str:
    """The headline, or the first words of an article that has none."""
    return clip(article.headline or article.text.split("\n", 1)[0] or "without a headline", 160)


def place_ref(shelf: Shelf, span: Span) -> Ref:
    """The characters of a span, shown by the outlet they stand in."""
    article = shelf.article.get(span.article)
    label = (article.outlet or headline(article)) if article else "not in the record"
    return Ref(clip(label, 60), to_place(span) if article else None, clip(span.text, 200))


def _named(shelf: Shelf, actor: str | None, words: str) -> Ref:
    found = shelf.actor.get(actor) if actor else None
    if found is None:
        return Ref(clip(words, 160))
    note = clip(words, 160) if words != found.name else None
    return Ref(clip(found.name, 120), actor_address(shelf, found), note)


def _unnamed(row: Statement) -> str:
    """How many unnamed people it is, and why they are not named, as the page says."""
    if row.speaker is None:
        return ""
    count = f"{row.speaker.count} of them" if row.speaker.count else ""
    return clip("; ".join(part for part in (count, row.speaker.reason or "") if part), 200)


def _tags(shelf: Shelf, row: Statement) -> tuple[Tag, ...]:
    """Claims that other statements speak to as well; of one that nobody else tells there is nothing to add."""
    shared = (pair for pair in shelf.claims_of_statement.get(row.id, ()) if len(pair[0].statements) > 1)
    return tuple(
        Tag(
            claim=Ref(clip(claim.text, 160), claim_address(shelf, claim)), told=len(claim.statements),
            same=claim.text.strip() in (row.text.strip(), row.span.text.strip()), stance=stand.stance,
            meets=stand.meets,
        )
        for claim, stand in shared
    )  # fmt: skip
