"""What a nominal stands for: the name beside it, who holds the office, the body of that sort, the same noun before."""

from __future__ import annotations

import re

from onrecord.language.naming import ORGANISATION_HEADS
from onrecord.readings import nominals as phrases
from onrecord.readings.coref_appositions import beside, single
from onrecord.readings.coref_bodies import body_by_name, firm
from onrecord.readings.coref_offices import NEAR, before_noun, holder, inner_names, telling
from onrecord.readings.coref_relations import relate, relative
from onrecord.readings.coref_traits import fits_trade, resumed, told_by_trait
from onrecord.readings.discourse import WINDOW, Discourse
from onrecord.words import table

_REFERENCE = table("nominals")["reference"]
_DEFINITE = frozenset(_REFERENCE["definite"])
_EPITHETS = frozenset(_REFERENCE["epithets"])
_FAMILIES = [frozenset(row.split()) for row in _REFERENCE["families"]]
_LIGHT = frozenset({"same", "two", "three", "other", "whole", "very", "latter", "entire"})
_GENERIC = frozenset({"company", "firm", "group", "organisation", "organization"})
_WIDE, _ANY = frozenset(_REFERENCE["wide"]), frozenset({"group", "organisation", "organization"})
_PROPER = frozenset(_REFERENCE["proper"])
_OFFICES = frozenset(_REFERENCE["offices"])
_GENERAL = frozenset(_REFERENCE["general"])
_TRADING = frozenset({"company", "firm"})
_CAUSES = frozenset({"campaign", "pressure", "advocacy", "lobby", "rights", "residents", "charity", "union"})
_BODIES = frozenset({"organisation", "outlet", "government", "group"})

_CALLED = re.compile(r" (?:is|are|was|were) (?:\w+ )?(?:known|called|nicknamed)\b")


def nominals(state: Discourse, index: int) -> None:
    """Resolves one nominal, or begins a chain with it."""
    found = beside(state, index)
    if found is not None:
        _look_back(state, index, found)
        relate(state, index, found)
    elif (kin := relative(state, index)) is not None:
        found = kin
    elif (other := _nicknamed(state, index)) is not None:
        found = _meant(state, index)
        found = body_by_name(state, index) if found is None else found
        if found is not None and found != other:
            state.move(other, found)
        found = other if found is None else found
    elif (known := firm(state, index)) is not None:
        found = known
    elif is_definite(state, index):
        found = _meant(state, index)
    elif is_bare(state, index):
        found = holder(state, index) if state.mentions[index].type == "person" else None
    else:
        found = _possessed(state, index)
    state.join(index, index if found is None else found)
    if found is not None and found in state.named:
        _apposed(state, index, found)


def _apposed(state: Discourse, index: int, chain: int) -> None:
    """Joins the nominal that one in apposition explains, "his older brother, the mayor, left", to whom that one means:
    closed by a comma on both sides, of one type and gender, and nothing that has a chain of its own already."""
    mention = state.mentions[index]
    if state.text[mention.end : mention.end + 1] != "," or mention.type != "person":
        return
    for near in range(index - 1, max(-1, index - 4), -1):
        other = state.mentions[near]
        if other.form == "nominal" and state.text[other.end : mention.start] == ", ":
            alone = state.chain.get(near) == near and len(state.members[near]) == 1 and other.type == "person"
            head, gender = phrases.HEADS.get(state.heads[near]), state.gender(chain)
            fits = head is not None and not head.plural and not (head.gender and gender not in (None, head.gender))
            if alone and fits and state.words(near).split(" ", 1)[0].lower() in phrases.POSSESSIVES:
                state.move(near, chain)
            return


def _nicknamed(state: Discourse, index: int) -> int | None:
    """The name that a nominal explains: "The Tide House, as the commission is called"."""
    mention = state.mentions[index]
    if not _CALLED.match(state.text, mention.end):
        return None
    for near in range(index - 1, max(-1, index - 4), -1):
        other = state.mentions[near]
        if other.form == "name" and other.end <= mention.start:
            return state.chain.get(near) if state.text[other.end : mention.start] == ", as " else None
    return None


