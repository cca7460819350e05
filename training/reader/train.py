"""Trains the reader: arrays -> weights.

    python training/reader/train.py corpora.pickle BASE out/reader.pt --steps 1200

BASE is the folder of MiniLM-L6's `model.safetensors` and `vocab.txt`. Two processes of one thread each share every step
(their gradients are averaged). The rate is constant, then falls to nothing over the last `--cool` steps; a file
`reader.end` beside OUT begins that at once, and the step it ends at is printed (give it as `--steps` to do the same
again). Seeded: the same arrays and steps give the same weights on one kind of processor.
"""

from __future__ import annotations

import argparse
import itertools
import os
import pickle
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.distributed as dist
from batches import Batch, Vocabulary, epoch, feelings
from model import Reader, load_base, steps
from torch import Tensor, multiprocessing
from torch.nn import functional as F

SHARES = {"polnear": 0.56, "worldwide": 0.25, "wikinews": 0.01, "sentiment": 0.18}
"""Of all batches. About as many pieces an epoch: 0.9 M, 0.45 M, 0.02 M, 0.5 M."""
WEIGHTS = {"names": 3.0, "times": 1.0, "cues": 4.0, "parts": 1.0, "acts": 0.2}
IN_CONTENT = 0.3
"""Weight of "no cue here" inside a content, where PolNeAR marks none by design."""
RATE, HEAD_RATE, DECAY, SEED = 2e-4, 1e-3, 0.01, 20
USUAL = 60
"""Pieces of an attribution's parts, by which the pair loss is divided."""


def endless(make: Callable[[], Iterator[Batch]]) -> Iterator[Batch]:
    """Epoch after epoch."""
    return itertools.chain.from_iterable(iter(make, None))


def losses(reader: Reader, one: Batch) -> dict[str, Tensor]:
    """The loss of each head that the batch can teach."""
    hidden = reader.encoder(one.ids, one.marks, one.mask).float()
    hidden = F.dropout(hidden, 0.1, reader.training)
    found = {}
    for name, head in reader.heads.items():
        labels = one.labels[name]
        if (labels >= 0).any():
            each = F.cross_entropy(head(hidden).float().flatten(0, 1), labels.flatten(), reduction="none")
            weight = torch.where((labels == 0) & (one.inside == 1), IN_CONTENT, 1.0) if name == "cues" else 1.0
            share = one.sure if name == "names" else 1.0
            found[name] = (each.view_as(labels) * weight).sum() / (labels >= 0).sum() * share
    if len(one.link_window):
        found["pair"] = _pair_loss(reader, one, hidden)
    if len(one.pairs):
        found["feel"] = F.cross_entropy(feel(reader, one, hidden).float(), one.pairs[:, 4])
    return found


def _pair_loss(reader: Reader, one: Batch, hidden: Tensor) -> Tensor:
    cue = hidden[one.link_window[:, None], one.link_cue].mean(1)
    distance = torch.arange(hidden.shape[1]) - one.link_cue[:, :1]
    there, parts = reader.there(hidden)[one.link_window], reader.heads["parts"](hidden)[one.link_window]
    scores = reader.pair(there, reader.here(cue)[:, None], steps(distance), parts).float()
    each = F.cross_entropy(scores.flatten(0, 1), one.link_labels.flatten(), reduction="none")
    told = each.view_as(one.link_labels).sum(1) * one.link_weight
    return told.sum() / (len(told) * USUAL)


def feel(reader: Reader, one: Batch, hidden: Tensor) -> Tensor:
    """Scores of the marked pairs."""

    def pooled(first: int) -> Tensor:
        at = torch.arange(hidden.shape[1])
        inside = (at >= one.pairs[:, first : first + 1]) & (at < one.pairs[:, first + 1 : first + 2])
        return (hidden * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)

    return reader.feel(pooled(0), pooled(2), hidden[:, 0])


