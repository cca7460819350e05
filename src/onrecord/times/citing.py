"""What an outlet is said to have reported was said when its own article, a sibling, appeared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.nouns import Article, When
from onrecord.times.calendars import Stretch, edtf, written
from onrecord.times.narration import Telling

SHARED = 4
"""Words (of four letters or more) of the sentence that the outlet's article must hold for it to be the report meant.
Set on invented stories: sentences on other matters share up to two beside names."""

RECENT = 8
"""Days before the citing article within which the report must have appeared: an older one is hardly the one meant."""

_WORD = re.compile(r"[^\W\d_]{4,30}")
_TITLE = re.compile(r"^(?:The|Die|Le|La|El)\s")


def citations(telling: Telling, kin: Sequence[Telling]) -> Mapping[int, When]:
    """For attributions whose source is the outlet of one of `kin` by name: the day on which that outlet's article
    appeared that tells most of the same, if it did not appear later. Keys are indexes of the reading's attributions."""
    outlets = _by_name(telling, kin)
    if not outlets:
        return {}
    out, text = {}, telling.article.text
    for number, attribution in enumerate(telling.reading.attributions):
        if attribution.source is None:
            continue
        source = text[slice(*attribution.source)]
        found = next(
            (rows for name, rows in outlets.items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source)), None
        )
        when = _reported(_words(text[attribution.start : attribution.end]), found) if found else None
        if when is not None:
            out[number] = when
    return out


def _is_in(name: str, source: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source) is not None


def _by_name(telling: Telling, kin: Sequence[Telling]) -> dict[str, list[tuple[date, str, frozenset[str]]]]:
    """The articles of other outlets, not later than this one, by the outlet's name and by its last word where that is
    one outlet's alone; the longest names first."""
    mine = _names(telling.article)
    out: dict[str, list[tuple[date, str, frozenset[str]]]] = {}
    owners: dict[str, set[str]] = {}
    for other in kin:
        day = other.day.lo if other.day and other.day.lo == other.day.hi else None
        if day is None or telling.day is None or telling.day.hi is None:
            continue
        if not 0 <= (telling.day.hi - day).days <= RECENT:
            continue
        for name in _names(other.article) - mine:
            row = (day, other.article.id, _words(other.article.text))
            for form in {name, name.split()[-1]}:
                if len(form) >= 4 and form[0].isupper():
                    owners.setdefault(form, set()).add(name)
                    out.setdefault(form, []).append(row)
    alone = {form for form, names in owners.items() if len(names) == 1 and form not in {n.split()[-1] for n in mine}}
    return {form: out[form] for form in sorted(alone, key=lambda form: (-len(form), form))}


def _names(article: Article) -> set[str]:
    return {_TITLE.sub("", name) for name in (article.outlet, article.agency) if name}


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _reported(words: frozenset[str], rows: Sequence[tuple[date, str, frozenset[str]]]) -> When | None:
    ranked = sorted(((len(words & held), day) for day, _, held in rows), reverse=True)
    best = ranked[0][0]
    days = {day for count, day in ranked if count == best}
    if best < SHARED or len(days) != 1:
        return None
    day = days.pop()
    stretch = Stretch(day, day, "day")
    return When(
        from_=written(day), to=written(day), precision="day", edtf=edtf(stretch), text=None,
        basis=f"its report of {day.isoformat()} is among the pages",
    )  # fmt: skip
