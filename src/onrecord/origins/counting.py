"""One claim's origins: who knows, once copies, repeats and outlets citing outlets are taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.nouns import Article, Claim, Link, Origin, Statement, Tally, digest
from onrecord.origins.chains import Chains, Trail, proper
from onrecord.origins.circles import circles, components
from onrecord.words import phrases

TELLINGS = {"requests", "threatens", "asks", "promises"}
"""Acts that a claim may be about ("A says that B threatened C"): who is said to have done them is not who knows."""
NAMELESS = {"unnamed", "group", "document"}


class Knower(NamedTuple):
    """One who knows, as the trails of one claim show them. `key` tells knowers apart."""

    key: tuple[str, ...]
    trails: list[Trail]


def tally(
    claim: Claim, statements: Mapping[str, Statement], chains: Chains, dates: Mapping[str, str]
) -> tuple[list[Origin], Tally]:
    """The origins of a claim and what they add to it. `dates`: when each article was published, where known."""
    asserting = {s.id for s in claim.statements if s.stance in ("asserts", "relays")}
    denying = {s.id for s in claim.statements if s.stance == "denies"}
    whole = {s.id for s in claim.statements if s.id in asserting and s.meets == "true"} or asserting
    told = [statements[i] for i in sorted(whole) if i in statements]
    passed = {s.parent for s in told if _is_document(s) and s.parent}
    trails = [
        chains.trail(s, _vouching(s, statements, denying), shorter=_is_told_of(s, statements))
        for s in told
        if s.id not in passed
    ]
    knowers = _knowers(trails, chains)
    graph = _citations(trails)
    origins = [_origin(claim, knower, graph, trails) for knower in knowers]
    origins += [_outlet_origin(claim, outlet, trails) for outlet in _echo_ends(graph, trails, dates, bool(knowers))]
    unique = {origin.id: origin for origin in origins}
    rows = [unique[i] for i in sorted(unique)]
    low, high = _interval(knowers, len(rows))
    cycles = _cycles(graph, trails)
    return rows, Tally(
        claim=claim.id, origins=tuple(o.id for o in rows), origins_from=low, origins_to=high, cycles=cycles
    )


def _is_document(inner: Statement) -> bool:
    """Whether an inner statement is a document that the outer one's speaker tells of: then the document knows."""
    return bool(inner.chain) and inner.chain[-1].source_kind == "document"


def _vouching(inner: Statement, statements: Mapping[str, Statement], denying: set[str]) -> bool:
    """Whether the speaker of the statement around an inner one vouches for it: one who denies it does not."""
    outer = statements.get(inner.parent or "")
    return outer is None or not (outer.act == "denies" or outer.id in denying)


def _is_told_of(inner: Statement, statements: Mapping[str, Statement]) -> bool:
    """Whether a statement's speaker is whom the claim is about, somebody else being the one who tells of it."""
    outer = statements.get(inner.parent or "")
    if outer is None or len(inner.chain) < 2:
        return False
    teller = outer.speaker.source_kind if outer.speaker else "unspecified"
    return inner.act in TELLINGS or (teller not in ("outlet", "author", "unspecified") and _kind(inner) == "named")


def _kind(statement: Statement) -> str:
    return statement.speaker.source_kind if statement.speaker else "unspecified"


def _knowers(trails: Sequence[Trail], chains: Chains) -> list[Knower]:
    """The knowers behind the outlets, each once: by actor, by the names in their description, and people without a
    name by the outlet that spoke to them."""
    found: dict[tuple[str, ...], list[Trail]] = defaultdict(list)
    for trail in trails:
        if trail.knower is not None:
            found[_key(trail, trail.knower, chains)].append(trail)
    return _merged(found, chains)


def _key(trail: Trail, knower: Link, chains: Chains) -> tuple[str, ...]:
    names = proper(knower.text or "", chains.names, knower.actor)
    if knower.actor and chains.is_named(knower.actor):
        return ("actor", knower.actor)
    if knower.source_kind in ("named", "organisation"):
        return (
            ("actor", knower.actor)
            if knower.actor
            else ("name", *sorted(names))
            if names
            else ("words", knower.text or "")
        )
    if knower.source_kind == "document" and (names or trail.named):
        return ("document", *sorted(names)) if names else ("document", knower.text or "")
    return ("nameless", trail.outlets[-1])


def _merged(found: Mapping[tuple[str, ...], list[Trail]], chains: Chains) -> list[Knower]:
    """A document and the body it is named after are one origin, and so are two documents of one name."""
    out: list[tuple[tuple[str, ...], frozenset[str], list[Trail]]] = []
    for key in sorted(found, key=lambda k: (k[0] == "document", k)):
        names = frozenset[str]() if key[0] == "nameless" else _names(found[key], chains)
        match = next((row for row in out if names and row[1] and (names <= row[1] or row[1] <= names)), None)
        if match is not None and key[0] in ("document", "name"):
            match[2].extend(found[key])
        else:
            out.append((key, names, list(found[key])))
    return [Knower(key, trails) for key, _, trails in out]


