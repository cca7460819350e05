"""Reference data -> annotated texts: what the reader learns from, as extents.

PolNeAR gives attributions (gold), names and times (silver: a tagger's); worldwide_ner names and dates (gold); Wikinews
times (gold); the rule reader of the project gives attributions inside contents, which PolNeAR does not mark, and acts
(silver). Directed sentiment comes as sentences with two marked actors.
"""

from __future__ import annotations

import gzip
import hashlib
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.nouns import Article, Attribution, Extent, Region
from onrecord.readings import Composed, quotes, sentences

SILVER = {"PERSON": "Person", "ORGANIZATION": "Organization", "LOCATION": "Location", "DATE": "Date", "MONEY": "Money"}
TIMES = frozenset(("DATE", "TIME", "DURATION", "SET"))
HELD = 3
"""One document of worldwide_ner in so many is held out of learning (bench/names.py has the same rule)."""


class Told(NamedTuple):
    """One attribution: extents of its parts and its act, None where that is not known. `gold` is false for what the
    rules found inside a content."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    act: str | None
    gold: bool


class Annotated(NamedTuple):
    """A text and what is known of it; None where nothing is known, so that nothing is learnt from it there. Extents in
    `unknown` have a name or none, nobody knows."""

    name: str
    text: str
    sentences: tuple[Extent, ...]
    quotes: tuple[Extent, ...]
    told: tuple[Told, ...] | None = None
    names: tuple[tuple[Extent, str], ...] | None = None
    unknown: tuple[Extent, ...] = ()
    times: tuple[Extent, ...] | None = None
    sure: bool = True


class Pair(NamedTuple):
    """A sentence, two actors, and the label of `directed_sentiment`."""

    text: str
    p: Extent
    q: Extent
    label: int


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSONL file, packed or not."""
    with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)


def article(text: str, name: str = "text") -> Article:
    """A text as one article, all of it body."""
    body: list[Region] = ["body"] * (text.count("\n") + 1)
    return Article(
        id=name, page=name, place=0, url=None, headline=None, byline=None, outlet=None, agency=None,
        language="en", published=None, updated=None, text=text, places=(), regions=tuple(body),
    )  # fmt: skip


def _parts(text: str) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    lines = article(text).lines()
    return sentences.split(text, lines), tuple((quote.start, quote.end) for quote in quotes.find(text, lines))


def polnear(data: Path, part: str) -> Iterator[Annotated]:
    """PolNeAR with its silver names and times and with what the rules find inside contents."""
    silver = {row["id"]: row for row in rows(data / "attribution" / f"silver_{part}.jsonl.gz")}
    for row in rows(data / "attribution" / f"{part}.jsonl"):
        text = row["text"]
        reading = Composed().read([article(text)])[0]
        told = [_told(one, reading.attributions) for one in row["attributions"]]
        told += list(_nested(reading.attributions, told))
        tagged = [
            span for sentence in silver.get(row["id"], {"sentences": []})["sentences"] for span in _tagged(sentence)
        ]
        known = row["id"] in silver
        yield Annotated(
            row["id"], text, reading.sentences, tuple((quote.start, quote.end) for quote in reading.quotes),
            told=tuple(told),
            names=tuple((extent, SILVER[tag]) for extent, tag in tagged if tag in SILVER) if known else None,
            unknown=tuple(extent for extent, tag in tagged if tag not in SILVER),
            times=tuple(extent for extent, tag in tagged if tag in TIMES) if known else None,
            sure=False,
        )  # fmt: skip


def _tagged(sentence: dict[str, Any]) -> Iterator[tuple[Extent, str]]:
    """The stretches of one tag in a tagger's sentence."""
    tokens = list(zip(sentence["start"], sentence["end"], sentence["ner"], strict=True))
    for tag, group in itertools.groupby(tokens, key=lambda token: str(token[2])):
        stretch = list(group)
        if tag != "O":
            yield (stretch[0][0], stretch[-1][1]), tag


def _extents(spans: Sequence[Sequence[int]]) -> tuple[Extent, ...]:
    return tuple((start, end) for start, end in spans)


