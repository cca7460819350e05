"""Copies traced in families whose tree is known: pairs, kinds, parents with and without dates, changes by type.

    python bench/copies/lineage.py ../shared/data/articles [--families N] [--seed S] [--changes] [--misses] [--undated]

Families are derived from real articles (see `lineages`), hard negatives stand among them; the thesaurus of the spin is
the Debian package mythes-en-us. A *pair* is two articles that whole copies connect (excerpts and merges, which are of
two matters, are counted apart, as parents): a tool that only clusters is measured the same way. `--peer PYTHON` names
an interpreter that has the other tools (see `peers`), which then run on the same texts.

Spun copies are counted in bands by the Jaccard overlap of the word 5-grams of copy and parent.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import sqlite3
import subprocess
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import peers  # type: ignore[import-not-found]  # beside this script
import thesaurus  # type: ignore[import-not-found]  # beside this script
from lineages import Maker, Member, Pool, merged, rows  # type: ignore[import-not-found]
from operations import Edit  # type: ignore[import-not-found]

from onrecord import copies
from onrecord.engines.local import Local
from onrecord.grouping import Bonds, regroup
from onrecord.grouping import Change as Coming
from onrecord.nouns import Article, Change, Copy, Region, Sketch, When
from onrecord.readers import pick
from onrecord.readings import BUNDLED, Reader
from onrecord.store import Groups, Links, key_number

BODY: Region = "body"
PARTIAL = ("excerpt", "merge")
BANDS = (0.1, 0.15, 0.25, 0.4, 1.01)
TYPES = ("quote", "quote_marks", "number", "name", "date", "source", "negation", "hedge", "meaning", "added", "dropped")
"""Types of change that are scored; what a spinner does to plain words is wording, which may be reported or not."""


class Score(NamedTuple):
    """Precision, recall and their F1, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def pile(folder: Path, families: int, seed: int) -> list[Member]:
    """The members of so many families, two merges for every ten of them, and two negatives each."""
    dice = random.Random(f"lineage {seed}")
    pool = Pool(rows(folder), dice)
    maker = Maker(pool, thesaurus.load(), seed)
    roots = [root for _ in range(families) if (root := pool.draw())]
    made = [maker.family(root) for root in roots]
    members = list(itertools.chain.from_iterable(made))
    members += [merged(a[0], b[0], dice) for a, b in zip(made[::10], made[5::10], strict=False)]
    negatives = [maker.negative(root, number) for root in roots for number in range(2)]
    return sorted({m.key: m for m in (*members, *filter(None, negatives))}.values(), key=lambda m: m.key)


def article(member: Member, dated: bool) -> Article:
    """A member as the stage sees it."""
    day = member.day.isoformat()
    when = When(from_=day, to=day, precision="day", edtf=day, text=None, basis="bench") if dated else None
    return Article(
        id=member.key, page=member.key, place=0, url=None, headline=member.title, byline=None, outlet=member.outlet,
        agency=member.agency, language="en", published=when, updated=None, places=(),
        text="\n".join((member.title, *member.text)), regions=("headline", *(BODY,) * len(member.text)),
    )  # fmt: skip


def trace(articles: Sequence[Article], reader: Reader = BUNDLED) -> tuple[list[Copy], list[Change]]:
    """The copies and changes of a pile, family by family, as the pipeline finds them."""
    readings = {a.id: r for a, r in zip(articles, reader.read(articles), strict=True)}
    by_id = {a.id: a for a in articles}
    found: list[Copy] = []
    changes: list[Change] = []
    for group in families([copies.sketch(a, readings[a.id])[0] for a in articles]):
        more = copies.trace([by_id[i] for i in group], [readings[i] for i in group])
        found, changes = found + more[0], changes + more[1]
    return found, changes


def families(sketches: Sequence[Sketch]) -> list[list[str]]:
    """The families of a pile, as the weaving finds them."""
    sql = sqlite3.connect(":memory:")
    groups, links, ids = Groups(sql, "family"), Links(sql, "family"), [sketch.article for sketch in sketches]
    rows = dict(enumerate(sketches, start=1))
    links.note(((key_number(key, sure=False), item) for item, row in rows.items() for key in row.keys), 1)
    bonds = Bonds(lambda item: ids[item - 1], lambda a, b, crowded: copies.kin(rows[a], rows[b], crowded), lambda _: ())
    made = regroup(groups, links, Coming(list(rows), ()), bonds)
    return sorted(sorted(ids[item - 1] for item in groups.members(name)) for name in made.heirs)


