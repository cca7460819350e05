"""The reader's network: one encoder (MiniLM-L6), a mark of the writing added to each piece, and a head a question."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from examples import ACTS, NAMES
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, HEADS, INNER, LAYERS, PLACES, VOCABULARY = 384, 12, 1536, 6, 512, 30522
MARKS = 42
PAIR = 160
"""Width of the cue-to-piece scorer."""
REACH = 32
"""Distances between cue and piece are told apart in so many steps either way, growing by doubling."""
SIZES = {"names": 2 * len(NAMES) + 1, "times": 3, "cues": 3, "parts": 5, "acts": len(ACTS)}


class Layer(nn.Module):
    """A layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.attend: Callable[..., Tensor] = attend
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after, self.last = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.after(x + self.out(self.attend(*self.qkv(x).chunk(3, -1), mask)))
        return self.last(x + self.down(F.gelu(self.up(x))))


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
    """Attention of HEADS heads, `(windows, pieces, WIDTH)` each; `mask` is added to the weights."""
    batch, size, _ = q.shape
    q, k, v = (one.view(batch, size, HEADS, WIDTH // HEADS).transpose(1, 2) for one in (q, k, v))
    weights = (q @ k.transpose(-1, -2)) * (WIDTH // HEADS) ** -0.5 + mask
    return (weights.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(batch, size, WIDTH)


class Encoder(nn.Module):
    """BERT with a mark of the writing at each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.marks = nn.Embedding(MARKS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.marks.weight)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.marks(marks) + self.places(places))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Reader(nn.Module):
    """Encoder and heads. `pair` scores every piece for one cue; `feel` two actors."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in SIZES.items()})
        self.here, self.there = nn.Linear(WIDTH, 2 * PAIR), nn.Linear(WIDTH, 2 * PAIR)
        self.far = nn.Embedding(2 * REACH + 1, PAIR)
        self.score = nn.Linear(PAIR, SIZES["parts"])
        self.feel_in, self.feel_out = nn.Linear(4 * WIDTH, 256), nn.Linear(256, 5)
        nn.init.normal_(self.far.weight, std=0.02)

    def pair(self, there: Tensor, here: Tensor, steps: Tensor, parts: Tensor) -> Tensor:
        """Scores `(..., pieces, 5)` from `there` `(..., pieces, 2 PAIR)`, `here` `(..., 1, 2 PAIR)`, steps, and the
        scores `(..., pieces, 5)` of what a piece is of any cue."""
        mixed = there[..., :PAIR] + here[..., :PAIR] + self.far(steps) + there[..., PAIR:] * here[..., PAIR:]
        return self.score(F.relu(mixed)) + parts

    def feel(self, p: Tensor, q: Tensor, whole: Tensor) -> Tensor:
        """Scores `(n, 5)` of actors `p`, `q` in sentences whose first piece is `whole`, each `(n, WIDTH)`."""
        return self.feel_out(F.relu(self.feel_in(torch.cat([p, q, p * q, whole], -1))))


def steps(distance: Tensor) -> Tensor:
    """Which step of REACH a distance (pieces, signed) is: each one up to 16, then growing by doubling."""
    size = distance.abs().clamp(min=1)
    grown = torch.where(size <= 16, size.float(), 16 + 4 * torch.log2(size.float() / 16))
    told = grown.floor().clamp(max=REACH).long() * distance.sign()
    return told + REACH


def load_base(encoder: Encoder, path: Path) -> None:
    """Fills the encoder from `model.safetensors` of MiniLM-L6."""
    data = path.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    heads = json.loads(data[8 : 8 + size])

    def weight(name: str) -> Tensor:
        place = heads[name]
        start, end = place["data_offsets"]
        numbers = np.frombuffer(data[8 + size + start : 8 + size + end], dtype=np.float32)
        return torch.from_numpy(numbers.reshape(place["shape"]).copy())

    state = encoder.state_dict()
    e = "embeddings."
    state["words.weight"] = weight(e + "word_embeddings.weight")
    state["places.weight"] = weight(e + "position_embeddings.weight") + weight(e + "token_type_embeddings.weight")[0]
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = weight(f"{e}LayerNorm.{kind}")
        for n in range(LAYERS):
            old, new = f"encoder.layer.{n}.", f"layers.{n}."
            parts = [weight(f"{old}attention.self.{part}.{kind}") for part in ("query", "key", "value")]
            state[f"{new}qkv.{kind}"] = torch.cat(parts)
            for ours, theirs in (
                ("out", "attention.output.dense"), ("after", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"), ("down", "output.dense"), ("last", "output.LayerNorm"),
            ):  # fmt: skip
                state[f"{new}{ours}.{kind}"] = weight(f"{old}{theirs}.{kind}")
    encoder.load_state_dict(state)
