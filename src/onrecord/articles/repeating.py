"""Imprints of a site's pages -> Repeats: which lines of each page stand on pages with other articles too.

An article's text stands on several pages of its site as well: as an update, a print or an AMP page, as a second
capture. So pages are counted by the articles they hold: those that share most of their rarer prose hold one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from onrecord.nouns import Imprint, Repeats

LEAST = 3
"""Different articles beside which a line stands to be furniture. In 12,000 real articles of 244 outlets about half of
the paragraphs of 12 and more words that stand in two of them are prose that a reporter used again; of the 67 that
stand in three a sample was read by eye, and one of it was."""
CROWD = 8
"""Pages on which a line may stand and still tell that two of them hold one article: versions of an article are few.
Beyond, the work would grow with the square of the site."""
SAME = 0.5
"""Share of a page's rarer prose that another page must hold to hold the same article."""
OWN, OWN_WORDS = 0.25, 30
"""Share and words of a page's prose that must be rare for the page to count as an article of its own: of the twentieth
version of one report little is."""


def repeats(imprints: Sequence[Imprint]) -> list[Repeats]:
    """For each page of a site that has such lines, which of its lines repeat. Time grows with the number of lines.

    A page's row holds nothing of other pages but that: adding a page to a site leaves the rows of those whose lines it
    does not make furniture as they were."""
    holders = _holders(imprints)
    articles = _articles(imprints, holders)
    found = {line for line, pages in holders.items() if len(pages) >= LEAST and _differ(pages, articles)}
    rows = ((imprint.page, sorted(found.intersection(imprint.lines))) for imprint in imprints)
    return [Repeats(page=page, lines=tuple(lines)) for page, lines in rows if lines]


def _holders(imprints: Sequence[Imprint]) -> dict[str, list[int]]:
    """Each line and the numbers of the pages it stands on."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, imprint in enumerate(imprints):
        for line in dict.fromkeys(imprint.lines):
            holders[line].append(number)
    return holders


def _differ(pages: Sequence[int], articles: Sequence[int | None]) -> bool:
    seen: set[int] = set()
    for page in pages:
        article = articles[page]
        if article is not None:
            seen.add(article)
        if len(seen) >= LEAST:
            return True
    return False


def _articles(imprints: Sequence[Imprint], holders: Mapping[str, Sequence[int]]) -> list[int | None]:
    """For each page the number of the first page that holds the same article; None where a page has too little that is
    its own to tell."""
    rare = [_rare(imprint, holders) for imprint in imprints]
    first = list(range(len(imprints)))
    for a, b in _same_address(imprints):
        _join(first, a, b)
    for (a, b), words in sorted(_shared(imprints, holders).items()):
        if words >= SAME * min(rare[a], rare[b]):
            _join(first, a, b)
    whole = [sum(imprint.prose) for imprint in imprints]
    tells = [words >= max(OWN_WORDS, OWN * all_) for words, all_ in zip(rare, whole, strict=True)]
    return [_root(first, number) if tells[number] else None for number in range(len(imprints))]


def _rare(imprint: Imprint, holders: Mapping[str, Sequence[int]]) -> int:
    """Words of prose in those lines of a page that few pages have."""
    prose = dict(zip(imprint.lines, imprint.prose, strict=True))
    return sum(words for line, words in prose.items() if len(holders[line]) <= CROWD)


def _shared(imprints: Sequence[Imprint], holders: Mapping[str, Sequence[int]]) -> Counter[tuple[int, int]]:
    """Words of rarer prose that two pages share."""
    shared: Counter[tuple[int, int]] = Counter()
    words: dict[str, int] = {}
    for imprint in imprints:
        words |= dict(zip(imprint.lines, imprint.prose, strict=True))
    for line, pages in holders.items():
        if 2 <= len(pages) <= CROWD and words[line]:
            for pair in combinations(pages, 2):
                shared[pair] += words[line]
    return shared


def _same_address(imprints: Sequence[Imprint]) -> list[tuple[int, int]]:
    seen: dict[str, int] = {}
    pairs = []
    for number, imprint in enumerate(imprints):
        if imprint.address is not None:
            pairs.append((seen.setdefault(imprint.address, number), number))
    return pairs


def _join(first: list[int], a: int, b: int) -> None:
    low, high = sorted((_root(first, a), _root(first, b)))
    first[high] = low


def _root(first: list[int], number: int) -> int:
    while first[number] != number:
        first[number] = number = first[first[number]]
    return number
