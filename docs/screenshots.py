"""Draws the pictures that the README shows, from the dossier of the sample pile.

    uv run python docs/screenshots.py            # writes docs/images/overview.png and docs/images/copy.png

Needs Playwright for Python and Chromium (on the PATH, or the one that Playwright installs).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from onrecord import web
from onrecord.record import Record

IMAGES = Path(__file__).resolve().parent / "images"
WIDTH, HEIGHT = 1280, 860
LARGEST = 300_000
"""Bytes of a picture: what a README can bear."""


def dossier(folder: Path) -> Path:
    """The dossier of the sample pile, written into `folder`."""
    with as_file(files("onrecord") / "samples" / "pile") as pile, Record.create(folder / "record.db") as record:
        record.add([str(pile)])
        return web.write(record, folder)


def most_changed(home: Path) -> Path:
    """The copy page with the most changes: the rewritten copy."""
    return max(home.parent.glob("dossier/copy-*.html"), key=lambda path: path.read_text("utf8").count('id="change-'))


def shoot(page: Page, address: Path, name: str) -> None:
    """One picture. Raises SystemExit where it grew too large."""
    page.goto(address.as_uri())
    path = IMAGES / name
    page.screenshot(path=path, clip={"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT})
    if path.stat().st_size > LARGEST:
        sys.exit(f"{path} must not be larger than {LARGEST} bytes; it has {path.stat().st_size}")


def main() -> None:
    """Both pictures."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = dossier(Path(folder))
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        shoot(page, home, "overview.png")
        shoot(page, most_changed(home), "copy.png")
        chromium.close()


if __name__ == "__main__":
    main()
