"""Walls: a page that costs something and shows only the opening of its article; a page that only asks for consent."""

from __future__ import annotations

import re
from functools import cache

from onrecord.articles.metadata import Metadata
from onrecord.nouns import Article
from onrecord.words import phrases

SHOWN = 0.6
"""Share of the declared words below which a body is an opening: captions and plugs are a tenth at most."""
OPENING = 120
"""Words of the longest body that is taken for an opening where no number of words is declared."""

CONSENT_WORDS, CONSENT_CHARS = 260, 4000
"""Words and characters of the longest text that is taken for a consent wall."""
CONSENT_TERMS, OWN_TERMS = 5, 3
"""How many terms of a wall it has, and how many of them in what is not a notice by itself: the walls of advertising
bodies have seven and more, a short report on a privacy law two or three and no word to the reader."""

WALLED = "the page declares that it is not free, and what it shows is the opening only"


def is_walled(article: Article, metadata: Metadata) -> bool:
    """Whether the metadata declare the article not free, and its body breaks off, is far shorter than declared, or is
    no longer than a teaser."""
    if metadata.free:
        return False
    body = [article.text[start:end] for start, end, region in article.lines() if region == "body"]
    words = sum(len(line.split()) for line in body)
    if metadata.words is not None:
        return words < SHOWN * metadata.words
    return words < OPENING or bool(body and body[-1].endswith(phrases("shapes", "paywall", "ends")))


def asks_consent(text: str, notices: str = "") -> bool:
    """Whether a short text, with the notices beside it, is a consent wall: it speaks to its reader of most of what such
    walls ask for, and quotes nobody."""
    if text.count(" ") >= CONSENT_WORDS or len(text) > CONSENT_CHARS or any(mark in text for mark in '“”"„«'):
        return False
    readers, terms = _consent()
    own, beside = text.lower(), notices[:CONSENT_CHARS].lower()
    named = [term for term in terms if term.search(own) is not None]
    both = [term for term in terms if term in named or term.search(beside) is not None]
    return readers.search(own) is not None and len(named) >= OWN_TERMS and len(both) >= CONSENT_TERMS


@cache
def _consent() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    readers = re.compile(rf"\b(?:{'|'.join(phrases('shapes', 'consent', 'readers'))})\b")
    return readers, tuple(re.compile(rf"\b(?:{term})\b") for term in phrases("shapes", "consent", "terms"))
