"""What happens to a text on its way from page to page, one operation a function, each with a record of what it did.

The operations follow what was seen in real chains of copies: house style, cuts, excerpts lifted into other pieces,
thesaurus spin that also spoils quotations, numbers that slip, hedges that fall away. Their word lists are their own.
Every choice comes from the `dice` given. A text is a list of paragraphs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from thesaurus import synonyms  # type: ignore[import-not-found]  # beside this script

IN_QUOTES = 0.35
"""How much rarer a spinner exchanges a word inside quotation marks: in real spun pages most quotations keep some."""
Text = list[str]
Dice = random.Random


class Edit(NamedTuple):
    """One change: what it is (a change type of the record, "wording" for what changes no matter), the words before and
    after ("" for none)."""

    what: str
    before: str
    after: str


Made = tuple[Text, list[Edit]]
QUOTED = re.compile(r"“[^“”]{3,400}”|\"[^\"]{3,400}\"|(?<!\w)[‘'][^‘’'\n]{12,400}[’'](?!\w)")
_SENTENCE = re.compile(r"(?<=[a-z0-9][.!?])[”\"]? (?=[A-Z“\"])")
_TOKEN = re.compile(r"[A-Za-z]+|[^A-Za-z]+")
SPELLING = {
    "color": "colour", "favor": "favour", "labor": "labour", "honor": "honour", "neighbor": "neighbour",
    "center": "centre", "defense": "defence", "organization": "organisation", "organizations": "organisations",
    "percent": "per cent", "toward": "towards", "program": "programme", "traveled": "travelled", "gray": "grey",
    "recognize": "recognise", "criticized": "criticised", "emphasized": "emphasised", "realize": "realise",
}  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HEDGED = ("reportedly", "allegedly", "apparently", "possibly")
SOURCES = {
    "officials": "lawyers", "aides": "witnesses", "advisers": "analysts", "sources": "documents",
    "a spokesman": "a witness", "a spokeswoman": "an analyst", "people familiar with the matter": "officials",
}  # fmt: skip
NAMES = ("Halloran", "Prentiss", "Okafor", "Lindqvist", "Marchetti", "Devereux", "Szymanski", "Tolliver")
PLUGS = (
    "Sign up for our morning briefing and never miss a story.", "Download the app for breaking alerts.",
    "This page may contain affiliate links.", "Tell us what you think in the comments below.",
)  # fmt: skip
_BE = re.compile(r"\b(was|were|is|are|has|have|had|will|would|could|did)\b (?!not\b|n't)([a-z]{3,})")
_NOT = re.compile(r"\b(was|were|is|are|has|have|had|will|would|could|did) not ([a-z]{3,})")
_NUMBER = re.compile(r"(?<![\w$.,-])(\d{2,3})(?= [a-z]{4,})(?! (?:percent of|per cent of))")
_PERSON = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z]\.)? ([A-Z][a-z]{3,})\b(?=,| said| told|’s|'s)")


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph by stops and capitals."""
    return [part for part in _SENTENCE.split(paragraph) if part.strip()]


def house_style(text: Text, dice: Dice) -> Made:
    """Spelling, marks and titles in another house's way: nothing that matters changes."""
    single = dice.random() < 0.5
    out = []
    for paragraph in text:
        words = re.sub(r"[A-Za-z]+", lambda found: SPELLING.get(found[0], found[0]), paragraph)
        words = re.sub(r"\b(Mr|Mrs|Ms|Dr|Sen|Rep)\. (?=[A-Z])", r"\1 ", words)
        if single:
            words = words.replace("“", "‘").replace("”", "’")
        out.append(words)
    return out, []


def cut(text: Text, dice: Dice) -> Made:
    """The end left out, a quarter to a half."""
    kept = max(3, int(len(text) * dice.uniform(0.5, 0.75)))
    return text[:kept], [Edit("dropped", one, "") for part in text[kept:] for one in sentences(part)]


def reorder(text: Text, dice: Dice) -> Made:
    """Two or three neighbouring paragraphs below the lead change places."""
    out = list(text)
    for _ in range(dice.randint(2, 3)):
        if len(out) > 4:
            at = dice.randrange(1, len(out) - 1)
            out[at], out[at + 1] = out[at + 1], out[at]
    return out, []


def banners(text: Text, dice: Dice) -> Made:
    """A plug or two between the paragraphs."""
    out, edits = list(text), []
    for plug in dice.sample(PLUGS, dice.randint(1, 2)):
        out.insert(dice.randrange(1, len(out)), plug)
        edits.append(Edit("added", "", plug))
    return out, edits


def addition(text: Text, dice: Dice, others: Sequence[str]) -> Made:
    """One or two paragraphs of another hand put in at the end or in the middle."""
    out, edits = list(text), []
    for paragraph in dice.sample(list(others), min(len(others), dice.randint(1, 2))):
        out.insert(dice.choice((len(out), dice.randrange(2, len(out) + 1))), paragraph)
        edits += [Edit("added", "", one) for one in sentences(paragraph)]
    return out, edits


