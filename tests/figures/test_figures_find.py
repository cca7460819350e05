"""Numbers with what they count and who gave them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.figures import find
from onrecord.nouns import Article, Extent, Figure, Reading, Statement, Time, When, digest


def article(text: str) -> Article:
    return Article(
        id="article-1",
        page="page",
        place=0,
        url=None,
        headline=None,
        byline=None,
        outlet=None,
        agency=None,
        language="en",
        published=None,
        updated=None,
        text=text,
        places=(),
        regions=tuple("body" for _ in text.split("\n")),
    )


def reading(*sentences: Extent) -> Reading:
    return Reading(article="article-1", reader="t", sentences=sentences, quotes=(), mentions=(), attributions=())


def figures(text: str) -> list[Figure]:
    return sorted(find([article(text)], [], [], []), key=lambda f: f.span.start)


def statement(home: Article, start: int, end: int, parent: str | None = None) -> Statement:
    return Statement(
        id=digest("statement", start, end),
        article=home.id,
        span=home.span(start, end),
        cue=None,
        content=(home.span(start, end),),
        region="body",
        speaker=None,
        hearer=None,
        act="says",
        mode="indirect",
        chain=(),
        parent=parent,
        said=None,
    )


def time(home: Article, words: str) -> Time:
    start = home.text.index(words)
    when = When(from_="2031-03-04", to="2031-03-04", precision="day", edtf="2031-03-04", text=words, basis="test")
    return Time(id=f"time-{start}", span=home.span(start, start + len(words)), when=when, region="body")


@pytest.mark.parametrize(
    ("text", "value", "unit", "what"),
    [
        ("They paid £11.2 million for the pier.", 11.2e6, "GBP", "£11.2 million for the pier"),
        ("It cost $3.8bn in all.", 3.8e9, "USD", "$3.8bn in all"),
        ("It cost 40 million euros.", 4e7, "EUR", "40 million euros"),
        ("About 58 per cent of islanders agreed.", 58.0, "%", "58 per cent of islanders agreed"),
        ("The log holds 212 messages.", 212.0, "messages", "212 messages"),
        ("It was dark for 41 hours.", 41.0, "hours", "41 hours"),
        ("More than twelve thousand residents left.", 12_000.0, "people", "twelve thousand residents left"),
        ("She counted at least 30 boats, he said.", 30.0, "boats", "at least 30 boats"),
        ("It is fourteen and a half metres deep.", 14.5, "metres", "fourteen and a half metres deep"),
        ("A 12-year lease was signed.", 12.0, "years", "12-year lease"),
        ("It stood at 1,200,000 tonnes.", 1.2e6, "tonnes", "1,200,000 tonnes"),
    ],
)
def test_a_figure_has_value_unit_and_words(text: str, value: float, unit: str, what: str) -> None:
    (found,) = figures(text)
    assert (found.value, found.unit, found.what) == (value, unit, what)


NO_FIGURES = [
    "It began on 4 March and ended on March 9.",
    "It opened in 2019.",
    "She rose at 7.30 and at 9 pm.",
    "Ada Quist, 63, said so.",
    "The 63-year-old said so.",
    "He lives at 12 Orchard Street.",
    "It won 3-1.",
    "They met two weeks ago.",
    "See page 12.",
    "He is one man.",
    "It was wave 5.",
    "In a five-alarm panic.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_dates_ages_clocks_addresses_and_scores_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_a_number_inside_a_temporal_expression_is_none() -> None:
    home = article("It was shut for six weeks, they said.")
    assert find([home], [], [], [time(home, "for six weeks")]) == []


def test_it_is_on_the_word_of_the_innermost_statement() -> None:
    home = article("Gull reports that Lind said 30 boats sank.")
    outer, inner = statement(home, 18, len(home.text)), statement(home, 28, len(home.text))
    (found,) = find([home], [], [outer, inner], [])
    assert found.on_word_of == inner.id


def test_a_figure_outside_every_content_is_on_nobodys_word() -> None:
    home = article("30 boats sank, Lind said: a storm came.")
    (found,) = find([home], [], [statement(home, 26, len(home.text))], [])
    assert found.on_word_of is None


def test_the_only_time_of_its_sentence_is_its_when() -> None:
    home = article("30 boats sank on Friday. 12 boats sank on Sunday and on Monday.")
    split = reading((0, 24), (25, len(home.text)))
    times = [time(home, "Friday"), time(home, "Sunday"), time(home, "Monday")]
    found = sorted(find([home], [split], [], times), key=lambda f: f.span.start)
    assert [f.when and f.when.text for f in found] == ["Friday", None]


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "1," * 50_000, "five " * 40_000, "$" * 100_000, "12 boats " * 10_000, "a hundred " * 20_000]
)
def test_a_hostile_line_is_read_to_its_end(text: str) -> None:
    assert all(f.span.text == text[f.span.start : f.span.end] for f in figures(text)[:50])


PIECES = [*"12,.5 £%mkbn-\n", "boats ", "million ", "March ", "per cent "]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_a_figure_stands_where_it_says(text: str) -> None:
    home = article(text)
    for found in figures(text):
        assert home.text[found.span.start : found.span.end] == found.span.text
        assert found.what in home.text
        assert found.span.text.strip() == found.span.text
