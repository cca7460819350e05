"""The table of contents: the stages in order, what each reads and writes, and its version.

A stage is a pure function from typed records to typed records. `scope` says which records it is given at once:

* `page`    one Document and what is known of it;
* `site`    the Imprints of pages of one site, of two or more; its rows are of one page each;
* `article` one Article and what is known of it;
* `family`  articles connected by the keys of their Sketch, where `KIN` says of the two that they may be;
* `circle`  articles connected by a Copy, or by the keys of their Theme, where `KIN` says so too;
* `thread`  the articles of one thread.

`page` and `article` stages get single records (a page's may be None where a site gave it none), the others sequences
sorted by id; all in the order of `reads`. A
stage gives one list for each noun in `writes` (a bare list where it writes one). Raise `version` whenever the same
input gives other rows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from onrecord import (
    actors,
    articles,
    claims,
    copies,
    events,
    figures,
    origins,
    quotations,
    readings,
    statements,
    stories,
    ties,
    times,
)  # fmt: skip
from onrecord.nouns import (
    Article,
    Change,
    Claim,
    Copy,
    Dating,
    Document,
    Event,
    Figure,
    House,
    Imprint,
    Noun,
    Origin,
    Page,
    Persona,
    Quotation,
    Reading,
    Reference,
    Refusal,
    Repeats,
    Saying,
    Scrap,
    Sketch,
    Statement,
    Story,
    Tally,
    Theme,
    Tie,
    Time,
)  # fmt: skip

DECODING = 3
"""The version of `pages.read`, which comes before every stage."""
Scope = Literal["page", "site", "article", "family", "circle", "thread"]
BREADTH: dict[Scope, int] = {"page": 0, "site": 0, "article": 1, "family": 2, "circle": 3, "thread": 4}
"""A stage's scope is as wide as that of the stages before it, or wider. A site's rows go to its pages one by one, so
stages of pages may follow stages of sites."""


class Stage(NamedTuple):
    """One line of the table."""

    name: str
    version: int
    scope: Scope
    reads: tuple[type[Noun], ...]
    writes: tuple[type[Noun], ...]
    run: Callable[..., Any]


STAGES: tuple[Stage, ...] = (
    Stage("imprints", 2, "page", (Document,), (Imprint,), articles.imprint),
    Stage("repeats", 1, "site", (Imprint,), (Repeats,), articles.repeats),
    Stage("articles", 36, "page", (Document, Repeats), (Article, Scrap, Refusal), articles.cut),
    Stage("readings", 23, "article", (Article,), (Reading,), readings.read),
    Stage("sketches", 5, "article", (Article, Reading), (Sketch,), copies.sketch),
    Stage("themes", 3, "article", (Article, Reading), (Theme,), stories.theme),
    Stage("copies", 16, "family", (Article, Reading), (Copy, Change), copies.trace),
    Stage("stories", 6, "circle", (Article, Theme, Copy), (Story,), stories.gather),
    Stage("houses", 1, "thread", (Article, Copy), (House,), copies.houses),
    Stage("actors", 11, "thread", (Article, Reading), (Persona, Reference), actors.identify),
    Stage("times", 14, "thread", (Article, Reading, Copy, Story), (Dating, Time, Saying), times.resolve),
    Stage(
        "statements", 9, "thread", (Article, Reading, Persona, Reference, Saying), (Statement,), statements.attribute
    ),
    Stage("quotations", 2, "thread", (Article, Dating, Statement), (Quotation,), quotations.gather),
    Stage("figures", 2, "thread", (Article, Reading, Statement, Time), (Figure,), figures.find),
    Stage("claims", 10, "thread", (Article, Reading, Copy, House, Dating, Statement), (Claim,), claims.match),
    Stage("origins", 6, "thread", (Article, Persona, Copy, House, Statement, Claim), (Origin, Tally), origins.count),
    Stage("events", 6, "thread", (Article, Reading, Reference, Copy, Dating, Time, Statement), (Event,), events.tell),
    Stage("ties", 5, "thread", (Article, Reading, Persona, Reference, Time, Statement), (Tie,), ties.draw),
)  # fmt: skip


class Kinship(NamedTuple):
    """Whether two rows that share a key join their articles: a pure function of what is kept of either and of whether
    the key is one that crowds hold (then it is true only where it is true of any other)."""

    kept: Callable[[Any], Any]
    are: Callable[[Any, Any, bool], bool]


KIN: dict[type[Noun], Kinship] = {
    Sketch: Kinship(copies.compared, copies.kin), Theme: Kinship(stories.compared, stories.kin),
}  # fmt: skip
"""The nouns whose rows only bring articles together that share a key; those of others join all that do."""


def held(stage: Stage) -> tuple[type[Noun], ...]:
    """What a result of a stage holds, a list a noun: what it writes, and, where it cuts a Document into articles, the
    Page that was decoded with it, so that publishing decodes no page again."""
    return (*stage.writes, Page) if Article in stage.writes else stage.writes


class PipelineError(Exception):
    """The table contradicts itself: a stage reads what no earlier stage writes, or two write one noun."""


def check(stages: tuple[Stage, ...] = STAGES) -> None:
    """Holds the table to its rules: names are unique, scopes never narrow again, every noun is written once and
    before it is read. Raises PipelineError naming stage, noun and remedy."""
    written: set[type[Noun]] = {Document}
    names: set[str] = set()
    widest = 0
    for stage in stages:
        if stage.name in names:
            raise PipelineError(f"two stages are called {stage.name!r}; rename one")
        if BREADTH[stage.scope] < widest:
            raise PipelineError(f"stage {stage.name!r} narrows the scope back to {stage.scope!r}; move it up")
        for noun in stage.reads:
            if noun not in written:
                raise PipelineError(
                    f"stage {stage.name!r} reads {noun.__name__}, which no earlier stage writes; move it down"
                )
        for noun in stage.writes:
            if noun in written:
                raise PipelineError(
                    f"stage {stage.name!r} writes {noun.__name__}, which is written already; keep one writer"
                )
        names.add(stage.name)
        written |= set(stage.writes)
        widest = BREADTH[stage.scope]
