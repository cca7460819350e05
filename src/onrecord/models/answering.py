"""The model as an answerer: what it sees as the nouns of a reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, get_args

from onrecord.models.seen import FOLDER, Told, see
from onrecord.nouns import Act, Attribution, Extent, Mode, Quote

ACTS: tuple[Act, ...] = get_args(Act)
"""The acts in the order of the model's scores."""
_EDGES = " \t\n,;:.–—-"
_OPENING = "“\"‘'«„"
_MARKS = "“”\"‘’'`«»„"


class Opened(Protocol):
    """What the model is given of an article: its text, its sentences and its quotations."""

    @property
    def text(self) -> str:
        """The text that every extent is of."""
        ...

    @property
    def sentences(self) -> tuple[Extent, ...]:
        """In order."""
        ...

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Without their marks, by where they start."""
        ...


class Model:
    """Finds attributions with the network alone, unconnected: no parents, no hearers."""

    name = "minilm-2"
    spreads = True

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    def find_attributions(self, seen: Sequence[Opened]) -> list[tuple[Attribution, ...]]:
        """Those that have a cue and a content, by where they start; `confidence` is the chance of the weakest part."""
        return [tuple(self._found(one)) for one in seen]

    def _found(self, one: Opened) -> list[Attribution]:
        quotes = [(quote.start, quote.end) for quote in one.quotes]
        sight = see(one.text, one.sentences, quotes, self.folder)
        made = [found for told in sight.told if (found := attribution(one.text, quotes, told))]
        return sorted(made, key=lambda found: (found.start, -found.end, found.cue or (0, 0)))


def attribution(text: str, quotes: Sequence[Extent], told: Told) -> Attribution | None:
    """One thing told as an attribution; None without content."""
    parts = [part for extent in told.content for part in _on_line(text, extent, told.cue)]
    pieces = tuple(piece for part in parts if (piece := _trimmed(text, quotes, part)))
    if not pieces:
        return None
    source = _bare(text, told.source) if told.source else None
    ends = [told.cue, *pieces, *([source] if source else [])]
    sure = min(told.chance, told.content_chance, told.source_chance if told.source else told.chance)
    best = max(range(len(ACTS)), key=lambda n: told.acts[n])
    return Attribution(
        start=min(start for start, _ in ends), end=max(end for _, end in ends), cue=told.cue, source=source,
        content=pieces, act=ACTS[best], mode=_mode(quotes, pieces), confidence=round(sure, 3),
    )  # fmt: skip


def _on_line(text: str, extent: Extent, cue: Extent) -> Iterator[Extent]:
    """The parts of a content on the cue's own line, and those on other lines that are quoted: a headline says nothing
    of the line below."""
    start = extent[0]
    first, last = text.rfind("\n", 0, cue[0]) + 1, text.find("\n", cue[0])
    for line in text[slice(*extent)].split("\n"):
        end = start + len(line)
        if line and ((first <= start and (last < 0 or end <= last)) or line[0] in _OPENING):
            yield start, end
        start = end + 1


def _bare(text: str, extent: Extent) -> Extent | None:
    """A stretch without commas and stops at its ends; None where nothing else is in it."""
    start, end = extent
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if start < end else None


def _trimmed(text: str, quotes: Sequence[Extent], extent: Extent) -> Extent | None:
    """A piece of content without commas and stops at its ends, a lone quotation without its marks."""
    bare = _bare(text, extent)
    if bare and text.startswith("that ", bare[0]):
        bare = _bare(text, (bare[0] + 5, bare[1]))
    if not bare:
        return None
    start, end = bare
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS + ",.":
        end -= 1
    lone = next((quote for quote in quotes if quote[0] <= start and end <= quote[1]), None)
    if lone and start < end:
        return lone if lone[1] - end <= 1 and start - lone[0] <= 1 else (start, end)
    return bare


def _mode(quotes: Sequence[Extent], pieces: Sequence[Extent]) -> Mode:
    """`direct` where every piece is quoted whole, `mixed` where one has a quotation in it, else `indirect`."""
    if all(any(quote[0] <= start and end <= quote[1] for quote in quotes) for start, end in pieces):
        return "direct"
    held = any(start < quote[1] and quote[0] < end for quote in quotes for start, end in pieces)
    return "mixed" if held else "indirect"
