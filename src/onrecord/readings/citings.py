"""Sources that no verb of saying names: "according to", "citing", "quoted X as saying", "is based on", "X's claim
that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.readings import (
    complements,
    contents,
    coordination,
    cues,
    followers,
    grammar,
    noun_phrases,
    reaches,
    sources,
)
from onrecord.readings.cues import Cue
from onrecord.readings.drafts import Draft
from onrecord.readings.grammar import Range
from onrecord.readings.units import Token, Unit

_ACCOUNTS = frozenset(
    ("account", "report", "article", "story", "disclosure", "claim", "allegation", "reports", "claims", "this", "it")
)
_RESTS = (("based", "on"), ("rests", "on"), ("relies", "on"), ("rest", "on"), ("drawn", "from"))
_TALKS = frozenset(("interviews", "conversations", "accounts", "talks", "interview", "testimony"))


def according(unit: Unit, verbs: Sequence[Cue]) -> Iterator[Draft]:
    """ "It rained, according to Lund", "according to Lund, it rained", "per the Herald"."""
    tokens = unit.tokens
    firsts = {phrase[0] for phrase in cues.before_source()}
    for at in [at for at in range(len(tokens) - 1) if tokens[at].low in firsts]:
        for phrase in cues.before_source():
            size = len(phrase)
            if tuple(token.low for token in tokens[at : at + size]) != phrase or (
                phrase == ("per",) and not _per(tokens, at)
            ):
                continue
            begin = max((n + 1 for n in range(at) if tokens[n].shape == "." and tokens[n].low in ";:"), default=0)
            initial = _initial(tokens, begin, at) or (phrase[0] == "in" and _quote_follows(tokens, at + size))
            source = followers.named_behind(tokens, at + size, len(tokens), initial)
            pieces = _around(tokens, begin, at, source[1], initial, verbs) if source else ()
            if source and pieces:
                for one in coordination.split(tokens, source):
                    yield Draft(unit, (at, at + size), one, pieces, "says")


def _quote_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether behind a source a quotation stands: "in the words of Lund, “...”"."""
    quote = next((n for n in range(at, min(len(tokens), at + 16)) if tokens[n].shape == "q"), None)
    return quote is not None and tokens[quote - 1].low == ","


def _per(tokens: Sequence[Token], at: int) -> bool:
    behind = tokens[at + 1]
    return behind.shape == "C" or (behind.low in ("the", "a", "an") and at > 0 and tokens[at - 1].low in (",", ":"))


def _initial(tokens: Sequence[Token], begin: int, at: int) -> bool:
    """Whether what is said stands behind the phrase: nothing but an introduction stands before it."""
    words = [token for token in tokens[begin:at] if token.shape in "wC9q"]
    if not words or all(token.low in ("and", "but", "so", "yet", "or") for token in words):
        return True
    if any(token.shape == "q" for token in words):
        return False
    parts = grammar.segments(tokens, begin, at)
    return grammar.is_intro(tokens, parts[0][0]) and not any(grammar.has_finite(tokens, part) for part in parts)


def _around(
    tokens: Sequence[Token], begin: int, at: int, end: int, initial: bool, verbs: Sequence[Cue]
) -> tuple[Range, ...]:
    """What stands before the phrase, or, where it opens the clause, behind its source."""
    if not initial:
        stop = at - 1 if tokens[at - 1].low == "," else at
        return _quotes_apart(tokens, begin, stop) if begin < stop else ()
    start = end + 1 if end < len(tokens) and tokens[end].low == "," else end
    stop = contents.clause_end(tokens, start, verbs) if start < len(tokens) else start
    return ((start, stop),) if start < stop else ()


def _quotes_apart(tokens: Sequence[Token], start: int, stop: int) -> tuple[Range, ...]:
    """A stretch of nothing but quotations as one piece each, other words as one piece."""
    if all(token.shape in "q." for token in tokens[start:stop]):
        return tuple((n, n + 1) for n in range(start, stop) if tokens[n].shape == "q")
    return ((start, stop),)


