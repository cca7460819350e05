"""A desk on which tests lay out who reports one claim on whose word."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.nouns import (
    Act,
    Article,
    Claim,
    Copy,
    House,
    Link,
    Meets,
    Origin,
    Persona,
    SourceKind,
    Speaker,
    Stance,
    Stand,
    Statement,
    Tally,
    When,
    digest,
)
from onrecord.origins import count


class Told(NamedTuple):
    """One statement of `outlet`: its chain behind the outlet, as (words, source kind); how it stands to the claim."""

    outlet: str
    chain: tuple[tuple[str, SourceKind], ...]
    stance: Stance = "asserts"
    act: Act = "says"
    parent: int | None = None
    meets: Meets = "true"
    agency: str | None = None
    day: str = "2031-03-04"


def people(words: str) -> tuple[str, SourceKind]:
    return (words, "unnamed")


def person(name: str) -> tuple[str, SourceKind]:
    return (name, "named")


def outlet(name: str) -> tuple[str, SourceKind]:
    return (name, "outlet")


def document(words: str) -> tuple[str, SourceKind]:
    return (words, "document")


class Desk(NamedTuple):
    """What the stage is given."""

    articles: list[Article]
    personas: list[Persona]
    copies: list[Copy]
    statements: list[Statement]
    claims: list[Claim]

    def counted(self) -> tuple[list[Origin], Tally]:
        origins, tallies = count(self.articles, self.personas, self.copies, self.houses(), self.statements, self.claims)
        return origins, tallies[0]

    def houses(self) -> list[House]:
        return [House(article=a.id, name=a.agency or a.outlet or a.id) for a in self.articles]

    def labels(self) -> list[str]:
        return sorted(origin.label for origin in self.counted()[0])


def desk(*told: Told, copies: tuple[tuple[int, int], ...] = ()) -> Desk:
    """One claim, one article a statement; `copies` pairs (original, copy) by number of statement."""
    articles, statements = [], []
    for at, one in enumerate(told):
        text = f"Statement {at}"
        when = When(from_=one.day, to=one.day, precision="day", edtf=one.day, text=None, basis="test")
        article = Article(
            id=f"article-{at:03}",
            page="page",
            place=0,
            url=None,
            headline=None,
            byline=None,
            outlet=one.outlet,
            agency=one.agency,
            language="en",
            published=when,
            updated=None,
            text=text,
            places=(),
            regions=("body",),
        )
        articles.append(article)
        statements.append(_statement(at, one, article, articles[one.parent if one.parent is not None else at]))
    claim = Claim(
        id="claim-1",
        text="c",
        articles=1,
        outlets=1,
        origins=(),
        origins_from=0,
        origins_to=0,
        variants=(),
        cycles=(),
        statements=tuple(Stand(id=s.id, stance=t.stance, meets=t.meets) for s, t in zip(statements, told, strict=True)),
        disputed=False,
    )
    made = [_copy(articles[a].id, articles[b].id) for a, b in copies]
    return Desk(articles, [], made, statements, [claim])


def _statement(at: int, told: Told, article: Article, home: Article) -> Statement:
    """A statement inside another stands in the other's article."""
    chain = (outlet(told.agency or told.outlet), *told.chain)
    whole = article.span(0, len(article.text))
    return Statement(
        id=f"statement-{at:03}",
        article=home.id,
        span=whole,
        cue=None,
        content=(),
        region="body",
        speaker=Speaker(text=chain[-1][0], span=None, actor=None, source_kind=chain[-1][1]),
        hearer=None,
        act=told.act,
        mode="indirect",
        chain=tuple(Link(text=words, actor=None, source_kind=kind) for words, kind in chain),
        said=None,
        parent=None if told.parent is None else f"statement-{told.parent:03}",
    )


def _copy(original: str, copy: str) -> Copy:
    return Copy(
        id=digest("copy", original, copy),
        original=original,
        copy=copy,
        type="rewritten",
        direction="certain",
        share=0.9,
        evidence=(),
    )
