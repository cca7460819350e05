"""Commands that list rows: one a noun."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from onrecord.cli.app import DEFAULT, About, Form, Format, From, RecordFile, Speaker, Story, To, app
from onrecord.cli.printing import remark, say, show
from onrecord.nouns import Actor, Article, Claim, Copy, Event, Link, Statement, Tie, Time, When
from onrecord.nouns import Story as StoryRow
from onrecord.record import Record

Act = Annotated[str | None, typer.Option("--act", help="Only statements of this act (says, denies, declines ...).")]


@app.command()
def stories(record: RecordFile = DEFAULT, form: Format = Form.table) -> None:
    """Stories: the articles on one running matter."""
    with Record.open(record) as book:
        head = ("title", "articles", "from", "to", "thread")

        def cells(row: StoryRow) -> tuple[str, ...]:
            return row.title, str(len(row.articles)), row.first or "", row.last or "", row.thread

        show(StoryRow, book.stories(), form, head, cells)


@app.command()
def articles(
    record: RecordFile = DEFAULT, form: Format = Form.table, story: Story = None, from_: From = None, to: To = None
) -> None:
    """Articles, with outlet, agency and date."""
    with Record.open(record) as book:
        _doubt(book, story=story)
        rows: Iterable[Article] = book.articles(story=story, from_=from_, to=to)
        head = ("headline", "outlet", "agency", "published")
        show(
            Article, rows, form, head, lambda a: (a.headline or "", a.outlet or "", a.agency or "", _when(a.published))
        )


@app.command()
def copies(record: RecordFile = DEFAULT, form: Format = Form.table, story: Story = None) -> None:
    """Copies: what was made from what, and how much of it."""
    with Record.open(record) as book:
        outlets = {article.id: _named(article) for article in book.articles()}

        def cells(row: Copy) -> tuple[str, ...]:
            return (
                outlets.get(row.original, "?"),
                outlets.get(row.copy, "?"),
                row.type,
                row.direction,
                f"{row.share:.2f}",
            )

        _doubt(book, story=story)
        show(Copy, book.copies(story=story), form, ("original", "copy", "type", "direction", "share"), cells)


@app.command()
def statements(
    record: RecordFile = DEFAULT, form: Format = Form.table, speaker: Speaker = None, about: About = None, act: Act =
    None, story: Story = None, from_: From = None, to: To = None,
) -> None:  # fmt: skip
    """Statements: who said what, how, on whose word, and when."""
    with Record.open(record) as book:
        _doubt(book, speaker=speaker, about=about, story=story)
        rows = book.statements(speaker=speaker, about=about, act=act, story=story, from_=from_, to=to)
        _statements(book, rows, form)


@app.command()
def silences(
    record: RecordFile = DEFAULT, form: Format = Form.table, speaker: Speaker = None, story: Story = None,
    from_: From = None, to: To = None,
) -> None:  # fmt: skip
    """Silences and denials: who denied, declined to comment, did not respond, or answered past the question."""
    with Record.open(record) as book:
        _doubt(book, speaker=speaker, story=story)
        _statements(book, book.silences(speaker=speaker, story=story, from_=from_, to=to), form)


DENYING = ("den", "reject", "dismiss", "disput", "refut", "rebut", "contradict", "disavow")
"""Beginnings of verbs that say by themselves that what follows is not so."""


def _act(row: Statement) -> str:
    """The act in words: one who denies by what he says ("it had no record") denies, saying it."""
    cue = row.cue.text.lower() if row.cue else ""
    by_words = row.act == "denies" and bool(row.content) and not any(word.startswith(DENYING) for word in cue.split())
    return "denies, saying" if by_words else row.act


def _statements(book: Record, rows: Iterable[Statement], form: Form) -> None:
    names = {actor.id: actor.name for actor in book.actors()} if form is Form.table else {}

    def cells(row: Statement) -> tuple[str, ...]:
        speaker = row.speaker
        who = names.get(speaker.actor or "", speaker.text) if speaker else "(not named)"
        return who, _act(row), row.mode, row.text, _chain(row.chain), _when(row.said)

    show(Statement, rows, form, ("who", "act", "mode", "what", "chain", "said"), cells)


@app.command()
def times(
    record: RecordFile = DEFAULT, form: Format = Form.table, story: Story = None, from_: From = None, to: To = None
) -> None:
    """Expressions of time and the stretch each means."""
    with Record.open(record) as book:
        _doubt(book, story=story)
        rows = book.times(story=story, from_=from_, to=to)

        def cells(row: Time) -> tuple[str, ...]:
            return row.span.text, _when(row.when), row.when.precision, row.when.basis

        show(Time, rows, form, ("words", "when", "precision", "basis"), cells)


@app.command()
def claims(record: RecordFile = DEFAULT, form: Format = Form.table, about: About = None, story: Story = None) -> None:
    """Claims: what is claimed, in how many articles and outlets, from how many origins."""
    with Record.open(record) as book:

        def cells(row: Claim) -> tuple[str, ...]:
            origins = (
                str(row.origins_from) if row.origins_from == row.origins_to else f"{row.origins_from}–{row.origins_to}"
            )
            return row.text, str(row.articles), str(row.outlets), origins, "disputed" if row.disputed else ""

        _doubt(book, about=about, story=story)
        show(Claim, book.claims(about=about, story=story), form, ("claim", "articles", "outlets", "origins", ""), cells)


@app.command()
def timeline(
    record: RecordFile = DEFAULT, form: Format = Form.table, speaker: Speaker = None, story: Story = None, from_: From
    = None, to: To = None,
) -> None:  # fmt: skip
    """The timeline: what happened when, on whose word, and when that was said, published and copied."""
    with Record.open(record) as book:
        articles = {article.id: article for article in book.articles()} if form is Form.table else {}
        made = {copy.copy for copy in book.copies() if copy.direction != "unknown"} if form is Form.table else set()
        spoken = {row.id: row for row in book.statements()} if form is Form.table else {}

        def cells(row: Event) -> tuple[str, ...]:
            told = sorted({span.article for span in row.evidence} & articles.keys())
            word = spoken.get(row.on_word_of or "")
            published, copied = (
                _stretch([articles[article] for article in held])
                for held in (told, [article for article in told if article in made])
            )
            who = word.speaker.text if word and word.speaker else "somebody" if row.on_word_of else ""
            return _when(row.when), row.line, who, _when(word.said) if word else "", published, copied

        _doubt(book, speaker=speaker, story=story)
        rows = book.timeline(speaker=speaker, story=story, from_=from_, to=to)
        show(Event, rows, form, ("happened", "what", "on the word of", "said", "published", "copied"), cells)


def _stretch(articles: Sequence[Article]) -> str:
    """From the first to the last day on which dated articles appeared."""
    known = [(a.published.from_, a.published.to) for a in articles if a.published]
    ends = sorted(end[:10] for first, last in known if first and last for end in (first, last))
    return "" if not ends else ends[0] if ends[0] == ends[-1] else f"{ends[0]} – {ends[-1]}"


@app.command()
def ties(
    record: RecordFile = DEFAULT,
    form: Format = Form.table,
    speaker: Speaker = None,
    about: About = None,
    story: Story = None,
) -> None:
    """Ties: what people and bodies did or said towards one another."""
    with Record.open(record) as book:
        names = {actor.id: actor.name for actor in book.actors()}

        def cells(row: Tie) -> tuple[str, ...]:
            words = row.evidence[0].text if row.evidence else ""
            return names.get(row.actor, "?"), row.type, names.get(row.target, "?"), row.sign, _when(row.when), words

        _doubt(book, speaker=speaker, about=about, story=story)
        rows = book.ties(speaker=speaker, about=about, story=story)
        show(Tie, rows, form, ("who", "does", "to whom", "", "when", "words"), cells)


@app.command()
def actors(record: RecordFile = DEFAULT, form: Format = Form.table, speaker: Speaker = None) -> None:
    """Actors: people, bodies and places across their forms and articles."""
    with Record.open(record) as book:

        def cells(row: Actor) -> tuple[str, ...]:
            return row.name, row.type, "; ".join(row.forms), str(len(row.mentions))

        _doubt(book, speaker=speaker)
        show(Actor, book.actors(speaker=speaker), form, ("name", "type", "forms", "mentions"), cells)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words that must all stand there.", show_default=False)],
    record: RecordFile = DEFAULT,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many hits.")] = 50,
) -> None:
    """Search articles and statements."""
    with Record.open(record) as book:
        for hit in book.search(" ".join(words), limit):
            say(f"{hit.id}  " + hit.snippet.replace("\x02", "【").replace("\x03", "】").replace("\n", " ¶ "))


def _doubt(book: Record, speaker: str | None = None, about: str | None = None, story: str | None = None) -> None:
    """Remarks on names that the record does not have: an empty list must not read as "he said nothing"."""
    if speaker or about or story:
        for doubt in book.doubts(speaker=speaker, about=about, story=story):
            remark(doubt)


def _named(article: Article) -> str:
    first = article.headline or article.text.split("\n", 1)[0][:80]
    return f"{article.outlet}: {first}" if article.outlet else first


def _when(when: When | None) -> str:
    if when is None:
        return ""
    return when.from_ or "" if when.from_ == when.to else f"{when.from_ or '…'} – {when.to or '…'}"


def _chain(chain: Iterable[Link]) -> str:
    return " ← ".join(link.text or "(not named)" for link in chain)
