"""Where a text has a cue: a verb (or noun, or phrase) by which somebody is said to have said something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.language.clauses import is_finite
from onrecord.nouns import Act
from onrecord.readings.units import Token
from onrecord.words import phrases, table


class Cue(NamedTuple):
    """A cue among the tokens of a unit: `first`..`last` its words (last excluded), `group` where its verb group begins
    (auxiliaries, negation, adverbs), `form` one of `base`, `s`, `past`, `participle`, `ing`."""

    first: int
    last: int
    group: int
    lemma: str
    form: str
    negated: bool = False
    passive: bool = False
    modal: bool = False


@cache
def among(key: str) -> frozenset[str]:
    """A list of small words, for looking up."""
    return frozenset(table("cues")["words"][key])


@cache
def frames() -> dict[str, frozenset[str]]:
    """Which lemmas take which complement."""
    return {name: frozenset(lemmas) for name, lemmas in sorted(table("cues")["frames"].items())}


@cache
def acts() -> dict[str, Act]:
    """The act a lemma tells where it is not `says`."""
    return {lemma: act for act, lemmas in sorted(table("cues")["acts"].items()) for lemma in lemmas}


@cache
def forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Inflected form -> its (lemma, form) readings."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lemma in sorted({word for lemmas in frames().values() for word in lemmas}):
        verb = lemma.split(" ")[0]
        for word, form in inflections(verb, table("cues")["irregular"]):
            readings = found.setdefault(word, [])
            if (verb, form) not in readings:
                readings.append((verb, form))
    return {word: tuple(readings) for word, readings in sorted(found.items())}


def inflections(verb: str, irregular: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """The forms of a verb with their names; `irregular`: third person, past, participle and -ing of some verbs."""
    if verb in irregular:
        present, past, participle, ing = irregular[verb]
    else:
        stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
        softened = verb[:-1] + "i" if verb.endswith("y") and verb[-2] not in "aeo" else None
        present = softened + "es" if softened else verb + "es" if verb.endswith(("s", "sh", "ch", "ss")) else verb + "s"
        past = participle = (softened or stem) + "ed"
        ing = stem + "ing"
    return [(verb, "base"), (present, "s"), (past, "past"), (participle, "participle"), (ing, "ing")]


def find(tokens: Sequence[Token], titled: bool = False) -> list[Cue]:
    """The verbs among `tokens` that may be cues, in order; whether one is, its complement tells. `titled`: a headline,
    where verbs may have capitals."""
    known = forms()
    found = []
    for at, token in enumerate(tokens):
        if token.shape in "wC" and token.low in known:
            cue = _cue(tokens, at, titled)
            if cue:
                found.append(cue)
    return found


def _cue(tokens: Sequence[Token], at: int, titled: bool) -> Cue | None:
    readings = forms()[tokens[at].low]
    group, helpers = _group(tokens, at)
    verb, form = _fitting(readings, helpers)
    if tokens[at].shape == "C" and (form == "base" or not titled):
        return None
    if helpers & among("be") and form in ("past", "participle"):
        return Cue(at, at + 1, group, verb, "participle", bool(helpers & among("negative")), passive=True)
    if form in ("past", "participle") and not helpers and group > 0 and _determines(tokens[group - 1]):
        return None  # "Lund's reported losses", "the promised inquiry"
    if form == "past" and not helpers and at + 1 < len(tokens) and tokens[at + 1].low == "by" and verb not in ("add",):
        return None  # "land claimed by the crown"
    if form == "base" and not helpers and group > 0 and tokens[group - 1].low == "to":
        seeming = _seeming(tokens, group)
        if seeming is None:
            return None
        group, form = seeming, "s"
    if form == "base" and helpers & among("do") and not helpers & among("negative"):
        form = "past"  # "it does say", "she did warn"
    if _is_noun(tokens, at, group, form, helpers, titled):
        return None
    last = at + 1
    for particle in table("cues")["particles"].get(verb, ()):
        if last < len(tokens) and tokens[last].low == particle:
            verb, last = f"{verb} {particle}", last + 1
    negated = bool(helpers & among("negative"))
    return Cue(at, last, group, verb, form, negated, modal=bool(helpers & among("modal")))


_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "this", "these", "such"))


_BEFORE_NOUNS = frozenset(
    ("of", "for", "with", "from", "by", "over", "about", "against", "amid", "under", "to", "between")
)


def _determines(token: Token) -> bool:
    """Whether a past behind this word is an adjective: an article or a genitive stands before it."""
    if token.low in _ARTICLES:
        return token.shape == "w" or token.low in ("the", "a", "an")
    if token.low in _BEFORE_NOUNS:
        return True
    return token.shape in "wC" and token.low.endswith(("'s", "s'")) and token.low not in _CONTRACTED


_CONTRACTED = frozenset(("he's", "she's", "it's", "who's", "that's", "there's", "what's"))


def _seeming(tokens: Sequence[Token], at: int) -> int | None:
    """Where the verb group of an infinitive begins that tells nevertheless: "appears to show", "used to say"."""
    if at >= 2 and tokens[at - 2].low in among("seeming"):
        return _group(tokens, at - 2)[0]
    if at >= 3 and (tokens[at - 3].low, tokens[at - 2].low) in (("went", "on"), ("goes", "on")):
        return at - 3
    return None


def _is_noun(tokens: Sequence[Token], at: int, group: int, form: str, helpers: set[str], titled: bool) -> bool:
    """Whether a word that may be a noun as well ("report", "calls") is one here: behind a determiner, an adjective's
    place, or, in its base form, behind no plural."""
    if helpers or form not in ("base", "s") or at == 0:
        return False
    before = tokens[group - 1] if group > 0 else None
    if (
        before is None
        or before.shape == "q"
        or (before.shape == "9" and tokens[at].low in among("nounish"))
        or before.low.endswith(("'s", "s'"))
        or before.low in among("determiner") - {"all", "both", "some", "many", "most", "others"}
    ):
        return True
    if before.shape == "w" and before.low in among("preposition") | among("coordinator") | among("be"):
        return before.low not in among("coordinator")
    if (
        tokens[at].low in among("nounish")
        and before.shape == "w"
        and is_finite(before.low)
        and not (is_plural(before) and before.low in among("nounish"))
    ):
        return True
    if tokens[at].low in among("nounish") and _verb_behind(tokens, at):
        return True
    if form == "s" and tokens[at].low in among("nounish") and _noun_here(tokens, at):
        return True
    if form == "s" and titled:
        return is_plural(before)
    if form == "s" and tokens[at].low in among("nounish") and before.shape == "w":
        return is_plural(before) or not any(
            token.low in among("determiner") for token in tokens[max(0, group - 5) : group]
        )
    if form == "base" and tokens[at].low in among("nounish"):
        plural = is_plural(before) and (
            before.shape == "w" or (group == 1 and before.low not in among("pronoun")) or _that_behind(tokens, at)
        )
        return before.low != "," and not plural and not (_that_behind(tokens, at) and tokens[at].low == "show")
    return form == "base" and not any(is_plural(token) for token in tokens[max(0, group - 8) : group])


def _noun_here(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a form like "remarks" or "emails" lets it be no verb: "in which", a full stop, a subject."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or behind.low == "that" or behind.shape == "q" or behind.low == ":":
        return False
    written = tokens[at].low in ("emails", "texts", "messages", "posts", "remarks", "comments", "tweets", "records")
    return written or (behind.low in ("in", "from", "at", "by", "of", "about", "against") and at + 2 < len(tokens))


def _that_behind(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].low == "that"


def _verb_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past or an auxiliary right behind makes a noun of the word: "the jobs report beat forecasts"."""
    if at + 1 >= len(tokens) or tokens[at + 1].shape != "w":
        return False
    return (is_finite(tokens[at + 1].low) and not tokens[at + 1].low.endswith("s")) or tokens[at + 1].low in (
        "was",
        "is",
        "has",
    )


