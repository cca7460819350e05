"""Who knows, once the echoes are taken away."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from origins_desk import Desk, Told, desk, document, outlet, people, person


def test_an_outlet_that_cites_another_adds_nothing_to_it() -> None:
    story = desk(
        Told("The Gull", (people("two harbour pilots"),)),
        Told("Heron", (outlet("The Gull"),)),
        Told("Swift", (outlet("Heron"),)),
    )
    origins, tally = story.counted()
    assert [o.label for o in origins] == ["two harbour pilots"]
    assert origins[0].articles == ("article-000", "article-001", "article-002")
    assert (tally.origins_from, tally.origins_to, tally.cycles) == (1, 1, ())


def test_an_outlet_outside_the_pile_is_a_black_box() -> None:
    assert desk(Told("Heron", (outlet("The Gull"),)), Told("Swift", (outlet("the Gull"),))).labels() == ["The Gull"]


def test_a_black_box_whose_people_are_cited_is_those_people() -> None:
    story = desk(Told("Heron", (outlet("The Gull"),)), Told("Swift", (outlet("The Gull"), people("unnamed officials"))))
    (origin,), _ = story.counted()
    assert origin.label == "unnamed officials"
    assert [link.text for link in origin.path] == ["Swift", "The Gull", "unnamed officials"]


def test_unnamed_people_and_papers_of_one_outlet_count_once() -> None:
    story = desk(
        Told("The Gull", (people("four people with knowledge of the sale"),)),
        Told("The Gull", (document("an internal memo"),)),
    )
    _, tally = story.counted()
    assert len(tally.origins) == 1


def test_unnamed_people_of_two_outlets_may_be_the_same() -> None:
    _, tally = desk(Told("Gull", (people("officials"),)), Told("Heron", (people("officials"),))).counted()
    assert (len(tally.origins), tally.origins_from, tally.origins_to) == (2, 1, 2)


def test_people_told_apart_widen_the_interval() -> None:
    story = desk(Told("Gull", (people("two pilots"),)), Told("Gull", (people("another person"),)))
    _, tally = story.counted()
    assert (len(tally.origins), tally.origins_from, tally.origins_to) == (1, 1, 2)


def test_a_person_with_a_name_counts_once_wherever_cited() -> None:
    story = desk(
        Told("Gull", (person("Tove Lind"),)),
        Told("Heron", (person("Tove Lind"),)),
        Told("Heron", (person("Omar Reyes"),)),
    )
    assert story.labels() == ["Omar Reyes", "Tove Lind"]


def test_who_denies_is_no_origin() -> None:
    story = desk(
        Told("Gull", (person("Tove Lind"),)), Told("Gull", (person("Ada Quist"),), stance="denies", act="denies")
    )
    assert story.labels() == ["Tove Lind"]


def test_an_outlet_in_its_own_voice_is_an_origin() -> None:
    story = desk(Told("Gull", ()), Told("Heron", (outlet("Gull"),)))
    assert story.labels() == ["Gull"]


def test_an_outlets_own_voice_is_not_one_more_beside_its_sources() -> None:
    assert desk(Told("Gull", ()), Told("Gull", (people("two pilots"),))).labels() == ["two pilots"]


def test_two_carriers_of_one_agency_are_one() -> None:
    story = desk(
        Told("Gull", (people("a diplomat"),), agency="Corvus"),
        Told("Heron", (people("the diplomat"),), agency="CORVUS"),
    )
    assert len(story.counted()[0]) == 1


def test_a_copy_speaks_with_its_originals_voice() -> None:
    told = (Told("Gull", (people("two pilots"),)), Told("Heron", (people("two aviators"),)))
    assert len(desk(*told).counted()[0]) == 2
    assert len(desk(*told, copies=((0, 1),)).counted()[0]) == 1


def test_a_document_knows_better_than_who_tells_of_it() -> None:
    story = desk(
        Told("Gull", (people("three directors"),)),
        Told("Gull", (people("three directors"), document("the Orme & Pell report")), parent=0),
        Told("Heron", (document("a report by the law firm Orme & Pell"),)),
    )
    assert len(story.labels()) == 1
    assert "Orme & Pell" in story.labels()[0]


def test_who_is_said_to_have_asked_is_not_who_knows() -> None:
    story = desk(
        Told("Gull", (people("a former envoy"),)),
        Told("Gull", (people("a former envoy"), person("Ada Quist")), act="requests", stance="relays", parent=0),
    )
    assert story.labels() == ["a former envoy"]


def test_a_report_told_by_who_denies_it_is_the_outlets() -> None:
    story = desk(
        Told("Gull", (person("Ada Quist"),), stance="denies", act="denies"),
        Told("Gull", (person("Ada Quist"), outlet("Heron")), stance="relays", parent=0),
    )
    assert story.labels() == ["Heron"]


def test_confirming_a_part_makes_no_origin_of_the_whole() -> None:
    story = desk(Told("Gull", (people("two pilots"),)), Told("Gull", (person("Ada Quist"),), meets="partial"))
    assert story.labels() == ["two pilots"]


def test_the_source_of_a_citing_outlet_is_the_cited_ones_where_descriptions_agree() -> None:
    cited = Told("Gull", (people("a former envoy who was told of the talks"),))
    borrowed = Told("Heron", (people("a former envoy"),))
    assert len(desk(cited, borrowed).labels()) == 2
    assert desk(cited, borrowed, Told("Heron", (outlet("Gull"),), parent=1)).labels() == [cited.chain[0][0]]


def test_the_same_many_words_in_two_outlets_are_one_source() -> None:
    words = "a clerk who oversees the ferry tenders closely"
    assert desk(Told("Gull", (people(words),)), Told("Heron", (people(words),))).labels() == [words]
    vague = "officials familiar with the matter"
    assert len(desk(Told("Gull", (people(vague),)), Told("Heron", (people(vague),))).labels()) == 2


def test_an_outlet_nobody_names_is_no_origin_beside_another() -> None:
    story = desk(Told("Gull", (people("two pilots"),)), Told("Heron", (outlet("the local newspaper"),)))
    assert story.labels() == ["two pilots"]
    assert desk(Told("Heron", (outlet("the local newspaper"),))).labels() == ["the local newspaper"]


def test_words_that_hold_an_outlets_name_mean_that_outlet() -> None:
    story = desk(
        Told("Orme Gull", (people("two pilots"),)),
        Told("Heron", (outlet("Orme Gull, the trade website"),)),
        Told("Swift", (outlet("several outlets, including Heron"),)),
    )
    assert story.labels() == ["two pilots"]


def test_origins_come_in_the_order_of_publication() -> None:
    story = desk(
        Told("Gull", (person("Tove Lind"),), day="2031-03-09"), Told("Heron", (person("Omar Reyes"),), day="2031-03-01")
    )
    origins, tally = story.counted()
    labels = {o.id: o.label for o in origins}
    assert [labels[i] for i in tally.origins] == ["Omar Reyes", "Tove Lind"]


def test_a_label_is_no_pronoun_where_there_are_words() -> None:
    story = desk(Told("Gull", (people("they"),)), Told("Gull", (people("two pilots"),)))
    assert story.labels() == ["two pilots"]


def test_a_circle_adds_no_origin_and_is_listed() -> None:
    story = desk(
        Told("Gull", (people("two pilots"),), day="2031-03-01"),
        Told("Heron", (outlet("Gull"),), day="2031-03-02"),
        Told("Swift", (outlet("Heron"),), day="2031-03-03"),
        Told("Gull", (outlet("Swift"),), day="2031-03-04"),
    )
    origins, tally = story.counted()
    assert [o.label for o in origins] == ["two pilots"]
    assert tally.cycles == (("article-003", "article-002", "article-001"),)


def test_a_circle_closed_by_a_mere_mention_is_listed() -> None:
    story = desk(
        Told("Gull", (people("two pilots"),)),
        Told("Heron", (outlet("Gull"),)),
        Told("Gull", (outlet("Heron"),), stance="relays", meets="partial"),
    )
    assert story.counted()[1].cycles == (("article-002", "article-001"),)
    assert story.labels() == ["two pilots"]


def test_a_circle_that_nobody_feeds_is_one_origin_the_first() -> None:
    story = desk(
        Told("Gull", (outlet("Swift"),), day="2031-03-03"),
        Told("Heron", (outlet("Gull"),), day="2031-03-02"),
        Told("Swift", (outlet("Heron"),), day="2031-03-05"),
    )
    assert story.labels() == ["Heron"]


@st.composite
def stars(draw: st.DrawFn) -> tuple[Desk, int]:
    """Outlets with sources of their own, and any number of outlets that each cite one told of before."""
    roots = draw(st.integers(1, 5))
    told = []
    for at in range(roots):
        source = draw(
            st.sampled_from(
                [people("several officials"), person(f"Person {'ABCDE'[at]}x"), document(f"a {'ABCDE'[at]}x memo")]
            )
        )
        told.append(Told(f"Root {'abcde'[at]}", (source,)))
    for at in range(draw(st.integers(0, 12))):
        cited = draw(st.sampled_from([t.outlet for t in told]))
        told.append(Told(f"Echo {'abcdefghijkl'[at]}", (outlet(cited),)))
    order = draw(st.permutations(told))
    return desk(*order), roots


@settings(max_examples=150, deadline=None)
@given(stars())
def test_a_star_of_echoes_counts_its_roots(star: tuple[Desk, int]) -> None:
    story, roots = star
    origins, tally = story.counted()
    assert len(origins) == roots
    assert tally.origins_from <= roots <= tally.origins_to
    assert tally.cycles == ()
    assert {article for o in origins for article in o.articles} == {a.id for a in story.articles}


@st.composite
def rings(draw: st.DrawFn) -> tuple[Desk, int, int]:
    """Separate circles of outlets, some fed from outside, with echoes hanging on: (desk, origins, circles)."""
    circles, told = draw(st.integers(1, 3)), []
    for ring in range(circles):
        size = draw(st.integers(2, 5))
        names = [f"Ring {'abc'[ring]} {'abcde'[at]}" for at in range(size)]
        told += [
            Told(name, (outlet(names[(at + 1) % size]),), day=f"2031-03-0{at + 1}") for at, name in enumerate(names)
        ]
        if draw(st.booleans()):
            told.append(Told(draw(st.sampled_from(names)), (people("several officials"),)))
        if draw(st.booleans()):
            told.append(Told(f"Echo {'abc'[ring]}", (outlet(draw(st.sampled_from(names))),)))
    return desk(*draw(st.permutations(told))), circles, circles


@settings(max_examples=150, deadline=None)
@given(rings())
def test_every_circle_is_found_and_counts_once(ring: tuple[Desk, int, int]) -> None:
    story, origins, circles = ring
    found, tally = story.counted()
    assert (len(found), len(tally.cycles)) == (origins, circles)
    cited = {s.chain[-1].text for s in story.statements if len(s.chain) > 1}
    homes = {a.id: a.outlet for a in story.articles}
    assert all(homes[article] in cited for cycle in tally.cycles for article in cycle)


@settings(max_examples=60, deadline=None)
@given(rings(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(ring: tuple[Desk, int, int], random: Random) -> None:
    story = ring[0]
    mixed = Desk(*(random.sample(rows, len(rows)) for rows in story))  # type: ignore[arg-type]
    assert story.counted() == mixed.counted()


def test_a_copy_adds_no_origin_that_its_original_does_not_name() -> None:
    told = desk(
        Told("Gull", (people("two pilots"),)),
        Told("Tern", (people("two pilots"),)),
        Told("Tern", (person("Ada Quist"),)),
        copies=((0, 1), (0, 2)),
    )
    assert told.labels() == ["two pilots"]
