"""What an undated article's copies and words tell of when it appeared, and what contradicts a date."""

from __future__ import annotations

from test_times_resolve import article, reading

from onrecord import times
from onrecord.nouns import Copy, Dating


def copied(original: str, copy: str) -> Copy:
    return Copy(id=f"copy-{original}-{copy}", original=original, copy=copy, type="rewritten", direction="likely",
                share=0.8, evidence=())  # fmt: skip


def dated(*pages: tuple[str, str, str | None], copies: tuple[Copy, ...] = ()) -> list[Dating]:
    texts = [article(text, published=published, key=key) for key, text, published in pages]
    return times.resolve(texts, [reading(text, key=key) for key, text, _ in pages], list(copies), [])[0]


def test_a_bound_travels_along_a_chain_of_copies() -> None:
    found = dated(
        ("a", "It sank.", "2025-05-01"), ("b", "It sank.", None), ("c", "It sank.", None),
        copies=(copied("a", "b"), copied("b", "c")),
    )  # fmt: skip
    assert [d.published and (d.published.from_, d.published.to) for d in found[1:]] == [("2025-05-01", None)] * 2


def test_bounds_that_contradict_each_other_are_noted_and_not_averaged() -> None:
    (_, undated, _) = dated(
        ("a", "It sank.", "2025-05-01"), ("b", "It sank.", None), ("c", "It sank.", "2025-04-01"),
        copies=(copied("a", "b"), copied("b", "c")),
    )  # fmt: skip
    assert undated.published is None
    assert undated.notes == (
        "The pages contradict each other on when it appeared: it is made from an article of 2025-05-01, "
        "yet an article of 2025-04-01 is made from it.",
    )


def test_a_date_before_what_its_article_tells_as_past_is_noted_and_kept() -> None:
    (found,) = dated(("a", "The ferry sank in June 2022. It was old.", "2019-03-14"))
    assert found.published is not None
    assert found.published.from_ == "2019-03-14"
    assert found.notes == ("Its page dates it 2019-03-14, yet it tells of “in June 2022” as past.",)


def test_a_date_that_nothing_contradicts_has_no_note() -> None:
    (found,) = dated(("a", "The ferry sank in June 2022. It was old.", "2022-06-14"))
    assert found.notes == ()
