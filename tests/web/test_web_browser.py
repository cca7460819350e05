"""The dossier in a browser, from the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from onrecord.web.dossier import write
from onrecord.web.shelf import Rows

pytestmark = pytest.mark.browser

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


def test_a_reader_gets_from_a_figure_to_the_characters(browser: Browser, book: Rows, tmp_path: Path) -> None:
    page = browser.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.goto(write(book, tmp_path).as_uri())
    page.get_by_role("link", name="4 statements").first.click()
    page.get_by_role("link", name="Show me where").first.click()
    marked = page.locator("mark:target")
    assert marked.inner_text() == "Dara Venn, said that the dam “leaked”"
    assert marked.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid", "the sheet is not in force"
    assert troubles == []
    page.close()


def test_no_page_is_wider_than_a_phone(browser: Browser, hostile_book: Rows, tmp_path: Path) -> None:
    write(hostile_book, tmp_path)
    page = browser.new_page(viewport={"width": 390, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    one_of_each = {path.name.split("-")[0]: path for path in sorted(tmp_path.rglob("*.html"))}
    for path in one_of_each.values():
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path.name
    assert [url for url in asked if not url.startswith("file:")] == []
    page.close()
