"""View models into HTML: one environment for the server and the dossier, escaping on, undefined names an error."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.web.links import FOLDER, HOME, numbered
from onrecord.web.markup import Pieces, count, marked, moment
from onrecord.web.rows import clip
from onrecord.web.site import LISTINGS, Sheet

ASSETS: dict[str, str] = {"onrecord.css": "text/css", "onrecord.svg": "image/svg+xml"}
"""Static files and their media types."""

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"
"""The Content-Security-Policy that holds in a file as well; the server adds what only a header can say."""

_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202d\u202e\ud800-\udfff]")
"""Characters shown as U+FFFD: controls and lone surrogates, which HTML cannot hold, and the two that turn the order of
what follows around, by which a page could be read as saying what it does not."""


class Place(NamedTuple):
    """Where a page stands: the way from it to the dossier's folder and to the overview, and whether a server
    answers."""

    to_folder: str
    to_home: str
    live: bool


class Page(NamedTuple):
    """A neighbouring page of a list, for the pager."""

    number: int
    href: str


def render(sheet: Sheet, *, live: bool = False) -> bytes:
    """One page as UTF-8."""
    at_home = sheet.section == "index"
    place = Place(f"{FOLDER}/" if at_home else "", HOME if at_home else f"../{HOME}", live)
    html = _environment(place).get_template(sheet.template).render(
        view=sheet.view, title=clip(sheet.title, 120), section=sheet.section, number=sheet.number,
        navigation=_navigation(place, sheet.section, sheet.stem), pages=_pages(sheet),
    )  # fmt: skip
    return _UNSHOWN.sub("\ufffd", html).encode("utf8")


def assets() -> dict[str, bytes]:
    """The files that pages ask for, by name: the one stylesheet and the icon."""
    folder = files("onrecord.web").joinpath("static")
    return {name: folder.joinpath(name).read_bytes() for name in ASSETS}


def _pages(sheet: Sheet) -> list[Page]:
    """First, last and near pages of a list that has several; none of one that has not."""
    near = {1, sheet.of, *range(sheet.number - 2, sheet.number + 3)}
    shown = sorted(number for number in near if 1 <= number <= sheet.of)
    return [Page(number, numbered(sheet.stem, number)) for number in shown] if sheet.of > 1 else []


@cache
def _navigation(place: Place, section: str, stem: str) -> Markup:
    """The ways to every list, the same on all pages of a section."""
    listed = stem if any(listing.stem == stem for listing in LISTINGS) else ""
    page = _environment(place).get_template("navigation.html")
    return Markup(page.render(home=place.to_home, section=section, stem=listed, sections=LISTINGS))


@cache
def _environment(place: Place) -> Environment:
    """Templates of the pages that stand in one place: the way to the folder is the same for all their links."""
    made = Environment(
        loader=PackageLoader("onrecord.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, auto_reload=False,
    )  # fmt: skip
    pieces = Pieces(place.to_folder)
    made.globals.update(ref=pieces.ref, names=pieces.names, chain=pieces.chain, moment=moment, marked=marked)
    made.globals.update(count=count, folder=place.to_folder, live=place.live, place=place, policy=POLICY)
    return made
