"""Two sketches alone tell whether their articles may be of one making."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from onrecord.copies import kin, sketch
from onrecord.copies.kinship import MOST, hashes
from onrecord.nouns import Article, Reading, Sketch

Make = Callable[..., Article]
Bare = Callable[[Article], Reading]
STANDING = (
    "The Skerry Gazette has kept its reading room at the harbour steps open to every sailor since the winter of 1911, "
    "and asks nobody for money, a card or a name."
)


def sketched(bare: Bare, article: Article) -> Sketch:
    return sketch(article, bare(article))[0]


def longer(seed: int, words: int) -> Sequence[str]:
    """Prose without sense, other words for another seed."""
    return [" ".join(f"{chr(97 + seed)}{at * 7919 % 1009}" for at in range(n, n + 20)) for n in range(0, words, 20)]


def test_a_report_is_kin_to_its_rewriting_either_way(
    make: Make, bare: Bare, report: list[str], spun: list[str]
) -> None:
    a, b = sketched(bare, make("a", report)), sketched(bare, make("b", spun))
    assert kin(a, b, False)
    assert kin(b, a, False)


def test_two_accounts_with_the_same_quotations_are_no_kin(
    make: Make, bare: Bare, report: list[str], other: list[str]
) -> None:
    assert not kin(sketched(bare, make("a", report)), sketched(bare, make("b", other)), False)


def test_two_lifted_paragraphs_make_kin_of_two_houses_and_not_of_one(make: Make, bare: Bare, report: list[str]) -> None:
    def piece(name: str, seed: int, outlet: str) -> Sketch:
        return sketched(bare, make(name, [*longer(seed, 400), report[3], report[4]], outlet=outlet))

    assert kin(piece("a", 0, "Skerry Gazette"), piece("b", 1, "Tavesk Times"), False)
    assert not kin(piece("a", 0, "Skerry Gazette"), piece("b", 1, "SKERRY GAZETTE"), False)


def test_versions_of_one_house_are_kin_within_their_days(make: Make, bare: Bare, report: list[str]) -> None:
    first = sketched(bare, make("a", report, outlet="Skerry Gazette", day="2024-06-03"))
    soon = sketched(bare, make("b", report[:-1], outlet="Skerry Gazette", day="2024-06-04"))
    later = sketched(bare, make("c", report[:-1], outlet="Skerry Gazette", day="2024-09-04"))
    assert kin(first, soon, False)
    assert not kin(first, later, False)


def test_what_crowds_hold_makes_no_kin_of_articles_that_share_nothing_else(make: Make, bare: Bare) -> None:
    a, b = (sketched(bare, make(name, [*longer(seed, 200), STANDING])) for name, seed in (("a", 0), ("b", 1)))
    assert kin(a, b, False)
    assert not kin(a, b, True)


def test_a_long_article_is_kin_to_what_was_cut_from_it(make: Make, bare: Bare) -> None:
    whole = longer(2, 9_000)
    long = sketched(bare, make("a", [f"{at} {line}" for at, line in enumerate(whole)]))
    cut = sketched(bare, make("b", [f"{at} {line}" for at, line in enumerate(whole)][100:130]))
    assert long.halved > 0
    assert kin(long, cut, False)
    assert kin(cut, long, False)


def test_a_sketch_keeps_its_lowest_hashes_in_order() -> None:
    kept, halved = hashes(f"gram {number}" for number in range(5 * MOST))
    found = np.frombuffer(kept, dtype="<u4")
    assert MOST / 4 < len(found) <= MOST
    assert (np.diff(found.astype(np.int64)) > 0).all()
    assert found[-1] < 2**32 >> halved
