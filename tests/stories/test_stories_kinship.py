"""Two themes alone tell whether their articles may be of one matter."""

from __future__ import annotations

from onrecord.nouns import Term, Theme
from onrecord.stories import compared, kin


def theme(*words: str) -> dict[str, float]:
    terms = tuple(Term(word=word, times=2, first=at, name=True) for at, word in enumerate(words))
    return compared(Theme(article="a", keys=(), terms=terms))


FERRY = theme("skerry", "ferry", "captain", "fog", "pier", "quorn", "rescue")


def test_articles_that_share_most_of_their_terms_are_kin() -> None:
    other = theme("skerry", "ferry", "captain", "fog", "inquiry", "quorn", "lifeboat")
    assert kin(FERRY, other, False)
    assert kin(other, FERRY, True)


def test_three_words_in_common_among_many_make_no_kin() -> None:
    many = theme("skerry", "ferry", "captain", *(f"word{number}" for number in range(70)))
    assert not kin(theme("skerry", "ferry", "captain", *(f"other{number}" for number in range(70))), many, False)


def test_an_article_without_terms_is_kin_to_none() -> None:
    assert not kin(theme(), FERRY, False)
