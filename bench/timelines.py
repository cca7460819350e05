"""Scores timelines of one entity, made from raw text, by the rules of SemEval-2015 task 4 (TimeLine, track A).

    python bench/timelines.py ../shared/data/timelines [--set corpus1|trial] [--reader rules|both] [--misses ENTITY]

Trial was tuned to and is scored without headlines, which its gold leaves out; corpus 1 was not looked into but for its
figures. What the record gives: who the entity is and where it is meant (actors and their mentions), what expressions of
time mean, when things were said, each article's date. The adapter here turns that into the task's form: events are the
doings of sentences that the entity takes part in, at the time of their clause, else of their statement, or of the news.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import onrecord
from onrecord import readers
from onrecord.events.doings import Doing, doings
from onrecord.nouns import Event, Span, Statement, Time, When
from onrecord.words import phrases
from timeline_scores import Entry, score, shares

NEWS = 4
"""Days before an article's date that the day of its news may lie back."""

NEAR = 90
"""Characters between a doing and an object of it."""

Extent = tuple[int, int]

JOINED = re.compile(
    r"(?:^|\W)(?:and|but|or)\s(?:[a-z]+ly\s|then\s|soon after\s|later\s|also\s|has\s|had\s|have\s|was\s|were\s)*$"
)
CLAUSE = re.compile(r"\b(?:that|which|who|whose|where|when|while|because|if|as|he|she|they|it|we|I|what)\b")
OWNED = re.compile(r"(?:['’]s?|\s['’]s?)\s(?:[\w’'-]+\s){0,3}")
POSSESSED = re.compile(r"\s(?:[\w’'-]+\s){0,3}")
OF = re.compile(r"\s(?:of|by|with|for|from|to|against|on)\s(?:the\s)?")
OBJECT = re.compile(r"\s(?:[\w’'$.%-]+\s){0,5}")
IT = re.compile(r"(It|Its|They|Their)\b")
UNDER = re.compile(
    r"\b(?:of|in|on|at|by|for|with|from|against|about|between|into|over|after|before|to|like)\s(?:the\s|new\s|its\s|an?\s)*$"
)
PARTICLE = re.compile(r"\s(off|up|down|out|away)\b")
LED = re.compile(r"(?:\bby|\bwhile|,)\s$")
POSSESSIVE = ("its", "his", "her", "their")
AFTER = re.compile(r"\s([A-Za-z][\w’'-]*)")


@cache
def small() -> frozenset[str]:
    """Words that stand behind a name without belonging to it."""
    return frozenset(phrases("doings", "small") + phrases("doings", "helpers") + phrases("doings", "adverbs"))


class Text(NamedTuple):
    """One document as the record has it; all extents are of the document's own text."""

    id: str
    text: str
    dct: date
    sentences: list[tuple[int, int, int]]
    times: list[tuple[int, int, Time]]
    cues: list[tuple[int, int, Statement]]
    happened: list[tuple[int, int, Event]]
    contents: list[Extent]
    names: list[Extent]


def record_of(rows: Sequence[dict], folder: Path, reader: str) -> onrecord.Record:  # type: ignore[type-arg]
    """The record of the documents: their text and their date."""
    with (folder / "documents.jsonl").open("w", encoding="utf8") as file:
        for row in rows:
            page = {"url": f"https://example.org/{row['id']}", "text": row["text"], "date": row["dct"]}
            file.write(json.dumps(page) + "\n")
    return onrecord.build([folder / "documents.jsonl"], folder / "record.db", reader=reader)


def _at(span: Span | None) -> Extent | None:
    return (span.page_start, span.page_end) if span and span.page_start is not None and span.page_end else None


