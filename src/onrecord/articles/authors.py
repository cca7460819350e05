"""Names of people as pages print them in bylines: cleaned of what stands around them, and those the markup marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import islice

from onrecord.articles.stamps import find
from onrecord.language.naming import GIVEN_NAMES, key
from onrecord.words import phrases

MARKED = ("author", "autor", "byline")
"""What the attributes of an element that holds an author's name are called."""
MOST_MARKS = 60
"""Places of a page's source at which a mark is looked for."""
TAG, NAME = 400, 300
"""Characters of the longest start tag with a mark, and of the markup of the longest name in one."""
APART = 600
"""Characters of source within which a second marked name is one of several authors."""
LONGEST, WORDS = 60, 6
"""Characters and words of the longest name."""
ROLE_WORDS = 7
"""Words of the longest role."""

_ATTRIBUTE = re.compile(
    r"\s(?:rel|itemprop)=[\"']?author\b|\sclass=[\"']?(?:[^\"'<>]{0,80}[\s\"'_-])?"
    r"(?:(?:entry|post|article|by|meta)?-?_?(?:author|autor)(?:-?_?name|-?_?link|s)?|byline(?:-?_?name)?)(?=[\s\"'>])"
    r"|\shref=[\"'][^\"'<>]{0,200}/(?:author|autor|autoren|authors)/[^\"'<>]{1,100}[\"']",
    re.I,
)
_FOREIGN = re.compile(r"comment|related|avatar|image|img|photo|bio|box|teaser|sidebar|widget|quote", re.I)
_TAGS = re.compile(r"<[^<>]{0,400}>")
_NOISE = re.compile(
    r"\d{1,2}[:.]\d\d(?: ?(?:Uhr|[ap]\.?m\b\.?))?|\(?\S{1,60}@\S{1,60}|(?<!\w)@\w{1,40}|https?://\S{1,200}|\([^()]{0,80}\)|[\"“”„]"
)
_BREAK = re.compile(r"\s?[|•·]\s?|\s[–—/-]+\s|\n|\t|\s{3,}|: (?=[A-ZÄÖÜ])|:$")
_JOINT = re.compile(
    r",\s+(?:(?:and|und|et|y|og|och)\s+)?|;\s*|\s&\s|(?<=[a-z])/(?=[A-Z])"
    r"|\s(?:and|und|et|y|en|og|och|with|avec|mit|med|con)\s(?=\S)"
)
_OUR = re.compile(r"(?:from )?our (?:\w+ ){0,3}(?:staff|correspondents?|reporters?|bureau|desk|team|editors?)\b", re.I)
"""How a paper calls those of its own whom it does not name."""
_PARTICLE = re.compile(
    r"(?:and|und|et|y|of|de|del|della|di|da|dos|du|van|von|vom|der|den|ten|ter|zu|zur|la|le|el|al|bin|ibn|v\.)"
)


def marked(html: str) -> list[str]:
    """The authors whose names the markup marks: the first one, and those beside it."""
    names: list[str] = []
    last = 0
    for start, text in _marks(html):
        if names and start - last > APART:
            break
        for name in people_in(text, known=True):
            if name not in names:
                names.append(name)
            last = start
    return names


def _marks(html: str) -> Iterator[tuple[int, str]]:
    """Where an element with such a name begins in the source, and the text in it."""
    for at in _places(html):
        begin = html.rfind("<", max(0, at - TAG), at)
        end = html.find(">", at, at + TAG)
        if begin < 0 or end < 0 or not html[begin + 1 : begin + 2].isalpha() or ">" in html[begin:at]:
            continue
        tag = html[begin:end]
        name = re.match(r"<(\w{1,12})", tag)
        if name is None or name[1].lower() in ("meta", "link", "body", "img", "input") or not _ATTRIBUTE.search(tag):
            continue
        if _FOREIGN.search(tag):
            continue
        close = html.find(f"</{name[1]}", end, end + NAME)
        if close > 0:
            yield begin, " ".join(unescape(_TAGS.sub(" ", html[end + 1 : close])).split())


def _places(html: str) -> list[int]:
    """The first places of the source at which a mark begins, in order."""
    return sorted(at for mark in MARKED for at in islice(_each(html, mark), MOST_MARKS))[:MOST_MARKS]


def _each(html: str, mark: str) -> Iterator[int]:
    at = html.find(mark)
    while at >= 0:
        yield at
        at = html.find(mark, at + len(mark))


def people_in(text: str, known: bool = False) -> list[str]:
    """The names in a byline, in order, cleaned of prepositions, roles, places, addresses and dates; `known` says that
    the words are known to be names, however they are written."""
    found: list[str] = []
    for stamp in reversed(find(text)):
        text = f"{text[: stamp.start]}|{text[stamp.end :]}"
    for part in _BREAK.split(_NOISE.sub(" ", text)):
        part = _opening().sub("", part.strip(" ,;.")).strip()
        for piece in _JOINT.split(part):
            if found and is_role(piece):
                continue
            own = _OUR.match(piece.strip())
            name = own[0] if own else _ending().sub("", _opening().sub("", piece.strip())).strip(" ,;:()")
            if is_name(name, known) and name not in found:
                found.append(name)
            elif found:
                break
    return found


def is_name(words: str, known: bool = False) -> bool:
    """Whether words can be a person's name or a desk's: short, without figures, and, where they are not known to be a
    name, each with a capital."""
    parts = words.split()
    if not parts or len(parts) > WORDS or not 1 < len(words) <= LONGEST or words.startswith("http"):
        return False
    if parts[0].lower().strip(".:,") in _never() or words.lower().strip(".:,") in _never():
        return False
    if known:
        return any(c.isalpha() for c in words)
    if any(c.isdigit() for c in words) or words.endswith(("?", "!")):
        return False
    return parts[0][0].isupper() and all(
        part[0].isupper() or _PARTICLE.fullmatch(part) or part[0] in "'’d" for part in parts
    )


def is_desk(words: str) -> bool:
    """Whether words name a desk or the staff, and nobody."""
    return words.lower() in phrases("bylines", "desks") or _OUR.fullmatch(words) is not None


def is_role(words: str) -> bool:
    """Whether words say what somebody does at an outlet ("Diplomatic correspondent"), and name nobody."""
    parts = words.lower().strip(" ,;.()").split()
    at = next((at for at, part in enumerate(parts) if part in phrases("bylines", "roles")), None)
    if at is None or len(parts) > ROLE_WORDS or key(words.split()[0]) in GIVEN_NAMES:
        return False
    return at == len(parts) - 1 or parts[at + 1] in phrases("bylines", "role_places")


def told_by(text: str) -> list[str]:
    """The names after "by" in the middle of a line ("Posted on 3 May by Ida Marsh")."""
    match = _within().search(text)
    return people_in(match[1]) if match is not None else []


@cache
def _never() -> frozenset[str]:
    dating = (*phrases("dates", "announcing"), *phrases("dates", "changing"))
    return frozenset((*phrases("bylines", "never"), *dating))


@cache
def _opening() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in phrases("bylines", "opening"))
    return re.compile(rf"^(?:(?:{words})(?:[: ]+|$))+", re.I)


@cache
def _ending() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in phrases("bylines", "ending"))
    return re.compile(rf"\s+(?:(?:in|at|aus|à|en) [A-ZÄÖÜ].*|(?:{words})\b.*)$")


@cache
def _within() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in phrases("bylines", "by"))
    return re.compile(rf"(?:^|\s)(?:{words})[: ]\s*([^\W\d_][^|•·\n]{{1,80}})$", re.I)
