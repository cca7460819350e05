"""The log applied to freshly laid public rows. What finds no row is kept and listed as orphaned."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from onrecord.corrections.log import is_date, quoted
from onrecord.nouns import Actor, Article, Claim, Correction, Row, When, digest, kind_of
from onrecord.store import NOUNS, Store

PART = -1
"""The part of the record that the corrections themselves are."""
ACTOR_KINDS = ("statement", "event", "tie", "origin", "actor")
"""The kinds in whose fields an actor's id stands."""


def apply(store: Store, log: Sequence[Correction]) -> None:
    """Applies the corrections in order to the store's public rows (which must be as woven), and lists them. A
    rejection that was taken back later (accept) takes nothing out."""
    back = {made.target.id: number for number, made in enumerate(log) if made.what == "accept"}
    for number, correction in enumerate(log):
        if correction.what == "reject" and back.get(correction.target.id, -1) > number:
            store.put(replace(correction, state="applied"), PART)
            continue
        row = _find(store, correction)
        done = row is not None and _APPLY[correction.what](store, correction, row)
        store.put(replace(correction, state="applied" if done else "orphaned"), PART)


def _find(store: Store, correction: Correction) -> Row | None:
    target = correction.target
    if found := store.row(target.id):
        return found
    if not target.quotation or target.kind not in NOUNS:
        return None
    alike = [
        row for row in store.rows(target.kind) if quoted(store, row) == (target.quotation, target.prefix, target.suffix)
    ]
    return alike[0] if len(alike) == 1 else None


def _merge(store: Store, correction: Correction, row: Any) -> bool:
    into = store.row(correction.target.other or "")
    if not isinstance(into, Actor) or into.id == row.id:
        return False
    forms, mentions = (
        sorted({*into.forms, *row.forms}),
        sorted({*into.mentions, *row.mentions}, key=lambda s: (s.article, s.start)),
    )
    store.take_out("actor", row.id)
    store.put(replace(into, forms=tuple(forms), mentions=tuple(mentions)), store.part_of(into))
    _rename(store, row.id, into.id, lambda _: True)
    return True


def _split(store: Store, correction: Correction, row: Any) -> bool:
    form = correction.target.other
    own = tuple(span for span in row.mentions if span.text == form)
    if not own or len(own) == len(row.mentions):
        return False
    part = store.part_of(row)
    new = Actor(
        id=digest("actor", row.type, "split", row.id, form),
        name=form or "",
        type=row.type,
        forms=(form or "",),
        mentions=own,
    )
    rest = tuple(span for span in row.mentions if span.text != form)
    store.put(new, part)
    store.put(replace(row, forms=tuple(f for f in row.forms if f != form), mentions=rest), part)
    _rename(store, row.id, new.id, lambda part_of_row: part_of_row.get("text") == form)
    return True


def _rename(store: Store, old: str, new: str, where: Callable[[dict[str, Any]], bool]) -> None:
    for kind in ACTOR_KINDS:
        for row in store.naming(kind, old):
            changed = _renamed(msgspec.to_builtins(row), old, new, where)
            fresh = msgspec.convert(changed, type(row))
            if fresh != row:
                store.put(fresh, store.part_of(row))


def _renamed(value: Any, old: str, new: str, where: Callable[[dict[str, Any]], bool]) -> Any:
    if isinstance(value, dict):
        mine = where(value)
        return {k: new if v == old and mine and k != "id" else _renamed(v, old, new, where) for k, v in value.items()}
    if isinstance(value, list | tuple):
        items = [new if item == old and where({}) else _renamed(item, old, new, where) for item in value]
        return list(dict.fromkeys(items)) if all(isinstance(item, str) for item in items) else items
    return value


def _reject(store: Store, _: Correction, row: Any) -> bool:
    store.take_out(kind_of(type(row)), row.id)
    for claim in store.naming("claim", row.id):
        assert isinstance(claim, Claim)
        stands = tuple(stand for stand in claim.statements if stand.id != row.id)
        store.put(replace(claim, statements=stands), store.part_of(claim))
    return True


def _accept(store: Store, _: Correction, row: Any) -> bool:
    if hasattr(row, "confidence"):
        store.put(replace(row, confidence=1.0), store.part_of(row))
    return True


def _date(store: Store, correction: Correction, row: Any) -> bool:
    value = correction.target.value or ""
    if not is_date(value):
        return False
    precision = ("year", "month", "day")[value.count("-")]
    first, last = _stretch(value)
    when = When(from_=first, to=last, precision=precision, edtf=value, text=None, basis=f"set by {correction.by}")
    if isinstance(row, Article):
        store.put(replace(row, published=when), store.part_of(row))
    else:
        store.put(replace(row, when=when), store.part_of(row))
    return True


def _stretch(value: str) -> tuple[str, str]:
    if len(value) == 10:
        return value, value
    year, month = int(value[:4]), int(value[5:7] or 12)
    return f"{value}-01-01"[:10], f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]}"


def _note(_: Store, __: Correction, ___: Any) -> bool:
    return True


_APPLY: dict[str, Callable[[Store, Correction, Any], bool]] = {
    "merge": _merge, "split": _split, "reject": _reject, "accept": _accept, "date": _date, "note": _note,
}  # fmt: skip
