"""The dossier: a record as files that open in any browser, from any disk, with nothing running."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from onrecord.web.links import FOLDER, HOME
from onrecord.web.rendering import assets, render
from onrecord.web.shelf import Rows, Shelf
from onrecord.web.site import Site

MANIFEST = "files.txt"
"""Names of the files of the dossier, one a line: what a later one may remove."""

_HOME = f".{HOME}"


Progress = Callable[[str, int], None]
"""What is told how far a work has come: its name, and how much of it is done."""

EVERY = 100
"""Pages between two tellings."""


def write(record: Rows, folder: Path, progress: Progress | None = None) -> Path:
    """Writes `folder/index.html` and, under `folder/dossier/`, one file for each view, article and copy, and for the
    actors, claims and stories that bring several things together. `progress` is told ("dossier", pages written).

    Everything is written aside first and then swapped in, so that a failure leaves the older dossier whole. Files of
    an older dossier go, whatever else lies in the folders stays. The same record gives the same bytes. Returns the
    path of `index.html`. Raises OSError where the folder cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh, current, old = folder / f".{FOLDER}.new", folder / FOLDER, folder / f".{FOLDER}.old"
    _clear(fresh)
    _restore(old, current)
    fresh.mkdir()
    home = _write_all(Site(Shelf(record)), fresh, progress)
    if current.is_dir():
        current.rename(old)
    fresh.rename(current)
    os.replace(current / home.name, folder / HOME)
    if old.is_dir():
        _keep_foreign(old, current)
        _clear(old)
    return folder / HOME


def _write_all(site: Site, fresh: Path, progress: Progress | None) -> Path:
    """Writes every page into `fresh`; the overview under another name, since it belongs one folder up."""
    names = [MANIFEST]
    every = site.names()
    for done, name in enumerate(every, 1):
        sheet = site.sheet(name)
        if sheet is not None and name != HOME:
            (fresh / name).write_bytes(render(sheet))
            names.append(name)
        if progress and (done % EVERY == 0 or done == len(every)):
            progress("dossier", done)
    for name, content in assets().items():
        (fresh / name).write_bytes(content)
        names.append(name)
    (fresh / MANIFEST).write_text("".join(f"{name}\n" for name in sorted(names)), encoding="ascii", newline="\n")
    (fresh / _HOME).write_bytes(render(site.home()))
    return fresh / _HOME


def _keep_foreign(old: Path, current: Path) -> None:
    """Moves into the new dossier's folder what somebody else put into the old one's."""
    manifest = old / MANIFEST
    ours = set(manifest.read_text(encoding="utf8", errors="replace").split("\n")) if manifest.is_file() else set()
    for entry in sorted(old.iterdir()):
        if entry.name not in ours and not (current / entry.name).exists():
            entry.rename(current / entry.name)


def _restore(old: Path, current: Path) -> None:
    """Undoes a swap that was cut short between its two steps, and drops what one left behind after them."""
    if old.is_dir() and not current.exists():
        old.rename(current)
    elif old.is_dir():
        _keep_foreign(old, current)
        _clear(old)


def _clear(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
