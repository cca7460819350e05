"""Scores names and references of the bundled reader against annotated text.

    python bench/names.py spans ../shared/data/language/worldwide_ner.jsonl [--part held|choose|train]
        [--reader rules|both] [--misses]
    python bench/names.py links ../shared/data/language/gum_dev.conllu [--misses]

`spans`: exact spans of people, bodies and places; "the" and titles are left out on both sides. The documents fall into
a `train` and a `held` part by a hash of their id; learnt tables come from `train` alone, thresholds from `choose`,
those of `held` that are not reported on. `links`: of the pronouns and definite nominals that the reader gives an
antecedent, the share that is right, and the share of those that the annotation links which the reader gets right.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.language.name_forms import parse
from onrecord.nouns import Article, Extent, Mention, Region
from onrecord.readers import pick
from onrecord.readings import Reader, read

KINDS = {"Person": "person", "Organization": "body", "Location": "place"}
OURS = {"person": "person", "organisation": "body", "outlet": "body", "government": "body", "place": "place"}
GENRES = ("news", "interview", "bio", "voyage")
PRONOUNS = re.compile(r"(?:he|him|his|himself|she|hers?|herself|its?|they|them|their)$", re.I)
HELD, REPORTED = 3, 100
"""One document in so many is held out of learning; of those the first 100 by hash are reported on, thresholds are
chosen on the rest."""

NO_SPACE_BEFORE = re.compile(r"^[.,;:!?%)\]}’”]|^['’](?:s|re|ve|ll|d|m|t)$|^n['’]t$")


class Document(NamedTuple):
    """A text with its annotated spans."""

    name: str
    text: str
    spans: dict[Extent, str]


class Counts(NamedTuple):
    """Right, given, wanted."""

    right: int
    given: int
    wanted: int

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"{self.right} right, {self.given} given, {self.wanted} wanted"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({counts})"


def article(text: str) -> Article:
    """An Article of body lines alone."""
    body: list[Region] = ["body" for _ in text.split("\n")]
    return Article(
        id="bench", page="bench", place=0, url=None, headline=None, byline=None, outlet=None, agency=None,
        language="en", published=None, updated=None, text=text, places=(), regions=tuple(body),
    )  # fmt: skip


def held(name: str) -> bool:
    """Whether a document is held out of learning."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % HELD == 0


def join(tokens: Sequence[str], start: int) -> tuple[str, list[Extent]]:
    """Tokens as running text, with each token's extent, counted from `start`."""
    text, extents, opened = "", [], False
    for n, token in enumerate(tokens):
        before = tokens[n - 1] if n else ""
        if token == '"':
            glued, opened = opened or not n, not opened
        else:
            glued = not n or (before == '"' and opened) or _glued(text, before, token, tokens[n + 1 : n + 2])
        text += "" if glued else " "
        extents.append((start + len(text), start + len(text) + len(token)))
        text += token
    return text, extents


def _glued(text: str, before: str, token: str, after: Sequence[str]) -> bool:
    """Whether no space stands before a token."""
    if before in ("’", "'") and token in ("s", "re", "ll", "ve", "t", "d", "m"):
        return True
    ending = token in ("’", "'") and list(after) == ["s"]
    return ending or bool(NO_SPACE_BEFORE.match(token)) or text[-1:] in "([$#“-" or token == "-"


def worldwide(path: Path) -> Iterator[Document]:
    """The documents of worldwide_ner, a sentence a line."""
    for row in map(json.loads, path.open(encoding="utf8")):
        text, spans = "", {}
        for sentence in row["sentences"]:
            line, extents = join(sentence["tokens"], len(text) + 1 if text else 0)
            text += ("\n" if text else "") + line
            for first, last, kind in bio(sentence["tags"]):
                if kind in KINDS:
                    spans[bare(text, (extents[first][0], extents[last - 1][1]), kind == "Person")] = KINDS[kind]
        if "rtf" not in text[:40]:
            yield Document(row["id"], text, spans)


