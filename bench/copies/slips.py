"""Slips: one number, name, date, source or turn of meaning that a copying changes, each with a record of it.

Word lists are the generator's own. Every choice comes from the `dice` given.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from operations import QUOTED, Dice, Edit, Made, Text  # type: ignore[import-not-found]  # beside this script

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HEDGED = ("reportedly", "allegedly", "apparently", "possibly")
SOURCES = {
    "officials": "lawyers", "aides": "witnesses", "advisers": "analysts", "sources": "documents",
    "police": "neighbours", "a spokesman": "a witness", "a spokeswoman": "an analyst",
    "people familiar with the matter": "officials", "analysts": "officials", "experts": "lawmakers",
    "researchers": "activists", "prosecutors": "relatives", "lawyers": "investigators",
    "witnesses": "police officers", "residents": "officials", "investigators": "reporters",
    "an official": "an aide", "a senior official": "a former employee", "the official": "the lawyer",
    "spokesman": "adviser", "spokeswoman": "lawyer", "documents": "officials", "court documents": "two officials",
    "critics": "aides", "the report": "the police", "people": "officials", "two people": "two officials",
    "sources familiar": "lawyers familiar", "doctors": "relatives", "authorities": "campaigners",
    "economists": "traders", "campaigners": "officials", "the statement": "the witness", "a source": "a document",
    "a study": "a lawyer", "a survey": "an official",
}  # fmt: skip
TURNED = {
    "said": "admitted", "says": "denies", "told": "warned", "asked": "ordered", "denied": "confirmed",
    "confirmed": "denied", "rose": "fell", "fell": "rose", "increased": "dropped", "increase": "drop",
    "growth": "decline", "won": "lost", "lost": "won", "supported": "opposed", "support": "oppose",
    "supports": "opposes", "opposed": "backed", "approved": "rejected", "rejected": "approved",
    "accepted": "turned down", "agreed": "refused", "refused": "agreed", "before": "after", "after": "before",
    "began": "ended", "started": "stopped", "opened": "closed", "closed": "opened", "arrested": "released",
    "convicted": "acquitted", "guilty": "innocent", "illegal": "legal", "legal": "illegal", "allowed": "barred",
    "banned": "allowed", "higher": "lower", "lower": "higher", "more": "fewer", "better": "worse",
    "worse": "better", "best": "worst", "largest": "smallest", "biggest": "smallest", "strong": "weak",
    "safe": "unsafe", "criticized": "praised", "criticised": "praised", "praised": "condemned",
    "attacked": "defended", "welcomed": "condemned", "first": "last", "joined": "left", "hired": "fired",
    "bought": "sold", "sold": "bought", "public": "private", "suggested": "insisted", "claimed": "proved",
    "insisted": "conceded", "warned": "promised", "promised": "threatened", "declined": "agreed",
    "acknowledged": "denied", "argued": "admitted", "urged": "forbade", "killed": "wounded", "succeeded": "failed",
    "gained": "lost", "improved": "worsened", "raised": "lowered", "majority": "minority",
}  # fmt: skip
"""What turns a sentence round when one word stands for another: of antonyms and acts of speech that come to mind."""
NAMES = ("Halloran", "Prentiss", "Okafor", "Lindqvist", "Marchetti", "Devereux", "Szymanski", "Tolliver")
_BE = re.compile(r"\b(was|were|is|are|has|have|had|will|would|could|did)\b (?!not\b|n't)([a-z]{3,})")
_NOT = re.compile(r"\b(was|were|is|are|has|have|had|will|would|could|did) not ([a-z]{3,})")
_NUMBER = re.compile(r"(?<![\w.,-])(\$?\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?= [a-z]{3,}|%)(?! (?:percent of|per cent of))")
_COUNT = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)(?= [a-z]{4,})"
)
_PERSON = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z]\.)? ([A-Z][a-z]{3,})\b(?=,| said| told|’s|'s)")


def number(text: Text, dice: Dice) -> Made:
    """One figure becomes another, in figures or in words."""
    if dice.random() < 0.3:
        made = _once(
            text, dice, _COUNT, lambda found: ("number", found[1], dice.choice([x for x in COUNTS if x != found[1]]))
        )
        if made[1]:
            return made
    return _once(text, dice, _NUMBER, lambda found: ("number", found[1], _other_figure(found[1], dice)))


def _other_figure(figure: str, dice: Dice) -> str:
    """Digits turned about, a decimal point lost, or another number."""
    sign, digits = ("$", figure[1:]) if figure.startswith("$") else ("", figure)
    if "." in digits:
        return sign + digits.replace(".", "")
    if "," in digits:
        return (
            sign + str(dice.randint(1, 9)) + digits[1:]
            if digits[0] not in "123456789"
            else sign + str(int(digits[0]) % 9 + 1) + digits[1:]
        )
    turned = digits[::-1].lstrip("0")
    if len(turned) == len(digits) > 1 and turned != digits:
        return sign + turned
    return sign + str(int(digits) + dice.randint(3, 30))


def name(text: Text, dice: Dice) -> Made:
    """One person's surname becomes another's, in one place."""

    def renamed(found: re.Match[str]) -> tuple[str, str, str]:
        other = "" if found[1] in (*WEEKDAYS, "States") else dice.choice(NAMES)
        return ("name", found[0], found[0].replace(found[1], other)) if other else ("", "", "")

    return _once(text, dice, _PERSON, renamed)


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
    every = "|".join(sorted(SOURCES, key=len, reverse=True))
    after = (
        "said|told|say|says|added|warned|believe|who said|with knowledge|close to|confirmed|denied|found|shows|showed"
    )
    either = re.compile(rf"\b(?:{every})\b(?= (?:{after}))|(?<=according to )(?:{every})\b|(?<=citing )(?:{every})\b")
    return _once(text, dice, either, lambda found: ("source", found[0], SOURCES[found[0]]))


def meaning(text: Text, dice: Dice) -> Made:
    """One word becomes another that turns the sentence round."""
    either = re.compile(rf"\b(?:{'|'.join(TURNED)})\b")
    return _once(text, dice, either, lambda found: ("meaning", found[0], TURNED[found[0]]))


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


COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SLIPS: tuple[Callable[[Text, Dice], Made], ...] = (number, name, negation, hedge, date, source, marks, meaning)


def slips(text: Text, dice: Dice, count: int) -> Made:
    """So many slips of different sorts, as far as the text has places for them; that with the fewest places first."""
    order = [source, *dice.sample(SLIPS, len(SLIPS))]
    edits: list[Edit] = []
    done: set[str] = set()
    for slip in order:
        if slip.__name__ not in done and len(done) < count:
            text, more = slip(text, dice)
            edits += more
            done |= {slip.__name__} if more else set()
    return text, edits
