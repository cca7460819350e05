"""Which reader reads: by name, or as an object. A record keeps which one it was read with."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any, NoReturn

from onrecord.errors import CallError, NoSuchReader
from onrecord.nouns import Article
from onrecord.readings import BUNDLED, Composed, Reader
from onrecord.readings.composing import RULES
from onrecord.readings.typed import Typed
from onrecord.readings.united import United

RULES_ALONE = "rules"
"""The name of the rules without the network."""
MODEL = "llm"
"""The name of the reader that asks the language model the environment names."""
BOTH = "both"
"""The name of the rules with the bundled network beside them."""
DEFAULT = BOTH
"""The name of the reader that reads where no other is asked for."""
FORMS = "rules, both, llm, or module:attribute"


class Absent:
    """A reader that is known by name alone: it tells which results are its own, and cannot read. `why` says what it
    wants."""

    spreads = True

    def __init__(self, name: str, why: str) -> None:
        self.name = name
        self.why = why

    def read(self, articles: Sequence[Article]) -> NoReturn:
        """Raises NoSuchReader."""
        raise NoSuchReader(f"{len(articles)} article must be read by {self.name}, as this record was: {self.why}")


def pick(name: str) -> Reader:
    """The reader of that name. `module:attribute` is a reader, or a class of readers made without arguments, in a
    module that Python finds. Raises NoSuchReader for a name that means none, or one that lacks what it needs."""
    if name == RULES_ALONE:
        return BUNDLED
    if name == BOTH:
        return _both()
    if name == MODEL:
        return _model()
    module, colon, attribute = name.partition(":")
    if not colon:
        raise NoSuchReader(f"a reader is {FORMS}, not {name!r}")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as fault:
        raise NoSuchReader(
            f"a reader {name!r} needs a module {module!r} with {attribute!r} ({fault}): "
            "install it, or name its folder in PYTHONPATH"
        ) from fault
    return checked(found() if isinstance(found, type) and hasattr(found, "read") else found, name)


def _both() -> Reader:
    from onrecord.models.answering import Model  # noqa: PLC0415 (its runtime takes a while to load; rules do without)

    network = Model()
    return Composed(names=Typed(RULES, network), attributions=United(RULES, network), senses=network)


def _model() -> Reader:
    try:
        from onrecord.readings import llm  # noqa: PLC0415 (the extra is large, and nobody else needs it)
    except ImportError as missing:
        raise NoSuchReader(str(missing)) from missing
    return llm.from_environment()


def checked(reader: Any, name: str) -> Reader:
    """The same object, when it is a reader. Raises NoSuchReader."""
    if isinstance(getattr(reader, "name", None), str) and reader.name and callable(getattr(reader, "read", None)):
        known: Reader = reader
        return known
    raise NoSuchReader(f"a reader has a name (a string) and a method read; {name} is a {type(reader).__name__} without")


def kept(named: str, name: str) -> Reader:
    """The reader a record was read with: `named` is how it was picked ("" where it was given as an object), `name` what
    it called itself. Where it cannot be had, Absent."""
    if not named:
        return Absent(name, "give the reader itself again, as reader=")
    try:
        return pick(named)
    except CallError as fault:
        return Absent(name, str(fault))
