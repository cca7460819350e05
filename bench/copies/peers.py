"""Other tools on the same families: which articles are of one making, and which words a copying changed.

`cluster` runs datasketch's MinHash-LSH and text-dedup's MinHash (word 5-grams, 128 permutations, thresholds 0.7 and
0.5), `spans` difflib on words and redlines, each in an interpreter of its own that has datasketch, redlines and, for
itself, text-dedup 0.4: none is a dependency of ours.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Pair = tuple[str, str]
Span = tuple[str, str]
"""Words that went and words that came, "" for none."""

DATASKETCH = """
import json, sys
from datasketch import MinHash, MinHashLSH
threshold = float(sys.argv[1]); lsh = MinHashLSH(threshold=threshold, num_perm=128); made = {}
for key, text in json.load(sys.stdin).items():
    words = text.lower().split(); m = MinHash(num_perm=128)
    m.update_batch([" ".join(words[i:i+5]).encode() for i in range(max(1, len(words)-4))])
    made[key] = m; lsh.insert(key, m)
print(json.dumps([sorted((k, o)) for k, m in made.items() for o in lsh.query(m) if o > k]))
"""
TEXT_DEDUP = """
import json, os, pickle, subprocess, sys
threshold, folder = sys.argv[1:3]
texts = json.load(sys.stdin); keys = sorted(texts)
with open(f"{folder}/in.jsonl", "w") as out:
    out.writelines(json.dumps({"text": texts[key], "id": n}) + chr(10) for n, key in enumerate(keys))
asked = {"path": "json", "data_files": f"{folder}/in.jsonl", "split": "train", "cache_dir": f"{folder}/cache",
    "output": f"{folder}/out", "column": "text", "idx_column": "id", "ngram": "5", "num_perm": "128",
    "threshold": threshold, "num_proc": "1"}
words = [word for key, value in asked.items() for word in (f"--{key}", value)]
subprocess.run([sys.executable, "-m", "text_dedup.minhash", "--debug", *words], check=True, stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL, env={**os.environ, "HF_HUB_OFFLINE": "1"})
with open(f"{folder}/out/uf.pkl", "rb") as file: held = pickle.load(file)
parent = held.parent if hasattr(held, "parent") else held
def root(x):
    while parent.get(x, x) != x: x = parent[x]
    return x
print(json.dumps([sorted((keys[x], keys[root(x)])) for x in range(len(keys)) if root(x) != x]))
"""
SPANS = """
import difflib, json, re, sys
from redlines import Redlines
def by_difflib(a, b):
    a, b = a.split(), b.split()
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal": yield " ".join(a[i:j]), " ".join(b[k:m])
def by_redlines(a, b):
    for change in Redlines(a, b).changes: yield change.source_text or "", change.test_text or ""
tools = {"difflib": by_difflib, "redlines": by_redlines}
print(json.dumps([list(tools[sys.argv[1]](*pair)) for pair in json.load(sys.stdin)]))
"""


def cluster(python: Path, tool: str, texts: dict[str, str], threshold: float) -> list[Pair]:
    """The pairs that "datasketch" or "text-dedup" tells. Raises CalledProcessError where the tool is not there."""
    script = {"datasketch": DATASKETCH, "text-dedup": TEXT_DEDUP}[tool]
    with tempfile.TemporaryDirectory() as folder:
        return [(a, b) for a, b in _asked(python, script, (str(threshold), folder), texts)]


def spans(python: Path, tool: str, pairs: Sequence[tuple[str, str]]) -> list[list[Span]]:
    """For each pair of texts the spans that "difflib" or "redlines" tells as changed."""
    found: list[list[Span]] = _asked(python, SPANS, (tool,), list(pairs))
    return found


def _asked(python: Path, script: str, arguments: Sequence[str], given: object) -> Any:
    done = subprocess.run(
        [python, "-c", script, *arguments], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])
