"""The attributions of one unit: silences, sources behind "according to", verbs with subject and complement, deeper sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.readings import acts, contents, cues, silences, sources
from onrecord.readings.cues import Cue, among
from onrecord.readings.drafts import Draft
from onrecord.readings.sources import Range
from onrecord.readings.units import Token, Unit


def find(text: str, unit: Unit) -> list[Draft]:
    """The drafts of a unit, in the order of their cues."""
    tokens = unit.tokens
    quiet = list(_silences(text, unit))
    taken = {at for draft in quiet for at in range(*draft.cue)}
    titled = unit.region != "body"
    silent = [Cue(*cue, _group_start(tokens, cue[0]), contents.SILENCE, "past") for cue in sorted({draft.cue for draft in quiet})]
    verbs = [cue for cue in cues.find(tokens, titled) if cue.first not in taken]
    bounds = sorted([*verbs, *silent])
    told = [*quiet, *_accordingly(unit, bounds)]
    for cue in verbs:
        told.extend(_verb(text, unit, cue, bounds, told))
    told.extend(_citing(unit, told))
    told.extend(_nouns(text, unit, verbs, told))
    return sorted(told, key=lambda draft: draft.cue)


def _silences(text: str, unit: Unit) -> Iterator[Draft]:
    tokens = unit.tokens
    last: Range | None = None
    for silence in silences.find(text, unit):
        first, end = silence.cue
        start = _group_start(tokens, first)
        source = sources.subject(tokens, 0, start)
        if source is None and start > 0 and tokens[start - 1].low in ("and", "but", ",", "or", "then"):
            source = last or sources.main(tokens, 0, start)
        if silence.unanswered:
            source = _asked(tokens, source) if source else None
        if source is None:
            continue
        last = source
        stop = contents.clause_end(tokens, end, cues.find(tokens[:0]))
        begin = end + 1 if end < stop and tokens[end].low == "to" else end
        rest = ((begin, stop),) if begin < stop and not silence.unanswered and not _adverbial(tokens, begin) else ()
        for one in sources.split(tokens, source):
            yield Draft(unit, silence.cue, one, rest, silence.act)


def _adverbial(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a silence only says when or where: "could not be reached on Thursday"."""
    low = tokens[at].low
    return low in ("on", "in", "at", "for", "when", "by", "after", "before", ",", "and", "but", "late", "because", "citing") or sources.time_end(tokens, at, len(tokens)) > at


