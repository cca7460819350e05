"""The page on readers does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.readings.llm.settings import QUESTIONS
from onrecord.readings.rules import Rules

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "readers.md").read_text(encoding="utf8")
TEXT = (
    "Orla Fenn leaves the harbour\n\n"
    "Orla Fenn of the Varle Mutual said on Monday that the harbour was safe, and that nobody in the town had been told "
    "otherwise by her or by those who work with her at the yard.\n"
)


def test_the_example_runs_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf8")
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(example, {"__name__": "example"})
    told, names = capsys.readouterr().out.splitlines()
    assert told == f"{Rules.name}, names: gazetteer-1"
    assert "Orla Fenn" in names
    assert "Varle Mutual" in names


def test_every_setting_it_names_is_one_and_every_one_is_named() -> None:
    source = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "readings" / "llm" / "settings.py"
    known = set(re.findall(r"ONRECORD_LLM_[A-Z]+", source.read_text(encoding="utf8")))
    assert set(re.findall(r"ONRECORD_LLM_[A-Z]+", PAGE)) == known
    assert ",".join(QUESTIONS) in PAGE
