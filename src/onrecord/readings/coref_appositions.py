"""The name beside a nominal: "Anna Low, a spokeswoman", "the minister, Anna Low,", "a man who gave his name as Low"."""

from __future__ import annotations

import re

from onrecord.readings import nominals as phrases
from onrecord.readings.discourse import Discourse
from onrecord.words import table

_BODIES = frozenset({"organisation", "outlet", "government", "group"})
_TELLS = re.compile(rf" (?:{'|'.join(table('nominals')['reference']['telling'])})\b")
_GIVEN = re.compile(
    r",? who (?:(?:would )?(?:gave|give) (?:only )?(?:his|her|their) (?:first |last |full )?name(?: only)? as"
    r"|(?:asked|wanted|agreed|wished) to be (?:identified|named|called|known) (?:only )?(?:as|by (?:his|her|their)"
    r" (?:first|last|middle) name,)|identified (?:himself|herself|themselves) (?:only )?as|goes by) "
)
_AND_THE = re.compile(r",? and (?:the |[A-Z])")
_AGED = re.compile(r", \d{1,3}, ")
BEGINNING = 30
"""Characters of a sentence within which a name leads it."""


def beside(state: Discourse, index: int) -> int | None:
    """The name in apposition: "Anna Low, a spokeswoman", "the minister, Anna Low,", "the law firm Low & Co"."""
    if not single(state, index) or _owns(state, index):
        return None
    mention = state.mentions[index]
    if (inner := _named_inside(state, index)) is not None:
        return inner
    for near in range(index - 1, max(-1, index - 8), -1):
        other = state.mentions[near]
        if other.form == "name" and other.end <= mention.start:
            gap = state.text[other.end : mention.start]
            apart = _listed(state, near, index) or _speaks_alone(state, near, index)
            if (gap in (", ", " — ", " – ") or _AGED.fullmatch(gap)) and _fits(state, index, near) and not apart:
                return state.chain.get(near)
            break
    for near in range(index + 1, min(len(state.mentions), index + 6)):
        other = state.mentions[near]
        if other.form == "name" and other.start >= mention.end:
            gap = state.text[mention.end : other.start]
            if _GIVEN.fullmatch(gap) and _fits(state, index, near):
                return state.chain.get(near)
            if gap in (", ", " ") and _is_office_of(state, near, index):
                return state.chain[near + 1] if _fits(state, index, near + 1) else None
            ends = gap == " " or state.text[other.end : other.end + 1] in ",.)—;:"
            if gap in (", ", " ") and ends and _fits(state, index, near):
                return state.chain.get(near)
            break
    return None


def _named_inside(state: Discourse, index: int) -> int | None:
    """The outlet whose name the noun of its sort follows: "the Varle Bugle newspaper"."""
    mention = state.mentions[index]
    inner = index + 1 if index + 1 < len(state.mentions) else index
    name = state.mentions[inner]
    if mention.type != "outlet" or name.form != "name" or name.type != "outlet" or name.end >= mention.end:
        return None
    follows = state.text[name.end : name.end + 1 + len(state.heads[index])].lower()
    alone = not state.text[mention.start : name.start].strip().lower().removeprefix("the")
    return state.chain.get(inner) if alone and follows == " " + state.heads[index] else None


def single(state: Discourse, index: int) -> bool:
    """Whether a nominal means one person or body."""
    head = phrases.HEADS.get(state.heads[index])
    return bool(head and not head.plural)


def _owns(state: Discourse, index: int) -> bool:
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


def _listed(state: Discourse, first: int, last: int) -> bool:
    """Whether name and noun stand in a list: "Anna Low, a lawyer and two aides", "the Varne Party, the government and
    the unions"; an "and" follows at once."""
    end = state.mentions[last].end
    begin = state.mentions[first].start
    if _AND_THE.match(state.text, end) and state.words(last).lower().startswith("the "):
        return True
    return state.text[end : end + 5] == " and " and state.text[max(0, begin - 2) : begin] == ", "


def _fits(state: Discourse, index: int, name: int) -> bool:
    chain = state.chain.get(name)
    if chain is None:
        return False
    mine, other = state.mentions[index].type, state.kind(chain)
    if mine == other:
        head = phrases.HEADS[state.heads[index]]
        return not (head.gender and state.gender(chain) and head.gender != state.gender(chain))
    return mine in _BODIES and (other in _BODIES or other == "product")
