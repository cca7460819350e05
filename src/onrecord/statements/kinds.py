"""What kind of source words are: a named person, people without a name, a body, an outlet, a document."""

from __future__ import annotations

import re
from functools import cache

from onrecord.nouns import ActorType, SourceKind
from onrecord.words import phrases, table

_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_INSPECTOR = re.compile(r"\b(?:inspector|attorney|auditor|comptroller) general$", re.IGNORECASE)  # the office speaks
_POSSESSIVE = re.compile(r".*(?:[’']s|s[’'])\s+", re.DOTALL)
_OF_TYPE: dict[ActorType, SourceKind] = {
    "person": "named", "organisation": "organisation", "outlet": "outlet", "government": "organisation",
    "place": "organisation",
    "document": "document", "group": "group", "product": "organisation",
}  # fmt: skip


def of_type(type_: ActorType) -> SourceKind:
    """The kind of a source that is named and has this type. Places speak as the governments they are seats of."""
    return _OF_TYPE[type_]


@cache
def _kinds() -> dict[str, SourceKind]:
    found: dict[str, SourceKind] = {}
    lists: tuple[tuple[SourceKind, str], ...] = (
        ("group", "group"), ("unnamed", "person"), ("document", "document"),
        ("organisation", "organisation"), ("outlet", "outlet"),
    )  # fmt: skip
    for kind, key in lists:
        found |= dict.fromkeys(phrases("source_kinds", key), kind)
    return found


@cache
def _closing() -> frozenset[str]:
    return frozenset(phrases("source_kinds", "closes_head"))


def core(words: str) -> str:
    """The head noun phrase of a source's words: up to its first comma or what is told of it ("an aide | close to
    Lund")."""
    first = words.split(",")[0]
    for found in _WORD.finditer(first):
        if (
            found[0].lower() in _closing()
            and found.start() > 0
            and first[: found.start()].strip().lower() not in ("the", "a", "an")
        ):
            return first[: found.start()].rstrip()
    return first.rstrip()


def head(words: str) -> str | None:
    """The head noun of a source's words in lower case, a possessor left out; None where there is no word."""
    if _INSPECTOR.search(core(words)):
        return "inspectorate"
    last = _POSSESSIVE.sub("", core(words)) or core(words)
    found = _WORD.findall(last)
    return found[-1].lower() if found else None


def key(name: str) -> str:
    """A name as it is compared: small letters, no article, no punctuation."""
    return " ".join(word for word in re.findall(r"\w+", name.lower()) if word != "the")


def of_words(words: str) -> SourceKind | None:
    """The kind that the head noun tells, or None: "seven officials" are unnamed, "the memo" is a document."""
    noun = head(words)
    return None if noun is None else _lookup(noun)


def _lookup(noun: str) -> SourceKind | None:
    known = _kinds()
    stems = [
        noun,
        noun[:-1] if noun.endswith("s") else "",
        noun[:-2] if noun.endswith("es") else "",
        noun[:-3] + "y" if noun.endswith("ies") else "",
    ]
    if noun.endswith("men"):
        stems.append(noun[:-3] + "man")
    return next((known[stem] for stem in stems if stem in known), None)


@cache
def _count() -> re.Pattern[str]:
    numbers = "|".join(sorted(table("source_kinds")["counts"], key=len, reverse=True))
    return re.compile(
        r"(?:the |at least |more than |about |nearly |some |his |her |their |all )?"
        rf"\b({numbers}|\d[\d,.]*(?: per ?cent|%)?)\b",
        re.IGNORECASE,
    )


def count(words: str) -> str | None:
    """How many the page says they are, in its words; None where it does not say."""
    found = _count().match(words)
    return found[1] if found else None
