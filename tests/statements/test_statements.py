"""Statements of an invented article: speaker, kind of source, chain, parent, date."""

from __future__ import annotations

import pytest

from onrecord import statements
from onrecord.nouns import (
    Article,
    Attribution,
    Extent,
    Link,
    Mention,
    Persona,
    Quote,
    Reading,
    Reference,
    Region,
    Saying,
    Statement,
    When,
)  # fmt: skip
from onrecord.readings import attributions, quotes, sentences

NAMES: dict[str, tuple[str, str]] = {
    "Mira Oduya": ("person", "a-oduya"),
    "Oduya": ("person", "a-oduya"),
    "The Harrow Times": ("outlet", "a-times"),
    "the Harrow Times": ("outlet", "a-times"),
    "Transway": ("organisation", "a-transway"),
    "Lund Dredging": ("organisation", "a-lund"),
    "The Leth Courier": ("outlet", "a-courier"),
}


def article(text: str, outlet: str | None = "The Leth Courier", agency: str | None = None) -> Article:
    lines = text.split("\n")
    body: Region = "body"
    return Article(
        id="article-1", page="page-1", place=0, url=None, headline=None, byline=None, outlet=outlet, agency=agency,
        language="en",
        published=None, updated=None, text=text, places=(), regions=(body,) * len(lines),
    )  # fmt: skip


def mentions(text: str) -> list[tuple[Mention, str]]:
    found: dict[Extent, tuple[Mention, str]] = {}
    for name, (type_, actor) in NAMES.items():
        at = text.find(name)
        while at >= 0:
            extent = (at, at + len(name))
            if not any(start <= extent[0] and extent[1] <= end for start, end in found):
                found[extent] = (Mention(start=at, end=extent[1], type=type_, form="name"), actor)  # type: ignore[arg-type]
            at = text.find(name, at + 1)
    return [found[extent] for extent in sorted(found)]


def read(one: Article) -> tuple[Reading, Reference]:
    stops = sentences.split(one.text, one.lines())
    marks: tuple[Quote, ...] = quotes.find(one.text, one.lines())
    known = mentions(one.text)
    told: list[Attribution] = attributions.find(one.text, one.lines(), stops, marks, [m for m, _ in known])
    reading = Reading(
        article=one.id,
        reader="test",
        sentences=stops,
        quotes=marks,
        mentions=tuple(m for m, _ in known),
        attributions=tuple(told),
    )
    return reading, Reference(article=one.id, actors=tuple(actor for _, actor in known))


def personas() -> list[Persona]:
    kinds = {actor: (type_, name) for name, (type_, actor) in reversed(NAMES.items())}
    return [
        Persona(id=actor, thread="thread-1", name=name, type=type_, forms=(name,), mentions=())  # type: ignore[arg-type]
        for actor, (type_, name) in sorted(kinds.items())
    ]


def attribute(text: str, outlet: str | None = "The Leth Courier", agency: str | None = None) -> list[Statement]:
    one = article(text, outlet, agency)
    reading, reference = read(one)
    saying = Saying(article=one.id, said=(None,) * len(reading.attributions))
    return statements.attribute([one], [reading], personas(), [reference], [saying])


def only(text: str) -> Statement:
    found = attribute(text)
    assert len(found) == 1, found
    return found[0]


def test_a_named_speaker_carries_the_actor_and_the_pages_words() -> None:
    speaker = only("Mira Oduya, the city engineer, said the bridge was closed.").speaker
    assert speaker is not None
    assert (speaker.actor, speaker.source_kind, speaker.text) == ("a-oduya", "named", "Mira Oduya, the city engineer")


def test_the_head_of_a_genitive_is_not_its_owner() -> None:
    speaker = only("Transway’s Mira Oduya said the bridge was closed.").speaker
    assert speaker is not None
    assert speaker.actor == "a-oduya"


def test_a_name_in_apposition_stands_for_its_office() -> None:
    speaker = only("Its contractor, Lund Dredging, said the bridge was closed.").speaker
    assert speaker is not None
    assert (speaker.actor, speaker.source_kind) == ("a-lund", "organisation")


def test_two_names_in_apposition_are_neither_of_them() -> None:
    told = only("Its lawyers, Mira Oduya and Jo Low, said the work was done.").speaker
    assert told is not None
    assert told.actor is None


def test_somebody_who_works_for_a_body_is_not_that_body() -> None:
    speaker = only("A spokeswoman for Transway said the bridge was closed.").speaker
    assert speaker is not None
    assert (speaker.actor, speaker.source_kind) == (None, "unnamed")


@pytest.mark.parametrize(
    ("words", "kind", "count"),
    [
        ("Six people familiar with the plan", "unnamed", "Six"),
        ("Several officials", "unnamed", "Several"),
        ("A person close to the board", "unnamed", None),
        ("Allies of the mayor", "group", None),
        ("The ministry", "organisation", None),
        ("The newspaper", "outlet", None),
        ("An internal memo", "document", None),
    ],
)
def test_the_head_noun_tells_the_kind_of_source(words: str, kind: str, count: str | None) -> None:
    said = "say" if words.split()[0] in ("Six", "Several", "Allies") else "says"
    speaker = only(f"{words} {said} that the bridge was closed.").speaker
    assert speaker is not None
    assert (speaker.source_kind, speaker.count) == (kind, count)


