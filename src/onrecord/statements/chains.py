"""The chain of a statement: from the outlet that wrote the text inward, link by link, to its own speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.nouns import Article, Attribution, Extent, Link, Persona, Speaker
from onrecord.statements import declared, kinds
from onrecord.statements.declared import Declaration
from onrecord.statements.lifted import Lift
from onrecord.statements.speakers import Head, Page, head

NOBODY = Link(text=None, actor=None, source_kind="unspecified")
"""A link that nobody names."""

_INTERVIEW = re.compile(r"\binterview(?:s|ed)? (?:with|by|to) (?=(?:the )?[A-Z])")
_MEDIUM = re.compile(r"\b(?:news (?:agency|service|site|website|channel)|newspaper|magazine|podcast)$", re.IGNORECASE)


def outlet(article: Article, known: Mapping[str, str]) -> Link:
    """The first link: the agency that wrote the text, else the outlet that published it; its actor where one is
    known."""
    name = article.agency or article.outlet
    if not name:
        return NOBODY
    return Link(text=name, actor=known.get(kinds.key(name)), source_kind="outlet")


def known_as(personas: Iterable[Persona]) -> dict[str, str]:
    """The persona that goes by a name, for each name of any as it is compared; of two the first by id."""
    found: dict[str, str] = {}
    for persona in sorted(personas, key=lambda persona: persona.id):
        for form in (persona.name, *persona.forms):
            found.setdefault(kinds.key(form), persona.id)
    return found


def is_own(page: Page, words: str, actor: str | None) -> bool:
    """Whether a source is the outlet whose article this is, by actor or by name ("the Courant" of The Inland
    Courant)."""
    article = page.article
    mine = [name for name in (article.agency, article.outlet) if name]
    first = page.own
    if words.lower().startswith("this ") or words.lower() in ("me", "us"):
        return True
    if actor is not None and actor == first.actor:
        return True
    told = kinds.key(words)
    return bool(told) and any(
        told == kinds.key(name) or (len(told) > 3 and kinds.key(name).endswith(" " + told)) for name in mine
    )


def hops(page: Page, attribution: Attribution) -> list[Link]:
    """Links between the outlet and the speaker that are no attribution of their own: the outlet that was spoken to."""
    heard = attribution.hearer or _interviewer(page, attribution)
    if heard is None or attribution.parent is not None:
        return []
    words = page.words(heard)
    found = head(page, heard)
    if not _is_outlet(page, words, found) or is_own(page, words, found.actor if found else None):
        return []
    return [Link(text=words, actor=found.actor if found else None, source_kind="outlet")]


def _interviewer(page: Page, attribution: Attribution) -> Extent | None:
    end = page.article.text.find("\n", attribution.end)
    stop = min(end if end >= 0 else len(page.article.text), attribution.end + 120)
    found = _INTERVIEW.search(page.article.text, (attribution.cue or (attribution.start, 0))[0], stop)
    if not found:
        return None
    mention = next(
        (m for m in page.reading.mentions if m.start >= found.end() - 1 and m.start <= found.end() + 4), None
    )
    return (mention.start, mention.end) if mention else None


def _is_outlet(page: Page, words: str, found: Head | None) -> bool:
    persona = page.personas.get(found.actor) if found and found.actor else None
    if (persona and persona.type == "outlet") or _MEDIUM.search(words):
        return True
    if persona:
        return False
    if found and found.stands_for.type == "outlet":
        return True
    return kinds.of_words(words) == "outlet" and words.split()[0].lower() == "the"


def link(page: Page, speaker: Speaker | None, attribution: Attribution) -> Link:
    """A speaker as a link. For a pronoun nobody's actor is known of, the words it stands for."""
    if speaker is None:
        return NOBODY
    found = head(page, attribution.source) if attribution.source else None
    text = speaker.text
    if found and found.mention.form == "pronoun" and speaker.actor is None and found.stands_for is not found.mention:
        text = page.words((found.stands_for.start, found.stands_for.end))
    return Link(text=text, actor=speaker.actor, source_kind=speaker.source_kind)


def _lifted(page: Page, attribution: Attribution, lifts: Sequence[Lift]) -> list[Link]:
    """The outlet whose paragraph the attribution stands in, where the article says it lifted it."""
    for lift in lifts:
        if lift.start <= attribution.start < lift.end:
            found = head(page, lift.outlet)
            return [Link(text=page.words(lift.outlet), actor=found.actor if found else None, source_kind="outlet")]
    return []


def build(
    page: Page, number: int, links: Sequence[Link], lifts: Sequence[Lift] = (), declaration: Declaration | None = None
) -> tuple[Link, ...]:
    """The whole chain of attribution `number`: the outlet, hops, the sources it stands inside, its own speaker.
    `links` are the speakers of all attributions, `lifts` the paragraphs taken from another outlet, `declaration` the
    people the article says its scene was told by."""
    attributions = page.reading.attributions
    path, at = [number], attributions[number].parent
    while at is not None and at not in path:
        path.append(at)
        at = attributions[at].parent
    inward = path[::-1]
    middle = [link for n in inward for link in (*hops(page, attributions[n]), links[n])]
    if declaration and declared.covers(page, declaration, attributions[inward[0]], links[inward[0]]):
        middle = [links[declaration.number], *middle]
    middle = [*_lifted(page, attributions[inward[0]], lifts), *middle]
    return (page.own, *middle)
