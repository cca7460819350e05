"""Direct speech without quotation marks: embedded posts ("We will not. — Ida Marsh (@idamarsh) May 7") and the turns of
a talk ("MARSH: We will not."). The account, and the label, are the source; the words are all theirs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.language.posts import signature
from onrecord.language.turns import Turn, turns
from onrecord.nouns import Attribution, Extent, Mention, Region
from onrecord.readings import acts
from onrecord.readings.drafts import Made

POST, TURN, NAMELESS = 0.9, 0.8, 0.7
"""Confidence: a signature is the account's own; a label is what a transcriber heard, and a line without one may go on
with the turn before; whom a talk is with, its text tells above it."""

_LINKS = re.compile(r"(?:\s+(?:https?://|pic\.twitter\.com/)\S{1,60}){1,4}\s*$")
_WHOLE = re.compile(r"\S(?:.*\S)?", re.S)


def heard(
    text: str, lines: Sequence[tuple[int, int, Region]], found: Sequence[Made], mentions: Sequence[Mention] = ()
) -> list[Made]:
    """What was found, and the posts and turns of the text. Content that runs over a label or a signature was read
    across two voices, and is dropped. `mentions` tell whom a talk is with that does not name who answers."""
    voices = [*_posts(text, lines), *_turns(text, lines, mentions)]
    begins = sorted(one.cue or (one.start - 1, one.start) for one in voices)
    sound = [made for made in found if not any(_holds(piece, begins) for piece in made.attribution.content)]
    return [*sound, *(Made(one, None, False) for one in voices)]


def _holds(piece: Extent, begins: Sequence[Extent]) -> bool:
    """Whether a voice begins inside a piece: its cue or the break before it stands there. They come in order."""
    at = bisect_left(begins, (piece[0], 0))
    return at < len(begins) and begins[at][1] <= piece[1]


def _posts(text: str, lines: Sequence[tuple[int, int, Region]]) -> Iterator[Attribution]:
    for number, (start, end, region) in enumerate(lines):
        signed = signature(text[start:end]) if region == "body" else None
        if signed is None:
            continue
        above = lines[number - 1][:2] if signed.start == 0 and number else None
        said = _within(text, _without_link(text, above or (start, start + signed.start)))
        if said is not None:
            source, cue = _shifted(signed.name, start), _shifted(signed.handle, start)
            yield Attribution(
                start=said[0], end=end, cue=cue, source=source, content=(said,),
                act=acts.spoken(text[said[0] : said[1]]), mode="direct", confidence=POST,
            )  # fmt: skip


def _turns(text: str, lines: Sequence[tuple[int, int, Region]], mentions: Sequence[Mention]) -> Iterator[Attribution]:
    body = [(start, end) for start, end, region in lines if region == "body"]
    talk = turns([text[start:end] for start, end in body])
    guest = _guest(text, lines, body[talk[0].at][0], mentions) if talk else None
    for turn in talk:
        start, end = body[turn.line]
        said = _within(text, (start + turn.begin, end))
        if said is None or turn.role == "asks":
            continue  # a question of the one who writes is no statement
        above = body[turn.at][0] + turn.start
        label = (above, above + len(turn.label)) if turn.label else None
        asked = text[end - 1] == "?" and text.count(".", *said) == 0
        yield Attribution(
            start=start if turn.role else above, end=end, cue=_cue(text, turn, body), content=(said,),
            source=guest if turn.role else _named(text, turn, mentions) or label, mode="direct",
            act="asks" if asked else acts.spoken(text[said[0] : said[1]]),
            confidence=NAMELESS if turn.role else TURN,
        )  # fmt: skip


def _named(text: str, turn: Turn, mentions: Sequence[Mention]) -> Extent | None:
    """Where the name stands that a label of initials is short for; None for other labels."""
    if not turn.named:
        return None
    own = (one for one in mentions if text[one.start : one.end] == turn.named)
    first = min(((one.start, one.end) for one in own), default=None)
    at = text.find(turn.named)
    return first or ((at, at + len(turn.named)) if at >= 0 else None)


def _cue(text: str, turn: Turn, body: Sequence[Extent]) -> Extent | None:
    """The mark behind a label; None where a label stands alone, or none does."""
    if not turn.label or turn.line != turn.at:
        return None
    start = body[turn.at][0]
    behind = start + turn.start + len(turn.label)
    colon = text.find(":", behind, start + turn.begin)
    mark = colon if colon >= 0 else behind
    return mark, mark + 1


def _guest(
    text: str, lines: Sequence[tuple[int, int, Region]], first: int, mentions: Sequence[Mention]
) -> Extent | None:
    """The name of whom a talk is with that names nobody at the answers: the one person in full in its headline, else in
    all that stands above its first question; None where there are several."""
    people = [one for one in mentions if one.type == "person" and one.form == "name" and one.end <= first]
    headline = next((end for _, end, region in lines if region == "headline"), 0)
    for stop in (headline, first):
        named: dict[str, Extent] = {}
        for one in people:
            words = text[one.start : one.end].split()
            if one.end <= stop and len(words) > 1:
                named.setdefault(words[-1], (one.start, one.end))
        if len(named) == 1:
            return next(iter(named.values()))
    return None


def _shifted(extent: Extent, by: int) -> Extent:
    return extent[0] + by, extent[1] + by


def _without_link(text: str, extent: Extent) -> Extent:
    """The words of a post without the links to its pictures that stand behind them."""
    found = _LINKS.search(text[slice(*extent)])
    return (extent[0], extent[0] + found.start()) if found else extent


def _within(text: str, extent: Extent) -> Extent | None:
    """An extent without the blanks at its ends; None where nothing is left."""
    found = _WHOLE.search(text, *extent)
    return found.span() if found else None
