"""What two articles share without either being made from the other."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.copies import common
from onrecord.nouns import Article, Attribution, Reading

Make = Callable[..., Article]


def test_quotations_that_both_print_are_told_longest_first(make: Make, report: list[str], other: list[str]) -> None:
    found = common(make("a", report), make("b", other), [])
    quoted = [row.before for row in found if row.why == "both quote the same words"]
    assert quoted[0] == "A lens is not a souvenir, and nobody sells what sailors steer by,"
    assert "I asked three times for a new one," in quoted


def test_a_source_that_both_name_is_told(make: Make) -> None:
    texts = ["Ivo Marrable said the glass was old.", "Dealers feared it, Mr Marrable told a newspaper."]
    articles = [make(name, [text]) for name, text in zip("ab", texts, strict=True)]
    readings = []
    for article, name in zip(articles, ("Ivo Marrable", "Mr Marrable"), strict=True):
        at = article.text.index(name)
        said = Attribution(
            start=0, end=len(article.text), cue=None, source=(at, at + len(name)), content=(), act="says",
            mode="indirect",
        )  # fmt: skip
        readings.append(
            Reading(article=article.id, reader="test", sentences=(), quotes=(), mentions=(), attributions=(said,))
        )
    (row,) = common(articles[0], articles[1], readings)
    assert (row.why, row.before, row.after) == ("both lay words at the same source", "Ivo Marrable", "Marrable")


def test_two_articles_with_nothing_in_common_share_nothing(make: Make, report: list[str]) -> None:
    assert (
        common(make("a", report), make("b", ["The weather in Osk was mild, and the market stayed open late."]), [])
        == []
    )