def citing(unit: Unit, told: Sequence[Draft]) -> Iterator[Draft]:
    """ "The Herald reported it, citing two officials" and "The Herald, citing two officials, reported it": the
    officials said it too."""
    tokens = unit.tokens
    for at in range(1, len(tokens) - 1):
        if tokens[at].low not in cues.citing() or (tokens[at - 1].shape == "w" and tokens[at - 1].low != "and"):
            continue
        before = [draft for draft in told if draft.cue[1] <= at and draft.pieces]
        behind = [
            draft for draft in told if draft.cue[0] > at and draft.pieces and draft.source and draft.source[1] >= at
        ]
        closed = not before
        source = followers.named_behind(tokens, at + 1, len(tokens), False)
        if source and not _may_tell(tokens, source):
            continue
        if source and (before or behind):
            outer = behind[0] if closed else before[-1]
            for one in coordination.split(tokens, source):
                yield Draft(unit, (at, at + 1), one, outer.pieces, "says", enclosing=outer.cue)


def _may_tell(tokens: Sequence[Token], source: Range) -> bool:
    """Whether what is cited is somebody or a document, and no reason ("citing an ongoing inquiry")."""
    head = [token for token in tokens[source[0] : source[1]] if token.shape in "wC"][:12]
    return any(token.shape == "C" or token.low in cues.among("plural") or cues.is_teller(token) for token in head)


def cited(unit: Unit) -> Iterator[Draft]:
    """ "It cited two officials", "the site attributes this to two aides": sources of what was told before."""
    tokens = unit.tokens
    for at in range(1, len(tokens) - 1):
        low = tokens[at].low
        if low in ("cited", "cites", "attributed", "attributes") and tokens[at].shape == "w":
            outer = sources.subject(tokens, 0, at)
            begin = at + 1 if low.startswith("cit") else _behind_to(tokens, at)
            found = followers.named_behind(tokens, begin, len(tokens), False) if begin else None
            if outer and found:
                for one in coordination.split(tokens, found, plain=True):
                    yield Draft(unit, (at, at + 1), one, (), "says", back=True)


