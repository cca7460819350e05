"""The language of a body."""

from __future__ import annotations

import py3langid
import pytest
from flat_pages import FERRY, MUSEUM, Story

from onrecord.articles.tongues import language_of


@pytest.mark.parametrize("story", [FERRY, MUSEUM])
def test_english_news_is_english_without_asking_further(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(py3langid, "classify", None)
    assert language_of(" ".join(story.body)) == "en"


def test_another_language_is_told_by_its_letters() -> None:
    text = (
        "Die Fähre fährt seit Montag nur noch bis vier Uhr, weil zwei der drei Lotsen in den Ruhestand gegangen sind. "
    )
    assert language_of(text * 6) == "de"


def test_a_short_text_is_told_as_well() -> None:
    assert language_of("The boat to the island was late again on Friday") == "en"
