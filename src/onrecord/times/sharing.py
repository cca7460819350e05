"""The same words quoted by several articles were said once: what one of them tells of when holds for the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from onrecord.nouns import Attribution, When
from onrecord.times.calendars import stretch_of
from onrecord.times.narration import Telling

TELLING = 6
"""Words that a quotation must have to be told from another: five and fewer recur by chance ("I have nothing to
say")."""

_WORD = re.compile(r"\w+")


def share(tellings: Sequence[Telling], said: Sequence[Sequence[When | None]]) -> list[list[When | None]]:
    """`said` again, where a quotation that its own article does not date takes the narrowest time that another
    article's words tell for it. One list a telling, one entry an attribution."""
    known: dict[str, When] = {}
    for telling, whens in zip(tellings, said, strict=True):
        for attribution, when in zip(telling.reading.attributions, whens, strict=True):
            key = _key(telling, attribution)
            if key and when and when.text is not None and _days(when) is not None:
                known[key] = min((found for found in (known.get(key), when) if found), key=_order)
    return [
        [
            _shared(known.get(_key(telling, a)), when)
            for a, when in zip(telling.reading.attributions, whens, strict=True)
        ]
        for telling, whens in zip(tellings, said, strict=True)
    ]


def _shared(known: When | None, when: When | None) -> When | None:
    """An own time told in words stays; a bound that the known time does not fall under stays too."""
    if known is None or (when is not None and when.text is not None):
        return when
    if when is not None and when.to is not None and known.from_ is not None and known.from_[:10] > when.to[:10]:
        return when
    return msgspec.structs.replace(known, text=None, basis=f"another article quotes the same words: {known.basis}")


def _key(telling: Telling, attribution: Attribution) -> str:
    """The first words of a quotation, "" for anything else or too short a one."""
    if attribution.mode != "direct" or not attribution.content:
        return ""
    start, end = attribution.content[0]
    words = _WORD.findall(telling.article.text[start : min(end, start + 400)].lower())
    return " ".join(words[:12]) if len(words) >= TELLING else ""


def _days(when: When) -> int | None:
    stretch = stretch_of(when)
    return (stretch.hi - stretch.lo).days if stretch and stretch.lo and stretch.hi else None


def _order(when: When) -> tuple[int, str]:
    return _days(when) or 0, when.from_ or ""
