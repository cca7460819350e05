"""Words + anchor -> Time. Every temporal expression as an interval, counted from where it was said."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Copy, Dating, Reading, Saying, Story, Time, When, digest
from onrecord.times.citing import citations
from onrecord.times.datings import date_all
from onrecord.times.narration import Telling, requote, tell
from onrecord.times.papers import dated_papers, of_papers
from onrecord.times.sayings import said
from onrecord.times.sharing import share
from onrecord.times.writing import when_of


def resolve(
    articles: Sequence[Article], readings: Sequence[Reading], copies: Sequence[Copy], stories: Sequence[Story]
) -> tuple[list[Dating], list[Time], list[Saying]]:
    """When the articles of a thread were published, what their expressions of time mean, and when each attribution
    was said.

    Datings and sayings come in the order of the articles; an article without a reading is read for times alone.
    Times come in the order of the text. An expression whose time cannot be known has a `when` with both ends open
    and a basis that says why.
    """
    by_article = {reading.article: reading for reading in readings}
    read = [by_article.get(article.id) or _unread(article) for article in articles]
    told = [tell(article, reading, article.published) for article, reading in zip(articles, read, strict=True)]
    datings = date_all(told, copies, stories)
    told = [_told_from(telling, dating.published) for telling, dating in zip(told, datings, strict=True)]
    papers = dated_papers(told)
    cited = [
        {**of_papers(telling, papers), **citations(telling, [t for t in told if t is not telling])} for telling in told
    ]
    tellings = [requote(telling, said(telling, reports)) for telling, reports in zip(told, cited, strict=True)]
    whens = share(tellings, [said(telling, reports) for telling, reports in zip(tellings, cited, strict=True)])
    times = [time for telling, when in zip(tellings, whens, strict=True) for time in _times(telling, when)]
    sayings = [
        Saying(article=article.id, said=tuple(when))
        for article, when in zip(articles, whens, strict=True)
        if article.id in by_article
    ]
    return datings, times, sayings


def _told_from(telling: Telling, published: When | None) -> Telling:
    """An article told from when it was found to have appeared."""
    if published == telling.article.published:
        return telling
    return tell(telling.article, telling.reading, published)


def _unread(article: Article) -> Reading:
    return Reading(article=article.id, reader="none", sentences=(), quotes=(), mentions=(), attributions=())


def _times(telling: Telling, when: Sequence[When | None]) -> list[Time]:
    article, out = telling.article, []
    for told in requote(telling, when).told:
        words = told.words
        span = article.span(words.start, words.end)
        out.append(
            Time(
                id=digest("time", article.id, words.start, words.end),
                span=span,
                when=when_of(told.value, span.text),
                region=article.region(words.start),
            )
        )
    return out
