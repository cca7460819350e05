"""One claim's origins: who knows, once copies, repeats and outlets citing outlets are taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from onrecord.nouns import Article, Claim, Origin, Statement, Tally, digest
from onrecord.origins.chains import CARRIERS, VAGUE, Chains, Trail, link_key
from onrecord.origins.circles import circles, components
from onrecord.origins.kinship import joined
from onrecord.origins.knowers import Knower, knowers, label, points, told_apart
from onrecord.origins.naming import Naming
from onrecord.origins.naming import kind_of as _kind

TELLINGS = {"requests", "threatens", "asks", "promises"}
"""Acts that a claim may be about ("A says that B threatened C"): who is said to have done them is not who knows."""


def tally(
    claim: Claim, statements: Mapping[str, Statement], chains: Chains, dates: Mapping[str, str]
) -> tuple[list[Origin], Tally]:
    """The origins of a claim, the one published first first, and what they add to it. `dates`: when each article was
    published, where known."""
    asserting = {s.id for s in claim.statements if s.stance in ("asserts", "relays")}
    denying = {s.id for s in claim.statements if s.stance == "denies"}
    whole = {s.id for s in claim.statements if s.id in asserting and s.meets == "true"} or asserting
    told = [statements[i] for i in sorted(asserting) if i in statements]
    everyone = _trails(told, statements, denying, chains)
    trails = _trails([s for s in told if s.id in whole], statements, denying, chains)
    speaking = {statements[s.id].article for s in claim.statements if s.id in statements}
    found = [k for k in joined(knowers(trails, chains), chains) if not _only_copied(k, speaking, chains)]
    graph = _citations(trails)
    origins = [_origin(claim, knower, graph, trails, chains) for knower in found]
    origins += [
        _outlet_origin(claim, outlet, trails, chains) for outlet in _echo_ends(graph, trails, dates, bool(found))
    ]
    unique = {origin.id: origin for origin in origins}
    rows = sorted(unique.values(), key=lambda o: (min(dates.get(a, "9999") for a in o.articles), o.id))
    low, high = _interval(found, len(rows))
    cycles = _cycles(_citations(everyone), everyone)
    return rows, Tally(
        claim=claim.id, origins=tuple(o.id for o in rows), origins_from=low, origins_to=high, cycles=cycles
    )


def _only_copied(knower: Knower, speaking: Collection[str], chains: Chains) -> bool:
    """Whether one who knows stands only in copies of articles that speak to the claim and do not name them."""
    return all(chains.originals.get(t.statement.article) in speaking for t in knower.trails)


def _trails(
    told: Sequence[Statement], statements: Mapping[str, Statement], denying: Collection[str], chains: Chains
) -> list[Trail]:
    """Where each asserting statement leads. One whose speaker another's words name, or that only tells of a document
    that has a statement of its own, leads nowhere by itself."""
    subjects: dict[str, set[str]] = defaultdict(set)
    naming = Naming(told)
    for s in told:
        if s.chain and _is_told_of(s, statements, naming):
            subjects[s.article].add(link_key(s.chain[-1]))
    passed = {s.id for s in told if len(s.chain) < 3 and naming.names(s)}
    passed |= {s.parent for s in told if _is_document(s) and s.parent}
    return [chains.trail(s, _vouching(s, statements, denying), subjects[s.article]) for s in told if s.id not in passed]


def _is_document(inner: Statement) -> bool:
    """Whether an inner statement is a document that the outer one's speaker tells of: then the document knows."""
    return bool(inner.chain) and inner.chain[-1].source_kind == "document"


def _vouching(inner: Statement, statements: Mapping[str, Statement], denying: Collection[str]) -> bool:
    """Whether the speaker of the statement around an inner one vouches for it: one who denies it does not."""
    outer = statements.get(inner.parent or "")
    return outer is None or not (outer.act == "denies" or outer.id in denying)


def _is_told_of(inner: Statement, statements: Mapping[str, Statement], naming: Naming) -> bool:
    """Whether a statement's speaker is whom the claim is about, somebody else being the one who tells of it: the outer
    statement's speaker, or one in whose words that speaker is named."""
    outer = statements.get(inner.parent or "")
    inside = outer is not None and len(inner.chain) > 1
    if inside and (inner.act in TELLINGS or (_kind(outer) not in CARRIERS and _kind(inner) == "named")):
        return True
    return _kind(inner) == "named" and naming.names(inner)


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
            out.append(min(component, key=lambda o: (_first(o, trails, dates), o)))
    named = sorted(outlet for outlet in out if not outlet.startswith(VAGUE))
    return named if known or named else sorted(out)[:1]


def _first(outlet: str, trails: Sequence[Trail], dates: Mapping[str, str]) -> str:
    return min((dates.get(t.statement.article, "9999") for t in trails if t.outlets[0] == outlet), default="9999")


def _origin(
    claim: Claim, knower: Knower, graph: Mapping[str, set[str]], trails: Sequence[Trail], chains: Chains
) -> Origin:
    best, text = label(knower, chains)
    fed = {t.outlets[-1] for t in knower.trails}
    echoes = [t for t in trails if t.knower is None and _leads(t.outlets[-1], fed, graph)]
    return Origin(
        id=digest("origin", claim.id, *knower.key), claim=claim.id, label=text,
        source_kind=best.knower.source_kind if best.knower else "unspecified", path=best.statement.chain,
        articles=tuple(sorted({t.statement.article for t in [*knower.trails, *echoes]})),
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


def _outlet_origin(claim: Claim, outlet: str, trails: Sequence[Trail], chains: Chains) -> Origin:
    leading = [t for t in trails if outlet in t.outlets]
    best = min(leading, key=lambda t: (t.outlets[-1] != outlet, len(t.outlets), t.statement.id))
    own = best.outlets[0] == outlet
    label = _outlet_label(best, own, chains) or outlet.removeprefix(VAGUE)
    return Origin(
        id=digest("origin", claim.id, "outlet", outlet), claim=claim.id, label=label, source_kind="outlet",
        path=best.statement.chain, articles=tuple(sorted({t.statement.article for t in leading})),
    )  # fmt: skip


def _outlet_label(best: Trail, own: bool, chains: Chains) -> str | None:
    """The page's words for an outlet: its own name, or the last words of the chain; an actor's name for a pronoun."""
    links = best.statement.chain[:1] if own else best.statement.chain[::-1]
    words = [text for link in links for text in (link.text or "", chains.names.get(link.actor or "", ""))]
    return next((text for text in words if not points(text)), None)


def _interval(found: Sequence[Knower], count: int) -> tuple[int, int]:
    """The honest number: unnamed people of several outlets may be the same, and those of one outlet may be told
    apart."""
    nameless = [k for k in found if k.key[0] == "nameless"]
    more = sum(told_apart(k) - 1 for k in nameless) + sum(k.doubts for k in found)
    return count - max(0, len(nameless) - 1), count + more


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
    return {
        a.id: a.published.from_
        for a in articles
        if a.published and a.published.from_ and a.published.precision != "open"
    }
