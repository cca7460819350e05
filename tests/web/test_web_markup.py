"""The smallest pieces of markup."""

from __future__ import annotations

from onrecord.web.marks import Token
from onrecord.web.markup import Pieces, count, marked, moment
from onrecord.web.moments import Moment
from onrecord.web.rows import Ref

HOSTILE = "<b>\"'&"
SAFE = "&lt;b&gt;&quot;&#x27;&amp;"


def test_a_link_counts_from_where_the_page_stands() -> None:
    assert Pieces("dossier/").ref(Ref("Venn", "actor-1.html")) == '<a href="dossier/actor-1.html"><bdi>Venn</bdi></a>'


def test_words_that_lead_nowhere_are_no_link() -> None:
    assert Pieces("").ref(Ref("Venn")) == "<bdi>Venn</bdi>"


def test_every_field_of_a_link_is_escaped() -> None:
    made = Pieces("").ref(Ref(HOSTILE, HOSTILE, HOSTILE))
    assert made == f'<a href="{SAFE}" title="{SAFE}"><bdi>{SAFE}</bdi></a>'


def test_a_stretch_of_time_is_escaped_and_machine_readable_where_it_is_a_day() -> None:
    assert moment(Moment("6 May", HOSTILE, "2031-05-06")) == f'<time datetime="2031-05-06" title="{SAFE}">6 May</time>'
    assert moment(Moment(HOSTILE, "", None)) == f"<span>{SAFE}</span>"


def test_marks_and_their_words_are_escaped() -> None:
    tokens = [Token("open", style=HOSTILE, anchor=HOSTILE, note=HOSTILE), Token("text", HOSTILE), Token("close")]
    assert marked(tokens) == f'<mark class="{SAFE}" id="{SAFE}" title="{SAFE}">{SAFE}</mark>'


def test_names_are_set_apart_and_chains_are_joined_by_arrows() -> None:
    pieces = Pieces("")
    assert pieces.names([Ref("a"), Ref("b")]) == "<bdi>a</bdi>, <bdi>b</bdi>"
    assert 'aria-label="has it from">←</span>' in pieces.chain([Ref("a"), Ref("b")])


def test_one_is_told_apart_from_many() -> None:
    assert [count(1, "copy", "copies"), count(1200, "copy", "copies")] == ["1 copy", "1,200 copies"]
