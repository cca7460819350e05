"""A pile of any size: real articles, and passages of them on which recorded operations were done."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import operations as ops  # type: ignore[import-not-found]  # beside this script
import thesaurus  # type: ignore[import-not-found]
from lineages import OUTLETS  # type: ignore[import-not-found]
from operations import Dice, Text
from slips import SLIPS  # type: ignore[import-not-found]

Row = dict[str, str]
EVERY = 17
"""One row of so many is a real article: 12,000 of 204,000."""
RATES = (0.2, 0.35, 0.55)
EDITIONS = 25
"""Houses of one name, by number, that a derived article may come from: 1,100 houses in all."""
KEPT = 3
"""Derived articles of one real one that others are derived from."""
RECENT = 200
"""Real articles, the last ones, that a derived one may be made of: what is copied is new."""
PARAGRAPH = 5
"""Words of the shortest paragraph that is kept."""

LONG = 60
"""Words of a paragraph that is taken apart into sentences before passages are drawn."""


class Root(NamedTuple):
    """A real article, and what was made of it so far."""

    title: str
    day: date
    text: Text
    made: list[Text]


def pile(folder: Path, words: int, seed: int) -> Iterator[Row]:
    """Rows as JSON Lines have them (title, sitename, date, text) until the real ones are used up: one of EVERY is a
    real article of the folder; the others have about so many words, and are made of one of the last real ones or of
    what was made of it. Paragraphs that stand in two real articles are boxes and galleries of their sites,
    and left out."""
    dice, known, furniture = random.Random(f"scale {seed}"), thesaurus.load(), repeated(folder)
    roots: list[Root] = []
    for real in real_articles(folder):
        text = [part for part in paragraphs(real) if part not in furniture]
        if not text:
            continue
        pieces = [one for part in text for one in ([part] if len(part.split()) <= LONG else ops.sentences(part))]
        roots.append(Root(real["title"] or "", date.fromisoformat((real["date"] or "2016-01-01")[:10]), pieces, []))
        yield {
            "title": real["title"] or "",
            "sitename": real["outlet"],
            "date": real["date"] or "",
            "text": "\n".join(text),
        }
        for _ in range(EVERY - 1):
            yield derived(dice.choice(roots[-RECENT:]), words, known, dice)


def real_articles(folder: Path) -> Iterator[Mapping[str, str]]:
    """The rows of `articles-*.jsonl.gz` that hold a text."""
    for path in sorted(folder.glob("articles-*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf8") as lines:
            yield from (row for row in map(json.loads, lines) if row["text"].strip())


def paragraphs(real: Mapping[str, str]) -> Text:
    """The paragraphs of a row."""
    return [" ".join(part.split()) for part in real["text"].split("\n") if len(part.split()) >= PARAGRAPH]


def repeated(folder: Path) -> set[str]:
    """The paragraphs that stand in two and more real articles."""
    times = Counter(part for real in real_articles(folder) for part in set(paragraphs(real)))
    return {part for part, count in times.items() if count > 1}


def derived(root: Root, words: int, known: Mapping[str, tuple[str, ...]], dice: Dice) -> Row:
    """An article made of a passage of a root, or of what was made of it: under another house's style, spun at one of
    three rates, cut, with a slip or with plugs, in a made-up house, up to nine days later."""
    text = dice.choice(root.made) if root.made and dice.random() < 0.4 else passage(root.text, words, dice)
    text = ops.spin(text, dice, dice.choice(RATES), known)[0] if dice.random() < 0.4 else ops.house_style(text, dice)[0]
    for step, chance in ((ops.cut, 0.1), (ops.banners, 0.15), (dice.choice(SLIPS), 0.5)):
        text = step(text, dice)[0] if dice.random() < chance and len(text) > 1 else text
    if len(root.made) < KEPT:
        root.made.append(text)
    title = ops.spin([root.title], dice, RATES[1], known)[0][0]
    house, day = f"{dice.choice(OUTLETS)} {dice.randint(1, EDITIONS)}", root.day + timedelta(days=dice.randint(0, 9))
    return {"title": title, "sitename": house, "date": day.isoformat(), "text": "\n".join(text)}


def passage(text: Text, words: int, dice: Dice) -> Text:
    """Paragraphs in a row that hold about so many words, or all where there are fewer."""
    first = last = dice.randrange(len(text))
    while sum(len(part.split()) for part in text[first : last + 1]) < words and last - first < len(text) - 1:
        first, last = (first, last + 1) if last < len(text) - 1 else (first - 1, last)
    return text[first : last + 1]