def _meant(state: Discourse, index: int) -> int | None:
    """What a definite nominal takes up."""
    found = None
    if single(state, index):
        body = state.mentions[index].type in _BODIES
        if not body:
            found = told_by_trait(state, index)
            found = holder(state, index) if found is None else found
        elif not _introduced(state, index):
            found = _of_family(state, index, NEAR if _bare(state, index) else 1)
    if found is None and state.mentions[index].type == "person" and single(state, index):
        found = _epithet(state, index)
        if found is not None:
            _look_back(state, index, found)
    found = _same_noun(state, index) if found is None else found
    return resumed(state, index) if found is None else found


def _bare(state: Discourse, index: int) -> bool:
    """Whether nothing but a determiner stands before the noun."""
    return set(state.words(index).lower().split()[1:]) - _LIGHT <= {state.heads[index]}


def _possessed(state: Discourse, index: int) -> int | None:
    """ "Its founder" where one person is called that; "his company" where he was introduced with one."""
    owner = state.words(index).split(" ", 1)[0].lower()
    named = index + 1 < len(state.mentions) and state.mentions[index + 1].start == state.mentions[index].start
    if named and state.mentions[index + 1].form == "name" and state.heads[index] in _GENERIC:
        return state.bodies.get(state.chain.get(index + 1, -1))
    if owner == "its" and single(state, index):
        holders = state.roles.get(state.heads[index], [])
        return holders[0] if len(holders) == 1 else None
    if owner in ("his", "her") and state.heads[index].startswith("spokes"):
        holders = state.roles.get(state.heads[index], [])
        return holders[0] if len(holders) == 1 else None
    if owner in ("his", "her") and state.heads[index] in _GENERIC | {"business"}:
        people = [
            state.chain[at]
            for at in state.window(index, 1)
            if at in state.chain and state.kind(state.chain[at]) == "person"
        ]
        wanted = "male" if owner == "his" else "female"
        fit = [chain for chain in people if state.gender(chain) in (None, wanted) and chain in state.bodies]
        return state.bodies[fit[0]] if fit else None
    return None


def _introduced(state: Discourse, index: int) -> bool:
    """Whether the same noun stood last in a phrase that brings in something new: "a technology site"."""
    for near in state.before(index)[:1]:
        return (
            state.words(near).split(" ", 1)[0].lower() in ("a", "an", "another")
            and state.chain.get(near) not in state.named
        )
    return False


def _look_back(state: Discourse, index: int, chain: int) -> None:
    """A definite noun that came before its name ("the minister ... the minister, Anna Low") joins the name's chain,
    unless it tells more than the name's own phrase: "the chair of Varne" is not "the agency's chair, Orla Fenn"."""
    known = state.phrases[chain] | set(state.words(index).lower().split())
    for near in state.before(index):
        begun = state.chain.get(near)
        if begun is None or begun in state.named or begun == chain:
            continue
        if not is_definite(state, near) and not _takes_up(state, index, near):
            continue
        if telling(state, near) <= known and set(inner_names(state, near)) <= known:
            state.move(begun, chain)


def _takes_up(state: Discourse, index: int, near: int) -> bool:
    """Whether "that engineer, Jo Low" right behind "its own engineer" or "an engineer" means the same."""
    demonstrative = state.words(index).split(" ", 1)[0].lower() in ("that", "this")
    return demonstrative and near == state.before(index)[0] and state.told[index] - state.told[near] <= 2


def is_bare(state: Discourse, index: int) -> bool:
    """Whether a nominal is a headline's noun and nothing else: "Quay closed; mayor says why"."""
    return state.words(index).lower() == state.heads[index]


def is_definite(state: Discourse, index: int) -> bool:
    """Whether a nominal takes up something known."""
    return state.words(index).split(" ", 1)[0].lower() in _DEFINITE


def _same_noun(state: Discourse, index: int) -> int | None:
    """The chain that the same noun stood for last: "a senior official ... the official"."""
    return next((state.chain.get(near) for near in state.before(index) if _covered(state, index, near)), None)


def _covered(state: Discourse, index: int, near: int) -> bool:
    """Whether the earlier phrase had all that the later one tells: "the federal government" takes up no other one."""
    mine = before_noun(state, index)[1:]
    return set(mine) - _LIGHT <= set(state.words(near).lower().split())


