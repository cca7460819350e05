"""Who does it and to whom: the subject and the objects of a verb in a sentence, told by order, commas and small words.

Where the words between leave a doubt, nobody is named: a tie with the wrong actor is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from onrecord.language.clauses import WORD, is_finite
from onrecord.nouns import Extent, Mention
from onrecord.words import table

FARTHEST = 6
"""Words between a verb and its object: "named his old friend, the former mayor, Ann Roe" has six. Longer is another
clause."""

TOGETHER = 4
"""Objects or subjects joined by "and" that are taken together."""

SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
"""Pronouns of one person."""

OWNER = re.compile(r"['’]s?\b|['’](?=\s)")
APPOSITION = re.compile(r"\s?[,(–—-].{1,160}[,)–—-]\s*", re.DOTALL)
ASIDES = frozenset(
    {
        "who",
        "which",
        "whose",
        "where",
        "when",
        "while",
        "after",
        "before",
        "because",
        "since",
        "until",
        "as",
        "although",
    }
)
ASPECT = re.compile(
    r"\s(?:the\s)?(?:management|leadership|work|record|conduct|handling|performance|policies|plans) of\s"
)
NEXT_WORD = re.compile(r"\s([a-z][\w-]*)")
JOINED = re.compile(r"(?:,? and |, )(?:the )?(?:Mr\.? |Ms\.? |Mrs\.? |Dr\.? )?")
MARKS = re.compile(r"[“”\"‘«»;:]|\s['’]\w")


class Party(NamedTuple):
    """A mention in a sentence with the actor it means, None where that is not known. `land` is the place that it names:
    a country can do something, but what is done in it is not done to it."""

    mention: Mention
    actor: str | None
    land: str | None = None

    def doing(self) -> Party:
        """The party as one who does something: a country stands for those who govern it."""
        return Party(self.mention, self.actor or self.land)


class Sentence(NamedTuple):
    """A sentence of a text: its extent, its clauses, and who is mentioned in it, in order, none inside another."""

    text: str
    extent: Extent
    pieces: Sequence[Extent]
    parties: Sequence[Party]


@cache
def among(key: str) -> frozenset[str]:
    """One list of the words that stand about verbs."""
    return frozenset(table("tie_verbs")["between"][key])


def words(text: str, start: int, end: int) -> list[str]:
    """The words of an extent in lower case, with straight apostrophes."""
    return [word.group().lower().replace("’", "'") for word in WORD.finditer(text, start, end)]


def piece_of(sentence: Sentence, at: int) -> int:
    """The number of the clause that holds the place, or of the last before it."""
    return max((i for i, (start, _) in enumerate(sentence.pieces) if start <= at), default=0)


def subjects(sentence: Sentence, at: int) -> list[Party]:
    """Who stands as the subject of the verb at `at`: one, or several joined by "and"; [] where it is not clear."""
    place = piece_of(sentence, at)
    head = _subject_within(sentence, sentence.pieces[place][0], at)
    if head is None and place > 0 and _headless(sentence, place, at) and _continues(sentence, place):
        relative = _opening(sentence, place) in ("who", "which", "whose")
        head = _antecedent(sentence, place - 1) if relative else _carried(sentence, place)
    return [] if head is None else _coordinated(sentence, head)


def _subject_within(sentence: Sentence, start: int, at: int) -> int | None:
    """The subject between the clause's start and its verb. From the verb leftwards: a mention right before it, or one
    with an apposition between; a verb in between means another subject."""
    for i in reversed(range(len(sentence.parties))):
        mention = sentence.parties[i].mention
        if mention.end > at:
            continue
        if mention.start < start:
            return None
        gap = words(sentence.text, mention.end, at)
        if MARKS.search(sentence.text[mention.end : at].rstrip(" “\"‘'")) or any(
            is_finite(w) and w not in among("words") for w in gap
        ):
            return None
        if OWNER.match(sentence.text, mention.end) or _prepared(sentence.text, start, mention.start):
            continue
        if not gap and "," in sentence.text[mention.end : at]:
            continue
        if sentence.text[mention.end : mention.end + 2].lstrip(".").startswith(",") and _inner(sentence, i, start):
            continue
        if all(_small(word) for word in gap) or _apposed(sentence.text, mention.end, at):
            return i
        if _dated(sentence.text, mention.end, at):
            return i
    return None


def _inner(sentence: Sentence, i: int, start: int) -> bool:
    """Whether the mention, a comma behind it, ends an apposition to one before: "Ann Roe, founder of the firm Ardent,
    has"."""
    inner = sentence.parties[i].mention
    known = [p for p in sentence.parties[:i] if p.actor or p.mention.form == "name"]
    outer = [p.mention for p in known if p.mention.start >= start]
    return any(
        sentence.text.startswith(",", mention.end)
        and not any(is_finite(word) for word in words(sentence.text, mention.end, inner.start))
        and "and" not in words(sentence.text, mention.end, inner.start)
        for mention in outer
    )


