"""What a model is shown of a page at once: whole paragraphs as numbered sentences, inside a fence that no page can
write."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.nouns import Mention
from onrecord.readings.llm.machine_talk import addressed
from onrecord.readings.questions import Seen

LONGEST = 6_000
"""Characters of a window: some 1,500 tokens, which with its answer fits the smallest context in use (4,096)."""

MOST = 40
"""Windows of an article that are asked about; an article has one or two. Beyond stands no prose, or a hostile page."""

NAMES = 120
"""Names and descriptions from the rest of the article that are shown beside a window when it is asked who is who."""

UNSHOWN = str.maketrans(dict.fromkeys([*range(9), *range(11, 32), 127, *range(0xD800, 0xE000)], "\ufffd"))
"""Characters that no request can carry; none of them is a word's."""


class Window(NamedTuple):
    """Sentences of one article, by their numbers, and all of that article that are shown in one window or another."""

    sentences: tuple[int, ...]
    shown: frozenset[int]

    def holds(self, seen: Seen, mention: Mention) -> bool:
        """Whether a mention stands in one of its sentences."""
        number = sentence_at(seen, mention.start)
        return number in self.sentences


class Plan(NamedTuple):
    """How an article is read: windows for the model, lines for the rules without the sentences that speak to a model
    (nobody's statements), and why so (for a person)."""

    windows: tuple[Window, ...]
    by_rules: frozenset[int]
    talk: frozenset[int]
    remarks: tuple[str, ...]


def plan(seen: Seen) -> Plan:
    """Paragraphs in windows of at most LONGEST characters, MOST of them; the rest is left to the rules."""
    talk = frozenset(addressed(seen))
    found: list[list[int]] = [[]]
    talked, beyond = set[int](), set[int]()
    for line, numbers in _by_line(seen):
        if not talk.isdisjoint(numbers):
            talked.add(line)
            continue
        if found[-1] and _length(seen, found[-1] + numbers) > LONGEST:
            found.append([])
        if len(found) > MOST or _length(seen, numbers) > LONGEST:
            beyond.add(line)
        else:
            found[-1] += numbers
    every = frozenset(number for numbers in found for number in numbers)
    windows = tuple(Window(tuple(numbers), every) for numbers in found if numbers)
    return Plan(windows, frozenset(talked | beyond), talk, tuple(_remarks(len(talk), len(beyond))))


def _length(seen: Seen, numbers: list[int]) -> int:
    """Characters of consecutive sentences."""
    return seen.sentences[numbers[-1]][1] - seen.sentences[numbers[0]][0] if numbers else 0


def _remarks(talk: int, beyond: int) -> Iterator[str]:
    if talk:
        yield f"{talk} sentences speak to a language model: rules read what else stands in their paragraphs"
    if beyond:
        yield f"{beyond} paragraphs are too long or too many to ask about: rules read them"


def _by_line(seen: Seen) -> Iterator[tuple[int, list[int]]]:
    at = 0
    for line, (_, end, _) in enumerate(seen.lines):
        first = at
        while at < len(seen.sentences) and seen.sentences[at][0] < end:
            at += 1
        yield line, list(range(first, at))


def sentence_at(seen: Seen, at: int) -> int:
    """The number of the sentence that holds the character at `at`, or the last before it."""
    return bisect_left(seen.sentences, (at + 1, -1)) - 1


def shown(seen: Seen, window: Window) -> str:
    """The window as numbered sentences, fenced."""
    lines = [f"[{number}] {_words(seen.text, *seen.sentences[number])}" for number in window.sentences]
    return _fenced("\n".join(lines))


def shown_with_mentions(seen: Seen, window: Window) -> str:
    """The window with its mentions by number, and the first of every name from elsewhere, fenced."""
    inside = [n for n, mention in enumerate(seen.mentions) if window.holds(seen, mention)]
    lines = [f"[{number}] {_words(seen.text, *seen.sentences[number])}" for number in window.sentences]
    lines += ["", "Mentions:", *(_mention(seen, n) for n in inside)]
    lines += ["", "Named elsewhere:", *(_mention(seen, n) for n in elsewhere(seen, window))]
    return _fenced("\n".join(lines))


def elsewhere(seen: Seen, window: Window) -> list[int]:
    """The first mention of each name that is shown in other windows, by number; at most NAMES."""
    first: dict[str, int] = {}
    for n, mention in enumerate(seen.mentions):
        if mention.form == "name" and sentence_at(seen, mention.start) in window.shown:
            first.setdefault(seen.text[mention.start : mention.end], n)
    return [n for n in first.values() if not window.holds(seen, seen.mentions[n])][:NAMES]


def _mention(seen: Seen, number: int) -> str:
    mention = seen.mentions[number]
    words = _words(seen.text, mention.start, mention.end)
    return f"m{number} ({mention.type}, sentence {sentence_at(seen, mention.start)}): {words}"


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].translate(UNSHOWN).split())


def _fenced(data: str) -> str:
    """The fence's name is a hash of what it holds: the same text is always asked about in the same words, and no page
    can close the fence, for it would have to hold its own hash."""
    name = f"page-{hashlib.blake2b(data.encode(), digest_size=8).hexdigest()}"
    return f"<{name}>\n{data}\n</{name}>"
