"""Captions are told by their credits, and end where the body begins."""

from __future__ import annotations

import pytest

from onrecord.articles.captions import caption_end, is_caption

BODY = "The council said on Tuesday that the bridge would stay closed for repairs until the end of June."


@pytest.mark.parametrize(
    "text",
    [
        "The old bridge at Wexby. PHOTO: ANNA REED FOR THE GAZETTE",
        "The mayor in 2019 | File photo",
        "Ida Marsh Tom Reed/The Norland Gazette via Getty Images",
        "Divers at work (Image: Gazette)",
        "A barrier. (Navy handout)",
    ],
)
def test_a_line_with_a_credit_is_a_caption(text: str) -> None:
    assert is_caption(text)


def test_a_sentence_about_pictures_is_no_caption() -> None:
    assert not is_caption("The picture was taken by Getty Images last year, the mayor said.")


@pytest.mark.parametrize(
    ("caption", "rest"),
    [
        ("The bridge in May. PHOTO: MERIDWIRE ", BODY),
        ("The bridge in May. PHOTO: GAZETTE FILE ", "WEXBY - " + BODY),
        ("The bridge in May. PHOTO: GAZETTE FILE ", "NEW YORK - " + BODY),
        ("The bridge in May. Image: BridgeNow AI ", BODY),
    ],
)
def test_the_body_goes_on_after_the_credit(caption: str, rest: str) -> None:
    assert caption_end(caption + rest) == len(caption)


def test_a_dash_after_a_single_credit_belongs_to_the_caption() -> None:
    caption = "The bridge in May. PHOTO: MERIDWIRE - "
    end = caption_end(caption + BODY)
    assert end is not None
    assert (caption + BODY)[end:].strip() == BODY


def test_a_line_without_credit_has_no_caption() -> None:
    assert caption_end(BODY) is None
