"""What the names of outlets look like, told from people's, from sections and from what pages say of themselves."""

from __future__ import annotations

import re

from onrecord.articles.furniture import furniture
from onrecord.language.naming import GIVEN_NAMES, key
from onrecord.words import phrases

NAME_WORDS = 5
"""Words of the longest outlet name or section."""

_WORD = re.compile(r"\w+")


def is_outlet_name(text: str) -> bool:
    """Whether words look like an outlet's name rather than a person's."""
    words = text.lower().replace(".", " ").split()
    return bool(words) and (
        words[0] == "the"
        or any(word in phrases("outlets", "words") for word in words)
        or any(c.isdigit() for c in text)
    )


def is_masthead(text: str) -> bool:
    """Whether two or more words look like an outlet's name by one of them ("Tarn Times", not "The Diarist")."""
    words = text.lower().split()
    return len(words) > 1 and any(_is_outlets(word) for word in words)


def is_nameplate(text: str) -> bool:
    """Whether an outlet's word stands where names have it: after "The", at the end, or first before "of" or "and"; a
    headline in capitals has it anywhere ("Post Office Robbed")."""
    words = text.lower().split()
    named = phrases("outlets", "words")
    if not is_masthead(text):
        return False
    return (
        words[0] == "the" or _is_outlets(words[-1].strip(".")) or (words[0] in named and words[1] in ("of", "and", "&"))
    )


def _is_outlets(word: str) -> bool:
    """Whether outlets' names hold a word, or what its hyphen joins ("Ledger-Dispatch")."""
    return any(part in phrases("outlets", "words") for part in (word, *word.split("-")))


def is_small_name(text: str) -> bool:
    """Whether a line can be a name that is written in small letters alone ("the lantern log")."""
    return (
        text.islower()
        and 1 < len(text.split()) < NAME_WORDS
        and text.replace(" ", "").isalpha()
        and furniture(text) is None
    )


def is_name(text: str) -> bool:
    """Whether a line can be an outlet's name by its letters: each word but small ones with a capital or a figure, no
    mark inside, no section and nothing that pages say of themselves."""
    words = text.split()
    big = [word for word in words if word.lower() not in phrases("outlets", "small")]
    return (
        0 < len(words) <= NAME_WORDS
        and bool(big)
        and all(word[0].isupper() or word[0].isdigit() for word in big)
        and not any(word.endswith((",", ".", ";", ":", "!", "?")) and len(word) > 3 for word in words[:-1])
        and text.lower() not in phrases("outlets", "sections")
        and furniture(text) is None
        and not {word.strip(".,:") for word in text.lower().split()} & set(phrases("outlets", "never"))
    )


def is_person(text: str) -> bool:
    """Whether two to four words begin with a given name and hold none of an outlet's ("Ida Marsh", not "Ida Press")."""
    words = text.split()
    return 1 < len(words) < NAME_WORDS and key(words[0]) in GIVEN_NAMES and not is_outlet_name(text)


def is_author(name: str, page: str | None) -> bool:
    """Whether a name beside an article's age is its author's: a person's by its words, or on a page of a known outlet
    any of two and more words that are none of an outlet's."""
    return is_person(name) or (page is not None and " " in name and not is_outlet_name(name) and not same(name, page))


def is_suffix(part: str, outlet: str | None) -> bool:
    """Whether the last part of a title is an outlet's name or a section, not the title's own words."""
    words = part.lower().split()
    if not words or len(words) > NAME_WORDS:
        return False
    if outlet and _words(part) & _words(outlet):
        return True
    named = phrases("outlets", "words")
    return (
        " ".join(words) in phrases("outlets", "sections")
        or any(word.strip(".,") in named for word in words)
        or "." in part.strip(".")
    )


def same(name: str, other: str | None) -> bool:
    """Whether two names are one, the article, letter case and marks left out."""
    return other is not None and plain(name) == plain(other)


def is_short_for(name: str, other: str | None) -> bool:
    """Whether a name is another, its opening before what all agencies are called ("Norda" for "Norda News"), or its
    initials."""
    words = re.sub(r"^the ", "", (other or "").lower()).split()
    rest = len(words) > 1 and all(word in phrases("agencies", "called") for word in words[1:])
    initials = "".join(word[0] for word in words if word not in phrases("outlets", "small"))
    return (
        same(name, other) or (rest and name.lower() == words[0]) or (name.isupper() and name.lower() == initials != "")
    )


def plain(name: str) -> str:
    """The letters of a name."""
    return re.sub(r"^the |[\W_]", "", name.lower())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
