"""One edit with all that is needed to judge it, and what it is judged to be."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.copies.edits import Edit, Passage
from onrecord.copies.texts import Text
from onrecord.nouns import ChangeType, Extent


class Scene(NamedTuple):
    """An edit where it stands; `known` is the original's folded words, a space between and around."""

    edit: Edit
    passage: Passage
    first: Text
    second: Text
    known: str

    def before(self) -> list[str]:
        """The folded words that went."""
        return [w.norm for w in self.first.words[slice(*self.edit.a)]]

    def after(self) -> list[str]:
        """The folded words that came."""
        return [w.norm for w in self.second.words[slice(*self.edit.b)]]


class Kind(NamedTuple):
    """A sort of change, and the words (as indices) it concerns in original and copy."""

    what: ChangeType
    a: Extent
    b: Extent


def is_upper(text: Text, at: int) -> bool:
    """Word `at` is there, begins with a capital, and follows the word before it after a mere space."""
    return at < len(text.words) and text.article.text[text.words[at].start].isupper() and not apart(text, at - 1)


def apart(text: Text, at: int) -> bool:
    """Something other than a space stands between word `at` and the next."""
    return text.article.text[text.words[at].end : text.words[at + 1].start].strip("-&") != " "


def opens(text: Text, at: int) -> bool:
    """Word `at` begins a sentence, a line or a quotation, where everything has a capital."""
    head = text.article.text[max(0, text.words[at].start - 3) : text.words[at].start]
    return not head.strip(" \n“”\"‘'(") or "\n" in head or head.rstrip(" “”\"‘'(")[-1:] in ".!?:"
