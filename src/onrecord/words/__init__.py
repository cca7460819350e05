"""Language data, apart from code: one TOML file a subject, a comment beside each odd entry."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The data file `name`.toml as a read-only mapping. Raises FileNotFoundError for a name that is not there."""
    with (files(__package__) / f"{name}.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))


@cache
def phrases(name: str, *keys: str) -> tuple[str, ...]:
    """One list of words or phrases of the data file `name`, in file order, each once; `keys` are the names of the list
    and of the tables around it, the outer first."""
    found: Any = table(name)
    for key in keys:
        found = found[key]
    return tuple(dict.fromkeys(found))
