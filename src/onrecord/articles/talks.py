"""Interviews and transcripts: whose turns an article gives."""

from __future__ import annotations

from onrecord.language.turns import speakers, turns
from onrecord.nouns import Article


def talk_note(article: Article) -> str | None:
    """The note that says whose turns an article gives, in the order in which they first speak, or None."""
    body = [article.text[start:end] for start, end, region in article.lines() if region == "body"]
    names = speakers(turns(body))
    return f"a talk, in turns of {', '.join(names)}" if names else None
