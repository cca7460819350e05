from typing import Literal

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import times
from onrecord.nouns import Article, Attribution, Copy, Entry, Quote, Reading, Region, Story, When, digest

Mode = Literal["direct", "indirect", "mixed"]


def on(day: str) -> When:
    return When(from_=day, to=day, precision="day", edtf=day, text=None, basis="given")


def article(
    text: str,
    published: str | None = "2025-10-09",
    key: str = "a",
    outlet: str | None = None,
    updated: str | None = None,
) -> Article:
    regions: tuple[Region, ...] = tuple("body" for _ in text.split("\n"))
    return Article(
        id=key, page=digest("page", key), place=0, url=None, headline=None, byline=None, outlet=outlet, agency=None,
        language="en", published=on(published) if published else None,
        updated=on(updated) if updated else None, text=text, places=(), regions=regions,
    )  # fmt: skip


def attribution(text: str, cue: str, source: str, content: str, mode: Mode, parent: int | None = None) -> Attribution:
    def place(words: str) -> tuple[int, int]:
        at = text.index(words)
        return at, at + len(words)

    whole = [place(cue), place(source), place(content)]
    return Attribution(
        start=min(s for s, _ in whole), end=max(e for _, e in whole), cue=place(cue), source=place(source),
        content=(place(content),), act="says", mode=mode, parent=parent,
    )  # fmt: skip


def reading(text: str, *attributions: Attribution, key: str = "a") -> Reading:
    quotes = tuple(Quote(start=s, end=e) for a in attributions if a.mode == "direct" for s, e in a.content)
    sentences, at = [], 0
    for line in text.split("\n"):
        for sentence in line.split(". "):
            sentences.append((at, at + len(sentence)))
            at += len(sentence) + 2
        at -= 1
    return Reading(
        article=key, reader="test", sentences=tuple(sentences), quotes=quotes, mentions=(), attributions=attributions
    )


def whens(found: Article, read: Reading | None = None) -> dict[str, tuple[str | None, str | None]]:
    _, rows, _ = times.resolve([found], [read] if read else [], [], [])
    return {row.span.text: (row.when.from_, row.when.to) for row in rows}


def test_a_quotation_counts_from_when_it_was_said() -> None:
    text = "In March 2019 he told a fair: “We built it 14 months ago.”"
    read = reading(text, attribution(text, "told", "he", "We built it 14 months ago.", "direct"))
    assert whens(article(text), read)["14 months ago"] == ("2018-01-01", "2018-01-31")


def test_the_same_words_outside_a_quotation_count_from_the_article() -> None:
    text = "In October 2022 he left. They had met 18 months ago."
    assert whens(article(text), reading(text))["18 months ago"] == ("2024-04-01", "2024-04-30")


def test_since_in_a_quotation_ends_when_it_was_said() -> None:
    text = "In April 2024 she told the guild: “Nobody has rowed there since last June.”"
    read = reading(text, attribution(text, "told", "she", "Nobody has rowed there since last June.", "direct"))
    _, rows, _ = times.resolve([article(text)], [read], [], [])
    when = rows[1].when
    assert (when.from_, when.to) == ("2023-06-01", "2024-04-30")
    assert when.anchor is not None
    assert (when.anchor.from_, when.anchor.to) == ("2023-06-01", "2023-06-30")
    assert "when it was said" in when.basis


def test_a_quotation_in_a_letter_counts_from_the_letters_date() -> None:
    text = "The letter, dated 3 May 2024, is short. “I left last month,” the letter says."
    read = reading(text, attribution(text, "says", "the letter", "I left last month,", "direct"))
    assert whens(article(text), read)["last month"] == ("2024-04-01", "2024-04-30")


def test_the_last_version_is_what_weekdays_count_from() -> None:
    text = "The mayor resigned on Monday."
    assert whens(article(text, "2025-10-02", updated="2025-10-09"))["on Monday"] == ("2025-10-06", "2025-10-06")


def test_a_line_of_an_update_speaks_from_its_own_date() -> None:
    text = "The mayor resigned on Monday.\nUPDATE, 14 October 2025: She came back on Monday."
    _, rows, _ = times.resolve([article(text)], [], [], [])
    assert [row.when.from_ for row in rows if row.span.text == "on Monday"] == ["2025-10-06", "2025-10-13"]


def test_a_quarter_follows_the_fiscal_year_the_article_tells() -> None:
    text = "Sales doubled in the first quarter of its 2024 financial year; the financial year ends in June."
    assert whens(article(text))["in the first quarter of its 2024 financial year"] == ("2023-07-01", "2023-09-30")


