"""Asking a model: bounded in time and in tries, at temperature 0, the page fenced as data."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from typing import Any, Literal, NamedTuple, TypeVar
from urllib.parse import urlsplit

from openai import AsyncOpenAI, OpenAIError
from pydantic import BaseModel
from pydantic_ai import Agent, NativeOutput, PromptedOutput, ToolOutput
from pydantic_ai.exceptions import (
    AgentRunError,
    ModelAuthenticationError,
    ModelConnectionError,
    ModelNotFoundError,
    UserError,
)
from pydantic_ai.models import Model
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.settings import ModelSettings

from onrecord.errors import NoSuchReader, ReaderError

LONGEST_ANSWER = 4_096
"""Tokens of one answer. A window of 6,000 characters holds some twenty attributions of 80 tokens."""

IN_A_ROW = 3
"""Articles that fail one after the other before the endpoint is not asked any more: an endpoint that is down must not
cost its time-out for every page of a pile."""

Form = Literal["tool", "schema", "prompt"]
FORMS: dict[Form, Any] = {"tool": ToolOutput, "schema": NativeOutput, "prompt": PromptedOutput}
"""How the form of the answer is asked for: by a tool's arguments, by a JSON Schema that is enforced, or in words."""

B = TypeVar("B", bound=BaseModel)
T = TypeVar("T")


class Endpoint(NamedTuple):
    """An OpenAI-compatible endpoint. `timeout` is in seconds, for each of 1 + `retries` tries of a request;
    `concurrency` is how many are under way at once. The key is never shown, kept or written."""

    model: str
    url: str | None = None
    key: str | None = None
    timeout: float = 60.0
    retries: int = 2
    concurrency: int = 1
    form: Form = "tool"

    def __repr__(self) -> str:
        return f"Endpoint({self.model!r}, {self.place!r})"

    @property
    def place(self) -> str:
        """The endpoint's host, without what an address may hold that is secret."""
        parts = urlsplit(self.url or "https://api.openai.com")
        return f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")


class Asker:
    """Asks one endpoint (or, for tests, one of pydantic-ai's own models) and counts what fails."""

    def __init__(self, endpoint: Endpoint, model: Model | None = None) -> None:
        self.endpoint = endpoint
        self._model = model
        self._answered = False
        self._failed = 0

    def ask(self, instructions: str, form: type[B], prompts: Sequence[str]) -> list[B]:
        """One answer a prompt, in their order. Raises NoSuchReader where the endpoint is not there, does not take the
        key or has no such model; ReaderError where it gave no answer of that form within its time and tries."""
        if not prompts:
            return []
        if self._failed >= IN_A_ROW:
            raise ReaderError(
                f"{self.endpoint.place} failed on {self._failed} articles running and is not asked any more: "
                "build again when it answers"
            )
        try:
            answers = _waited(self._all(instructions, form, prompts))
        except (AgentRunError, OpenAIError, UserError, UnicodeError) as fault:
            self._failed += 1
            raise self._told(fault) from None  # a fault of the endpoint may quote the key
        self._failed, self._answered = 0, True
        return answers

    async def _all(self, instructions: str, form: type[B], prompts: Sequence[str]) -> list[B]:
        turns = asyncio.Semaphore(self.endpoint.concurrency)
        async with AsyncExitStack() as stack:
            model = self._model or await self._connected(stack)
            agent = Agent(
                model, output_type=FORMS[self.endpoint.form](form), instructions=instructions, retries=1,
                model_settings=ModelSettings(temperature=0.0, max_tokens=LONGEST_ANSWER),
            )  # fmt: skip

            async def one(prompt: str) -> B:
                async with turns:
                    return (await agent.run(prompt)).output  # type: ignore[no-any-return]

            return list(await asyncio.gather(*map(one, prompts)))

    async def _connected(self, stack: AsyncExitStack) -> Model:
        asked = self.endpoint
        client = AsyncOpenAI(
            api_key=asked.key or "none", base_url=asked.url, timeout=asked.timeout, max_retries=asked.retries
        )
        await stack.enter_async_context(client)
        return OpenAIChatModel(asked.model, provider=OpenAIProvider(openai_client=client))

    def _told(self, fault: Exception) -> Exception:
        place, model = self.endpoint.place, self.endpoint.model
        if isinstance(fault, ModelAuthenticationError):
            return NoSuchReader(f"{place} must take the key; it did not: set ONRECORD_LLM_KEY")
        if isinstance(fault, ModelNotFoundError):
            return NoSuchReader(
                f"{place} must have a model {model!r}; it has none: set ONRECORD_LLM_MODEL, or mend ONRECORD_LLM_URL"
            )
        if isinstance(fault, ModelConnectionError) and not self._answered:
            return NoSuchReader(f"{place} must answer; it does not: start it, or mend ONRECORD_LLM_URL")
        kind = type(fault).__name__
        return ReaderError(f"{model} at {place} must answer in the form asked for; it did not ({kind}): build again")


def _waited(work: Coroutine[Any, Any, T]) -> T:
    """The outcome of `work`, done in a thread of its own: the caller's may have an event loop running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
