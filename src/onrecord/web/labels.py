"""The record's closed vocabularies in the words a reader sees."""

from __future__ import annotations

from typing import Literal

from onrecord.nouns import Act, ActorType, ChangeType, CopyType, Direction, Meets, Mode, SourceKind, Stance

SILENCES: tuple[Act, ...] = ("declines", "no_response", "denies", "evades")
"""The acts of the ledger of silences, in the order in which it shows them."""

NAMELESS: tuple[SourceKind, ...] = ("unnamed", "group", "unspecified")
"""The kinds of source behind which nobody can be named."""

ACTS: dict[Act, str] = {
    "says": "said",
    "denies": "denied",
    "confirms": "confirmed",
    "concedes": "conceded",
    "asks": "asked",
    "requests": "requested",
    "promises": "promised",
    "threatens": "threatened",
    "retracts": "retracted",
    "apologises": "apologised",
    "evades": "did not deny",
    "declines": "declined to comment",
    "no_response": "did not respond",
    "thinks": "thought",
}

SILENCE_HEADINGS: dict[Act, str] = {
    "declines": "Declined to comment",
    "no_response": "Did not respond",
    "denies": "Denied",
    "evades": "Did not deny",
}

MODES: dict[Mode, str] = {"direct": "quoted", "indirect": "reported", "mixed": "partly quoted"}

SOURCE_KINDS: dict[SourceKind, str] = {
    "named": "named person",
    "unnamed": "unnamed",
    "group": "group",
    "organisation": "organisation",
    "outlet": "outlet",
    "document": "document",
    "author": "the article itself",
    "unspecified": "no source told",
}

ACTOR_TYPES: dict[ActorType, str] = {
    "person": "person",
    "government": "government",
    "organisation": "organisation",
    "outlet": "outlet",
    "group": "group",
    "document": "document",
    "product": "product",
    "place": "place",
}

STANCES: dict[Stance, str] = {
    "asserts": "Asserted by",
    "denies": "Denied by",
    "questions": "Questioned by",
    "relays": "Passed on by",
}

MEETS: dict[Meets, str] = {
    "true": "",
    "before": "said before the claim was made",
    "wider": "says more than the claim",
    "narrower": "says less than the claim",
    "partial": "meets part of the claim",
}

COPY_TYPES: dict[CopyType, str] = {
    "identical": "identical",
    "syndicated": "syndicated",
    "rewritten": "rewritten",
    "excerpt": "excerpt",
    "update": "update",
}

DIRECTIONS: dict[Direction, str] = {
    "certain": "the direction is certain",
    "likely": "the direction is likely",
    "unknown": "which came first is unknown",
}

CHANGES: dict[ChangeType, str] = {
    "quote": "quotation altered",
    "quote_marks": "quotation marks lost",
    "number": "number",
    "name": "name",
    "date": "date",
    "source": "source",
    "negation": "negation",
    "hedge": "hedge",
    "meaning": "meaning",
    "wording": "wording",
    "added": "added",
    "dropped": "dropped",
}

DECISIONS: dict[Literal["merge", "split", "reject", "accept", "date", "note"], str] = {
    "merge": "two are one",
    "split": "one is two",
    "reject": "rejected",
    "accept": "accepted",
    "date": "date set",
    "note": "note",
}

KINDS: dict[str, str] = {"span": "passage", "more": "", "time": "expression of time", "scrap": "piece cut off"}
"""Kinds of rows that are not called by their own name."""
