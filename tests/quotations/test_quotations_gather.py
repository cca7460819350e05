"""One utterance and its variants across articles."""

from __future__ import annotations

from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.nouns import Article, Dating, Mode, Quotation, Statement, When, digest
from onrecord.quotations import gather

Line = tuple[str, Mode]
Pile = tuple[list[Article], list[Dating], list[Statement]]
KITE = "We flew the kite until the wind took it from us"


def pile(**papers: list[Line]) -> Pile:
    """Articles by name, a day in the name after an underscore; each line is a statement of one content."""
    articles, datings, statements = [], [], []
    for name, lines in sorted(papers.items()):
        day = name.partition("_")[2].replace("_", "-")
        when = When(from_=day, to=day, precision="day", edtf=day, text=None, basis="test") if day else None
        text = "\n".join(f"She said {words}" for words, _ in lines)
        article = Article(
            id=name,
            page="page",
            place=0,
            url=None,
            headline=None,
            byline=None,
            outlet=name,
            agency=None,
            language="en",
            published=when,
            updated=None,
            text=text,
            places=(),
            regions=tuple("body" for _ in lines),
        )
        articles.append(article)
        datings.append(Dating(article=name, published=when))
        for (start, end, _), (_, mode) in zip(article.lines(), lines, strict=True):
            statements.append(_statement(article, start, end, mode))
    return articles, datings, statements


def _statement(article: Article, start: int, end: int, mode: Mode) -> Statement:
    return Statement(
        id=digest("statement", article.id, start),
        article=article.id,
        span=article.span(start, end),
        cue=None,
        content=(article.span(start + len("She said "), end),),
        region="body",
        speaker=None,
        hearer=None,
        act="says",
        mode=mode,
        chain=(),
        parent=None,
        said=None,
    )


def only(found: list[Quotation]) -> Quotation:
    assert len(found) == 1
    return found[0]


def test_an_altered_copy_is_a_variant() -> None:
    altered = "We flew the kite until a storm took it from us"
    quotation = only(gather(*pile(gull=[(KITE, "direct")], heron=[(altered, "direct")])))
    assert {quotation.text, *quotation.variants} == {KITE, altered}
    assert len(quotation.statements) == 2


def test_words_that_lost_their_marks_are_the_same_utterance() -> None:
    quotation = only(
        gather(*pile(gull=[(KITE, "direct")], heron=[("we flew the kite until the wind took it from us", "indirect")]))
    )
    assert (quotation.text, len(quotation.statements), quotation.variants) == (KITE, 2, ())


def test_indirect_words_alone_are_no_quotation() -> None:
    assert gather(*pile(gull=[(KITE, "indirect")], heron=[(KITE, "indirect")])) == []


def test_a_part_is_no_variant() -> None:
    quotation = only(
        gather(*pile(gull=[(KITE, "direct")], heron=[("they flew it “until the wind took it from us” again", "mixed")]))
    )
    assert (quotation.text, quotation.variants, len(quotation.statements)) == (KITE, (), 2)


def test_only_what_stands_in_marks_is_taken_from_a_mixed_content() -> None:
    quotation = only(gather(*pile(gull=[("the kite was “lost to the wind for good” by noon", "mixed")])))
    assert quotation.text == "lost to the wind for good"


def test_single_marks_hold_an_apostrophe() -> None:
    quotation = only(gather(*pile(gull=[("the kite ‘wasn’t ours to lose, said nobody’ by noon", "mixed")])))
    assert quotation.text == "wasn’t ours to lose, said nobody"


def test_different_utterances_stay_apart() -> None:
    other = "I never liked the sea, and the sea never liked me"
    assert len(gather(*pile(gull=[(KITE, "direct"), (other, "direct")]))) == 2


def test_first_is_the_earliest_article_where_dates_tell() -> None:
    told = pile(gull_2031_03_04=[(KITE, "direct")], heron_2031_03_02=[(KITE, "direct")])
    first = only(gather(*told)).first
    assert first == next(s.id for s in told[2] if s.article == "heron_2031_03_02")


def test_the_same_day_leaves_the_first_open() -> None:
    assert only(gather(*pile(gull_2031_03_04=[(KITE, "direct")], heron_2031_03_04=[(KITE, "direct")]))).first is None


def test_an_undated_article_leaves_the_first_open() -> None:
    assert only(gather(*pile(gull=[(KITE, "direct")], heron_2031_03_04=[(KITE, "direct")]))).first is None


def test_marks_without_end_do_no_harm() -> None:
    hostile = "“" * 5000 + "word " * 60_000
    assert gather(*pile(gull=[(hostile, "mixed")])) == []


Row = TypeVar("Row")


def mix(random: Random, rows: list[Row]) -> list[Row]:
    return random.sample(rows, len(rows))


PAPERS = st.lists(
    st.lists(
        st.tuples(
            st.lists(
                st.sampled_from(["we", "flew", "a", "red", "kite", "over", "the", "grey", "sea", "today"]),
                min_size=1,
                max_size=10,
            ),
            st.sampled_from(["direct", "indirect"]),
        ),
        min_size=1,
        max_size=4,
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(PAPERS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_every_text_was_said(
    papers: list[list[tuple[list[str], Mode]]], random: Random
) -> None:
    told = pile(**{f"p{n}": [(" ".join(words), mode) for words, mode in lines] for n, lines in enumerate(papers)})
    found = gather(*told)
    mixed = (mix(random, told[0]), mix(random, told[1]), mix(random, told[2]))
    assert gather(*mixed) == found
    said = {s.text for s in told[2]}
    assert all(q.text in said and set(q.variants) <= said for q in found)
    assert len({q.id for q in found}) == len(found)


def spoken(text: str, *pieces: str) -> Quotation:
    """The quotation of one article that gives these pieces of it."""
    articles, datings, statements = pile(a_2024_01_01=[(text, "direct")])
    (article,), (statement,) = articles, statements
    places = [(article.text.index(words), len(words)) for words in pieces]
    content = tuple(article.span(at, at + size) for at, size in places)
    (quotation,) = gather(articles, datings, [replace(statement, content=content)])
    return quotation


def test_a_quotation_broken_by_its_cue_shows_that_something_stood_between() -> None:
    text = "“The kite is gone,” she said. “It will not come back to us.”"
    assert spoken(text, "The kite is gone,", "It will not come back to us.").text == (
        "The kite is gone, … It will not come back to us."
    )


def test_pieces_with_nothing_between_them_are_joined_by_a_space() -> None:
    text = "“The kite is gone.” “It will not come back to us.”"
    assert spoken(text, "The kite is gone.", "It will not come back to us.").text == (
        "The kite is gone. It will not come back to us."
    )
