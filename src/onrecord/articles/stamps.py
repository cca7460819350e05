"""Dates as pages print them: "Feb. 3, 2031 6:10 am ET", "Monday 3 February 2031 00.05 GMT", "2031-02-03", "39 minutes
ago".

A stamp keeps the page's own clock and offset; nothing is moved to UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.nouns import When
from onrecord.words import table

MAX_LINE = 400
"""Characters of a line in which dates are looked for: a date line is short, and page text may be hostile."""
LONGEST_AGE = 90
"""Characters of the longest line that says only an age and whose."""
UNSET = date(1970, 1, 1)
"""What clocks that were never set say; nothing on the web was declared earlier and meant."""


class Stamp(NamedTuple):
    """A date at `start`..`end` of some text; `clock` is hours and minutes, `offset` like "+05:30", None where not
    told."""

    start: int
    end: int
    day: date
    clock: tuple[int, int] | None
    offset: str | None
    text: str

    def iso(self) -> str:
        """The day, or the minute with the offset where the page tells one."""
        if self.clock is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()}T{self.clock[0]:02}:{self.clock[1]:02}{self.offset or ''}"

    def when(self, basis: str) -> When:
        """The stretch the stamp names."""
        moment = self.iso()
        grain = "day" if self.clock is None else "minute"
        return When(from_=moment, to=moment, precision=grain, edtf=moment, text=self.text or None, basis=basis)


_MONTH = r"(?P<{0}>[^\W\d_]{{3,11}})"
_CLOCK = (
    r"(?:[\s,|·•;/–-]{1,4}(?:(?:at|At|AT|um|à|às|a las|alle|ore|om|kl\.?|klo|o godz\.|в) )?"
    r"(?P<h>[0-2]?\d)\s?[:.h]\s?(?P<min>[0-5]\d)(?:[:.][0-5]\d)?(?: ?(?:Uhr|uur|hs?\b))?"
    r"(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?(?:\s?\(?(?P<zone>[A-Z]{1,4}|Eastern|Central|Pacific)\b\)?)?"
    r"(?P<off>\s?[+-]\d\d:?\d\d)?)?"
)
_ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    r"(?:[T ](?P<h>\d\d):(?P<min>\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(?P<zone>Z|UTC|GMT)?"
    r"(?P<off>[+-]\d\d:?\d\d)?)?(?![\d-])"
)
_DAY_FIRST = re.compile(
    r"(?<![\d.])(?P<d>[0-3]?\d)(?:\.\s?|(?:st|nd|rd|th|er|º|°)?\.?,?(?: of| de| d[’'])?[\s./-]{1,2})"
    + _MONTH.format("mon")
    + r"(?:\.?,?(?: del?)?[\s-]{1,2}|[./])(?P<y>(?:19|20)\d\d)(?!\d)"
    + _CLOCK
)
_MONTH_FIRST = re.compile(
    r"\b"
    + _MONTH.format("mon")
    + r"\.?,?\s{1,2}(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?:,\s?|\s{1,2})(?:of )?(?P<y>(?:19|20)\d\d)(?!\d)"
    + _CLOCK
)
_DOTTED = re.compile(r"(?<![\d.])(?P<d>[0-3]?\d)\.\s?(?P<m>[01]?\d)\.\s?(?P<y>(?:19|20)\d\d)(?!\d|\.\d)" + _CLOCK)
_IDEOGRAPHIC = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>[01]?\d)\s?[月월]\s?(?P<d>[0-3]?\d)\s?[日일]")
_PACKED = re.compile(r"(?P<y>(?:19|20)\d\d)/?(?P<m>[01]\d)/?(?P<d>[0-3]\d)(?!\d)")
_CLOCK_BEFORE = re.compile(
    r"(?<![\d:.])(?P<h>[0-2]?\d)[:.](?P<min>[0-5]\d)(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
    r"(?:\s?(?P<zone>[A-Z]{2,4})\b)?(?:,| on|\s[|·•–-])?\s{1,2}(?:[A-Z][a-z]{2,8},?\s)?$"
)
_GAP = r"(?:\s?[·|•/]\s?|\s[–—-]\s|\s{2,})"
_WORD = r"[A-Z0-9&][\w.&'’-]{0,20}"
_AGE = r"(?P<n>\d{1,3}|an?|one)\s?(?P<unit>m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)"
_AGO = re.compile(
    rf"(?:(?:(?P<who>[^·|•\n]{{2,40}}?){_GAP}|(?P<named>(?-i:{_WORD}(?: {_WORD}){{0,4}})),\s))?"
    rf"(?:(?:posted|published|updated)[: ]+)?{_AGE}\s+ago\.?",
    re.I,
)
_AGO_FIRST = re.compile(
    rf"(?:(?:posted|published|updated)[: ]+)?{_AGE}\s+ago(?:{_GAP}|\sby\s)(?P<who>[^·|•\n]{{2,40}})", re.I
)
"""The age before the name ("3 hours ago | Tarn Times")."""
_SHORT = re.compile(r"(?P<who>[^·|•\n]{2,40}?)\s?[·|•]\s?(?P<n>\d{1,2})(?P<unit>m|\s?hr?|d)")
"""The age without "ago", as the cards of aggregators have it beside a name ("Tarn Times · 3h")."""
_READING = re.compile(r"\s?[|·•–-]\s?\d{1,3}[ -]min(?:ute)?s?[ -]read$", re.I)
"""How long the text takes, which sites print beside its age."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""What every full date holds."""
_SECONDS = {"m": 60, "h": 3600, "d": 86400, "w": 604800}


