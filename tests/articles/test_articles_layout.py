"""What the layout says of each piece of a page, and what it is believed in."""

from onrecord.articles import cut
from onrecord.articles.judging import judged
from onrecord.articles.layout import NAMES, describe
from onrecord.articles.markup import by_rules, from_html
from onrecord.articles.stream import read
from onrecord.nouns import Document

PROSE = "The harbour board said on Monday that the crossing would run as planned through the winter. "
PAGE = (
    "<nav><a>Home</a></nav><article><h1>Quay closes</h1>"
    + "".join(f"<p>{PROSE * 2}Reason {n}.</p>" for n in range(9))
    + "</article><div class='related'><a>Pier opens for lorries after the storm of last week</a></div>"
    + "<footer>"
    + "".join(f"<div><a>{name}</a></div>" for name in ("Contact", "Imprint", "Terms"))
    + "</footer>"
)


def columns(html: str, *declared: str) -> list[dict[str, int]]:
    stream = read(html)
    rows = describe(stream, by_rules(stream), declared)
    return [dict(zip(NAMES, row, strict=True)) for row in rows.tolist()]


def test_a_piece_is_told_by_its_length_its_links_and_its_neighbours() -> None:
    home, title, first, second, *_, last = columns(PAGE)
    assert (home["linked"], home["words"], home["linked+2"]) == (100, 1, 0)
    assert (first["since_title"], first["from_end"], first["ended"], first["element_share"]) == (
        1, 12, 1, 1000,
    )  # fmt: skip
    assert title["chars+1"] == first["chars"] == second["chars-1"]
    assert last["chars+1"] == -1


def test_a_text_that_the_page_declares_marks_the_pieces_that_stand_in_it() -> None:
    assert [row["declared"] for row in columns("<p>one two</p><p>three</p>", "one two four")] == [2, 1]
    assert [row["declared"] for row in columns("<p>one two</p>")] == [0]


def test_no_word_of_a_page_is_among_the_columns() -> None:
    assert columns(PAGE) == columns(PAGE.replace("harbour", "tramway").replace("crossing", "stoppage"))


def test_an_empty_page_has_no_verdicts() -> None:
    assert judged(read(""), [], []) == []


def test_the_layout_has_no_say_on_heads() -> None:
    stream = read(PAGE)
    blocks = by_rules(stream)
    found = judged(stream, blocks, [])
    assert found[1] == blocks[1]
    assert found[1].hint == "headline"


def test_prose_that_a_name_hides_among_prose_is_body_and_teasers_are_not() -> None:
    page = PAGE.replace(f"<p>{PROSE * 2}Reason 3.</p>", f"<div class='promo'><p>{PROSE * 2}Reason 3.</p></div>")
    told = {block.text[-9:]: block for block in from_html(page).blocks}
    assert told["Reason 3."].reason is None
    assert told["last week"].reason is not None or not told["last week"].inside


def test_a_page_that_would_be_left_without_prose_keeps_what_the_rules_left() -> None:
    links = "".join(f"<div><a>{PROSE}</a> {n}</div>" for n in range(30))
    blocks = from_html(f"<div>{links}</div><p>{PROSE}</p>").blocks
    assert any(block.reason is None and block.inside for block in blocks)


def test_a_page_of_several_articles_is_still_several() -> None:
    titles = ("Quay closes for the winter", "Bridge opens to lorries again", "Ferry fares to rise by a tenth")
    card = "<article><h2>{}</h2><p class='by'>By Tom Reed</p><time>3 May 2030</time>{}</article>"
    cards = "".join(card.format(title, "".join(f"<p>{PROSE}Point {n}.</p>" for n in range(4))) for title in titles)
    links = "".join(f"<li><a>{name}</a></li>" for name in ("News", "Sport", "Weather", "Travel"))
    html = f"<nav><ul>{links}</ul></nav><main>{cards}</main><footer><p>© 2030 Tarn Media</p></footer>"
    articles, _, _ = cut(Document(page="p", uri="u", media_type="text/html", captured=None, text=html))
    assert [article.headline for article in articles] == list(titles)
    assert [article.text.count("Point") for article in articles] == [4, 4, 4]
