"""Puts uv into .tools/, from nothing but Python 3.11 and a package index: no pip, no ensurepip, no compiler, no root.

    python3 setup/tools.py

A virtual environment is made without pip; pip's wheel is fetched by Python itself and checked by its hash; pip, run
from its wheel, installs uv by hash. The index is PIP_INDEX_URL or UV_DEFAULT_INDEX where one is set.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path
from urllib.parse import urldefrag, urljoin

WHEEL = "pip-26.3-py3-none-any.whl"
SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
INDEX = os.environ.get("PIP_INDEX_URL") or os.environ.get("UV_DEFAULT_INDEX") or "https://pypi.org/simple/"
HERE = Path(__file__).resolve().parent
TOOLS = HERE.parent / ".tools"


def fetch(url: str) -> bytes:
    """The bytes at an address; three tries, since a first run should not fail on a hiccup."""
    for left in (2, 1, 0):
        try:
            with urllib.request.urlopen(url, timeout=120) as answer:
                return bytes(answer.read())
        except OSError as fault:
            if not left:
                sys.exit(f"a package index is needed; {url} cannot be read ({fault}): set PIP_INDEX_URL to another")
    raise AssertionError


def wheel() -> Path:
    """pip's wheel, fetched once and held to its hash."""
    path = TOOLS / WHEEL
    if not path.is_file():
        page = urljoin(INDEX.rstrip("/") + "/", "pip/")
        links = re.findall(r'href="([^"]+)"', fetch(page).decode("utf8", "replace"))
        link = next((link for link in links if urldefrag(link)[0].endswith(WHEEL)), None)
        if link is None:
            sys.exit(f"{page} must list {WHEEL}, and does not: set PIP_INDEX_URL to an index that does")
        path.write_bytes(fetch(urljoin(page, urldefrag(link)[0])))
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        path.unlink()
        sys.exit(f"{WHEEL} must have the hash {SHA256}; what came has another and was thrown away: try another index")
    return path


def main() -> None:
    """Makes .tools/ with uv in it."""
    if sys.version_info < (3, 11):  # noqa: UP036  this file meets whatever Python there is
        sys.exit(f"onrecord needs Python 3.11 or later; this is {sys.version.split()[0]}: run make PYTHON=python3.11")
    venv.EnvBuilder(with_pip=False, clear=True).create(TOOLS)
    python = TOOLS / "bin" / "python"
    options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
    subprocess.run([python, wheel() / "pip", "install", *options, "-r", HERE / "uv.txt"], check=True)


if __name__ == "__main__":
    main()
