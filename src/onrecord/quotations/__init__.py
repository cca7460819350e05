"""Statement -> Quotation. One utterance and its variants across articles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Dating, Quotation, Statement, digest
from onrecord.quotations.utterances import Utterance, gathered, utterances


def gather(articles: Sequence[Article], datings: Sequence[Dating], statements: Sequence[Statement]) -> list[Quotation]:
    """The utterances of a thread that are quoted, each once, with its variants.

    `statements` are all that give the words, also where a copy lost the marks; `text` is the fullest witness inside
    marks; `first` the statement in the article that was published first, None where the dates leave that open;
    `variants` the other wordings, longest first. Quotations come sorted by id.
    """
    texts = {article.id: article.text for article in articles}
    dates = {d.article: d.published.from_ for d in datings if d.published and d.published.from_}
    last = {d.article: d.published.to for d in datings if d.published and d.published.to}
    groups = gathered(utterances(statements, texts))
    return sorted((_quotation(group, dates, last) for group in groups), key=lambda q: q.id)


def _quotation(group: Sequence[Utterance], dates: dict[str, str], last: dict[str, str]) -> Quotation:
    best = max(group, key=lambda u: (u.quoted, len(u.key), u.text, u.statement.id))
    wordings: dict[str, str] = {}
    for utterance in sorted(group, key=lambda u: (-len(u.key), u.text)):
        if utterance.key not in best.key:
            wordings.setdefault(utterance.key, utterance.text)
    ids = tuple(sorted({u.statement.id for u in group}))
    return Quotation(
        id=digest("quotation", best.statement.id, best.start, best.text), text=best.text, statements=ids,
        first=_first(group, dates, last), variants=tuple(wordings.values()),
    )  # fmt: skip


def _first(group: Sequence[Utterance], dates: dict[str, str], last: dict[str, str]) -> str | None:
    """The statement in the article published before all others of the group; None where one is undated or two
    overlap."""
    articles = sorted({u.statement.article for u in group})
    if any(article not in dates or article not in last for article in articles):
        return None
    first = min(articles, key=lambda a: (dates[a], a))
    if any(_day(dates[other], last[first]) <= _day(last[first], dates[other]) for other in articles if other != first):
        return None
    return min((u.start, u.statement.id) for u in group if u.statement.article == first)[1]


def _day(moment: str, other: str) -> str:
    """Two moments compare at the grain that both have."""
    return moment[: min(len(moment), len(other), 16)]
