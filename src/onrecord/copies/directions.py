"""Which of two texts of one making came first: every sign is written down, and contradicting signs leave it open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from onrecord.copies.alignment import LINK, Alignment
from onrecord.copies.amendments import is_note
from onrecord.copies.exchanges import exchanges, rarity
from onrecord.copies.judgements import Judgement, same_agency
from onrecord.copies.texts import Text
from onrecord.copies.twins import same_address
from onrecord.nouns import Article, Direction, Evidence
from onrecord.words import phrases

CERTAIN, LIKELY, OUTWEIGHED = 4, 1, 3
"""Sums of the signs' weights from which a direction is certain or likely; where signs contradict one another, what must
remain for likely. A credit or a note of correction alone is enough, a date alone is not."""
OWN_AGENCY, CREDIT, LATER_VERSION, DATE, MARKS, STRANGE, DAMAGE = 4, 3, 4, 2, 2, 1, 1
LEAST_QUOTED = 2
"""Quoted words a sentence must hold for the loss of its marks to count."""
EXCHANGES, DRIFT = 8, 1.0
"""Words exchanged one for one, and by how many tiers of rarity on average they must differ for the commoner to be the
older: of 68 spun copies 59 drift by 1 to 4 tiers, the others by -0.8 to 0.9 (bench/copies/lineage.py)."""
_BROKEN = re.compile(r"(?<=[a-z]{3})[.!?] (?=[a-z]{2})")


class Sign(NamedTuple):
    """One reason: `weight` above 0 says that the second text came from the first, below 0 the reverse."""

    weight: int
    evidence: Evidence


class Aim(NamedTuple):
    """`forward`: the first text is the original. With direction `unknown` it tells only the order in which they are
    named."""

    forward: bool
    direction: Direction
    evidence: tuple[Evidence, ...]


def aim(alignment: Alignment, judgement: Judgement) -> Aim:
    """The direction of a copy, with the signs that speak for it (and those against it, where it stays unknown)."""
    signs = _signs(alignment, judgement)
    total = sum(sign.weight for sign in signs)
    if _carriers(alignment.first.article, alignment.second.article, judgement, signs):
        direction: Direction = "unknown"
    else:
        direction = _direction(total, contradicted=len({sign.weight > 0 for sign in signs}) > 1)
    forward = total > 0 if direction != "unknown" else _earlier(alignment.first.article, alignment.second.article)
    kept = [s.evidence for s in signs if direction == "unknown" or (s.weight > 0) == forward]
    return Aim(forward, direction, tuple(kept))


def _direction(total: int, contradicted: bool) -> Direction:
    if abs(total) >= CERTAIN and not contradicted:
        return "certain"
    return "likely" if abs(total) >= (OUTWEIGHED if contradicted else LIKELY) else "unknown"


def _carriers(a: Article, b: Article, judgement: Judgement, signs: Sequence[Sign]) -> bool:
    """Two that carry a third's text: neither is the other's original, whatever their clocks say."""
    if judgement.type not in ("syndicated", "identical"):
        return False
    strong = any(abs(sign.weight) >= CREDIT for sign in signs)
    return not strong or (same_agency(a, b) and not any(abs(sign.weight) == OWN_AGENCY for sign in signs))


def _earlier(a: Article, b: Article) -> bool:
    return when_and_id(a) <= when_and_id(b)


def when_and_id(article: Article) -> tuple[str, str]:
    """What "earliest" goes by where nothing better is known: the day published, undated last, then the id."""
    published = article.published if article.published and article.published.precision != "open" else None
    return (published.from_ or published.to or "9" if published else "9"), article.id


def _signs(alignment: Alignment, judgement: Judgement) -> list[Sign]:
    first, second = alignment.first, alignment.second
    both = [
        *_own_agency(first.article, second.article, 1), *_own_agency(second.article, first.article, -1),
        *_credit(first, second, 1), *_credit(second, first, -1), *_dates(first.article, second.article),
        *_marks(alignment), *_strange(alignment), *_damage(first, second),
    ]  # fmt: skip
    if judgement.type == "update":
        both += _captures(first.article, second.article) if same_address(first.article, second.article) else []
        both += [*_later_version(first.article, second.article, 1), *_later_version(second.article, first.article, -1)]
    return both


def _own_agency(original: Article, copy: Article, side: int) -> list[Sign]:
    if not (original.outlet and copy.agency) or original.outlet.casefold() != copy.agency.casefold():
        return []
    if copy.outlet and copy.outlet.casefold() == original.outlet.casefold():
        return []
    return [
        Sign(
            side * OWN_AGENCY,
            Evidence(why="the copy credits the original's agency", before=original.outlet, after=copy.agency),
        )
    ]


def _credit(original: Text, copy: Text, side: int) -> list[Sign]:
    """The one names the outlet of the other, which does not name it back."""
    named, back = (_naming(copy, original.article.outlet), _naming(original, copy.article.outlet))
    if not named or back or (original.article.outlet or "").casefold() == (copy.article.outlet or "").casefold():
        return []
    return [Sign(side * CREDIT, Evidence(why="the copy names the original's outlet", after=named))]


def _naming(text: Text, outlet: str | None) -> str | None:
    """The words around `outlet` where `text` names it."""
    whole = text.article.text
    if not outlet or len(outlet) < 3 or (outlet not in whole and outlet.upper() not in whole):
        return None
    spelled = re.finditer(rf"(?<!\w){re.escape(outlet)}(?!\w)", text.article.text, re.IGNORECASE)
    found = next((match for match in spelled if match[0][0] == outlet[0]), None)
    if not found or (" " not in outlet and not _credited(text, found)):
        return None
    words = [
        w
        for w in text.words
        if w.end > found.start() - 24 and w.start < found.end() + 24 and "\n" not in _between(text, w.start, found)
    ]
    return text.article.text[words[0].start : words[-1].end]


def _credited(text: Text, found: re.Match[str]) -> bool:
    """A word of credit stands beside the name: a name of one word may be a word ("Time", "Politico")."""
    start = max(found.start() - 12, text.article.text.rfind("\n", 0, found.start()) + 1)
    near = [w.norm for w in text.words if start <= w.start < found.end() + 12]
    return any(word in phrases("copies", "credits") for word in near)


def _between(text: Text, at: int, found: re.Match[str]) -> str:
    return text.article.text[min(at, found.start()) : max(at, found.end())]


def _dates(a: Article, b: Article) -> list[Sign]:
    """Published on days, or at times, that do not touch."""
    x, y = a.published, b.published
    if not (x and y):
        return []
    if _before(x.to, y.from_):
        return [Sign(DATE, Evidence(why="published later", before=x.to, after=y.from_))]
    if _before(y.to, x.from_):
        return [Sign(-DATE, Evidence(why="published later", before=y.to, after=x.from_))]
    return []


def _captures(a: Article, b: Article) -> list[Sign]:
    """Two states of one address, saved one after the other."""
    why = "saved later from the same address"
    if _before(a.captured, b.captured):
        return [Sign(LATER_VERSION, Evidence(why=why, before=a.captured, after=b.captured))]
    if _before(b.captured, a.captured):
        return [Sign(-LATER_VERSION, Evidence(why=why, before=b.captured, after=a.captured))]
    return []


def _before(end: str | None, start: str | None) -> bool:
    if not (end and start):
        return False
    if end[:10] != start[:10] and (len(end) <= 10 or len(start) <= 10):
        return end[:10] < start[:10]
    ends, starts = _moment(end), _moment(start)
    return bool(ends and starts and ends < starts)


def _moment(stamp: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _later_version(original: Article, copy: Article, side: int) -> list[Sign]:
    signs = []
    note = _note(copy)
    if note and not _note(original):
        signs.append(Sign(side * LATER_VERSION, Evidence(why="the copy says that it is a later version", after=note)))
    elif copy.updated and not original.updated:
        signs.append(
            Sign(
                side * LATER_VERSION,
                Evidence(why="the copy is stamped as updated", after=copy.updated.text or copy.updated.from_),
            )
        )
    return signs


def _note(article: Article) -> str | None:
    return next((line for line in (*article.notes, *article.text.split("\n")) if is_note(article, line)), None)


def _marks(alignment: Alignment) -> list[Sign]:
    """Sentences that stand in quotation marks on one side only."""
    lost: list[tuple[str, str]] = []
    won: list[tuple[str, str]] = []
    for link in alignment.links:
        if link.score < LINK:
            continue
        sides = (alignment.first, link.a), (alignment.second, link.b)
        marked = [_quoted(text, at) for text, at in sides]
        shown = tuple(text.shown(text.sentences[at]) for text, at in sides)
        if marked[0] >= LEAST_QUOTED and not marked[1]:
            lost.append((shown[0], shown[1]))
        if marked[1] >= LEAST_QUOTED and not marked[0]:
            won.append((shown[1], shown[0]))
    if len(lost) == len(won):
        return []
    side, rows = (1, lost) if len(lost) > len(won) else (-1, won)
    weight = MARKS if abs(len(lost) - len(won)) > 1 else DAMAGE
    return [
        Sign(side * weight, Evidence(why="quotation marks lost in the copy", before=b, after=a)) for b, a in rows[:1]
    ]


def _strange(alignment: Alignment) -> list[Sign]:
    """Common words of the one stand as rare words in the other: a thesaurus puts the rarer for the commoner."""
    found = exchanges(alignment)
    drift = sum(rarity(after) - rarity(before) for before, after in found)
    if len(found) < EXCHANGES or abs(drift) < DRIFT * len(found):
        return []
    side = 1 if drift > 0 else -1
    before, after = max(found, key=lambda pair: side * (rarity(pair[1]) - rarity(pair[0])))[::side]
    return [Sign(side * STRANGE, Evidence(why="rare words in the copy for common ones", before=before, after=after))]


def _quoted(text: Text, sentence: int) -> int:
    first, last = text.sentences[sentence]
    return sum(word.quoted for word in text.words[first:last])


def _damage(first: Text, second: Text) -> list[Sign]:
    """Sentences broken by a stop before a small letter, on one side only."""
    here, there = (list(_BROKEN.finditer(text.article.text)) for text in (first, second))
    if bool(here) == bool(there):
        return []
    side, broken, text = (1, there, second) if there else (-1, here, first)
    at = broken[0].start()
    return [
        Sign(
            side * DAMAGE,
            Evidence(why="a sentence is broken in the copy only", after=text.article.text[max(0, at - 24) : at + 24]),
        )
    ]