def said(text: str, *attributions: Attribution, published: str | None = "2025-10-09") -> list[When | None]:
    _, _, sayings = times.resolve([article(text, published)], [reading(text, *attributions)], [], [])
    return list(sayings[0].said)


def test_a_statement_takes_the_time_of_its_own_clause() -> None:
    text = "Mara Quill said on Tuesday that the ferry sank in May."
    (when,) = said(text, attribution(text, "said", "Mara Quill", "that the ferry sank in May", "indirect"))
    assert when is not None
    assert (when.from_, when.to, when.text) == ("2025-10-07", "2025-10-07", "on Tuesday")


def test_the_time_of_a_clause_about_the_speaker_is_not_that_of_the_statement() -> None:
    text = "Mara Quill, who took over on Monday, said the ferry sank."
    (when,) = said(text, attribution(text, "said", "Mara Quill", "the ferry sank", "indirect"))
    assert when is not None
    assert when.text != "on Monday"


def test_a_speaker_going_on_keeps_the_time() -> None:
    text = "Mara Quill said in June that it sank. “It was old,” she added."
    first = attribution(text, "said", "Mara Quill", "that it sank", "indirect")
    second = attribution(text, "added", "she", "It was old,", "direct")
    whole = said(text, first, second)
    assert [(when.from_, when.to) for when in whole if when] == [("2025-06-01", "2025-06-30")] * 2


def test_a_scene_dates_what_is_said_in_it() -> None:
    text = "In 2020 the firm sued the port. Mara Quill told a paper it was robbed."
    (when,) = said(text, attribution(text, "told", "Mara Quill", "it was robbed", "indirect"))
    assert when is not None
    assert (when.from_, when.to) == ("2020-01-01", "2020-12-31")
    assert "scene" in when.basis


def test_told_as_news_it_is_open_towards_the_past() -> None:
    text = "Mara Quill said it sank."
    (when,) = said(text, attribution(text, "said", "Mara Quill", "it sank", "indirect"))
    assert when is not None
    assert (when.from_, when.to, when.precision) == (None, "2025-10-09", "open")


def test_the_day_the_lead_names_is_the_day_of_the_news() -> None:
    text = "A ferry sank on Thursday.\nIt was old.\nMara Quill said nobody was hurt."
    (when,) = said(text, attribution(text, "said", "Mara Quill", "nobody was hurt", "indirect"))
    assert when is not None
    assert (when.from_, when.to) == ("2025-10-09", "2025-10-09")
    assert "lead" in when.basis


def test_in_an_undated_article_nothing_is_known() -> None:
    text = "Mara Quill said it sank."
    assert said(text, attribution(text, "said", "Mara Quill", "it sank", "indirect"), published=None) == [None]


def test_what_somebody_tells_of_was_said_before_he_told_it() -> None:
    text = "In May 2024 Mara Quill said that Olaf Brand promised her a boat."
    outer = attribution(text, "said", "Mara Quill", "that Olaf Brand promised her a boat", "indirect")
    inner = attribution(text, "promised", "Olaf Brand", "a boat", "indirect", parent=0)
    when = said(text, outer, inner)[1]
    assert when is not None
    assert (when.from_, when.to) == (None, "2024-05-31")


def test_attributions_in_a_circle_end() -> None:
    text = "Mara Quill said that Olaf Brand said it sank."
    one = attribution(text, "said", "Mara Quill", "it sank", "indirect", parent=1)
    two = attribution(text, "said", "Olaf Brand", "it sank", "indirect", parent=0)
    assert len(said(text, one, two)) == 2


def test_an_articles_own_date_is_never_changed() -> None:
    found = article("HARMOUTH, Oct 24 - A ferry sank.", "2025-10-20")
    datings, _, _ = times.resolve([found], [], [], [])
    assert datings[0].published == found.published


def test_a_date_line_takes_its_year_from_siblings() -> None:
    one = article("HARMOUTH, Oct 24 - A ferry sank.", None, "a")
    two = article("A ferry sank.", "2025-10-20", "b")
    datings, _, _ = times.resolve([one, two], [], [], [])
    published = datings[0].published
    assert published is not None
    assert (published.from_, published.to) == ("2025-10-24", "2025-10-24")
    assert "siblings" in published.basis


def test_yesterday_beside_a_siblings_outlet_dates_a_page() -> None:
    one = article("The Harmouth Bell reported yesterday that the ferry sank.", None, "a")
    two = article("The ferry sank.", "2025-10-20", "b", outlet="The Harmouth Bell")
    datings, rows, _ = times.resolve([one, two], [], [], [])
    published = datings[0].published
    assert published is not None
    assert published.from_ == published.to == "2025-10-21"
    assert [row.when.from_ for row in rows if row.span.text == "yesterday"] == ["2025-10-20"]