def _prepared(text: str, start: int, at: int) -> bool:
    """Whether a preposition governs what stands at `at`."""
    if _first_word(text, at) in among("nominatives"):
        return False
    before = words(text, max(start, at - 24), at)
    while before and before[-1] in ("the", "a", "an", "his", "her", "its", "their", "mr", "ms", "mrs"):
        before.pop()
    return bool(before) and before[-1] in among("prepositions")


def _first_word(text: str, at: int) -> str:
    found = WORD.match(text, at)
    return found.group().lower() if found else ""


def _apposed(text: str, start: int, at: int) -> bool:
    found = APPOSITION.match(text, start, at)
    return found is not None and all(_small(word) for word in words(text, found.end(), at))


def _dated(text: str, start: int, at: int) -> bool:
    """Whether only a time or place stands between: "The council on Friday in Leeds sacked"."""
    gap = words(text, start, at)
    return (
        bool(gap) and len(gap) <= FARTHEST and gap[0] in ("on", "in", "at", "late", "last", "this", "early", "earlier")
    )


def _headless(sentence: Sentence, place: int, at: int) -> bool:
    """Whether the clause before its verb holds nothing that could be a subject."""
    start = sentence.pieces[place][0]
    return all(_small(word) for word in words(sentence.text, start, at))


def _small(word: str) -> bool:
    """Whether a word may stand before a verb without being its subject."""
    return word in among("words") or word in among("dates") or word.endswith("ly") or word.isdigit()


def _continues(sentence: Sentence, place: int) -> bool:
    """Whether a clause is tied to what stands before it by "who", by "and", or as a participle."""
    joint = words(sentence.text, sentence.pieces[place - 1][1], sentence.pieces[place][0])
    opening = _opening(sentence, place)
    return bool(joint) or opening.endswith("ing") or opening in ("who", "which", "whose", "and", "but", "or")


def _opening(sentence: Sentence, place: int) -> str:
    return next(iter(words(sentence.text, *sentence.pieces[place])), "")


def _carried(sentence: Sentence, place: int) -> int | None:
    """The subject that a clause without one takes over: of the nearest clause before it that is no aside, or, where
    that has none of its own, of the one before."""
    for before in reversed(range(place)):
        if before and _opening(sentence, before) in ASIDES:
            continue
        head = _leading(sentence, *sentence.pieces[before])
        if head is not None:
            return head
        first = WORD.search(sentence.text, *sentence.pieces[before])
        if first and not is_finite(first.group()):
            return None
    return None


def _antecedent(sentence: Sentence, place: int) -> int | None:
    """What "who" or "which" stands for: the mention that ends right before it, an apposition's head included."""
    start, edge = sentence.pieces[place]
    found = [i for i, p in enumerate(sentence.parties) if start <= p.mention.start and p.mention.end <= edge + 1]
    for i in reversed(found):
        mention = sentence.parties[i].mention
        gap = words(sentence.text, mention.end, edge)
        of_a_place = sentence.parties[i].land is not None  # "Ann Roe of Varn, who": nobody means Varn
        ends = not gap or _apposed(sentence.text, mention.end, edge + 1)
        if not of_a_place and not OWNER.match(sentence.text, mention.end) and ends:
            return i
    return None


