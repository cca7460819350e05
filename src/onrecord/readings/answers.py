"""What an answer must be, whoever gave it: one an article, extents that stand in its text, indexes that point at
something. An answer that cannot stand is an error with the answerer's name, never mended in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from onrecord.errors import ReaderError
from onrecord.nouns import Attribution, Extent, Mention, Quote, Regard
from onrecord.readings.questions import Seen

A = TypeVar("A")
LEAST_WIDE = 16
"""Bytes of the shortest vector of a sentence: of fewer signs no key can be made."""


def quotations(answerer: str, seen: Sequence[Seen], given: Sequence[Sequence[Quote]]) -> list[tuple[Quote, ...]]:
    """The answers to which words are quoted. Raises ReaderError, as all of these."""
    for one, found in _paired(answerer, "quotations", seen, given):
        _inside(answerer, one, ((quote.start, quote.end) for quote in found))
    return _tuples(given)


def mentions(answerer: str, seen: Sequence[Seen], given: Sequence[Sequence[Mention]]) -> list[tuple[Mention, ...]]:
    """The answers to who is mentioned."""
    for one, found in _paired(answerer, "names", seen, given):
        _inside(answerer, one, ((mention.start, mention.end) for mention in found))
        order = [(mention.start, -mention.end) for mention in found]
        if order != sorted(order):
            raise ReaderError(f"mentions come in the order of the text, the longer first; those of {answerer} do not")
    return _tuples(given)


def resolved(answerer: str, seen: Sequence[Seen], given: Sequence[Sequence[Mention]]) -> list[tuple[Mention, ...]]:
    """The answers to which mentions mean the same."""
    for one, found in _paired(answerer, "corefs", seen, given):
        if [(mention.start, mention.end) for mention in found] != [(known.start, known.end) for known in one.mentions]:
            raise ReaderError(f"corefs keep the mentions they are given, in their order; {answerer} gave others")
        _pointing(answerer, len(found), ((n, mention.antecedent) for n, mention in enumerate(found)))
    return _tuples(given)


def attributions(
    answerer: str, seen: Sequence[Seen], given: Sequence[Sequence[Attribution]]
) -> list[tuple[Attribution, ...]]:
    """The answers to who said what."""
    for one, found in _paired(answerer, "attributions", seen, given):
        for said in found:
            parts = (said.cue, said.source, said.hearer, *said.content)
            _inside(answerer, one, [(said.start, said.end), *(part for part in parts if part is not None)])
        _pointing(answerer, len(found), ((n, said.parent) for n, said in enumerate(found)))
    return _tuples(given)


def times(answerer: str, seen: Sequence[Seen], given: Sequence[Sequence[Extent]]) -> list[tuple[Extent, ...]]:
    """The answers to which words tell a time."""
    for one, found in _paired(answerer, "times", seen, given):
        _inside(answerer, one, found)
    return _tuples(given)


def regards(answerer: str, seen: Sequence[Seen], given: Sequence[Sequence[Regard]]) -> list[tuple[Regard, ...]]:
    """The answers to who stands how to whom."""
    for one, found in _paired(answerer, "regards", seen, given):
        _inside(answerer, one, ((regard.start, regard.end) for regard in found))
        for regard in found:
            ends = ((regard.target, regard.holder), (regard.holder, regard.target))
            _pointing(answerer, len(one.mentions), ends)
    return _tuples(given)


def senses(answerer: str, seen: Sequence[Seen], given: Sequence[Sequence[bytes]]) -> list[tuple[bytes, ...]]:
    """The answers to what each sentence means."""
    for one, found in _paired(answerer, "senses", seen, given):
        lengths = {len(vector) for vector in found}
        if found and (len(found) != len(one.sentences) or len(lengths) != 1 or min(lengths) < LEAST_WIDE):
            raise ReaderError(
                f"senses are a vector for each of {len(one.sentences)} sentences, all of one length of {LEAST_WIDE} "
                f"bytes or more; {answerer} gave {len(found)} of {sorted(lengths)} bytes: give () for none"
            )
    return _tuples(given)


def _paired(
    answerer: str, question: str, seen: Sequence[Seen], given: Sequence[Sequence[A]]
) -> Iterable[tuple[Seen, Sequence[A]]]:
    if len(given) != len(seen):
        raise ReaderError(
            f"{question} are one answer an article; {answerer} gave {len(given)} for {len(seen)}: give () for none"
        )
    return zip(seen, given, strict=True)


def _inside(answerer: str, one: Seen, extents: Iterable[Extent]) -> None:
    for start, end in extents:
        if not 0 <= start < end <= len(one.text):
            raise ReaderError(
                f"an extent needs 0 <= start < end <= {len(one.text)}; {answerer} gave {start}..{end}: "
                "count code points of the article's text"
            )


def _pointing(answerer: str, count: int, pointers: Iterable[tuple[int, int | None]]) -> None:
    for at, to in pointers:
        if to is not None and (to == at or not 0 <= to < count):
            raise ReaderError(f"an index points at another of {count}, from 0; {answerer} gave {to} at {at}")


def _tuples(given: Sequence[Sequence[A]]) -> list[tuple[A, ...]]:
    return [tuple(found) for found in given]
