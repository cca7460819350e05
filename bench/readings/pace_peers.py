"""One process of a peer of pace.py, run by an interpreter that has it: prints seconds by the clock, seconds of
processor and peak kilobytes as JSON.

    PYTHON bench/readings/pace_peers.py spacy|torch FILE.json
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any


def spacy(texts: list[str]) -> Callable[[], object]:
    """Tokens and sentences of the texts."""
    nlp = import_module("spacy").blank("en")
    nlp.add_pipe("sentencizer")
    nlp("The mayor said so. It rained.")
    return lambda: [sum(1 for _ in nlp(text).sents) for text in texts]


def torch(given: dict[str, Any]) -> Callable[[], object]:
    """All heads over the windows, one at a time, on one thread."""
    sys.path.insert(0, str(Path(__file__).parents[2] / "training" / "reader"))
    peer, model = import_module("torch"), import_module("model")
    peer.set_num_threads(1)
    reader = model.Reader()
    reader.load_state_dict(peer.load(given["weights"], map_location="cpu"))
    reader.eval()

    def one(ids: list[int], marks: list[int]) -> None:
        hidden = reader.encoder(peer.tensor([[101, *ids, 102]]), peer.tensor([[0, *marks, 0]]), peer.zeros(1))
        for head in (*reader.heads.values(), reader.here, reader.there):
            head(hidden)

    def all_of_them() -> None:
        with peer.inference_mode():
            for ids, marks in given["windows"]:
                one(ids, marks)

    with peer.inference_mode():
        one([2000] * 20, [0] * 20)
    return all_of_them


def main() -> None:
    """Runs one peer once."""
    kind, file = sys.argv[1], Path(sys.argv[2])
    given = json.loads(file.read_text(encoding="utf8"))
    work = spacy(given) if kind == "spacy" else torch(given)
    clock, busy = time.perf_counter(), time.process_time()
    work()
    spent = time.perf_counter() - clock, time.process_time() - busy
    print(json.dumps([*spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))


if __name__ == "__main__":
    main()
