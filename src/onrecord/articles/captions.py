"""Picture captions: told by the credit they end with, also where the body follows on the same line."""

from __future__ import annotations

import re
from functools import cache

from onrecord.words import phrases

MAX_CAPTION = 90
"""Words of the longest caption before its credit."""
MAX_CREDIT = 6
"""Words of the longest credit ("JABIN BOTSFORD / THE WASHINGTON POST")."""
LOOKED_AT = 900

_TOKEN = re.compile(r"\S+")
_CAPITALS = re.compile(r"[(\[]?[A-Z][A-Z0-9.&/,'’-]*[)\]]?$")
PLACES = (
    "NEW YORK", "HONG KONG", "KUALA LUMPUR", "LOS ANGELES", "SAN FRANCISCO", "NEW DELHI", "TEL AVIV", "MEXICO CITY",
    "BUENOS AIRES", "SAO PAULO", "ABU DHABI", "ADDIS ABABA", "PHNOM PENH", "ST PETERSBURG", "CAPE TOWN",
)  # fmt: skip
"""Towns of two words that open datelines."""


def is_caption(text: str) -> bool:
    """Whether a line as a whole is a caption with its credit, or a credit alone."""
    mark = _credit_mark_in(text)
    if mark is not None and len(text[: mark.start()].split()) <= MAX_CAPTION:
        return len(text[mark.end() :].split()) <= MAX_CREDIT + 4
    if text.count(" ") >= MAX_CAPTION or _is_sentence(text):
        return False
    plain = text[-200:].replace("’", "'").lower()
    if not any(word in plain for word in _marks("needs")):
        return False
    return _credit_words().search(plain) is not None


def credit_start(text: str) -> int | None:
    """Where the credit of a caption begins, None where it has none."""
    mark = _credit_mark_in(text)
    return None if mark is None else mark.start()


def caption_end(text: str) -> int | None:
    """Where a line that begins with a caption and its credit goes on with the body, or None.

    The credit is the words in capitals after "PHOTO:", or the names up to the first word that opens a sentence."""
    mark = _credit_mark_in(text)
    if mark is None or len(text[: mark.start()].split()) > MAX_CAPTION:
        return None
    tokens = [match for _, match in zip(range(MAX_CREDIT + 3), _TOKEN.finditer(text, mark.end()), strict=False)]
    if len(text[mark.end() :].split(maxsplit=12)) < 12 or not tokens:
        return None
    capitals = 0
    while capitals < len(tokens) and _CAPITALS.match(tokens[capitals][0]) and not _opens_sentence(tokens, capitals):
        capitals += 1
    if capitals == 0:
        return _after_names(tokens)
    return _after_capitals(text, tokens, min(capitals, len(tokens) - 1))


def _after_capitals(text: str, tokens: list[re.Match[str]], count: int) -> int:
    following = tokens[count]
    if following[0] in ("-", "–", "—"):
        if count == 1:
            return following.end()
        before = text[tokens[0].start() : following.start()].strip()
        town = 2 if before.endswith(PLACES) and count > 2 else 1
        return tokens[count - town].start()
    return following.start()


def _after_names(tokens: list[re.Match[str]]) -> int | None:
    for index in range(1, len(tokens)):
        if _opens_sentence(tokens, index):
            return tokens[index].start()
    return None


def _opens_sentence(tokens: list[re.Match[str]], index: int) -> bool:
    """A capitalised word (or an opening quotation mark) with a small word after it."""
    word = tokens[index][0]
    following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    return bool(index) and following[:1].islower() and (word[:1].isupper() or word[:1] in "\"'“‘")


def _is_sentence(text: str) -> bool:
    return text.rstrip("”’\"' ").endswith((".", "!", "?")) and not text.rstrip().endswith(")")


def _credit_mark_in(text: str) -> re.Match[str] | None:
    """Where a credit is announced; most lines lack what every announcement holds."""
    plain = text[:LOOKED_AT].lower()
    if not any(word in plain for word in _marks("credits")):
        return None
    return _credit_mark().search(text, 0, LOOKED_AT)


@cache
def _marks(key: str) -> tuple[str, ...]:
    """The words of a list, those left out that hold another of them: a line holds one of the list where it holds one
    of these."""
    words = phrases("caption_words", key)
    return tuple(word for word in words if not any(other != word and other in word for other in words))


@cache
def _credit_mark() -> re.Pattern[str]:
    words = "|".join(sorted(phrases("caption_words", "credits"), key=len, reverse=True))
    by = r"(?i:(?:photo|picture|image|photograph)(?:graphs?)?s? by) "
    named = rf"(?i:{words})\s?(?:: ?|/ ?)|{by}|PHOTO "
    return re.compile(rf"(?:^|(?<=[\s(|.”\"’']))(?:{named})(?=[A-Z@\"'‘“])")


@cache
def _credit_words() -> re.Pattern[str]:
    return re.compile("|".join(phrases("caption_words", "holds")))
