"""Who may import whom: the house's floors."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import onrecord

SOURCE = Path(onrecord.__file__).parent
STAGES = {
    "pages", "articles", "readings", "actors", "times", "statements", "copies", "stories", "claims", "origins",
    "events", "ties", "quotations", "figures",
}  # fmt: skip
FREE = {"nouns", "words", "language", "errors"}
ALLOWED = {
    "nouns": set(),
    "errors": set(),
    "words": set(),
    "language": {"language", "words", "nouns"},
    "rows": {"nouns"},
    "ledgers": {"nouns"},
    "reasons": {"nouns", "ledgers"},
    "queries": {"nouns", "errors"},
    "engines": {"engines"},
    "store": {"store", "nouns", "errors"},
    "exports": {"exports", "nouns"},
    "corrections": {"corrections", "nouns", "errors", "store"},
    "pipeline": {"nouns"} | STAGES,
    "tasks": {"nouns", "errors", "pages", "pipeline", "readings"},
    "scopes": {"nouns", "pipeline"},
    "grouping": {"engines", "store"},
    "weaving": {"nouns", "engines", "grouping", "pages", "pipeline", "readings", "scopes", "store", "tasks"},
    "models": {"models", "nouns", "words", "language"},
    "readers": {"models", "nouns", "errors", "readings"},
    "publishing": {"nouns", "actors", "pipeline", "store", "weaving"},
    "comparing": {"nouns", "errors", "ledgers", "pages", "articles", "readings", "copies"},
    "cli": {"cli", "readers", "record", "web", "errors", "exports", "nouns", "engines", "comparing", "ledgers"},
    "web": {"web", "record", "nouns", "errors", "ledgers"},
} | {stage: {stage} | FREE for stage in STAGES}
WIRING = {"record", "__init__"}
"""The rooms that pick the concrete store, engine and model: they may import anything."""


def imported(path: Path) -> set[str]:
    """The rooms of ours a module imports."""
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "onrecord":
            parts = node.module.split(".")
            rooms |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        if isinstance(node, ast.Import):
            rooms |= {a.name.split(".")[1] for a in node.names if a.name.startswith("onrecord.")}
    return rooms


def room_of(path: Path) -> str:
    """The first folder below the package, or the module's own name."""
    part = path.relative_to(SOURCE).parts[0]
    return part.removesuffix(".py")


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_what_its_floor_may(path: Path) -> None:
    room = room_of(path)
    if room not in WIRING:
        assert room in ALLOWED, f"{room} is a new room: say in this test what it may import"
        assert imported(path) <= ALLOWED[room]


def test_only_the_store_speaks_sql() -> None:
    speakers = {room_of(p) for p in SOURCE.rglob("*.py") if "import sqlite3" in p.read_text(encoding="utf8")}
    assert speakers == {"store"}


def test_only_the_command_line_prints() -> None:
    def prints(path: Path) -> bool:
        calls = (n for n in ast.walk(ast.parse(path.read_text(encoding="utf8"))) if isinstance(n, ast.Call))
        return any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)

    assert [p.name for p in SOURCE.rglob("*.py") if prints(p) and room_of(p) != "cli"] == []
