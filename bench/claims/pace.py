"""How long the stages of one thread take over many articles, from readings already made.

    python bench/claims/pace.py ../shared/data/articles [--articles 250 500 1000] [--topic elections]

Real articles on one topic are read by the rules and woven as if they were one story: the hardest case, since all that
they say may be of one claim. Prints seconds of one processor a stage.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from distortions import page, rows  # type: ignore[import-not-found]  # beside this script

from onrecord import actors, claims, origins, readings, statements, times
from onrecord.nouns import House
from onrecord.readers import pick


def timed(name: str, stage: Callable[[], Any], spent: dict[str, float]) -> Any:
    """What a stage gives, its seconds noted."""
    began = time.process_time()
    given = stage()
    spent[name] = time.process_time() - began
    return given


def main() -> None:
    """Prints a line a number of articles."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path)
    ask.add_argument("--sizes", type=int, nargs="+", default=[250, 500, 1000])
    ask.add_argument("--topic", default="elections")
    asked = ask.parse_args()
    texts = (row["text"] for row in rows(asked.articles) if row["topic"] == asked.topic)
    pages = [page(f"{at:04}", " ".join(text.split())) for at, text in zip(range(max(asked.sizes)), texts, strict=False)]
    reader = pick("rules")
    seen = [reading for one in pages for reading in readings.read(one, reader)]
    for size in asked.sizes:
        spent: dict[str, float] = {}
        own, read = pages[:size], seen[:size]
        houses = [House(article=one.id, name=one.outlet or "") for one in own]
        personas, references = timed("actors", lambda: actors.identify(own, read), spent)  # noqa: B023  # called at once
        _, _, sayings = timed("times", lambda: times.resolve(own, read, [], []), spent)  # noqa: B023
        told = timed("statements", lambda: statements.attribute(own, read, personas, references, sayings), spent)  # noqa: B023
        found = timed("claims", lambda: claims.match(own, read, [], houses, [], told), spent)  # noqa: B023
        timed("origins", lambda: origins.count(own, personas, [], houses, told, found), spent)  # noqa: B023
        words = sum(len(one.text.split()) for one in own)
        each = ", ".join(f"{name} {seconds:.1f}" for name, seconds in spent.items())
        print(f"{size} articles, {words} words, {len(told)} statements, {len(found)} claims: {each} s")


if __name__ == "__main__":
    main()
