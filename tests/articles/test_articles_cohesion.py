"""Two stretches of a page that are parts of one body, and stretches that are lists of other stories."""

from __future__ import annotations

from flat_pages import FERRY, MUSEUM

from onrecord.articles.blocks import from_text
from onrecord.articles.cohesion import goes_on, is_list
from onrecord.articles.kinds import Line, label

CHART = ("2029", "38,000", "2030", "40,000", "2031", "41,000")
REST = (
    "Islanders on the mainland side said the harbour board had known since the spring that two of its three pilots"
    " would leave, and that nobody in the county council had asked who would take their place on the last ferry.",
    "The harbour board answered that the ferry could not leave without pilots, that everyone who works on the"
    " mainland had learned of it from the notice on the pier, and that another service would follow before spring.",
    "Ingrid Moss, who teaches at the school, said nobody had asked the people who make the crossing every weekday.",
)


def page(*parts: tuple[str, ...]) -> tuple[list[Line], list[list[int]]]:
    """The lines of a page of some parts, one after the other, and the places of each part's lines."""
    lines = label(from_text("\n".join(text for part in parts for text in part)))
    starts = [sum(len(part) for part in parts[:at]) for at in range(len(parts) + 1)]
    return lines, [list(range(starts[at], starts[at + 1])) for at in range(len(parts))]


def test_a_body_that_a_chart_breaks_goes_on_in_its_own_words() -> None:
    lines, (before, _, after) = page(tuple(FERRY.body), CHART, REST)
    assert goes_on(lines, before, after)


def test_another_story_below_is_no_part_of_the_first() -> None:
    lines, (before, _, after) = page(tuple(FERRY.body), CHART, tuple(MUSEUM.body))
    assert not goes_on(lines, before, after)


def test_a_footer_between_them_parts_two_bodies_whatever_they_share() -> None:
    foot = ("© 2031 The Tarn Courier. All rights reserved.",)
    lines, (before, _, after) = page(tuple(FERRY.body), foot, REST)
    assert not goes_on(lines, before, after)


def test_too_few_words_tell_nothing() -> None:
    lines, (before, _, after) = page(tuple(FERRY.body), CHART, ("The ferry pilots will leave the harbour board.",))
    assert not goes_on(lines, before, after)


def test_titles_one_after_the_other_are_a_list_and_paragraphs_are_none() -> None:
    titles = ("Harbour board loses its chairman", "Skerrow shop sold to a cousin", "Where the pilots went")
    lines, (list_of, body) = page(titles, tuple(FERRY.body))
    assert is_list(lines, list_of)
    assert not is_list(lines, body)
