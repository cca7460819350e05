"""Who says what, as the words show it: every attribution of a text. One source with one cue is one attribution."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from onrecord.nouns import Attribution, Extent, Mention, Quote, Region
from onrecord.readings import nesting, tellings, voices
from onrecord.readings.drafts import Made, finished
from onrecord.readings.units import units

_ASKED = re.compile(
    r"(?:do|did|does|would|will|have|has|had|can|could|are|were|is|was|should)"
    r"(?:n['’]t)? (?:you|he|she|they|it|we|I)\Z",
    re.IGNORECASE,
)
SILENT = frozenset({"no_response", "declines"})


def find(
    text: str,
    lines: Sequence[tuple[int, int, Region]],
    sentences: Sequence[Extent],
    quotes: Sequence[Quote],
    mentions: Sequence[Mention],
) -> list[Attribution]:
    """The attributions of `text` by where they start, each with the index of the one it stands inside. `lines` are the
    article's lines with their regions, `sentences` and `quotes` as the reader cuts them; `mentions` may be empty."""
    marks = sorted(quotes, key=lambda quote: (quote.start, -quote.end))
    parts = list(units(text, lines, sentences, marks))
    drafts = [draft for unit in parts for draft in tellings.find(text, unit)]
    found = voices.heard(text, lines, [made for draft in drafts if (made := finished(draft, marks))], mentions)
    told = [one for one in _undenied(found) if not _is_question(text, one.attribution)]
    return nesting.nested(nesting.continued(parts, marks, nesting.referred(told)))


def _is_question(text: str, one: Attribution) -> bool:
    """Whether the words for who are a question's beginning: "Do you deny that ...?" tells of nobody's denial."""
    return one.source is not None and bool(_ASKED.match(text[slice(*one.source)]))


def _undenied(found: Sequence[Made]) -> list[Made]:
    """Those that are no silence which another denies: "he denied that she had ignored calls"."""
    denied = sorted(piece for one in found if one.attribution.act == "denies" for piece in one.attribution.content)
    starts, reaches = [start for start, _ in denied], list(accumulate((end for _, end in denied), max))

    def is_denied(cue: Extent | None) -> bool:
        before = bisect_right(starts, cue[0]) if cue else 0
        return bool(cue and before and cue[1] <= reaches[before - 1])

    return [one for one in found if one.attribution.act not in SILENT or not is_denied(one.attribution.cue)]
