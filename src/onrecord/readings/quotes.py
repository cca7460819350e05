"""Where quotation marks open and close: curly and straight, double and single, nested, lost.

A paragraph that ends inside a quotation gives a Quote with `closed=False` that ends with the paragraph; where the next
paragraph opens with a mark again, both are parts of one quotation by the printers' convention, and stay two Quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.nouns import Quote, Region
from onrecord.words import phrases

_MARK = re.compile(r"[“”„\"‘’']|«|»")
_MARK_OR_TWO = re.compile(r"''(?!'(?:[\s,.;]|$))|``|’’|‘‘|[“”„\"‘’']|«|»")
_DOUBLED = re.compile(r"(?<![^\s(\[{—–-])(?:''|``|‘‘)(?=\S)|“[^”\n]{1,2000}?[,.?!…]''(?=\s|$)")
"""Where two single marks stand for a double one, as typewriters and old wires write them."""
_ELISION = re.compile(rf"(?:\d\d?0?s|(?:{'|'.join(phrases('marks', 'elisions'))}))\b")
_INCHES = re.compile(r"\d[’']\d\d?[”\"]")
_TELLER = re.compile(
    rf"[,.?!…](?= (?:(?:the |a |an )?[^\s,.?!]+ ){{0,4}}?(?:{'|'.join(phrases('marks', 'tellers'))})\b)", re.IGNORECASE
)
_STOP = re.compile(r"[.?!…](?=\s|$)")
_OPENS_AFTER = frozenset(" \t\xa0([{—–-/“‘\"'„«:")
_CLOSES_BEFORE = frozenset(" \t\xa0)]}—–-/”’\"'».,;:?!…")
_ENDS_SPEECH = frozenset(',.?!…”"—')
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»")


class _Mark(NamedTuple):
    """A quotation mark: where, `"` or `'` as its kind, what it may be."""

    at: int
    kind: str
    opens: bool
    closes: bool
    weak: bool = False  # a closing mark that may as well be an apostrophe: "workers'"
    width: int = 1  # 2 where two single marks stand for a double one


class _Open(NamedTuple):
    at: int
    inside: int  # where what is quoted begins
    kind: str
    sure: bool  # a curly mark: worth keeping although nothing closes it


def find(text: str, lines: Sequence[tuple[int, int, Region]]) -> tuple[Quote, ...]:
    """The quotations of `text` by where they start, an outer one before those nested in it."""
    found: list[Quote] = []
    for number, (start, end, _) in enumerate(lines):
        follows = lines[number + 1] if number + 1 < len(lines) else None
        goes_on = text[follows[0]] if follows and follows[0] < follows[1] else ""
        found.extend(_paragraph(text, start, end, goes_on))
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


def _paragraph(text: str, start: int, end: int, goes_on: str) -> Iterator[Quote]:
    """The quotations of one line; `goes_on` is the first character of the next."""
    stack: list[_Open] = []
    for mark in _apostrophes_out(list(_marks(text, start, end))):
        inner = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].kind == mark.kind), None)
        if inner is not None and mark.closes:
            yield from _quote(text, stack[inner].inside, mark.at)
            del stack[inner:]
        elif mark.opens:
            if inner is not None and (
                text[mark.at] != "'" or mark.width > 1
            ):  # straight single marks nest in one another, others got lost
                yield from _unclosed(text, stack[inner], mark.at)
                del stack[inner:]
            stack.append(_Open(mark.at, mark.at + mark.width, mark.kind, text[mark.at] in "“„‘"))
    for left in stack[:1]:
        if goes_on and goes_on == text[left.at]:
            yield from _quote(text, left.inside, end, closed=False)
        else:
            yield from _unclosed(text, left, end)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    inches = {at for found in _INCHES.finditer(text, start, end) for at in (found.start() + 1, found.end() - 1)}
    sought = _MARK_OR_TWO if _DOUBLED.search(text, start, end) else _MARK
    for found in sought.finditer(text, start, end):
        at, sign = found.start(), found[0]
        if at in inches:
            continue
        before = text[at - 1] if at > start else " "
        after = text[found.end()] if found.end() < end else " "
        if len(sign) > 1:
            yield from _doubled(at, sign, before, after)
        elif sign in _OPENING:
            closes = before in ",.?!…" and after.isspace()  # the wrong way round
            yield _Mark(at, '"', not closes, closes)
        elif sign in _CLOSING:
            yield _Mark(at, '"', False, True)
        elif sign == '"':
            yield from _straight(at, before, after)
        else:
            yield from _single(text, at, before, after)


def _straight(at: int, before: str, after: str) -> Iterator[_Mark]:
    opens, closes = before in _OPENS_AFTER and not after.isspace(), after in _CLOSES_BEFORE and not before.isspace()
    if (before.isspace() and after.isspace()) or (not opens and not closes):
        opens = closes = True  # a lone mark, or one between two words: what it is depends on what is open
    yield _Mark(at, '"', opens, closes)


def _doubled(at: int, sign: str, before: str, after: str) -> Iterator[_Mark]:
    if sign in ("``", "‘‘", "’’"):
        yield _Mark(at, '"', sign != "’’", sign == "’’", width=2)
        return
    for mark in _straight(at, before, after):
        yield mark._replace(width=2)


def _single(text: str, at: int, before: str, after: str) -> Iterator[_Mark]:
    sign = text[at]
    if (before.isalnum() and after.isalnum()) or (sign != "‘" and _ELISION.match(text, at + 1)):
        return
    if sign == "‘":
        if not _ELISION.match(text, at + 1):
            yield _Mark(at, "'", True, False)
        return
    opens = sign == "'" and before in _OPENS_AFTER and not after.isspace() and after not in ",.;:?!"
    closes = after in _CLOSES_BEFORE and not before.isspace()
    if opens or closes:
        weak = closes and (before == "s" or text[at - 2 : at] == "in") and after not in _ENDS_SPEECH
        yield _Mark(at, "'", opens, closes, weak)


def _apostrophes_out(marks: list[_Mark]) -> list[_Mark]:
    """Leaves out every weak single mark after which, before the next opening, a better closing one comes."""
    kept: list[_Mark] = []
    better = False
    for mark in reversed(marks):
        if mark.kind == "'":
            if mark.closes and not mark.opens:
                if mark.weak and better:
                    continue
                better = better or not mark.weak
            else:
                better = False
        kept.append(mark)
    return kept[::-1]


def _unclosed(text: str, opened: _Open, limit: int) -> Iterator[Quote]:
    """The best guess for a quotation whose closing mark is missing: up to where its teller is named, else to the end of
    its sentence, and never past `limit`. A straight single mark that nothing closes is an apostrophe."""
    if opened.kind == "'" and not opened.sure:
        return
    teller = _TELLER.search(text, opened.inside, limit)
    stop = _STOP.search(text, opened.inside, teller.start() if teller else limit)
    end = teller.end() if teller else stop.end() if stop else limit
    yield from _quote(text, opened.inside, end, closed=False)


def _quote(text: str, start: int, end: int, closed: bool = True) -> Iterator[Quote]:
    words = text[start:end]
    start, end = end - len(words.lstrip()), start + len(words.rstrip())
    if start < end:
        yield Quote(start=start, end=end, closed=closed)
