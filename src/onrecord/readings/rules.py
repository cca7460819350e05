"""The answerer that needs no model: word lists and grammar, for every question. English only."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Attribution, Extent, Mention, Quote, Regard
from onrecord.readings import attributions, corefs, names, quotes
from onrecord.readings.questions import Seen


class Rules:
    """Answers every question with rules."""

    name = "rules-19"
    spreads = True

    def find_quotations(self, seen: Sequence[Seen]) -> list[tuple[Quote, ...]]:
        """See `QuotationFinder`."""
        return [quotes.find(one.text, one.lines) for one in seen]

    def find_names(self, seen: Sequence[Seen]) -> list[tuple[Mention, ...]]:
        """See `NameFinder`."""
        return [names.find(one.text, one.lines, one.sentences) for one in seen]

    def resolve_mentions(self, seen: Sequence[Seen]) -> list[tuple[Mention, ...]]:
        """See `CorefResolver`."""
        return [corefs.resolve(one.text, one.sentences, one.quotes, one.mentions) for one in seen]

    def find_attributions(self, seen: Sequence[Seen]) -> list[tuple[Attribution, ...]]:
        """See `AttributionFinder`."""
        return [tuple(attributions.find(one.text, one.lines, one.sentences, one.quotes, one.mentions)) for one in seen]

    def find_times(self, seen: Sequence[Seen]) -> list[tuple[Extent, ...]]:
        """None: the grammar of times finds what rules can find."""
        return [() for _ in seen]

    def find_regards(self, seen: Sequence[Seen]) -> list[tuple[Regard, ...]]:
        """None: verbs and statements show what rules can see."""
        return [() for _ in seen]

    def find_senses(self, seen: Sequence[Seen]) -> list[tuple[bytes, ...]]:
        """None: rules compare words."""
        return [() for _ in seen]