def _who(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether what the cited said follows in "who said" right behind them."""
    source = draft.source or draft.cue
    return any(token.low == "who" for token in tokens[source[0] : source[1] + 2])


def relayed(unit: Unit, told: Sequence[Draft]) -> list[Draft]:
    """The drafts, and for "The paper cited two officials, who said it rained" the paper too, which the officials hang
    on."""
    tokens = unit.tokens
    out = list(told)
    for at in range(1, len(tokens) - 1):
        if tokens[at].low not in ("cited", "cites", "quoted", "quotes") or tokens[at].shape != "w":
            continue
        outer = sources.subject(tokens, 0, at)
        out = [draft for draft in out if not (draft.back and draft.cue[0] == at and _who(tokens, draft))]
        inner = [n for n, draft in enumerate(out) if draft.source and draft.source[0] == at + 1 and draft.pieces]
        if outer is None or not inner or any(draft.cue[0] == at for draft in out):
            continue
        out.append(Draft(unit, (at, at + 1), outer, out[inner[0]].pieces, "says"))
        for n in inner:
            out[n] = out[n]._replace(enclosing=(at, at + 1))
    return out


def _behind_to(tokens: Sequence[Token], at: int) -> int | None:
    short = range(at + 1, min(len(tokens) - 1, at + 5))
    return next(
        (
            n + 1
            for n in short
            if tokens[n].low == "to" and tokens[n - 1].low in ("this", "it", "that", "claim", "report")
        ),
        None,
    )


def quoting(unit: Unit, verbs: Sequence[Cue]) -> Iterator[Draft]:
    """ "The Herald quoted an aide as saying it rained": the Herald and the aide. "An aide was quoted as saying": the
    aide."""
    tokens = unit.tokens
    for cue in verbs:
        if cue.form != "ing" or cue.lemma not in ("say", "tell", "write") or cue.first < 2:
            continue
        bare = tokens[cue.first - 1].low != "as"
        quoted = next(
            (
                n
                for n in range(cue.first - 1, max(0, cue.first - 24), -1)
                if tokens[n].low in ("quoted", "quotes", "cited", "quoting")
            ),
            None,
        )
        if quoted is None or (bare and quoted == cue.first - 1):
            continue
        made = complements.behind(tokens, cue, verbs)
        end = cue.first - (not bare)
        if quoted + 1 >= end:
            yield from _was_quoted(unit, quoted, cue, made)
        elif made and noun_phrases.plausible(tokens, (quoted + 1, end)):
            outer = sources.subject(tokens, 0, quoted)
            if outer and tokens[quoted].low != "quoting":
                yield Draft(unit, (quoted, quoted + 1), outer, made.pieces, "says")
                yield Draft(
                    unit, (cue.first, cue.last), (quoted + 1, end), made.pieces, "says", enclosing=(quoted, quoted + 1)
                )


def _was_quoted(unit: Unit, quoted: int, cue: Cue, made: reaches.Complement | None) -> Iterator[Draft]:
    """ "..., an aide was quoted as saying"."""
    tokens = unit.tokens
    group = quoted
    while group > 0 and tokens[group - 1].low in cues.among("be") | cues.among("have"):
        group -= 1
    source = sources.subject(tokens, 0, group)
    if source is None or group == quoted:
        return
    pieces = made.pieces if made else contents.before(tokens, 0, source[0])
    if pieces:
        yield Draft(unit, (quoted, cue.last), source, pieces, "says")


def resting(unit: Unit) -> Iterator[Draft]:
    """ "This account is based on interviews with eleven people"."""
    tokens = unit.tokens
    for at in range(2, len(tokens) - 2):
        if (tokens[at].low, tokens[at + 1].low) not in _RESTS:
            continue
        group = at - 1 if tokens[at - 1].low in cues.among("be") else at
        subject = (sources.boundary(tokens, 0, group), group)
        if not any(token.low in _ACCOUNTS for token in tokens[subject[0] : subject[0] + 3]) or subject[0] >= group:
            continue
        begin = at + 2
        last = at + 2
        if tokens[begin].low in _TALKS and tokens[begin + 1].low in ("with", "of", "from"):
            begin = last = begin + 2
        found = followers.named_behind(tokens, begin, len(tokens), False)
        if found and (begin > at + 2 or tokens[subject[0]].low not in ("it", "this")):
            for one in coordination.split(tokens, found, plain=True):
                yield Draft(unit, (at, last), one, (subject,), "says")


def nouns(unit: Unit, verbs: Sequence[Cue], told: Sequence[Draft]) -> Iterator[Draft]:
    """ "The firm’s claim that buyers knew", "a report in the Herald that it rained"."""
    tokens = unit.tokens
    taken = {at for draft in told for at in range(*draft.cue)}
    for at in range(1, len(tokens) - 2):
        act = cues.noun_cues().get(tokens[at].low) if tokens[at].shape == "w" and at not in taken else None
        that = _that_behind(tokens, at) if act else None
        owner = _owner(tokens, at, that) if that else None
        if owner and unit.region != "body":
            owner = grammar.headline_verb_off(tokens, *owner)
        if act is None or that is None or owner is None:
            continue
        stop = contents.clause_end(tokens, that + 1, verbs)
        if that + 1 < stop:
            yield Draft(unit, (at, at + 1), owner, ((that + 1, stop),), act)


def _that_behind(tokens: Sequence[Token], at: int) -> int | None:
    ahead = range(at + 1, min(len(tokens) - 1, at + 10))
    return next((n for n in ahead if tokens[n].low == "that" and not any(t.shape in ".q" for t in tokens[at:n])), None)


def _owner(tokens: Sequence[Token], at: int, that: int) -> Range | None:
    """Whose claim it is: a genitive before the noun, or an outlet behind "in" or "by"."""
    before = tokens[at - 1]
    if that == at + 1:
        if not before.low.endswith(("'s", "s'")) and before.low not in ("his", "her", "their", "its"):
            return None
        start = grammar.noun_phrase_back(tokens, 0, at)
        return (start, at) if noun_phrases.plausible(tokens, (start, at)) else None
    if tokens[at + 1].low not in ("in", "by", "from") or at + 2 >= that:
        return None
    end = grammar.time_begin(tokens, at + 2, that)
    found = (at + 2, end)
    return (
        found
        if found[0] < end
        and any(token.shape == "C" for token in tokens[at + 2 : end])
        and noun_phrases.plausible(tokens, found)
        else None
    )
