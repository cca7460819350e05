"""A reader with a model: from arguments, or from what the environment says."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, cast

from pydantic_ai.models import Model

from onrecord.errors import NoSuchReader
from onrecord.readings.composing import Composed
from onrecord.readings.llm.answerer import LLM
from onrecord.readings.llm.asking import FORMS, Endpoint, Form

QUESTIONS = ("names", "corefs", "attributions", "times", "regards")
"""What a model may be asked; which words stand in quotation marks is counted, not asked."""


def reader(endpoint: Endpoint, questions: Iterable[str] = QUESTIONS, model: Model | None = None) -> Composed:
    """A reader whose `questions` a model answers, the rules all others. Raises NoSuchReader for a question it does not
    know."""
    asked = list(dict.fromkeys(questions))
    if unknown := [question for question in asked if question not in QUESTIONS]:
        raise NoSuchReader(f"a model answers {', '.join(QUESTIONS)}; not {', '.join(unknown)}: leave that out")
    if endpoint.form not in FORMS:
        raise NoSuchReader(f"the form of an answer is {', '.join(FORMS)}, not {endpoint.form!r}")
    answered: dict[str, Any] = dict.fromkeys(asked, LLM(endpoint, model))
    return Composed(**answered)


def from_environment(names: Mapping[str, str] = os.environ) -> Composed:
    """The reader that ONRECORD_LLM_MODEL, _URL, _KEY, _QUESTIONS (with commas between), _FORM, _TIMEOUT, _RETRIES and
    _CONCURRENCY describe. Raises NoSuchReader where the model is not named or a number is none."""
    model = names.get("ONRECORD_LLM_MODEL")
    if not model:
        raise NoSuchReader(
            "the reader llm needs the name of a model, and ONRECORD_LLM_MODEL is not set: set it, and ONRECORD_LLM_URL "
            "(such as http://localhost:11434/v1) and ONRECORD_LLM_KEY as the endpoint needs them"
        )
    endpoint = Endpoint(
        model, names.get("ONRECORD_LLM_URL") or None, names.get("ONRECORD_LLM_KEY") or None,
        timeout=_number(names, "ONRECORD_LLM_TIMEOUT", 60.0, 1, 3600),
        retries=int(_number(names, "ONRECORD_LLM_RETRIES", 2, 0, 10)),
        concurrency=int(_number(names, "ONRECORD_LLM_CONCURRENCY", 1, 1, 64)),
        form=cast(Form, names.get("ONRECORD_LLM_FORM", "tool")),
    )  # fmt: skip
    asked = names.get("ONRECORD_LLM_QUESTIONS", ",".join(QUESTIONS))
    return reader(endpoint, [question.strip() for question in asked.split(",") if question.strip()])


def _number(names: Mapping[str, str], name: str, default: float, least: float, most: float) -> float:
    given = names.get(name)
    try:
        value = float(given) if given else default
    except ValueError:
        value = least - 1
    if not least <= value <= most:
        raise NoSuchReader(f"{name} is a number from {least:g} to {most:g}, not {given!r}")
    return value