def _told(gold: dict[str, Any], found: Sequence[Attribution]) -> Told:
    cue = _extents(gold["cue"])
    act = next((one.act for one in found if one.cue and any(_meet(one.cue, part) for part in cue)), None)
    return Told(_extents(gold["source"]), cue, _extents(gold["content"]), act, True)


def _meet(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _nested(found: Sequence[Attribution], gold: Sequence[Told]) -> Iterator[Told]:
    """What the rules found whose cue stands inside a gold content and meets no gold cue."""
    contents = sorted(piece for told in gold for piece in told.content)
    cues = sorted(piece for told in gold for piece in told.cue)
    for one in found:
        cue = one.cue
        if cue and any(s <= cue[0] and cue[1] <= e for s, e in contents) and not any(_meet(cue, c) for c in cues):
            yield Told((one.source,) if one.source else (), (cue,), one.content, one.act, False)


def worldwide(data: Path, held: bool) -> Iterator[Annotated]:
    """worldwide_ner, a sentence a line, a document of the training or of the held part."""
    for row in rows(data / "language" / "worldwide_ner.jsonl"):
        if (int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % HELD == 0) != held:
            continue
        text, spans = "", []
        for sentence in row["sentences"]:
            line, extents = join(sentence["tokens"], len(text) + 1 if text else 0)
            text += ("\n" if text else "") + line
            spans += [((extents[a][0], extents[b - 1][1]), kind) for a, b, kind in bio(sentence["tags"])]
        if "rtf" in text[:40]:
            continue
        stops, marks = _parts(text)
        times = tuple(extent for extent, kind in spans if kind == "Date")
        yield Annotated(row["id"], text, stops, marks, names=tuple(spans), times=times)


def join(tokens: Sequence[str], start: int) -> tuple[str, list[Extent]]:
    """Tokens as running text, with each token's extent, counted from `start`."""
    text, extents, opened = "", [], False
    for n, token in enumerate(tokens):
        before = tokens[n - 1] if n else ""
        if token == '"':
            glued, opened = opened or not n, not opened
        else:
            glued = not n or (before == '"' and opened) or _glued(text, before, token, tokens[n + 1 : n + 2])
        text += "" if glued else " "
        extents.append((start + len(text), start + len(text) + len(token)))
        text += token
    return text, extents


def _glued(text: str, before: str, token: str, after: Sequence[str]) -> bool:
    if before in ("’", "'") and token in ("s", "re", "ll", "ve", "t", "d", "m"):
        return True
    closing = token in (".", ",", ";", ":", "!", "?", "%", ")", "]", "}", "’", "”", "'s", "’s", "n't", "n’t")
    return closing or (token in ("’", "'") and list(after) == ["s"]) or text[-1:] in "([$#“-" or token == "-"


def bio(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """`(first, last, kind)` of each BIO stretch."""
    first = 0
    for n in range(1, len(tags) + 1):
        if n == len(tags) or not tags[n].startswith("I-"):
            if tags[first] != "O":
                yield first, n, tags[first][2:]
            first = n


def wikinews(data: Path) -> Iterator[Annotated]:
    """Wikinews documents with their expressions of time (MEANTIME, CC BY 4.0)."""
    for row in rows(data / "timelines" / "wikinews_annotated.jsonl"):
        text = row["text"]
        spans = [span for timex in row["timexes"] for span in _extents(timex["spans"])]
        stops, marks = _parts(text)
        yield Annotated(row["id"], text, stops, marks, times=tuple(sorted(spans)))


def stories(data: Path, part: str) -> Iterator[Annotated]:
    """The texts of ECB+ with marks of quotation as they are printed, nothing else known of them."""
    for row in rows(data / "stories" / f"{part}.jsonl"):
        text = row["text"].replace("`` ", "“").replace("``", "“").replace("''", "”")
        yield Annotated(row["id"], text, *_parts(text))


def sentiment(data: Path, part: str) -> Iterator[Pair]:
    """Directed sentiment; rows without spans are left out."""
    for row in rows(data / "relations" / f"directed_sentiment_{part}.jsonl"):
        if row["p_span"] and row["q_span"]:
            yield Pair(row["text"], tuple(row["p_span"]), tuple(row["q_span"]), row["label"])
