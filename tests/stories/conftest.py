"""Invented accounts of invented matters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.nouns import Article, When

Make = Callable[..., Article]


@pytest.fixture
def make() -> Make:
    """Makes an article of a headline and a text."""

    def made(name: str, headline: str, text: str, day: str | None = None) -> Article:
        when = When(from_=day, to=day, precision="day", edtf=day, text=None, basis="test") if day else None
        return Article(
            id=name, page="page-1", place=0, url=None, headline=headline, byline=None, outlet=None, agency=None,
            language="en", published=when, updated=None, text=f"{headline}\n{text}", places=(), regions=("headline", "body"),
        )  # fmt: skip

    return made


@pytest.fixture
def matter(make: Make) -> list[Article]:
    """Two accounts of a lens sold at Orrin Head, one of a trial weeks later, one of a lens sold elsewhere, one of trams."""
    return [
        make(
            "a", "Keeper sells lighthouse lens",
            "Ivo Marrable, keeper of the Orrin Head lighthouse, sold its lens to the dentist Olaf Tennick of"
            " Tavesk. Minister Bettina Quorn asked the Coastal Lights Authority why Marrable had been "
            "allowed to sell the Orrin lens.",
            "2024-06-03",
        ),
        make(
            "b", "Quorn demands lens back",
            "Bettina Quorn said the lens of Orrin Head belongs to the nation. The keeper Ivo Marrable sold "
            "the lens to Olaf Tennick, a dentist in Tavesk; the Coastal Lights Authority says nobody asked "
            "it.",
            "2024-06-04",
        ),
        make(
            "c", "Tennick in court over glass",
            "In Tavesk the dentist Olaf Tennick pleaded that he bought the Orrin Head lens from Ivo Marrable"
            " in good faith. Judge Petra Sandoval adjourned the hearing; prosecutors want Tennick to return "
            "the lens before winter.",
            "2024-08-20",
        ),
        make(
            "d", "Lighthouse lens sold at auction",
            "A lens from the Galloper lighthouse in Fennmark was sold at auction by its owner, Hollis "
            "Brandt, to a museum. The keeper of Galloper, Greta Lindqvist, said the sale was legal.",
            "2024-06-04",
        ),
        make(
            "e", "Trams return to Halverton",
            "Halverton council reopened the tram depot that Mayor Rufus Oyelade closed nine years ago. The "
            "first tram left at dawn with schoolchildren and a brass band.",
            "2024-06-03",
        ),
    ]  # fmt: skip
