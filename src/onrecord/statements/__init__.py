"""Reading -> Statement. Who, to whom, act, mode, chain, silence."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Attribution, Link, Persona, Reading, Reference, Saying, Speaker, Statement, digest
from onrecord.statements import chains, declared, kinds, lifted, speakers
from onrecord.statements.speakers import Page


def attribute(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    personas: Sequence[Persona],
    references: Sequence[Reference],
    sayings: Sequence[Saying],
) -> list[Statement]:
    """The statements of a thread's articles, each with its speaker, its chain and when it was said. Readings,
    references and sayings are found by their article; an article that lacks one of them is read as if it held
    nothing."""
    people = {persona.id: persona for persona in sorted(personas, key=lambda persona: persona.id)}
    read = {reading.article: reading for reading in readings}
    meant = {reference.article: reference for reference in references}
    said = {saying.article: saying for saying in sayings}
    outlets = frozenset(kinds.key(name) for article in articles for name in (article.outlet, article.agency) if name)
    known = chains.known_as(personas)
    out: list[Statement] = []
    for article in sorted(articles, key=lambda article: article.id):
        reading = read.get(article.id)
        if reading is None:
            continue
        reference = meant.get(article.id) or Reference(article=article.id, actors=(None,) * len(reading.mentions))
        saying = said.get(article.id) or Saying(article=article.id, said=(None,) * len(reading.attributions))
        out.extend(
            _statements(Page(article, reading, reference, people, outlets, chains.outlet(article, known)), saying)
        )
    return out


def _statements(page: Page, saying: Saying) -> list[Statement]:
    attributions = page.reading.attributions
    ids = [_id(page, one) for one in attributions]
    told = _speakers(page)
    links = [chains.link(page, speaker, one) for speaker, one in zip(told, attributions, strict=True)]
    lifts = list(lifted.find(page))
    declaration = declared.find(page, links)
    paths = [chains.build(page, number, links, lifts, declaration) for number in range(len(attributions))]
    return [_statement(page, number, ids, told[number], paths[number], saying) for number in range(len(attributions))]


def _id(page: Page, one: Attribution) -> str:
    return digest(
        "statement", page.article.id, one.start, one.end, one.cue, one.source, page.article.text[one.start : one.end]
    )


def _speakers(page: Page) -> list[Speaker | None]:
    """The speaker of each attribution; "I" inside a quotation is whoever is quoted."""
    attributions = page.reading.attributions
    told = [speakers.speaker(page, one.source) if one.source else None for one in attributions]
    for at, one in enumerate(attributions):
        mine, outer = told[at], told[one.parent] if one.parent is not None else None
        if mine and outer and speakers.speaks_for_self(mine):
            told[at] = speakers.as_parent(mine, outer)
    return told


def _statement(
    page: Page, number: int, ids: Sequence[str], speaker: Speaker | None, chain: tuple[Link, ...], saying: Saying
) -> Statement:
    one, article = page.reading.attributions[number], page.article
    heard = speakers.head(page, one.hearer) if one.hearer else None
    return Statement(
        id=ids[number], article=article.id, span=article.span(one.start, one.end),
        cue=article.span(*one.cue) if one.cue else None,
        content=tuple(article.span(*piece) for piece in one.content), region=article.region(one.start), speaker=speaker,
        hearer=heard.actor if heard else None, act=one.act, mode=one.mode, chain=chain,
        parent=None if one.parent is None else ids[one.parent], said=saying.said[number], confidence=one.confidence,
    )  # fmt: skip
