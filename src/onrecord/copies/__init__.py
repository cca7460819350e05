"""Article x Article -> Copy, Change. Who made what from whom, and what changed on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.copies import corners
from onrecord.copies.alignment import Alignment, Encoding, align
from onrecord.copies.commons import common
from onrecord.copies.directions import Aim, aim, when_and_id
from onrecord.copies.families import Edge, closest, nearest, pairs
from onrecord.copies.houses import houses
from onrecord.copies.judgements import Judgement, closeness, day_of, explained, judge, overlap, same_agency
from onrecord.copies.kinship import compared, hashes, kin
from onrecord.copies.ledger import changes_of, turns
from onrecord.copies.quotations import quoted
from onrecord.copies.senses import may_retell
from onrecord.copies.sketches import grams, keys
from onrecord.copies.texts import Text, own, read, words_of
from onrecord.copies.twins import address_evidence, same_address
from onrecord.nouns import Article, Change, Copy, Evidence, Reading, Sketch, digest

SHINGLE, SHARED = 3, 0.05
"""Pairs that share a key are aligned only where the smaller holds this share of its word 3-grams in common: rewritten
copies share 0.3 and more, two paragraphs lifted into a longer piece 0.06 to 0.2, unrelated articles under 0.03."""

__all__ = ["common", "compare", "compared", "houses", "kin", "sketch", "trace"]

CONFIDENT = 0.2
"""Added to the mean overlap of the aligned sentences as the confidence of a copy: at 0.8 and more nothing else
explains it."""


TURNED = 4
"""Numbers, names, quotations and turns of meaning from which a text without an agency's credit was not carried but
rewritten, however few its other words: carriers in invented stories change up to 3, house style none."""


class _Found(NamedTuple):
    """A copy before parents are chosen, its texts already in order: `alignment.first` is the original."""

    alignment: Alignment
    judgement: Judgement
    aim: Aim


def sketch(article: Article, reading: Reading) -> list[Sketch]:
    """The keys that two articles share when one may be made from the other, quotations masked, and what tells whether
    it may (a list of one)."""
    quotes = [(q.start, q.end) for q in reading.quotes] or quoted(article.text)
    words, names = own(article, words_of(article.text, quotes))
    kept, halved = hashes(grams(words))
    day, outlet = day_of(article), article.outlet.casefold() if article.outlet else None
    return [
        Sketch(
            article=article.id, keys=_meeting(words, names, reading.senses), grams=kept, halved=halved,
            outlet=outlet, day=day.isoformat() if day else None, senses=reading.senses,
        )
    ]  # fmt: skip


def _meeting(words: Sequence[str], names: Sequence[str], senses: Sequence[bytes]) -> tuple[str, ...]:
    """All keys under which an article meets others: by its words and names, and by the sense of its sentences."""
    return (*keys(words, names), *corners.keys(senses))


def trace(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[list[Copy], list[Change]]:
    """The copies among articles connected by their sketches, each with its nearest parent, and what each copying
    changed."""
    if len(articles) < 2:
        return [], []
    by_article = {reading.article: reading for reading in readings}
    texts = {article.id: read(article, by_article.get(article.id)) for article in articles}
    found = {(f.alignment.first.article.id, f.alignment.second.article.id): f for f in _compared(texts)}
    kept = nearest([Edge(*pair, _weight(f), explained(f.alignment)) for pair, f in sorted(found.items())])
    copies, changes = [], []
    for edge in kept:
        row, ledger = _rows(found[edge.original, edge.copy])
        copies.append(row)
        changes += ledger
    return sorted(copies, key=lambda c: c.id), sorted(changes, key=lambda c: c.id)


def compare(a: Article, b: Article, readings: Sequence[Reading]) -> tuple[Copy | None, list[Change]]:
    """Whether one of two articles is made from the other, and what changed on the way; `readings` may lack either. Two
    that would not be aligned in a record are not aligned here."""
    by_article = {reading.article: reading for reading in readings}
    first, second = (read(x, by_article.get(x.id)) for x in sorted((a, b), key=lambda x: x.id))
    known = [sketch(x, by_article[x.id])[0] for x in (a, b) if x.id in by_article]
    akin = len(known) < 2 or same_address(a, b) or _meet(*known)
    found = _of_one_making(first, second, Encoding()) if akin else None
    return _rows(found) if found else (None, [])


def _meet(a: Sketch, b: Sketch) -> bool:
    return not set(a.keys).isdisjoint(b.keys) and kin(a, b, crowded=False)


def _compared(texts: Mapping[str, Text]) -> list[_Found]:
    found = {i: own(text.article, text.words) for i, text in texts.items()}
    order = {i: when_and_id(text.article) for i, text in texts.items()}
    senses = {i: text.senses for i, text in texts.items()}
    candidates = pairs({i: _meeting(*there, senses[i]) for i, there in found.items()}, order)
    shingles = {
        i: set(zip(*(found[i].words[n:] for n in range(SHINGLE)), strict=False))
        for i in sorted({i for p in candidates for i in p})
    }
    near = {
        (a, b): shared / max(1, min(len(shingles[a]), len(shingles[b])))
        for a, b in candidates
        if ((shared := len(shingles[a] & shingles[b])) >= SHARED * min(len(shingles[a]), len(shingles[b])) and shared)
        or may_retell(senses[a], senses[b])
    }
    encoding = Encoding()
    return [made for a, b in closest(near, order) if (made := _of_one_making(texts[a], texts[b], encoding))]


def _of_one_making(a: Text, b: Text, encoding: Encoding) -> _Found | None:
    alignment = align(a, b, encoding)
    judgement = judge(alignment)
    if judgement is None:
        return None
    if judgement.type == "syndicated" and not same_agency(a.article, b.article) and turns(alignment) >= TURNED:
        judgement = judgement._replace(type="rewritten")
    course = aim(alignment, judgement)
    if course.forward:
        return _Found(alignment, judgement, course)
    turned = align(b, a, encoding)
    return _Found(turned, (judge(turned) or judgement)._replace(type=judgement.type), course)


def _weight(found: _Found) -> tuple[float, ...]:
    """The same article on another page of its address before all, an outlet's own earlier version, an agency's own
    article before a fellow carrier, a whole copy before an excerpt, then the words that either has in common with the
    other."""
    a, b = found.alignment.first.article, found.alignment.second.article
    source = bool(a.outlet and b.agency) and (a.outlet or "").casefold() == (b.agency or "").casefold()
    kind = found.judgement.type
    own = 2.0 if kind == "identical" and same_address(a, b) else float(kind == "update")
    return own, float(source), float(kind != "excerpt"), round(closeness(found.alignment), 6)


def _rows(found: _Found) -> tuple[Copy, list[Change]]:
    alignment, kind = found.alignment, found.judgement.type
    ids = alignment.first.article.id, alignment.second.article.id
    share = round(alignment.share_of_second(), 3)
    one_address = address_evidence(alignment.first.article, alignment.second.article)
    evidence = (Evidence(why=_told(alignment, share)), *_meant(alignment), *one_address, *found.aim.evidence)
    copy = Copy(
        id=digest("copy", *ids, kind),
        original=ids[0],
        copy=ids[1],
        type=kind,
        direction=found.aim.direction,
        share=share,
        evidence=evidence,
        confidence=round(min(1.0, overlap(alignment) + CONFIDENT), 3),
    )
    return copy, changes_of(alignment, copy)


def _meant(alignment: Alignment) -> list[Evidence]:
    """How many sentences only sense links, with the two that are most alike."""
    links = alignment.meant()
    if not links:
        return []
    count, best = len({link.b for link in links}), max(links, key=lambda link: (link.alike, -link.b, -link.a))
    first, second = alignment.first, alignment.second
    return [
        Evidence(
            why=f"{count} sentence{'s say' if count > 1 else ' says'} the same in other words",
            before=first.shown(first.sentences[best.a]), after=second.shown(second.sentences[best.b]),
        )
    ]  # fmt: skip


def _told(alignment: Alignment, share: float) -> str:
    linked, every = len({link.b for link in alignment.links}), len(alignment.second.sentences)
    left = len(alignment.first.sentences) - len({link.a for link in alignment.links})
    kept = f"{linked} of the copy's {every} sentences come from the original, {share:.0%} of its own words"
    if not alignment.second.article.complete:
        return f"{kept}; a paywall hides the rest of the copy"
    return f"{kept}; {left} of the original's {len(alignment.first.sentences)} sentences are not in it"
