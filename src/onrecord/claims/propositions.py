"""Statement -> Proposition: what a statement says, as far as it can be compared with what others say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.claims.particulars import Particulars, particulars
from onrecord.claims.terms import WORD, stops, term, terms, words
from onrecord.language import numerals
from onrecord.nouns import Article, Reading, Statement
from onrecord.words import phrases

Amount = tuple[str, float]
"""A number with its unit: a currency, "%", or the term of the noun that it counts ("" = none)."""

CLAUSE = re.compile(
    r"[,;:—–]\s|\b(?:although|though|because|who|which|whose|if|unless|until|after|before|while|when)\b"
)
RELATIVE = re.compile(r",? \b(?:who|whom|whose|which)\b[^,;.\n]{0,300}")
"""What is told of somebody in passing: it makes no claim."""
FIRST = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours)\b")
EXCLUDED = {"no_response", "declines", "thinks"}
"""Acts that say nothing checkable: silences, and beliefs that nobody has voiced."""
OPENING = 6
"""Words of a content within which it says that it speaks of a report."""
OWN, SHORT = 1, 8
"""A content that points has at most `OWN` words of its own (whose report it is) and `SHORT` words in all."""
FRAGMENT = 3
"""Words of a content that is no clause, at most."""
YEARS = range(1800, 2101)


class Proposition(NamedTuple):
    """One statement as it is compared. `order` is its place among the statements of its article; `points` says that
    it only points at what somebody else has said ("denied it", "called the report fiction"), `fragment` that its
    content is no clause ("the freeze", "so")."""

    statement: Statement
    order: int
    terms: frozenset[str]
    amounts: frozenset[Amount]
    negated: bool
    rejects: bool
    points: bool
    fragment: bool
    particulars: Particulars

    @property
    def denies(self) -> bool:
        """Whether its source denies something."""
        return self.statement.act == "denies"


def propositions(
    articles: Iterable[Article], readings: Iterable[Reading], statements: Iterable[Statement]
) -> list[Proposition]:
    """The propositions of a thread's statements, in the order of article and place. Silences give none."""
    ordered = sorted(statements, key=lambda s: (s.article, s.span.start, s.span.end, s.id))
    texts = {article.id: article.text for article in articles}
    names = {reading.article: _names(reading, texts.get(reading.article, "")) for reading in readings}
    return [
        _proposition(statement, order, names.get(statement.article, []))
        for order, statement in enumerate(ordered)
        if statement.act not in EXCLUDED
    ]


def _names(reading: Reading, text: str) -> list[tuple[int, str]]:
    """Where each pronoun or nominal stands, and the name it stands for, in text order."""
    out = []
    for mention in reading.mentions:
        if mention.form != "name" and mention.antecedent is not None:
            name = reading.mentions[mention.antecedent]
            if name.form == "name":
                out.append((mention.start, text[name.start : name.end]))
    return sorted(out)


def _proposition(statement: Statement, order: int, names: list[tuple[int, str]]) -> Proposition:
    whole = statement.text if statement.content else ""
    text = RELATIVE.sub("", whole) or whole
    found = {*terms(text), *_speaker_terms(statement, text), *_named_terms(statement, names)}
    amounts = _amounts(text)
    found |= {f"{value:g} {unit}" for unit, value in amounts}
    return Proposition(
        statement,
        order,
        frozenset(found),
        frozenset(amounts),
        negated(whole),
        _rejects(statement) or _calls_false(statement.act, words(whole)),
        _points(whole),
        _fragment(whole),
        particulars(whole),
    )


def _fragment(text: str) -> bool:
    """Whether a content is no clause: one telling word in few, or none and a word that points."""
    told, telling = words(text), len(set(terms(text)))
    if telling == 1:
        return len(told) <= FRAGMENT
    return telling == 0 and any(word in phrases("claims", "pointing") for word in told)


def _named_terms(statement: Statement, names: list[tuple[int, str]]) -> list[str]:
    """The names that the pronouns of a content stand for."""
    out: list[str] = []
    for piece in statement.content:
        first = bisect_left(names, (piece.start, ""))
        last = bisect_left(names, (piece.end, ""))
        out += [found for _, name in names[first:last] for found in terms(name)]
    return out


def _speaker_terms(statement: Statement, text: str) -> list[str]:
    """ "I" and "my" of a direct quotation are its speaker."""
    if statement.mode == "indirect" or statement.speaker is None or not FIRST.search(text):
        return []
    if statement.speaker.source_kind not in ("named", "organisation"):
        return []
    capitals = [word for word in WORD.findall(statement.speaker.text) if word[0].isupper()]
    return terms(capitals[-1]) if capitals else []


def _amounts(text: str) -> set[Amount]:
    out = set()
    for number in numerals.find(text):
        after = words(text[number.end : number.end + 40])
        unit = number.unit or next((t for t in map(term, after[:2]) if t), "")
        if number.unit or number.value not in YEARS:
            out.add((unit, number.value))
    return out


def negated(text: str) -> bool:
    """Whether the main clause of a content is negative: a "not" in a side clause does not count."""
    main = main_clause(text).lower()
    for phrase in phrases("claims", "not_negations"):
        main = main.replace(phrase, "")
    denials = phrases("claims", "negations")
    return any(word in denials or word.endswith("n't") for word in WORD.findall(main))


def main_clause(text: str) -> str:
    """A content up to its first side clause, curly apostrophes made straight."""
    return CLAUSE.split(text.replace("’", "'"), maxsplit=1)[0]


def _rejects(statement: Statement) -> bool:
    cue = words(statement.cue.text) if statement.cue else []
    return statement.act == "denies" and any(word in phrases("claims", "rejecting") for word in cue)


def _calls_false(act: str, told: list[str]) -> bool:
    """Whether a content says of what a report or a claim tells that it is none ("the report that ... was a fairy
    tale")."""
    report = next((at for at, word in enumerate(told[:OPENING]) if word in phrases("claims", "told")), None)
    if act not in ("says", "denies") or report is None:
        return False
    rest = " ".join(told[report + 1 :])
    return any(
        f" {verb} {false}" in f" {rest}" for verb in phrases("claims", "is") for false in phrases("claims", "false")
    )


def _points(text: str) -> bool:
    """Whether a content holds hardly more than words that point at what was said elsewhere ("the Herald's story")."""
    empty = {*phrases("claims", "told"), *phrases("claims", "pointing")}
    told = words(text)
    own = [word for word in told if word not in empty and word not in stops()]
    return not own or (
        len(own) <= OWN and len(told) <= SHORT and any(word in empty for word in told if word not in stops())
    )


def bare_request(member: Proposition) -> bool:
    """Whether a statement asks for something and nobody else tells of the asking: it claims nothing."""
    return member.statement.act == "requests" and member.statement.parent is None


def same_speaker(a: Proposition, b: Proposition) -> bool:
    """Whether two statements have one speaker, by actor where both have one, by words otherwise."""
    mine, theirs = a.statement.speaker, b.statement.speaker
    if mine is None or theirs is None:
        return False
    return mine.actor == theirs.actor if mine.actor and theirs.actor else mine.text == theirs.text


def names(articles: Iterable[Article], readings: Iterable[Reading]) -> frozenset[str]:
    """The terms of all names of a thread: whom its claims are about, not what they say."""
    texts = {article.id: article.text for article in articles}
    return frozenset(
        found
        for reading in readings
        for mention in reading.mentions
        if mention.form == "name"
        for found in terms(texts.get(reading.article, "")[mention.start : mention.end])
    )
