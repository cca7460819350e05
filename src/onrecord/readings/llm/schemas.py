"""What a model may answer. Words are always the page's, and are found there or refused; all else is a number or one of
a few fixed labels: nothing that a model writes reaches the record."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from onrecord.nouns import Act, ActorType

MOST = 400
"""Answers to one question about one window; twice what the densest page of names has."""

LONGEST = 4_000
"""Characters of one quotation from a sentence."""


class Piece(BaseModel):
    """Words of one sentence, exactly as they stand there."""

    sentence: int = Field(description="the number in brackets before the sentence")
    words: Annotated[str, Field(max_length=LONGEST, description="copied exactly from that sentence")]
    occurrence: int = Field(default=1, ge=1, description="which one, where the words stand there more than once")


class Name(Piece):
    """Words that refer to somebody or something."""

    type: ActorType
    form: Literal["name", "nominal", "pronoun"]


class Names(BaseModel):
    """Every mention of the text."""

    names: Annotated[list[Name], Field(max_length=MOST)]


class Said(BaseModel):
    """One attribution: one source, one cue."""

    source: Piece | None = Field(description="the words for who said it, null where nobody is named")
    cue: Piece | None = Field(description='the words that tell that it was said: "said", "has not denied"')
    content: Annotated[list[Piece], Field(max_length=40, description="what was said, a piece a sentence, no marks")]
    act: Act
    hearer: Piece | None = Field(default=None, description="the words for whom it was said to, null where not told")


class Attributions(BaseModel):
    """Every attribution of the text."""

    attributions: Annotated[list[Said], Field(max_length=MOST)]


class Times(BaseModel):
    """Every expression of time in the text."""

    times: Annotated[list[Piece], Field(max_length=MOST)]


class Meaning(BaseModel):
    """Two mentions that mean the same."""

    mention: int = Field(description="the number of a mention: 7 for m7")
    means: int = Field(description="the number of the mention that tells best who or what is meant")


class Meanings(BaseModel):
    """Every mention that stands for a more telling one."""

    meanings: Annotated[list[Meaning], Field(max_length=MOST)]


class Felt(BaseModel):
    """Two mentions of one sentence, the first for or against the second."""

    holder: int = Field(description="the number of the mention of who is for or against")
    target: int = Field(description="the number of the mention of whom that is about")
    sign: Literal["+", "-"]


class Feelings(BaseModel):
    """Everybody who shows to be for or against somebody else in one sentence."""

    feelings: Annotated[list[Felt], Field(max_length=MOST)]