def is_plural(token: Token) -> bool:
    """Whether a word may head a plural subject, by its form."""
    if token.low in among("plural") or token.shape == "9":
        return True
    return (
        token.shape in "wC"
        and token.low not in among("singular")
        and len(token.low) > 3
        and token.low.endswith("s")
        and not token.low.endswith(("ss", "'s", "us", "is"))
    )


def _group(tokens: Sequence[Token], at: int) -> tuple[int, set[str]]:
    """Where the verb group of the verb at `at` begins, and its auxiliaries and negations."""
    helpers: set[str] = set()
    helping = among("be") | among("have") | among("do") | among("modal") | among("negative")
    start = at
    while start > 0:
        low = tokens[start - 1].low
        if low in helping and tokens[start - 1].shape == "w":
            helpers.add(low)
        elif not is_adverb(tokens[start - 1]):
            break
        start -= 1
    return start, helpers


@cache
def _kinds() -> frozenset[str]:
    keys = ("person", "group", "organisation", "outlet", "document")
    return frozenset(word for key in keys for word in phrases("source_kinds", key))


def is_kind(token: Token) -> bool:
    """Whether a word tells what kind of source somebody is: "aide", "officials", "ministry", "memo"."""
    low = token.low
    stems = (low, low.removesuffix("s"), low.removesuffix("es"), low[:-3] + "y" if low.endswith("ies") else low)
    return any(stem in _kinds() for stem in stems) or low.endswith(("men", "women"))


def is_teller(token: Token) -> bool:
    """Whether a word tells a kind of source and no matter: not "inquiry", "law", "policy" or "plan"."""
    return is_kind(token) and token.low not in among("matter")


def is_adverb(token: Token) -> bool:
    """Whether a small word may stand between a subject and its verb: "also", "flatly"."""
    if token.shape != "w":
        return False
    return token.low in among("adverb") or (token.low.endswith("ly") and token.low not in among("not_adverb"))


def _fitting(readings: Sequence[tuple[str, str]], helpers: set[str]) -> tuple[str, str]:
    """Of two readings of one word ("found": find, found) the one its auxiliaries ask for."""
    if helpers & among("have"):
        for verb, form in readings:
            if form == "participle":
                return verb, form
    pasts = [reading for reading in readings if reading[1] == "past"]
    return pasts[0] if pasts and not helpers else readings[0]


def takes(cue: Cue, frame: str) -> bool:
    """Whether the cue's verb takes a complement of this kind."""
    return cue.lemma in frames()[frame]


@cache
def noun_cues() -> dict[str, Act]:
    """Nouns that carry a statement, plurals too, and their act."""
    nouns = {noun: act for act, words in sorted(table("cues")["nouns"].items()) for noun in words}
    return nouns | {noun + "s": act for noun, act in nouns.items()}


@cache
def before_source() -> tuple[tuple[str, ...], ...]:
    """Phrases that stand before a source, in words."""
    return tuple(tuple(phrase.split(" ")) for phrase in table("cues")["phrases"]["before"])


@cache
def citing() -> frozenset[str]:
    """Participles that name a deeper source."""
    return frozenset(table("cues")["phrases"]["citing"])