def texts(book: onrecord.Record, rows: Sequence[dict]) -> list[Text]:  # type: ignore[type-arg]
    """The documents with what the record tells of them."""
    ids = {a.id: (a.url or "").rsplit("/", 1)[-1] for a in book.articles()}
    out = {
        r["id"]: Text(
            r["id"], r["text"], date.fromisoformat(r["dct"]), [tuple(s) for s in r["sentences"]], [], [], [], [], []
        )
        for r in rows
    }
    for time in book.times():
        if place := _at(time.span):
            out[ids[time.span.article]].times.append((*place, time))
    for statement in book.statements():
        if place := _at(statement.cue):
            out[ids[statement.article]].cues.append((*place, statement))
        out[ids[statement.article]].contents.extend(p for s in statement.content if (p := _at(s)))
    for event in book.timeline():
        for span in event.evidence:
            if place := _at(span):
                out[ids[span.article]].happened.append((*place, event))
    for actor in book.actors():
        for mention in actor.mentions:
            if place := _at(mention):
                out[ids[mention.article]].names.append(place)
    return [out[key] for key in sorted(out)]


def mentions(book: onrecord.Record, documents: Sequence[Text], entity: str) -> dict[str, list[Extent]]:
    """Where an entity is meant: the mentions of the actors that have its name, and its name and short form in the
    text, unless a longer name holds it."""
    ids = {a.id: (a.url or "").rsplit("/", 1)[-1] for a in book.articles()}
    found: defaultdict[str, set[Extent]] = defaultdict(set)
    forms = _forms(entity)
    for actor in book.actors():
        if _is(actor.name, forms) or sum(_is(m.text, forms) for m in actor.mentions) * 2 > len(actor.mentions):
            for mention in actor.mentions:
                if (place := _at(mention)) and (
                    mention.text[0].islower() or len(mention.text) < 4 or _near(mention.text, forms)
                ):
                    found[ids[mention.article]].add(place)
    either = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    written = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])(?!\s[A-Z]?\d)", re.IGNORECASE)
    for text in documents:
        for hit in written.finditer(text.text):
            if all(hit.end() <= lo or hi <= hit.start() for lo, hi in found[text.id]):
                found[text.id].add(hit.span())
    for text in documents:
        found[text.id] |= set(_gone_on(text, found[text.id]))
    return {key: sorted(places) for key, places in found.items()}


def _gone_on(text: Text, places: set[Extent]) -> Iterator[Extent]:
    """An "It" that opens a sentence, where nobody else is known to be meant, goes on with what the sentence before it
    began with."""
    named = set(text.names)
    for (_, start, end), (_, begin, _) in pairwise(text.sentences):
        opened = IT.match(text.text, begin)
        first = min((p for p in named | places if start <= p[0] < end), default=None)
        if opened and opened.span(1) not in named and first in places:
            yield opened.span(1)


def _forms(entity: str) -> frozenset[str]:
    words = entity.split()
    forms = {entity}
    if len(words) > 1:
        forms |= {" ".join(words[1:])} if len(words) > 2 else set()
        forms |= {w for w in words[1:] if any(c.isdigit() for c in w) and len(w) > 2}
        forms |= {"".join(w[0] for w in words if w[0].isupper())} if len(words) > 2 else set()
    return frozenset(forms)


def _is(name: str, forms: Iterable[str]) -> bool:
    return any(name.lower().removeprefix("the ") == form.lower() for form in forms)


def _near(text: str, forms: Iterable[str]) -> bool:
    return any(set(text.lower().split()) & set(form.lower().split()) for form in forms)


def timeline(documents: Sequence[Text], where: dict[str, list[Extent]], headlines: bool = True) -> list[Entry]:
    """The dated doings that the entity takes part in, ordered by date."""
    dated = [
        (when, text.id, number, word)
        for text in documents
        for when, number, word in _of(text, where.get(text.id, []), headlines)
    ]
    days = sorted({when for when, *_ in dated})
    return [Entry(days.index(when) + 1, when, doc, number, word) for when, doc, number, word in dated]


def _of(text: Text, places: list[Extent], headlines: bool) -> Iterator[tuple[str, int, str]]:
    news = _news(text)
    for number, start, end in text.sentences:
        if number == 1 or (number == 0 and not headlines) or not (here := [p for p in places if start <= p[0] < end]):
            continue
        told = doings(text.text, start, end)
        done: list[tuple[Doing, str]] = []
        for doing in told:
            when = _date(text, doing, news)
            if doing.form == "noun":
                when = _of_noun(text.text, doing, here, told, done, when)
            elif not _counts(text, (start, end), doing) or not any(
                _takes_part(text.text, m, doing, told) for m in here
            ):
                continue
            if when:
                done.append((doing, when))
                yield when, number, _word(text.text, doing)


