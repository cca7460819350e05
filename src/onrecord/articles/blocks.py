"""The pieces a page falls into before anything is known of them: lines of flattened text, blocks of HTML."""

from __future__ import annotations

import re
from typing import NamedTuple


class Block(NamedTuple):
    """A piece of a page. `start`, `end` are its place in the decoded page (None for HTML), and then `text` is exactly
    what stands there. `hint` is what the markup calls it (headline, subhead, summary, byline, date, caption,
    paragraph, item, link, or nothing), `reason` why the markup says it belongs to no article; `inside` is false for
    HTML outside the element that holds the prose; `sure` says that the page's layout leaves no doubt that it is body;
    `gap` says that an empty line stands before; `number` counts the
    pieces of the page; `lead` is how many characters at its beginning HTML sets in bold type, `post` tells the
    pieces of an embedded post by one number, 0 for none, and `linked` that all of it is a link to another page."""

    text: str
    start: int | None = None
    end: int | None = None
    hint: str = ""
    reason: str | None = None
    inside: bool = True
    gap: bool = False
    number: int = 0
    sure: bool = False
    lead: int = 0
    post: int = 0
    linked: bool = False

    def part(self, start: int, end: int, hint: str | None = None, reason: str | None = None) -> Block:
        """The piece `text[start:end]`, blanks at its ends left out; reason and hint as given, else as they were."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        begin = None if self.start is None else self.start + start
        return self._replace(
            text=self.text[start:end], start=begin, end=None if begin is None else begin + end - start,
            hint=self.hint if hint is None else hint, reason=reason or self.reason, gap=self.gap and start == 0,
        )  # fmt: skip


_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")


def from_text(text: str) -> list[Block]:
    """The non-empty lines of flattened text, blanks at their ends left out."""
    blocks: list[Block] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match[0]
        if not line.strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        gap = start - last > 1 and text.count("\n", last, start) + text.count("\r\r", last, start) > 1
        words = line.strip()
        blocks.append(Block(text=words, start=start, end=start + len(words), gap=gap, number=len(blocks)))
        last = start + len(words)
    return blocks