def bio(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """`(first, last, kind)` of each BIO stretch."""
    first = 0
    for n in range(1, len(tags) + 1):
        if n == len(tags) or not tags[n].startswith("I-"):
            if tags[first] != "O":
                yield first, n, tags[first][2:]
            first = n


def bare(text: str, span: Extent, person: bool) -> Extent:
    """A span without a leading "the", possessive or title."""
    start, end = span
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    if text[start : start + 4].lower() == "the ":
        start += 4
    if person:
        core = parse(text[start:end], True).core
        at = text.find(core[0], start, end) if core else -1
        start = at if at >= 0 else start
    return start, end


def spans(path: Path, part: str, count: int, misses: bool, reader: Reader) -> None:
    """Prints P, R and F1 for each type."""
    documents = [one for one in worldwide(path) if held(one.name) == (part != "train")]
    documents = sorted(documents, key=lambda one: hashlib.sha256(one.name.encode()).hexdigest())
    documents = documents[REPORTED:] if part == "choose" else documents[:count]
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    faults: list[str] = []
    for one in documents:
        found = {
            bare(one.text, (m.start, m.end), m.type == "person"): OURS[m.type]
            for m in reader.read([article(one.text)])[0].mentions
            if m.form == "name" and m.type in OURS
        }
        given.update(found.values())
        wanted.update(one.spans.values())
        right.update(kind for span, kind in found.items() if one.spans.get(span) == kind)
        faults += _faults(one, found)
    for kind in ("person", "body", "place"):
        print(f"{kind:7}", Counts(right[kind], given[kind], wanted[kind]))
    print("all    ", Counts(right.total(), given.total(), wanted.total()))
    print(len(documents), "documents")
    if misses:
        print("\n".join(sorted(faults)))


def _faults(one: Document, found: dict[Extent, str]) -> Iterator[str]:
    """A line for each span that was given or wanted and not both."""
    for span in sorted({*found, *one.spans}):
        given, wanted = found.get(span, "-"), one.spans.get(span, "-")
        if given != wanted:
            near = one.text[max(0, span[0] - 30) : span[1] + 20].replace("\n", "|")
            yield f"given {given:6} wanted {wanted:6} {one.text[slice(*span)]}   [{near}]"


class Linked(NamedTuple):
    """A GUM document: text and its annotated mentions as `(start, end, entity, type, link)`."""

    name: str
    text: str
    mentions: list[tuple[int, int, str, str, str]]


def gum(path: Path) -> Iterator[Linked]:
    """The documents of a GUM file, a paragraph a line."""
    for block in re.split(r"(?=^# newdoc id = )", path.read_text(encoding="utf8"), flags=re.M):
        if block.startswith("# newdoc"):
            name = block.split("\n", 1)[0].rsplit("=", 1)[1].strip()
            if name.split("_")[1] in GENRES:
                yield _linked(name, block)


def _linked(name: str, block: str) -> Linked:
    text, mentions, begun = "", [], defaultdict[str, list[tuple[int, str, str]]](list)
    for line in block.split("\n"):
        if line.startswith("# newpar_block") or line.startswith("# newpar"):
            text = text.rstrip(" ") + ("\n" if text and not text.endswith("\n") else "")
        cells = line.split("\t")
        if len(cells) < 10 or not cells[0].isdigit():
            continue
        start, end = len(text), len(text) + len(cells[1])
        text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
        for told in re.findall(r"Entity=([^|]*)", cells[9]):
            for piece in re.findall(r"\([^()]*\)?|[^()]+\)", told):
                fields = piece.strip("()").split("-")
                if piece.startswith("("):
                    begun[fields[0]].append((start, fields[1], fields[5] if len(fields) > 5 else ""))
                if piece.endswith(")") and begun[fields[0]]:
                    first, kind, link = begun[fields[0]].pop()
                    mentions.append((first, end, fields[0], kind, link))
    return Linked(name, text.rstrip(), mentions)


def links(path: Path, misses: bool) -> None:
    """Prints P, R and F1 of antecedents for pronouns and nominals."""
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    faults = []
    for one in gum(path):
        wanted.update(_anaphors(one))
        for form, good, line in _given(one):
            given[form] += 1
            right[form] += good
            faults += [] if good else [line]
    for form in ("he", "it", "they", "nominal"):
        print(f"{form:8}", Counts(right[form], given[form], wanted[form]))
    if misses:
        print("\n".join(faults))


def _anaphors(one: Linked) -> Iterator[str]:
    """The form of each annotated mention of somebody or something that was mentioned before."""
    seen: set[str] = set()
    for start, end, entity, kind, _ in sorted(one.mentions):
        form = _form(one.text[start:end])
        if form and kind in ("person", "organization", "place") and entity in seen:
            yield form
        seen.add(entity)


def _given(one: Linked) -> Iterator[tuple[str, bool, str]]:
    """`(form, right, line)` for each pronoun and nominal that the reader gives an antecedent: right where the names of
    its chain that stand before it (or what else does) are annotated as the same."""
    by_place = {(start, end): entity for start, end, entity, _, _ in one.mentions}
    found = read(article(one.text))[0].mentions
    chains = defaultdict[int, list[Mention]](list)
    for index, mention in enumerate(found):
        chains[index if mention.antecedent is None else mention.antecedent].append(mention)
    for mention in found:
        form = _form(one.text[mention.start : mention.end])
        mine = _entity(by_place, one.text, mention)
        if mention.antecedent is None or not form or (mine is None and form == "nominal"):
            continue
        best = found[mention.antecedent]
        chain = [near for near in chains[mention.antecedent] if near.start < mention.start] or [best]
        chain = [near for near in chain if near.form == "name"] or chain
        good = mine is not None and mine in {_entity(by_place, one.text, near) for near in chain}
        near = one.text[max(0, mention.start - 120) : mention.end + 40].replace("\n", "|")
        words, meant = one.text[mention.start : mention.end], one.text[best.start : best.end]
        yield form, good, f"{one.name} {form}: {words} -> {meant}   [{near}]"


def _form(words: str) -> str | None:
    first = words.lower()
    if PRONOUNS.match(first):
        return "it" if first.startswith("it") else "they" if first.startswith("the") else "he"
    plain = re.match(r"(?:the|this|that) [a-z-]+(?: [a-z-]+){0,3}$", first)
    return "nominal" if plain and words[4:] == first[4:] else None


def _entity(by_place: dict[Extent, str], text: str, mention: Mention) -> str | None:
    """The annotated entity of a mention: same span, with or without "the" or a title, or the phrase it begins."""
    for start in (mention.start, mention.start - 4):
        if (start, mention.end) in by_place:
            return by_place[start, mention.end]
    ending = [(s, one) for (s, e), one in by_place.items() if e == mention.end and mention.start - 40 < s < e]
    near = [one for s, one in ending if s >= mention.start or text[s : mention.start].count(" ") < 4]
    return next(
        (one for one in [*near, *(one for (s, e), one in by_place.items() if s == mention.start and e > mention.end)]),
        None,
    )


def main() -> None:
    """Prints the figures asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("what", choices=("spans", "links"))
    ask.add_argument("file", type=Path)
    ask.add_argument("--part", default="held", choices=("held", "train", "choose"))
    ask.add_argument("--count", type=int, default=100)
    ask.add_argument("--reader", default="rules")
    ask.add_argument("--misses", action="store_true")
    asked = ask.parse_args()
    if asked.what == "spans":
        spans(asked.file, asked.part, asked.count, asked.misses, pick(asked.reader))
    else:
        links(asked.file, asked.misses)


if __name__ == "__main__":
    main()
