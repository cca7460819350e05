"""What a correction keeps of the row it is about, so that the row is found again after a rebuild by another version."""

from __future__ import annotations

import re
from typing import Any, Literal, NamedTuple

from onrecord.errors import CallError
from onrecord.nouns import CONTEXT, Actor, Article, Correction, Row, Span, Target, digest, kind_of
from onrecord.store import Store

What = Literal["merge", "split", "reject", "accept", "date", "note"]


DATE = re.compile(r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


class Wish(NamedTuple):
    """What a person asks for: `other` is the actor to merge into, or the form to split off; `value` a date or a
    note."""

    what: What
    id: str
    other: str | None = None
    value: str | None = None
    by: str = "someone"
    reason: str | None = None


def decision(store: Store, wish: Wish, at: str) -> Correction:
    """The correction as it goes into the log; `at` is when it was made. Raises CallError where the record has no such
    row or the row cannot be corrected in that way."""
    row = store.row(wish.id)
    if row is None:
        raise CallError(
            f"a correction is about a row of the record; there is no {wish.id}: list the rows to find its id"
        )
    _check(store, wish, row)
    quotation, prefix, suffix = quoted(store, row)
    target = Target(
        kind=kind_of(type(row)),
        id=row.id,
        quotation=quotation,
        prefix=prefix,
        suffix=suffix,
        other=wish.other,
        value=wish.value,
    )
    id_ = digest("correction", wish.what, target.kind, target.id, wish.other, wish.value, wish.by, at)
    return Correction(id=id_, what=wish.what, target=target, by=wish.by, at=at, reason=wish.reason, state="applied")


def _check(store: Store, wish: Wish, row: Row) -> None:
    if wish.what in ("merge", "split") and not isinstance(row, Actor):
        raise CallError(f"{wish.what} is for actors; {row.id} is a {kind_of(type(row))}: give an actor's id")
    if wish.what == "merge" and not isinstance(store.row(wish.other or ""), Actor):
        raise CallError(f"merge needs the actor to merge into; there is no actor {wish.other}: give another actor's id")
    if wish.what == "split" and isinstance(row, Actor) and wish.other not in row.forms:
        raise CallError(
            f"split takes off one form of an actor; {row.name} has {', '.join(row.forms)}, not {wish.other!r}"
        )
    if wish.what == "date" and not DATE.match(wish.value or ""):
        raise CallError(f"a date is ISO, such as 2030-06-06, 2030-06 or 2030, not {wish.value!r}")
    if wish.what == "date" and not hasattr(row, "when") and not isinstance(row, Article):
        raise CallError(
            f"a date can be set on an article, an event, a tie or a time; {row.id} is a {kind_of(type(row))}"
        )


def quoted(store: Store, row: Any) -> tuple[str | None, str | None, str | None]:
    """The words a row rests on, with the words before and after: for an actor its name, for an article its first
    line."""
    if isinstance(row, Actor):
        return row.name, None, None
    if isinstance(row, Article):
        return row.text.split("\n", 1)[0], None, row.text.split("\n", 1)[-1][:CONTEXT]
    span = rests_on(row)
    article = store.row(span.article) if span else None
    if span is None or not isinstance(article, Article):
        return getattr(row, "text", getattr(row, "title", getattr(row, "label", None))), None, None
    before, after = article.text[max(0, span.start - CONTEXT) : span.start], article.text[span.end : span.end + CONTEXT]
    return span.text, before, after


def rests_on(row: Any) -> Span | None:
    """The first span of a row: its own, its earlier or later words, or its first evidence."""
    for name in ("span", "before", "after"):
        if isinstance(span := getattr(row, name, None), Span):
            return span
    spans = [item for item in getattr(row, "evidence", ()) if isinstance(item, Span)]
    return spans[0] if spans else None
