"""Learns `src/onrecord/words/frequencies.toml`: in how many news articles a word stands.

    python training/frequencies.py ../shared/data > src/onrecord/words/frequencies.toml

Data: the training parts of PolNeAR (`attribution/train.jsonl`) and ECB+ (`stories/train.jsonl`), both "train and
measure": a table learnt from them may be kept, their texts may not. Deterministic; takes seconds.
"""

from __future__ import annotations

import json
import math
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.stories.terms import words_of

TIERS = 7
"""Tiers kept: words rarer than one article of 2^6.5 are left out, and stand for themselves."""
HEAD = """\
# How common a word is in English news, as a table fixed once: no weight is taken from the pages at hand.
# Learnt from the training parts of PolNeAR (840 articles of US political news, 2015-2016) and ECB+ (575 articles,
# CC BY 3.0) by training/frequencies.py: `in_n` lists the words found in one article of 2^n, to the nearest power
# (in_0 = nearly all). Words that stand nowhere here are rarer.
"""


def texts(data: Path) -> Iterator[str]:
    """The text of each training article."""
    for name in ("attribution/train.jsonl", "stories/train.jsonl"):
        for line in (data / name).read_text(encoding="utf8").splitlines():
            yield str(json.loads(line)["text"])


def main() -> None:
    """Writes the table to standard output."""
    articles = [set(words_of(text)) for text in texts(Path(sys.argv[1]))]
    found = Counter(word for words in articles for word in words)
    tiers: dict[int, list[str]] = {tier: [] for tier in range(TIERS)}
    for word, count in sorted(found.items()):
        tier = round(math.log2(len(articles) / count))
        if tier < TIERS:
            tiers[tier].append(word)
    sys.stdout.write(HEAD)
    for tier, words in tiers.items():
        lines = textwrap.wrap(", ".join(f'"{word}"' for word in words) + ",", 116)
        sys.stdout.write(f"\nin_{tier} = [\n" + "".join(f"  {line}\n" for line in lines) + "]\n")


if __name__ == "__main__":
    main()
