"""True restatements must be joined to what they restate, distorted ones must not be taken for confirmation.

    python bench/claims/distortions.py ../shared/data/articles [--pairs 300] [--part held|tune] [--made FILE] [--misses]

From real articles: a sentence in which somebody with a name is said to say something is told again by a second page,
among other sentences of the first. Half of the pairs tell it truly (synonyms, spelling, side clauses left out, another
cue), half tell it in nearly the same words with one thing changed: a number, a name, a "not", a hedge, a date.
*Joined*: both stand in one claim as assertions. Articles fall into two parts by a hash of their id: rules are mended
with `tune` in view, figures are those of `held`. `--made` writes down every pair. Needs Debian's mythes-en-us.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from retelling import CUES, DISTORTIONS, Thesaurus, restated, styled  # type: ignore[import-not-found]  # beside this
from thesaurus import load  # type: ignore[import-not-found]  # in bench/copies

from onrecord import actors, claims, readings, statements, times
from onrecord.nouns import Article, Claim, House, Reading, Statement
from onrecord.readers import pick

OPENING = 12
"""Sentences of an article that its page shows: claims are made at the top."""
BESIDE = 2
"""Other statements of the article that the second page tells, as they were."""
WORDS = (8, 40)
"""Words of a content that is told again."""
SEED = 7
NAME = r"(?!He\b|She\b|They\b|It\b|We\b|The\b)[A-Z]\w{3,}(?: [A-Z]\w+){0,2}"


class Pair(NamedTuple):
    """A sentence and how a second page tells it; `kind` is "true" or what was distorted."""

    article: str
    kind: str
    speaker: str
    before: str
    after: str
    pages: tuple[str, str]


def page(name: str, text: str) -> Article:
    """An article of the bench."""
    return Article(
        id=f"article-{name}", page=f"page-{name}", place=0, url=None, headline=None, byline=None, outlet=name,
        agency=None, language="en", published=None, updated=None, text=text, places=(),
        regions=tuple("body" for _ in text.split("\n")),
    )  # fmt: skip


def read(pages: list[Article]) -> tuple[list[Reading], list[Statement]]:
    """What the rules see in the pages of one thread."""
    reader = pick("rules")
    seen = [reading for one in pages for reading in readings.read(one, reader)]
    personas, references = actors.identify(pages, seen)
    _, _, sayings = times.resolve(pages, seen, [], [])
    return seen, statements.attribute(pages, seen, personas, references, sayings)


def woven(pages: list[Article]) -> tuple[list[Claim], list[Statement]]:
    """The claims of a thread."""
    seen, told = read(pages)
    houses = [House(article=one.id, name=one.outlet or one.id) for one in pages]
    return claims.match(pages, seen, [], houses, [], told), told


def rows(folder: Path) -> Iterator[dict[str, str]]:
    """The articles of the set in their order."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf8") as lines:
            yield from map(json.loads, lines)


def part_of(row: dict[str, str]) -> str:
    """The part an article falls into, and a number of its own for the dice."""
    return "held" if int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 else "tune"


def tellable(told: list[Statement]) -> list[Statement]:
    """Statements that can be told again: somebody with a name, indirectly, of one piece and of some length."""
    return [
        s
        for s in told
        if s.act == "says" and s.mode == "indirect" and s.parent is None and len(s.content) == 1
        and s.speaker is not None and s.speaker.source_kind == "named" and s.speaker.text[:1].isupper()
        and WORDS[0] <= len(s.text.split()) <= WORDS[1] and not re.search(r"[“”\"\n]", s.text)
    ]  # fmt: skip


