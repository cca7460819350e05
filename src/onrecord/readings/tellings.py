"""The attributions of one unit: silences, sources behind "according to", verbs with subject and complement, deeper
sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.clauses import is_finite
from onrecord.readings import (
    acts,
    citings,
    complements,
    contents,
    coordination,
    cues,
    followers,
    grammar,
    quiet,
    sources,
    subjects,
)
from onrecord.readings.cues import Cue
from onrecord.readings.drafts import Draft
from onrecord.readings.grammar import Range
from onrecord.readings.reaches import Complement
from onrecord.readings.units import Token, Unit

_NO_MARKS = {ord(mark): None for mark in '“”"‘'}


def find(text: str, unit: Unit) -> list[Draft]:
    """The drafts of a unit, in the order of their cues."""
    known = cues.find(unit.tokens, unit.region != "body")
    silent = list(quiet.find(text, unit, known))
    taken = {at for draft in silent for at in range(*draft.cue)}
    verbs = [cue for cue in known if cue.first not in taken]
    told = [*silent, *citings.according(unit, bounds := quiet.bounds(unit, silent, verbs))]
    quoted = list(citings.quoting(unit, bounds))
    told.extend(quoted)
    taken = {at for draft in quoted for at in range(*draft.cue)}
    for cue in verbs:
        if cue.first not in taken:
            told.extend(_verb(text, unit, cue, bounds, told))
    told.extend(citings.citing(unit, told))
    told.extend(citings.cited(unit))
    told.extend(citings.resting(unit))
    told.extend(citings.nouns(unit, bounds, told))
    told = citings.relayed(unit, told)
    return sorted(told, key=lambda draft: draft.cue)


def _verb(text: str, unit: Unit, cue: Cue, verbs: Sequence[Cue], told: Sequence[Draft]) -> list[Draft]:
    """What one verb tells: complement behind it, else before it."""
    if cue.passive:
        return list(_passive(unit, cue, verbs))
    subject, start = subjects.of(unit, cue, verbs, told)
    source = subject
    spoken = (cue.form != "ing" and _after_speech(unit.tokens, start)) or _said_before(unit.tokens, cue)
    made = None if spoken else complements.behind(unit.tokens, cue, verbs)
    if made is None and cue.form != "ing" and _tells_behind(unit.tokens, cue, start):
        made, source = _before(unit, cue, source, start, verbs)
    if made is None and subject:
        made, source = _as_told(unit.tokens, cue, subject, verbs), subject
    if made is None:
        made, source = _relayed(unit, cue, source)
    if made is None or source is None or not subjects.fits(unit, cue, source, made.kind):
        return []
    if cue.lemma == "plead" and unit.tokens[cue.last].low in _PLEAS:
        return []
    made = _relative_off(unit.tokens, cue, _subordinate_off(unit.tokens, source, made))
    act = acts.of(cue, made.kind, _words(text, unit, made.pieces), _words(text, unit, [source]), _quoted(unit, made))
    if act is None:
        return []
    ones = coordination.split(unit.tokens, source)
    mixed = made.kind in ("named", "called") and any(
        token.shape == "q" for token in unit.tokens[cue.last : made.pieces[-1][1]]
    )
    return [Draft(unit, (cue.first, cue.last), one, made.pieces, act, made.hearer, mixed=mixed) for one in ones]


_PLEAS = frozenset(("guilty", "not", "innocent", "no"))


def _relative_off(tokens: Sequence[Token], cue: Cue, made: Complement) -> Complement:
    """Of "Lund, who says the pier is sound, was absent": what is said ends with the relative clause."""
    start, end = made.pieces[-1]
    commas = [n for n in range(cue.group) if tokens[n].low == ","]
    if not commas or tokens[commas[-1] + 1].low != "who" or start < cue.last:
        return made
    back = (n for n in range(start + 1, end - 1) if tokens[n].low == ",")
    cut = next((n for n in back if tokens[n + 1].shape == "w" and is_finite(tokens[n + 1].low)), None)
    return made if cut is None else made._replace(pieces=(*made.pieces[:-1], (start, cut)))


_CONCEDING = frozenset(("while", "although", "though", "when", "after", "before", "if", "since", "because"))


def _subordinate_off(tokens: Sequence[Token], source: Range, made: Complement) -> Complement:
    """Of "While Lund said it rained, the mayor left": what is said ends at the comma before the main clause."""
    start, end = made.pieces[-1]
    if source[0] == 0 or tokens[source[0] - 1].low not in _CONCEDING or source[1] > start or source[0] > 2:
        return made
    commas = [n for n in range(start + 1, end - 2) if tokens[n].low == ","]
    cut = next((n for n in commas if _new_clause(tokens, n + 1, end)), None)
    return made if cut is None else made._replace(pieces=(*made.pieces[:-1], (start, cut)))


def _new_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    first = tokens[at]
    opens = first.shape == "C" or first.low in cues.among("determiner") | cues.among("pronoun")
    return opens and first.low not in cues.among("relative") and grammar.has_finite(tokens, (at, end))


def _tells_behind(tokens: Sequence[Token], cue: Cue, start: int) -> bool:
    """Whether a verb may follow what it tells; "fumed" and the like only a quotation."""
    quoted = start > 0 and tokens[start - 1].shape == "q"
    return cues.takes(cue, "says") or cues.takes(cue, "tail") or (quoted and cues.takes(cue, "quoted"))


def _after_speech(tokens: Sequence[Token], at: int) -> bool:
    """Whether a teller that begins at `at` follows its quotation: "“Go,” she said in a letter that ..."."""
    last = tokens[at - 1] if at > 0 else None
    return bool(last and last.shape == "q" and last.low[1:] and last.low[1:] in ",?!…—")


def _said_before(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether behind a comma the verb comes before its subject and nothing more: ", says a friend."."""
    if cue.group == 0 or tokens[cue.group - 1].low != "," or not _inverts(cue):
        return False
    found = followers.inverted(tokens, cue.last, len(tokens))
    if not found or grammar.has_finite(tokens, found):
        return False
    if found[1] >= len(tokens) or tokens[found[1]].low != ",":
        return found[1] >= len(tokens) or tokens[found[1]].shape == "."
    return found[1] + 1 < len(tokens) and tokens[found[1] + 1].low in ("and", "but")


