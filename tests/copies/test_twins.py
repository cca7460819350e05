"""One article on several pages of one address is one article."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from onrecord.copies import trace
from onrecord.copies.judgements import same_outlet
from onrecord.nouns import Article, Copy, Reading

Make = Callable[..., Article]
Bare = Callable[[Article], Reading]
ADDRESS = "https://gazette.example/lens"


def placed(article: Article, url: str | None = ADDRESS) -> Article:
    return msgspec.structs.replace(article, page=f"page-{article.id}", url=url)


def traced(bare: Bare, *articles: Article) -> list[Copy]:
    ordered = sorted(articles, key=lambda a: a.id)
    return trace(ordered, [bare(a) for a in ordered])[0]


def test_a_print_page_without_the_summary_is_the_same_article(make: Make, bare: Bare, report: list[str]) -> None:
    whole = make("a", ["Lens sold", "The minister had not been told", *report], outlet="Skerry Gazette")
    whole = msgspec.structs.replace(whole, regions=("headline", "summary", *whole.regions[2:]))
    print_page = make("b", report, headline="Lens sold", outlet="Skerry Gazette")
    (row,) = traced(bare, placed(whole), placed(print_page))
    assert (row.type, row.direction) == ("identical", "unknown")
    assert ("both pages give one address as theirs", ADDRESS) in [(e.why, e.before) for e in row.evidence]


def test_a_later_version_at_the_same_address_is_an_update(make: Make, bare: Bare, report: list[str]) -> None:
    later = [*report, "The museum of Tavesk said on Tuesday that it had never been offered the lens at any price."]
    first = make("a", report, headline="Lens sold", outlet="Skerry Gazette")
    (row,) = traced(bare, placed(first), placed(make("b", later, headline="Lens sold", outlet="Skerry Gazette")))
    assert row.type == "update"


def test_twins_hang_on_each_other_and_not_on_a_later_version(make: Make, bare: Bare, report: list[str]) -> None:
    later = [*report, "The museum of Tavesk said on Tuesday that it had never been offered the lens at any price."]
    pages = [placed(make(name, report, headline="Lens sold", outlet="Skerry Gazette")) for name in "ab"]
    rows = traced(bare, *pages, placed(make("c", later, headline="Lens sold", outlet="Skerry Gazette")))
    assert {frozenset((r.original, r.copy)) for r in rows if r.type == "identical"} == {frozenset("ab")}
    assert len(rows) == 2


def test_pages_of_two_addresses_have_no_address_in_common(make: Make, bare: Bare, report: list[str]) -> None:
    a, b = (make(name, report, headline="Lens sold", outlet=f"Paper {name}") for name in "ab")
    (row,) = traced(bare, placed(a, "https://a.example/1"), placed(b, None))
    assert row.type == "identical"
    assert all("address" not in e.why for e in row.evidence)


def test_articles_of_one_page_share_its_address_and_are_of_no_one_outlet_for_that(make: Make) -> None:
    first, second = (msgspec.structs.replace(make(name, ["A."]), page="page-1", url=ADDRESS) for name in "ab")
    assert not same_outlet(first, second)
    assert same_outlet(first, msgspec.structs.replace(second, page="page-2"))
