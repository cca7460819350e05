"""Why somebody is not named, in the page's words: "... because she was not allowed to speak in public"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.nouns import Article, Extent, Reading
from onrecord.words import table

AHEAD = 2
"""Sentences behind the speaker's own that a page usually takes to say why."""

_REFERS = re.compile(r"(?:The|This|That|Both|All|They|He|She|Most|Neither|Each|Like|None|Those|These)\b")
_END = re.compile(r"[.;”\"](?=\s|$)|,? (?:said|told|added|says)\b|, (?:and|but)\b|$")


@cache
def _pattern() -> re.Pattern[str]:
    phrases, reasons = table("source_kinds")["anonymity"], table("source_kinds")["anonymity_because"]
    return re.compile(
        rf"\b(?:{'|'.join(phrases)})\b,?(?: \w+){{0,3}}? (?P<why>(?:{'|'.join(reasons)})\b)", re.IGNORECASE
    )


def reason(article: Article, reading: Reading, source: Extent) -> str | None:
    """The page's words for why the people at `source` are not named: in their own sentence, or in one of the next where
    that speaks of them again. None where the page gives none."""
    text = article.text
    behind = [sentence for sentence in reading.sentences if sentence[1] > source[0]][: AHEAD + 1]
    for number, (start, end) in enumerate(behind):
        if number and not _REFERS.match(text, start):
            continue
        found = _pattern().search(text, max(start, source[0]) if not number else start, end)
        if found:
            stop = _END.search(text, found.end(), end)
            return text[found.start("why") : stop.start() if stop else end].strip(" ,") or None
    return None
