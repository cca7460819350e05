"""How a statement stands to a claim, and how a denial meets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.claims.propositions import Proposition, same_speaker
from onrecord.claims.terms import words
from onrecord.nouns import Dating, Meets, Stance, Stand
from onrecord.words import phrases


def stance(member: Proposition, negative: bool, claim: Sequence[Proposition]) -> Stance:
    """How a member stands to the claim its own group makes. `negative`: the claim itself is a negative one (only
    denials make it); `claim`: the members that are no denials."""
    statement = member.statement
    if member.rejects:
        return "denies"
    if member.denies and not member.negated:
        others = bool(claim) and not any(same_speaker(member, p) for p in claim)
        return "denies" if others else "asserts"
    if member.negated and (member.denies or (statement.act == "says" and not _also_asserts(member, claim))):
        return "asserts" if negative else "denies"
    if statement.act in ("asks", "evades"):
        return "questions"
    if statement.speaker is not None and statement.speaker.source_kind == "outlet":
        return "relays"
    return "relays" if statement.act in ("requests", "threatens") and statement.parent else "asserts"


def _also_asserts(member: Proposition, claim: Sequence[Proposition]) -> bool:
    """Whether the same speaker makes the claim in the same article: then a "not" of theirs is part of it, no denial."""
    home = member.statement.article
    return any(not p.negated and p.statement.article == home and same_speaker(member, p) for p in claim)


def one_mind(members: Sequence[Proposition], stands: Mapping[str, Stand]) -> dict[str, Stand]:
    """The stands of one claim, without those by which somebody would assert what they deny: whoever denies it once
    denies it wherever they deny something; and who says that another says it passes it on."""
    by_id = {p.statement.id: p for p in members}
    passed = {p.statement.parent for p in members if _another(p, by_id.get(p.statement.parent or ""))}
    deniers = {_who(by_id[i]) for i, stand in stands.items() if stand.stance == "denies"} - {None}
    out = dict(stands)
    for i, stand in stands.items():
        if stand.stance == "asserts" and by_id[i].denies and _who(by_id[i]) in deniers:
            out[i] = Stand(id=i, stance="denies", meets=meets(by_id[i], "denies", [p for p in members if not p.denies]))
        elif stand.stance == "asserts" and i in passed and by_id[i].statement.act == "says":
            out[i] = Stand(id=i, stance="relays", meets=stand.meets)
    return out


def _another(inner: Proposition, outer: Proposition | None) -> bool:
    return outer is not None and inner.statement.speaker is not None and not same_speaker(inner, outer)


def _who(member: Proposition) -> str | None:
    return member.statement.speaker.actor if member.statement.speaker else None


def meets(member: Proposition, how: Stance, claim: Sequence[Proposition]) -> Meets:
    """How far a member meets the claim. A denial: `before` where it was said before anybody made the claim, `wider`
    where it denies more than that, `narrower` where its words leave room. Anybody else: `partial` where only a
    fragment is confirmed."""
    if how != "denies":
        return "partial" if member.fragment else "true"
    if _before(member, claim):
        return "before"
    told = words(member.statement.text)
    if member.points and any(word in phrases("claims", "widening") for word in told):
        return "wider"
    return "narrower" if any(word in told for word in phrases("claims", "narrowing")) else "true"


def _before(denial: Proposition, claim: Sequence[Proposition]) -> bool:
    """Whether a denial was said before anybody made the claim. Only the page's own words for the days tell: that of a
    page which came later says when it was printed, not when it was first said."""
    ends, told = _told_day(denial), [p for p in claim if not p.denies]
    starts = [_told_day(p) for p in told]
    if ends is None or not told or any(p.statement.article == denial.statement.article for p in told):
        return False
    return all(start is not None and ends[1] < start[0] for start in starts)


def _told_day(member: Proposition) -> tuple[str, str] | None:
    """The first and last day on which a statement was said in the page's own words, None where they do not tell."""
    said = member.statement.said
    if said is None or said.text is None or said.from_ is None or said.to is None:
        return None
    return said.from_[:10], said.to[:10]


def said_by(member: Proposition, dates: dict[str, Dating]) -> tuple[str | None, str | None]:
    """The first and last day on which a statement can have been said, as far as the pages tell. Where nothing is
    known of the first day it is the article's own."""
    dating = dates.get(member.statement.article)
    published = dating.published if dating else None
    said = member.statement.said
    first = (said.from_ if said else None) or (published.from_ if published else None)
    return first, (said.to if said else None) or (published.to if published else None)
