"""Sources that an article declares once for a whole scene: "This account is based on interviews with 17 people".

What people are told to have said in private before such a line comes through those 13. What was said in public, or has
a source of its own, does not; nor does what stands behind the line, which names its sources.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.nouns import Attribution, Link
from onrecord.statements.speakers import Page

_DECLARES = re.compile(r"\b(?:based on|drawn from|rest(?:s|ed)? on|rel(?:y|ies|ied) on)\b")
_ACCOUNT = re.compile(r"(?:this|the) (?:account|article|story|report)\b", re.IGNORECASE)
_PUBLIC = re.compile(
    r"\b(?:wrote|written|writing|post(?:ed|ing)?|tweet(?:ed|ing)?|announced|statement|interview(?:er)?|reporters|broadcast|television|tv|"
    r"radio|podcast|social media|followers|speech|rally|press|twitter|facebook|filing|court|journalists?)\b",
    re.IGNORECASE,
)
_ALOUD = frozenset(
    ("says", "asks", "requests", "threatens", "promises", "denies", "concedes", "confirms", "apologises")
)


class Declaration(NamedTuple):
    """Where the declaring sentence's paragraph begins, and the number of its attribution."""

    start: int
    number: int


def find(page: Page, links: Sequence[Link]) -> Declaration | None:
    """The first declaration that names people, or None. `links` are the speakers of all attributions."""
    for number, one in enumerate(page.reading.attributions):
        if one.cue is None or links[number].source_kind not in ("unnamed", "group"):
            continue
        if _DECLARES.search(page.words(one.cue)) and _ACCOUNT.match(page.words((one.start, one.end))):
            return Declaration(page.article.text.rfind("\n", 0, one.start) + 1, number)
    return None


def covers(page: Page, declaration: Declaration | None, one: Attribution, link: Link) -> bool:
    """Whether an attribution is told on the declared people's word: in the scene before them, in private, by somebody
    with a name."""
    if declaration is None or one.start >= declaration.start or one.parent is not None or one.act not in _ALOUD:
        return False
    if page.article.region(one.start) != "body" or link.source_kind != "named":
        return False
    return not _PUBLIC.search(page.words(_sentence(page, one)))


def _sentence(page: Page, one: Attribution) -> tuple[int, int]:
    held = [s for s in page.reading.sentences if s[0] < one.end and one.start < s[1]]
    return (min(one.start, held[0][0]), max(one.end, held[-1][1])) if held else (one.start, one.end)
