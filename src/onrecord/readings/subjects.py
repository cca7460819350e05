"""Whose verb it is: the subject of a cue, found before it, left out behind "and", or carried by a participle."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.clauses import is_finite
from onrecord.readings import cues, grammar, noun_phrases, sources
from onrecord.readings.cues import Cue, among
from onrecord.readings.drafts import Draft
from onrecord.readings.grammar import Range
from onrecord.readings.units import Token, Unit
from onrecord.words import phrases

_MODAL_TELLERS = frozenset(("say", "add", "argue", "tell", "confirm", "deny"))
_DOCUMENTARY = frozenset(("show", "put", "list", "count", "detail", "read", "contain", "record"))
_CLOSES_HEAD = frozenset(("familiar", "close", "briefed", ","))
_INSIDE = frozenset(("tell", "ask", "warn", "write", "promise"))


_NOUNS_TOO = frozenset(("report", "hear", "find", "read", "feel", "rule", "post", "understand", "hold", "list", "put"))
"""Lemmas whose form in -ing is a noun as often, unless a comma stands before it."""


def of(unit: Unit, cue: Cue, verbs: Sequence[Cue], told: Sequence[Draft]) -> tuple[Range | None, int]:
    """The subject of a verb (None = nobody is named), and the token where its clause begins."""
    tokens = unit.tokens
    if cue.form == "ing":
        if cue.lemma in ("put", "hold", "read", "list"):
            return None, cue.group  # "putting it in danger"
        found, start = _of_participle(tokens, cue, told)
        if found and found[1] == cue.group and unit.region != "body":
            found = grammar.headline_verb_off(tokens, *found)
        return found, start
    if _behind_aside(tokens, cue, verbs):
        return None, cue.group
    found = sources.subject(tokens, _floor(tokens, cue, verbs), cue.group)
    if found and unit.region != "body" and tokens[cue.group - 1].low == "," and cue.form == "s":
        found = grammar.before_headline_verb(tokens, *found)
    if found:
        return found, found[0]
    at = grammar.time_begin(tokens, 0, cue.group)
    if at > 0 and tokens[at - 1].low in ("and", "but", "or", ","):
        return _left_out(tokens, cue, told), at
    return None, cue.group


def _behind_aside(tokens: Sequence[Token], cue: Cue, verbs: Sequence[Cue]) -> bool:
    """Whether a teller between commas stands right before: "The experts, he added, had found nothing"."""
    comma = cue.group - 1
    if comma < 1 or tokens[comma].low != ",":
        return False
    teller = next((verb for verb in verbs if verb.last == comma and cues.takes(verb, "says")), None)
    return teller is not None and any(tokens[n].low == "," for n in range(max(0, teller.group - 6), teller.group))


def _floor(tokens: Sequence[Token], cue: Cue, verbs: Sequence[Cue]) -> int:
    """Behind the last verb of saying before this one that has a clause of its own."""
    floor = 0
    for other in verbs:
        if other.first >= cue.group:
            break
        near = tokens[max(floor, other.group - 8) : other.group]
        relative = any(token.low in ("who", "which", "whose", "that") for token in near)
        if cues.takes(other, "says") and not other.passive and not relative:
            floor = other.last
    return floor


def _left_out(tokens: Sequence[Token], cue: Cue, told: Sequence[Draft]) -> Range | None:
    """The subject of a verb behind "and" or "but": a verb of saying shares the outermost teller's, others the
    nearest's."""
    earlier = [draft for draft in told if draft.cue[1] <= cue.group and draft.source and draft.source[0] < draft.cue[0]]
    if not earlier:
        return sources.main(tokens, 0, cue.group)
    outer = min(earlier, key=lambda draft: draft.cue)
    near = max(earlier, key=lambda draft: draft.cue)
    own = cues.takes(cue, "says") and cue.lemma not in ("threaten", "offer", "promise")
    return outer.source if own else near.source


