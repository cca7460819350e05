"""An invented report and how it comes back: whole, rewritten, cut, lifted from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from onrecord.nouns import Article, Quote, Reading, Region, When

Make = Callable[..., Article]


def _when(day: str) -> When:
    return When(from_=day, to=day, precision="day", edtf=day, text=None, basis="test")


@pytest.fixture
def make() -> Make:
    """Makes an article of a headline and paragraphs."""

    def made(
        name: str, paragraphs: Sequence[str], headline: str | None = None, outlet: str | None = None,
        agency: str | None = None, day: str | None = None,
    ) -> Article:  # fmt: skip
        lines = ([headline] if headline else []) + list(paragraphs)
        head: list[Region] = ["headline"] if headline else []
        body: list[Region] = ["body" for _ in paragraphs]
        return Article(
            id=name, page="page-1", place=0, url=None, headline=headline, byline=None, outlet=outlet, agency=agency,
            language="en", published=_when(day) if day else None, updated=None, text="\n".join(lines), places=(),
            regions=(*head, *body),
        )  # fmt: skip

    return made


@pytest.fixture
def report() -> list[str]:
    """Seven paragraphs of a report on an invented lighthouse."""
    return [
        "The keeper of the Orrin Head lighthouse has sold its lens to a collector in Tavesk for $4.2 million,"
        " the Skerry Gazette reported on Monday.",
        "Bettina Quorn, the harbour minister, said she had not been told of the sale and would ask the "
        "Coastal Lights Authority to explain it by the end of June.",
        "“A lens is not a souvenir, and nobody sells what sailors steer by,” she said.",
        "Two officials at the authority, who asked not to be named, said the keeper had shown them a letter "
        "of consent dated 3 March 2021.",
        "Ivo Marrable, who has kept the light since he was nineteen, told the newspaper that the old glass "
        "had been cracked and was of no use to ships.",
        "“I asked three times for a new one,” Mr Marrable said. “Nobody ever answered me.”",
        "The collector, a retired dentist, declined to say where the lens is kept or whether he plans to lend"
        " it to a museum.",
    ]


@pytest.fixture
def spun() -> list[str]:
    """The report after a machine put other words for its words."""
    return [
        "The guardian of the Orrin Head lighthouse has sold its lens to a gatherer in Tavesk for $42 million,"
        " the Skerry Gazette reported Monday.",
        "Bettina Quorn, the port secretary, said she had been informed of the sale and would ask the Coastal "
        "Lights Agency to clarify it by the end of July.",
        "A lens is not a keepsake, and no one sells what sailors steer by, she said.",
        "Two officers at the authority, who asked not to be identified, said the guardian had shown them a "
        "letter of consent dated 3 March 2021.",
        "Ivo Marrable, who has kept the light since he was nineteen, told the newspaper that the ancient "
        "glass had been cracked and was of no use to vessels.",
        "I asked three times for a new one, Mr Marrable said. Nobody ever replied to me.",
        "The gatherer, a retired dentist, declined to say where the lens is stored or if he plans to lend it "
        "to a museum.",
    ]


@pytest.fixture
def other() -> list[str]:
    """Another outlet's own account of the same report: the quotations are the same, the sentences are not."""
    return [
        "Questions are being asked in Tavesk after word got out that the great glass eye of Orrin Head now "
        "sits in a private home.",
        "According to the Skerry Gazette, a wealthy enthusiast paid millions for it.",
        "The government was furious. “A lens is not a souvenir, and nobody sells what sailors steer by,” "
        "minister Bettina Quorn told reporters outside parliament.",
        "For his part the lighthouse man pleads neglect. “I asked three times for a new one,” he told the "
        "paper. “Nobody ever answered me.”",
        "Fishing crews along the Skerry coast say they noticed a dimmer beam as early as last winter and "
        "wrote to their union.",
    ]


@pytest.fixture
def bare() -> Callable[[Article], Reading]:
    """A reading that shows nothing: the stages find sentences and quotations by themselves."""

    def read(article: Article, quotes: tuple[Quote, ...] = ()) -> Reading:
        return Reading(article=article.id, reader="none", sentences=(), quotes=quotes, mentions=(), attributions=())

    return read
