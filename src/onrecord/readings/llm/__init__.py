"""A language model behind an OpenAI-compatible endpoint as an answerer of every question but which words are quoted.

It answers with words of the page, which are found there or refused; what a page tells it to answer is refused like
anything else that does not stand in the text. The extra `llm` (pydantic-ai-slim) is needed here and nowhere else."""

from __future__ import annotations

try:
    import pydantic_ai  # noqa: F401
except ImportError as missing:
    raise ImportError(f"a language model needs the extra llm ({missing}): pip install 'onrecord[llm]'") from missing

from onrecord.readings.llm.answerer import LLM
from onrecord.readings.llm.asking import Endpoint
from onrecord.readings.llm.settings import QUESTIONS, from_environment, reader

__all__ = ["LLM", "QUESTIONS", "Endpoint", "from_environment", "reader"]
