"""Who and what an article mentions: names, nominals and pronouns, with the types that the words show.

A capital at a sentence's beginning, and all of a title-case headline, says nothing by itself: such words count as
names where the same words stand with a capital inside a sentence, where a list knows them, or where they are no
everyday words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from onrecord.language import naming as known
from onrecord.nouns import Extent, Mention, Region
from onrecord.readings import headline_nominals, name_kinds, name_types, nominals
from onrecord.readings.name_kinds import Kinds
from onrecord.readings.name_parts import Run
from onrecord.readings.name_runs import LONGEST, capitals, runs
from onrecord.readings.tokens import Word, adjoin, words
from onrecord.words import table

TITLE_CASE = 0.6
"""Share of capitals among the longer words of a headline from which its capitals mean nothing. Set by eye on
headlines."""

LISTED = 0.8
"""The same share for short lines of any region that end in no full stop: menus, subheads, captions."""

SHOUTED = 0.7
"""Share of words all in capitals from which a line's capitals mean nothing."""

LONGEST_CAPITALS = 4
"""Words all in capitals of which a name may consist; more are a heading or a table's row."""

HEADLINES = 6
"""Lines at an article's top among which its headline and summaries are looked for."""

_ACTING = frozenset(table("name_types")["beside"]["acting"])


def find(text: str, lines: Sequence[tuple[int, int, Region]], sentences: Sequence[Extent]) -> tuple[Mention, ...]:
    """The mentions of `text` by where they start, the longer first; nominals hold the names inside them."""
    split, titled, sights = sighted(text, lines, sentences)
    kinds = name_kinds.kinds(text, split, sights)
    surnames = {name[-1:]: kind for name, kind in sorted(kinds.items()) if len(name) > 1 and kind[0] == "person"}
    kinds = surnames | kinds
    sights += [run for n in sorted(titled) for run in _known_runs(text, split[n], n, kinds)]
    named = [_mention(split[run.sentence], run, kinds) for run in sights if _known(split[run.sentence], run, kinds)]
    taken = sorted((mention.start, mention.end) for mention in named)
    described = [mention for sentence in split for mention in nominals.find(text, sentence, taken)]
    described += [
        mention
        for n, sentence in enumerate(split)
        if _of_headline(lines, sentences[n])
        for mention in headline_nominals.of_headline(text, sentence, taken)
    ]
    return tuple(sorted([*named, *described], key=lambda mention: (mention.start, -mention.end)))


def sighted(
    text: str, lines: Sequence[tuple[int, int, Region]], sentences: Sequence[Extent]
) -> tuple[list[list[Word]], set[int], list[Run]]:
    """The words of each sentence, the sentences whose capitals say nothing, and the names seen in all others."""
    split = [words(text, sentence) for sentence in sentences]
    titled = _title_case(text, lines, sentences, split)
    seen = capitals(text, (sentence for n, sentence in enumerate(split) if n not in titled))
    small = frozenset(word.lower for sentence in split for word in sentence if not word.capital)
    found = [run for n, sentence in enumerate(split) if n not in titled for run in runs(text, sentence, n, seen)]
    return split, titled, [run for run in found if _is_name(text, split[run.sentence], run, seen.inside, small)]


def _title_case(
    text: str, lines: Sequence[tuple[int, int, Region]], sentences: Sequence[Extent], split: Sequence[list[Word]]
) -> set[int]:
    """The sentences of headlines (and lines in capitals) whose capitals say nothing."""
    heads = [(start, end) for start, end, region in lines if region == "headline"]
    found = set()
    for n, sentence in enumerate(sentences):
        longer = [word for word in split[n] if len(word.text) > 3 and not word.text[0].isdigit()]
        head = any(start <= sentence[0] < end for start, end in heads[:4])
        listed = len(longer) > 2 and text[sentence[1] - 1] not in ".!?”\"’'" and len(split[n]) < 15
        share = sum(word.capital for word in longer) / len(longer) if longer else 0.0
        shouted = len(longer) > 1 and sum(word.upper for word in longer) > SHOUTED * len(longer)
        shouted |= len(split[n]) > 1 and len(longer) > 0 and all(word.upper for word in split[n])
        if shouted or (head and len(longer) > 2 and share > TITLE_CASE) or (listed and share > LISTED):
            found.add(n)
    return found


def _of_headline(lines: Sequence[tuple[int, int, Region]], sentence: Extent) -> bool:
    return any(start <= sentence[0] < end for start, end, region in lines[:HEADLINES] if region != "body")


