"""Bodies that pages only describe: "the trade ministry", "Mr Varne's office". People whom nobody names are no
actors."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.actors.clusters import Cluster, Key
from onrecord.language.naming import ADJECTIVES
from onrecord.nouns import Article, Reading

_DEFINITE = ("the ", "The ")
_FILLERS = frozenset(
    {
        "own",
        "same",
        "new",
        "old",
        "other",
        "former",
        "whole",
        "entire",
        "first",
        "second",
        "last",
        "next",
        "latter",
        "main",
        "current",
        "presidential",
        "federal",
        "labor",
        "labour",
        "leading",
        "big",
        "local",
        "full",
    }
)


_POWERS = frozenset({"authority", "power", "force", "service", "business"})
"""Nouns that, owned by somebody, are rather a quality or a deed than a body."""


def body_key(article: Article, reading: Reading, cluster: Cluster, homes: Mapping[int, Key]) -> Key:
    """The key of a body without a name, by its words; empty where they tell too little ("the company"). `homes` gives
    the keys of the article's named mentions, so that an owner counts under every form of the name."""
    if cluster.kind not in ("organisation", "government") or cluster.names:
        return ()
    for index in cluster.nominals:
        mention = reading.mentions[index]
        words = article.text[mention.start : mention.end]
        owner = next(
            (at for at in (index + 1, index - 1) if at in homes and reading.mentions[at].start == mention.start), None
        )
        if owner is not None and reading.mentions[owner].end < mention.end:
            rest = words[reading.mentions[owner].end - mention.start :]
            if rest[:1] in ("'", "’") and rest.split()[-1] not in _POWERS:
                return (*homes[owner], "'s", *_words(rest[2:]))
        if words.startswith(_DEFINITE):
            told = tuple(word for word in _words(words[4:]) if word not in _FILLERS)
            if len(told) > 1 and not (told[1:] == ("campaign",) and told[0] in ADJECTIVES):
                return told
    return ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().replace("’", "'").split())[:8]
