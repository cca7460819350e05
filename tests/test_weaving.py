"""The weaving does again only what changed, and a fault on some pages does not cost the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import pipeline, tasks, weaving
from onrecord.nouns import Statement, Tie
from onrecord.record import Record


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def record(pile: Path, tmp_path: Path, told: list[str]) -> Record:
    made = Record.create(tmp_path / "r.db", progress=lambda stage, _: told.append(stage))
    made.add([str(pile / "07-contrarian-mill.txt"), str(pile / "14-radio-interview.html")], root=pile)
    told.clear()
    return made


def with_stage(monkeypatch: pytest.MonkeyPatch, name: str, change: Callable[[pipeline.Stage], pipeline.Stage]) -> None:
    stages = tuple(change(stage) if stage.name == name else stage for stage in pipeline.STAGES)
    for module in (weaving, tasks):
        monkeypatch.setattr(module, "STAGES", stages)
    tasks._stage.cache_clear()


@pytest.fixture(autouse=True)
def _fresh_table() -> object:
    yield
    tasks._stage.cache_clear()


def broken(*_: object) -> list[Tie]:
    raise LookupError("no such verb")


def test_nothing_is_done_again_for_the_same_pages(record: Record, pile: Path, told: list[str]) -> None:
    record.add([str(pile / "07-contrarian-mill.txt")], root=pile)
    assert set(told) == {"pages"}


def test_a_raised_version_redoes_its_stage_and_not_what_reads_the_same_again(
    record: Record, pile: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_stage(monkeypatch, "readings", lambda stage: stage._replace(version=stage.version + 1))
    record.add([str(pile / "07-contrarian-mill.txt")], root=pile)
    assert set(told) == {"pages", "readings"}
    assert told.count("readings") == 2


def test_a_fault_in_weaving_is_told_and_costs_only_its_own_rows(
    record: Record, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_stage(monkeypatch, "ties", lambda stage: stage._replace(version=stage.version + 1, run=broken))
    record.add([str(pile / "07-contrarian-mill.txt")], root=pile)
    assert record.ties() == []
    assert any(isinstance(row, Statement) for row in record.statements())
    assert record.faults()
    assert all("ties of article-" in fault and "no such verb" in fault for fault in record.faults())


def test_a_fault_on_a_page_sets_the_page_aside_with_its_reason(
    record: Record, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_stage(monkeypatch, "articles", lambda stage: stage._replace(version=stage.version + 1, run=broken))
    record.add([str(pile / "07-contrarian-mill.txt")], root=pile)
    assert {page.outcome for page in record.pages()} == {"set-aside"}
    assert all("articles failed on this page (LookupError)" in (page.reason or "") for page in record.pages())
    assert record.articles() == []