def _inverts(cue: Cue) -> bool:
    """Whether the verb may stand before its subject: "said Lund", but not "told Lund"."""
    return (
        cue.form in ("past", "s")
        and (cues.takes(cue, "says") or cues.takes(cue, "quoted"))
        and cue.lemma not in ("tell", "inform", "assure", "remind", "notify")
    )


def _before(
    unit: Unit, cue: Cue, source: Range | None, start: int, verbs: Sequence[Cue]
) -> tuple[Complement | None, Range | None]:
    """ "It rained, Lund said" and "“It rained,” said Lund": content first, and whose it is."""
    tokens = unit.tokens
    closed = cue.group > 0 and (tokens[cue.group - 1].low in (",", "?", "!", "—") or tokens[cue.group - 1].shape == "q")
    behind = followers.inverted(tokens, cue.last, len(tokens)) if closed and _inverts(cue) else None
    if behind and grammar.has_finite(tokens, grammar.segments(tokens, *behind)[0]):
        behind = None
    source, start = (behind, cue.group) if behind else (source, start)
    if source is None or (not behind and grammar.is_relative(tokens, cue.group)):
        return None, None
    end = start - 1 if start > 0 and tokens[start - 1].low == "as" else start
    floor = max((n + 1 for n in range(end - 1) if tokens[n].shape == "." and tokens[n].low == ";"), default=0)
    around = contents.aside(tokens, floor, end, behind[1] if behind else cue.last, verbs)
    if around:
        return Complement("tail", around), source
    pieces = contents.before(tokens, floor, end)
    if not pieces:
        return None, None
    return Complement("tail", (*pieces, *_resumed(tokens, cue, behind, verbs))), source


def _as_told(tokens: Sequence[Token], cue: Cue, source: Range, verbs: Sequence[Cue]) -> Complement | None:
    """ "As Lund noted last week, it rained": what stands behind the comma."""
    if source[0] == 0 or tokens[source[0] - 1].low != "as" or not (cues.takes(cue, "says") or cues.takes(cue, "tail")):
        return None
    comma = next((n for n in range(cue.last, min(len(tokens), cue.last + 8)) if tokens[n].low == ","), None)
    if comma is None or any(token.shape == "q" for token in tokens[cue.last : comma]):
        return None
    end = contents.clause_end(tokens, comma + 1, verbs)
    return Complement("tail", ((comma + 1, end),)) if comma + 1 < end else None