def test_a_weekday_bounds_a_page_to_the_week_that_begins_with_it() -> None:
    one = article("The Harmouth Bell reported on Monday that the ferry sank.", None, "a")
    two = article("The ferry sank.", "2025-10-20", "b", outlet="The Harmouth Bell")
    datings, _, _ = times.resolve([one, two], [], [], [])
    published = datings[0].published
    assert published is not None
    assert (published.from_, published.to, published.precision) == ("2025-10-20", "2025-10-26", "days")


def test_a_weekday_that_is_not_the_siblings_dates_nothing() -> None:
    one = article("The Harmouth Bell reported on Friday that the ferry sank.", None, "a")
    two = article("The ferry sank.", "2025-10-20", "b", outlet="The Harmouth Bell")
    datings, _, _ = times.resolve([one, two], [], [], [])
    assert datings[0].published is None


def test_a_copy_is_not_older_than_its_original() -> None:
    one = article("The Harmouth Bell reported on Monday that the ferry sank.", None, "a")
    two = article("The ferry sank.", "2025-10-20", "b", outlet="The Harmouth Bell")
    three = article("It sank.", "2025-10-23", "c")
    copy = Copy(
        id="k", original="c", copy="a", type="rewritten", direction="certain", share=0.9, evidence=(),
    )  # fmt: skip
    datings, _, _ = times.resolve([one, two, three], [], [copy], [])
    published = datings[0].published
    assert published is not None
    assert (published.from_, published.to) == ("2025-10-23", "2025-10-26")


def test_an_undated_page_keeps_its_times_unresolved_with_a_reason() -> None:
    _, rows, _ = times.resolve([article("The ferry sank on Thursday.", None)], [], [], [])
    assert (rows[0].when.from_, rows[0].when.to) == (None, None)
    assert "undated" in rows[0].when.basis


PIECES = st.sampled_from(
    [
        "on Monday ",
        "In May 2021 ",
        "two weeks later ",
        "“",
        "”",
        " he said ",
        "\n",
        "31/02/99 ",
        "the same day ",
        "since 2018 ",
    ]
)


@settings(max_examples=50)
@given(st.lists(PIECES, min_size=1, max_size=30).map("".join))
def test_every_span_stands_where_it_says(text: str) -> None:
    found = article(text)
    _, rows, _ = times.resolve([found], [], [], [])
    assert all(row.span.text == text[row.span.start : row.span.end] for row in rows)
    assert len({row.id for row in rows}) == len(rows)


def test_the_order_of_articles_changes_no_row() -> None:
    one = article("The Harmouth Bell reported yesterday that the ferry sank.", None, "a")
    two = article("The ferry sank on Sunday.", "2025-10-20", "b", outlet="The Harmouth Bell")
    forward, backward = times.resolve([one, two], [], [], []), times.resolve([two, one], [], [], [])
    assert sorted(forward[0], key=repr) == sorted(backward[0], key=repr)
    assert sorted(forward[1], key=repr) == sorted(backward[1], key=repr)


def test_the_basis_tells_in_words_how_it_was_reached() -> None:
    text = "In March 2019 he told a fair: “We built it 14 months ago.”"
    read = reading(text, attribution(text, "told", "he", "We built it 14 months ago.", "direct"))
    _, rows, _ = times.resolve([article(text)], [read], [], [])
    assert rows[1].when.basis == "14 months before March 2019, when it was said"


def test_an_answer_belongs_to_the_scene_of_the_paragraph_before() -> None:
    text = "In June 2023 a rival mocked the ferry.\n“We met her two months ago,” Mara Quill replied."
    read = reading(text, attribution(text, "replied", "Mara Quill", "We met her two months ago,", "direct"))
    assert whens(article(text), read)["two months ago"] == ("2023-04-01", "2023-04-30")


def test_the_same_quotation_is_dated_by_the_article_that_tells_when() -> None:
    words = "I have been on that ferry only two years ago"
    one = f"In May 2021 Mara Quill said “{words}”."
    two = f"Mara Quill said “{words}”."
    _, rows, sayings = times.resolve(
        [article(one, key="a"), article(two, key="b")],
        [reading(t, attribution(t, "said", "Mara Quill", words, "direct"), key=k) for t, k in ((one, "a"), (two, "b"))],
        [],
        [],
    )
    second = sayings[1].said[0]
    assert second is not None
    assert (second.from_, second.to) == ("2021-05-01", "2021-05-31")
    assert "another article" in second.basis
    assert [row.when.from_ for row in rows if "ago" in row.span.text] == ["2019-01-01", "2019-01-01"]


