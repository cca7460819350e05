"""Whose page each article stands on: twins of one page are one house, whatever of its name each of them shows.

A print page, an AMP page and a row of a feed often name nobody, or only a host; the page they are twins of does. Two
pages that name different houses stay two, but for pages of one address."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from onrecord.language.addresses import host_of, plain
from onrecord.nouns import Article, Copy, House

Group = Sequence[str]
"""Ids of articles that show one house."""


def houses(articles: Sequence[Article], copies: Sequence[Copy]) -> list[House]:
    """One House an article, in their order: the agency, else the outlet, as the page names it; where it names nobody or
    only its host, as another page of its address, of its host, or with word for word its body does."""
    names = {article.id: name for article in articles if (name := _named(article))}
    alike = _alike(articles, copies)
    for group in _by(articles, lambda article: plain(article.url) if article.url else None):
        names |= dict.fromkeys(group, _most(group, names)) if any(member in names for member in group) else {}
    for group in (*_by(articles, lambda article: host_of(article.url)), *alike):
        names |= _lent(group, names)
    hosts = {article.id: article.outlet for article in articles if article.outlet and article.id not in names}
    for group in alike:
        if not any(member in names for member in group):
            hosts |= dict.fromkeys(group, next((hosts[i] for i in group if i in hosts), f"article {group[0]}"))
    return [
        House(article=article.id, name=names.get(article.id) or hosts.get(article.id) or f"article {article.id}")
        for article in articles
    ]


def _named(article: Article) -> str | None:
    """The name that a page gives whoever wrote it; None for none and for a bare host."""
    host = host_of(article.url) or article.outlet
    bare = article.outlet is not None and "." in article.outlet and article.outlet == host
    return article.agency or (None if bare else article.outlet)


def _by(articles: Sequence[Article], key: Callable[[Article], str | None]) -> list[list[str]]:
    """Articles of one key, two and more, sorted; those that share their page stand under an address that is none of
    theirs."""
    groups: dict[str, list[str]] = defaultdict(list)
    pages = Counter(article.page for article in articles)
    for article in articles:
        if pages[article.page] == 1 and (shared := key(article)) is not None:
            groups[shared].append(article.id)
    return [sorted(groups[shared]) for shared in sorted(groups) if len(groups[shared]) > 1]


def _most(group: Group, names: Mapping[str, str]) -> str:
    """The name that most of a group bear, of equal ones the first in the alphabet."""
    count = Counter(names[member] for member in group if member in names)
    return min(count, key=lambda name: (-count[name], name))


def _lent(group: Group, names: Mapping[str, str]) -> dict[str, str]:
    """The members without a name, by the name that the others of the group bear, where that is one."""
    told = {names[member] for member in group if member in names}
    return {member: min(told) for member in group if member not in names} if len(told) == 1 else {}


def _alike(articles: Sequence[Article], copies: Sequence[Copy]) -> list[list[str]]:
    """Articles connected by copies that are identical, sorted."""
    root = {article.id: article.id for article in articles}

    def find(article: str) -> str:
        while root[article] != article:
            article = root[article]
        return article

    for copy in copies:
        if copy.type == "identical" and copy.original in root and copy.copy in root:
            low, high = sorted((find(copy.original), find(copy.copy)))
            root[high] = low
    return _grouped((find(article), article) for article in sorted(root))


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for root, article in pairs:
        groups[root].append(article)
    return [group for _, group in sorted(groups.items()) if len(group) > 1]