def pairs(folder: Path, part: str, most: int, known: Thesaurus) -> Iterator[Pair]:
    """Pairs from the articles of one part, one an article, until there are enough of each kind."""
    wanted = Counter({kind: most // len(DISTORTIONS) for kind in DISTORTIONS}) + Counter(true=most)
    names: list[str] = []
    for row in rows(folder):
        if not wanted.total():
            return
        if part_of(row) != part:
            continue
        text = "\n".join(" ".join(p.split()) for p in row["text"].split("\n") if p.strip()).split("\n")[:OPENING]
        first = page("first", "\n".join(text))
        told = tellable(read([first])[1])
        if len(told) > BESIDE:
            made = _pair(row["id"], first, told, wanted, names, known)
            if made:
                wanted[made.kind] -= 1
                yield made
        names += [s.speaker.text for s in told if s.speaker and re.fullmatch(NAME, s.speaker.text)]


def _pair(
    article: str, first: Article, told: list[Statement], wanted: Counter[str], names: list[str], known: Thesaurus
) -> Pair | None:
    dice = random.Random(f"{SEED} {article}")
    kinds = sorted(kind for kind in DISTORTIONS if wanted[kind] > 0)
    dice.shuffle(kinds)
    for kind in [*kinds, "true"] if dice.random() < 0.6 else ["true", *kinds]:
        if wanted[kind] <= 0:
            continue
        for target in dice.sample(told, len(told)):
            after = restated(target.text, dice, known) if kind == "true" else (
                DISTORTIONS[kind](styled(target.text), dice, names)
            )  # fmt: skip
            if after is not None and after != target.text:
                beside = [s for s in told if s.id != target.id][:BESIDE]
                lines = [_line(s, s.text, dice) for s in beside]
                lines.insert(dice.randint(0, len(lines)), _line(target, after, dice))
                assert target.speaker is not None
                return Pair(article, kind, target.speaker.text, target.text, after, (first.text, "\n".join(lines)))
    return None


def _line(statement: Statement, content: str, dice: random.Random) -> str:
    who = statement.speaker.text if statement.speaker else ""
    return f"{who} {dice.choice(CUES)} {content.rstrip('.,')}."


def outcome(pair: Pair) -> str:
    """ "joined", "apart", "variant" (apart, and told that they differ), "denied", or "unread" where a page's statement
    was not found."""
    found, told = woven([page("first", pair.pages[0]), page("second", pair.pages[1])])
    here = _of(told, "article-first", pair.before)
    there = _of(told, "article-second", pair.after.rstrip(".,"))
    if not here or not there:
        return "unread"
    told_by = {c.id: {s.id for s in c.statements if s.stance in ("asserts", "relays")} for c in found}
    ours = {claim for claim, ids in told_by.items() if here in ids}
    for claim in found:
        stand = next((s for s in claim.statements if s.id == there), None)
        if stand and claim.id in ours:
            return "joined" if stand.stance in ("asserts", "relays") else "denied"
        if stand and any(v.claim in ours for v in claim.variants):
            return "variant"
    return "apart"


def _of(told: list[Statement], article: str, words: str) -> str | None:
    fits = [s for s in told if s.article == article and s.content and (s.text in words or words in s.text)]
    return max(fits, key=lambda s: (len(s.text), s.id)).id if fits else None


def main() -> None:
    """Prints a line a kind."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path)
    ask.add_argument("--pairs", type=int, default=300)
    ask.add_argument("--part", choices=("held", "tune"), default="held")
    ask.add_argument("--made", type=Path)
    ask.add_argument("--misses", action="store_true")
    asked = ask.parse_args()
    made = list(pairs(asked.articles, asked.part, asked.pairs, load()))
    ends: dict[str, Counter[str]] = defaultdict(Counter)
    record = []
    for pair in made:
        end = outcome(pair)
        ends[pair.kind][end] += 1
        record.append(pair._replace(pages=("", ""))._asdict() | {"outcome": end})
        if asked.misses and (end == "joined") != (pair.kind == "true"):
            print(f"{pair.kind}, {end}: {pair.before}\n    {pair.after}")
    if asked.made:
        asked.made.write_text("".join(json.dumps(row) + "\n" for row in record), encoding="utf8")
    for kind, counts in sorted(ends.items()):
        print(f"{kind:9s} {counts.total():4d}  " + "  ".join(f"{end} {n}" for end, n in sorted(counts.items())))
    true = ends.pop("true")
    wrong, distorted = sum(c["joined"] for c in ends.values()), sum(c.total() for c in ends.values())
    print(f"restatements joined {true['joined'] / max(1, true.total()):.3f}; ", end="")
    print(f"distorted taken for confirmation {wrong / max(1, distorted):.3f}")


if __name__ == "__main__":
    main()
