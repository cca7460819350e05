"""What a nominal stands for: the name beside it, who holds the office, the body of that sort, the same noun before."""

from __future__ import annotations

import re

from onrecord.language.naming import ORGANISATION_HEADS
from onrecord.readings import nominals as phrases
from onrecord.readings.coref_bodies import body_by_name
from onrecord.readings.coref_offices import NEAR, before_noun, holder, inner_names, telling
from onrecord.readings.coref_relations import relate, relative
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
_TRADING = frozenset({"company", "firm"})
_CAUSES = frozenset({"campaign", "pressure", "advocacy", "lobby", "rights", "residents", "charity", "union"})
_BODIES = frozenset({"organisation", "outlet", "government", "group"})
_TELLS = re.compile(rf" (?:{'|'.join(_REFERENCE['telling'])})\b")
BEGINNING = 30
"""Characters of a sentence within which a name leads it."""

_CALLED = re.compile(r" (?:is|are|was|were) (?:\w+ )?(?:known|called|nicknamed)\b")


def nominals(state: Discourse, index: int) -> None:
    """Resolves one nominal, or begins a chain with it."""
    found = _beside(state, index)
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
    elif is_definite(state, index):
        found = _meant(state, index)
    else:
        found = _possessed(state, index)
    state.join(index, index if found is None else found)


def _nicknamed(state: Discourse, index: int) -> int | None:
    """The name that a nominal explains: "The Tide House, as the commission is known"."""
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
            found = holder(state, index)
        elif not _introduced(state, index):
            found = _of_family(state, index, NEAR if _bare(state, index) else 1)
    if found is None and state.mentions[index].type == "person" and single(state, index):
        found = _epithet(state, index)
        if found is not None:
            _look_back(state, index, found)
    return _same_noun(state, index) if found is None else found


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


def single(state: Discourse, index: int) -> bool:
    """Whether a nominal means one person or body."""
    head = phrases.HEADS.get(state.heads[index])
    return bool(head and not head.plural)


def is_definite(state: Discourse, index: int) -> bool:
    """Whether a nominal takes up something known."""
    return state.words(index).split(" ", 1)[0].lower() in _DEFINITE


def _beside(state: Discourse, index: int) -> int | None:
    """The name in apposition: "Anna Low, a spokeswoman", "the minister, Anna Low,", "the law firm Low & Co"."""
    if not single(state, index) or owns(state, index):
        return None
    mention = state.mentions[index]
    for near in range(index - 1, max(-1, index - 8), -1):
        other = state.mentions[near]
        if other.form == "name" and other.end <= mention.start:
            gap = state.text[other.end : mention.start]
            apart = _listed(state, near, index) or _speaks_alone(state, near, index)
            if gap in (", ", " — ", " – ") and _fits(state, index, near) and not apart:
                return state.chain.get(near)
            break
    for near in range(index + 1, min(len(state.mentions), index + 6)):
        other = state.mentions[near]
        if other.form == "name" and other.start >= mention.end:
            gap = state.text[mention.end : other.start]
            if gap in (", ", " ") and _is_office_of(state, near, index):
                return state.chain[near + 1] if _fits(state, index, near + 1) else None
            ends = gap == " " or state.text[other.end : other.end + 1] in ",.)—;:"
            if gap in (", ", " ") and ends and _fits(state, index, near):
                return state.chain.get(near)
            break
    return None


def _listed(state: Discourse, first: int, last: int) -> bool:
    """Whether name and noun stand in a list: "Anna Low, a lawyer and two aides"; an "and" follows at once."""
    end = state.mentions[last].end
    begin = state.mentions[first].start
    return state.text[end : end + 5] == " and " and state.text[max(0, begin - 2) : begin] == ", "


def owns(state: Discourse, index: int) -> bool:
    """Whether a nominal only owns what stands behind it: "the mayor" of "Fenn, the mayor's brother"."""
    end = state.mentions[index].end
    return state.text[end : end + 2] in ("'s", "’s", "' ", "’ ")


def _speaks_alone(state: Discourse, name: int, index: int) -> bool:
    """Whether a definite noun behind a name that begins nothing tells by itself what came before: "the men must leave
    Fenn Quay, the union's chief warned"."""
    begins = state.mentions[name].start - state.starts[state.sentence[name]] < BEGINNING
    definite = state.words(index).split(" ", 1)[0].lower() == "the" or "'" in state.words(index).replace("’", "'")
    return definite and not begins and bool(_TELLS.match(state.text, state.mentions[index].end))


def _is_office_of(state: Discourse, name: int, index: int) -> bool:
    """Whether a body's name is the first part of an office before a person's: "her aide, Public Works Head Jo Low"."""
    if name + 1 >= len(state.mentions) or state.mentions[index].type != "person":
        return False
    body, person = state.mentions[name], state.mentions[name + 1]
    adjoin = person.form == "name" and state.text[body.end : person.start] == " "
    return adjoin and body.type != "person" and person.type == "person" and name + 1 in state.chain


def _fits(state: Discourse, index: int, name: int) -> bool:
    chain = state.chain.get(name)
    if chain is None:
        return False
    mine, other = state.mentions[index].type, state.kind(chain)
    if mine == other:
        head = phrases.HEADS[state.heads[index]]
        return not (head.gender and state.gender(chain) and head.gender != state.gender(chain))
    return mine in _BODIES and (other in _BODIES or other == "product")


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
    fit = [chain for chain in counts if not (head.gender and state.gender(chain) not in (None, head.gender))]
    ranked = sorted(fit, key=lambda chain: (-counts[chain], chain))
    if not ranked:
        return None
    return ranked[0] if len(ranked) == 1 or counts[ranked[0]] >= 2 * counts[ranked[1]] else None
