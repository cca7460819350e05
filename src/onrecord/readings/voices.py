"""Direct speech without quotation marks: embedded posts ("We will not. — Ida Marsh (@idamarsh) May 7") and the turns of
a talk ("MARSH: We will not."). The account, and the label, are the source; the words are all theirs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.language.posts import signature
from onrecord.language.turns import turns
from onrecord.nouns import Attribution, Extent, Region
from onrecord.readings import acts
from onrecord.readings.drafts import Made

POST, TURN = 0.9, 0.8
"""Confidence: a signature is the account's own; a label is what a transcriber heard, and a line without one may go on
with the turn before."""

_WHOLE = re.compile(r"\S(?:.*\S)?", re.S)


def heard(text: str, lines: Sequence[tuple[int, int, Region]], found: Sequence[Made]) -> list[Made]:
    """What was found, and the posts and turns of the text. Content that runs over a label or a signature was read
    across two voices, and is dropped."""
    voices = [*_posts(text, lines), *_turns(text, lines)]
    cues = sorted(one.cue for one in voices if one.cue)
    sound = [made for made in found if not any(_holds(piece, cues) for piece in made.attribution.content)]
    return [*sound, *(Made(one, None, False) for one in voices)]


def _holds(piece: Extent, cues: Sequence[Extent]) -> bool:
    """Whether one of the cues, which come in order, stands inside a piece."""
    at = bisect_left(cues, (piece[0], 0))
    return at < len(cues) and cues[at][1] <= piece[1]


def _posts(text: str, lines: Sequence[tuple[int, int, Region]]) -> Iterator[Attribution]:
    for number, (start, end, region) in enumerate(lines):
        signed = signature(text[start:end]) if region == "body" else None
        if signed is None:
            continue
        above = lines[number - 1][:2] if signed.start() == 0 and number else None
        said = _within(text, above or (start, start + signed.start()))
        if said is not None:
            source = (start + signed.start("name"), start + signed.end("name"))
            cue = (start + signed.start("handle"), start + signed.end("handle"))
            yield Attribution(
                start=said[0], end=end, cue=cue, source=source, content=(said,),
                act=acts.spoken(text[said[0] : said[1]]), mode="direct", confidence=POST,
            )  # fmt: skip


def _turns(text: str, lines: Sequence[tuple[int, int, Region]]) -> Iterator[Attribution]:
    body = [(start, end) for start, end, region in lines if region == "body"]
    for turn in turns([text[start:end] for start, end in body]):
        start, end = body[turn.line]
        said = _within(text, (start + turn.begin, end))
        if said is None or turn.role == "asks":
            continue  # a question of the one who writes is no statement
        label = (start, start + len(turn.label))
        mark = text.index(":", label[1])
        asked = text[end - 1] == "?" and text.count(".", *said) == 0
        yield Attribution(
            start=start, end=end, cue=(mark, mark + 1), source=None if turn.role else label, content=(said,),
            act="asks" if asked else acts.spoken(text[said[0] : said[1]]), mode="direct", confidence=TURN,
        )  # fmt: skip


def _within(text: str, extent: Extent) -> Extent | None:
    """An extent without the blanks at its ends; None where nothing is left."""
    found = _WHOLE.search(text, *extent)
    return found.span() if found else None
