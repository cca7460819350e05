"""Claims: who asserts and who denies them, and from whom each has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.nouns import Claim, Link, Origin, Stance, Statement
from onrecord.web.addresses import claim_address
from onrecord.web.labels import MEETS, NAMELESS, SOURCE_KINDS, STANCES
from onrecord.web.links import anchor, file_name, to_statement
from onrecord.web.rows import Ref, Said, article_ref, chain_refs, clip, outlet_ref, said, speaker_ref
from onrecord.web.shelf import Shelf
from onrecord.web.views.alterations import Alteration, alterations
from onrecord.web.views.sides import fullest

WITNESSES = 3
"""Speakers named beside a claim on each side; all of them stand on its own page."""

DEEPEST = 12
"""Links of a chain that the tree shows; real chains have at most five."""


class Brief(NamedTuple):
    """A claim as one row. `page` is its own page, None where there is none; its variants are told here then. `origins`
    is their honest number in words, "1" or "2 to 3"."""

    anchor: str
    claim: Ref
    page: str | None
    told_in: Ref | None
    variants: tuple[tuple[Ref, str], ...]
    statements: int
    denials: int
    articles: int
    outlets: int
    origins: str
    disputed: bool
    nameless: bool
    asserted_by: tuple[Ref, ...]
    denied_by: tuple[Ref, ...]
    altered: bool


class Known(NamedTuple):
    """An origin: who knows, by which path it was reached, which articles lead to it."""

    anchor: str
    label: str
    kind: str
    path: tuple[Ref, ...]
    articles: tuple[Ref, ...]


class Stood(NamedTuple):
    """A statement and how it meets the claim."""

    said: Said
    meets: str


class Side(NamedTuple):
    """All statements of one stance."""

    anchor: str
    heading: str
    rows: tuple[Stood, ...]


class Branch(NamedTuple):
    """One who has the claim; `branches` have it from them; `places` are statements that end here."""

    who: Ref
    kind: str
    places: tuple[Ref, ...]
    branches: tuple[Branch, ...]


class Argued(NamedTuple):
    """One claim; `altered` is what copying changed in its statements."""

    brief: Brief
    sides: tuple[Side, ...]
    tree: tuple[Branch, ...]
    origins: tuple[Known, ...]
    articles: tuple[Ref, ...]
    variants: tuple[tuple[Ref, str], ...]
    cycles: tuple[tuple[Ref, ...], ...]
    altered: tuple[Alteration, ...]


def claims(shelf: Shelf) -> list[Claim]:
    """The disputed first, then those told most often."""
    return sorted(shelf.claim.values(), key=importance)


def disputed(shelf: Shelf) -> list[Claim]:
    """Those that somebody denies."""
    return [row for row in claims(shelf) if row.disputed]


def unnamed(shelf: Shelf) -> list[Claim]:
    """Those behind whose origins stands nobody with a name."""
    return [row for row in claims(shelf) if nameless(shelf, row)]


def origins(shelf: Shelf) -> list[Origin]:
    """Those that most claims go back to first; the origins of one source stand together."""
    counts: dict[str, int] = {}
    for row in shelf.origin.values():
        counts[row.label] = counts.get(row.label, 0) + 1
    return sorted(shelf.origin.values(), key=lambda row: (-counts[row.label], row.label, row.claim, row.id))


def sources(shelf: Shelf, rows: Sequence[Origin]) -> list[tuple[Known, Ref]]:
    """Rows of a list of origins, each with the claim it is one of."""
    return [(_known(shelf, row), _claim_ref(shelf, row.claim)) for row in rows]


def importance(row: Claim) -> tuple[bool, int, str]:
    """The order of the list of claims."""
    return not row.disputed, -len(row.statements), row.id


def briefs(shelf: Shelf, rows: Sequence[Claim]) -> list[Brief]:
    """Rows of a list of claims."""
    return [brief(shelf, row) for row in rows]


def brief(shelf: Shelf, row: Claim) -> Brief:
    """One claim as a row."""
    return Brief(
        anchor=anchor(row.id), claim=Ref(clip(row.text, 400), claim_address(shelf, row)),
        statements=len(row.statements),
        page=file_name(row.id) if row.id in shelf.paged else None, told_in=_told_in(shelf, row),
        variants=() if row.id in shelf.paged else _variants(shelf, row),
        denials=sum(stand.stance == "denies" for stand in row.statements), articles=row.articles, outlets=row.outlets,
        origins=interval(row.origins_from, row.origins_to), disputed=row.disputed, nameless=nameless(shelf, row),
        asserted_by=_speakers(shelf, row, "asserts"), denied_by=_speakers(shelf, row, "denies"),
        altered=bool(alterations(shelf, row)),
    )  # fmt: skip


def _speakers(shelf: Shelf, row: Claim, stance: Stance) -> tuple[Ref, ...]:
    """Who stands to the claim in that way: each once by the fullest words, those with a name first, at most
    WITNESSES."""
    rows = [shelf.statement[s.id] for s in row.statements if s.stance == stance and s.id in shelf.statement]
    return fullest(speaker_ref(shelf, found) for found in rows)[:WITNESSES]


def interval(low: int, high: int) -> str:
    """ "2", or "2 to 3"."""
    return str(low) if low == high else f"{low} to {high}"


def nameless(shelf: Shelf, row: Claim) -> bool:
    """True where origins are known and behind none of them stands anybody with a name."""
    found = [shelf.origin[origin] for origin in row.origins if origin in shelf.origin]
    return bool(found) and all(origin.source_kind in NAMELESS for origin in found)


def argued(shelf: Shelf, row: Claim) -> Argued:
    """One claim with its two sides, its tree and its origins."""
    stated = [shelf.statement[stand.id] for stand in row.statements if stand.id in shelf.statement]
    stances = {stand.id: stand.stance for stand in row.statements}
    behind = [s for s in stated if stances[s.id] in ("asserts", "relays")]
    articles = dict.fromkeys(s.article for s in stated)
    return Argued(
        brief=brief(shelf, row), sides=tuple(_sides(shelf, row)), tree=_tree(shelf, behind),
        origins=tuple(_known(shelf, shelf.origin[name]) for name in row.origins if name in shelf.origin),
        articles=tuple(article_ref(shelf.article.get(name), name) for name in articles),
        variants=_variants(shelf, row),
        cycles=tuple(tuple(article_ref(shelf.article.get(name), name) for name in cycle) for cycle in row.cycles),
        altered=alterations(shelf, row),
    )  # fmt: skip


def _sides(shelf: Shelf, row: Claim) -> Iterable[Side]:
    for stance, heading in STANCES.items():
        stands = [s for s in row.statements if s.stance == stance and s.id in shelf.statement]
        if stands:
            rows = (Stood(_apart(shelf, row, stand.id), MEETS[stand.meets]) for stand in stands)
            yield Side(stance, heading, tuple(rows))


def _apart(shelf: Shelf, row: Claim, statement: str) -> Said:
    """A statement as a row, with the other claims it speaks to."""
    shown = said(shelf, shelf.statement[statement])
    return shown._replace(claims=tuple(tag for tag in shown.claims if tag.claim.href != file_name(row.id)))


def _told_in(shelf: Shelf, row: Claim) -> Ref | None:
    """The outlet of the first article that tells it."""
    told = next((shelf.statement[stand.id] for stand in row.statements if stand.id in shelf.statement), None)
    return outlet_ref(shelf.article.get(told.article), told.article) if told else None


def _variants(shelf: Shelf, row: Claim) -> tuple[tuple[Ref, str], ...]:
    return tuple((_claim_ref(shelf, variant.claim), variant.differs) for variant in row.variants)


def _known(shelf: Shelf, row: Origin) -> Known:
    return Known(
        anchor=anchor(row.id), label=clip(row.label, 200), kind=SOURCE_KINDS[row.source_kind],
        path=chain_refs(shelf, row.path),
        articles=tuple(outlet_ref(shelf.article.get(name), name) for name in row.articles),
    )  # fmt: skip


def _claim_ref(shelf: Shelf, claim: str) -> Ref:
    found = shelf.claim.get(claim)
    return Ref(clip(found.text, 200), claim_address(shelf, found)) if found else Ref("a claim not in the record")


class _Node(NamedTuple):
    """One link of a chain, as it is shown and by what it is told apart."""

    key: str
    who: Ref
    kind: str


Chained = tuple[tuple[_Node, ...], Statement]


def _links(shelf: Shelf, row: Statement) -> list[_Node]:
    refs = chain_refs(shelf, row.chain)
    return [_Node(_key(link), ref, SOURCE_KINDS[link.source_kind]) for link, ref in zip(row.chain, refs, strict=True)]


def _tree(shelf: Shelf, rows: Sequence[Statement]) -> tuple[Branch, ...]:
    """Chains read from the speaker outward and laid over each other: who knows at the root, who printed it at the
    leaves."""
    return _branches(shelf, [(tuple(reversed(_links(shelf, row)))[:DEEPEST], row) for row in rows])


def _branches(shelf: Shelf, chains: Sequence[Chained]) -> tuple[Branch, ...]:
    under: dict[str, list[Chained]] = {}
    for chain, row in chains:
        if chain:
            under.setdefault(chain[0].key, []).append((chain, row))
    out = []
    for rows in under.values():
        here = rows[0][0][0]
        ends = tuple(_end(shelf, row) for chain, row in rows if len(chain) == 1)
        deeper = _branches(shelf, [(chain[1:], row) for chain, row in rows])
        out.append(Branch(here.who, here.kind, ends, deeper))
    return tuple(sorted(out, key=lambda branch: (-_size(branch), branch.who.text)))


def _size(branch: Branch) -> int:
    return len(branch.places) + sum(_size(inner) for inner in branch.branches)


def _key(link: Link) -> str:
    return link.actor or f"{link.source_kind}:{(link.text or '').casefold()}"


def _end(shelf: Shelf, row: Statement) -> Ref:
    article = shelf.article.get(row.article)
    name = article_ref(article, row.article)
    return Ref(clip(name.text, 60), to_statement(row.article, row.id), clip(row.text, 200))
