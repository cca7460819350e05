"""One stage on one group: what is sent to wherever the work is done, and what comes back."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import msgspec

from onrecord import pages
from onrecord.errors import CallError, OnrecordError
from onrecord.nouns import Article, Document, Noun, Page, Reading, Refusal, Source
from onrecord.pipeline import STAGES, Stage, held
from onrecord.readings import Reader, empty

OURS = "a fault of ours, please report it"
FAULT = "{stage} failed on this page ({fault}); the page is kept, please report it"


class Task(NamedTuple):
    """One group's work for one stage: its input lists, encoded. A page stage has the page's bytes instead of its
    Document; the stage that reads has its reader beside."""

    stage: str
    key: str
    data: bytes
    source: Source | None = None
    reader: Reader | None = None


class Done(NamedTuple):
    """What a task gave: the articles it cut, what it wrote, encoded, and what went wrong ("" where nothing did)."""

    key: str
    articles: tuple[str, ...]
    fault: str
    data: bytes


def perform(task: Task) -> Done:
    """Runs one stage on one group. A fault of ours on some pages must not cost the others: it becomes the page's
    reason, or is told with an empty result. Raises CallError where the call itself was wrong."""
    stage = _stage(task.stage)
    if stage.scope == "page":
        return _perform_page(stage, task)
    lists = decoder(stage.reads).decode(task.data)
    given = [rows[0] for rows in lists] if stage.scope == "article" else lists
    fault = ""
    try:
        written = _as_lists(stage, stage.run(*given, task.reader) if task.reader else stage.run(*given))
    except CallError:
        raise
    except Exception as raised:
        written, fault = [_nothing(noun, given) for noun in stage.writes], _fault(raised)
    return Done(task.key, (), fault, msgspec.msgpack.encode(written))


def _nothing(noun: type[Noun], given: list[Any]) -> list[Noun]:
    if noun is not Reading:
        return []
    return [empty(given[0], "none")]


def _fault(raised: Exception) -> str:
    return str(raised) if isinstance(raised, OnrecordError) else f"{OURS} ({type(raised).__name__}: {raised})"


def _perform_page(stage: Stage, task: Task) -> Done:
    assert task.source is not None
    page, document = pages.read(task.source)
    written: list[list[Noun]] = [[] for _ in stage.writes]
    if document is not None:
        known = decoder(tuple(noun for noun in stage.reads if noun is not Document)).decode(task.data)
        try:
            written = _as_lists(stage, stage.run(document, *(rows[0] if rows else None for rows in known)))
        except Exception as fault:
            reason = FAULT.format(stage=stage.name, fault=type(fault).__name__)
            written = [[Refusal(page=page.id, reason=reason)] if noun is Refusal else [] for noun in stage.writes]
    articles = tuple(row.id for rows in written for row in rows if isinstance(row, Article))
    written += [[page]] if Page in held(stage) else []
    return Done(task.key, articles, "", msgspec.msgpack.encode(written))


def _as_lists(stage: Stage, given: Any) -> list[list[Noun]]:
    lists = [given] if len(stage.writes) == 1 else list(given)
    if len(lists) != len(stage.writes):
        raise TypeError(f"stage {stage.name!r} writes {len(stage.writes)} lists, and gave {len(lists)}")
    return lists


@cache
def decoder(nouns: tuple[type[Noun], ...]) -> msgspec.msgpack.Decoder[Any]:
    """Decodes one list for each of these nouns."""
    lists: Any = tuple(list[noun] for noun in nouns)  # type: ignore[valid-type]
    return msgspec.msgpack.Decoder(tuple[lists])


@cache
def _stage(name: str) -> Stage:
    return next(stage for stage in STAGES if stage.name == name)
