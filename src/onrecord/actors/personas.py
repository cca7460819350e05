"""Clusters of one actor -> its Persona: name, type, forms, mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.actors import kinds
from onrecord.actors.clusters import Cluster, Key
from onrecord.language.name_forms import parse
from onrecord.language.naming import lexicon
from onrecord.nouns import Article, Persona, Reading, Span, digest

LONGEST = 120
"""Characters of the longest form that is listed: what is longer is a description."""


def persona(
    thread: str,
    slot: tuple[str, Key],
    members: Sequence[Cluster],
    articles: Sequence[Article],
    readings: Sequence[Reading],
) -> Persona:
    """The actor of a slot (`("person" or "body", key)`) as the thread's articles show it; `members` by article and
    place."""
    key = slot[1]
    kind = "person" if slot[0] == "person" else lexicon(" ".join(key)) or kinds.vote(members)
    forms: Counter[str] = Counter()
    named: Counter[str] = Counter()
    spans: list[Span] = []
    for cluster in members:
        article, mentions = articles[cluster.article], readings[cluster.article].mentions
        for index in cluster.members:
            mention = mentions[index]
            span = article.span(mention.start, mention.end)
            spans.append(span)
            if mention.form != "pronoun" and mention.end - mention.start <= LONGEST:
                forms[span.text] += 1
            if mention.form == "name":
                named[span.text] += 1
    # One surname in two threads is two people until a page says otherwise; a full name is one everywhere.
    parts: tuple[str, ...] = (thread, *key) if kind == "person" and len(key) == 1 else key
    return Persona(
        id=digest("actor", kind, *parts), thread=thread, name=best_name(named or forms, key, kind == "person"),
        type=kind, forms=tuple(sorted(forms)),
        mentions=tuple(sorted(spans, key=lambda span: (span.article, span.start, span.end))),
    )  # fmt: skip


def best_name(forms: Counter[str], key: Key, person: bool) -> str:
    """The most complete proper form: of the forms that say the key's words the one used most, without titles."""
    told: Counter[str] = Counter()
    for form, count in forms.items():
        parsed = parse(form, person)
        name = " ".join(parsed.core) if person else form
        if parsed.key == key and name:
            told[name] += count
    if not told:
        told = Counter({" ".join(parse(form, person).core) or form: count for form, count in forms.items()})
        return min(told, key=lambda name: (-len(name.split()), name.isupper(), -told[name], name))
    return min(told, key=lambda name: (name.isupper(), -told[name], -len(name), name))
