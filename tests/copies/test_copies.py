"""Copies are told from write-ups, with kind, direction and nearest parent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.copies import compare, sketch, trace
from onrecord.nouns import Article, Copy, Reading

Make = Callable[..., Article]
Bare = Callable[[Article], Reading]


def traced(bare: Bare, *articles: Article) -> list[Copy]:
    ordered = sorted(articles, key=lambda a: a.id)
    return trace(ordered, [bare(a) for a in ordered])[0]


def test_a_rewritten_copy_is_traced_to_its_original(make: Make, bare: Bare, report: list[str], spun: list[str]) -> None:
    original = make("z", report, outlet="Skerry Gazette", day="2024-06-03")
    copy = make("a", spun, outlet="Glimmer Daily", day="2024-06-04")
    (row,) = traced(bare, original, copy)
    assert (row.original, row.copy, row.type, row.direction) == ("z", "a", "rewritten", "certain")
    assert row.share > 0.9


def test_lost_marks_alone_make_a_direction_likely(make: Make, bare: Bare, report: list[str], spun: list[str]) -> None:
    (row,) = traced(bare, make("z", report), make("a", spun))
    assert (row.original, row.copy, row.direction) == ("z", "a", "likely")
    assert "quotation marks lost in the copy" in [e.why for e in row.evidence]


def test_shared_quotations_make_no_copy(make: Make, bare: Bare, report: list[str], other: list[str]) -> None:
    copy, changes = compare(make("a", report), make("b", other), [])
    assert copy is None
    assert changes == []
    assert traced(bare, make("a", report), make("b", other)) == []


def test_two_carriers_of_one_agency_text_have_no_direction(make: Make, bare: Bare, report: list[str]) -> None:
    a = make(
        "a", report, headline="Minister angry over lens", outlet="Morning Cod", agency="Northwire", day="2024-06-03"
    )
    b = make(
        "b", report[:-1], headline="Lens sale shocks port", outlet="Tavesk Times", agency="NORTHWIRE", day="2024-06-04"
    )
    (row,) = traced(bare, a, b)
    assert (row.type, row.direction) == ("syndicated", "unknown")


def test_the_agencys_own_article_is_the_parent_of_every_carrier(make: Make, bare: Bare, report: list[str]) -> None:
    own = make("m", report, outlet="Northwire", agency="Northwire", day="2024-06-03")
    carriers = [make(x, report[:-1], outlet=f"Paper {x}", agency="Northwire", day="2024-06-03") for x in "abz"]
    rows = traced(bare, own, *carriers)
    assert sorted((r.original, r.copy) for r in rows) == [("m", "a"), ("m", "b"), ("m", "z")]
    assert {(r.type, r.direction) for r in rows} == {("syndicated", "certain")}


def test_two_paragraphs_lifted_into_another_piece_are_an_excerpt(
    make: Make, bare: Bare, report: list[str], other: list[str]
) -> None:
    lifting = [*other[:2], "As the Skerry Gazette reported:", *report[3:5], *other[4:]]
    original = make("a", report, outlet="Skerry Gazette", day="2024-06-03")
    (row,) = traced(bare, original, make("b", lifting, outlet="Tavesk Times", day="2024-06-05"))
    assert (row.original, row.copy, row.type, row.direction) == ("a", "b", "excerpt", "certain")
    assert 0.2 < row.share < 0.7


def test_a_later_state_at_the_same_outlet_is_an_update(make: Make, bare: Bare, report: list[str]) -> None:
    later = [
        *report[:3],
        "The authority denied it had ever consented.",
        *report[3:],
        "An earlier version of this article said July.",
    ]
    rows = traced(
        bare,
        make("a", later, outlet="Skerry Gazette", day="2024-06-03"),
        make("b", report, outlet="Skerry Gazette", day="2024-06-03"),
    )
    assert [(r.original, r.copy, r.type, r.direction) for r in rows] == [("b", "a", "update", "certain")]


def test_the_same_words_twice_are_identical(make: Make, bare: Bare, report: list[str]) -> None:
    (row,) = traced(bare, make("a", report, outlet="Morning Cod"), make("b", report, outlet="Tavesk Times"))
    assert (row.type, row.direction, row.share) == ("identical", "unknown", 1.0)


def test_a_copy_hangs_on_its_nearest_parent_only(make: Make, bare: Bare, report: list[str], spun: list[str]) -> None:
    original = make("a", report, outlet="Skerry Gazette", day="2024-06-03")
    first = make("b", spun, outlet="Glimmer Daily", day="2024-06-04")
    second = make("c", [*spun[:-1], "Nothing more is known of it today."], outlet="Echo Hub", day="2024-06-05")
    assert sorted((r.original, r.copy) for r in traced(bare, original, first, second)) == [("a", "b"), ("b", "c")]


def test_a_merge_has_both_its_parents(make: Make, bare: Bare, report: list[str], other: list[str]) -> None:
    first = make("a", report, outlet="Skerry Gazette", day="2024-06-03")
    second = make("b", other, outlet="Tavesk Times", day="2024-06-03")
    merged = make("c", [*report[:4], *other[:4]], outlet="Echo Hub", day="2024-06-05")
    assert sorted((r.original, r.copy) for r in traced(bare, first, second, merged)) == [("a", "c"), ("b", "c")]


def test_an_outlets_own_earlier_version_is_nearer_than_the_text_it_carried(
    make: Make, bare: Bare, report: list[str]
) -> None:
    wire = make("w", report, outlet="Northwire", agency="Northwire", day="2024-06-03")
    carried = make("c", report[:-1], outlet="Morning Cod", agency="Northwire", day="2024-06-03")
    later = make(
        "d", [*report[:-1], "It was last lit in May."], outlet="Morning Cod", agency="Northwire", day="2024-06-04"
    )
    assert sorted((r.original, r.copy, r.type) for r in traced(bare, wire, carried, later)) == [
        ("c", "d", "update"), ("w", "c", "syndicated"),
    ]  # fmt: skip


def test_a_copy_lightly_spun_is_rewritten_and_house_style_is_not(make: Make, bare: Bare, report: list[str]) -> None:
    swaps = {" sold ": " traded ", " told ": " informed ", " kept ": " tended ", "whether": "if", "glass": "pane"}
    swaps |= {"old ": "aged ", "letter": "note", "retired": "former", "plans": "intends", " shown ": " handed "}
    swaps |= {"explain": "clarify", "sailors": "mariners", "collector": "buyer"}
    spun = list(report)
    for before, after in swaps.items():
        spun = [part.replace(before, after) for part in spun]
    style = [part.replace("Mr ", "").replace("harbour", "harbor") for part in report]
    rows = traced(bare, make("a", report, day="2024-06-03"), make("b", spun, day="2024-06-04"))
    assert [row.type for row in rows] == ["rewritten"]
    rows = traced(bare, make("a", report, day="2024-06-03"), make("b", style, day="2024-06-04"))
    assert [row.type for row in rows] == ["syndicated"]


def test_a_sketch_meets_by_names_what_shares_no_three_words(make: Make, bare: Bare) -> None:
    people = [
        "Orrin Head",
        "Bettina Quorn",
        "Tavesk",
        "Ivo Marrable",
        "Skerry",
        "Lights Authority",
        "Dunmere",
        "Pell Bay",
    ]
    first = [f"Then {name} sold 1{at} lamps abroad" for at, name in enumerate(people)]
    second = [f"Afterwards, when {name} vended 1{at} lanterns overseas" for at, name in enumerate(people)]
    a, b = (set(sketch(x, bare(x))[0].keys) for x in (make("a", first), make("b", second)))
    assert a & b


def test_many_carriers_of_one_text_each_get_one_parent(make: Make, bare: Bare, report: list[str]) -> None:
    papers = [make(f"p{n:02}", report, outlet=f"Paper {n}", day="2024-06-03") for n in range(60)]
    rows = traced(bare, *papers)
    assert len(rows) == 59
    assert len({row.copy for row in rows}) == 59


def test_a_sketch_masks_quotations(make: Make, bare: Bare, report: list[str], other: list[str]) -> None:
    a, b = (set(sketch(x, bare(x))[0].keys) for x in (make("a", report), make("b", other)))
    assert a
    assert not a & b


def test_a_sketch_meets_the_sketch_of_a_rewritten_copy(
    make: Make, bare: Bare, report: list[str], spun: list[str]
) -> None:
    a, b = (set(sketch(x, bare(x))[0].keys) for x in (make("a", report), make("b", spun)))
    assert a & b


def test_a_headline_alone_has_no_keys(make: Make, bare: Bare) -> None:
    assert sketch(make("a", ["Lens sold"]), bare(make("a", ["Lens sold"])))[0].keys == ()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(4)))
def test_the_order_of_the_family_does_not_matter(
    make: Make, bare: Bare, report: list[str], spun: list[str], order: Sequence[int]
) -> None:
    family = [
        make("a", report, outlet="Morning Cod", day="2024-06-03"),
        make("b", spun),
        make("c", report[:5], outlet="Tavesk Times"),
        make("d", report[::-1]),
    ]
    mixed = [family[at] for at in order]
    assert trace(mixed, [bare(a) for a in mixed]) == trace(family, [bare(a) for a in family])
