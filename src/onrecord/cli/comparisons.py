"""Two compared pages as lines of an answer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.comparing import Compared, Comparison
from onrecord.ledgers import Exchange, exchanges, is_note, is_silent
from onrecord.nouns import Change, Copy, CopyType, Direction, Evidence, Span, When

WIDE = 118
"""Characters of a line; a terminal is often as wide, and a file reads well."""
LABEL = 22
"""Characters of the longest sort of change and its margin."""
TYPES: dict[CopyType, str] = {
    "identical": "The two are identical",
    "syndicated": "One text carried by two",
    "rewritten": "One is a rewriting of the other",
    "excerpt": "One lifts paragraphs from the other",
    "update": "One is a later version of the other",
}
DIRECTIONS: dict[Direction, str] = {
    "certain": "which came first is certain",
    "likely": "which came first is likely, not certain",
    "unknown": "which came first the pages do not tell",
}


def comparison(found: Comparison) -> Iterator[str]:
    """A comparison, line by line."""
    if found.copy is None:
        yield from _apart(found)
        return
    known = found.copy.direction != "unknown"
    yield from _head("original" if known else "one", found.first)
    yield from _head("copy" if known else "other", found.second)
    yield f"{TYPES[found.copy.type]}; {DIRECTIONS[found.copy.direction]}."
    yield from _grounds(found.copy)
    yield from _ledger(found.copy, found.changes)


def _head(label: str, side: Compared) -> Iterator[str]:
    article = side.article
    yield f"{label:<9} {article.headline or 'no headline'}"
    outlet = ", ".join(word for word in (article.outlet, article.agency and f"credited to {article.agency}") if word)
    yield f"{'':<9} {outlet or 'outlet not shown'}, {_day(article.published)}, {side.path}"


def _day(when: When | None) -> str:
    if when is None or not (when.from_ and when.to):
        return "undated"
    return when.from_ if when.from_ == when.to else f"{when.from_} to {when.to}"


def _grounds(copy: Copy) -> Iterator[str]:
    for ground in copy.evidence:
        yield from _folded("  because", f"{ground.why}{_words(ground)}", 10)
    if copy.direction == "unknown" and len(copy.evidence) == 1:
        yield "          no date, credit, lost mark or damage tells which came first"


def _words(ground: Evidence) -> str:
    words = [_short(side) for side in (ground.before, ground.after) if side]
    return f": {' → '.join(words)}" if words else ""


def _ledger(copy: Copy, changes: Sequence[Change]) -> Iterator[str]:
    every = exchanges(changes)
    telling = [exchange for exchange in every if exchange.whats != ("wording",)]
    if not every:
        yield "Nothing was changed."
    if telling:
        yield ""
        yield "What changed, in the order of the text:"
        for lines in _in_blocks(telling, copy):
            yield from lines
    yield from _wording([exchange for exchange in every if exchange.whats == ("wording",)])


def _in_blocks(telling: Sequence[Exchange], copy: Copy) -> Iterator[Iterator[str]]:
    """One block a change; sentences added, or dropped, one after the other are one block."""
    for whole, run in groupby(telling, key=lambda x: x.whats if x.whats in (("added",), ("dropped",)) else None):
        rows = list(run)
        if whole is None:
            yield from (_changed(row, copy) for row in rows)
            continue
        for (label, note), some in groupby(rows, key=lambda x: (_label(x), _owned(x, copy))):
            text = " ".join(_flat(span) for x in some for span in (x.before, x.after) if span)
            yield _folded(f"  {label}", f"{text}{note}", LABEL)


def _changed(exchange: Exchange, copy: Copy) -> Iterator[str]:
    words = " → ".join(f"“{_flat(span)}”" if span else "nothing" for span in (exchange.before, exchange.after))
    return _folded(f"  {_label(exchange)}", f"{words}{_owned(exchange, copy)}", LABEL)


def _label(exchange: Exchange) -> str:
    if is_note(exchange.changes[0]):
        return "note of correction"
    return ", ".join(what.replace("_", " ") for what in exchange.whats)


def _owned(exchange: Exchange, copy: Copy) -> str:
    """Whether a later version says that it changed this."""
    if is_note(exchange.changes[0]):
        return ""
    if exchange.changes[0].note:
        return f"  [owned up to: {_short(exchange.changes[0].note.text)}]"
    return "  [silent]" if is_silent(exchange.changes[0], copy) else ""


def _wording(rows: Sequence[Exchange]) -> Iterator[str]:
    if rows:
        yield ""
        every = "; ".join(f"{_short(_flat(x.before))} → {_short(_flat(x.after))}" for x in rows)
        yield from _folded("Worded otherwise:", every, 4)


def _apart(found: Comparison) -> Iterator[str]:
    yield from _head("one", found.first)
    yield from _head("other", found.second)
    yield "Neither is made from the other, as far as their words show."
    if not found.common:
        yield "They share no quotation, no named source and no sentence."
        return
    yield "What they share points to a common source, not to copying:"
    for why, rows in groupby(found.common, key=lambda ground: ground.why):
        yield f"  {why}:"
        yield from (line for row in rows for line in _folded("   ", _both(row), 4))


def _both(row: Evidence) -> str:
    before, after = (" ".join((side or "").split()) for side in (row.before, row.after))
    return f"“{before}”" if before.casefold() == after.casefold() else f"“{before}” / “{after}”"


def _flat(span: Span | None) -> str:
    return " ".join(span.text.split()) if span else "nothing"


def _short(text: str) -> str:
    return f"“{textwrap.shorten(text, 160, placeholder=' …')}”"


def _folded(label: str, text: str, margin: int) -> Iterator[str]:
    """A label and its text, the text's further lines under its first."""
    begun = f"{label:<{margin}}{'' if len(label) < margin else ' '}{text}"
    yield from textwrap.wrap(begun, WIDE, subsequent_indent=" " * margin, break_on_hyphens=False)
