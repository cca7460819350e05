"""The stream of a page's tags: which text stands together, in which element, in links or bold."""

import pytest

from onrecord.articles.stream import Stream, read


def told(html: str) -> list[tuple[str, str]]:
    stream = read(html)
    return [(stream.elements[piece.element].tag, piece.text) for piece in stream.pieces]


def test_blocks_and_line_breaks_part_the_text_and_nothing_else_does() -> None:
    assert told("<div>one <i>two</i><br>three<p>four</p>five</div>six") == [
        ("div", "one two"),
        ("div", "three"),
        ("p", "four"),
        ("div", "five"),
        ("", "six"),
    ]


def test_end_tags_that_may_be_left_out_are_supplied() -> None:
    assert told("<ul><li>one<li>two</ul><p>three<div>four</div>") == [
        ("li", "one"),
        ("li", "two"),
        ("p", "three"),
        ("div", "four"),
    ]
    rows = read("<table><tr><td>one<td>two<tr><td>three</table>")
    depth = {piece.text: rows.elements[piece.element].parent for piece in rows.pieces}
    assert depth["one"] == depth["two"] != depth["three"]


def test_a_stray_end_tag_closes_nothing_it_does_not_hold() -> None:
    assert told("<table><tr><td>one</div>two</td></tr></table>")[1] == ("td", "two")
    assert told("<div>one</p>two</div>")[1] == ("div", "two")


def test_links_side_by_side_are_words_side_by_side() -> None:
    assert told("<a>Home</a><a>Sport</a> <b>b</b><b>c</b>") == [("", "Home Sport bc")]


def test_the_share_in_links_and_in_bold_is_counted() -> None:
    linked, bold = read("<p>1234 <a>5678</a></p><p><strong>all of it</strong></p>").pieces
    assert (linked.linked, linked.bold, bold.bold) == (0.5, False, True)


def test_a_link_that_is_never_closed_ends_with_its_block() -> None:
    assert [piece.linked for piece in read("<div><a>one</div><div>two</div>").pieces] == [1.0, 0.0]


@pytest.mark.parametrize("tag", ["svg", "noscript", "select", "object", "template", "video"])
def test_what_is_no_text_is_left_out_with_all_it_holds(tag: str) -> None:
    assert told(f"<p>one<{tag}><p>not<{tag}>seen</{tag}>here</{tag}>two") == [("p", "onetwo")]


def test_what_is_no_text_and_never_ends_ends_with_the_element_around_it() -> None:
    assert told("<div>one<select><option>not</div>two") == [("div", "one"), ("", "two")]


def test_the_title_is_the_first_and_no_text() -> None:
    stream = read("<title>Quay &amp; berth</title><svg><title>icon</title></svg><p>one")
    assert (stream.title, [piece.text for piece in stream.pieces]) == ("Quay & berth", ["one"])


def test_references_are_resolved_and_controls_dropped() -> None:
    assert told("<p>Tar&amp;Co &#8211; \u0001quay\x00&nbsp;&nbsp;two") == [("p", "Tar&Co – quay two")]


def test_declarations_moments_and_scripts_are_kept() -> None:
    stream = read(
        '<html lang="en"><meta property="og:title" content=" A  b "><link rel=canonical href="/q">'
        '<script type="application/ld+json">{"a": 1}</script><script>x</script>'
        '<time class="published" datetime="2021-02-03">then</time>'
    )
    assert stream.metas == [("lang", "en"), ("og:title", "A b"), ("canonical", "/q")]
    assert stream.scripts == ['{"a": 1}']
    assert [moment[:2] for moment in stream.times] == [("marked", "2021-02-03")]


def test_a_tower_of_elements_is_read_to_its_top() -> None:
    stream: Stream = read("<div>" * 100_000 + "quay")
    assert [piece.text for piece in stream.pieces] == ["quay"]
    assert not stream.unread
