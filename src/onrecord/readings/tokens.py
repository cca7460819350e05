"""The words of a sentence, with what spelling tells: capitals, possessives, full stops that belong to them."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.nouns import Extent
from onrecord.words import phrases

_STOPPED = sorted(
    {title.capitalize() for title in phrases("marks", "titles")} | {"Inc", "Corp", "Ltd", "Co", "Jr", "Bros"}
)
_WORD = re.compile(
    rf"(?:[A-Z]\.){{2,8}}|[A-Z]\.(?=[ \xa0]+[A-Z])|(?:{'|'.join(_STOPPED)})\.(?!\w)|\d+(?:[.,]\d+)*(?:-\w+)*"
    rf"|[^\W\d_]\w*(?:[-’'&]\w+){{0,6}}"
)
_ADJECTIVAL = re.compile(
    r"-(?:led|backed|based|born|owned|style|wide|controlled|funded|linked|made|run|held|era|only|friendly|related|sponsored|aligned"
    r"|dominated|occupied|ruled|bound|speaking|educated|flagged|registered|listed|trained|built|like|inspired|turned)$|^[DR]-[A-Z]"
)
_POSSESSIVE = re.compile(r"[’']s$", re.IGNORECASE)
_OPENERS = frozenset("“‘\"'«„([")
MARKS = frozenset("’'")


class Word(NamedTuple):
    """One word: `start`..`end` without a possessive 's, which reaches to `stop`; `opens` where a capital says nothing
    because a sentence, a line or a quotation begins here."""

    start: int
    end: int
    stop: int
    text: str
    lower: str
    capital: bool
    opens: bool
    possessive: bool

    @property
    def upper(self) -> bool:
        """Whether it is written in capitals throughout, and longer than a letter."""
        return len(self.text) > 1 and self.text.isupper()


def words(text: str, sentence: Extent) -> list[Word]:
    """The words of one sentence in order. Numbers are words; dashes and marks are not."""
    found: list[Word] = []
    start, end = sentence
    for match in _WORD.finditer(text, start, end):
        begin, stop = match.span()
        raw = match[0]
        last = stop - 2 if raw[-1] in "sS" and _POSSESSIVE.search(raw) else stop
        possessive = last < stop or (raw.endswith("s") and stop < len(text) and text[stop] in MARKS)
        plain = text[begin:last]
        capital = plain[:1].isupper() or (plain[:3].lower() in ("al-", "el-") and plain[3:4].isupper())
        capital = capital and not ("-" in plain and _ADJECTIVAL.search(plain))
        stopped = bool(found) and not found[-1].text.endswith(".") and text[begin - 2 : begin] == ". "
        opens = not found or stopped or (begin > start and text[begin - 1] in _OPENERS) or _after_stop(text, begin)
        found.append(Word(begin, last, stop, plain, plain.lower().replace("’", "'"), capital, opens, possessive))
    return found


def _after_stop(text: str, begin: int) -> bool:
    """Whether a colon, a dash with spaces or a full stop stands before: what follows may begin a sentence."""
    return text[max(0, begin - 2) : begin] in (": ", "? ", "! ", "– ", "— ", "• ", "; ")


def adjoin(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but one space or a hyphen's break stands between two words, and no possessive."""
    return not left.possessive and text[left.stop : right.start] in (" ", "\xa0")