def _leading(sentence: Sentence, start: int, end: int) -> int | None:
    """The subject of a clause as a whole: its first mention that no preposition governs and that owns nothing, with
    nothing but an introduction before it."""
    for i, party in enumerate(sentence.parties):
        mention = party.mention
        if start <= mention.start and mention.end <= end:
            if any(is_finite(word) for word in words(sentence.text, start, mention.start)):
                return None
            if not _prepared(sentence.text, start, mention.start) and not OWNER.match(sentence.text, mention.end):
                return i
    return None


def _coordinated(sentence: Sentence, head: int) -> list[Party]:
    """The mention and those joined to it from the left by "and"."""
    out, i = [sentence.parties[head]], head
    while i > 0 and len(out) < TOGETHER:
        between = sentence.text[sentence.parties[i - 1].mention.end : sentence.parties[i].mention.start]
        apart = piece_of(sentence, sentence.parties[i - 1].mention.start) != piece_of(
            sentence, sentence.parties[i].mention.start
        )
        if apart or not JOINED.fullmatch(between) or (i == head and "and" not in between):
            break
        i -= 1
        out.append(sentence.parties[i])
    return out[::-1]


def objects(sentence: Sentence, at: int, owned: bool) -> list[Party]:
    """Who stands as the object of the verb that ends at `at`: one, or several joined by "and". An owner ("Ann's house")
    is an object where `owned`; otherwise what is owned is, if it is somebody."""
    for i, party in enumerate(sentence.parties):
        mention = party.mention
        if mention.start < at:
            continue
        if not _adjoining(sentence.text, at, mention.start):
            return []
        if OWNER.match(sentence.text, mention.end) and not owned:
            return _owned(sentence, i)
        if not owned and _modifies(sentence.text, mention):
            return []
        return _following(sentence, i)
    return []


def _modifies(text: str, mention: Mention) -> bool:
    """Whether a noun follows the name, so that it only tells whose or which: "the Norland minister", "the Roe plan"."""
    after = NEXT_WORD.match(text, mention.end)
    if mention.form != "name" or after is None:
        return False
    word = after.group(1)
    known = any(word in among(key) for key in ("prepositions", "barriers", "words", "dates", "aside", "after_name"))
    return not (known or word.endswith("ly") or is_finite(word))


def _adjoining(text: str, at: int, start: int) -> bool:
    aspect = ASPECT.match(text, at, start)
    at = aspect.end() if aspect else at
    gap = words(text, at, start)
    if text[at:start].lstrip()[:1] in (",", ")", "-", "–", "—") or any(_gerund(word) for word in gap):
        return False
    barred = among("prepositions") | among("barriers")
    return (
        len(gap) <= FARTHEST and not MARKS.search(text, at, start) and not any(w in barred or is_finite(w) for w in gap)
    )


def _gerund(word: str) -> bool:
    return word.endswith("ing") and word not in table("tie_verbs")["titles"]["ing"]


def _owned(sentence: Sentence, owner: int) -> list[Party]:
    if owner + 1 >= len(sentence.parties):
        return []
    at, after = sentence.parties[owner].mention.end, sentence.parties[owner + 1].mention
    gap = words(sentence.text, at, after.start)
    near = len(gap) <= TOGETHER and not any(word in among("prepositions") or is_finite(word) for word in gap)
    return [sentence.parties[owner + 1]] if near and not OWNER.match(sentence.text, after.end) else []


def _following(sentence: Sentence, head: int) -> list[Party]:
    out, i = [sentence.parties[head]], head
    while i + 1 < len(sentence.parties) and len(out) < TOGETHER:
        after = sentence.parties[i + 1].mention
        between = sentence.text[sentence.parties[i].mention.end : after.start]
        if "and" not in between or not JOINED.fullmatch(between) or OWNER.match(sentence.text, after.end):
            break
        i += 1
        out.append(sentence.parties[i])
    return out
