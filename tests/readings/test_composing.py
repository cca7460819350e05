"""A reader of one answerer a question: the rules where nobody else is given, and answers that can stand."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any

import pytest

from onrecord.errors import ReaderError
from onrecord.nouns import Article, Attribution, Extent, Mention, Quote, Reading, Regard, Region
from onrecord.readings import BUNDLED, Composed, read, spreads
from onrecord.readings.doubles import (
    Line,
    ListedAttributions,
    ListedCorefs,
    ListedNames,
    ListedQuotations,
    ListedRegards,
    ListedSenses,
    ListedTimes,
)  # fmt: skip
from onrecord.readings.questions import Seen
from onrecord.readings.rules import Rules

TEXT = "Orla Fenn blames Brekke for the leak on Reef Night. The skipper denied it, <so> he swore."


def article(text: str = TEXT, language: str = "en", key: str = "a1") -> Article:
    body: Region = "body"
    return Article(
        id=key, page="p1", place=0, url=None, headline=None, byline=None, outlet=None, agency=None, language=language,
        published=None, updated=None, text=text, places=(), regions=(body,) * (text.count("\n") + 1),
    )  # fmt: skip


def at(words: str) -> Extent:
    return TEXT.index(words), TEXT.index(words) + len(words)


NAMES = ListedNames({"Orla Fenn": "person", "Brekke": "person", "skipper": "person"})


def one(reader: Composed) -> Reading:
    return reader.read([article()])[0]


def test_the_rules_answer_what_nobody_else_is_given_for() -> None:
    given, bundled = one(Composed(names=NAMES)), BUNDLED.read([article()])[0]
    assert given.quotes == bundled.quotes
    assert given.sentences == bundled.sentences
    assert [(m.start, m.end) for m in given.mentions] == [at("Orla Fenn"), at("Brekke"), at("skipper")]


def test_each_question_is_answered_by_its_own_answerer() -> None:
    reading = one(
        Composed(
            quotations=ListedQuotations(["so"]), names=NAMES, corefs=ListedCorefs({"skipper": "Brekke"}),
            attributions=ListedAttributions([Line("skipper", "denied", "it", "denies")]),
            times=ListedTimes(["Reef Night"]), regards=ListedRegards({("Orla Fenn", "Brekke"): "-"}),
            senses=ListedSenses(["leak"]),
        )
    )  # fmt: skip
    assert [(quote.start, quote.end) for quote in reading.quotes] == [at("so")]
    assert [mention.antecedent for mention in reading.mentions] == [None, None, 1]
    assert [(said.source, said.cue, said.act) for said in reading.attributions] == [
        (at("skipper"), at("denied"), "denies")
    ]
    assert reading.times == (at("Reef Night"),)
    assert [(felt.holder, felt.target, felt.sign) for felt in reading.regards] == [(0, 1, "-")]
    assert len(reading.senses) == len(reading.sentences)


def test_a_reader_is_named_after_all_who_answer() -> None:
    assert Composed().name == Rules.name
    assert (
        Composed(names=NAMES, times=ListedTimes()).name == f"{Rules.name}, names: listed names-1, times: listed times-1"
    )
    assert one(Composed(names=NAMES)).reader == Composed(names=NAMES).name


def test_articles_come_back_in_their_order_and_as_each_alone() -> None:
    several = [article(key="b"), article("Nichts davon stimmt.", "de", "c"), article("Brekke left.", key="a")]
    together = Composed(names=NAMES).read(several)
    assert together == [Composed(names=NAMES).read([alone])[0] for alone in several]
    assert [reading.article for reading in together] == ["b", "c", "a"]


def test_rules_alone_give_no_senses() -> None:
    assert one(Composed()).senses == ()


def test_a_language_that_is_not_read_gets_an_empty_reading() -> None:
    assert one(Composed()).sentences
    assert Composed().read([article("Brekke sagte nichts.", "de")])[0].sentences == ()


class Wrong:
    """An answerer that gives what it was made with."""

    name = "wrong-1"

    def __init__(self, *given: object) -> None:
        self.given = given

    def find_names(self, seen: Sequence[Seen]) -> list[Any]:
        return [self.given for _ in seen]

    resolve_mentions = find_attributions = find_regards = find_quotations = find_times = find_senses = find_names


def name(start: int, end: int, antecedent: int | None = None) -> Mention:
    return Mention(start=start, end=end, type="person", form="name", antecedent=antecedent)


def said(parent: int | None, *content: Extent) -> Attribution:
    return Attribution(
        start=0, end=4, cue=(0, 4), source=None, content=content, act="says", mode="indirect", parent=parent
    )


@pytest.mark.parametrize(
    ("reader", "rule"),
    [
        (Composed(names=Wrong(name(0, 9999))), "wrong-1 gave 0..9999"),
        (Composed(names=Wrong(name(5, 5))), "wrong-1 gave 5..5"),
        (Composed(names=Wrong(name(9, 12), name(0, 4))), "come in the order of the text"),
        (Composed(names=NAMES, corefs=Wrong(name(0, 9))), "corefs keep the mentions"),
        (Composed(names=NAMES, corefs=Wrong(*(name(*at(w), 7) for w in NAMES.types))), "wrong-1 gave 7 at 0"),
        (Composed(attributions=Wrong(said(None, (0, 4), (-1, 4)))), "wrong-1 gave -1..4"),
        (Composed(attributions=Wrong(said(0, (0, 4)))), "wrong-1 gave 0 at 0"),
        (Composed(times=Wrong((3, 2))), "wrong-1 gave 3..2"),
        (Composed(quotations=Wrong(Quote(start=0, end=len(TEXT) + 1))), "gave 0..90"),
        (Composed(names=NAMES, regards=Wrong(Regard(start=0, end=4, holder=0, target=3, sign="+"))), "gave 3 at 0"),
        (Composed(senses=Wrong(b"x" * 64)), "wrong-1 gave 1 of [64] bytes"),
        (Composed(senses=Wrong(b"x" * 64, b"x" * 65)), "all of one length"),
        (Composed(senses=Wrong(b"x" * 8, b"x" * 8)), "16 bytes or more"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_stand_is_refused_with_the_name_of_who_gave_it(reader: Composed, rule: str) -> None:
    with pytest.raises(ReaderError) as refused:
        one(reader)
    assert rule in str(refused.value)
    assert "wrong-1" in str(refused.value)


def test_an_answer_for_another_number_of_articles_is_refused() -> None:
    class Short(Wrong):
        def find_names(self, seen: Sequence[Seen]) -> list[Any]:
            return super().find_names(seen)[1:]

    with pytest.raises(ReaderError, match="one answer an article; wrong-1 gave 0 for 1"):
        one(Composed(names=Short()))


def test_a_reading_of_another_article_is_refused() -> None:
    class Mistaken:
        name = "mistaken-1"

        def read(self, articles: Sequence[Article]) -> list[Reading]:
            return BUNDLED.read([article(key="other") for _ in articles])

    with pytest.raises(ReaderError, match="one reading an article; mistaken-1"):
        read(article(), Mistaken())


def test_a_reader_goes_to_other_processes_only_where_all_who_answer_may() -> None:
    assert spreads(BUNDLED)
    assert spreads(Composed(names=NAMES))
    assert not spreads(Composed(names=Wrong()))


def test_a_reader_that_spreads_reads_the_same_as_its_copy() -> None:
    reader = Composed(names=NAMES)
    assert pickle.loads(pickle.dumps(reader)).read([article()]) == reader.read([article()])