def test_a_sibling_of_the_same_story_dates_the_weekday_of_the_report_both_tell() -> None:
    told = "reported that Mara Quill of Harmouth had kept secret contact with shipping regulators since late 2022"
    one = article(f"On Thursday, the paper {told}.", None, "a")
    two = article(f"The Harmouth Bell {told}.", "2025-10-10", "b")
    story = Story(id="s", title="", articles=("a", "b"), first=None, last=None, thread="t")
    datings, _, _ = times.resolve([one, two], [], [], [story])
    published = datings[0].published
    assert published is not None
    assert (published.from_, published.to) == ("2025-10-09", "2025-10-15")


def test_a_year_in_an_undated_text_gives_no_year_to_the_dates_after_it() -> None:
    rows = times.resolve([article("He died in 2019. She wrote on June 5.", None)], [], [], [])[1]
    assert (rows[1].when.from_, rows[1].when.to) == (None, None)


def test_thousands_of_quotations_and_times_on_one_line_end_soon() -> None:
    text = "“On Monday” in May 2020 two weeks later " * 1_000
    quotes = tuple(Quote(start=at, end=at + 11) for at in range(0, len(text), 40))
    read = Reading(article="a", reader="test", sentences=((0, len(text)),), quotes=quotes, mentions=(), attributions=())
    assert len(times.resolve([article(text)], [read], [], [])[1]) == 3_000


def live(text: str, *entries: tuple[str, str]) -> Article:
    """An article whose lines that begin with the words given are entries of the times given."""
    told = []
    for words, moment in entries:
        start = text.index(words)
        end = text.find("\n", start)
        when = When(from_=moment, to=moment, precision="minute", edtf=moment, text=None, basis="its clock")
        told.append(Entry(start=start, end=end if end > 0 else len(text), text=moment[11:16], when=when))
    return msgspec.structs.replace(article(text), entries=tuple(told))


ENTRIES = "The mayor said an hour ago that the bridge was shut.\nThe county said yesterday that nobody was hurt."


def test_what_is_told_in_an_entry_of_a_live_page_was_said_by_its_time() -> None:
    text = "The mayor said that the bridge was shut.\nThe county said that nobody was hurt."
    found = live(text, ("The mayor", "2025-10-09T14:32+01:00"), ("The county", "2025-10-08T11:00+01:00"))
    said = [
        attribution(text, "The mayor said", "The mayor", "the bridge was shut", "indirect"),
        attribution(text, "The county said", "The county", "nobody was hurt", "indirect"),
    ]
    _, _, (saying,) = times.resolve([found], [reading(text, *said)], [], [])
    assert [when and (when.from_, when.to) for when in saying.said] == [
        (None, "2025-10-09T14:32+01:00"),
        (None, "2025-10-08T11:00+01:00"),
    ]


def test_times_in_an_entry_count_from_the_entry() -> None:
    found = live(ENTRIES, ("The mayor", "2025-10-09T00:20+01:00"), ("The county", "2025-10-08T11:00+01:00"))
    assert whens(found) == {
        "an hour ago": ("2025-10-08T23:20+01:00", "2025-10-08T23:20+01:00"),
        "yesterday": ("2025-10-07", "2025-10-07"),
    }


def test_an_entry_without_a_day_leaves_the_article_s() -> None:
    found = live(ENTRIES, ("The mayor", "2025-10-09T14:32"))
    entry = msgspec.structs.replace(found.entries[0], when=None)
    assert whens(msgspec.structs.replace(found, entries=(entry,)))["an hour ago"] == ("2025-10-09", "2025-10-09")


def test_the_next_day_does_not_count_from_a_day_to_come() -> None:
    found = whens(
        article("They met on Tuesday. She promised a name by Friday. In a letter the next day she left it out.")
    )
    assert found["the next day"] == ("2025-10-08", "2025-10-08")


def test_what_came_two_weeks_after_the_words_does_not_date_them() -> None:
    text = "The mayor admits that a letter came in June, two weeks after he said nobody knew."
    outer = attribution(
        text, "admits", "The mayor", "a letter came in June, two weeks after he said nobody knew", "indirect"
    )
    inner = attribution(text, "said", "he", "nobody knew", "indirect", parent=0)
    _, _, sayings = times.resolve([article(text)], [reading(text, outer, inner)], [], [])
    said = sayings[0].said[1]
    assert said is None or said.text is None
