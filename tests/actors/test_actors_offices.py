"""Who is meant by an office alone, and that no chain mixes people with places."""

from __future__ import annotations

from onrecord import actors
from onrecord.nouns import Article, Mention, Reading
from onrecord.readings import corefs, names, sentences


def article(key: str, text: str) -> Article:
    return Article(
        id=key, page="page", place=0, url=None, headline=None, byline=None, outlet=None, agency=None, language="en",
        published=None, updated=None, text=text, places=(), regions=("body",),
    )  # fmt: skip


def reading(of: Article) -> Reading:
    stops = sentences.split(of.text, of.lines())
    found = corefs.resolve(of.text, stops, (), names.find(of.text, of.lines(), stops))
    return Reading(article=of.id, reader="test", sentences=stops, quotes=(), mentions=found, attributions=())


def forms(*texts: str) -> dict[str, tuple[str, ...]]:
    articles = [article(f"a{n}", text) for n, text in enumerate(texts)]
    return {one.name: one.forms for one in actors.identify(articles, [reading(one) for one in articles])[0]}


def test_an_office_means_whom_another_article_gives_it() -> None:
    found = forms("The mayor denied it.", "Orla Fenn, the mayor, left.", "They met the mayor of Turmouth, Orla Fenn.")
    assert "The mayor" in found["Orla Fenn"]


def test_an_office_that_two_are_given_means_nobody() -> None:
    found = forms("The mayor denied it.", "Orla Fenn, the mayor, left.", "Anna Oake, the mayor, left.")
    assert not any("The mayor" in one for one in found.values())


def test_an_office_of_another_place_is_another_one() -> None:
    found = forms("The mayor of Varle denied it.", "They met the mayor of Turmouth, Orla Fenn, in May.")
    assert not any("The mayor of Varle" in one for one in found.values())


def test_a_former_holder_holds_nothing() -> None:
    found = forms("The mayor denied it.", "They met former mayor Orla Fenn in May.")
    assert "The mayor" not in found["Orla Fenn"]


def test_a_nominal_of_a_person_leaves_the_chain_of_a_place() -> None:
    text = "They left Varle. The mayor stayed."
    place = Mention(start=10, end=15, type="place", form="name", confidence=1.0)
    mayor = Mention(start=17, end=26, type="person", form="nominal", antecedent=0)
    mixed = Reading(article="a", reader="test", sentences=((0, 16), (17, 34)), quotes=(), mentions=(place, mayor),
                    attributions=())  # fmt: skip
    personas, (reference,) = actors.identify([article("a", text)], [mixed])
    assert [span.text for one in personas for span in one.mentions] == ["Varle"]
    assert reference.actors[1] is None


def test_the_first_word_of_a_companys_name_is_no_person_of_its_own() -> None:
    found = forms("They wrote to Kestwell Waterworks.", "They asked Odda Fenn of Kestwell about it.")
    assert "Kestwell" not in found
