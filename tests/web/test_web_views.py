"""What the views show of the small record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec
import pytest

from onrecord.nouns import Link, Row, Statement, When
from onrecord.web.links import CHUNK, place_anchor
from onrecord.web.moments import ordinal
from onrecord.web.rows import chain_refs, said
from onrecord.web.shelf import Rows, Shelf
from onrecord.web.views import actors, articles, claims, copies, overview, pages, search, speakers, stories, timeline

MakeBook = Callable[[Iterable[Row]], Rows]


@pytest.fixture
def shelf(book: Rows) -> Shelf:
    return Shelf(book)


def test_each_figure_of_the_overview_counts_what_its_list_shows(shelf: Shelf) -> None:
    figures = {
        count.what: (count.value, count.href, count.note.text if count.note else "")
        for count in overview.glance(shelf).counts
    }
    assert figures == {
        "pages": (3, "pages.html", "1 set aside"),
        "articles": (2, "articles.html", "2 outlets"),
        "copies": (1, "copies.html", "1 change on the way"),
        "statements": (4, "who.html", "2 identified speakers"),
        "denials and silences": (2, "silences.html", ""),
        "claims": (2, "claims.html", "1 disputed"),
        "origins": (2, "origins.html", "who knows, counted for each claim"),
        "events": (1, "timeline.html", ""),
    }


def test_the_overview_names_what_is_disputed_what_nobody_stands_behind_and_what_was_set_aside(shelf: Shelf) -> None:
    seen = overview.glance(shelf)
    assert seen.title == "Osk Mill dam leaks"
    assert [row.claim.text for row in seen.disputed] == ["The dam of Osk Mill leaked"]
    assert [row.claim.text for row in seen.nameless] == ["The mill knew for a year"]
    assert [(row.uri, row.reason) for row in seen.set_aside] == [("wall.html", "a consent wall")]


def test_a_record_without_rows_has_an_overview() -> None:
    class Empty:
        def all(self, kind: str) -> Sequence[Row]:
            del kind
            return []

    assert overview.glance(Shelf(Empty())).title == "An empty record"


def test_statements_stand_under_their_speaker_with_chain_act_and_day(shelf: Shelf) -> None:
    every = speakers.spoken(shelf)
    seen = speakers.voices(shelf, every, every)
    assert [(group.voice.text, group.total) for group in seen.groups] == [("Dara Venn", 2), ("Ilo Brandt", 2)]
    relayed = next(row for row in seen.groups[0].rows if row.outlet == "Valley Wire")
    assert [link.text for link in relayed.chain] == ["Valley Wire", "The Osk Courier"]
    assert (relayed.act_words, relayed.mode_words) == ("said", "reported")
    assert relayed.said is not None
    assert relayed.said.words == "5 May 2031"
    assert relayed.where == f"{relayed.article.href}#{relayed.anchor}"


def test_an_actor_called_by_other_words_keeps_them_as_a_note(shelf: Shelf) -> None:
    silent = next(row for row in shelf.statement.values() if row.act == "no_response")
    every = [found for found in speakers.spoken(shelf) if found.row == silent]
    row = speakers.voices(shelf, every, every).groups[0].rows[0]
    assert (row.speaker.text, row.speaker.note) == ("Ilo Brandt", "Brandt")


def test_a_group_that_runs_over_a_page_is_reached_where_it_begins(make_book: MakeBook, shelf: Shelf) -> None:
    first = next(row for row in shelf.statement.values() if row.act == "says")
    speaker = msgspec.structs.replace(first.speaker, actor=None, text="a miller") if first.speaker else None
    more: list[Row] = [
        msgspec.structs.replace(first, id=f"statement-{number:04x}", speaker=speaker) for number in range(CHUNK)
    ]
    many = Shelf(make_book(more))
    every = speakers.spoken(many)
    begin, rest = (speakers.voices(many, every, part) for part in (every[:CHUNK], every[CHUNK:]))
    assert [(ref.text, ref.href, total) for ref, total in begin.names] == [
        ("a miller", "who.html#voice-0", 200),
        ("Dara Venn", "who-p2.html#voice-1", 2),
        ("Ilo Brandt", "who-p2.html#voice-2", 2),
    ]
    assert [group.anchor for group in rest.groups] == ["voice-1", "voice-2"]


def test_the_ledger_keeps_denials_and_silences_apart(shelf: Shelf) -> None:
    every = speakers.silences(shelf)
    seen = speakers.ledger(shelf, every, every)
    assert [(ref.text, ref.href, total) for ref, total in seen.counts] == [
        ("Did not respond", "silences.html#no-response", 1),
        ("Denied", "silences.html#denies", 1),
    ]
    assert [row.text for group in seen.groups for row in group.rows] == ["", "it"]


def test_what_copies_tell_in_the_same_words_stands_in_the_ledger_once(shelf: Shelf, make_book: MakeBook) -> None:
    denial = next(row for row in shelf.statement.values() if row.act == "denies")
    copied = next(article for article in shelf.article.values() if article.id != denial.article)
    lone = msgspec.structs.replace(copied, id="article-lone", page="page-lone")

    def told_in(article: str) -> Statement:
        span = msgspec.structs.replace(denial.span, article=article)
        return msgspec.structs.replace(denial, id=f"statement-in-{article}", article=article, span=span)

    many = Shelf(make_book([lone, told_in(copied.id), told_in(lone.id)]))
    every = speakers.silences(many)
    told = [row for grouped in speakers.ledger(many, every, every).groups for row in grouped.rows]
    assert sorted((row.act, row.also) for row in told) == [("denies", 0), ("denies", 1), ("no_response", 0)]


def test_a_claim_shows_its_sides_and_when_a_denial_came_before_it(shelf: Shelf) -> None:
    seen = claims.argued(shelf, claims.claims(shelf)[0])
    assert [(side.heading, len(side.rows)) for side in seen.sides] == [("Asserted by", 2), ("Denied by", 1)]
    assert seen.sides[1].rows[0].meets == "said before the claim was made"
    assert (seen.brief.origins, seen.brief.denials) == ("1 to 2", 1)


def test_a_claim_names_who_asserts_and_who_denies_it(shelf: Shelf) -> None:
    seen = claims.brief(shelf, claims.claims(shelf)[0])
    assert [ref.text for ref in seen.asserted_by] == ["Dara Venn"]
    assert [ref.text for ref in seen.denied_by] == ["Ilo Brandt"]


def test_what_a_chain_leaves_out_is_said_to_be_unknown(shelf: Shelf) -> None:
    nobody = Link(text=None, actor=None, source_kind="unspecified")
    assert [ref.text for ref in chain_refs(shelf, (nobody, nobody))] == ["outlet unknown", "nobody named"]


def test_a_claim_that_nobody_else_tells_is_no_tag(shelf: Shelf) -> None:
    row = next(row for row in shelf.statement.values() if row.act == "says" and len(row.chain) == 2)
    assert [(tag.claim.text, tag.told, tag.same) for tag in said(shelf, row).claims] == [
        ("The dam of Osk Mill leaked", 3, False)
    ]


def test_the_tree_of_a_claim_lays_chains_over_one_another(shelf: Shelf) -> None:
    (root,) = claims.argued(shelf, claims.claims(shelf)[0]).tree
    assert root.who.text == "Dara Venn"
    (courier,) = root.branches
    assert (courier.who.text, [place.text for place in courier.places]) == (
        "The Osk Courier",
        ["Mill owner admits leak"],
    )
    assert [inner.who.text for inner in courier.branches] == ["Valley Wire"]


def test_an_article_marks_its_statements_and_notes_them_beside_their_line(shelf: Shelf) -> None:
    row = next(row for row in articles.articles(shelf) if row.outlet == "The Osk Courier")
    seen = articles.whole(shelf, row)
    assert [[note.act for note in line.notes] for line in seen.lines] == [[], ["says", "denies"]]
    assert ["".join(token.text for token in line.tokens) for line in seen.lines] == row.text.split("\n")
    assert [(cut.text, cut.reason) for cut in seen.cuts] == [("Subscribe now", "a plug")]
    assert [ref.text for ref in seen.copies] == ["copied (rewritten) by Valley Wire"]


def test_an_article_can_be_entered_at_the_evidence_of_an_event(shelf: Shelf) -> None:
    (event,) = shelf.events
    seen = articles.whole(shelf, shelf.article[event.evidence[0].article])
    anchors = {token.anchor for line in seen.lines for token in line.tokens}
    assert place_anchor(event.evidence[0]) in anchors


def test_an_article_tells_what_its_expressions_of_time_mean(shelf: Shelf) -> None:
    row = next(row for row in articles.articles(shelf) if row.outlet == "The Osk Courier")
    seen = articles.whole(shelf, row)
    assert [(time.text, time.means, time.basis) for time in seen.times] == [("Monday", "5 May 2031", "the date line")]
    (mark,) = (t for line in seen.lines for t in line.tokens if t.what == "open" and t.style == "time")
    assert (mark.anchor, mark.note) == (seen.times[0].where, "5 May 2031: the date line")


def test_a_copy_sets_lines_side_by_side_and_marks_what_changed(shelf: Shelf) -> None:
    (row,) = copies.copies(shelf)
    seen = copies.beside(shelf, row)
    assert [(change.kinds, change.before, change.after) for change in seen.worded] == [
        ((("wording", "wording"),), "admits", "concedes")
    ]
    left, right = seen.rows[0]
    assert left is not None
    assert right is not None
    assert [t.anchor for t in left.tokens if t.what == "open"] == [seen.worded[0].before_at]
    assert [t.style for t in right.tokens if t.what == "open"] == ["change change-wording"]
    assert (seen.made.share, seen.made.direction) == ("72 %", "the direction is likely")


def test_copies_of_one_making_are_one_family(shelf: Shelf) -> None:
    every = copies.copies(shelf)
    assert [(f.heading, f.articles, len(f.copies)) for f in copies.families(shelf, every, every)] == [
        ("Mill owner admits leak", 2, 1)
    ]


def test_a_story_tells_its_days_outlets_and_claims(shelf: Shelf) -> None:
    (row,) = stories.stories(shelf)
    seen = stories.opened(shelf, row)
    assert (seen.told.days, seen.told.outlets) == ("6 to 7 May 2031", ("The Osk Courier", "Valley Wire"))
    assert (seen.told.articles, seen.told.copies, seen.told.statements, seen.told.claims) == (2, 1, 4, 2)


def test_an_event_is_a_bar_as_wide_as_its_stretch(shelf: Shelf) -> None:
    (year,) = timeline.years(shelf, timeline.events(shelf), timeline.events(shelf))
    bar = year.events[0].bar
    assert year.name == "2031"
    assert bar == timeline.Bar(x=328, width=85, before=False, after=False)


def test_an_open_stretch_reaches_the_edge_of_its_year(shelf: Shelf) -> None:
    (event,) = shelf.events
    since = When(from_="2031-07-01", to=None, precision="since", edtf="", text=None, basis="")
    axis = timeline.Axis(*(ordinal(day) or 0 for day in ("2031-01-01", "2031-12-31")))
    bar = timeline.happened(shelf, msgspec.structs.replace(event, when=since), axis).bar
    assert bar is not None
    assert (bar.x + bar.width, bar.after) == (timeline.WIDTH, True)


def test_an_event_is_told_with_when_it_was_said_and_published(shelf: Shelf) -> None:
    (event,) = shelf.events
    row = timeline.happened(shelf, event)
    assert row.said is not None
    assert (row.published, row.copied) == ("6 May 2031", "")


def test_a_year_has_a_lane_for_each_clock_that_ran_in_it(shelf: Shelf) -> None:
    (year,) = timeline.years(shelf, timeline.events(shelf), timeline.events(shelf))
    lanes = {lane.name: lane.number for lane in year.lanes}
    assert (lanes["happened"], lanes["published"], lanes["copied"]) == (1, 2, 1)


def test_rows_whose_stretches_meet_are_in_no_order(shelf: Shelf) -> None:
    (event,) = shelf.events
    late = When(from_="2031-05-31", to="2031-06-02", precision="days", edtf="", text=None, basis="")
    after = When(from_="2031-07-01", to="2031-07-01", precision="day", edtf="", text=None, basis="")
    rows = [event, *(msgspec.structs.replace(event, id=when.from_ or "", when=when) for when in (late, after))]
    (year,) = timeline.years(shelf, rows, rows)
    assert [row.unordered for row in year.events] == [False, True, False]


def test_a_line_from_inside_a_sentence_says_so(shelf: Shelf) -> None:
    (event,) = shelf.events
    assert timeline.happened(shelf, msgspec.structs.replace(event, line="the dam that leaked")).line.startswith("… ")


def test_an_actor_shows_forms_ties_and_first_mentions(shelf: Shelf) -> None:
    row = next(row for row in actors.actors(shelf) if row.name == "Dara Venn")
    seen = actors.known(shelf, row, actors.statements(shelf, row))
    assert seen.person.forms == ("the owner of Osk Mill",)
    assert [(bond.actor.text, bond.type, bond.target.text) for bond in seen.ties] == [
        ("Ilo Brandt", "denies", "Dara Venn")
    ]
    assert [ref.text for ref in seen.first] == ["The Osk Courier"]


def test_pages_set_aside_come_first_with_their_reason(shelf: Shelf) -> None:
    seen = pages.given(shelf, pages.pages(shelf))
    assert [(row.uri, row.read, row.reason) for row in seen] == [
        ("wall.html", False, "a consent wall"),
        ("one.html", True, None),
        ("two.html", True, None),
    ]


def test_a_row_that_points_at_nothing_is_shown_as_such(make_book: MakeBook, shelf: Shelf) -> None:
    lost = next(iter(shelf.statement.values()))
    stray = msgspec.structs.replace(lost, id="statement-00", article="article-00", parent="statement-ff")
    many = Shelf(make_book([stray]))
    every = [found for found in speakers.spoken(many) if found.row.id == "statement-00"]
    row = speakers.voices(many, every, every).groups[0].rows[0]
    assert (row.article.text, row.article.href, row.inside) == ("an article not in the record", None, None)


@pytest.mark.parametrize(
    ("snippet", "pieces"),
    [
        ("a \x02b\x03 c", [("a ", False), ("b", True), (" c", False)]),
        ("\x02b\x03\x02c\x03", [("b", True), ("c", True)]),
        ("a \x02b", [("a ", False), ("b", False)]),
        ("a\x03 b", [("a\x03 b", False)]),
    ],
)
def test_a_snippet_is_cut_at_its_markers(shelf: Shelf, snippet: str, pieces: list[tuple[str, bool]]) -> None:
    class Hit:
        id = next(iter(shelf.article))

        def __init__(self, snippet: str) -> None:
            self.snippet = snippet

    (found,) = search.results(shelf, "b", [Hit(snippet)]).found
    assert [tuple(piece) for piece in found.pieces] == pieces


def test_statements_are_listed_in_text_order(shelf: Shelf) -> None:
    for rows in shelf.statements_of_article.values():
        starts = [row.span.start for row in rows if isinstance(row, Statement)]
        assert starts == sorted(starts)
