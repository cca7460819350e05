"""What statements are towards those they speak to and of."""

from __future__ import annotations

from tied_pages import draw, state

from onrecord.nouns import Tie


def said(found: list[Tie]) -> list[tuple[str, str, str, str]]:
    return sorted((tie.actor, tie.type, tie.target, tie.sign) for tie in found)


def test_praise_of_the_subject_of_a_statement_is_the_speakers() -> None:
    text = "{Ann Roe} said that {Bo Lind} was the bravest of them."
    spoken = state(text, "Ann Roe", "said", "Bo Lind was the bravest of them")
    assert said(draw(text, statements=spoken)) == [("Ann Roe", "praises", "Bo Lind", "+")]


def test_a_call_to_go_rejects() -> None:
    text = "{Ann Roe} said {Bo Lind} should resign."
    assert said(draw(text, statements=state(text, "Ann Roe", "said", "Bo Lind should resign"))) == [
        ("Ann Roe", "rejects", "Bo Lind", "-")
    ]


def test_a_wrong_alleged_accuses() -> None:
    text = "{Bo Lind} kept the files. {Ann Roe} suggested that {he=Bo Lind} had leaked the letter."
    spoken = state(text, "Ann Roe", "suggested", "he had leaked the letter")
    assert said(draw(text, statements=spoken)) == [("Ann Roe", "accuses", "Bo Lind", "-")]


def test_a_pollster_who_reports_an_opinion_holds_none() -> None:
    text = "{Ardent} found that most thought {Bo Lind} should resign."
    spoken = state(text, "Ardent", "found", "most thought Bo Lind should resign")
    assert draw(text, statements=spoken) == []


def test_a_request_binds_the_hearer() -> None:
    text = "{Ann Roe} begged {Bo Lind}: more time."
    spoken = state(text, "Ann Roe", "begged", "more time", act="requests", hearer="Bo Lind")
    assert ("Ann Roe", "requests", "Bo Lind", "0") in said(draw(text, statements=spoken))


def test_a_denial_meets_whoever_just_said_it() -> None:
    text = "{The Kestrel} reported that {Ann Roe} sold the barge.\n{She=Ann Roe} denied it."
    spoken = state(text, "The Kestrel", "reported", "Ann Roe sold the barge")
    spoken += state(text, "Ann Roe", "denied", "it.", act="denies")
    assert said(draw(text, statements=spoken)) == [("Ann Roe", "denies", "The Kestrel", "-")]


def test_a_deed_told_in_a_statement_is_on_its_word() -> None:
    text = "{Cy Oddy} said {Ann Roe} sued {Bo Lind}."
    spoken = state(text, "Cy Oddy", "said", "Ann Roe sued Bo Lind")
    assert [tie.on_word_of for tie in draw(text, statements=spoken)] == [spoken[0].id]


def test_a_thing_in_marks_that_somebody_is_said_to_be_insults() -> None:
    text = "{Ann Roe} told us that {Bo Lind} was “a lamp without oil”."
    spoken = state(text, "Ann Roe", "told", "Bo Lind was “a lamp without oil”")
    assert said(draw(text, statements=spoken)) == [("Ann Roe", "insults", "Bo Lind", "-")]


def test_a_colourless_word_in_marks_insults_nobody() -> None:
    text = "{Ann Roe} told us that {Bo Lind} was “in the north”."
    assert draw(text, statements=state(text, "Ann Roe", "told", "Bo Lind was “in the north”")) == []


def test_a_threat_hits_whom_its_words_name() -> None:
    text = "{Ann Roe} warned that she would strip the {Ardent} of its rights."
    spoken = state(text, "Ann Roe", "warned", "she would strip the Ardent of its rights", act="threatens")
    assert ("Ann Roe", "threatens", "Ardent", "-") in said(draw(text, statements=spoken))


def test_a_demand_is_made_of_whom_something_is_wanted_from() -> None:
    text = "{Ann Roe} demanded a written answer from {Ardent} in ten days."
    spoken = state(text, "Ann Roe", "demanded", "a written answer from Ardent in ten days", act="requests")
    assert said(draw(text, statements=spoken)) == [("Ann Roe", "requests", "Ardent", "0")]


def test_a_demand_that_somebody_do_something_is_made_of_him() -> None:
    text = "{Ann Roe} demanded that {Bo Lind} answer by Friday."
    spoken = state(text, "Ann Roe", "demanded", "Bo Lind answer by Friday", act="requests")
    assert said(draw(text, statements=spoken)) == [("Ann Roe", "requests", "Bo Lind", "0")]


def test_a_warning_is_to_whom_it_would_hit() -> None:
    text = "{Ann Roe} warned last night that it could cut {Ardent} to junk."
    spoken = state(text, "Ann Roe", "warned", "it could cut Ardent to junk")
    assert said(draw(text, statements=spoken)) == [("Ann Roe", "warns", "Ardent", "-")]


def test_he_of_a_quotation_is_the_only_other_named_before_it() -> None:
    text = "{Ann Roe} wanted {Bo Lind} to come.\n“{He=?} is dishonest,” {she=Ann Roe} said."
    spoken = state(text, "Ann Roe", "said", "He is dishonest,")
    assert said(draw(text, statements=spoken)) == [("Ann Roe", "criticises", "Bo Lind", "-")]


def test_he_of_a_quotation_behind_two_others_is_nobody() -> None:
    text = "{Ann Roe} wanted {Bo Lind} and {Cy Oddy} to come.\n“{He=?} is dishonest,” {she=Ann Roe} said."
    assert draw(text, statements=state(text, "Ann Roe", "said", "He is dishonest,")) == []


def test_to_threaten_to_send_somebody_threatens_another() -> None:
    text = "{Ann Roe} threatened to send the {Ardent} to the coast."
    spoken = state(text, "Ann Roe", "threatened", "to send the Ardent to the coast", act="threatens")
    assert draw(text, statements=spoken) == []
