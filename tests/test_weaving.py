"""The weaving does again only what changed, and a fault on some pages does not cost the others."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import grouping, pipeline, tasks, weaving
from onrecord.nouns import Statement, Tie
from onrecord.record import Record
from onrecord.store import links as store_links


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


PLUG = (
    "The Wexby Gazette walks the towpath each morning so that its readers know the river before the river knows them."
)


def of_the_site(folder: Path, place: str) -> Path:
    lines = [
        f"Bridge closed at {place} Green for the winter\n",
        f"The council of {place} Green closed its old bridge on Monday after divers found that two piers moved.",
        f"Nobody will drive over the bridge at {place} Green before June, the mayor, Ida {place}son, told the county.",
        f"Shopkeepers in {place} Green lost half of their trade in a week, and asked for a ferry of their own.",
        PLUG,
        "© The Wexby Gazette 2024",
    ]
    (folder / f"{place}.txt").write_text("\n".join(lines))
    return folder / f"{place}.txt"


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    (tmp_path / "site").mkdir()
    return [of_the_site(tmp_path / "site", place) for place in ("Alder", "Birch", "Cedar", "Downs")]


def opened(path: Path, pages: list[Path], told: list[str]) -> Record:
    made = Record.create(path, progress=lambda stage, _: told.append(stage))
    made.add([str(page) for page in pages])
    told.clear()
    return made


def test_a_page_that_makes_a_line_furniture_has_the_pages_that_hold_it_cut_again(
    pages: list[Path], tmp_path: Path, told: list[str], exported: Callable[[Record], bytes]
) -> None:
    record = opened(tmp_path / "s.db", pages[:2], told)
    assert all(PLUG in article.text for article in record.articles())
    record.add([str(pages[2])])
    assert told.count("articles") == 3
    assert not any(PLUG in article.text for article in record.articles())
    assert exported(record) == exported(opened(tmp_path / "t.db", pages[:3], told))


def test_a_page_more_of_a_site_has_no_other_page_cut_again(
    pages: list[Path], tmp_path: Path, told: list[str], exported: Callable[[Record], bytes]
) -> None:
    record = opened(tmp_path / "s.db", pages[:3], told)
    record.add([str(pages[3])])
    assert (told.count("imprints"), told.count("repeats"), told.count("articles")) == (1, 1, 1)
    assert exported(record) == exported(opened(tmp_path / "t.db", pages, told))


def test_taking_a_page_of_a_site_out_gives_its_line_back(
    pages: list[Path], tmp_path: Path, told: list[str], exported: Callable[[Record], bytes]
) -> None:
    record = opened(tmp_path / "s.db", pages[:3], told)
    record.remove(["Cedar.txt"])
    assert all(PLUG in article.text for article in record.articles())
    assert exported(record) == exported(opened(tmp_path / "t.db", pages[:2], told))


@pytest.fixture
def few_are_a_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (grouping, store_links):
        monkeypatch.setattr(module, "CROWD", 3)
    monkeypatch.setattr(grouping, "FIRST", 2)


@pytest.mark.usefixtures("few_are_a_crowd")
def test_a_text_that_crowds_carry_is_one_family_and_what_was_not_compared_is_told(
    pages: list[Path], tmp_path: Path, told: list[str], exported: Callable[[Record], bytes]
) -> None:
    carriers = []
    for number in range(6):
        carriers.append(tmp_path / f"carrier-{number}.txt")
        carriers[-1].write_text(pages[0].read_text().replace("The Wexby Gazette 2024", f"Paper {number}"))
    record = opened(tmp_path / "s.db", carriers[:3], told)
    assert record.remarks() == []
    for page in carriers[3:]:
        record.add([str(page)])
    assert len(record.copies()) == 5
    assert [remark.split(":")[0] for remark in record.remarks()] == ["family", "circle"]
    assert exported(record) == exported(opened(tmp_path / "t.db", carriers, told))
    record.remove([page.name for page in carriers[1:4]])
    assert record.remarks() == []
    assert exported(record) == exported(opened(tmp_path / "u.db", [carriers[0], *carriers[4:]], told))


def raised(stage: pipeline.Stage) -> pipeline.Stage:
    return stage._replace(version=stage.version + 1)


@pytest.mark.parametrize("seed", range(4))
def test_pages_in_any_order_taken_out_and_stages_raised_leave_the_bytes_of_a_build(
    seed: int, pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exported: Callable[[Record], bytes]
) -> None:
    chance = random.Random(seed)
    pages = sorted(page for page in pile.iterdir() if page.suffix != ".jsonl")
    record, there = Record.create(tmp_path / "r.db"), set[Path]()
    for _ in range(7):
        given = chance.sample(pages, chance.choice([1, 1, 3, 6]))
        gone = chance.sample(sorted(there), min(len(there), chance.choice([0, 1, 4])))
        if gone:
            record.remove([page.name for page in gone])
        record.add([str(page) for page in given], root=pile)
        there = (there - set(gone)) | set(given)
        name = chance.choice([stage.name for stage in pipeline.STAGES])
        with_stage(monkeypatch, name, raised)
    built = Record.create(tmp_path / "built.db")
    built.add([str(page) for page in sorted(there)], root=pile)
    assert exported(record) == exported(built)
