from onrecord import times
from onrecord.nouns import Article, Region, When, digest

WAR = """The river war began on 3 May 1921, when Sarn closed the locks, and lasted until 9 October 1924.
In June Brask answered with a blockade. It was lifted by the end of the month.
In November the council fled to Vell. In March the first trains ran again, and two weeks later the market opened.
The winter of 1922 was mild. On 4 February 1923 the two towns agreed on a truce; the next day it was broken.
Historians who opened the papers in 1988 found no order. On 11 April the bridge fell.
The 12 and 13 August 1923 saw the worst of it. That winter the mills stood still.
By early May the coal was gone. Envoys met in July and September 1924.
A treaty was drafted in the autumn. The first draft was of 2 October 1924, the second of 5 October 1924.
"""
LATER = (
    "The locks were rebuilt in 1931, again in 1938, in 1947, in 1952, in 1960, in 1969 and for the last time in 1975."
)


def whens(text: str, published: str | None = "2026-02-10") -> dict[str, tuple[str | None, str | None]]:
    regions: tuple[Region, ...] = tuple("body" for _ in text.split("\n"))
    when = published and When(from_=published, to=published, precision="day", edtf=published, text=None, basis="given")
    article = Article(
        id="a", page=digest("page", "a"), place=0, url=None, headline=None, byline=None, outlet=None, agency=None,
        language="en", published=when or None, updated=None, text=text, places=(), regions=regions,
    )  # fmt: skip
    _, rows, _ = times.resolve([article], [], [], [])
    return {row.span.text: (row.when.from_, row.when.to) for row in rows}


CHRONICLE = whens(WAR + LATER)


def test_a_bare_month_of_a_chronicle_is_of_the_year_told_last() -> None:
    assert CHRONICLE["In June"] == ("1921-06-01", "1921-06-30")


def test_what_something_lasted_until_does_not_move_a_chronicle_on() -> None:
    assert CHRONICLE["In November"] == ("1921-11-01", "1921-11-30")


def test_a_month_far_before_the_one_told_last_is_of_the_next_year() -> None:
    november, march = CHRONICLE["In November"], CHRONICLE["In March"]
    assert (november[0], march[0]) == ("1921-11-01", "1922-03-01")


def test_a_year_far_from_the_story_is_a_look_aside() -> None:
    assert CHRONICLE["On 11 April"] == ("1923-04-11", "1923-04-11")


def test_a_season_of_a_chronicle_is_of_the_story() -> None:
    assert CHRONICLE["That winter"] == ("1923-12-01", "1924-02-29")
    assert CHRONICLE["in the autumn"] == ("1924-09-01", "1924-11-30")


def test_a_year_behind_two_days_or_months_holds_for_both() -> None:
    assert CHRONICLE["The 12"] == ("1923-08-12", "1923-08-12")
    assert CHRONICLE["in July"] == ("1924-07-01", "1924-07-31")


def test_the_end_of_the_month_is_of_the_month_told() -> None:
    assert CHRONICLE["by the end of the month"] == ("1921-06-30", "1921-06-30")


def test_an_undated_chronicle_reads_alike() -> None:
    assert whens(WAR + LATER, None)["On 11 April"] == ("1923-04-11", "1923-04-11")


def test_news_with_a_past_counts_bare_dates_from_the_article() -> None:
    text = "The board met on Tuesday. Sarn closed its locks in 1921, 1922, 1923 and 1924. In January it reopened them."
    assert whens(text)["In January"] == ("2026-01-01", "2026-01-31")
