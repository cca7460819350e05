"""Actors: one across forms and articles, two where there are two."""

from __future__ import annotations

import random

from onrecord import actors
from onrecord.nouns import Actor, Article, Persona, Reading, Reference
from onrecord.readings import corefs, names, sentences


def article(key: str, text: str) -> Article:
    return Article(
        id=key, page="page", place=0, url=None, headline=None, byline=None, outlet=None, agency=None, language="en",
        published=None, updated=None, text=text, places=(), regions=tuple("body" for _ in text.split("\n")),
    )  # fmt: skip


def reading(of: Article) -> Reading:
    stops = sentences.split(of.text, of.lines())
    found = corefs.resolve(of.text, stops, (), names.find(of.text, of.lines(), stops))
    return Reading(article=of.id, reader="test", sentences=stops, quotes=(), mentions=found, attributions=())


def identify(*texts: str) -> tuple[list[Persona], list[Reference]]:
    articles = [article(f"a{n}", text) for n, text in enumerate(texts)]
    return actors.identify(articles, [reading(one) for one in articles])


def named(personas: list[Persona], name: str) -> Persona:
    return next(one for one in personas if one.name == name)


def forms(*texts: str) -> dict[str, tuple[str, ...]]:
    return {one.name: one.forms for one in identify(*texts)[0]}


def test_a_surname_in_one_article_means_the_full_name_in_another() -> None:
    found = forms("They met Orla Fenn in May.", "Yesterday Mr Brekke wrote to Ms Fenn again.")
    assert found["Orla Fenn"] == ("Ms Fenn", "Orla Fenn")


def test_titles_are_no_part_of_the_name() -> None:
    assert "Orla Fenn" in forms("They met Gen. Orla Fenn. Later Gen. Fenn left.")


def test_two_people_of_one_surname_stay_two() -> None:
    found = forms("They met Peter Fenn.", "They met Mary Fenn.", "They met Mr Fenn.")
    assert found["Peter Fenn"] == ("Mr Fenn", "Peter Fenn")
    assert found["Mary Fenn"] == ("Mary Fenn",)


def test_a_surname_that_two_may_bear_is_given_to_neither() -> None:
    found = forms("They met Robin Fenn.", "They met Quinn Fenn.", "Yesterday they met Dr Fenn.")
    assert found["Fenn"] == ("Dr Fenn",)


def test_a_usual_short_name_and_an_initial_mean_the_full_name() -> None:
    found = forms("They met Robert Oake.", "They met Bob Oake.", "They met R. Oake.")
    assert found == {"Robert Oake": ("Bob Oake", "R. Oake", "Robert Oake")}


def test_an_acronym_means_the_body_of_another_article() -> None:
    found = forms("She leads the Northern Survey Office in Varle.", "A reply from the NSO came.")
    assert "NSO" in found["Northern Survey Office"]


def test_a_new_name_takes_over_the_old_one_where_a_page_says_so() -> None:
    found = forms(
        "They sued Norrsund Ltd, formerly known as Ferrymen Ltd, over it.", "They worked for Ferrymen Ltd in May."
    )
    assert "Ferrymen Ltd" in found["Norrsund Ltd"]
    assert "Ferrymen Ltd" not in found


def test_an_old_name_that_still_trades_under_a_new_one_is_the_same_body() -> None:
    found = forms("They sued Ferrymen Ltd, which has traded since 2019 as Norrsund Ltd, over it.")
    assert set(found["Norrsund Ltd"]) == {"Ferrymen Ltd", "Norrsund Ltd"}


def test_aliases_of_the_world_are_one_actor() -> None:
    personas, _ = identify("They asked the Pentagon.", "They asked the Department of Defense.")
    assert [(one.name, one.type) for one in personas] == [("Pentagon", "government")]


def test_unnamed_people_are_no_actors() -> None:
    personas, references = identify("It was told by six people familiar with the plan.")
    assert personas == []
    assert references == [Reference(article="a0", actors=(None, None))]


def test_a_described_body_is_one_across_articles() -> None:
    personas, _ = identify("They asked the harbour ministry.", "A note from the harbour ministry came.")
    assert [(one.name, len(one.mentions)) for one in personas] == [("the harbour ministry", 2)]


def test_an_epithet_is_a_form_and_a_pronoun_is_none() -> None:
    (persona,), (reference,) = identify("They met Mr Torvil Brekke, a diver. He left.")
    assert persona.forms == ("Mr Torvil Brekke", "a diver")
    assert [span.text for span in persona.mentions] == ["Mr Torvil Brekke", "a diver", "He"]
    assert reference.actors == (None, persona.id, persona.id, persona.id)


def test_a_full_name_has_one_id_in_every_thread_and_a_surname_alone_one_of_its_own() -> None:
    full = [
        actors.identify([one], [reading(one)])[0]
        for one in (article("a", "They met Orla Fenn."), article("b", "They saw Orla Fenn."))
    ]
    bare = [
        actors.identify([one], [reading(one)])[0]
        for one in (article("a", "They met Mr Fenn."), article("b", "They saw Mr Fenn."))
    ]
    assert full[0][0].id == full[1][0].id
    assert bare[0][0].id != bare[1][0].id


def test_mentions_are_the_words_of_their_article() -> None:
    text = "They met Orla Fenn. Later Fenn left."
    personas, _ = identify(text)
    assert [text[span.start : span.end] for span in named(personas, "Orla Fenn").mentions] == ["Orla Fenn", "Fenn"]


def test_merging_unites_forms_and_mentions_in_any_order() -> None:
    one, two = (
        actors.identify([part], [reading(part)])[0][0]
        for part in (article("a", "They met Dr Orla Fenn."), article("b", "They saw Orla Fenn."))
    )
    merged = actors.merge([one, two])
    assert merged == actors.merge([two, one])
    assert merged == Actor(
        id=one.id,
        name="Orla Fenn",
        type="person",
        forms=("Dr Orla Fenn", "Orla Fenn"),
        mentions=(*one.mentions, *two.mentions),
    )


def test_the_order_of_articles_changes_nothing() -> None:
    texts = [
        "They met Orla Fenn.",
        "Ms Fenn of the Northern Survey Office left.",
        "The NSO asked Bob Oake.",
        "Robert Oake left.",
    ]
    articles = [article(f"a{n}", text) for n, text in enumerate(texts)]
    expected = actors.identify(articles, [reading(one) for one in articles])[0]
    for seed in range(4):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert actors.identify(shuffled, [reading(one) for one in shuffled])[0] == expected


def test_no_articles_give_no_actors() -> None:
    assert actors.identify([], []) == ([], [])


def test_another_name_of_a_person_is_the_same_person() -> None:
    found = forms("They met Orla Fenn, the singer known as Lady Varle. Ms Fenn left.", "They met Lady Varle again.")
    assert found["Orla Fenn"] == ("Lady Varle", "Ms Fenn", "Orla Fenn", "the singer")


def test_a_house_that_a_noun_explains_is_the_body_of_that_noun() -> None:
    found = forms(
        "The Dunmore Tides Commission said no.", "The Brine House, as the commission is known here, said yes to them."
    )
    assert "Brine House" in found["Dunmore Tides Commission"]


def test_a_capital_is_nobody_s_surname() -> None:
    told = forms("They met Vox Varne again.", "He lives in Varne. Varne said no.")
    assert "Varne" not in told.get("Vox Varne", ())
