"""When something was said, by its speaker's day, by the meeting it was said at, by the report that is cited."""

from __future__ import annotations

import msgspec
from test_times_resolve import article, attribution, reading

from onrecord import times
from onrecord.nouns import Attribution, Mention, When


def said(text: str, *attributions: Attribution, mentions: tuple[Mention, ...] = ()) -> list[When | None]:
    read = msgspec.structs.replace(reading(text, *attributions), mentions=mentions)
    _, _, (saying,) = times.resolve([article(text)], [read], [], [])
    return list(saying.said)


def person(text: str, name: str, nth: int = 0) -> Mention:
    at = -1
    for _ in range(nth + 1):
        at = text.index(name, at + 1)
    return Mention(start=at, end=at + len(name), type="person", form="name")


def spoken(text: str, cue: str, content: str, source: int) -> Attribution:
    """An attribution to the "Quill" at `source`."""
    found = attribution(text, cue, "Quill", content, "indirect")
    return msgspec.structs.replace(found, start=source, source=(source, source + 5))


def day(when: When | None) -> tuple[str | None, str | None]:
    assert when is not None
    return when.from_, when.to


def test_a_speaker_put_on_one_day_spoke_then_in_the_rest_of_the_article() -> None:
    text = "Mara Quill said on Monday that it sank.\nIt was old.\nQuill warned of more."
    one = attribution(text, "said", "Mara Quill", "it sank", "indirect")
    two = spoken(text, "warned", "of more", text.index("Quill warned"))
    names = (person(text, "Mara Quill"), person(text, "Quill", 1))
    whens = said(text, one, two, mentions=names)
    assert [day(when) for when in whens] == [("2025-10-06", "2025-10-06")] * 2


def test_a_speaker_put_on_two_days_is_put_on_neither() -> None:
    text = "Mara Quill said on Monday that it sank.\nQuill told why on Tuesday.\nIt was old.\nQuill warned of more."
    one = attribution(text, "said", "Mara Quill", "it sank", "indirect")
    two = spoken(text, "told", "why", text.index("Quill told"))
    three = spoken(text, "warned", "of more", text.index("Quill warned"))
    names = tuple(person(text, "Quill", nth) for nth in range(3))
    first, last = day(said(text, one, two, three, mentions=names)[2])
    assert first != last


def test_what_is_told_of_a_meeting_was_said_at_it() -> None:
    text = "Two hundred people filled the hall on Monday.\nMara Quill urged them to wait."
    (when,) = said(text, attribution(text, "urged", "Mara Quill", "to wait", "indirect"))
    assert day(when) == ("2025-10-06", "2025-10-06")


def test_a_spokesman_answers_after_the_meeting() -> None:
    text = "Two hundred people filled the hall on Tuesday.\nA spokesman said nobody was hurt."
    (when,) = said(text, attribution(text, "said", "A spokesman", "nobody was hurt", "indirect"))
    assert day(when) == ("2025-10-07", "2025-10-09")


def test_a_time_that_trails_what_was_asked_for_is_when_it_was_asked() -> None:
    text = "The board asked a law firm for a review in August."
    asked = msgspec.structs.replace(
        attribution(text, "asked", "The board", "for a review in August", "indirect"), act="requests"
    )
    assert day(said(text, asked)[0]) == ("2025-08-01", "2025-08-31")


def test_a_cited_report_was_said_when_its_article_appeared() -> None:
    report = "The ferry Osprey carried rotten timber below its waterline, inspectors found."
    text = "The ferry Osprey carried rotten timber, the Harbour Gazette reported."
    citing = attribution(text, "reported", "the Harbour Gazette", "The ferry Osprey carried rotten timber", "indirect")
    pages = [
        article(report, published="2025-10-06", key="a", outlet="The Harbour Gazette"),
        article(text, published="2025-10-09", key="b"),
    ]
    _, _, sayings = times.resolve(pages, [reading(report, key="a"), reading(text, citing, key="b")], [], [])
    assert day(sayings[1].said[0]) == ("2025-10-06", "2025-10-06")


def test_an_old_article_is_not_the_report_that_is_cited() -> None:
    report = "The ferry Osprey carried rotten timber below its waterline, inspectors found."
    text = "The ferry Osprey carried rotten timber, the Harbour Gazette reported."
    citing = attribution(text, "reported", "the Harbour Gazette", "The ferry Osprey carried rotten timber", "indirect")
    pages = [
        article(report, published="2025-09-06", key="a", outlet="The Harbour Gazette"),
        article(text, published="2025-10-09", key="b"),
    ]
    _, _, sayings = times.resolve(pages, [reading(report, key="a"), reading(text, citing, key="b")], [], [])
    assert day(sayings[1].said[0]) == (None, "2025-10-09")


def test_a_paper_speaks_from_the_day_that_any_article_dates_it() -> None:
    dated = "The audit, dated 3 May 2025, is not public."
    text = "The hull was rotten, a draft audit obtained by the Gazette shows."
    shows = attribution(text, "shows", "a draft audit obtained by the Gazette", "The hull was rotten", "indirect")
    pages = [article(dated, key="a"), article(text, key="b")]
    _, _, sayings = times.resolve(pages, [reading(dated, key="a"), reading(text, shows, key="b")], [], [])
    assert day(sayings[1].said[0]) == ("2025-05-03", "2025-05-03")


def test_a_kind_of_paper_with_two_days_is_dated_by_neither() -> None:
    dated = "The audit, dated 3 May 2025, is not public.\nThe audit, dated 4 June 2025, is."
    text = "The hull was rotten, a draft audit shows."
    shows = attribution(text, "shows", "a draft audit", "The hull was rotten", "indirect")
    pages = [article(dated, key="a"), article(text, key="b")]
    _, _, sayings = times.resolve(pages, [reading(dated, key="a"), reading(text, shows, key="b")], [], [])
    assert day(sayings[1].said[0]) == (None, "2025-10-09")


def test_a_time_inside_what_somebody_was_asked_to_do_is_not_when_he_was_asked() -> None:
    text = "The board asked her to sign in August."
    asked = msgspec.structs.replace(
        attribution(text, "asked", "The board", "to sign in August", "indirect"), act="requests"
    )
    assert day(said(text, asked)[0]) == (None, "2025-10-09")