def find(text: str) -> list[Stamp]:
    """The full dates (day, month and year) in the opening of a line, in order; overlapping ones once."""
    if ("20" not in text and "19" not in text) or _YEAR.search(text, 0, MAX_LINE) is None:
        return []
    return list(_found(text[:MAX_LINE]))


@lru_cache(maxsize=2048)
def _found(text: str) -> tuple[Stamp, ...]:
    """The dates of an opening; several questions are asked of one line."""
    found: list[Stamp] = []
    for stamp in sorted(_all(text), key=lambda stamp: (stamp.start, -stamp.end)):
        if not found or stamp.start >= found[-1].end:
            found.append(stamp)
    return tuple(found)


def declared(text: str) -> Stamp | None:
    """The date that a declaration means: as `find` reads it, in eight figures, or in seconds or milliseconds since
    1970; None for none, and for the zero of clocks that were never set."""
    text = text.strip()[:MAX_LINE]
    found = next(iter(find(text)), None) or _counted(text) or _packed(text)
    return None if found is None or found.day <= UNSET else found


def _counted(text: str) -> Stamp | None:
    """Seconds or milliseconds since 1970, told in UTC."""
    if not re.fullmatch(r"1?\d{9}(?:\d{3})?(?:\.\d{1,6})?", text):
        return None
    seconds = int(text.split(".")[0]) // (1000 if len(text.split(".")[0]) > 11 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    return Stamp(0, len(text), moment.date(), (moment.hour, moment.minute), "+00:00", text)


def _packed(text: str) -> Stamp | None:
    match = _PACKED.match(text)
    try:
        return match and Stamp(*match.span(), date(*map(int, match.groups())), None, None, match[0])
    except ValueError:
        return None


def _all(text: str) -> Iterator[Stamp]:
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _DOTTED, _IDEOGRAPHIC):
        for match in pattern.finditer(text):
            stamp = _stamp(match, text)
            if stamp is not None:
                yield stamp


def _stamp(match: re.Match[str], text: str) -> Stamp | None:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else months().get((parts.get("mon") or "").lower())
    if month is None:
        return None
    try:
        day = date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None
    start = match.start()
    if parts.get("h") is None:
        before = _CLOCK_BEFORE.search(text, max(0, start - 40), start)
        if before is not None:
            start, parts = before.start(), parts | before.groupdict()
    clock = _clock(parts)
    offset = _offset(parts, day) if clock else None
    return Stamp(start, match.end(), day, clock, offset, text[start : match.end()].strip())


def _clock(parts: dict[str, str | None]) -> tuple[int, int] | None:
    if not parts.get("h"):
        return None
    hour, minute, half = int(parts["h"] or 0), int(parts["min"] or 0), (parts.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute) if hour < 24 else None


def _offset(parts: dict[str, str | None], day: date) -> str | None:
    if parts.get("off"):
        digits = (parts["off"] or "").strip().replace(":", "")
        return f"{digits[:3]}:{digits[3:]}"
    zone = parts.get("zone") or ""
    zones = table("zones")
    if zone in zones["fixed"]:
        return str(zones["fixed"][zone])
    if zone in zones["us"]:
        hours = int(zones["us"][zone]) + (1 if _american_summer(day) else 0)
        return f"-{-hours:02}:00"
    return None


def _american_summer(day: date) -> bool:
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))


@cache
def months() -> dict[str, int]:
    """Month names and their usual cuts, lower case, to their number."""
    return {str(name): int(number) for name, number in table("zones")["months"].items()}


def _aged(text: str) -> re.Match[str] | None:
    """What a line that says only its age says."""
    text = _READING.sub("", text.strip())
    if len(text) > LONGEST_AGE:
        return None
    if "ago" not in text.lower():
        return _SHORT.fullmatch(text)
    return _AGO.fullmatch(text) or _AGO_FIRST.fullmatch(text)


def source_of_age(text: str) -> str | None:
    """The name before the age on one line ("Tarn Times · 3 hours ago"), or None."""
    match = _aged(text)
    told = match.groupdict() if match is not None else {}
    return told.get("who") or told.get("named")


def seconds_ago(text: str) -> int | None:
    """How long ago a line that says only "39 minutes ago" means, in seconds; None for any other line."""
    match = _aged(text)
    if match is None:
        return None
    number = 1 if match["n"].lower() in ("a", "an", "one") else int(match["n"])
    return number * _SECONDS[match["unit"][0].lower()]
