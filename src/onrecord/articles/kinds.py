"""What each piece of a page is, told by its words and by what the markup calls it, before its neighbours are heard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.articles.blocks import Block
from onrecord.articles.captions import is_caption
from onrecord.articles.furniture import furniture, opens_box
from onrecord.articles.orders import readings
from onrecord.articles.signoffs import sign_off
from onrecord.articles.stamps import Stamp, find, seconds_ago
from onrecord.language.posts import signature
from onrecord.words import phrases

PROSE, TITLE, SUMMARY, DATE, AGO, BYLINE, LABEL, SCRAP = (
    "prose",
    "title",
    "summary",
    "date",
    "ago",
    "byline",
    "label",
    "scrap",
)

LONG = 25
"""Words from which a line without an end mark is prose: no headline of the development pages has more than 22."""
LONG_CHARS = 180
"""Characters from which a line is prose, for scripts without blanks between words."""
SENTENCES = 12
"""Words from which a line with a finished sentence in it is prose, whatever it ends with."""
POST_WORDS = 8
"""Words of the shortest embedded post, its signature counted."""
BYLINE_WORDS = 14
"""Words of the longest line that is a byline by its first word."""
BARE_DATE = 2
"""Words beside a date of a line that is nothing else wherever it stands ("Tuesday", "Updated")."""
ITEM = 8
"""Words of the longest item of a line of furniture."""
SECTIONS = 5
"""Words of the shortest line of section names of which some are not known."""
DATE_LINE_REST = 9
"""Words that may stand beside the dates of a date line ("By Ida Marsh, rail editor | Updated ...")."""

_END = re.compile(r"[.!?…:;,。！？」][\"'”’»“)\]*]*$")
_BYLINE = re.compile(
    r"(?:(?:(?:story|written|reported|text|words) by|by|from our)[: ]\s*(?=\w)"
    r"|(?:von|par|por|door|av|af|przez)[: ]\s*(?-i:(?=[^\W\d_a-zß-öø-ÿ])))",
    re.I,
)
_WORDS_BY = re.compile(r"(?:text|words|story|report|reporting|author|autor(?:in)?|texto|texte|testo)s?: ?[A-Z]", re.I)
_LABEL = re.compile(r"[-–—] ?([A-Z0-9][^.!?]{1,40})$")
_GAPS = re.compile(r"\s{2,}|\s?[|/•·»›]\s?|\t|\s>{1,2}\s")
_GAP = re.compile(r"[|/•·»›\t>]|\s\s")
"""What every gap holds."""
_POST = re.compile(r"[—–-] ?[^()]{1,60}\(@\w{1,30}\)")
"""The signature of a social media post that a page has embedded: body, for it is what somebody said."""
_SAID = re.compile(r"[\"“‘'][^\"“”]{20,600}[,.!?][\"”’'] [a-zA-Z]")
"""A quotation and who said it, also where the full stop was lost."""
_SENTENCE_END = re.compile(r"[a-z]{2}[.!?][\"”’']? [A-Z(“\"]")
_LOWER = re.compile(r"(?<!\S)[a-zäöü]")


DOUBTED = frozenset((None, "navigation", "related teaser", "tags", "share line"))
"""What a piece's words may call it, and it is body where the layout leaves no doubt."""


class Line(NamedTuple):
    """A piece and its kind; `reason` for a scrap; `opens` is "teasers" or "comments" where it heads such a box."""

    block: Block
    kind: str
    reason: str | None = None
    opens: str | None = None


def label(blocks: Iterable[Block]) -> list[Line]:
    """Each block with its kind."""
    return [_line(block) for block in blocks]


def _line(block: Block) -> Line:
    if block.reason is not None:
        return Line(block, SCRAP, furniture(block.text) or block.reason)
    if block.hint == "headline":
        return Line(block, TITLE)
    text = block.text
    if block.post and signature(text) is not None:
        return Line(block, PROSE)
    if block.sure and furniture(text) in DOUBTED and not is_caption(text) and not _heads(text):
        return _hinted(block) or Line(block, PROSE)
    box = opens_box(text)
    if box is not None:
        return Line(block, SCRAP, "comment" if box == "comments" else "related teaser", box)
    if seconds_ago(text) is not None:
        return Line(block, AGO)
    reason = furniture(text)
    if reason is not None:
        return Line(block, SCRAP, reason)
    return _hinted(block) or Line(block, *_by_words(block))


def _hinted(block: Block) -> Line | None:
    if block.hint == "caption":
        return Line(block, SCRAP, "caption")
    if block.hint in ("date", "byline"):
        if _is_date_line(block.text, DATE_LINE_REST * 2):
            return Line(block, DATE)
        if block.text.count(" ") >= LONG:
            return None
        return Line(block, BYLINE) if block.hint == "byline" else Line(block, SCRAP, "date line")
    if block.hint == "summary":
        return Line(block, SUMMARY)
    if block.hint == "subhead":
        return Line(block, TITLE) if block.text.count(" ") < LONG else None
    return None


