"""Families of copies with a known tree, derived from real articles by recorded operations.

A family begins with an agency's or an outlet's article. Its children are carriers under house style, cut copies,
rewritten ones at four rates of spin, excerpts lifted into articles of another matter, later versions by the same
outlet, and merges with a second family's article; children have children, three deep. Beside the families stand hard
negatives: other articles of the same topics and days, some with a quotation of a family's root put into them.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import operations as ops  # type: ignore[import-not-found]  # beside this script
from operations import Dice, Edit, Made, Text
from slips import slips  # type: ignore[import-not-found]

RATES = (0.2, 0.35, 0.55, 0.8)
"""Shares of the words a thesaurus knows that a spinner exchanges: copies come out at a word-5-gram Jaccard of 0.6 down
to 0.05. Beyond, two texts spun from one are nearer each other than either is to it, and no tree can be known."""
SLIPS = 3
"""Slips of different sorts in a rewritten copy and in a later version."""
TITLE = 0.4
"""The same in a spun headline."""
LEAST, MOST = 220, 900
"""Words of a root: shorter ones leave nothing to cut, longer ones only cost time."""
PLACES = (
    "Northgate", "Calder", "Westmere", "Ashby", "Pendle", "Larkhill", "Ormond", "Tarrant", "Selby", "Wexcombe",
    "Dunmere",
)  # fmt: skip
OUTLETS = tuple(f"{place} {kind}" for place in PLACES for kind in ("Courier", "Observer", "Gazette", "Post"))
AGENCIES = ("Allied Wire", "Interpress Wire", "Beacon Wire")


class Member(NamedTuple):
    """One article of the bench. `parents` is empty for what is nobody's copy; `kind` and `edits` say how it was made
    from the first parent."""

    key: str
    family: str
    text: Text
    title: str
    outlet: str
    agency: str | None
    day: date
    parents: tuple[str, ...] = ()
    kind: str = ""
    edits: tuple[Edit, ...] = ()


class Row(NamedTuple):
    """A real article to derive from."""

    key: str
    title: str
    day: date
    topic: str
    text: Text


def rows(folder: Path) -> list[Row]:
    """The dated articles of `articles-*.jsonl.gz` of a fitting length with paragraphs, sorted by key."""
    found = []
    for path in sorted(folder.glob("articles-*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf8") as lines:
            found += [row for line in lines if (row := _row(json.loads(line)))]
    return sorted(found, key=lambda row: row.key)


def _row(raw: Mapping[str, Any]) -> Row | None:
    text = [" ".join(part.split()) for part in raw["text"].split("\n") if len(part.split()) >= 6]
    if not raw["date"] or len(text) < 7 or not LEAST <= sum(len(part.split()) for part in text) <= MOST:
        return None
    return Row(raw["id"], raw["title"], date.fromisoformat(raw["date"][:10]), raw["topic"], text)


SHARED = 0.03
"""Real articles that share more of the shorter one's word 5-grams may be copies themselves: one of them is used."""


LIFTED = 0.4
"""Words lifted into a piece of another matter, as a share of that piece's own: more would make it a copy."""


class Pool:
    """Real articles to draw from, each once, none a copy of one drawn before."""

    def __init__(self, rows: Sequence[Row], dice: Dice) -> None:
        self._rows = list(rows)
        dice.shuffle(self._rows)
        self._used: set[str] = set()
        self._grams: dict[tuple[str, ...], int] = {}
        self._drawn = 0

    def draw(self, fits: Callable[[Row], bool] = bool) -> Row | None:
        """The next article that fits and shares next to nothing with those drawn; None where there is none."""
        for row in self._rows:
            if row.key in self._used or not fits(row):
                continue
            self._used.add(row.key)
            grams = _grams(row)
            shared = Counter(self._grams[gram] for gram in grams if gram in self._grams)
            if max(shared.values(), default=0) <= SHARED * len(grams):
                self._drawn += 1
                self._grams |= dict.fromkeys(grams, self._drawn)
                return row
        return None


def _grams(row: Row) -> set[tuple[str, ...]]:
    words = " ".join(row.text).lower().split()
    return set(zip(*(words[n:] for n in range(5)), strict=False))


