"""Is one of two aligned texts made from the other, and of which kind is the copy?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from onrecord.copies.alignment import LINK, Alignment
from onrecord.copies.exchanges import exchanges, replaced
from onrecord.copies.texts import Text
from onrecord.copies.twins import are_twins, same_address
from onrecord.nouns import Article, CopyType
from onrecord.words import phrases

MADE = 0.5
"""Share of a text's own words in linked sentences from which it is made of the other, whole. Hand-made records:
copies and updates 0.54 to 0.98, independent reports at most 0.37 (a brief that retells one sentence), nearly all
under 0.15."""
MADE_WORDS, MADE_SENTENCES = 40, 3
"""And at least so much of it: one sentence in common makes no copy of a brief."""
LIFTED, LIFTED_WORDS, LIFTED_SENTENCES = 0.85, 35, 2
"""An excerpt: sentences of this overlap, so many of them in a row, with so many words outside quotations."""
SCATTERED_WORDS, SCATTERED_SENTENCES = 90, 5
"""Or so many of them with so many words anywhere: two reports merged paragraph by paragraph leave no run."""
SIGN_OFF = 5
"""Sentences in step at the very end, or the very beginning, of both texts that count for no excerpt: "X is a
professor of Y. Follow her on Z."."""
BESIDE = 2
"""Sentences on either side of one that says whose piece it is ("Follow her on Z.") that belong to the same note."""
AFRESH, DAYS = 0.35, 45
"""An update keeps at least this share of either version and comes within so many days: an outlet's standing background
paragraphs, lifted from piece to piece for years, make no update."""
LEAD = 5
"""The first sentences, headline included, of which a later version keeps one: standing features repeat further down."""
EXCHANGED, REPLACED, REPHRASED = 0.017, 0.04, 0.65
"""A copy without an agency's credit was rewritten where this share of its aligned words stands one for one for others,
or this share came in any place where others went, or the mean overlap of linked sentences is less. House style and cuts
make 0 to 0.014, to 0.035 and 0.7 or more (64 derived copies, 9 invented ones); the lightest thesaurus spin 0.0185
(bench/copies/lineage.py, 186 copies), machine rewriting 0.05 to 0.14."""
WHOLE = 0.995


class Judgement(NamedTuple):
    """The kind of a copy before its direction is known. `share_of_second`, `share_of_first`: of each text's own
    words."""

    type: CopyType
    share_of_second: float
    share_of_first: float


def judge(alignment: Alignment) -> Judgement | None:
    """What the two texts are to one another; None where neither is made from the other."""
    second, first = alignment.share_of_second(LINK), alignment.share_of_first(LINK)
    a, b = alignment.first.article, alignment.second.article
    if same_outlet(a, b) and not (
        min(second, first) >= AFRESH and days_between(a, b) <= DAYS and _same_lead(alignment)
    ):
        return None
    if max(second, first) >= MADE and _enough(alignment):
        return Judgement(_whole(alignment, second, first), second, first)
    if lifted(alignment) and not same_outlet(a, b):
        return Judgement("excerpt", second, first)
    if alignment.retold and not same_outlet(a, b):
        return Judgement("rewritten", second, first)
    return None


def same_outlet(a: Article, b: Article) -> bool:
    """Both name one outlet, or stand on two pages of one address."""
    if same_address(a, b):
        return True
    return bool(a.outlet and b.outlet) and (a.outlet or "").casefold() == (b.outlet or "").casefold()


def days_between(a: Article, b: Article) -> int:
    """Days from the one's publication to the other's; 0 where either is not known to the day."""
    x, y = day_of(a), day_of(b)
    return abs((x - y).days) if x and y else 0


def day_of(article: Article) -> date | None:
    """The last day on which it may have been published, None where that is not known."""
    when = article.published
    return _day(when.to or when.from_) if when and when.precision != "open" else None


