"""Silences as attributions: whose they are, and what was not answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.clauses import is_finite
from onrecord.readings import contents, coordination, cues, grammar, noun_phrases, silences, sources
from onrecord.readings.cues import Cue, among
from onrecord.readings.drafts import Draft
from onrecord.readings.grammar import Range
from onrecord.readings.units import Token, Unit

_ADVERBIAL = frozenset(
    (
        "on",
        "in",
        "at",
        "for",
        "when",
        "by",
        "after",
        "before",
        ",",
        "and",
        "but",
        "late",
        "because",
        "citing",
        "as",
        "until",
        "over",
        ".",
        ";",
        "while",
    )
)
_KEPT = frozenset(("comment", "silent", "quiet", "mum", "tight-lipped", "nothing"))
_UNSAID = frozenset(("say", "said", "explain", "explained", "disclose", "disclosed", "specify", "specified"))


def find(text: str, unit: Unit, verbs: Sequence[Cue]) -> Iterator[Draft]:
    """The silences of a unit, one for each source. What somebody says of themselves ("said it would not discuss the
    matter") is told by the verb of saying."""
    tokens = unit.tokens
    last: Range | None = None
    for silence in silences.find(text, unit):
        floor = _floor(tokens, silence, verbs)
        source = _source(tokens, silence, last, floor)
        if (
            source is None
            or _of_paper(tokens, silence, verbs, floor)
            or (unit.inside >= 0 and any(token.low in ("i", "we") for token in tokens[slice(*source)]))
            or _of_self(tokens, source, floor)
        ):
            continue
        last = source
        end = _adverbs_off(tokens, silence.cue[1])
        stop = _predicate_end(tokens, end, contents.clause_end(tokens, end, verbs))
        begin = end + 1 if end < stop and (tokens[end].low == "to" or _kept(tokens, end)) else end
        told = begin < stop and not silence.unanswered and (begin > end or not _adverbial(tokens, begin))
        for one in _each(tokens, source, floor):
            if not silence.neither or tokens[source[0]].low in ("neither", "none", "nobody"):
                yield Draft(unit, silence.cue, one, ((begin, stop),) if told else (), silence.act)


def _kept(tokens: Sequence[Token], at: int) -> bool:
    """Whether the matter stands behind: "silent on | the bridge", "nothing about | it"."""
    return tokens[at].low in ("on", "about", "over") and tokens[at - 1].low in _KEPT


def _each(tokens: Sequence[Token], source: Range, floor: int) -> list[Range]:
    """The silent ones: every member of a list."""
    found = coordination.split(tokens, source)
    return [*coordination.listed(tokens, floor, found[0]), *found[1:]]


def _adverbs_off(tokens: Sequence[Token], at: int) -> int:
    """Behind "immediately" where "to" follows: "did not respond immediately to"."""
    behind = at
    while behind < len(tokens) and cues.is_adverb(tokens[behind]):
        behind += 1
    return behind if behind < len(tokens) and tokens[behind].low == "to" else at


def _predicate_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Before "and" or "but" with a finite verb right behind it: what the silent one did besides."""
    for n in range(at + 1, end - 1):
        if tokens[n].low in ("and", "but", "then") and tokens[n + 1].shape == "w":
            behind = n + 1 + cues.is_adverb(tokens[n + 1])
            if behind < end and is_finite(tokens[behind].low):
                return n - 1 if tokens[n - 1].low == "," else n
    return end


def _floor(tokens: Sequence[Token], silence: silences.Silence, verbs: Sequence[Cue]) -> int:
    """Behind the last verb of saying before the silence that has the silence in its clause."""
    floor = 0
    for verb in verbs:
        relative = any(token.low in ("who", "which", "whose") for token in tokens[floor : verb.group])
        if verb.last <= silence.cue[0] and cues.takes(verb, "says") and not verb.passive and not relative:
            floor = verb.last
    return floor


def _of_self(tokens: Sequence[Token], source: Range, floor: int) -> bool:
    """Whether the silent one is a pronoun right behind "said" or "said that"."""
    short = source[1] - source[0] == 1 and tokens[source[0]].low in among("pronoun")
    return floor > 0 and short and source[0] - floor <= 1


def _of_paper(tokens: Sequence[Token], silence: silences.Silence, verbs: Sequence[Cue], floor: int) -> bool:
    """Whether it is a paper that does not say: "said that it counted boats but did not say whose"."""
    within = [verb for verb in verbs if floor <= verb.first < silence.cue[0]]
    told = bool(within) and cues.takes(within[-1], "document") and floor > 0
    return told and tokens[silence.cue[1] - 1].low in _UNSAID


def _source(tokens: Sequence[Token], silence: silences.Silence, last: Range | None, floor: int) -> Range | None:
    start = _group_start(tokens, silence.cue[0])
    source = sources.subject(tokens, floor, start) or sources.subject(tokens, 0, start)
    if source is None and start > 0 and tokens[start - 1].low in ("and", "but", ",", "or", "then"):
        source = last or sources.main(tokens, 0, start)
    return _asked(tokens, source) if source and silence.unanswered else source


def bounds(unit: Unit, silent: Sequence[Draft], verbs: Sequence[Cue]) -> list[Cue]:
    """The verbs and, as cues of their own kind, the silences: where clauses end."""
    quiet = [
        Cue(*cue, _group_start(unit.tokens, cue[0]), contents.SILENCE, "past")
        for cue in sorted({one.cue for one in silent})
    ]
    return sorted([*verbs, *quiet])


def _adverbial(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a silence only says when or where: "could not be reached by Sunday"."""
    if tokens[at].low == "when" and tokens[at - 1].low in _UNSAID:
        return False
    behind = at
    while behind < len(tokens) and cues.is_adverb(tokens[behind]):
        behind += 1
    if behind > at and (behind >= len(tokens) or tokens[behind].shape == "."):
        return True  # "refused to speak publicly"
    return tokens[at].low in _ADVERBIAL or grammar.time_end(tokens, at, len(tokens)) > at


def _group_start(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and _helps(tokens[at - 1]):
        at -= 1
    return at


def _helps(token: Token) -> bool:
    auxiliary = token.shape == "w" and token.low in among("have") | among("be") | among("modal")
    return auxiliary or cues.is_adverb(token)


def _asked(tokens: Sequence[Token], asked: Range) -> Range | None:
    """Whom "a query to the ministry" went to."""
    to = [at for at in range(*asked) if tokens[at].low in ("to", "with", "for", "at")]
    to = [at for at in to if tokens[at].low == "to"] or to
    found = (to[-1] + 1, asked[1]) if to else None
    return found if found and found[0] < found[1] and noun_phrases.plausible(tokens, found) else None
