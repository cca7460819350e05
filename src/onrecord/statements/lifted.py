"""Paragraphs lifted from another outlet: "As the Herald reported:" and what stands below it, up to the article's own
voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.nouns import Extent
from onrecord.statements import kinds
from onrecord.statements.speakers import Page

LONGEST = 6
"""Paragraphs that one such line brings in at most; articles that lift more are copies and are traced as such."""

_LEAD = re.compile(
    r"(?:^|[.?!] )As (?P<who>(?:the )?[A-Z][\w&’'.-]{0,40}(?: [A-Z0-9][\w&’'.-]{0,40}){0,4}) "
    r"(?:first )?(?:reported|wrote|put it|has it|tells it)\b[^.:]{0,40}:$",
    re.IGNORECASE,
)
_OWN_VOICE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")


class Lift(NamedTuple):
    """The characters of lifted paragraphs, and the words for whose they are."""

    start: int
    end: int
    outlet: Extent


def find(page: Page) -> Iterator[Lift]:
    """The lifted stretches of an article, in order."""
    article = page.article
    lines = article.lines()
    own = [kinds.key(name) for name in (article.outlet, article.agency) if name]
    for number, (start, end, region) in enumerate(lines):
        lead = _LEAD.search(article.text[start:end]) if region == "body" else None
        if not lead:
            continue
        below = lines[number + 1 : number + 1 + LONGEST]
        stop = next(
            (n for n, line in enumerate(below) if _speaks_itself(article.text[line[0] : line[1]], own)), len(below)
        )
        if stop:
            yield Lift(below[0][0], below[stop - 1][1], (start + lead.start("who"), start + lead.end("who")))


def _speaks_itself(words: str, own: list[str]) -> bool:
    """Whether a paragraph is the article's own: it names its outlet or says "we" outside quotation marks."""
    outside = re.sub(r"[“\"‘][^”\"’]{0,2000}[”\"’]", " ", words)
    return any(name in kinds.key(outside) for name in own) or bool(_OWN_VOICE.search(outside))
