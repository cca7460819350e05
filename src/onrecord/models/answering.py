"""The model as an answerer: what it sees as the nouns of a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol, get_args

from onrecord.models.seen import FOLDER, Sight, Told, see
from onrecord.nouns import Act, ActorType, Attribution, Extent, Mention, Mode, Quote

ACTS: tuple[Act, ...] = get_args(Act)
"""The acts in the order of the model's scores."""
TYPES: Mapping[str, ActorType] = {
    "Person": "person", "Organization": "organisation", "Location": "place", "NORP": "group", "Product": "product",
}  # fmt: skip
"""What the model's kinds of names are to us; the others it tells too badly, or they are no names of actors."""
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
    """Finds names, and attributions unconnected (no parents, no hearers), with the network alone."""

    name = "minilm-4"
    spreads = True

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    def find_names(self, seen: Sequence[Opened]) -> list[tuple[Mention, ...]]:
        """Names of actors, places and products by where they start, each with its chance; no nominals or pronouns."""
        return [tuple(self._names(one)) for one in seen]

    def _names(self, one: Opened) -> Iterator[Mention]:
        for name in self._sight(one).names:
            if type_ := TYPES.get(name.kind):
                yield Mention(start=name.start, end=name.end, type=type_, form="name", confidence=round(name.chance, 3))

    def _sight(self, one: Opened) -> Sight:
        return _seen(one.text, one.sentences, tuple((quote.start, quote.end) for quote in one.quotes), self.folder)

    def find_attributions(self, seen: Sequence[Opened]) -> list[tuple[Attribution, ...]]:
        """Those that have a cue and a content, by where they start; `confidence` is the chance of the weakest part."""
        return [tuple(self._found(one)) for one in seen]

    def find_senses(self, seen: Sequence[Opened]) -> list[tuple[bytes, ...]]:
        """A vector a sentence, of 128 signed bytes."""
        return [self._sight(one).senses for one in seen]

    def _found(self, one: Opened) -> list[Attribution]:
        quotes = [(quote.start, quote.end) for quote in one.quotes]
        made = [found for told in self._sight(one).told if (found := attribution(one.text, quotes, told))]
        return sorted(made, key=lambda found: (found.start, -found.end, found.cue or (0, 0)))


@lru_cache(maxsize=1)
def _seen(text: str, sentences: tuple[Extent, ...], quotes: tuple[Extent, ...], folder: Path) -> Sight:
    """What the model sees, kept while one article is asked about its names and then its attributions."""
    return see(text, sentences, quotes, folder)


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
