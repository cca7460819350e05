"""Articles of given lines."""

from __future__ import annotations

from onrecord.nouns import Article, Region
from onrecord.readings import quotes, sentences
from onrecord.readings.questions import Seen


def article(*lines: str, key: str = "a1", language: str = "en") -> Article:
    """An English article of body lines."""
    body: Region = "body"
    return Article(
        id=key, page="p1", place=0, url=None, headline=None, byline=None, outlet=None, agency=None, language=language,
        published=None, updated=None, text="\n".join(lines), places=(), regions=(body,) * len(lines),
    )  # fmt: skip


def seen(*lines: str) -> Seen:
    """The same, its sentences and quotations read."""
    made = article(*lines)
    found = made.lines()
    return Seen(made, tuple(found), sentences.split(made.text, found), quotes.find(made.text, found))
