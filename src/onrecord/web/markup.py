"""The smallest pieces of markup, which every row is made of many times over: written here, where they take a tenth of
the time that template macros take. Every word of a record goes through `_safe`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from onrecord.web.marks import Token
from onrecord.web.moments import Moment
from onrecord.web.rows import Ref

FROM = ' <span class="from" role="img" aria-label="has it from">←</span> '


_SPECIAL = re.compile(r"""[&<>"']""")


def _safe(text: str) -> str:
    """The text as it may stand in markup and in an attribute. Most words hold nothing to escape."""
    return html.escape(text) if _SPECIAL.search(text) else text


class Pieces:
    """Links that count from where a page stands: `folder` is the way from it to the dossier's folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def ref(self, link: Ref) -> Markup:
        """Words, as a link where they lead somewhere."""
        return Markup(self._ref(link))

    def _ref(self, link: Ref) -> str:
        note = f' title="{_safe(link.note)}"' if link.note else ""
        if link.href is None:
            return f"<bdi{note}>{_safe(link.text)}</bdi>"
        return f'<a href="{self._folder}{_safe(link.href)}"{note}><bdi>{_safe(link.text)}</bdi></a>'

    def names(self, links: Iterable[Ref]) -> Markup:
        """Several, with commas between."""
        return Markup(", ".join(map(self._ref, links)))

    def chain(self, links: Iterable[Ref]) -> Markup:
        """A chain from the outlet inward."""
        return Markup(FROM.join(map(self._ref, links)))


def moment(when: Moment) -> Markup:
    """A stretch of time, with how it was reached for whoever points at it."""
    note = f' title="{_safe(when.basis)}"' if when.basis else ""
    if when.iso:
        return Markup(f'<time datetime="{_safe(when.iso)}"{note}>{_safe(when.words)}</time>')
    return Markup(f"<span{note}>{_safe(when.words)}</span>")


def marked(tokens: Sequence[Token]) -> Markup:
    """A text with its marks."""
    return Markup("".join(map(_token, tokens)))


def _token(token: Token) -> str:
    if token.what == "text":
        return _safe(token.text)
    if token.what == "close":
        return "</mark>"
    style = f' class="{_safe(token.style)}"' if token.style else ""
    name = f' id="{_safe(token.anchor)}"' if token.anchor else ""
    note = f' title="{_safe(token.note)}"' if token.note else ""
    return f"<mark{style}{name}{note}>"


def count(value: int, one: str, many: str) -> str:
    """ "1 article", "1,200 articles"."""
    return f"{value:,} {one if value == 1 else many}"