def _of_participle(tokens: Sequence[Token], cue: Cue, told: Sequence[Draft]) -> tuple[Range | None, int]:
    """The subject of "saying": the noun phrase right before it ("an aide saying"), else the clause's own."""
    before = tokens[cue.group - 1] if cue.group > 0 else None
    if before is None:
        return None, cue.group
    if before.low in (",", "and", "by", "q,", "—", "–"):
        earlier = [
            draft for draft in told if draft.cue[1] <= cue.group and draft.source and draft.source[0] < cue.first
        ]
        return (earlier[-1].source if earlier else sources.main(tokens, 0, cue.group)), cue.group
    if before.low in ("before", "after", "while"):
        return sources.main(tokens, 0, cue.group), cue.group  # "left after telling reporters that"
    if (
        before.shape in ".q"
        or before.low in among("determiner") | among("preposition") | among("be")
        or is_finite(before.low)
    ):
        return None, cue.group
    if cue.lemma in _NOUNS_TOO or not (before.shape == "C" or cues.is_plural(before) or cues.is_kind(before)):
        return None, cue.group  # "a new reporting", "a confirmation hearing"
    start = grammar.noun_phrase_back(tokens, sources.boundary(tokens, 0, cue.group), cue.group)
    found = (start, cue.group)
    named = (
        tokens[start].shape in "C9" or tokens[start].low in among("determiner") or cues.is_plural(tokens[cue.group - 1])
    )
    return (found if named and noun_phrases.plausible(tokens, found) else None), cue.group


_WHATEVER = frozenset(("everything", "anything", "nothing", "whatever"))
"""Before somebody's name these make a subject of what he says: "everything Lund says is a lie"."""


def _nobody(tokens: Sequence[Token], source: Range) -> bool:
    """Whether the subject is nobody, or no person but what one says."""
    first, second = tokens[source[0]], tokens[min(source[0] + 1, source[1] - 1)]
    if first.low in _WHATEVER:
        return second.shape == "C" or second.low in among("pronoun")
    return source[1] - source[0] == 1 and first.low in ("nobody", "no-one")


def _supposed(tokens: Sequence[Token], source: Range) -> bool:
    """Whether the telling is only thought up: "Imagine if Lund had said", "if he says so"."""
    before = tokens[source[0] - 1].low if source[0] else ""
    if before in ("if", "unless") and (source[0] < 2 or tokens[source[0] - 2].low not in ("even", "as")):
        return True
    return tokens[0].low in ("imagine", "suppose") and all(token.shape != "." for token in tokens[: source[1]])


def fits(unit: Unit, cue: Cue, source: Range, kind: str) -> bool:
    """Whether subject and form let the verb be a cue: a form without ending wants a plural, a modal a verb of saying,
    and inside a quotation "I think" is no attribution. Only documents and the like "show", "put" or "list" things."""
    tokens = unit.tokens
    if _nobody(tokens, source) or _supposed(tokens, source):
        return False
    if (
        kind in ("object", "bare")
        and cue.lemma in _DOCUMENTARY
        and cue.lemma != "read"
        and not _tells_of_itself(tokens, cue, source)
    ):
        return False
    if (
        kind in ("object", "to", "named", "called")
        and cue.lemma not in _DOCUMENTARY
        and cue.form == "s"
        and tokens[cue.first].low in among("nounish")
        and unit.region == "body"
    ):
        before = tokens[cue.group - 1] if cue.group else None
        if (
            before
            and before.shape == "C"
            and not (kind in ("named", "called") and any(t.shape == "q" for t in tokens[cue.last :]))
        ):
            return False
    if cue.modal and (cue.lemma not in _MODAL_TELLERS or unit.inside >= 0):
        return False
    if unit.inside >= 0 and not _inside(unit.tokens, cue, source):
        return False
    return cue.form != "base" or cue.modal or _plural(unit.tokens, source)


def _tells_of_itself(tokens: Sequence[Token], cue: Cue, source: Range) -> bool:
    if cue.lemma == "put" and not any(token.low == "at" for token in tokens[cue.last : cue.last + 8]):
        return False
    papers = phrases("source_kinds", "document")
    words = [token.low for token in tokens[source[0] : source[1]]]
    return "it" in words[:1] or any(word in papers or word.removesuffix("s") in papers for word in words)


def _inside(tokens: Sequence[Token], cue: Cue, source: Range) -> bool:
    if cues.acts().get(cue.lemma) == "thinks":
        return False
    speaking = tokens[source[0]].low in ("i", "we", "you") and source[1] - source[0] == 1
    return not speaking or (cue.lemma in _INSIDE and cue.form in ("past", "participle"))


def _plural(tokens: Sequence[Token], source: Range) -> bool:
    """Whether the head of a source is plural, as a verb without ending wants it."""
    start, end = source
    closing = among("preposition") | among("relative") | _CLOSES_HEAD
    stop = next((at for at in range(start + 1, end) if tokens[at].low in closing), end)
    numbered = (
        tokens[start].shape == "9" or tokens[start].low.partition("-")[0] in phrases("source_kinds", "counts")[1:]
    )
    return numbered or any(cues.is_plural(token) for token in tokens[start:stop])
