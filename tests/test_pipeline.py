"""The table of stages holds to its own rules."""

from __future__ import annotations

import pytest

from onrecord.nouns import Article, Document, Imprint, Reading, Refusal, Repeats, Scrap
from onrecord.pipeline import STAGES, PipelineError, Stage, check


def nothing(*_: object) -> list[object]:
    return []


CUT = Stage("articles", 1, "page", (Document,), (Article, Scrap, Refusal), nothing)
READ = Stage("readings", 1, "article", (Article,), (Reading,), nothing)


def test_the_table_as_it_stands_is_sound() -> None:
    check(STAGES)


def test_a_noun_is_written_before_it_is_read() -> None:
    with pytest.raises(PipelineError, match="reads Article, which no earlier stage writes"):
        check((READ, CUT))


def test_a_noun_has_one_writer() -> None:
    with pytest.raises(PipelineError, match="writes Reading, which is written already"):
        check((CUT, READ, READ._replace(name="again")))


def test_a_name_is_given_once() -> None:
    with pytest.raises(PipelineError, match="two stages are called 'articles'"):
        check((CUT, CUT))


def test_a_scope_never_narrows_again() -> None:
    with pytest.raises(PipelineError, match="narrows the scope back to 'page'"):
        check((CUT, READ, CUT._replace(name="late", writes=())))


def test_a_stage_of_pages_may_follow_a_stage_of_sites() -> None:
    marks = Stage("imprints", 1, "page", (Document,), (Imprint,), nothing)
    found = Stage("repeats", 1, "site", (Imprint,), (Repeats,), nothing)
    check((marks, found, CUT._replace(reads=(Document, Repeats)), READ))