def _of_family(state: Discourse, index: int, reach: int) -> int | None:
    """The nearest named body of the noun's sort; where none shows its sort, the only body that was named at all.
    What is described ("the harbour agency") reaches less far and must have a body of its sort there, alone."""
    head, wanted = state.heads[index], state.mentions[index].type
    named = (state.chain.get(at) for at in state.window(index, reach))
    near = list(dict.fromkeys(chain for chain in named if chain in state.named and state.kind(chain) in _BODIES))
    if head in _TRADING:
        near = [chain for chain in near if chain is not None and not state.phrases[chain] & _CAUSES]
    wide = [_WIDE] if head in _ANY else []
    rows = [frozenset({head})] if head in _PROPER else wide + [row for row in _FAMILIES if head in row]
    sorts = {chain: _sort(state, chain) for chain in near if chain is not None}
    same = [
        c
        for c, sort in sorts.items()
        if any(row & sort for row in rows) and (wanted != "outlet" or state.kind(c) == "outlet")
    ]
    unsorted = [
        c
        for c, sort in sorts.items()
        if state.kind(c) == wanted and not any(row & sort for row in _FAMILIES) and not _headed(state, c)
    ]
    if reach < NEAR:
        same = [chain for chain in same if _described_so(state, index, chain)]
        return same[0] if len(same) == 1 else None
    if same:
        leads = head in _GENERIC and unsorted and state.counts[unsorted[0]] > 2 * state.counts[same[0]]
        return unsorted[0] if leads else same[0]
    if wanted == "outlet":
        outlets = [chain for chain in sorts if state.kind(chain) == "outlet"]
        return outlets[0] if len(outlets) == 1 else None
    if head not in _GENERIC or not unsorted:
        return None
    most = max(state.counts[chain] for chain in unsorted[1:]) if len(unsorted) > 1 else 0
    return unsorted[0] if state.counts[unsorted[0]] >= 2 * most else None


def _described_so(state: Discourse, index: int, chain: int) -> bool:
    """Whether what stands before a noun speaks against no body: "the weather office" is no Harbour Service."""
    entity = state.named.get(chain)
    told = set(before_noun(state, index)[1:]) - _LIGHT - _GENERAL - set(inner_names(state, index))
    known = state.phrases[chain] | set(entity.key if entity else ())
    return not told or state.heads[index] not in _OFFICES or bool(told & known)


def _headed(state: Discourse, chain: int) -> bool:
    """Whether a body's name ends in a noun that says what it is, a "Vaccine Centre": a company's would be another."""
    entity = state.named.get(chain)
    return entity is not None and len(entity.key) > 1 and entity.key[-1] in ORGANISATION_HEADS


def _sort(state: Discourse, chain: int) -> frozenset[str]:
    """The words that tell what sort of body a chain is: its name's and the nouns it was called by."""
    entity = state.named.get(chain)
    words = set(entity.key) if entity else set()
    members = entity.members[:WINDOW] if entity else ()
    for member in members:
        words |= {word.strip(".,").lower() for word in state.words(member).split(" ")[-2:]}
    words |= {head for head, holders in state.roles.items() if chain in holders}
    return frozenset(words)


def _epithet(state: Discourse, index: int) -> int | None:
    """Whom the article talks about most so far, for an epithet nobody else has been called by."""
    if state.heads[index] not in _EPITHETS:
        return None
    near = dict.fromkeys(state.chain.get(at) for at in state.window(index, NEAR))
    counts = {c: state.counts[c] for c in near if c is not None and c in state.named and state.kind(c) == "person"}
    head = phrases.HEADS[state.heads[index]]
    if any(word[:1].isupper() for word in state.words(index).split()[1:]):
        return None
    fit = [
        chain
        for chain in counts
        if not (head.gender and state.gender(chain) not in (None, head.gender)) and fits_trade(state, index, chain)
    ]
    ranked = sorted(fit, key=lambda chain: (-counts[chain], chain))
    if not ranked:
        return None
    return ranked[0] if len(ranked) == 1 or counts[ranked[0]] >= 2 * counts[ranked[1]] else None
