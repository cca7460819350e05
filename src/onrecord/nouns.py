"""Every noun of the record. Imported by all, imports nothing of ours.

Coordinates are code points, half open, counted from 0. An offset is into an article's `text` unless it says otherwise.
Dates are ISO 8601 strings (`2024-10-24`, `2024-10-24T09:30+02:00`), inclusive at both ends, `None` = open.

Two families live here. *Public* nouns are the kinds of the exported record (`CONTRACT` order in `PUBLIC`); each carries
`kind` as its tag and an `id`. *Inner* nouns pass between stages and are never exported.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

import msgspec

Outcome = Literal["read", "set-aside"]
Region = Literal["headline", "summary", "body"]
CopyType = Literal["identical", "syndicated", "rewritten", "excerpt", "update"]
Direction = Literal["certain", "likely", "unknown"]
ChangeType = Literal[
    "quote",
    "quote_marks",
    "number",
    "name",
    "date",
    "source",
    "negation",
    "hedge",
    "meaning",
    "wording",
    "added",
    "dropped",
]
ActorType = Literal["person", "organisation", "outlet", "government", "place", "document", "group", "product"]
SourceKind = Literal["named", "unnamed", "group", "organisation", "outlet", "document", "author", "unspecified"]
Act = Literal[
    "says", "denies", "confirms", "concedes", "asks", "requests", "promises", "threatens", "retracts", "apologises",
    "evades", "declines", "no_response", "thinks",
]  # fmt: skip
Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "questions", "relays"]
Meets = Literal["true", "before", "wider", "narrower", "partial"]
TieType = Literal[
    "meets", "informs", "supports", "praises", "thanks", "donates", "requests", "promises", "offers", "appoints",
    "warns", "threatens", "criticises", "disagrees", "insults", "accuses", "denies", "rejects", "dismisses", "sues",
    "attacks", "clashes", "reconciles", "retracts", "apologises", "acquires",
]  # fmt: skip
Sign = Literal["+", "-", "0"]

Extent = tuple[int, int]
"""Half-open code-point interval `(start, end)`."""

CONTEXT = 32
"""Characters of `prefix` and `suffix`, as W3C TextQuoteSelector implementations commonly keep."""


def digest(kind: str, *parts: object) -> str:
    """The id of a row: its kind and 64 bits of a hash over what it says and where. Same parts, same id, on any
    machine."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{kind}-{hashlib.blake2b(joined.encode('utf8', 'surrogatepass'), digest_size=8).hexdigest()}"


class Noun(msgspec.Struct, frozen=True, kw_only=True):
    """A typed record: immutable, compared by value, encoded by msgspec."""


# ---------------------------------------------------------------------------------------------------- parts of rows


class Span(Noun, frozen=True, kw_only=True):
    """Characters of an article: `text == article.text[start:end]`, always. On flattened text and JSONL also their
    place in the decoded page (`page_start`, `page_end`); on HTML, where that has no meaning, the words around them
    instead."""

    article: str
    start: int
    end: int
    text: str
    page_start: int | None = None
    page_end: int | None = None
    prefix: str | None = None
    suffix: str | None = None


