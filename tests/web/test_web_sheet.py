"""The stylesheet: contrast, and nothing fetched from anywhere."""

from __future__ import annotations

import re

import pytest

from onrecord.web.rendering import assets

SHEET = assets()["onrecord.css"].decode("utf8")
GROUNDS = ("paper", "sheet", "says", "denies", "silent", "thinks", "told")


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))


LIGHT = colours(SHEET.partition(":root {")[2].partition("}")[0])
DARK = colours(SHEET.partition("prefers-color-scheme: dark")[2].partition("}")[0])


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_links_reach_contrast_aa_on_the_page(scheme: dict[str, str]) -> None:
    poor = {name: contrast(scheme[name], scheme["paper"]) for name in ("ink", "soft", "link", "accent")}
    assert {name: ratio for name, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_and_links_reach_contrast_aa_on_every_ground(scheme: dict[str, str], ground: str) -> None:
    assert contrast(scheme["ink"], scheme[ground]) >= 4.5
    assert contrast(scheme["link"], scheme[ground]) >= 4.5


def test_the_sheet_fetches_nothing() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET
