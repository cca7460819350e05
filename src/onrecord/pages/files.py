"""Paths -> files: folders, patterns and single files, each with the uri of the page it holds."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import CallError
from onrecord.words import phrases

WEB_PAGES = (".html", ".htm", ".xhtml")
STYLES = (".css", ".js", ".mjs")
PARTS = (
    *STYLES, ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".woff", ".woff2",
    ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".download",
)  # fmt: skip
"""Files that a page is made of and that are none themselves; Chrome saves a script as `name.js.download`."""


class InputError(CallError):
    """PAGES names something that cannot be read. The message says rule, value and remedy."""


class Found(NamedTuple):
    """A file, its uri, and whether the person named it by itself (not a folder or pattern it was found by)."""

    file: Path
    uri: str
    named: bool


def find(path: str, root: Path | None) -> Iterator[Found]:
    """The files that a path names, those of a folder or pattern sorted by name; hidden ones and the pictures and
    styles a browser saved beside a page are left out. A uri is relative to `root`, by default to the folder given.
    Raises InputError for a path that is not there."""
    place = Path(path)
    if place.is_dir():
        for file in _within(place):
            yield Found(file, _uri(file, root or place), named=False)
    elif place.is_file():
        yield Found(place, _uri(place, root or place.parent), named=True)
    else:
        base = root or Path(*_fixed_parts(path))
        for file in _matching(path):
            yield Found(file, _uri(file, base), named=False)


def _within(place: Path) -> Iterator[Path]:
    shown = (file for file in place.rglob("*") if not any(p.startswith(".") for p in file.relative_to(place).parts))
    files = sorted((file for file in shown if file.is_file()), key=lambda file: file.relative_to(place).as_posix())
    assets, parts = _asset_folders(files), _part_folders(files)
    pages = (file for file in files if not assets.intersection(file.parents))
    return (file for file in pages if file.suffix.lower() not in PARTS or not parts.intersection(file.parents))


def _asset_folders(files: Iterable[Path]) -> set[Path]:
    """The folders that hold what a browser saved beside a page: `story.html` has `story_files`."""
    pages = (file for file in files if file.suffix.lower() in WEB_PAGES)
    return {page.with_name(page.stem + ending) for page in pages for ending in phrases("saved_folders", "endings")}


def _part_folders(files: Sequence[Path]) -> set[Path]:
    """The folders beside a page that a browser named, or that hold styles or scripts: the page may have been renamed,
    and other tools that save pages whole have names of their own. What is a page there is read all the same."""
    beside = {file.parent for file in files if file.suffix.lower() in WEB_PAGES}
    endings = phrases("saved_folders", "endings")
    styled = {folder for file in files if file.suffix.lower() in STYLES for folder in file.parents}
    folders = {folder for file in files for folder in file.parents if folder.parent in beside}
    return {folder for folder in folders if folder in styled or folder.name.endswith(endings)}


def _matching(pattern: str) -> list[Path]:
    if not glob.has_magic(pattern):
        raise InputError(f"PAGES must exist; {pattern!r} does not: check the name or the pattern")
    found = sorted(name for name in glob.glob(pattern, recursive=True) if Path(name).is_file())
    if not found:
        raise InputError(f"PAGES must exist; {pattern!r} does not: check the name or the pattern")
    return [Path(name) for name in found]


def _fixed_parts(pattern: str) -> list[str]:
    """The folders of a pattern before its first wildcard."""
    parts: list[str] = []
    for part in Path(pattern).parts[:-1]:
        if glob.has_magic(part):
            break
        parts.append(part)
    return parts


def _uri(file: Path, base: Path) -> str:
    try:
        return file.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        return file.name