def _relayed(unit: Unit, cue: Cue, source: Range | None) -> tuple[Complement | None, Range | None]:
    """ "It rained, which Lund denies": what stands before "which"."""
    tokens = unit.tokens
    if source is None or (cue.last < len(tokens) and tokens[cue.last].shape in "wC9q") or not cues.takes(cue, "object"):
        return None, None
    start = source[0]
    if tokens[start].low == "which" and source[1] > start + 1:
        start, source = start + 1, (start + 1, source[1])
    elif start == 0 or tokens[start - 1].low != "which":
        return None, None
    end = start - 1
    that = max((n + 1 for n in range(end) if tokens[n].low == "that"), default=0)
    pieces = contents.before(tokens, that, end) if end > that else None
    return (Complement("object", pieces), source) if pieces else (None, None)


def _resumed(tokens: Sequence[Token], cue: Cue, behind: Range | None, verbs: Sequence[Cue]) -> Iterator[Range]:
    """Where the content goes on behind its teller: "“Go,” she said, “or stay”", "it rained, she said, and it was
    cold"."""
    at = behind[1] if behind else cue.last
    while at < len(tokens) and tokens[at].shape in "wC9b" and not any(verb.first == at for verb in verbs):
        at += 1
    if at >= len(tokens) - 1:
        return
    if tokens[at].low in (",", ".", ":", ";") and tokens[at + 1].shape == "q":
        stop = at + 2
        while stop < len(tokens) and tokens[stop].shape == "q":
            stop += 1
        if not any(verb.first >= stop and cues.takes(verb, "says") and verb.group <= stop + 8 for verb in verbs):
            yield from ((n, n + 1) for n in range(at + 1, stop))
    elif _spoken_at(tokens, cue):
        return  # "“Go,” she said, and he went"
    elif tokens[at].low == "," and tokens[at + 1].low == "that" and at + 2 < len(tokens):
        yield at + 2, contents.clause_end(tokens, at + 2, verbs)
    elif tokens[at].low == "," and tokens[at + 1].low in ("and", "but") and at + 2 < len(tokens):
        stop = contents.clause_end(tokens, at + 2, verbs)
        if grammar.has_finite(tokens, (at + 2, stop)) and not contents.teller_near(tokens, at + 2, verbs):
            yield at + 2, stop


def _spoken_at(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether nothing but a subject stands between a quotation and the verb."""
    return any(token.shape == "q" for token in tokens[max(0, cue.group - 8) : cue.group])


def _passive(unit: Unit, cue: Cue, verbs: Sequence[Cue]) -> Iterator[Draft]:
    """ "He is said to be ill", "was described by aides as tired", "had been told of it by an aide"."""
    tokens = unit.tokens
    if cue.negated:
        return
    by = next((n for n in range(cue.last, min(len(tokens) - 1, cue.last + 9)) if tokens[n].low == "by"), None)
    if by is not None and (cues.takes(cue, "named") or cues.takes(cue, "of") or cues.takes(cue, "hearer")):
        source = followers.inverted(tokens, by + 1, len(tokens))
        start = source[1] if by == cue.last and source else cue.last
        stop = contents.clause_end(tokens, start, verbs) if by == cue.last else by
        named = cues.takes(cue, "named") and by == cue.last
        if source and start < stop and not (named and tokens[start].low != "as" and tokens[start].shape != "q"):
            hearer = sources.subject(tokens, 0, cue.group) if cues.takes(cue, "hearer") else None
            yield Draft(unit, (cue.first, cue.last), source, ((start, stop),), "says", hearer)
    elif cue.lemma in ("say", "understand", "report", "allege") and cue.last < len(tokens):
        stop = contents.clause_end(tokens, cue.last, verbs)
        if tokens[cue.last].low in ("to", "that") and cue.last < stop:
            yield Draft(unit, (cue.first, cue.last), None, ((cue.last, stop),), "says", confidence=0.6)


def _quoted(unit: Unit, made: Complement) -> bool:
    return unit.inside < 0 and all(unit.tokens[start].shape == "q" for start, _ in made.pieces)


def _words(text: str, unit: Unit, pieces: Sequence[Range]) -> str:
    """The words of the content without quotation marks, as far as an act shows in them."""
    told = " ".join(text[unit.tokens[start].start : unit.tokens[end - 1].end] for start, end in pieces)
    return told.translate(_NO_MARKS).lstrip("'")
