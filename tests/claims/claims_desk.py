"""A desk on which tests lay out articles as lists of statements, without marking up any text by hand."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.claims import match
from onrecord.nouns import (
    Act,
    Article,
    Claim,
    Copy,
    Dating,
    House,
    Link,
    Mode,
    Reading,
    SourceKind,
    Speaker,
    Statement,
    When,
    digest,
)


class Said(NamedTuple):
    """One line of an article: "{who} {cue} {what}"."""

    who: str
    cue: str
    what: str
    act: Act = "says"
    mode: Mode = "indirect"
    kind: SourceKind = "named"
    day: str | None = None


class Desk(NamedTuple):
    """What the stage is given."""

    articles: list[Article]
    readings: list[Reading]
    datings: list[Dating]
    statements: list[Statement]
    copies: list[Copy]

    def copied(self, original: str, copy: str) -> Desk:
        """The same, one outlet's article being a copy of another's."""
        by_outlet = {article.outlet: article.id for article in self.articles}
        row = Copy(
            id=digest("copy", original, copy), original=by_outlet[original], copy=by_outlet[copy], type="rewritten",
            direction="certain", share=0.8, evidence=(),
        )  # fmt: skip
        return self._replace(copies=[*self.copies, row])

    def claims(self) -> list[Claim]:
        houses = [House(article=a.id, name=a.agency or a.outlet or a.id) for a in self.articles]
        return match(self.articles, self.readings, self.copies, houses, self.datings, self.statements)

    def said(self, what: str) -> Statement:
        """The first statement whose content begins so."""
        return next(s for s in self.statements if s.text.startswith(what))

    def claim_of(self, what: str) -> Claim:
        """The one claim that the statement beginning so asserts or denies in its own words."""
        own = self.said(what).id
        return next(c for c in self.claims() if any(s.id == own for s in c.statements))

    def stances(self, what: str) -> dict[str, str]:
        """Content to stance, in the claim of the statement beginning so."""
        texts = {s.id: s.text for s in self.statements}
        return {texts[s.id]: s.stance for s in self.claim_of(what).statements}


def desk(**papers: list[Said]) -> Desk:
    """Articles by outlet; a day may be given in the outlet's name after an underscore ("Gull_2031_03_04")."""
    out = Desk([], [], [], [], [])
    for name, lines in sorted(papers.items()):
        outlet, _, day = name.partition("_")
        when = _day(day.replace("_", "-")) if day else None
        text = "\n".join(f"{s.who} {s.cue} {s.what}" for s in lines)
        article = Article(
            id=digest("article", name),
            page=digest("page", name),
            place=0,
            url=None,
            headline=None,
            byline=None,
            outlet=outlet,
            agency=None,
            language="en",
            published=when,
            updated=None,
            text=text,
            places=(),
            regions=tuple("body" for _ in lines),
        )
        out.articles.append(article)
        out.datings.append(Dating(article=article.id, published=when))
        out.readings.append(
            Reading(article=article.id, reader="test", sentences=(), quotes=(), mentions=(), attributions=())
        )
        out.statements.extend(
            _statement(article, s, start) for s, (start, _, _) in zip(lines, article.lines(), strict=True)
        )
    return out


def _day(day: str) -> When:
    return When(from_=day, to=day, precision="day", edtf=day, text=day, basis="test")


def _statement(article: Article, said: Said, start: int) -> Statement:
    cue = start + len(said.who) + 1
    what = cue + len(said.cue) + 1
    own = (
        Link(text=article.outlet, actor=None, source_kind="outlet"),
        Link(text=said.who, actor=None, source_kind=said.kind),
    )
    return Statement(
        id=digest("statement", article.id, start),
        article=article.id,
        span=article.span(start, what + len(said.what)),
        cue=article.span(cue, what - 1),
        content=(article.span(what, what + len(said.what)),),
        region="body",
        speaker=Speaker(text=said.who, span=None, actor=None, source_kind=said.kind),
        hearer=None,
        act=said.act,
        mode=said.mode,
        chain=own,
        parent=None,
        said=_day(said.day) if said.day else None,
    )