def _names(trails: Sequence[Trail], chains: Chains) -> frozenset[str]:
    return frozenset().union(*(proper(t.knower.text or "", chains.names, t.knower.actor) for t in trails if t.knower))


def _citations(trails: Sequence[Trail]) -> dict[str, set[str]]:
    """Which outlet cites which, for this claim."""
    graph: dict[str, set[str]] = defaultdict(set)
    for trail in trails:
        for citing, cited in zip(trail.outlets, trail.outlets[1:], strict=False):
            if citing != cited:
                graph[citing].add(cited)
                graph[cited] |= set()
    return dict(graph)


def _echo_ends(
    graph: Mapping[str, set[str]], trails: Sequence[Trail], dates: Mapping[str, str], known: bool
) -> list[str]:
    """Outlets behind which nobody is named and which cite nobody: each is an origin, and of a circle that nobody
    outside it feeds the one that was first. An outlet that the pages do not name is one only where no other origin is
    known."""
    whole = {outlet: graph.get(outlet, set()) for trail in trails for outlet in trail.outlets}
    fed = {trail.outlets[-1] for trail in trails if trail.knower is not None}
    out = []
    for component in components(whole):
        if not component & fed and not any(whole[node] - component for node in component):
            first = min(component, key=lambda o: (_first(o, trails, dates), o))
            out.append(first)
    return sorted(out) if not known else sorted(o for o in out if any(o in t.outlets[:1] or o in graph for t in trails))


def _first(outlet: str, trails: Sequence[Trail], dates: Mapping[str, str]) -> str:
    return min((dates.get(t.statement.article, "9999") for t in trails if t.outlets[0] == outlet), default="9999")


def _origin(claim: Claim, knower: Knower, graph: Mapping[str, set[str]], trails: Sequence[Trail]) -> Origin:
    best = min(knower.trails, key=lambda t: (len(t.outlets), -len((t.knower and t.knower.text) or ""), t.statement.id))
    link = best.knower
    assert link is not None  # a knower's trails are those that end in one
    fed = {t.outlets[-1] for t in knower.trails}
    echoes = [t for t in trails if t.knower is None and _leads(t.outlets[-1], fed, graph)]
    label = link.text or "unnamed"
    return Origin(
        id=digest("origin", claim.id, *knower.key), claim=claim.id, label=label, source_kind=link.source_kind,
        path=best.statement.chain, articles=tuple(sorted({t.statement.article for t in [*knower.trails, *echoes]})),
    )  # fmt: skip


def _leads(outlet: str, ends: set[str], graph: Mapping[str, set[str]]) -> bool:
    seen, todo = {outlet}, [outlet]
    while todo:
        at = todo.pop()
        if at in ends:
            return True
        new = graph.get(at, set()) - seen
        seen |= new
        todo += sorted(new)
    return False


def _outlet_origin(claim: Claim, outlet: str, trails: Sequence[Trail]) -> Origin:
    leading = [t for t in trails if outlet in t.outlets]
    best = min(leading, key=lambda t: (t.outlets[-1] != outlet, len(t.outlets), t.statement.id))
    named = [link.text for link in best.statement.chain if link.text]
    own = best.outlets[0] == outlet
    label = (named[0] if own else named[-1]) if named else outlet
    return Origin(
        id=digest("origin", claim.id, "outlet", outlet), claim=claim.id, label=label, source_kind="outlet",
        path=best.statement.chain, articles=tuple(sorted({t.statement.article for t in leading})),
    )  # fmt: skip


def _interval(knowers: Sequence[Knower], count: int) -> tuple[int, int]:
    """The honest number: unnamed people of several outlets may be the same, and those of one outlet may be told
    apart."""
    nameless = [k for k in knowers if k.key[0] == "nameless"]
    further = sum(max(0, len(_told_apart(k)) - 1) for k in nameless)
    return count - max(0, len(nameless) - 1), count + further


def _told_apart(knower: Knower) -> set[str]:
    """Descriptions of one outlet's unnamed people that say they are others than those before."""
    texts = {(t.knower.text or "").lower() for t in knower.trails if t.knower and t.knower.source_kind in NAMELESS}
    apart = {text for text in texts if any(word in text.split() for word in phrases("origins", "further"))}
    return apart | ({""} if texts - apart else set())


def _cycles(graph: Mapping[str, set[str]], trails: Sequence[Trail]) -> tuple[tuple[str, ...], ...]:
    """Circles of citation as the articles that carry them, in the order of citing."""
    out = []
    for circle in circles(graph):
        edges = zip(circle, (*circle[1:], circle[0]), strict=True)
        carried = [
            sorted({t.statement.article for t in trails if (a, b) in zip(t.outlets, t.outlets[1:], strict=False)})
            for a, b in edges
        ]
        out.append(tuple(dict.fromkeys(article for step in carried for article in step)))
    return tuple(sorted(set(out)))


def published(articles: Sequence[Article]) -> dict[str, str]:
    """When each article was published, as far as its own page tells."""
    return {a.id: a.published.from_ for a in articles if a.published and a.published.from_}
