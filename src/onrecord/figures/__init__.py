"""Statement, Time -> Figure. Numbers with what they count and who gave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.figures.counting import Count, counts
from onrecord.nouns import Article, Figure, Reading, Statement, Time, When, digest


def find(
    articles: Sequence[Article], readings: Sequence[Reading], statements: Sequence[Statement], times: Sequence[Time]
) -> list[Figure]:
    """The figures given in a thread's articles: numbers with their unit and what they count, in the page's words.

    `value` is in base units ("11.2 million" is 11200000.0), `unit` an ISO 4217 code, "%" or a plural noun ("people",
    "hours"), None where nothing can be named. Dates, ages, clock times, addresses and names with a number are no
    figures. `on_word_of` is the innermost statement whose content holds the number; `when` is given only where its
    sentence holds exactly one time. Figures come sorted by id.
    """
    read = {reading.article: reading for reading in readings}
    said, timed = _by_article(statements), _times_by_article(times)
    out = []
    for article in articles:
        dates = timed[article.id]
        for count in counts(article.text, [(time.span.start, time.span.end) for time in dates]):
            out.append(_figure(article, count, read.get(article.id), said[article.id], dates))
    return sorted(out, key=lambda figure: figure.id)


def _by_article(statements: Sequence[Statement]) -> defaultdict[str, list[Statement]]:
    out: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        out[statement.article].append(statement)
    return out


def _times_by_article(times: Sequence[Time]) -> defaultdict[str, list[Time]]:
    out: defaultdict[str, list[Time]] = defaultdict(list)
    for time in times:
        out[time.span.article].append(time)
    return out


def _figure(
    article: Article, count: Count, reading: Reading | None, said: Sequence[Statement], dates: Sequence[Time]
) -> Figure:
    return Figure(
        id=digest("figure", article.id, count.start, count.end, article.text[count.start : count.end]),
        what=count.what, value=count.value, unit=count.unit, span=article.span(count.start, count.end),
        when=_when(count, reading, dates), on_word_of=_teller(count, said),
    )  # fmt: skip


def _teller(count: Count, said: Sequence[Statement]) -> str | None:
    """The statement with the least content that holds the number."""
    holding = [
        (sum(piece.end - piece.start for piece in s.content), -len(s.chain), s.id)
        for s in said
        if any(piece.start <= count.start and count.end <= piece.end for piece in s.content)
    ]
    return min(holding)[2] if holding else None


def _when(count: Count, reading: Reading | None, dates: Sequence[Time]) -> When | None:
    """The one time of the figure's sentence; of several none is obviously its own."""
    for start, end in reading.sentences if reading else ():
        if start <= count.start < end:
            inside = [time for time in dates if start <= time.span.start and time.span.end <= end]
            return inside[0].when if len(inside) == 1 else None
    return None