def test_the_reason_for_not_naming_stands_in_the_next_sentence() -> None:
    found = attribute(
        "Two officials said the bridge was closed. They asked not to be named because they feared for their jobs."
    )
    speaker = found[0].speaker or found[1].speaker
    reasons = {one.speaker.reason for one in found if one.speaker and one.speaker.text == "Two officials"}
    assert speaker is not None
    assert reasons == {"because they feared for their jobs"}


def test_a_chain_begins_with_the_outlet_and_ends_with_the_speaker() -> None:
    assert only("Mira Oduya said the bridge was closed.").chain == (
        Link(text="The Leth Courier", actor="a-courier", source_kind="outlet"),
        Link(text="Mira Oduya", actor="a-oduya", source_kind="named"),
    )


def test_an_agency_that_wrote_the_text_comes_before_its_carrier() -> None:
    found = attribute("Mira Oduya said the bridge was closed.", agency="Norpress")
    assert [link.text for link in found[0].chain] == ["Norpress", "Mira Oduya"]


def test_an_outlet_nobody_names_is_an_unspecified_link() -> None:
    found = attribute("Mira Oduya said the bridge was closed.", outlet=None)
    assert found[0].chain[0] == Link(text=None, actor=None, source_kind="unspecified")


def test_an_enclosing_source_stands_between() -> None:
    found = attribute("The Harrow Times reported that Mira Oduya denied the charge.")
    assert [[link.text for link in one.chain][1:] for one in found] == [
        ["The Harrow Times"],
        ["The Harrow Times", "Mira Oduya"],
    ]
    assert [one.parent for one in found] == [None, found[0].id]


def test_an_outlet_that_was_told_stands_between() -> None:
    found = only("Mira Oduya told the Harrow Times that the bridge was closed.")
    assert [link.actor for link in found.chain] == ["a-courier", "a-times", "a-oduya"]
    assert found.hearer == "a-times"


def test_the_articles_own_outlet_is_no_hop() -> None:
    found = only("Mira Oduya told The Leth Courier that the bridge was closed.")
    assert [link.actor for link in found.chain] == ["a-courier", "a-oduya"]


def test_i_inside_a_quotation_is_whoever_is_quoted() -> None:
    found = attribute("“I told the mayor that it would fall,” Mira Oduya said.")
    assert {(one.speaker.text, one.speaker.actor) for one in found if one.speaker} == {
        ("Mira Oduya", "a-oduya"),
        ("I", "a-oduya"),
    }


def test_a_statement_is_dated_by_its_saying() -> None:
    one = article("Mira Oduya said the bridge was closed.")
    reading, reference = read(one)
    when = When(from_=None, to="2031-05-02", precision="open", edtf="../2031-05-02", text=None, basis="told as news")
    found = statements.attribute([one], [reading], personas(), [reference], [Saying(article=one.id, said=(when,))])
    assert found[0].said == when


def test_every_span_stands_where_it_says() -> None:
    text = (
        "“It fell,” Mira Oduya said. The ministry did not respond to questions.\nThe Harrow Times said it had a memo."
    )
    for one in attribute(text):
        for span in (one.span, *one.content, *filter(None, (one.cue, one.speaker.span if one.speaker else None))):
            assert text[span.start : span.end] == span.text


def test_order_of_input_does_not_matter() -> None:
    one = article("Mira Oduya said the bridge was closed.")
    reading, reference = read(one)
    saying = Saying(article=one.id, said=(None,))
    people = personas()
    assert statements.attribute([one], [reading], people, [reference], [saying]) == statements.attribute(
        [one], [reading], people[::-1], [reference], [saying]
    )


def test_paragraphs_lifted_from_another_outlet_have_it_in_their_chain() -> None:
    found = attribute(
        "As the Harrow Times reported on Monday:\nMira Oduya said the bridge was closed.\n"
        "The Leth Courier has not seen the papers.\nMira Oduya said the bridge was open."
    )
    said = [one for one in found if one.speaker and one.speaker.text == "Mira Oduya"]
    assert [[link.actor for link in one.chain] for one in said] == [
        ["a-courier", "a-times", "a-oduya"],
        ["a-courier", "a-oduya"],
    ]


SCENE = (
    "Mira Oduya asked the board whether it was finished.\n"
    "“It is over,” Oduya wrote to her followers.\n"
    "This account of the meeting is based on interviews with 17 people with knowledge of it, all of whom asked "
    "for anonymity to speak of private talks.\n"
    "Oduya said the bridge was closed."
)


def links(text: str) -> list[tuple[str, list[str | None]]]:
    return [(one.cue.text if one.cue else "", [link.text for link in one.chain[1:]]) for one in attribute(text)]


def test_what_was_said_in_private_before_the_declaration_comes_through_those_people() -> None:
    assert links(SCENE)[0] == ("asked", ["17 people with knowledge of it", "Mira Oduya"])


def test_what_was_said_in_public_or_behind_the_declaration_has_its_own_speaker_only() -> None:
    told = dict(links(SCENE))
    assert told["wrote"] == ["Oduya"]
    assert told["said"] == ["Oduya"]


def test_the_declaration_tells_how_many_they_are_and_why_they_are_not_named() -> None:
    one = next(one for one in attribute(SCENE) if one.cue and one.cue.text.startswith("based on"))
    assert one.speaker is not None
    assert (one.speaker.count, one.speaker.reason) == ("17", "to speak of private talks")


def test_an_article_that_declares_nothing_adds_no_link() -> None:
    assert links("Mira Oduya asked the board whether it was finished.") == [("asked", ["Mira Oduya"])]