def work(rank: int, asked: argparse.Namespace) -> None:
    """One of the two processes."""
    os.setsid()  # Linux shares a processor among sessions first: two sessions, two shares
    torch.set_num_threads(1)
    os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(asked.port)}
    dist.init_process_group("gloo", rank=rank, world_size=asked.workers)
    torch.manual_seed(asked.seed + rank)
    chance = np.random.default_rng(asked.seed + rank)
    corpora: dict[str, Any] = pickle.loads(asked.corpora.read_bytes())
    known = Vocabulary.read(asked.base / "vocab.txt")
    texts = ("polnear", "worldwide", "wikinews")
    streams = {name: endless(partial(epoch, corpora[name], chance, known, asked.pieces)) for name in texts}
    streams["sentiment"] = endless(partial(feelings, corpora["sentiment"], chance, asked.pieces))
    torch.manual_seed(SEED)
    reader = Reader()
    load_base(reader.encoder, asked.base / "model.safetensors")
    if asked.start:
        reader.load_state_dict(torch.load(asked.start))
    reader.encoder.words.weight.requires_grad = False
    learn(reader, streams, chance, asked, rank)


def learn(
    reader: Reader, streams: dict[str, Iterator[Batch]], chance: Any, asked: argparse.Namespace, rank: int
) -> None:
    """The steps."""
    learnt = [p for p in reader.parameters() if p.requires_grad]
    body = [p for n, p in reader.named_parameters() if p.requires_grad and n.startswith("encoder.layers")]
    held = {id(p) for p in body}
    heads = [p for p in learnt if id(p) not in held]
    adam = torch.optim.AdamW(
        [{"params": body, "lr": asked.rate}, {"params": heads, "lr": HEAD_RATE}], weight_decay=DECAY
    )
    last = asked.steps
    shape = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda n: min(1.0, (n + 1) / asked.warm, max(0.0, (last - n) / asked.cool))
    )
    names = list(SHARES)
    seen: dict[str, list[float]] = {}
    begun = time.monotonic()
    reader.train()
    for step in itertools.count():
        if step >= last:
            break
        one = next(streams[names[int(chance.choice(len(names), p=list(SHARES.values())))]])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            told = losses(reader, one)
        sum(loss * WEIGHTS.get(name, 1.0) for name, loss in told.items()).backward()
        for name, loss in told.items():
            seen.setdefault(name, []).append(loss.item())
        ending = torch.tensor([float(asked.out.with_suffix(".end").exists() and rank == 0)])
        flat = torch.cat(
            [*(p.grad.flatten() if p.grad is not None else torch.zeros(p.numel()) for p in learnt), ending]
        )
        dist.all_reduce(flat)
        if flat[-1] > 0 and last == asked.steps and step + asked.cool < last:
            last = step + asked.cool
            print(f"ends at {last}", flush=True)
        flat = flat[:-1] / asked.workers
        flat *= min(1.0, 1.0 / (flat.norm().item() + 1e-6))
        for p, grad in zip(learnt, flat.split([p.numel() for p in learnt]), strict=True):
            p.grad = grad.view_as(p)
        adam.step()
        adam.zero_grad()
        shape.step()
        if rank == 0 and (step % 25 == 24 or step in (2, 9)):
            line = "  ".join(f"{name} {np.mean(values):.4f}" for name, values in sorted(seen.items()))
            print(f"{step + 1:5d}  {time.monotonic() - begun:6.0f} s  {line}", flush=True)
            seen = {}
        if rank == 0 and (step % 50 == 49 or step + 1 == last):
            torch.save(reader.state_dict(), asked.out)


def main() -> None:
    """Starts the processes."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpora", type=Path)
    ask.add_argument("base", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--steps", type=int, default=1200)
    ask.add_argument("--seed", type=int, default=SEED)
    ask.add_argument("--warm", type=int, default=50)
    ask.add_argument("--cool", type=int, default=250, help="steps at the end over which the rate falls to nothing")
    ask.add_argument("--pieces", type=int, default=2048, help="pieces a step and process")
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--rate", type=float, default=RATE)
    ask.add_argument("--start", type=Path, help="weights to go on from")
    ask.add_argument("--port", type=int, default=29511)
    asked = ask.parse_args()
    multiprocessing.spawn(work, args=(asked,), nprocs=asked.workers)


if __name__ == "__main__":
    main()