def _word(text: str, doing: Doing) -> str:
    """The event's word as the task writes it, with its particle: "step_down"."""
    particle = PARTICLE.match(text, doing.end) if doing.form != "noun" else None
    return text[doing.start : doing.end] + (f"_{particle[1]}" if particle else "")


def _of_noun(
    text: str, noun: Doing, here: Sequence[Extent], told: Sequence[Doing], done: Sequence[tuple[Doing, str]],
    when: str | None,
) -> str | None:  # fmt: skip
    """When a happening told by a noun was: the entity's by "its" or "of", or what it is said to have done."""
    if any(_owns(text, mention, noun) for mention in here):
        return when
    if done and done[-1][0].form != "noun":
        last, at = done[-1]
        if told.index(noun) == told.index(last) + 1 and OBJECT.fullmatch(text, last.end, noun.start):
            return at
    return None


def _owns(text: str, mention: Extent, noun: Doing) -> bool:
    start, end = mention
    if noun.end <= start:
        return OF.fullmatch(text, noun.end, start) is not None
    owned = POSSESSED if text[start:end].lower() in POSSESSIVE else OWNED
    return owned.fullmatch(text, end, noun.start) is not None


def _counts(text: Text, sentence: Extent, doing: Doing) -> bool:
    """Whether a doing is told as done: not denied, not supposed; to come or as it is now only with a time."""
    if doing.denied or doing.form == "supposed":
        return False
    if doing.form == "present" and sentence[0] == 0:  # a headline tells the news of the day in the present
        return True
    if doing.form in ("ahead", "present"):
        return _own(text, doing) is not None
    if doing.form == "infinitive":
        return False
    if doing.form == "gerund":
        return LED.search(text.text[max(0, doing.start - 8) : doing.start]) is not None
    return True


def _takes_part(text: str, mention: Extent, doing: Doing, told: Sequence[Doing]) -> bool:
    """Whether a mention is what a doing is done by or to: nothing else is done between the two, or what is done between
    has the same subject ("he came, saw and left", "they met to sign")."""
    if text[mention[1] : mention[1] + 2] in ("'s", "’s", " '", "' ") or _is_modifier(text, mention, told):
        return False
    if mention[1] <= doing.start:
        if UNDER.search(text, max(0, mention[0] - 16), mention[0]):
            return False
        between = [d for d in told if mention[1] <= d.start < doing.start and d.form != "noun"]
        return not between or _goes_on(text, between, doing)
    between = [d for d in told if doing.start < d.start < mention[0]]
    return not between and mention[0] - doing.end <= NEAR


def _is_modifier(text: str, mention: Extent, told: Sequence[Doing]) -> bool:
    """Whether a noun or a name follows right behind: "Airbus officials", "iPod owners"."""
    after = AFTER.match(text, mention[1])
    if after is None or any(d.start == after.start(1) for d in told):
        return False
    word = after[1]
    return word not in small() and not word.endswith("ly")


def _goes_on(text: str, between: Sequence[Doing], doing: Doing) -> bool:
    for one, other in zip(between, [*between[1:], doing], strict=True):
        gap = text[one.end : other.start]
        joined = JOINED.search(gap) is not None and "\n" not in gap
        if not (joined or other.form in ("infinitive", "gerund")) or CLAUSE.search(gap):
            return False
    return True


def _news(text: Text) -> str:
    """The day of the news: the day that the first sentences name just before the article's date, else that date."""
    lead = [s for s in text.sentences if 2 <= s[0] <= 4]
    for start, _, time in text.times:
        if not any(lo <= start < hi for _, lo, hi in lead):
            continue
        when = time.when
        if when.from_ and when.from_ == when.to and 0 <= (text.dct - date.fromisoformat(when.from_[:10])).days <= NEWS:
            return when.from_[:10]
    return text.dct.isoformat()


