"""A small record of our own invention, and the same with hostile words in every field a page can fill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from onrecord.nouns import (
    Actor,
    Article,
    Change,
    Claim,
    Copy,
    Event,
    Evidence,
    Link,
    Origin,
    Page,
    Region,
    Row,
    Scrap,
    Speaker,
    Stand,
    Statement,
    Story,
    Tie,
    Time,
    Variant,
    When,
    by_id,
    digest,
    kind_of,
)  # fmt: skip

HOSTILE = (
    """<script>alert(1)</script> {{ 7*7 }} {% raw %} "><img src=x onerror=x> ' onfocus=alert(1) \u202e\x00\ud800"""
)
"""What a page may hold to be taken for markup, an attribute, a template or a path."""

FIRST = (
    "Mill owner admits leak\n"
    "The owner of Osk Mill, Dara Venn, said on Monday that the dam leaked. Ilo Brandt denied it."
)
SECOND = (
    "Mill owner concedes leak\nThe owner of Osk Mill, Dara Venn, said that the dam “leaked”. Brandt did not respond."
)


class Hit(NamedTuple):
    """A hit as the record's search gives it."""

    kind: str
    id: str
    snippet: str


class Book:
    """Rows handed over as a record hands them over."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = by_id(rows)

    def all(self, kind: str) -> Sequence[Row]:
        return [row for row in self.rows if kind_of(type(row)) == kind]

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        found = [row for row in self.rows if isinstance(row, Article) and words in row.text]
        return [Hit("article", row.id, f"… \x02{words}\x03 {row.text[:80]}") for row in found][:limit]

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def day(start: str | None, end: str | None = None) -> When:
    return When(from_=start, to=end or start, precision="day", edtf=start or "..", text=None, basis="the date line")


def article(name: str, text: str, outlet: str, published: str) -> Article:
    page = digest("page", name)
    body: Region = "body"
    regions: tuple[Region, ...] = ("headline", *(body for _ in range(text.count("\n"))))
    return Article(
        id=digest("article", page, 0),
        page=page,
        place=0,
        url="https://example.org/a?b=1&c=2",
        headline=text.split("\n")[0],
        byline="Nell Ostrow",
        outlet=outlet,
        agency=None,
        language="en",
        published=day(published),
        updated=None,
        text=text,
        places=tuple((None, None) for _ in regions),
        regions=regions,
    )


def statement(
    told: Article, words: str, content: str, act: str, speaker: tuple[str, Actor | None], chain: tuple[Link, ...] = ()
) -> Statement:
    at = told.text.index(words)
    span = told.span(at, at + len(words))
    start = told.text.find(content, at) if content else -1
    who, actor = speaker
    last = Link(text=who, actor=actor.id if actor else None, source_kind="named" if actor else "unnamed")
    return msgspec.convert(
        {
            "id": digest("statement", told.id, words),
            "article": told.id,
            "span": span,
            "cue": None,
            "content": (told.span(start, start + len(content)),) if content else (),
            "region": "body",
            "speaker": Speaker(text=who, span=None, actor=last.actor, source_kind=last.source_kind),
            "hearer": None,
            "act": act,
            "mode": "indirect",
            "chain": (*chain, last),
            "parent": None,
            "said": day("2031-05-05"),
        },
        Statement,
        from_attributes=True,
    )


def rows() -> list[Row]:
    """Two articles, one made from the other, with a claim that is disputed and one that nobody with a name stands
    behind."""
    first = article("one", FIRST, "The Osk Courier", "2031-05-06")
    second = article("two", SECOND, "Valley Wire", "2031-05-07")
    at = FIRST.index("Dara Venn")
    venn = Actor(
        id=digest("actor", "venn"),
        name="Dara Venn",
        type="person",
        forms=("Dara Venn", "the owner of Osk Mill"),
        mentions=(first.span(at, at + 9),),
    )
    brandt = Actor(id=digest("actor", "brandt"), name="Ilo Brandt", type="person", forms=("Brandt",), mentions=())
    courier = Link(text="The Osk Courier", actor=None, source_kind="outlet")
    wire = Link(text="Valley Wire", actor=None, source_kind="outlet")
    said = statement(
        first,
        "Dara Venn, said on Monday that the dam leaked",
        "the dam leaked",
        "says",
        ("Dara Venn", venn),
        (courier,),
    )
    denied = statement(first, "Ilo Brandt denied it", "it", "denies", ("Ilo Brandt", brandt), (courier,))
    again = statement(
        second,
        "Dara Venn, said that the dam “leaked”",
        "the dam “leaked”",
        "says",
        ("Dara Venn", venn),
        (wire, courier),
    )
    silent = statement(second, "Brandt did not respond", "", "no_response", ("Brandt", brandt), (wire,))
    claim, hushed = digest("claim", "leak"), digest("claim", "hushed")
    knows = Origin(
        id=digest("origin", "venn"),
        claim=claim,
        label="Dara Venn",
        source_kind="named",
        path=(courier, Link(text="Dara Venn", actor=venn.id, source_kind="named")),
        articles=(first.id, second.id),
    )
    hidden = Origin(
        id=digest("origin", "two"),
        claim=hushed,
        label="two people at the mill",
        source_kind="unnamed",
        path=(),
        articles=(first.id,),
    )
    copy = Copy(
        id=digest("copy", "1"),
        original=first.id,
        copy=second.id,
        type="rewritten",
        direction="likely",
        share=0.72,
        evidence=(
            Evidence(why="the same sentences in the same order", before="the dam leaked", after="the dam “leaked”"),
        ),
    )
    before, after = FIRST.index("admits"), SECOND.index("concedes")
    made: list[Row] = [
        *(
            Page(
                id=told.page,
                uri=f"{name}.html",
                sha256="0" * 64,
                bytes=2048,
                media_type="text/html",
                captured=None,
                outcome="read",
                reason=None,
            )
            for name, told in (("one", first), ("two", second))
        ),
        Page(
            id=digest("page", "wall"),
            uri="wall.html",
            sha256="1" * 64,
            bytes=900,
            media_type="text/html",
            captured=None,
            outcome="set-aside",
            reason="a consent wall",
        ),
        first,
        second,
        venn,
        brandt,
        said,
        denied,
        again,
        silent,
        knows,
        hidden,
        copy,
        Scrap(id=digest("scrap", "1"), page=first.page, start=None, end=None, text="Subscribe now", reason="a plug"),
        Change(
            id=digest("change", "1"),
            copy=copy.id,
            what="wording",
            before=first.span(before, before + 6),
            after=second.span(after, after + 8),
        ),
        Story(
            id=digest("story", "1"),
            title="Osk Mill dam leaks",
            articles=(first.id, second.id),
            first="2031-05-06",
            last="2031-05-07",
            thread="thread-1",
        ),
        Claim(
            id=claim,
            text="The dam of Osk Mill leaked",
            statements=(
                Stand(id=said.id, stance="asserts"),
                Stand(id=again.id, stance="asserts"),
                Stand(id=denied.id, stance="denies", meets="before"),
            ),
            articles=2,
            outlets=2,
            origins=(knows.id,),
            origins_from=1,
            origins_to=2,
            variants=(Variant(claim=hushed, differs="knowledge"),),
            cycles=((first.id, second.id),),
            disputed=True,
        ),
        Claim(
            id=hushed,
            text="The mill knew for a year",
            statements=(Stand(id=said.id, stance="asserts"),),
            articles=1,
            outlets=1,
            origins=(hidden.id,),
            origins_from=1,
            origins_to=1,
            variants=(),
            cycles=(),
            disputed=False,
        ),
        Event(
            id=digest("event", "1"),
            when=day("2031-05-01", "2031-05-31"),
            line="The dam leaks",
            actors=(venn.id,),
            evidence=(first.span(FIRST.index("the dam"), FIRST.index("the dam") + 14),),
            on_word_of=said.id,
        ),
        Time(
            id=digest("time", "1"),
            span=first.span(FIRST.index("Monday"), FIRST.index("Monday") + 6),
            when=day("2031-05-05"),
            region="body",
        ),
        Tie(
            id=digest("tie", "1"),
            actor=brandt.id,
            target=venn.id,
            type="denies",
            plover=None,
            sign="-",
            when=None,
            evidence=(first.span(FIRST.index("Ilo"), FIRST.index("Ilo") + 20),),
            on_word_of=None,
        ),
    ]
    return made


def poisoned(row: Row) -> Row:
    """The row with HOSTILE in every field that holds a page's words; spans keep standing where they stand."""
    words = {
        "uri",
        "headline",
        "byline",
        "outlet",
        "agency",
        "title",
        "name",
        "label",
        "line",
        "url",
        "reason",
        "differs",
    }
    given = {name: HOSTILE for name in row.__struct_fields__ if name in words}
    if isinstance(row, Article):
        given["text"] = f"{HOSTILE}\n{HOSTILE} {row.text}".replace("\n", " ", 1)
        given["headline"] = HOSTILE
        return msgspec.structs.replace(
            row, **given, regions=("body",) * (given["text"].count("\n") + 1), notes=(HOSTILE,)
        )
    if isinstance(row, Statement) and row.speaker:
        link = Link(text=HOSTILE, actor=None, source_kind="unnamed")
        speaker = Speaker(text=HOSTILE, span=None, actor=None, source_kind="unnamed", count=HOSTILE, reason=HOSTILE)
        content = tuple(msgspec.structs.replace(piece, text=HOSTILE) for piece in row.content)
        return msgspec.structs.replace(row, speaker=speaker, chain=(link, link), content=content)
    if isinstance(row, Claim | Scrap):
        return msgspec.structs.replace(row, text=HOSTILE, **given)
    if isinstance(row, Actor):
        return msgspec.structs.replace(row, name=HOSTILE, forms=(HOSTILE, HOSTILE + "2"))
    if isinstance(row, Copy):
        return msgspec.structs.replace(row, evidence=(Evidence(why=HOSTILE, before=HOSTILE, after=HOSTILE),))
    return msgspec.structs.replace(row, **given)


@pytest.fixture
def book() -> Book:
    return Book(rows())


@pytest.fixture
def make_book() -> Callable[[Iterable[Row]], Book]:
    """A book of the small record's rows with others put in their place or beside them."""
    return lambda others: Book([*rows(), *others])


@pytest.fixture
def hostile_book() -> Book:
    return Book(poisoned(row) for row in rows())


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    path.write_bytes(b"a record, as far as the time of its file goes")
    return path
