"""Pull quotes: lines set apart that only repeat words of a paragraph, which count once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.articles.kinds import Line
from onrecord.articles.splitting import Draft

LEAST, MOST = 7, 45
"""Words of the shortest and of the longest pull quote: names and refrains recur in fewer words, more are a paragraph.
With 5 words 23 lines of the first 300 `segments` pages were found, most of them names; with 7 four, two of them pull
quotes and none of them prose that stands once."""
MARKS = "“\"„«‘'…"
"""What opens a quotation, or one that is broken off."""
LOOKED_AT = 20
"""Places at which the first words of a line are compared, so that a page of one line over and over costs no more."""

_SMALL = re.compile(r"(?<!\S)[^\W\d_A-Z]\w* [^\W\d_A-Z]")
_WORD = re.compile(r"\w+(?:'\w+)*")


def without_pull_quotes(draft: Draft) -> Draft:
    """The draft, its body lines that repeat words of a longer body line cut off as scraps."""
    repeated = {number for number in _repeating([_words(line) for line in draft.body]) if _is_apart(draft.body[number])}
    if not repeated:
        return draft
    body = [line for number, line in enumerate(draft.body) if number not in repeated]
    cut = [(draft.body[number], "pull quote") for number in sorted(repeated)]
    return Draft(draft.head, body, draft.scraps + cut)


def _is_apart(line: Line) -> bool:
    """Whether a line may be set apart to be seen: no heading, no item of a list, words rather than numbers, and no
    paragraph like any other, which ends in a full stop and opens with no quotation mark."""
    text, hint = line.block.text, line.block.hint
    plain = hint == "paragraph" and text.endswith(".") and text[0] not in MARKS
    return not plain and hint not in ("subhead", "headline", "item", "link") and _SMALL.search(text) is not None


def _words(line: Line) -> tuple[str, ...]:
    return tuple(_WORD.findall(line.block.text.lower().replace("’", "'")))


def _repeating(lines: Sequence[tuple[str, ...]]) -> set[int]:
    """The numbers of the lines whose words stand, in their order and together, inside a longer line."""
    short = {words[:LEAST] for words in lines if LEAST <= len(words) <= MOST}
    if not short:
        return set()
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, words in enumerate(lines):
        for at in range(len(words) - LEAST + 1):
            if words[at : at + LEAST] in short:
                places[words[at : at + LEAST]].append((number, at))
    return {
        number for number, words in enumerate(lines) if LEAST <= len(words) <= MOST and _stands(words, lines, places)
    }


def _stands(
    words: tuple[str, ...], lines: Sequence[tuple[str, ...]], places: dict[tuple[str, ...], list[tuple[int, int]]]
) -> bool:
    return any(
        len(lines[number]) > len(words) and lines[number][at : at + len(words)] == words
        for number, at in places[words[:LEAST]][:LOOKED_AT]
    )
