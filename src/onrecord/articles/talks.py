"""Interviews and transcripts: which lines are the turns of a talk, and whose turns an article gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.articles.blocks import Block
from onrecord.articles.kinds import PROSE, SUMMARY, TITLE, Line
from onrecord.language.turns import LEAST_TURNS, TWICE, speakers, turns
from onrecord.nouns import Article

_LABEL = re.compile(r"[A-Z][\w.’'-]{0,24}(?: [A-Z][\w.’'-]{0,24}){0,4}")


def parted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of HTML, those that open with a speaker in bold type cut behind it ("<b>Ida Marsh</b> No."): what bold
    type shows is lost in text. Only names in turns are speakers: two or more of them, each more than once."""
    labels = [_label(block) for block in blocks]
    counts = Counter(label for label in labels if label)
    takers = {label for label, count in counts.items() if count >= TWICE}
    if len(takers) < 2 or sum(counts[label] for label in takers) < LEAST_TURNS:
        return list(blocks)
    out: list[Block] = []
    for block, label in zip(blocks, labels, strict=True):
        if label in takers:
            out += [block.part(0, len(label)), block.part(len(label), len(block.text))]
        else:
            out.append(block)
    return out


def _label(block: Block) -> str:
    """The name in bold type that a block opens with and that no colon follows, or nothing."""
    label = block.text[: block.lead]
    if not label or block.reason is not None or _LABEL.fullmatch(label) is None:
        return ""
    return "" if block.text[block.lead :].lstrip().startswith((":", ",")) or label.endswith(":") else label


def as_talk(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that give a talk in turns made body: labels and questions look like headings, and the markup of
    talks sets them as such. Flattened text is left as it is."""
    held = [number for number, line in enumerate(lines) if _may_be_said(line)]
    talk = turns([lines[number].block.text for number in held])
    if not talk:
        return list(lines)
    out = list(lines)
    for number in held[talk[0].at : talk[-1].line + 1]:
        block = lines[number].block
        hint = "paragraph" if block.hint in ("", "subhead", "summary") else block.hint
        out[number] = Line(block._replace(hint=hint), PROSE)
    return out


def _may_be_said(line: Line) -> bool:
    block = line.block
    return block.start is None and block.inside and block.hint not in ("link", "headline") and line.kind in _SAID


_SAID = (PROSE, TITLE, SUMMARY)


def talk_note(article: Article) -> str | None:
    """The note that says whose turns an article gives, in the order in which they first speak, or None."""
    body = [article.text[start:end] for start, end, region in article.lines() if region == "body"]
    names = speakers(turns(body))
    return f"a talk, in turns of {', '.join(names)}" if names else None
