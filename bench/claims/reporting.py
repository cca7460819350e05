"""Counts the origins of one claim in made webs of reporting, whose origins and circles are known by their making.

    python bench/claims/reporting.py [--webs 300] [--articles 200] [--seed 7] [--misses]

A web grows article by article: an outlet that has somebody of its own (people without a name, a person, a body, a
paper), one that cites another told of before, with or without its source, one that only says it, or a ring of outlets
that cite each other round, fed by somebody or by nobody. The number of origins is what was put in; the rings are those
that were put in. The order is mixed.
"""

from __future__ import annotations

import argparse
import random
from typing import NamedTuple

from onrecord.nouns import Article, Claim, House, Link, SourceKind, Speaker, Stand, Statement, When
from onrecord.origins import count

FIRST = ("Amber", "Birch", "Cobalt", "Dover", "Elm", "Frost", "Garnet", "Hazel", "Iris", "Juniper", "Kestrel", "Lark")
LAST = ("Herald", "Post", "Courier", "Tribune", "Mail", "Echo", "Dispatch", "Observer", "Ledger", "Bulletin", "Star")
PEOPLE = (
    "officials",
    "two aides",
    "a diplomat",
    "three traders",
    "an engineer at the plant",
    "people close to the talks",
)
GIVEN, FAMILY = ("Ada", "Bram", "Cleo", "Dirk", "Edda", "Finn"), ("Quist", "Lind", "Oster", "Reyes", "Tamm", "Voss")
Who = tuple[str, SourceKind]


class Told(NamedTuple):
    """One statement: the outlet that printed it and the chain behind it."""

    outlet: str
    chain: tuple[Who, ...]


class Web(NamedTuple):
    """The statements of one claim, how many origins it has and which outlets stand in a ring."""

    told: list[Told]
    origins: int
    rings: list[frozenset[str]]


def web(dice: random.Random, articles: int) -> Web:
    """A web of at most `articles` statements."""
    names = [f"{first} {last}" for first in FIRST for last in LAST] + [
        f"{a} & {b} {last}" for a in FIRST[:4] for b in FIRST[4:] for last in LAST
    ]
    dice.shuffle(names)
    told: list[Told] = []
    source: dict[str, Who | None] = {}
    origins, rings, size = 0, list[frozenset[str]](), dice.randint(3, articles)
    while len(told) < size:
        kind = dice.choices(("source", "cite", "voice", "ring"), (3, 12, 1, 0.6 if size - len(told) > 6 else 0))[0]
        if kind == "cite" and source:
            told.append(_citing(dice, names.pop(), source))
        elif kind == "ring":
            made = _ring(dice, [names.pop() for _ in range(dice.randint(2, 5))], f"{origins}")
            told += made
            rings.append(frozenset(one.outlet for one in made))
            source |= {one.outlet: None for one in made}
            origins += 1
        else:
            outlet = names.pop()
            own = _somebody(dice, origins) if kind != "voice" else None
            told += [Told(outlet, (own,) if own else ())] * dice.choice((1, 1, 2))
            source[outlet] = own
            origins += 1
    dice.shuffle(told)
    return Web(told, origins, rings)


def _somebody(dice: random.Random, number: int) -> Who:
    person = f"{GIVEN[number % 6]} {FAMILY[number // 6 % 6]}{'abcdefghij'[number // 36 % 10]}"
    some: list[Who] = [
        (dice.choice(PEOPLE), "unnamed"),
        (person, "named"),
        (f"the {person.split()[1]}{number} Institute", "organisation"),
        (f"a memo by {person.split()[1]}{number} Partners", "document"),
    ]
    return dice.choice(some)


def _citing(dice: random.Random, outlet: str, source: dict[str, Who | None]) -> Told:
    """One who has it from another; the source is told only where it is the other's own."""
    known = sorted(source)
    last = dice.choice(known)
    own = source[last]
    source[outlet] = None
    links: tuple[Who, ...] = ((dice.choice((last, f"the {last}", last.upper())), "outlet"),)
    return Told(outlet, (*links, own) if own is not None and dice.random() < 0.3 else links)


def _ring(dice: random.Random, outlets: list[str], number: str) -> list[Told]:
    made = [Told(one, ((outlets[(at + 1) % len(outlets)], "outlet"),)) for at, one in enumerate(outlets)]
    if dice.random() < 0.5:
        made.append(Told(dice.choice(outlets), ((f"Gale Ring{number}", "named"),)))
    return made


def outcome(made: Web) -> tuple[int, tuple[int, int], list[frozenset[str]]]:
    """The origins that are counted, their interval, and the outlets of each circle that is found."""
    articles, told = [], []
    for at, one in enumerate(made.told):
        when = When(from_="2031-03-04", to="2031-03-04", precision="day", edtf="2031-03-04", text=None, basis="made")
        article = Article(
            id=f"article-{at:03}", page="page", place=0, url=None, headline=None, byline=None, outlet=one.outlet,
            agency=None, language="en", published=when, updated=None, text="told", places=(), regions=("body",),
        )  # fmt: skip
        articles.append(article)
        told.append(_statement(at, one, article))
    claim = Claim(
        id="claim", text="told", statements=tuple(Stand(id=s.id, stance="asserts") for s in told), articles=0,
        outlets=len(articles), origins=(), origins_from=0, origins_to=0, variants=(), cycles=(), disputed=False,
    )  # fmt: skip
    houses = [House(article=a.id, name=a.outlet or "") for a in articles]
    origins, (tally,) = count(articles, [], [], houses, told, [claim])
    outlets = {a.id: a.outlet or "" for a in articles}
    circles = [frozenset(outlets[a] for a in cycle) for cycle in tally.cycles]
    return len(origins), (tally.origins_from, tally.origins_to), circles


def _statement(at: int, told: Told, article: Article) -> Statement:
    chain: tuple[Who, ...] = ((told.outlet, "outlet"), *told.chain)
    return Statement(
        id=f"statement-{at:03}", article=article.id, span=article.span(0, 4), cue=None, content=(), region="body",
        speaker=Speaker(text=chain[-1][0], span=None, actor=None, source_kind=chain[-1][1]), hearer=None, act="says",
        mode="indirect", chain=tuple(Link(text=words, actor=None, source_kind=kind) for words, kind in chain),
        parent=None, said=None,
    )  # fmt: skip


def main() -> None:
    """Prints how many webs are counted exactly and how many rings are found."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--webs", type=int, default=300)
    ask.add_argument("--articles", type=int, default=200)
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--misses", action="store_true")
    asked = ask.parse_args()
    exact = within = found = rings = false = size = 0
    for at in range(asked.webs):
        made = web(random.Random(f"{asked.seed} {at}"), asked.articles)
        counted, (low, high), circles = outcome(made)
        exact, within, size = (
            exact + (counted == made.origins),
            within + (low <= made.origins <= high),
            size + len(made.told),
        )
        rings, found = rings + len(made.rings), found + sum(ring in circles for ring in made.rings)
        false += sum(circle not in made.rings for circle in circles)
        if asked.misses and (counted != made.origins or len(circles) != len(made.rings)):
            print(f"web {at}: {len(made.told)} statements, {made.origins} origins, counted {counted} ({low} to {high})")
    print(
        f"webs {asked.webs}, statements {size}; origins exact {exact / asked.webs:.3f}, "
        f"in the interval {within / asked.webs:.3f}"
    )
    print(f"circles found {found} of {rings}, false {false}")


if __name__ == "__main__":
    main()