def _group_start(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and (tokens[at - 1].low in among("have") | among("be") | among("modal") and tokens[at - 1].shape == "w" or cues.is_adverb(tokens[at - 1])):
        at -= 1
    return at


def _asked(tokens: Sequence[Token], asked: Range) -> Range | None:
    """Whom "a query to the ministry" went to."""
    to = [at for at in range(*asked) if tokens[at].low in ("to", "with", "for", "at")]
    to = [at for at in to if tokens[at].low == "to"] or to
    found = (to[-1] + 1, asked[1]) if to else None
    return found if found and found[0] < found[1] and sources.plausible(tokens, found) else None


def _accordingly(unit: Unit, verbs: Sequence[Cue]) -> Iterator[Draft]:
    tokens = unit.tokens
    for at in range(len(tokens) - 1):
        for phrase in cues.before_source():
            size = len(phrase)
            if tuple(token.low for token in tokens[at : at + size]) != phrase or phrase == ("per",) and not _per(tokens, at):
                continue
            begin = max((n + 1 for n in range(at) if tokens[n].shape == "." and tokens[n].low in ";:"), default=0)
            initial = not any(token.shape in "wC9q" for token in tokens[begin:at]) or not contents.before(tokens, begin, at + 1 if tokens[at - 1].low != "," else at) and not _clause(tokens, begin, at)
            source = sources.named_behind(tokens, at + size, len(tokens), initial)
            if source is None:
                continue
            pieces = _around(tokens, begin, at, source[1], initial, verbs)
            if pieces:
                for one in sources.split(tokens, source):
                    yield Draft(unit, (at, at + size), one, pieces, "says")


def _per(tokens: Sequence[Token], at: int) -> bool:
    behind = tokens[at + 1]
    return behind.shape == "C" or behind.low in ("the", "a", "an") and at > 0 and tokens[at - 1].low in (",", ":")


def _clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(sources.has_finite(tokens, part) for part in sources.segments(tokens, start, end))


def _around(tokens: Sequence[Token], begin: int, at: int, end: int, initial: bool, verbs: Sequence[Cue]) -> tuple[Range, ...]:
    """What stands before "according to", or, where it opens the clause, behind its source."""
    if not initial:
        stop = at - 1 if tokens[at - 1].low == "," else at
        return ((begin, stop),) if begin < stop else ()
    start = end + 1 if end < len(tokens) and tokens[end].low == "," else end
    stop = contents.clause_end(tokens, start, verbs) if start < len(tokens) else start
    return ((start, stop),) if start < stop else ()


def _verb(text: str, unit: Unit, cue: Cue, verbs: Sequence[Cue], told: Sequence[Draft]) -> list[Draft]:
    tokens = unit.tokens
    if cue.passive:
        return _passive(text, unit, cue, verbs)
    source, start = _source(unit, cue, verbs, told)
    made = None
    spoken = cue.first > 0 and _after_speech(tokens, start)
    if not spoken:
        made = contents.behind(tokens, cue, verbs)
    if made is None and (cues.takes(cue, "says") or cues.takes(cue, "tail")):
        return _tail(text, unit, cue, source, start, verbs)
    if made is None or source is None or not _fits(tokens, cue, source):
        return []
    act = acts.of(cue, made.kind, _words(text, unit, made.pieces))
    if act is None:
        return []
    return [Draft(unit, (cue.first, cue.last), one, made.pieces, act, made.hearer) for one in sources.split(tokens, source)]


def _after_speech(tokens: Sequence[Token], at: int) -> bool:
    """Whether a teller that begins at `at` follows its quotation: "“Go,” she said in a letter that ..."."""
    last = tokens[at - 1] if at > 0 else None
    return bool(last and last.shape == "q" and last.low[1:] in ",?!…—")


def _fits(tokens: Sequence[Token], cue: Cue, source: Range) -> bool:
    """Whether subject and form let a weak verb be a cue: bare forms want a plural, infinitives nothing."""
    if cue.modal and cue.lemma not in ("say", "add", "argue", "tell", "confirm", "deny"):
        return False
    return not (cue.form == "base" and not cue.modal and source[1] - source[0] == 1 and tokens[source[0]].low in ("he", "she", "it"))


def _source(unit: Unit, cue: Cue, verbs: Sequence[Cue], told: Sequence[Draft]) -> tuple[Range | None, int]:
    """The subject of a verb, and where its clause begins."""
    tokens = unit.tokens
    floor = _floor(tokens, cue, verbs)
    if cue.form == "ing":
        return _of_participle(tokens, cue, told)
    found = sources.subject(tokens, floor, cue.group)
    if found:
        return found, found[0]
    if cue.group > 0 and (tokens[cue.group - 1].low in ("and", "but", "or") or tokens[cue.group - 1].low == ","):
        return _left_out(tokens, cue, told), cue.group
    return None, cue.group


def _floor(tokens: Sequence[Token], cue: Cue, verbs: Sequence[Cue]) -> int:
    """Behind the last verb of saying before this one that has a clause of its own."""
    floor = 0
    for other in verbs:
        if other.first >= cue.group:
            break
        relative = any(token.low in ("who", "which", "whose", "that") for token in tokens[max(floor, other.group - 8) : other.group])
        if cues.takes(other, "says") and not other.passive and not relative and other.form != "ing":
            floor = other.last
    return floor


def _left_out(tokens: Sequence[Token], cue: Cue, told: Sequence[Draft]) -> Range | None:
    """The subject of a verb behind "and" or "but": a verb of saying shares the outermost teller's, others the nearest's."""
    earlier = [draft for draft in told if draft.cue[1] <= cue.group and draft.source and draft.source[0] < cue.first]
    if not earlier:
        return sources.main(tokens, 0, cue.group)
    outer = min(earlier, key=lambda draft: draft.cue)
    near = max(earlier, key=lambda draft: draft.cue)
    return outer.source if cues.takes(cue, "says") and cue.lemma not in ("threaten", "offer", "promise") else near.source


def _of_participle(tokens: Sequence[Token], cue: Cue, told: Sequence[Draft]) -> tuple[Range | None, int]:
    """The subject of "saying": the noun phrase right before it ("quoted an aide as saying"), else the clause's own."""
    before = tokens[cue.group - 1] if cue.group > 0 else None
    if before is None:
        return None, cue.group
    end = cue.group - 1 if before.low == "as" else cue.group
    if before.low in (",", "and", "by", "as") and not (before.low == "as" and end > 0 and tokens[end - 1].low not in (",", "quoted", "cited")):
        earlier = [draft for draft in told if draft.cue[1] <= cue.group and draft.source and draft.source[0] < cue.first]
        return (earlier[-1].source if earlier and tokens[0].low != "but" else sources.main(tokens, 0, cue.group)), cue.group
    if before.shape == "." or before.low in among("preposition") - {"as"} or before.low in among("be"):
        return None, cue.group
    start = sources.noun_phrase_back(tokens, 0, end)
    found = (start, end)
    return (found if start < end and sources.plausible(tokens, found) else None), cue.group


def _tail(text: str, unit: Unit, cue: Cue, source: Range | None, start: int, verbs: Sequence[Cue]) -> list[Draft]:
    """"It rained, Lund said" and "“It rained,” said Lund": content first."""
    tokens = unit.tokens
    closed = cue.group > 0 and (tokens[cue.group - 1].low in (",", "?", "!", "—") or tokens[cue.group - 1].shape == "q")
    behind = sources.inverted(tokens, cue.last, len(tokens)) if closed else None
    if behind and sources.has_finite(tokens, behind):
        behind = None
    source, start = (behind, cue.group) if behind else (source, start)
    if source is None:
        return []
    end = start - 1 if start > 0 and tokens[start - 1].low == "as" else start
    pieces = contents.before(tokens, _clause_floor(tokens, start), end)
    if not pieces:
        return []
    pieces = (*pieces, *_resumed(tokens, cue, behind, verbs))
    act = acts.of(cue, "tail", _words(text, unit, pieces))
    if not act or not _fits(tokens, cue, source):
        return []
    return [Draft(unit, (cue.first, cue.last), one, pieces, act) for one in sources.split(tokens, source)]


def _clause_floor(tokens: Sequence[Token], at: int) -> int:
    return max((n + 1 for n in range(at - 1) if tokens[n].shape == "." and tokens[n].low == ";"), default=0)


def _resumed(tokens: Sequence[Token], cue: Cue, behind: Range | None, verbs: Sequence[Cue]) -> Iterator[Range]:
    """Where the content goes on behind its teller: "“Go,” she said, “or stay”", "it rained, she said, and it was cold"."""
    at = behind[1] if behind else cue.last
    while at < len(tokens) and tokens[at].shape in "wC9" and not any(verb.first == at for verb in verbs):
        at += 1
    if at >= len(tokens) - 1:
        return
    marked = tokens[at].low in ",.:;" and tokens[at].shape == "."
    if marked and tokens[at + 1].shape == "q":
        stop = at + 2
        while stop < len(tokens) and tokens[stop].shape == "q":
            stop += 1
        if not any(verb.first >= stop and cues.takes(verb, "says") and verb.group <= stop + 8 for verb in verbs):
            yield from ((n, n + 1) for n in range(at + 1, stop))
    elif tokens[at].low == "," and tokens[at + 1].low in ("and", "but") and at + 2 < len(tokens):
        stop = contents.clause_end(tokens, at + 2, verbs)
        if sources.has_finite(tokens, (at + 2, stop)) and not contents.teller_near(tokens, at + 2, verbs):
            yield at + 2, stop


def _passive(text: str, unit: Unit, cue: Cue, verbs: Sequence[Cue]) -> list[Draft]:
    """"He is said to be ill", "it is understood that ...", "was described by aides as ...", "was quoted as saying"."""
    tokens = unit.tokens
    if cue.negated:
        return []
    by = next((n for n in range(cue.last, min(len(tokens) - 1, cue.last + 3)) if tokens[n].low == "by"), None)
    if by is not None and (cues.takes(cue, "named") or cues.takes(cue, "of")):
        source = sources.inverted(tokens, by + 1, len(tokens))
        if source:
            stop = contents.clause_end(tokens, source[1], verbs)
            pieces = ((source[1], stop),) if source[1] < stop else ()
            return [Draft(unit, (cue.first, cue.last), source, pieces, "says")] if pieces else []
    if cue.lemma in ("say", "understand", "report", "allege") and cue.last < len(tokens) and tokens[cue.last].low in ("to", "that"):
        stop = contents.clause_end(tokens, cue.last, verbs)
        return [Draft(unit, (cue.first, cue.last), None, ((cue.last, stop),), "says", confidence=0.6)] if cue.last < stop else []
    return []


def _citing(unit: Unit, told: Sequence[Draft]) -> Iterator[Draft]:
    """"The Herald reported it, citing two officials": the officials said it too."""
    tokens = unit.tokens
    for at in range(1, len(tokens) - 1):
        if tokens[at].low not in cues.citing() or tokens[at - 1].shape == "w" and tokens[at - 1].low not in ("and",):
            continue
        outer = [draft for draft in told if draft.cue[1] <= at and draft.pieces]
        source = sources.named_behind(tokens, at + 1, len(tokens), False)
        if outer and source:
            last = outer[-1]
            for one in sources.split(tokens, source):
                yield Draft(unit, (at, at + 1), one, last.pieces, "says", enclosing=last.cue)


def _nouns(text: str, unit: Unit, verbs: Sequence[Cue], told: Sequence[Draft]) -> Iterator[Draft]:
    """"the company's claim that customers knew": a noun that carries a statement, with its owner."""
    tokens = unit.tokens
    cue_tokens = {at for draft in told for at in range(*draft.cue)}
    for at in range(1, len(tokens) - 2):
        act = cues.noun_cues().get(tokens[at].low) if tokens[at].shape == "w" and at not in cue_tokens else None
        if act is None or tokens[at + 1].low != "that" or not tokens[at - 1].low.endswith(("'s", "s'")) and tokens[at - 1].low not in ("his", "her", "their", "its"):
            continue
        start = sources.noun_phrase_back(tokens, 0, at)
        stop = contents.clause_end(tokens, at + 2, verbs)
        if at + 2 < stop and sources.plausible(tokens, (start, at)):
            yield Draft(unit, (at, at + 1), (start, at), ((at + 2, stop),), act)


def _words(text: str, unit: Unit, pieces: Sequence[Range]) -> str:
    """The words of the content, as far as an act shows in them."""
    if not pieces:
        return ""
    start, end = pieces[0]
    return text[unit.tokens[start].start : unit.tokens[end - 1].end].lstrip("“\"‘'")
