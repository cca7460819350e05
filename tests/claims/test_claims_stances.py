"""Nobody asserts what they deny."""

from __future__ import annotations

from claims_desk import Said, desk

REPORT = "the mayor stayed at the villa of a contractor at New Year"
FALSE = "a newspaper report that the mayor stayed at the villa of a contractor at New Year was a fairy tale"


def test_who_calls_a_report_false_denies_what_it_tells() -> None:
    story = desk(
        Gull=[Said("a waiter", "said", REPORT, kind="unnamed")],
        Heron=[Said("Ada Quist", "said", FALSE)],
        Swift=[Said("Ada Quist", "denied", FALSE, act="denies")],
    )
    assert story.stances(REPORT) == {REPORT: "asserts", FALSE: "denies"}


def test_who_says_a_report_is_long_denies_nothing() -> None:
    told = REPORT.replace("the mayor", "a report that the mayor") + " was long"
    story = desk(
        Gull=[Said("a waiter", "said", REPORT, kind="unnamed")],
        Heron=[Said("Ada Quist", "said", told)],
    )
    assert "denies" not in story.stances(REPORT).values()