def spin(text: Text, dice: Dice, rate: float, known: Mapping[str, tuple[str, ...]]) -> Made:
    """Words exchanged by the thesaurus at `rate` of those it knows, some inside quotations, some marks lost."""
    out: Text = []
    edits: list[Edit] = []
    for paragraph in text:
        made, last = "", 0
        for quote in QUOTED.finditer(paragraph):
            made += _spun(paragraph[last : quote.start()], dice, rate, known, edits)
            made += _spun_quote(quote[0], dice, rate * IN_QUOTES, known, edits)
            last = quote.end()
        out.append(made + _spun(paragraph[last:], dice, rate, known, edits))
    return out, edits


def _spun(words: str, dice: Dice, rate: float, known: Mapping[str, tuple[str, ...]], edits: list[Edit]) -> str:
    out = []
    for token in _TOKEN.findall(words):
        choice = synonyms(token, known)
        if choice and dice.random() < rate:
            other = dice.choice(choice)
            edits.append(Edit("wording", token, other))
            token = other
        out.append(token)
    return "".join(out)


def _spun_quote(quote: str, dice: Dice, rate: float, known: Mapping[str, tuple[str, ...]], edits: list[Edit]) -> str:
    inner: list[Edit] = []
    made = _spun(quote, dice, rate, known, inner)
    if inner:
        edits.append(Edit("quote", quote, made))
    if dice.random() < rate:
        edits.append(Edit("quote_marks", quote, made[1:-1]))
        made = made[1:-1]
    return made


def number(text: Text, dice: Dice) -> Made:
    """One figure becomes another."""
    return _once(text, dice, _NUMBER, lambda found: ("number", found[1], _other_figure(found[1], dice)))


def _other_figure(figure: str, dice: Dice) -> str:
    turned = figure[::-1].lstrip("0")
    return (
        turned if turned not in ("", figure) and len(turned) == len(figure) else str(int(figure) + dice.randint(3, 30))
    )


def name(text: Text, dice: Dice) -> Made:
    """One person's surname becomes another's, in one place."""
    return _once(text, dice, _PERSON, lambda found: ("name", found[0], found[0].replace(found[1], dice.choice(NAMES))))


def negation(text: Text, dice: Dice) -> Made:
    """A "not" falls away, or comes in."""
    dropped = _once(text, dice, _NOT, lambda found: ("negation", found[0], f"{found[1]} {found[2]}"))
    return dropped if dropped[1] else _once(
        text, dice, _BE, lambda found: ("negation", found[0], f"{found[1]} not {found[2]}")
    )  # fmt: skip


def hedge(text: Text, dice: Dice) -> Made:
    """A hedge comes in before a verb, or one that stands there goes."""
    there = re.compile(rf"\b({'|'.join(HEDGED)}) ([a-z]+)")
    dropped = _once(text, dice, there, lambda found: ("hedge", found[0], found[2]))
    return dropped if dropped[1] else _once(
        text, dice, _BE, lambda found: ("hedge", found[0], f"{found[1]} {dice.choice(HEDGED)} {found[2]}")
    )  # fmt: skip


def date(text: Text, dice: Dice) -> Made:
    """A weekday becomes another."""
    days = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
    return _once(
        text, dice, days, lambda found: ("date", found[0], dice.choice([d for d in WEEKDAYS if d != found[0]]))
    )


def source(text: Text, dice: Dice) -> Made:
    """Who is quoted without a name becomes somebody else."""
    either = re.compile(rf"\b(?:{'|'.join(SOURCES)})\b(?= (?:said|told|say|who|in|with|close))")
    return _once(text, dice, either, lambda found: ("source", found[0], SOURCES[found[0]]))


def quotation(text: Text, dice: Dice, known: Mapping[str, tuple[str, ...]]) -> Made:
    """One word of one quotation is exchanged."""

    def altered(found: re.Match[str]) -> tuple[str, str, str]:
        tokens = _TOKEN.findall(found[0])
        places = [at for at, token in enumerate(tokens) if synonyms(token, known)]
        if not places:
            return "", "", ""
        at = dice.choice(places)
        made = [*tokens[:at], dice.choice(synonyms(tokens[at], known)), *tokens[at + 1 :]]
        return "quote", found[0], "".join(made)

    return _once(text, dice, QUOTED, altered)


def marks(text: Text, dice: Dice) -> Made:
    """One quotation loses its marks."""
    return _once(text, dice, QUOTED, lambda found: ("quote_marks", found[0], found[0][1:-1]))


def _once(
    text: Text, dice: Dice, pattern: re.Pattern[str], change: Callable[[re.Match[str]], tuple[str, str, str]]
) -> Made:
    """`change` done at one place that `pattern` finds, outside quotations unless it looks for them; none found, none
    done."""
    places = [
        (at, found) for at, paragraph in enumerate(text) for found in pattern.finditer(paragraph)
        if pattern is QUOTED or not any(q.start() <= found.start() < q.end() for q in QUOTED.finditer(paragraph))
    ]  # fmt: skip
    if not places:
        return text, []
    at, found = dice.choice(places)
    what, before, after = change(found)
    if not what or before == after:
        return text, []
    out = list(text)
    out[at] = out[at][: found.start()] + after + out[at][found.end() :]
    return out, [Edit(what, before, after)]


SLIPS: tuple[Callable[[Text, Dice], Made], ...] = (number, name, negation, hedge, date, source, marks)
