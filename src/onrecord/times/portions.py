"""Early, mid, late, the end of: the part of a stretch that the words mean, by the conventions of the words file."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.times.calendars import Stretch, convention, months_of


def portion(stretch: Stretch, words: str, relation: str = "") -> Stretch | None:
    """The part of a year, decade, month, week or season that `words` ("early", "the end of") name; the whole for "".
    With "by", the end of a month is its last day."""
    name = {"very end": "end", "beginning": "start", "middle": "mid"}.get(
        words.removesuffix(" of"), words.removesuffix(" of")
    )
    if not name or stretch.lo is None or stretch.hi is None:
        return stretch
    if stretch.grain == "year":
        first, last = convention(f"{name}_year")
        return months_of(stretch.lo.year, first, last, "quarter")
    if stretch.grain == "decade":
        return _of_decade(stretch.lo, name)
    if stretch.grain == "month" and name in ("end", "start"):
        days = 1 if relation == "by" else convention(f"{name}_month")[0]
        return _edge(stretch.lo, stretch.hi, name, days)
    if stretch.grain == "month":
        return _of_month(stretch.lo, stretch.hi, name)
    if stretch.grain == "week" and name in ("end", "start", "late", "early"):
        at = stretch.lo + timedelta(days=convention("end_week" if name in ("end", "late") else "start_week")[0])
        return Stretch(at, stretch.hi, "days") if name in ("end", "late") else Stretch(stretch.lo, at, "days")
    if stretch.grain in ("day", "minute"):
        return stretch
    return _third(stretch.lo, stretch.hi, name)


def _edge(lo: date, hi: date, name: str, days: int) -> Stretch:
    if name == "end":
        return Stretch(hi - timedelta(days=days - 1), hi, "day" if days == 1 else "days")
    return Stretch(lo, lo + timedelta(days=days - 1), "day" if days == 1 else "days")


def _of_month(lo: date, hi: date, name: str) -> Stretch:
    if name == "early":
        return Stretch(lo, lo.replace(day=convention("early_month")[0]), "days")
    if name == "late":
        return Stretch(lo.replace(day=convention("late_month")[0]), hi, "days")
    first, last = convention("mid_month")
    return Stretch(lo.replace(day=first), lo.replace(day=last), "days")


def _of_decade(lo: date, name: str) -> Stretch:
    early, late = convention("decade_early")[0], convention("decade_late")[0]
    first, last = {"early": (0, early), "start": (0, early), "mid": (early, late)}.get(name, (late, 9))
    return Stretch(date(lo.year + first, 1, 1), date(lo.year + last, 12, 31), "years")


def _third(lo: date, hi: date, name: str) -> Stretch:
    """Early, mid and late of a season or quarter: its thirds."""
    third = (hi - lo) // 3
    if name in ("early", "start"):
        return Stretch(lo, lo + third, "days")
    if name in ("late", "end"):
        return Stretch(hi - third, hi, "days")
    return Stretch(lo + third, hi - third, "days")