def connected(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """All pairs within the connected components."""
    links = [(item, str(number)) for number, pair in enumerate(pairs) for item in pair]
    return {pair for group in Local(1).connect(links) for pair in itertools.combinations(group, 2)}


def score(found: set[tuple[str, str]], gold: set[tuple[str, str]]) -> Score:
    """Precision and recall of a set."""
    return Score(len(found & gold) / max(1, len(found)), len(found & gold) / max(1, len(gold)))


def family_pairs(members: Sequence[Member]) -> set[tuple[str, str]]:
    """The pairs that the true tree connects by whole copies."""
    return connected((m.key, m.parents[0]) for m in members if m.kind not in ("", *PARTIAL))


def whole(pairs: Iterable[tuple[str, str]], members: Sequence[Member]) -> set[tuple[str, str]]:
    """The pairs that these connect, merges left out."""
    mixed = {m.key for m in members if m.kind == "merge"}
    return connected(pair for pair in pairs if not mixed & set(pair))


def partial(found: Sequence[Copy], members: Sequence[Member]) -> str:
    """How many of the excerpts' and merges' parents were found."""
    told = {frozenset((row.original, row.copy)) for row in found}
    out = []
    for kind in PARTIAL:
        edges = [frozenset((m.key, parent)) for m in members if m.kind == kind for parent in m.parents]
        out.append(f"{kind} {sum(edge in told for edge in edges)}/{len(edges)}")
    return "; ".join(out)


def jaccard(a: Member, b: Member) -> float:
    """Overlap of word 5-grams."""
    x, y = (set(zip(*(" ".join(m.text).lower().split()[n:] for n in range(5)), strict=False)) for m in (a, b))
    return len(x & y) / max(1, len(x | y))


def parents(found: Sequence[Copy], members: Sequence[Member]) -> tuple[float, float]:
    """Shares of the copies whose parent, and whose parent and direction, is right (any parent of a merge). Two carriers
    of one agency's text may hang on either."""
    by_key = {m.key: m for m in members}
    told = {row.copy: row for row in found}
    either = defaultdict(set)
    for row in found:
        either[row.copy].add(row.original)
        if row.direction == "unknown":
            either[row.original].add(row.copy)
    children = [m for m in members if m.parents]
    near = sum(bool(either[m.key] & _as_good(m, by_key)) for m in children)
    right = sum(m.key in told and told[m.key].original in _as_good(m, by_key) for m in children)
    return near / max(1, len(children)), right / max(1, len(children))


def _as_good(member: Member, by_key: dict[str, Member]) -> set[str]:
    """The parents, what has the very text of one of them (of an excerpt: the very paragraphs), and for agency copy
    every other carrier of the same agency's text in the family."""
    texts = [set(by_key[parent].text) for parent in member.parents]
    texts = [text & set(member.text) for text in texts] if member.kind == "excerpt" else texts
    twins = {key for key, other in by_key.items() if key != member.key and any(t <= set(other.text) for t in texts)}
    same = twins | {
        key for key, other in by_key.items()
        if member.kind == "syndicated" and other.family == member.family and key != member.key
        and (other.agency == member.agency or other.outlet == member.agency)
    }  # fmt: skip
    return set(member.parents) | same


def kinds(found: Sequence[Copy], members: Sequence[Member]) -> tuple[int, int, Counter[tuple[str, str]]]:
    """Copies whose parent was found and whose kind is right, how many there are, and what was taken for what."""
    by_key = {m.key: m for m in members}
    told = {frozenset((row.original, row.copy)): row.type for row in found}
    seen: list[tuple[str, str]] = [
        ("identical" if m.text == by_key[m.parents[0]].text else m.kind, told[pair])
        for m in members if m.kind not in ("", "merge")
        for pair in [frozenset((m.key, m.parents[0]))] if pair in told
    ]  # fmt: skip
    wrong = Counter(pair for pair in seen if pair[0] != pair[1])
    return len(seen) - wrong.total(), len(seen), wrong


def words(text: str) -> set[str]:
    """Words that carry sense, and figures, folded."""
    return {word for word in re.findall(r"\w+", text.lower().replace("’", "'")) if len(word) > 1 or word.isdigit()}


def changes_by_type(found: Sequence[Copy], ledger: Sequence[Change], members: Sequence[Member]) -> dict[str, list[int]]:
    """For each type (hits among told, told, hits among true, true), over copies found with their true parent."""
    by_key = {m.key: m for m in members}
    rows_of = defaultdict(list)
    for change in ledger:
        rows_of[change.copy].append(change)
    counts = {what: [0, 0, 0, 0] for what in TYPES}
    for copy in found:
        child = by_key[copy.copy]
        if not child.parents or child.parents[0] != copy.original or child.kind in ("merge", "excerpt"):
            continue
        told = [(c.what, c.before.text if c.before else "", c.after.text if c.after else "") for c in rows_of[copy.id]]
        for what in TYPES:
            ours = [row for row in told if row[0] == what and not _arguable(row, child.edits)]
            gold = [edit for edit in child.edits if edit.what == what]
            right = [
                row for row in ours if any(_same(row[1:], edit[1:]) for edit in child.edits if _may(what, edit.what))
            ]
            rows = [row for row in told if _may(row[0], what)]
            hit = [edit for edit in gold if any(_same(row[1:], edit[1:]) for row in rows)]
            for at, count in enumerate((len(right), len(ours), len(hit), len(gold))):
                counts[what][at] += count
    return counts


def _may(what: str, true: str) -> bool:
    """Whether a row of one type may tell an edit of another: a changed number of people is a changed source too, of a
    date a changed date, whatever changes within marks an altered quotation, an opposite made by "un" a negation."""
    return what == true or (what == "quote" and true not in ("added", "dropped")) or (what, true) in {
        ("source", "number"), ("date", "number"), ("quote_marks", "quote"), ("negation", "meaning"),
    }  # fmt: skip


def _arguable(told: Sequence[str], edits: Sequence[Edit]) -> bool:
    """A spinner's exchange of words is wording to the generator, and may well be more ("president" for "chair"): told
    as another type it counts neither way, as long as it is truly one of the exchanges and no edit of that type."""
    before, after = words(told[1]), words(told[2])
    if any(_may(told[0], edit.what) and _same(told[1:], edit[1:]) for edit in edits):
        return False
    return any(e.what == "wording" and words(e.before) <= before and words(e.after) <= after for e in edits)


def _same(told: Sequence[str], true: Sequence[str]) -> bool:
    """What was told and what is true share a word on a side that either names: a slip may stand in words that the
    spinner had exchanged before."""
    sides = zip(told, true, strict=True)
    return any(words(a) & words(b) for a, b in sides) or (told[0][:9], told[1][:9]) == (true[0][:9], true[1][:9])


def span_scores(
    found: Sequence[Copy], ledger: Sequence[Change], members: Sequence[Member], python: Path
) -> dict[str, list[int]]:
    """Changed spans whatever their type, over copies found with their true parent: for us and each peer (told spans
    that a telling edit made, told, telling edits told, telling edits). What a spinner does to plain words is no telling
    edit; our rows of wording are left out, a peer cannot tell them from others."""
    by_key = {m.key: m for m in members}
    rows = [row for row in found if _is_true(row, by_key)]
    texts = [("\n\n".join(by_key[row.original].text), "\n\n".join(by_key[row.copy].text)) for row in rows]
    ours: dict[str, list[Sequence[str]]] = {row.id: [] for row in rows}
    for change in ledger:
        if change.copy in ours and change.what != "wording":
            ours[change.copy].append(tuple(span.text if span else "" for span in (change.before, change.after)))
    told = {
        "onrecord": list(ours.values()),
        **{tool: peers.spans(python, tool, texts) for tool in ("difflib", "redlines")},
    }
    return {
        tool: _span_counts([(spans, by_key[row.copy].edits) for spans, row in zip(every, rows, strict=True)])
        for tool, every in told.items()
    }


def _span_counts(every: Iterable[tuple[Sequence[Sequence[str]], Sequence[Edit]]]) -> list[int]:
    counts = [0, 0, 0, 0]
    for spans, edits in every:
        telling = [edit for edit in edits if edit.what in TYPES]
        right = sum(any(_same(span, edit[1:]) for edit in telling) for span in spans)
        met = sum(any(_same(span, edit[1:]) for span in spans) for edit in telling)
        counts = [x + y for x, y in zip(counts, (right, len(spans), met, len(telling)), strict=True)]
    return counts


def _is_true(row: Copy, by_key: dict[str, Member]) -> bool:
    child = by_key[row.copy]
    return bool(child.parents) and child.parents[0] == row.original and child.kind not in ("merge", "excerpt")


def false_changes(found: Sequence[Copy], ledger: Sequence[Change], members: Sequence[Member]) -> Iterable[str]:
    """The changes told that no edit made, a line each."""
    by_key, of = {m.key: m for m in members}, {row.id: row for row in found}
    for change in ledger:
        child = by_key[of[change.copy].copy]
        if (
            change.what not in TYPES
            or child.kind in ("", "merge", "excerpt")
            or child.parents[0] != of[change.copy].original
        ):
            continue
        told = [span.text if span else "" for span in (change.before, change.after)]
        if _arguable((change.what, *told), child.edits):
            continue
        if not any(_may(change.what, edit.what) and _same(told, edit[1:]) for edit in child.edits):
            yield f"  {change.what:10s} {child.kind:10s} {told[0][:110]!r} -> {told[1][:110]!r}"


def missed_changes(found: Sequence[Copy], ledger: Sequence[Change], members: Sequence[Member]) -> Iterable[str]:
    """The edits of which nothing is told, a line each."""
    by_key, of = {m.key: m for m in members}, {row.copy: row for row in found}
    for child in by_key.values():
        row = of.get(child.key)
        if row is None or not child.parents or row.original != child.parents[0] or child.kind in ("merge", "excerpt"):
            continue
        told = [
            (c.what, *(span.text if span else "" for span in (c.before, c.after))) for c in ledger if c.copy == row.id
        ]
        for edit in child.edits:
            if edit.what in TYPES and not any(_may(x[0], edit.what) and _same(x[1:], edit[1:]) for x in told):
                near = [x for x in told if _same(x[1:], edit[1:])]
                yield f"  not told {edit.what:10s} {edit.before[:70]!r} -> {edit.after[:70]!r}  told: {near[:2]}"


def report(
    members: Sequence[Member], found: Sequence[Copy], ledger: Sequence[Change], asked: argparse.Namespace
) -> None:
    """Prints a line a figure."""
    gold = family_pairs(members)
    told = whole(((row.original, row.copy) for row in found if row.type != "excerpt"), members)
    pairs = score(told, gold)
    print(f"pairs          P {pairs.precision:.3f} R {pairs.recall:.3f} F1 {pairs.f1:.3f}  ({len(gold)} true)")
    by_key = {m.key: m for m in members}
    bands: dict[int, list[int]] = {at: [0, 0] for at in range(len(BANDS))}
    for m in members:
        if m.kind == "rewritten":
            band = sum(jaccard(m, by_key[m.parents[0]]) >= edge for edge in BANDS)
            bands[band][0] += tuple(sorted((m.key, m.parents[0]))) in told
            bands[band][1] += 1
    lows = (0.0, *BANDS)
    print(
        "spun copies    "
        + "; ".join(f"J {lows[at]:.2f}-{BANDS[at]:.2f} {hit}/{all_}" for at, (hit, all_) in bands.items() if all_)
    )
    print(f"parts          {partial(found, members)}")
    near, right = parents(found, members)
    children = sum(bool(m.parents) for m in members)
    print(f"parent         pair right {near:.3f}, and direction {right:.3f}  ({children} copies)")
    hits, seen, wrong = kinds(found, members)
    print(f"kind           {hits / max(1, seen):.3f} of {seen};  {dict(wrong.most_common(5))}")
    if asked.changes:
        for what, (hit, ours, met, true) in changes_by_type(found, ledger, members).items():
            print(f"  {what:12s} P {hit / max(1, ours):.3f} of {ours:5d}   R {met / max(1, true):.3f} of {true:5d}")
    if asked.misses and asked.changes:
        print(*sorted(false_changes(found, ledger, members)), sep="\n")
        print(*sorted(missed_changes(found, ledger, members)), sep="\n")
    if asked.misses:
        for a, b in sorted(gold ^ told):
            print(
                "  missed" if (a, b) in gold else "  false ",
                a,
                b,
                by_key[a].kind,
                by_key[b].kind,
                f"{jaccard(by_key[a], by_key[b]):.2f}",
            )


def main() -> None:
    """Makes the pile, traces it, and prints the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--families", type=int, default=100)
    ask.add_argument("--seed", type=int, default=1)
    for flag in ("changes", "misses", "undated"):
        ask.add_argument(f"--{flag}", action="store_true")
    ask.add_argument("--peer", type=Path)
    ask.add_argument("--reader", default="rules")
    asked = ask.parse_args()
    members = pile(asked.folder, asked.families, asked.seed)
    made = Counter(m.kind or "root or negative" for m in members)
    print(f"{len(members)} articles in {asked.families} families; {dict(made)}")
    began = time.perf_counter()
    found, ledger = trace([article(m, not asked.undated) for m in members], pick(asked.reader))
    print(f"traced in {time.perf_counter() - began:.1f} s, {len(found)} copies, {len(ledger)} changes")
    report(members, found, ledger, asked)
    if asked.peer:
        against(asked.peer, members, found, ledger)


def against(python: Path, members: Sequence[Member], found: Sequence[Copy], ledger: Sequence[Change]) -> None:
    """The same figures of other tools, a line each."""
    texts = {m.key: " ".join(m.text) for m in members}
    for tool, threshold in itertools.product(("datasketch", "text-dedup"), (0.5, 0.7)):
        try:
            pairs = score(whole(peers.cluster(python, tool, texts, threshold), members), family_pairs(members))
        except subprocess.CalledProcessError as fault:
            print(f"{tool} {threshold}  not run: {fault.stderr.splitlines()[-1:]}")
            continue
        print(f"{tool} {threshold}  P {pairs.precision:.3f} R {pairs.recall:.3f} F1 {pairs.f1:.3f}")
    for tool, (right, told, met, true) in span_scores(found, ledger, members, python).items():
        print(f"spans {tool:9s} P {right / max(1, told):.3f} of {told}  R {met / max(1, true):.3f} of {true}")


if __name__ == "__main__":
    main()
