"""A thesaurus that knows nothing of the detector: LibreOffice's English one (WordNet; Debian package mythes-en-us)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

WHERE = Path("/usr/share/mythes/th_en_US_v2.dat")
"""Where Debian puts it."""
LEAST = 4
"""Letters of the shortest word that is exchanged: shorter ones hold the sentence together."""
MOST = 6
"""Of so many synonyms, first senses first, one is drawn: spinners take the common ones and are often wrong."""
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("s", ""))


def load(path: Path = WHERE) -> dict[str, tuple[str, ...]]:
    """Word -> its synonyms of one word, in the thesaurus's order. Raises FileNotFoundError naming the package."""
    if not path.exists():
        raise FileNotFoundError(f"no thesaurus at {path}: install the Debian package mythes-en-us")
    found: dict[str, tuple[str, ...]] = {}
    lines = iter(path.read_text(encoding="utf8", errors="replace").splitlines()[1:])
    for line in lines:
        word, _, count = line.partition("|")
        senses = [next(lines) for _ in range(int(count))]
        plain = [
            synonym for sense in senses for synonym in sense.split("|")[1:] if re.fullmatch(r"[a-z]{3,14}", synonym)
        ]
        if re.fullmatch(r"[a-z]+", word) and plain:
            found[word] = tuple(dict.fromkeys(other for other in plain if other != word))[:MOST]
    return found


def synonyms(word: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The synonyms of a word of running text, in its own ending as far as plain spelling rules go; () for none."""
    if len(word) < LEAST or not word.islower() or not word.isalpha():
        return ()
    for ending, base in _ENDINGS:
        stem = word[: -len(ending)] + base
        if word.endswith(ending) and stem in known and len(stem) >= 3:
            return tuple(_with(other, ending) for other in known[stem])
    return known.get(word, ())


def _with(word: str, ending: str) -> str:
    plain = {"ies": "s", "ied": "ed"}.get(ending, ending)
    if plain == "s":
        return (
            word[:-1] + "ies"
            if re.search(r"[^aeiou]y$", word)
            else word + ("es" if re.search(r"(s|x|ch|sh)$", word) else "s")
        )
    if word.endswith("e"):
        return word[:-1] + plain
    return word[:-1] + "ied" if plain == "ed" and re.search(r"[^aeiou]y$", word) else word + plain
