"""Names in bylines, cleaned, and the names that markup marks as authors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import cut
from onrecord.articles.authors import marked, people_in, told_by
from onrecord.nouns import Document

BODY = "".join(
    f"<p>The ferry company said on its quay that crossing {n} would run as planned all year.</p>" for n in range(8)
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ida Marsh", ["Ida Marsh"]),
        ("By Ida Marsh and Tom Reed in Tarnmouth", ["Ida Marsh", "Tom Reed"]),
        ("Von Ida Marsh und Tom Reed", ["Ida Marsh", "Tom Reed"]),
        ("Por Ana Ruiz y Luis Vega", ["Ana Ruiz", "Luis Vega"]),
        ("Ida Marsh (ida.marsh@tarn.example) @idamarsh", ["Ida Marsh"]),
        ("Author: Ida Marsh | 3 May 2031, 10:20 am", ["Ida Marsh"]),
        ("Ida Marsh, Tom Reed, PhD", ["Ida Marsh", "Tom Reed"]),
        ("Ola de la Cruz", ["Ola de la Cruz"]),
        ("Posted by Ida Marsh on 3 May 2031", ["Ida Marsh"]),
        ("Veröffentlicht am 3. Mai 2031", []),
        ("Mittwoch", []),
        ("View Comments", []),
        ("No Author", []),
        ("The ferry will not run again, the company said on Monday", []),
    ],
)
def test_a_byline_is_its_names_and_nothing_else(line: str, names: list[str]) -> None:
    assert people_in(line) == names


def test_a_name_after_by_in_the_middle_of_a_line_is_found() -> None:
    assert told_by("Posted on 3 May 2031 by Ida Marsh") == ["Ida Marsh"]


@pytest.mark.parametrize(
    "html",
    [
        "<span class='author vcard'><a class='url fn n' href='/who'>ida77</a></span>",
        "<a href='/x' rel='author'>ida77</a>",
        "<p>von <a href='https://tarn.example/author/ida/' title='All'>ida77</a></p>",
        "<span itemprop='author'>ida77</span>",
    ],
)
def test_a_marked_author_is_taken_as_written(html: str) -> None:
    assert marked(f"<h1>Quay</h1>{html}<p>Body.</p>") == ["ida77"]


def test_authors_marked_side_by_side_are_all_taken_and_those_of_comments_none() -> None:
    html = "<a rel='author'>Ida Marsh</a>, <a rel='author'>Tom Reed</a>" + "<p>Body.</p>" * 200
    assert marked(html + "<cite class='comment-author'>Ola</cite><a rel='author'>Late</a>") == ["Ida Marsh", "Tom Reed"]


def test_people_go_before_a_desk_and_a_desk_before_the_outlet() -> None:
    def byline(declared: str, shown: str) -> str | None:
        html = f"<meta name='author' content='{declared}'><meta property='og:site_name' content='Tarn Times'>"
        html += f"<h1>Quay to close for a year</h1><p class='byline'>{shown}</p>{BODY}"
        page = Document(page="p", uri="https://tarn.example/a", media_type="text/html", captured=None, text=html)
        return cut(page)[0][0].byline

    assert byline("Tarn Times", "By Ida Marsh") == "Ida Marsh"
    assert byline("Redaktion", "By Ida Marsh") == "Ida Marsh"
    assert byline("Tarn Times", "By Staff") == "Staff"
    assert byline("Ida Marsh", "By Tom Reed") == "Ida Marsh"


@given(st.text(alphabet="<>a \"'=classhref/author", max_size=300))
def test_hostile_marks_give_short_names(html: str) -> None:
    assert all(1 < len(name) <= 60 for name in marked(html))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Cora Pell, Diplomatic Editor", ["Cora Pell"]),
        ("By Cora Pell, Ports Correspondent, and Tom Reed", ["Cora Pell", "Tom Reed"]),
        ("By Cora Pell, Chief Reporter in Skar", ["Cora Pell"]),
        ("By Cora Pell, Tom Reed", ["Cora Pell", "Tom Reed"]),
    ],
)
def test_a_role_behind_a_name_is_nobody(line: str, names: list[str]) -> None:
    assert people_in(line) == names
