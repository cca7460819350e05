"""Whether a denial really meets an assertion: a dispute that nobody has is the worst a record can print."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from onrecord.claims.propositions import Proposition, main_clause, same_speaker
from onrecord.claims.terms import WORD, offices, terms, words
from onrecord.nouns import Statement
from onrecord.words import phrases

NEAR = 2
"""Statements back that "denied it" looks for what it denies."""
TELLING = 2
"""Terms beyond names that a denial and what it meets must share: one is chance, two a subject and its verb."""
MOST = 0.6
"""Share of the terms of a short denial ("leaking anything") from which one term beyond names is enough."""
HALF = 0.5
"""Share of the telling terms of a denial's main clause that the claim's main clause must hold, where they are few."""
PART = 0.35
"""Share of the lighter side's terms that both must hold, however many they share; read on news of the day, where long
contents share two words by chance."""
PLAIN = 0.6
"""The same for a "not" in what somebody says: it may answer nobody, and does so only where the claim is about them."""


def meeting(told: Proposition, denial: Proposition, names: AbstractSet[str]) -> bool:
    """Whether `denial` denies what `told` asserts. `names`: terms of the thread's names: whom it is about."""
    if one_speaker(told.statement, denial.statement) or same_speaker(told, denial):
        return False
    if not (checkable(told) and checkable(denial)) or denial.statement.parent == told.statement.id:
        return False
    if _told_of(told, denial) or (told.statement.parent == denial.statement.id and not _whole(told, denial)):
        return False
    if denial.points or _by_way(denial):
        return _pointed(told, denial)
    return _opposed(told, denial) and _shared(told, denial, names)


def disputed(asserting: Iterable[Proposition], denying: Iterable[Proposition], names: AbstractSet[str]) -> bool:
    """Whether anybody who denies meets anybody who asserts."""
    against = list(denying)
    return any(meeting(told, denial, names) for told in asserting for denial in against)


def checkable(member: Proposition) -> bool:
    """Whether a content can be so or not: "if", "let", "through" begin none, and a question is none."""
    told = words(member.statement.text)
    return bool(told) and told[0] not in phrases("disputes", "no_claim") and not member.statement.text.endswith("?")


def one_speaker(a: Statement, b: Statement) -> bool:
    """Whether two speakers, one of them not resolved, are described alike ("Mayor of Quay", "the Quay mayor")."""
    if a.speaker is None or b.speaker is None:
        return False
    if a.speaker.actor and b.speaker.actor:
        return a.speaker.actor == b.speaker.actor
    mine, theirs = frozenset(terms(a.speaker.text)), frozenset(terms(b.speaker.text))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _told_of(told: Proposition, denial: Proposition) -> bool:
    """Whether an assertion is that somebody denies: it holds the denial's own cue."""
    cue = denial.statement.cue
    return denial.rejects and cue is not None and cue.text in told.statement.text and _most(told, denial)


def _whole(inner: Proposition, denial: Proposition) -> bool:
    """Whether what stands inside a denial is what is denied, and no side clause of it."""
    return denial.rejects and _most(inner, denial)


def _most(told: Proposition, denial: Proposition) -> bool:
    return 2 * len(told.terms & denial.terms) >= len(denial.terms)


def _by_way(denial: Proposition) -> bool:
    """Whether a denial tells only how it was made ("denied that through a lawyer")."""
    return len(denial.terms) <= 1 and any(w in phrases("disputes", "ways") for w in words(denial.statement.text))


def _capitals(member: Proposition) -> set[str]:
    return {t for word in WORD.findall(member.statement.text)[1:] if word[0].isupper() for t in terms(word)}


def _is_about(told: Proposition, denial: Proposition) -> bool:
    speaker = denial.statement.speaker
    return speaker is not None and bool(told.terms & frozenset(terms(speaker.text)))


def _pointed(told: Proposition, denial: Proposition) -> bool:
    """A denial that only points meets what stands just before it about whoever denies, or the report that it names."""
    said = words(denial.statement.text)
    if denial.statement.article != told.statement.article or said[-1] in phrases("disputes", "sweeping"):
        return False
    if any(word in phrases("claims", "told") for word in said):
        cited = [link.text or "" for link in told.statement.chain[1:]]
        if any(denial.terms & set(terms(text)) for text in cited):
            return True
    return _is_about(told, denial) and 0 < denial.order - told.order <= NEAR


def _opposed(told: Proposition, denial: Proposition) -> bool:
    """Whether one side says not: by its cue, or by what it says where the other does not."""
    return denial.rejects or denial.negated != told.negated or denial.denies


def _main(member: Proposition) -> frozenset[str]:
    """The terms of the main clause; all of them where a content begins with a side clause."""
    return frozenset(terms(main_clause(member.statement.text))) or member.terms


def _shared(told: Proposition, denial: Proposition, names: AbstractSet[str]) -> bool:
    common = told.terms & denial.terms
    telling = len(common - names - offices() - (_capitals(told) & _capitals(denial)))
    own = len(denial.terms) or 1
    mine = _main(denial) - names - offices()
    met = len(_main(told) & mine)
    if not met or met < min(TELLING, HALF * len(mine)):
        return False
    if not denial.denies:
        return telling >= 1 and len(common) >= max(TELLING, PLAIN * own) and _is_about(told, denial)
    if telling >= TELLING:
        return len(common) >= PART * min(own, len(told.terms))
    return telling == 1 and len(common) >= MOST * own
