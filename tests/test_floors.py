"""Pinned floors: on real and invented pages with known answers, the record gets no worse."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from onrecord.record import Record

BENCH = Path(__file__).resolve().parents[1] / "bench"
FIGURE = re.compile(r"^(\w+)((?: +-?\d+\.\d+)+)$", re.M)
SEGMENTS = (0.92, 0.94)
"""Precision and recall on every sixteenth page of `segments`, a little below what was measured."""
SPOKEN = re.compile(r"^(.+?) +P \d\.\d+  R \d\.\d+  F1 (\d\.\d+)", re.M)
SEEN = {"words of source": 0.78, "words of cue": 0.72, "words of content": 0.845, "whole attributions": 0.7}
"""F1 of the network alone on the first 24 articles of PolNeAR's dev part, a little below what was measured."""
CHROME = re.compile(
    r"cookie|advertisement|Getty Images|PHOTO:|Telegram channel|notifications|related articles|minutes ago",
    re.IGNORECASE,
)


@pytest.mark.shared
@pytest.mark.parametrize("kept", ["shared", "blind"])
def test_no_figure_of_the_piles_falls_below_its_floor(shared: Path, kept: str) -> None:
    folder = shared / "piles" if kept == "shared" else BENCH / "blind"
    piles = sorted(path.parent.name for path in folder.glob("*/gold.json"))
    asked = [str(BENCH / "quality.py"), str(folder), "--score", str(shared / "piles" / "score.py")]
    done = subprocess.run([sys.executable, *asked], capture_output=True, text=True, check=True)
    found = {name: dict(zip(piles, map(float, row.split()), strict=True)) for name, row in FIGURE.findall(done.stdout)}
    floors = tomllib.loads((BENCH / "floors.toml").read_text())
    assert len(found) > 30
    below = [
        f"{pile} {name}: {found[name][pile]} < {floor}"
        for pile in piles
        for name, floor in floors[pile].items()
        if found[name][pile] < floor
    ]
    assert below == []


@pytest.mark.shared
def test_bodies_of_sixty_real_pages_stay_as_clean(shared: Path) -> None:
    asked = [str(BENCH / "pages" / "segments.py"), str(shared / "data" / "pages"), "--systems", "onrecord"]
    done = subprocess.run([sys.executable, *asked, "--every", "16"], capture_output=True, text=True, check=True)
    precision, recall, *_ = map(float, done.stdout.splitlines()[-1].split()[1:])
    assert precision > SEGMENTS[0]
    assert recall > SEGMENTS[1]


@pytest.mark.shared
def test_the_network_sees_no_less_in_24_real_articles(shared: Path) -> None:
    asked = [BENCH / "readings" / "spoken.py", shared / "data" / "attribution" / "dev.jsonl"]
    done = subprocess.run(
        [sys.executable, *asked, "--reader", "model", "--limit", "24"], capture_output=True, text=True, check=True
    )
    found = {name: float(f1) for name, f1 in SPOKEN.findall(done.stdout)}
    assert {name: found[name] for name, floor in SEEN.items() if found[name] < floor} == {}


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Record:
    record = Record.create(tmp_path_factory.mktemp("seeds") / "record.db")
    record.add([str(shared / "seeds")])
    return record


@pytest.mark.shared
def test_five_real_pages_hold_eight_articles_and_no_chrome_inside(seeds: Record) -> None:
    assert len(seeds.pages()) == 5
    assert len(seeds.articles()) == 8
    assert [CHROME.findall(article.text) for article in seeds.articles() if CHROME.search(article.text)] == []


@pytest.mark.shared
def test_seven_of_the_eight_are_dated_and_each_where_its_page_leaves_it(seeds: Record) -> None:
    stretches = {"000": ("2024-10-24", "2024-10-31"), "001": ("2024-10-25", "2024-10-25"),
                 "003": ("2024-05-30", "2024-05-30"), "004": ("2025-06-06", "2025-06-08")}  # fmt: skip
    uris = {page.id: page.uri[:3] for page in seeds.pages()}
    dated = {uris[article.page]: article.published for article in seeds.articles() if article.published}
    assert sum(article.published is not None for article in seeds.articles()) >= 7
    for page, (first, last) in stretches.items():
        assert first <= (dated[page].from_ or "")[:10] <= (dated[page].to or "9")[:10] <= last


@pytest.mark.shared
def test_the_rewrite_is_found_with_its_original_and_nothing_else_is_a_copy(seeds: Record) -> None:
    uris = {page.id: page.uri[:3] for page in seeds.pages()}
    page_of = {article.id: uris[article.page] for article in seeds.articles()}
    found = [(page_of[copy.original], page_of[copy.copy], copy.type, copy.direction) for copy in seeds.copies()]
    assert [(original, copy, type_) for original, copy, type_, _ in found] == [("002", "003", "rewritten")]
    assert found[0][3] in ("certain", "likely")


@pytest.mark.shared
def test_every_statement_has_a_speaker_or_an_honest_null(seeds: Record) -> None:
    actors = {actor.id for actor in seeds.actors()}
    for statement in seeds.statements():
        assert statement.speaker is None or statement.speaker.text
        assert statement.speaker is None or statement.speaker.actor is None or statement.speaker.actor in actors


@pytest.mark.shared
def test_the_ledger_holds_who_denied_and_who_did_not_answer(seeds: Record) -> None:
    count = Counter(statement.act for statement in seeds.silences())
    assert count["denies"] >= 4
    assert count["declines"] >= 2
    assert count["no_response"] >= 4