class When(Noun, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A stretch of time, as wide as the words leave it. `precision` names the grain (minute, hour, day, days, week,
    month, quarter, season, year, decade, since, until, open, now, age ...); `edtf` is the same in Extended Date/Time
    Format; `text` the page's words or None; `basis` says in words how it was reached. `anchor` is X's own interval in
    "since X"."""

    from_: str | None
    to: str | None
    precision: str
    edtf: str
    text: str | None
    basis: str
    anchor: When | None = None


class Entry(Noun, frozen=True, kw_only=True):
    """One entry of a live page: `start`..`end` of its article's text, the page's words for its time, and the moment
    that they mean, None where the day is not known."""

    start: int
    end: int
    text: str
    when: When | None


class Link(Noun, frozen=True, kw_only=True):
    """One link of an attribution chain. A link nobody names is `text=None, actor=None, source_kind="unspecified"`."""

    text: str | None
    actor: str | None
    source_kind: SourceKind


class Speaker(Noun, frozen=True, kw_only=True):
    """Who is said to have said it: the page's words, where they stand, the actor they name, and for unnamed people
    their `count` as the page gives it ("13", "several") and the page's `reason` for not naming them."""

    text: str
    span: Span | None
    actor: str | None
    source_kind: SourceKind
    count: str | None = None
    reason: str | None = None


class Evidence(Noun, frozen=True, kw_only=True):
    """Why a copy is called a copy. `before` and `after` are words of the original and of the copy."""

    why: str
    before: str | None = None
    after: str | None = None


class Stand(Noun, frozen=True, kw_only=True):
    """How one statement stands to a claim."""

    id: str
    stance: Stance
    meets: Meets = "true"


class Variant(Noun, frozen=True, kw_only=True):
    """Another claim (or utterance) that is nearly this one, and how it differs, in words."""

    claim: str
    differs: str


# ------------------------------------------------------------------------------------------------------ public nouns


class Page(Noun, frozen=True, kw_only=True, tag_field="kind", tag="page"):
    """One page as it was given. `bytes` is its size; `reason` says why it was set aside."""

    id: str
    uri: str
    sha256: str
    bytes: int
    media_type: str
    captured: str | None
    outcome: Outcome
    reason: str | None


class Article(Noun, frozen=True, kw_only=True, tag_field="kind", tag="article"):
    """One article of a page. `text` is headline, summary points and body paragraphs, one a line; `places[i]` is the
    i-th line's interval in the decoded page (`(None, None)` where the line stands in metadata only; no entries at all
    for HTML), `regions[i]` its region. `place` is the article's number on its page, from 0. `section` is the part of
    the outlet that its page says it stands in ("Politics"); `entries` are those of a live page, in text order;
    `captured` is when its page was."""

    id: str
    page: str
    place: int
    url: str | None
    headline: str | None
    byline: str | None
    outlet: str | None
    agency: str | None
    language: str
    published: When | None
    updated: When | None
    text: str
    places: tuple[tuple[int | None, int | None], ...]
    regions: tuple[Region, ...]
    complete: bool = True
    notes: tuple[str, ...] = ()
    section: str | None = None
    entries: tuple[Entry, ...] = ()
    captured: str | None = None

    def lines(self) -> list[tuple[int, int, Region]]:
        """`(start, end, region)` of each line of `text`, in order."""
        out, start = [], 0
        for line, region in zip(self.text.split("\n"), self.regions, strict=True):
            out.append((start, start + len(line), region))
            start += len(line) + 1
        return out

    def region(self, at: int) -> Region:
        """The region that the character at `at` stands in."""
        return self.regions[self.text.count("\n", 0, at)]

    def span(self, start: int, end: int) -> Span:
        """The span of `text[start:end]`, with its place on the page. Raises ValueError for an interval outside the
        text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(
                f"a span needs 0 <= start < end <= {len(self.text)}, not {start}..{end}: article {self.id}"
            )
        if not self.places:
            before, after = self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]
            return Span(article=self.id, start=start, end=end, text=self.text[start:end], prefix=before, suffix=after)
        text, first = self.text[start:end], self._on_page(start)
        if first is not None and "\n" not in text:
            return Span(article=self.id, start=start, end=end, text=text, page_start=first, page_end=first + len(text))
        last = self._on_page(end - 1)
        return Span(article=self.id, start=start, end=end, text=text, page_start=first, page_end=_next(last))

    def _on_page(self, at: int) -> int | None:
        line = self.text.count("\n", 0, at)
        begin = self.text.rfind("\n", 0, at) + 1
        start = self.places[line][0]
        return None if start is None else start + at - begin


def _next(at: int | None) -> int | None:
    return None if at is None else at + 1


class Scrap(Noun, frozen=True, kw_only=True, tag_field="kind", tag="scrap"):
    """What was cut off a page as no part of any article; `start`, `end` in the decoded page (None for HTML)."""

    id: str
    page: str
    start: int | None
    end: int | None
    text: str
    reason: str


class Copy(Noun, frozen=True, kw_only=True, tag_field="kind", tag="copy"):
    """One article made from another, or, with direction `unknown`, two of one making (their order then means nothing).
    `share` is the share of the copy's words that come from the original, 0 to 1."""

    id: str
    original: str
    copy: str
    type: CopyType
    direction: Direction
    share: float
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0


class Change(Noun, frozen=True, kw_only=True, tag_field="kind", tag="change"):
    """One thing a copying changed; `copy` is the Copy's id, `before` in the original, `after` in the copy. `note` is
    the words by which the copy, a later version, owns up to it; a change of a later version without is a silent one."""

    id: str
    copy: str
    what: ChangeType
    before: Span | None
    after: Span | None
    note: Span | None = None


class Story(Noun, frozen=True, kw_only=True, tag_field="kind", tag="story"):
    """The tightest running matter its articles share; `thread` is shared by the stories of one longer matter."""

    id: str
    title: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None
    thread: str


class Actor(Noun, frozen=True, kw_only=True, tag_field="kind", tag="actor"):
    """One person, body, place ... across its forms and articles. `forms` are distinct surface strings."""

    id: str
    name: str
    type: ActorType
    forms: tuple[str, ...]
    mentions: tuple[Span, ...]


class Statement(Noun, frozen=True, kw_only=True, tag_field="kind", tag="statement"):
    """One source with one cue: who is said to have said what, to whom, how, on whose word. `chain` runs from the outlet
    that wrote the text inward; its last link is the statement's own speaker."""

    id: str
    article: str
    span: Span
    cue: Span | None
    content: tuple[Span, ...]
    region: Region
    speaker: Speaker | None
    hearer: str | None
    act: Act
    mode: Mode
    chain: tuple[Link, ...]
    parent: str | None
    said: When | None
    confidence: float = 1.0

    @property
    def text(self) -> str:
        """The words of the content, pieces joined by a space; the whole span where no content is told."""
        return " ".join(piece.text for piece in self.content) or self.span.text


class Time(Noun, frozen=True, kw_only=True, tag_field="kind", tag="time"):
    """A temporal expression and the stretch it means, counted from where it was said."""

    id: str
    span: Span
    when: When
    region: Region


class Claim(Noun, frozen=True, kw_only=True, tag_field="kind", tag="claim"):
    """One checkable thing that several statements may say. `text` is the words of the best witness. `articles`,
    `outlets` are counts; `origins` the ids of who knows; their honest number lies in `origins_from`..`origins_to`."""

    id: str
    text: str
    statements: tuple[Stand, ...]
    articles: int
    outlets: int
    origins: tuple[str, ...]
    origins_from: int
    origins_to: int
    variants: tuple[Variant, ...]
    cycles: tuple[tuple[str, ...], ...]
    disputed: bool
    confidence: float = 1.0


class Origin(Noun, frozen=True, kw_only=True, tag_field="kind", tag="origin"):
    """Who knows, for one claim: the page's words, the chain it was collapsed from and the articles that lead to it."""

    id: str
    claim: str
    label: str
    source_kind: SourceKind
    path: tuple[Link, ...]
    articles: tuple[str, ...]


class Quotation(Noun, frozen=True, kw_only=True, tag_field="kind", tag="quotation"):
    """One utterance and its variants across articles; `first` is the statement it first appears in, where dates
    tell."""

    id: str
    text: str
    statements: tuple[str, ...]
    first: str | None
    variants: tuple[str, ...]


class Figure(Noun, frozen=True, kw_only=True, tag_field="kind", tag="figure"):
    """A number with its unit and what it counts, in the page's words; `on_word_of` is a statement id or None."""

    id: str
    what: str
    value: float
    unit: str | None
    span: Span
    when: When | None
    on_word_of: str | None


class Event(Noun, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """Something that happened, once however often it is told; every telling is in `evidence`."""

    id: str
    when: When | None
    line: str
    actors: tuple[str, ...]
    evidence: tuple[Span, ...]
    on_word_of: str | None
    confidence: float = 1.0


class Tie(Noun, frozen=True, kw_only=True, tag_field="kind", tag="tie"):
    """What one actor did or said towards another, once an occurrence. `plover` is the PLOVER root type or None."""

    id: str
    actor: str
    target: str
    type: TieType
    plover: str | None
    sign: Sign
    when: When | None
    evidence: tuple[Span, ...]
    on_word_of: str | None
    confidence: float = 1.0


class Target(Noun, frozen=True, kw_only=True):
    """What a correction is about: a row by its kind and id, and by the words it rested on, so that it is found again
    after a rebuild by another version. `other` is the second actor of a merge."""

    kind: str
    id: str
    quotation: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    other: str | None = None
    value: str | None = None


class Correction(Noun, frozen=True, kw_only=True, tag_field="kind", tag="correction"):
    """A person's decision. The log is applied last and never overwritten."""

    id: str
    what: Literal["merge", "split", "reject", "accept", "date", "note"]
    target: Target
    by: str
    at: str
    reason: str | None
    state: Literal["applied", "orphaned"]


Row = (
    Page | Article | Scrap | Copy | Change | Story | Actor | Statement | Time | Claim | Origin | Quotation | Figure |
    Event | Tie | Correction
)  # fmt: skip

PUBLIC: tuple[type[Row], ...] = (
    Page, Article, Scrap, Copy, Change, Story, Actor, Statement, Time, Claim, Origin, Quotation, Figure, Event, Tie,
    Correction,
)  # fmt: skip
"""The kinds of the exported record, in the order in which they are exported."""


def kind_of(noun: type[Noun]) -> str:
    """The `kind` of a noun: its tag, or for an inner noun its name in lower case."""
    tag = noun.__struct_config__.tag
    return tag if isinstance(tag, str) else noun.__name__.lower()


# ------------------------------------------------------------------------------------------------------- inner nouns


class Source(Noun, frozen=True, kw_only=True):
    """Bytes as they were handed over, before anything is known of them. `media_type` is a hint (None = look inside);
    `refused` is the reason why the giver already knows it cannot be read (too large, broken row). Of a fetched page
    `asked` is the address it was asked for by, where it was redirected, `etag` and `modified` (ISO 8601) what its
    server knows this version by; none of the three is a part of what the page is."""

    uri: str
    data: bytes
    media_type: str | None = None
    captured: str | None = None
    refused: str | None = None
    asked: str | None = None
    etag: str | None = None
    modified: str | None = None


class Document(Noun, frozen=True, kw_only=True):
    """A decoded page. `text` is the file's text with its newlines untouched, the HTML source, or for a JSONL row its
    text field; `fields` are the row's other string fields (title, author, date, hostname, url ... as the row names
    them)."""

    page: str
    uri: str
    media_type: str
    captured: str | None
    text: str
    fields: tuple[tuple[str, str], ...] = ()


class Refusal(Noun, frozen=True, kw_only=True):
    """Why a page gave no article ("a consent wall", "no text of an article's length")."""

    page: str
    reason: str


class Imprint(Noun, frozen=True, kw_only=True):
    """What tells whether a page's lines are its own: each as a hash, in page order, and the words of prose in it (0
    where it is no prose). `site` is the host of the page's address, else "outlet:" and the name it gives itself, None
    where it gives none; captures of one page have one `address`."""

    page: str
    site: str | None
    address: str | None
    lines: tuple[str, ...]
    prose: tuple[int, ...]


class Repeats(Noun, frozen=True, kw_only=True):
    """The lines of one page, as hashes, sorted, that stand on other pages of its site with other articles on them."""

    page: str
    lines: tuple[str, ...]


class Sketch(Noun, frozen=True, kw_only=True):
    """What links one article to those it may be made from, as keys: hashes of its words, quotations masked. `grams`
    are hashes of its word 3-grams, sorted, four bytes each, all below 2**32 / 2**`halved`; with `outlet` (folded) and
    `day` (ISO) they tell of two articles that share a key whether they may be of one making. `senses` are those of its
    reading, for articles that say the same in other words."""

    article: str
    keys: tuple[str, ...]
    grams: bytes = b""
    halved: int = 0
    outlet: str | None = None
    day: str | None = None
    senses: tuple[bytes, ...] = ()


class Term(Noun, frozen=True, kw_only=True, array_like=True):
    """A word of an article, folded: how often it stands there, where first (in words from the start, the headline
    included), and whether it is written as a name."""

    word: str
    times: int
    first: int
    name: bool


class Theme(Noun, frozen=True, kw_only=True):
    """What links one article to those that may tell the same story: `keys`, and what tells whether they do. `terms` are
    its most telling words, these first; `people` and `places` the words its names of them are known by, each with how
    often they stand there; `numbers` as digits; `days` what it names as a year, a month and day, or a weekday
    ("y2024", "d6-10", "wmonday"); `length` its words."""

    article: str
    keys: tuple[str, ...]
    terms: tuple[Term, ...] = ()
    people: tuple[tuple[str, int], ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    numbers: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    length: int = 0


class Mention(Noun, frozen=True, kw_only=True):
    """Words that refer to somebody or something. `form` is how: by `name` ("Mr Smith"), as a `nominal` ("the owner",
    "four people close to the talks") or a `pronoun`. `antecedent` is the index in `Reading.mentions` of the
    earlier or later mention it stands for, the most telling one of the article, or None where that is not known. An
    outlet's, document's or body's name has the type the words show. Extents leave out determiners only before names."""

    start: int
    end: int
    type: ActorType
    form: Literal["name", "nominal", "pronoun"]
    antecedent: int | None = None
    confidence: float = 1.0


class Quote(Noun, frozen=True, kw_only=True):
    """Words in quotation marks: `start`, `end` without the marks; `closed` is false where the closing mark is missing
    (the end is then the best guess and never past the paragraph, unless the quotation goes on in the next)."""

    start: int
    end: int
    closed: bool = True


class Attribution(Noun, frozen=True, kw_only=True):
    """One source with one cue, as the words show it, before anybody is identified. `start`..`end` is the whole;
    `content` the pieces, marks left out; `source` the words for who (with "according to" outside), None where nobody
    is named; `parent` the index in `Reading.attributions` of the attribution this one stands inside, None for none."""

    start: int
    end: int
    cue: Extent | None
    source: Extent | None
    content: tuple[Extent, ...]
    act: Act
    mode: Mode
    hearer: Extent | None = None
    parent: int | None = None
    confidence: float = 1.0


class Regard(Noun, frozen=True, kw_only=True):
    """How one mention's bearer stands to another's within a sentence, as a reader sees it: for (+) or against (-).
    `start`..`end` is the words that show it; `holder` and `target` are indexes in `Reading.mentions`."""

    start: int
    end: int
    holder: int
    target: int
    sign: Sign
    confidence: float = 1.0


class Reading(Noun, frozen=True, kw_only=True):
    """What a reader sees in one article: everything in text order, everything as extents of the article's text.
    `senses`, where the reader has them, is what each sentence means: vectors of signed bytes, all of one length, two of
    which are the more alike the larger their cosine.
    `remarks` are for a person: what the reader would not vouch for ("3 answers stand nowhere in the text")."""

    article: str
    reader: str
    sentences: tuple[Extent, ...]
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    times: tuple[Extent, ...] = ()
    regards: tuple[Regard, ...] = ()
    senses: tuple[bytes, ...] = ()
    remarks: tuple[str, ...] = ()


class Persona(Noun, frozen=True, kw_only=True):
    """An actor as one thread shows it. Personas of one `id` are one Actor: the id is a hash of type and name key."""

    id: str
    thread: str
    name: str
    type: ActorType
    forms: tuple[str, ...]
    mentions: tuple[Span, ...]


class Reference(Noun, frozen=True, kw_only=True):
    """Which actor each mention of one article means: `actors[i]` for `Reading.mentions[i]`, None = not known."""

    article: str
    actors: tuple[str | None, ...]


class Dating(Noun, frozen=True, kw_only=True):
    """When an article was published, after its own words and its siblings have been heard (None = nothing is known).
    `notes` tell a person what they have against each other."""

    article: str
    published: When | None
    notes: tuple[str, ...] = ()


class House(Noun, frozen=True, kw_only=True):
    """Who publishes an article, as its thread shows it: the agency or the outlet whose text it is, by one name for all
    articles of one address or host, and for pages without a name that hold word for word what a page with one holds;
    "article" and an id where nobody is named."""

    article: str
    name: str


class Saying(Noun, frozen=True, kw_only=True):
    """When each attribution of one article was said: `said[i]` for `Reading.attributions[i]`."""

    article: str
    said: tuple[When | None, ...]


class Tally(Noun, frozen=True, kw_only=True):
    """What the counting of origins adds to a claim."""

    claim: str
    origins: tuple[str, ...]
    origins_from: int
    origins_to: int
    cycles: tuple[tuple[str, ...], ...]


def by_id(rows: Iterable[Row]) -> list[Row]:
    """Rows in the order of their ids, each once."""
    return [row for _, row in sorted({row.id: row for row in rows}.items())]