def _day(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None


def same_agency(a: Article, b: Article) -> bool:
    """Both carry one agency's text, or one is the agency's own page."""
    names_a, names_b = agencies(a), agencies(b)
    return bool((a.agency or b.agency) and names_a & names_b)


def agencies(article: Article) -> set[str]:
    """The names under which an article may be agency copy: its credit and its outlet, folded."""
    return {name.casefold() for name in (article.agency, article.outlet) if name}


def lifted(alignment: Alignment) -> bool:
    """A run of sentences stands in both nearly word for word, and not only words that both quote. A run that begins or
    ends both texts is a house's or an author's sign-off."""
    run: list[tuple[int, int]] = []
    house = _house(alignment)
    words = 0
    taken = [link for link in alignment.links if link.score >= LIFTED and (link.a, link.b) not in house]
    sizes = {link.b: len(alignment.second.own(alignment.second.sentences[link.b])) for link in taken}
    if len(sizes) >= SCATTERED_SENTENCES and sum(sizes.values()) >= SCATTERED_WORDS:
        return True
    for link in taken:
        own = sizes[link.b]
        if run and not (0 <= link.a - run[-1][0] <= 2 and link.b - run[-1][1] <= 2):
            run, words = [], 0
        run.append((link.a, link.b))
        words += own
        if len(run) >= LIFTED_SENTENCES and words >= LIFTED_WORDS:
            return True
    return False


def _house(alignment: Alignment) -> set[tuple[int, int]]:
    """The links in step with either end of both texts, headlines passed over, unbroken, SIGN_OFF at most."""
    linked = {(link.a, link.b) for link in alignment.links}
    last = len(alignment.first.sentences) - 1, len(alignment.second.sentences) - 1
    out = _signed_off(alignment)
    for steps in ([(n, n) for n in range(SIGN_OFF + 1)], [(last[0] - n, last[1] - n) for n in range(SIGN_OFF)]):
        run = steps if steps[0] in linked else steps[1:]
        for step in run:
            if step not in linked:
                break
            out.add(step)
    return out


def _signed_off(alignment: Alignment) -> set[tuple[int, int]]:
    """The links within two sentences of one that says whose piece it is: "Follow her on Z."."""
    text = alignment.second
    signs = [
        link.b for link in alignment.links
        if any(sign in text.shown(text.sentences[link.b]).lower() for sign in phrases("copies", "sign_offs"))
    ]  # fmt: skip
    return {(link.a, link.b) for link in alignment.links if any(abs(link.b - at) <= BESIDE for at in signs)}


def _same_lead(alignment: Alignment) -> bool:
    """One of the first sentences of the one is one of the first of the other."""
    return any(link.a < LEAD and link.b < LEAD and link.own >= LINK for link in alignment.links)


def _enough(alignment: Alignment) -> bool:
    linked = {link.b for link in alignment.links if link.own >= LINK}
    words = sum(len(alignment.second.own(alignment.second.sentences[at])) for at in linked)
    return words >= MADE_WORDS and len(linked) >= MADE_SENTENCES


def _whole(alignment: Alignment, second: float, first: float) -> CopyType:
    a, b = alignment.first.article, alignment.second.article
    if are_twins(a, b):
        return "identical"
    agency = same_agency(a, b) and not same_outlet(a, b)
    if not agency and min(second, first) >= WHOLE and _word_for_word(alignment):
        return "identical"
    if same_outlet(a, b):
        return "update"
    if agency:
        return "syndicated"
    return "rewritten" if _rewritten(alignment) else "syndicated"


def _rewritten(alignment: Alignment) -> bool:
    words = sum(len(alignment.second.norms(alignment.second.sentences[link.b])) for link in alignment.links)
    if len(exchanges(alignment)) >= EXCHANGED * words or replaced(alignment) >= REPLACED * words:
        return True
    return overlap(alignment) < REPHRASED


def _word_for_word(alignment: Alignment) -> bool:
    return [w.norm for w in alignment.first.words] == [w.norm for w in alignment.second.words]


def overlap(alignment: Alignment) -> float:
    """Mean overlap of the linked sentences, each by its length."""
    sizes = [len(alignment.second.norms(alignment.second.sentences[link.b])) for link in alignment.links]
    scores = [max(link.score, link.alike) for link in alignment.links]
    return sum(score * size for score, size in zip(scores, sizes, strict=True)) / max(1, sum(sizes))


def closeness(alignment: Alignment) -> float:
    """How much of either text's words stand in the other, 0 to 2: links weighed by their overlap, so that of a text
    and its rewriting the one that was copied is the closer."""
    best_b: dict[int, float] = {}
    best_a: dict[int, float] = {}
    for link in alignment.links:
        best_b[link.b] = max(link.score, best_b.get(link.b, 0.0))
        best_a[link.a] = max(link.score, best_a.get(link.a, 0.0))
    return _weighed(alignment.second, best_b) + _weighed(alignment.first, best_a)


def explained(alignment: Alignment) -> dict[int, float]:
    """The second text's sentences that come from the first, each with its share of the second's own words."""
    text = alignment.second
    sizes = [len(text.own(sentence)) for sentence in text.sentences]
    return {link.b: sizes[link.b] / max(1, sum(sizes)) for link in alignment.links if link.own >= LINK or link.alike}


def _weighed(text: Text, scores: Mapping[int, float]) -> float:
    sizes = [last - first for first, last in text.sentences]
    return sum(score * sizes[at] for at, score in sorted(scores.items())) / max(1, sum(sizes))
