"""Whether something said not to be so is said of the speaker: "she said she had never met him" denies, "she said
the mayor had never met him" does not."""

from __future__ import annotations

import re
from functools import cache

from onrecord.readings import silences
from onrecord.words import table

_TITLED = {
    "he": ("mrs", "ms", "miss", "she", "her", "spokeswoman", "chairwoman"),
    "she": ("mr", "sir", "he", "his", "spokesman", "chairman"),
}
"""Words of a source that a pronoun of the other sex cannot mean."""
_PLURAL = re.compile(r"\b(?:they|we|people|both|and|all|some|several|many|[a-z]{2,}(?<!s)s)\b")


@cache
def _speaking_for() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('silences')['speaking_for'])})\b", re.IGNORECASE)


def of_self(words: str, source: str, direct: bool) -> bool:
    """Whether `words`, what `source` says, begin with a negation of the speaker's own doing. `direct`: words quoted."""
    found = silences.wording("negative").search(words[: silences.LOOKED_AT])
    if not found:
        return False
    who = found["who"].lower()
    if who in ("i", "we"):
        return True
    if _speaking_for().search(source):
        return True
    if direct:
        return False
    if who in ("he", "she", "it", "they"):
        return _agree(who, source)
    return any(
        word in source.lower().split() for word in who.split() if word not in ("the", "mr", "ms", "mrs", "his", "her")
    )


def _agree(pronoun: str, source: str) -> bool:
    """Whether a pronoun may mean the source, by number and by its title: an organisation may be "they"."""
    told = source.split(",")[0]
    if not told:
        return True
    if any(word in _TITLED.get(pronoun, ()) for word in told.lower().replace(".", "").split()):
        return False
    plural = bool(_PLURAL.search(told))
    small = told.split()[-1][:1].islower()
    return (plural or small) if pronoun == "they" else not plural