def _is_name(text: str, split: Sequence[Word], run: Run, inside: frozenset[str], small: frozenset[str]) -> bool:
    core = split[run.core : run.last]
    name = " ".join(word.lower for word in core)
    if core[-1].lower in known.OTHER_HEADS and len(core) > 1 and not run.titled and not known.lexicon(name):
        return False
    if known.adjective(tuple(word.lower for word in core)) or (
        core[-1].lower in known.TITLES and all(_office(word) for word in core)
    ):
        return bool(known.lexicon(name)) and not core[0].opens
    if len(core) > LONGEST_CAPITALS and all(word.upper for word in core):
        return False
    if len(core) > 1 or run.titled or known.lexicon(name) or known.people(name):
        return True
    word = core[0]
    if _shouted(split, run, inside):
        return False
    if word.upper and len(word.text) > 2 and word.lower not in small and not known.ordinary(word.lower):
        return True  # an acronym, in brackets or at a sentence's beginning
    if word.opens and word.text not in inside:
        return word.lower not in small and len(word.text) > 2 and _acts(text, split, run.last)
    return len(word.text) > 1 and not _demonym(word, inside)


def _shouted(split: Sequence[Word], run: Run, inside: frozenset[str]) -> bool:
    """A word in capitals for emphasis: too long for an acronym or beside other such words, and nowhere a name."""
    word = split[run.core]
    if not word.upper or word.text.capitalize() in inside or not word.lower.isalpha():
        return False
    loud = any(one.upper and one.lower in known.FUNCTION_WORDS and len(one.text) > 2 for one in split)
    return word.lower.endswith(("ed", "ing")) or (loud and len(word.text) > 3)


def _acts(text: str, split: Sequence[Word], at: int) -> bool:
    """Whether a word that opens a sentence owns, does or is something, as names do: "Varne said", "Varne's", "Varne,
    40,"."""
    word = split[at - 1]
    if word.possessive or at >= len(split):
        return word.possessive
    gap = text[word.stop : split[at].start]
    lower = split[at].lower
    dated = lower == "on" and at + 1 < len(split) and split[at + 1].text in known.NEITHER
    if (
        gap == " "
        and not split[at].capital
        and (lower in _ACTING or dated or (len(lower) > 3 and lower.endswith(("s", "ed"))))
    ):
        return True
    return gap == ", " and lower in ("who", "which", "a", "an", "the", "whose")


def _office(word: Word) -> bool:
    lower = word.lower.rstrip(".")
    return lower in known.TITLES or lower in known.OFFICE_PARTS or lower in known.ADJECTIVES


def _demonym(word: Word, inside: frozenset[str]) -> bool:
    """An adjective made from a place of the article or the lists ("Norlandic" beside "Norland")."""
    made_of = name_kinds.stems(word.text.removesuffix("s"))
    forms = (stem + vowel for stem in made_of for vowel in ("", "a", "y", "e", "o"))
    return any(form.lower() in known.PLACES or form in inside for form in forms)


def _known_runs(text: str, split: Sequence[Word], sentence: int, kinds: Kinds) -> Iterator[Run]:
    """In a line whose capitals say nothing: the longest stretches that are names of the article or of the lists."""
    at = 0
    firsts = known.FIRST_WORDS | {name[0] for name in kinds}
    while at < len(split):
        if split[at].lower not in firsts:
            at += 1
            continue
        last = next(
            (last for last in range(min(at + LONGEST, len(split)), at, -1) if _stands(text, split[at:last], kinds)), at
        )
        if last > at:
            yield Run(sentence, at, last, 0)
        at = max(last, at + 1)


def _stands(text: str, words: Sequence[Word], kinds: Kinds) -> bool:
    if not (words[0].capital and words[-1].capital) or words[0].text in known.NEITHER:
        return False
    if not all(adjoin(text, left, right) for left, right in itertools.pairwise(words)):
        return False
    name = tuple(word.lower for word in words)
    if len(name) == 1 and name[0] in known.FUNCTION_WORDS:
        return False
    if words[0].upper and 1 < len(name) < 4 and name[0] in known.GIVEN_NAMES:
        return True
    return name in kinds or (known.lexicon(" ".join(name)) is not None and words[0].text not in ("Us",))


def _known(split: Sequence[Word], run: Run, kinds: Kinds) -> bool:
    return bool(run.titled) or name_types.name_of(split, run) in kinds


def _mention(split: Sequence[Word], run: Run, kinds: Kinds) -> Mention:
    name = name_types.name_of(split, run)
    kind, share = kinds.get(name) or (known.lexicon(" ".join(name)) or "organisation", name_types.FAINT)
    if run.titled:
        kind = "person"
    return Mention(
        start=split[run.first].start,
        end=split[run.last - 1].end,
        type=kind,
        form="name",
        confidence=round(min(1.0, share), 2),
    )
