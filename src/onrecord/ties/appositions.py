"""Whom a description means that stands beside a name: "his head of policy, Ann Roe", "Ann Roe, the council leader"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.language.clauses import is_finite
from onrecord.ties.roles import OWNER, Party, words

HEAD = re.compile(r"(?:\sof(?:\s[\w’'-]+){1,3})?,\s(?:(?:Mr|Ms|Mrs|Dr|Sir|Dame|Lord|Lady|Gen|Prof)\.?\s)?")
"""What stands between a description and the name behind it."""
BESIDE = re.compile(r"(?:\s[a-z][a-z-]+)?\s")
"""The same without a comma: "the rival Ardent", "the rival bidder Ardent"."""
BEHIND = re.compile(r",\s(?:and\s)?")
CLOSED = re.compile(r"\s?(?:[,.;:)–—]|who\b|which\b|for\b|in\b|on\b|to\b|and\b|$)")
"""What follows a name that is in apposition to what stands before it: no verb of its own."""


def named(text: str, parties: Sequence[Party]) -> list[Party]:
    """The parties in their order; a description that nobody is known for has the actor of the name in apposition to
    it. An owner ("Ann Roe's friend, Bo Ek") and a name with a verb of its own ("to a friend, Ann Roe said") are none.
    """
    out = list(parties)
    for at, (one, other) in enumerate(pairwise(parties)):
        if _open(one) and _is_name(other) and _names(text, one, other):
            out[at] = Party(one.mention, other.actor)
        elif _is_name(one) and _open(other) and _told(text, one, other):
            out[at + 1] = Party(other.mention, one.actor)
    return out


def _open(party: Party) -> bool:
    return party.mention.form == "nominal" and party.actor is None


def _is_name(party: Party) -> bool:
    return party.mention.form == "name" and party.actor is not None


def _names(text: str, description: Party, name: Party) -> bool:
    """Whether the name behind a description is whom it describes."""
    between = text[description.mention.end : name.mention.start]
    if OWNER.match(text, name.mention.end):
        return False
    if BESIDE.fullmatch(between):
        return not any(is_finite(word) for word in words(between, 0, len(between)))
    return bool(HEAD.fullmatch(between)) and bool(CLOSED.match(text, name.mention.end))


def _told(text: str, name: Party, description: Party) -> bool:
    """Whether a description behind a name, between commas, is of whom is named: "the" or "a" opens it."""
    first = words(text, description.mention.start, description.mention.end)[:1]
    closed = text[description.mention.end : description.mention.end + 1] in (",", ".", ";")
    between = text[name.mention.end : description.mention.start]
    return between == ", " and closed and first in (["the"], ["a"], ["an"], ["its"], ["their"], ["his"], ["her"])