def _date(text: Text, doing: Doing, news: str) -> str | None:
    for start, end, statement in text.cues:
        if start <= doing.start < end and statement.said and statement.said.from_ and statement.said.to:
            return statement.said.from_[:10] if _days(statement.said) <= NEWS else written(statement.said)
    own = _own(text, doing)
    if own:
        return own
    if doing.form in ("before",):
        return None
    return news


def _own(text: Text, doing: Doing) -> str | None:
    """The time of the record's event that a doing stands in."""
    for start, end, event in text.happened:
        if start <= doing.start < end and event.when:
            return written(event.when)
    return None


def _days(when: When) -> int:
    assert when.from_
    assert when.to
    return (date.fromisoformat(when.to[:10]) - date.fromisoformat(when.from_[:10])).days


def written(when: When) -> str | None:
    """A stretch as the task writes it: a day, a month or a year; None for what is wider or open."""
    when = when.anchor or when
    if not when.from_ or not when.to:
        return None
    first, last = when.from_[:10], when.to[:10]
    if first == last:
        return first
    if first[:7] == last[:7]:
        return first[:7]
    return first[:4] if first[:4] == last[:4] else None


# ------------------------------------------------------------------------------------------------------------- scores


def gold_of(row: dict) -> list[Entry]:  # type: ignore[type-arg]
    """A gold timeline's entries, one a mention."""
    return [
        Entry(e["order"], e["date"], m["doc"], m["sentence"], m["event"]) for e in row["events"] for m in e["mentions"]
    ]


def read(path: Path) -> list[dict]:  # type: ignore[type-arg]
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def main() -> None:
    """Prints a line an entity and the micro figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--set", default="corpus1", choices=("corpus1", "trial"))
    ask.add_argument("--reader", default=readers.DEFAULT)
    ask.add_argument("--misses", metavar="ENTITY")
    asked = ask.parse_args()
    rows = read(asked.data / f"task_{asked.set}_documents.jsonl")
    total, found = [0, 0, 0, 0], [0, 0, 0, 0]
    with tempfile.TemporaryDirectory() as folder, record_of(rows, Path(folder), asked.reader) as book:
        documents = texts(book, rows)
        for row in read(asked.data / f"task_{asked.set}_timelines.jsonl"):
            gold = gold_of(row)
            ours = timeline(documents, mentions(book, documents, row["entity"]), asked.set != "trial")
            counts = score(gold, ours)
            total = [a + b for a, b in zip(total, counts, strict=True)]
            found = [a + b for a, b in zip(found, events(gold, ours), strict=True)]
            print(_line(row["entity"], counts), f"{len(ours)} events of ours")
            if asked.misses == row["entity"]:
                _misses(documents, gold, ours)
    print(f"{found[0]} of {found[2]} events found, among {found[1]}, {found[3]} of them with their date")
    print(_line("micro", total))


def _line(name: str, counts: Sequence[int]) -> str:
    return f"{name:28s} P {shares(counts)[0]:.3f} R {shares(counts)[1]:.3f} F1 {shares(counts)[2]:.3f}"


def events(gold: Sequence[Entry], ours: Sequence[Entry]) -> tuple[int, int, int, int]:
    """Events that both have, ours, those of gold that count, and the shared ones with the same date."""
    wanted, made = {e[2:]: e.date for e in gold if e.order}, {e[2:]: e.date for e in ours}
    both = wanted.keys() & made.keys()
    return len(both), len(made), len(wanted), sum(wanted[e] == made[e] for e in both)


def _misses(documents: Sequence[Text], gold: Sequence[Entry], ours: Sequence[Entry]) -> None:
    """Prints each event: "=" where both have it, "~" with another date, "-" missed, "+" of ours alone."""
    known = {text.id: text for text in documents}
    wanted, made = {e[2:]: e for e in gold}, {e[2:]: e for e in ours}
    for key in sorted(wanted.keys() | made.keys()):
        g, o, text = wanted.get(key), made.get(key), known.get(key[0])
        words = next((text.text[a:b] for n, a, b in text.sentences if n == key[1]), "") if text else ""
        mark = "=" if g and o and g.date == o.date else "~" if g and o else "-" if g else "+"
        print(mark, key, g and (g.order, g.date), o and o.date, words[:220])


if __name__ == "__main__":
    main()