def _by_words(block: Block) -> tuple[str, str | None]:
    text, words = block.text, block.text.count(" ") + 1
    if words >= POST_WORDS and "(@" in text and _POST.search(text[-LONG_CHARS:]) is not None:
        return PROSE, None
    if _is_date_line(text, DATE_LINE_REST) or (block.start is not None and _is_slashed(text)):
        return DATE, None
    if is_caption(text) and not _WORDS_BY.match(text):
        return SCRAP, "caption"
    if _is_byline(text):
        return BYLINE, None
    if words <= 6 and _LABEL.match(text):
        return LABEL, None
    if _is_navigation(text):
        return SCRAP, "navigation"
    if _is_prose(block, words):
        return PROSE, None
    return (SCRAP, "navigation") if block.hint == "link" and words < 4 else (TITLE, None)


def _heads(text: str) -> bool:
    """Whether a line can only be of a head: a byline, or a date and hardly a word beside it."""
    return _is_byline(text) or _is_date_line(text, BARE_DATE)


def _is_byline(text: str) -> bool:
    if text.count(" ") >= BYLINE_WORDS or text.endswith((".", "!", "?")):
        return False
    return any(pattern.match(text) is not None for pattern in (_BYLINE, _WORDS_BY, _piece_by()))


@cache
def _piece_by() -> re.Pattern[str]:
    """A byline that calls the piece what it is, in front of a name and nothing else."""
    pieces = "|".join(re.escape(piece) for piece in phrases("bylines", "pieces"))
    name = r"[^\W\d_a-z][\w.’'-]{1,30}"
    return re.compile(rf"(?i:(?:(?:an?|our|the) )?(?:{pieces}) by) {name}(?: {name}){{1,3}}$")


def is_ended(text: str) -> bool:
    """Whether a line ends as sentences do."""
    return _END.search(text) is not None


def _is_prose(block: Block, words: int) -> bool:
    text = block.text
    ended = is_ended(text) or (words >= 8 and sign_off(text) is not None)
    if block.hint == "link" and words < LONG:
        return False
    if words >= LONG or len(text) >= LONG_CHARS or (ended and words >= 4 and _LOWER.search(text) is not None):
        return True
    if words >= SENTENCES and _SENTENCE_END.search(text) is not None:
        return True
    if words >= POST_WORDS and (text[0].islower() or _SAID.match(text) is not None):
        return True
    if block.hint in ("paragraph", "item") and block.inside:
        return ended or words >= 8
    return ended and text[:1] in "\"'“‘„«"


def _is_slashed(text: str) -> bool:
    """Whether a line of flattened text tells a date in slashed figures, in whatever order."""
    return _is_little_beside(text, [stamp for stamp, _ in readings(text)], DATE_LINE_REST)


def _is_date_line(text: str, rest: int) -> bool:
    return _is_little_beside(text, find(text), rest)


def _is_little_beside(text: str, stamps: Sequence[Stamp], rest: int) -> bool:
    if not stamps:
        return False
    left = text
    for stamp in reversed(stamps):
        left = left[: stamp.start] + left[stamp.end :]
    words = re.findall(r"\w[\w’'.]*", left)
    return len(words) <= rest and not (left.rstrip().endswith(".") and any(_tells(word) for word in words))


def _tells(word: str) -> bool:
    """Whether a word beside a date makes a sentence of the line: in small letters, and none that says what a date
    is."""
    return word.islower() and word.strip(".") not in _dating()


@cache
def _dating() -> frozenset[str]:
    said = (*phrases("dates", "announcing"), *phrases("dates", "changing"), *phrases("dates", "beside"))
    return frozenset(word for words in said for word in words.split())


def _is_navigation(text: str) -> bool:
    """Three or more short items side by side, none of them a clause; two that are furniture each, or more, half of
    which are; or the names of sections without a mark between."""
    if text.endswith((".", "?", "!")) and _LOWER.search(text) is not None:
        return False
    items = [item for item in _GAPS.split(text.strip()) if item] if _GAP.search(text) else []
    if len(items) >= 3 and all(item.count(" ") <= 3 for item in items):
        return not text.rstrip().endswith((".", "?", "!"))
    if len(items) >= 2 and max(item.count(" ") for item in items) < ITEM:
        known = sum(furniture(item) is not None for item in items)
        return known == len(items) or (len(items) >= 4 and 2 * known >= len(items))
    return _LOWER.search(text) is None and _are_sections(text.split())


def is_sections(line: Line) -> bool:
    """Whether a line is the names of a page's sections: three and more, one of them known, and no tool among them."""
    items = [item for item in _GAPS.split(line.block.text) if item.strip()]
    items = items if len(items) > 2 else line.block.text.split()
    known = [furniture(item) for item in items]
    navigates = line.kind == SCRAP and line.reason == "navigation"
    return navigates and len(items) > 2 and "navigation" in known and "share line" not in known


def _are_sections(words: Sequence[str]) -> bool:
    """Whether words with capitals are the names of sections: the first four, or the first two, the last and half of
    all."""
    known = [furniture(word) == "navigation" for word in words]
    if len(words) >= 3 and all(known[:4]):
        return True
    return len(words) >= SECTIONS and known[0] and known[1] and known[-1] and 2 * sum(known) >= len(words)
