"""The model as an answerer of questions: what it is shown, and what becomes of its answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace
from pydantic import BaseModel
from pydantic_ai.models import Model

from onrecord.nouns import Attribution, Extent, Mention, Regard
from onrecord.readings import nesting
from onrecord.readings.drafts import Made
from onrecord.readings.llm import windows
from onrecord.readings.llm.asking import Asker, Endpoint
from onrecord.readings.llm.placing import Placer
from onrecord.readings.llm.schemas import Attributions, Feelings, Meanings, Names, Times
from onrecord.readings.llm.windows import Plan, Window
from onrecord.readings.questions import Seen
from onrecord.readings.rules import Rules
from onrecord.words import table

VERSION = 1
"""Raise it when the same answers of a model, or the same text, would give another reading."""

RULES = Rules()

B = TypeVar("B", bound=BaseModel)
Show = Callable[[Seen, Window], str]


class LLM:
    """Answers questions by asking a model, a window of whole paragraphs at a time. Paragraphs that speak to a model are
    never shown to it: rules read them."""

    spreads = False

    def __init__(self, endpoint: Endpoint, model: Model | None = None) -> None:
        """`model` is a model of pydantic-ai's that answers instead of the endpoint, for tests."""
        self._asker = Asker(endpoint, model)
        self._remarks: defaultdict[str, list[str]] = defaultdict(list)

    @property
    def name(self) -> str:
        """The adapter's version and the model's name; never the endpoint or the key."""
        return f"llm-{VERSION} {self._asker.endpoint.model}"

    def find_names(self, seen: Sequence[Seen]) -> list[tuple[Mention, ...]]:
        """See `NameFinder`."""
        return [self._names(one) for one in seen]

    def resolve_mentions(self, seen: Sequence[Seen]) -> list[tuple[Mention, ...]]:
        """See `CorefResolver`."""
        return [self._resolved(one) for one in seen]

    def find_attributions(self, seen: Sequence[Seen]) -> list[tuple[Attribution, ...]]:
        """See `AttributionFinder`."""
        return [self._attributions(one) for one in seen]

    def find_times(self, seen: Sequence[Seen]) -> list[tuple[Extent, ...]]:
        """See `TimeFinder`."""
        return [self._times(one) for one in seen]

    def find_regards(self, seen: Sequence[Seen]) -> list[tuple[Regard, ...]]:
        """See `RegardFinder`."""
        return [self._regards(one) for one in seen]

    def remarks(self, seen: Sequence[Seen]) -> list[tuple[str, ...]]:
        """See `Remarking`."""
        return [tuple(dict.fromkeys(self._remarks.pop(one.article.id, ()))) for one in seen]

    def _names(self, seen: Seen) -> tuple[Mention, ...]:
        plan, placer = windows.plan(seen), Placer(seen)
        answers = self._ask("names", Names, seen, plan.windows, windows.shown)
        found = [placer.mention(window, name) for window, answer in answers for name in answer.names]
        by_rules = RULES.find_names([seen])[0] if plan.by_rules else ()
        found += [replace(one, antecedent=None) for one in by_rules if _line(seen, one.start) in plan.by_rules]
        self._note(seen, plan, placer)
        unique = {(one.start, -one.end): one for one in reversed(found) if one}
        return tuple(unique[place] for place in sorted(unique))

    def _resolved(self, seen: Seen) -> tuple[Mention, ...]:
        plan, placer = windows.plan(seen), Placer(seen)
        answers = self._ask("corefs", Meanings, seen, plan.windows, windows.shown_with_mentions)
        by_rules = RULES.resolve_mentions([seen])[0] if plan.by_rules else ()
        means = {
            n: one.antecedent
            for n, one in enumerate(by_rules)
            if one.antecedent is not None and _line(seen, one.start) in plan.by_rules
        }
        for window, answer in answers:
            means |= dict(placer.meanings(window, answer.meanings))
        self._note(seen, plan, placer)
        return tuple(_meant(seen.mentions, n, _last(means, n)) for n in range(len(seen.mentions)))

    def _attributions(self, seen: Seen) -> tuple[Attribution, ...]:
        plan, placer = windows.plan(seen), Placer(seen)
        answers = self._ask("attributions", Attributions, seen, plan.windows, windows.shown)
        found = [placer.attribution(window, said) for window, answer in answers for said in answer.attributions]
        by_rules = RULES.find_attributions([seen])[0] if plan.by_rules else ()
        found += [
            Made(replace(one, parent=None), None, False)
            for one in by_rules
            if {_line(seen, one.start), _line(seen, one.end - 1)} <= plan.by_rules and not _spoken(seen, plan, one)
        ]
        self._note(seen, plan, placer)
        return tuple(nesting.nested([made for made in found if made]))

    def _times(self, seen: Seen) -> tuple[Extent, ...]:
        plan, placer = windows.plan(seen), Placer(seen)
        answers = self._ask("times", Times, seen, plan.windows, windows.shown)
        found = {placer.extent(window, piece) for window, answer in answers for piece in answer.times}
        self._note(seen, plan, placer)
        return tuple(sorted(place for place in found if place))

    def _regards(self, seen: Seen) -> tuple[Regard, ...]:
        plan, placer = windows.plan(seen), Placer(seen)
        answers = self._ask("regards", Feelings, seen, plan.windows, windows.shown_with_mentions)
        found = [placer.regard(window, felt) for window, answer in answers for felt in answer.feelings]
        self._note(seen, plan, placer)
        unique = {(felt.start, felt.holder, felt.target): felt for felt in found if felt}
        return tuple(unique[place] for place in sorted(unique))

    def _ask(
        self, question: str, form: type[B], seen: Seen, shown: Sequence[Window], show: Show
    ) -> Iterable[tuple[Window, B]]:
        words = table("llm_instructions")
        told = f"{words['common']}\n{words[question]}"
        return zip(shown, self._asker.ask(told, form, [show(seen, window) for window in shown]), strict=True)

    def _note(self, seen: Seen, plan: Plan, placer: Placer) -> None:
        self._remarks[seen.article.id] += [*plan.remarks, *placer.remarks()]


def _line(seen: Seen, at: int) -> int:
    return seen.text.count("\n", 0, at)


def _spoken(seen: Seen, plan: Plan, said: Attribution) -> bool:
    """Whether it stands, in part, in a sentence that speaks to a model."""
    return any(said.start < seen.sentences[n][1] and seen.sentences[n][0] < said.end for n in plan.talk)


def _meant(mentions: Sequence[Mention], number: int, best: int | None) -> Mention:
    one = mentions[number]
    if best is None:
        return one
    return replace(one, antecedent=best, type=one.type if one.form == "nominal" else mentions[best].type)


def _last(means: Mapping[int, int], number: int) -> int | None:
    """Where a chain of meanings ends; None where there is none, or where it runs in a ring."""
    met = {number}
    at = number
    while at in means:
        at = means[at]
        if at in met:
            return None
        met.add(at)
    return None if at == number else at
