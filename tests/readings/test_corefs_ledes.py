"""A story's opening that only describes somebody, the sentence that names him, and the headline above."""

from __future__ import annotations

from onrecord.nouns import Region
from onrecord.readings import corefs, names, quotes, sentences

OPENING = "The head of one of Norland’s oldest docks denied this week that he ever used a lodge owned by a builder."


def links(text: str) -> dict[str, str | None]:
    lines: list[tuple[int, int, Region]] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        lines.append((start, start + len(line), "body" if number else "headline"))
        start += len(line) + 1
    stops = sentences.split(text, lines)
    found = corefs.resolve(text, stops, quotes.find(text, lines), names.find(text, lines, stops))
    words = [text[m.start : m.end] for m in found]
    return {word: None if m.antecedent is None else words[m.antecedent] for word, m in zip(words, found, strict=True)}


def test_the_person_of_the_opening_is_whom_the_next_sentence_names() -> None:
    found = links(f"Villa stay denied\n{OPENING}\nCarl Oake, commissioner of Varle, said it was a fairy tale.")
    assert found["The head"] == "Carl Oake"


def test_a_headline_s_bare_noun_is_the_person_of_the_opening() -> None:
    found = links(f"Port chief denies villa stay\n{OPENING}\nCarl Oake, 61, said it was a fairy tale.")
    assert found["Port chief"] == "Carl Oake"


def test_who_only_comments_is_not_whom_the_opening_described() -> None:
    found = links(f"Port chief denies villa stay\n{OPENING}\nJudge Carl Oake said he would hear the case.")
    assert found["The head"] is None


def test_who_does_nothing_of_his_own_is_not_named_by_the_next_sentence() -> None:
    jailed = OPENING.replace("denied this week that he ever", "was jailed this week because he once")
    found = links(f"Villa stay punished\n{jailed}\nCarl Oake, 61, said it was right.")
    assert found["The head"] is None


def test_a_headline_of_another_person_stays_open() -> None:
    other = "The mayor of Varle has left the town, as its council told all on Friday who asked it again and again."
    found = links(f"Port chief denies villa stay\n{other}\nOrla Fenn, 61, said so.")
    assert found["Port chief"] is None


PAPER = (
    "The head of one of Norland’s oldest docks ordered an inquiry on Friday, a day after a newspaper reported a theft."
)


def test_a_paper_of_the_opening_is_the_one_that_soon_tells_it() -> None:
    found = links(
        f"Dock opens inquiry\n{PAPER}\nHe gave no reason.\nThe Varle Courier, citing a letter, said it was his."
    )
    assert found["a newspaper"] == "Varle Courier"


def test_a_paper_that_tells_nothing_is_not_the_opening_s() -> None:
    found = links(f"Dock opens inquiry\n{PAPER}\nHe gave no reason.\nThe Varle Courier could not reach him.")
    assert found["a newspaper"] is None


def test_who_speaks_behind_a_quotation_is_whom_the_opening_described() -> None:
    found = links(f"Villa stay denied\n{OPENING}\n“The word was changed. The lodge was not,” Carl Oake told a session.")
    assert found["The head"] == "Carl Oake"


def test_a_headline_s_body_and_office_are_the_person_of_the_opening() -> None:
    found = links(f"Ardent chief denies villa stay\n{OPENING}\nCarl Oake, 61, said it was a fairy tale.")
    assert found["Ardent chief"] == "Carl Oake"


def test_a_headline_s_bare_body_is_the_one_so_called_below() -> None:
    found = links(f"Bank says it broke no law\n{OPENING}\nLow Bank lent the money. The bank said it was small.")
    assert found["Bank"] == "Low Bank"
