"""What the word lists know of a word or a name: title, given name, place, kind of body, everyday word."""

from __future__ import annotations

from onrecord.nouns import ActorType
from onrecord.words import phrases, table

_TYPES = table("name_types")
_TITLES = table("name_titles")
_GIVEN = table("given_names")
_PLACES = table("name_places")
_ORDINARY = table("ordinary")


def key(words: str) -> str:
    """Letters alone, small, so that "U.S." is "us" only to the lists that hold it so."""
    return words.casefold().replace("’", "'")


def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key(name) for name in names)


MALE_TITLES, FEMALE_TITLES = frozenset(_TITLES["male"]), frozenset(_TITLES["female"])
TITLES = MALE_TITLES | FEMALE_TITLES | frozenset(_TITLES["neutral"])
OFFICE_PARTS = frozenset(_TITLES["office_parts"])
NAME_SUFFIXES = frozenset(_TITLES["suffixes"])
PARTICLES = frozenset(_TITLES["particles"])
ROLES = frozenset(_TITLES["roles"])

MALE_NAMES, FEMALE_NAMES = _keys(tuple(_GIVEN["male"].split())), _keys(tuple(_GIVEN["female"].split()))
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES | _keys(tuple(_GIVEN["neutral"].split()))
SHORT_NAMES = {key(full): tuple(key(short) for short in shorts) for full, shorts in _GIVEN["short"].items()}

PLACES = _keys(
    phrases("name_places", "countries") + phrases("name_places", "regions") + phrases("name_places", "cities")
)
PLACE_HEADS = _keys(phrases("name_places", "heads"))
PLACE_NOUNS = frozenset(_PLACES["nouns"])
PLACE_PREPOSITIONS = frozenset(_PLACES["prepositions"])

ORGANISATION_HEADS = _keys(phrases("name_types", "organisation"))
OUTLET_HEADS = _keys(phrases("name_types", "outlet"))
DOCUMENT_HEADS = _keys(tuple(_TYPES["documents"]["heads"]))
OTHER_HEADS = _keys(tuple(_TYPES["other"]["heads"]))
OUTLETS = _keys(phrases("name_types", "outlets"))
ORGANISATIONS = _keys(phrases("name_types", "organisations"))
GOVERNMENTS = _keys(phrases("name_types", "governments"))
GROUPS = _keys(phrases("name_types", "groups"))
ADJECTIVES = _keys(phrases("name_types", "adjectives"))
NEITHER = frozenset(phrases("name_types", "neither"))
_CUED: tuple[ActorType, ...] = ("product", "document", "place", "organisation", "outlet")
CUES: dict[str, ActorType] = {word: kind for kind in _CUED for word in _TYPES["cues"][kind]}

FUNCTION_WORDS = frozenset(_ORDINARY["function"].split())
COMMON_WORDS = frozenset(_ORDINARY["common"].split())
OPENING_VERBS = frozenset(_ORDINARY["verbs"].split())
ENDINGS = tuple(_ORDINARY["endings"])


APART = frozenset(table("aliases")["apart"]["words"])
COMPASS = frozenset(_TYPES["beside"]["compass"])


def adjective(words: tuple[str, ...]) -> bool:
    """Whether words, in small letters, are an adjective of place, party or faith: "British", "South Korean", "Costa
    Rican"."""
    if words[-1] in ADJECTIVES and all(word in COMPASS or word in ADJECTIVES for word in words):
        return True
    return len(words) == 2 and words[1].endswith("n") and " ".join(words)[:-1] in PLACES


_PEOPLES = frozenset(word for word in ADJECTIVES if word.endswith(("an", "i", "ek")) and len(word) > 4)


def lexicon(name: str) -> ActorType | None:
    """The type of a name that the lists hold whole, None for others. `name` may begin with "The"."""
    for form in (name, name.removeprefix("the ")):
        for kind, held in _HELD:
            if form in held:
                return kind
    return None


_HELD: tuple[tuple[ActorType, frozenset[str]], ...] = (
    ("government", GOVERNMENTS), ("outlet", OUTLETS), ("organisation", ORGANISATIONS), ("place", PLACES),
    ("group", GROUPS),
)  # fmt: skip


def people(word: str) -> bool:
    """Whether a word, in small letters, is the plural of a people's adjective or made from a listed place:
    "Norwegians", "Nigerians"."""
    if not word.endswith("s") or len(word) < 6 or word in PLACES:
        return False
    if word[:-1] in _PEOPLES:
        return True
    stem = word.removesuffix("ans").removesuffix("i")
    return word.endswith("ans") and (stem in PLACES or stem + "a" in PLACES or stem + "ia" in PLACES)


def ordinary(word: str) -> bool:
    """Whether a word that only a sentence's beginning writes with a capital is an everyday one."""
    return (
        word in FUNCTION_WORDS
        or word in COMMON_WORDS
        or word in OPENING_VERBS
        or (word.endswith(ENDINGS) and word not in GIVEN_NAMES and word not in PLACES)
    )


FIRST_WORDS = frozenset(name.split()[0] for _, held in _HELD for name in held)
"""What a listed name may begin with."""
