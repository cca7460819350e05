"""When an article was published: its own date, else what its page, its own words, its siblings and its copies bound.

Each kind of evidence is a stretch that the day of publication lies in: what the page leaves open, the last day or year
that the article tells as past (`bounds`), what dated siblings tell (`siblings`), and that a copy is not older than its
original. What one article's stretch tells of its copies' narrows theirs, until nothing narrows any more. Where
the evidence contradicts itself nothing is averaged: a note says what stands against what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from onrecord.nouns import Article, Copy, Dating, Story, When
from onrecord.times.bounds import last_told
from onrecord.times.calendars import Stretch, edtf, written
from onrecord.times.narration import Telling, is_day
from onrecord.times.siblings import Bound, from_dateline, from_siblings

WIDEST = 31
"""Days beyond which bounds say too little to be called a date."""

LATER = 1
"""Days after its date that an article may tell of as past: midnight comes earlier elsewhere."""


def date_all(tellings: Sequence[Telling], copies: Sequence[Copy], stories: Sequence[Story]) -> list[Dating]:
    """One Dating an article, in their order, each telling being told from its page's date. An article's own date is
    never changed; an undated one has the stretch between its bounds, with an open end where there are none on that
    side, and None where there are none at all."""
    circles = {member: frozenset(story.articles) for story in stories for member in story.articles}
    found = {
        telling.article.id: _bounds(telling, tellings, circles.get(telling.article.id, frozenset()))
        for telling in tellings
        if not is_day(telling.article.published)
    }
    given = {telling.article.id: telling.article.published for telling in tellings}
    made = [copy for copy in copies if copy.direction != "unknown"]
    dated = dict(given)
    for _ in tellings if found else ():
        narrowed = given | {id_: _narrowed(id_, *found[id_], made, dated, given[id_]) for id_ in found}
        if narrowed == dated:
            break
        dated = narrowed
    return [
        Dating(
            article=telling.article.id,
            published=dated[telling.article.id],
            notes=tuple(_contradictions(telling, found.get(telling.article.id), made, dated)),
        )
        for telling in tellings
    ]


def _bounds(telling: Telling, tellings: Sequence[Telling], circle: frozenset[str]) -> tuple[list[Bound], list[Bound]]:
    """What siblings tell of an undated article, and what its page and its own words do."""
    kin = [t for t in tellings if t.day is not None and t.article.id != telling.article.id]
    told = [*from_dateline(telling, kin), *from_siblings(telling, kin, circle)]
    return told, [*_from_page(telling.article), *_from_own_words(telling)]


def _narrowed(
    article: str, told: Sequence[Bound], own: Sequence[Bound], made: Sequence[Copy], dated: Mapping[str, When | None],
    given: When | None,
) -> When | None:  # fmt: skip
    """The stretch that all evidence on an article leaves, given what is known of the others so far."""
    others = [*told, *_from_copies(article, made, dated)]
    every = [*others, *own]
    narrow = (_joined(every) or _joined(others)) if others else None
    return narrow or _open(every) or given


def _from_page(article: Article) -> Iterator[Bound]:
    """What the page leaves open."""
    when = article.published
    if when is not None:
        yield Bound(*_days(when), when.basis)


def _days(when: When) -> tuple[date | None, date | None]:
    first, last = (date.fromisoformat(end[:10]) if end else None for end in (when.from_, when.to))
    return first, last


def _from_own_words(telling: Telling) -> Iterator[Bound]:
    found = last_told(telling)
    if found is not None:
        yield Bound(found[0], None, f"it tells of “{found[1]}” as past")


def _open(bounds: Sequence[Bound]) -> When | None:
    """The stretch between all bounds, however wide, an end open where nothing bounds it; None where nothing does or
    they contradict each other."""
    lo = max((b.lo for b in bounds if b.lo), default=None)
    hi = min((b.hi for b in bounds if b.hi), default=None)
    if (lo is None and hi is None) or (lo and hi and hi < lo):
        return None
    tight = [b for b in bounds if (b.lo is not None and b.lo == lo) or (b.hi is not None and b.hi == hi)]
    return When(
        from_=written(lo), to=written(hi), precision="open", edtf=edtf(Stretch(lo, hi, "open")), text=None,
        basis="not dated by its page: " + "; ".join(dict.fromkeys(b.why for b in tight)),
    )  # fmt: skip


def _joined(bounds: Sequence[Bound]) -> When | None:
    """All bounds at once; None where they are open, too wide or contradict each other."""
    lows, highs = [b.lo for b in bounds if b.lo], [b.hi for b in bounds if b.hi]
    if not lows or not highs or not 0 <= (min(highs) - max(lows)).days <= WIDEST:
        return None
    lo, hi = max(lows), min(highs)
    stretch = Stretch(lo, hi, "day" if lo == hi else "days")
    return When(
        from_=written(lo), to=written(hi), precision=stretch.grain, edtf=edtf(stretch), text=None,
        basis="not dated by its page: " + "; ".join(dict.fromkeys(b.why for b in bounds)),
    )  # fmt: skip


def _from_copies(article: str, made: Sequence[Copy], dated: Mapping[str, When | None]) -> Iterator[Bound]:
    """A copy is not older than its original."""
    for copy in made:
        if copy.copy == article and (when := dated.get(copy.original)) and when.from_:
            yield Bound(_days(when)[0], None, f"it is made from an article of {_since(when)}")
        if copy.original == article and (when := dated.get(copy.copy)) and when.to:
            yield Bound(None, _days(when)[1], f"an article of {_until(when)} is made from it")


def _since(when: When) -> str:
    return (when.from_ or "")[:10] + ("" if when.from_ == when.to else " or later")


def _until(when: When) -> str:
    return (when.to or "")[:10] + ("" if when.from_ == when.to else " or earlier")


def _contradictions(
    telling: Telling,
    found: tuple[list[Bound], list[Bound]] | None,
    made: Sequence[Copy],
    dated: Mapping[str, When | None],
) -> Iterator[str]:
    """What the evidence on an article's date has against itself, in words."""
    article = telling.article.id
    every = [*_from_copies(article, made, dated), *([*found[0], *found[1]] if found else _from_own_words(telling))]
    own = dated[article] if found is None else None
    if own is not None and own.precision != "open":
        yield from _against(own, every)
        return
    lo = max((b for b in every if b.lo), key=_first, default=None)
    hi = min((b for b in every if b.hi), key=_last, default=None)
    if lo and hi and lo.lo and hi.hi and hi.hi < lo.lo:
        yield f"The pages contradict each other on when it appeared: {lo.why}, yet {hi.why}."


def _first(bound: Bound) -> date:
    return bound.lo or date.min


def _last(bound: Bound) -> date:
    return bound.hi or date.max


def _against(own: When, bounds: Sequence[Bound]) -> Iterator[str]:
    """What stands against a date that the page gives."""
    first, last = _days(own)
    for bound in bounds:
        early = bound.lo is not None and last is not None and (bound.lo - last).days > LATER
        late = bound.hi is not None and first is not None and (first - bound.hi).days > LATER
        if early or late:
            yield f"Its page dates it {own.edtf}, yet {bound.why}."
