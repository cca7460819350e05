"""What many tests share: the sample pile, its record, and the reference data where it lies beside the checkout."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.exports import jsonl
from onrecord.nouns import PUBLIC, kind_of
from onrecord.record import Record

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def pile() -> Path:
    """The sample pile that ships in the package."""
    return Path(str(files("onrecord") / "samples" / "pile"))


@pytest.fixture(scope="session")
def sample(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of the sample pile. Not to be written to."""
    record = Record.create(tmp_path_factory.mktemp("sample") / "record.db")
    record.add([str(pile)])
    return record


@pytest.fixture(scope="session")
def exported() -> Callable[[Record], bytes]:
    """The exported record as bytes."""
    return lambda record: b"".join(line for noun in PUBLIC for line in jsonl.lines(record.all(kind_of(noun))))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data; what needs it skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the reference data folder is not beside this checkout")
    return SHARED
