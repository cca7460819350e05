"""What a correction keeps of the row it is about, so that the row is found again after a rebuild by another version."""

from __future__ import annotations

import datetime
import re
from typing import Any, Literal, NamedTuple

from onrecord.errors import CallError
from onrecord.nouns import CONTEXT, Actor, Article, Correction, Row, Span, Target, digest, kind_of
from onrecord.store import Store

What = Literal["merge", "split", "reject", "accept", "date", "note"]


DATE = re.compile(r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


_LIKE_ISO = re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?$")


def is_date(value: str) -> bool:
    """Whether a year, month or day in ISO 8601 is one of the calendar."""
    if not DATE.match(value):
        return False
    try:
        datetime.date.fromisoformat(f"{value}-01-01"[:10] if len(value) < 10 else value)
    except ValueError:
        return False
    return True


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
    if wish.what == "date":
        _check_date(wish.value or "")
    row = store.row(wish.id)
    gone = _gone(store, wish.id) if row is None else None
    if gone is not None and wish.what == "accept" and gone.what == "reject":
        return _entry(wish, gone.target, at)
    if gone is not None:
        raise CallError(_taken_out(gone))
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
    return _entry(wish, target, at)


def _entry(wish: Wish, target: Target, at: str) -> Correction:
    id_ = digest("correction", wish.what, target.kind, target.id, wish.other, wish.value, wish.by, at)
    return Correction(id=id_, what=wish.what, target=target, by=wish.by, at=at, reason=wish.reason, state="applied")


def _gone(store: Store, id_: str) -> Correction | None:
    """The latest correction that took a row out."""
    log = store.decisions()
    return next((made for made in reversed(log) if made.target.id == id_ and made.what in ("reject", "merge")), None)


def _taken_out(made: Correction) -> str:
    by = f"by {made.by} on {made.at[:10]}"
    if made.what == "merge":
        return f"{made.target.id} was merged into {made.target.other} {by}: correct that actor"
    return f"{made.target.id} was rejected {by}: onrecord correct accept {made.target.id} takes it back in"


def _check(store: Store, wish: Wish, row: Row) -> None:
    if wish.what in ("merge", "split") and not isinstance(row, Actor):
        raise CallError(f"{wish.what} is for actors; {row.id} is a {kind_of(type(row))}: give an actor's id")
    if wish.what == "merge" and not isinstance(store.row(wish.other or ""), Actor):
        raise CallError(f"merge needs the actor to merge into; there is no actor {wish.other}: give another actor's id")
    if wish.what == "split" and isinstance(row, Actor) and wish.other not in row.forms:
        raise CallError(
            f"split takes off one form of an actor; {row.name} has {', '.join(row.forms)}, not {wish.other!r}"
        )
    if wish.what == "date" and not hasattr(row, "when") and not isinstance(row, Article):
        raise CallError(
            f"a date can be set on an article, an event, a tie or a time; {row.id} is a {kind_of(type(row))}"
        )


def _check_date(value: str) -> None:
    if _LIKE_ISO.match(value) and not is_date(value):
        raise CallError(f"there is no such date as {value}: give a day of the calendar, such as 2030-06-06")
    if not is_date(value):
        raise CallError(f"a date is ISO, such as 2030-06-06, 2030-06 or 2030, not {value!r}")


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