class Maker:
    """Makes families one after the other; every choice comes from `seed` and the root's key."""

    def __init__(self, pool: Pool, known: Mapping[str, tuple[str, ...]], seed: int) -> None:
        self.pool, self.known, self.seed = pool, known, seed

    def _drawn(self) -> Row:
        row = self.pool.draw()
        if row is None:
            raise LookupError("the articles are used up: ask for fewer families")
        return row

    def family(self, root: Row) -> list[Member]:
        """A root, its children and theirs, three deep, with hosts of excerpts."""
        dice = random.Random(f"{self.seed} {root.key}")
        outlets = dice.sample(OUTLETS, 8)
        wire = dice.choice(AGENCIES) if dice.random() < 0.6 else None
        first = Member(f"{root.key}-0", root.key, root.text, root.title, wire or outlets[7], None, root.day)
        members = [first]
        for number in range(dice.randint(3, 5)):
            parent = members[0] if number < 2 else dice.choice(members)
            if _depth(parent, members) < 3:
                members.append(self._child(parent, outlets[number], wire, len(members), dice))
        return members

    def _child(self, parent: Member, outlet: str, wire: str | None, number: int, dice: Dice) -> Member:
        kind = dice.choice(("syndicated", "syndicated", "rewritten", "rewritten", "rewritten", "excerpt", "update"))
        if kind == "syndicated" and wire is None:
            kind = "rewritten"
        if kind == "excerpt" or (kind == "update" and parent.kind == "excerpt"):
            return self._excerpt(parent, outlet, number, dice)
        text, edits = getattr(self, f"_{kind}")(parent, dice)
        title = ops.spin([parent.title], dice, TITLE, self.known)[0][0] if kind == "rewritten" else parent.title
        same = kind == "update"
        return parent._replace(
            key=f"{parent.family}-{number}", text=text, title=title,
            outlet=parent.outlet if same else outlet,
            agency=wire if kind == "syndicated" else parent.agency if same else None,
            day=parent.day + timedelta(days=dice.randint(0, 1) if same else dice.randint(1, 3)),
            parents=(parent.key,), kind=kind, edits=tuple(edits),
        )  # fmt: skip

    def _syndicated(self, parent: Member, dice: Dice) -> Made:
        steps = [ops.house_style]
        steps += [ops.cut] if dice.random() < 0.4 else []
        steps += [ops.banners] if dice.random() < 0.3 else []
        return _chain(parent.text, dice, steps)

    def _rewritten(self, parent: Member, dice: Dice) -> Made:
        text, edits = _chain(parent.text, dice, [ops.cut] if dice.random() < 0.25 else [])
        text, more = ops.spin(text, dice, dice.choice(RATES), self.known)
        steps = [ops.reorder] if dice.random() < 0.3 else []
        steps += [ops.banners] if dice.random() < 0.2 else []
        text, last = _chain(text, dice, steps)
        text, slipped = slips(text, dice, SLIPS)
        return text, [*edits, *more, *last, *slipped]

    def _update(self, parent: Member, dice: Dice) -> Made:
        text, edits = slips(parent.text, dice, SLIPS)
        other = self._drawn().text
        text, more = ops.addition(text, dice, other[2:-1])
        return text, [*edits, *more]

    def _excerpt(self, parent: Member, outlet: str, number: int, dice: Dice) -> Member:
        host = self._drawn()
        at = dice.randrange(0, max(1, len(parent.text) - 3))
        room = LIFTED * sum(len(part.split()) for part in host.text)
        lifted = _within(parent.text[at : at + 3], room)
        place = dice.randrange(2, len(host.text))
        text = [*host.text[:place], *lifted, *host.text[place:]]
        return Member(
            f"{parent.family}-{number}", f"{parent.family}-{number}", text, host.title, outlet, None,
            parent.day + timedelta(days=dice.randint(1, 3)), (parent.key,), "excerpt",
        )  # fmt: skip

    def negative(self, root: Row, number: int) -> Member | None:
        """Another article of the root's topic within a week, some with a quotation of the root's put in."""
        dice = random.Random(f"{self.seed} {root.key} negative {number}")
        other = self.pool.draw(lambda row: row.topic == root.topic and abs((row.day - root.day).days) <= 7)
        if other is None:
            return None
        text = list(other.text)
        quotes = [found[0] for part in root.text for found in ops.QUOTED.finditer(part) if len(found[0]) > 60]
        if quotes:
            text.insert(2, f"The exchange was widely shared. {dice.choice(quotes)} it went.")
        return Member(
            f"{root.key}-n{number}", f"negative {other.key}", text, other.title, OUTLETS[number], None, other.day
        )


def _within(text: Text, room: float) -> Text:
    """The first paragraphs that hold no more words than there is room for; one at least."""
    held = list(itertools.accumulate(len(part.split()) for part in text))
    return text[: max(1, sum(count <= room for count in held))]


def _chain(text: Text, dice: Dice, steps: Sequence[Any]) -> Made:
    edits: list[Edit] = []
    for step in steps:
        text, more = step(text, dice)
        edits += more
    return text, edits


def _depth(member: Member, members: Sequence[Member]) -> int:
    by_key = {other.key: other for other in members}
    depth = 0
    while member.parents and member.parents[0] in by_key:
        member, depth = by_key[member.parents[0]], depth + 1
    return depth


def merged(a: Member, b: Member, dice: Dice) -> Member:
    """An article of another outlet made of the two: the first half of each, in turn."""
    halves = a.text[: max(3, len(a.text) // 2)], b.text[: max(3, len(b.text) // 2)]
    text = [part for at in range(max(map(len, halves))) for half in halves for part in half[at : at + 1]]
    day = max(a.day, b.day) + timedelta(days=1)
    outlet = dice.choice([name for name in OUTLETS if name not in (a.outlet, b.outlet)])
    return Member(f"{a.key}+{b.key}", a.family, text, a.title, outlet, None, day, (a.key, b.key), "merge")
