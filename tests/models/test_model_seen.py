"""What the shipped network does with good input and bad. What it finds is measured by bench/readings, not here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from onrecord.models.seen import Sight, feelings, see
from onrecord.nouns import Extent

STORY = (
    "The ferry Marlow ran aground on Tuesday. Ada Lund, the harbour master of Selby Quay, said the pilot had asked for "
    "a tug twice. “Nobody answered him,” she told reporters. The Quay Company declined to comment."
)


def lines(text: str) -> list[Extent]:
    """Sentences for a test: each line is one."""
    found, start = [], 0
    for line in text.split("\n"):
        if line:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def look(text: str, quotes: Sequence[Extent] = ()) -> Sight:
    return see(text, lines(text), quotes)


def extents(sight: Sight) -> list[Extent]:
    parts = [(one.start, one.end) for one in (*sight.names, *sight.times)]
    for one in sight.told:
        parts += [one.cue, *one.content, *([one.source] if one.source else [])]
    return parts


def test_who_said_what_is_seen_in_plain_prose() -> None:
    sight = look(STORY.replace(". ", ".\n"))
    first = next(one for one in sight.told if STORY[slice(*one.cue)] == "said")
    assert first.source
    assert STORY[slice(*first.source)].startswith("Ada Lund")
    assert "asked for a tug" in STORY[slice(*first.content[0])]


def test_a_name_is_seen_with_its_kind() -> None:
    kinds = {STORY[one.start : one.end]: one.kind for one in look(STORY).names}
    assert kinds["Ada Lund"] == "Person"


def test_a_text_is_read_the_same_alone_and_among_others_and_by_two_threads() -> None:
    texts = [STORY, "x " * 500, STORY.replace("Lund", "Varne"), STORY[::-1]] * 2
    alone = [look(text) for text in texts]
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(look, texts)) == alone
    assert [look(text) for text in reversed(texts)] == alone[::-1]


def test_another_process_with_another_number_of_threads_reads_the_same() -> None:
    code = f"from onrecord.models.seen import see\nprint(see({STORY!r}, [(0, {len(STORY)})], ()))"
    printed = [
        subprocess.run(
            [sys.executable, "-c", code], env={"OMP_NUM_THREADS": threads, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout
        for threads in ("1", "2")
    ]  # fmt: skip
    assert printed[0] == printed[1] == f"{look(STORY)}\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "🙂🙃 " * 3000,
        "שלום said “עולם” \u202eabc\u202c " * 400,
        "“" * 5000,
        "“He said” " * 2500,
        "A" + "b" * 2000 + " said it rained.",
        "Mr " + "Anna-" * 400 + "Lund said it rained.",
        "word " * 20_000,
        "\x00\ufeff\u200b\ud800 said it rained",
    ],
    ids=["none", "lines", "emoji", "right to left", "marks", "quotations", "long word", "long name", "endless", "odd"],
)
def test_whatever_stands_there_is_read_and_every_extent_stands_in_it(text: str) -> None:
    sight = look(text)
    assert all(0 <= start < end <= len(text) for start, end in extents(sight))


def test_feelings_are_chances_of_five_kinds() -> None:
    text = "Lund praised Varne."
    (told,) = feelings(text, [((0, 4), (13, 18))])
    assert len(told) == 5
    assert sum(told) == pytest.approx(1, abs=1e-5)
    assert feelings("", []) == []
