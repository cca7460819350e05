"""Weights -> the files that ship: three ONNX graphs, the encoder's matrices in int8.

    python training/reader/export.py out/reader.pt BASE src/onrecord/models/reader [--float]

Weights of the encoder's matrices and of its word table are int8, a scale a column (table: one scale); what they are
multiplied with is quantised as it comes. Heads stay fp32, but for what the scorer of pairs is given. `--float` leaves
everything fp32, to measure the cost.
"""

from __future__ import annotations

import argparse
import tempfile
import warnings
from pathlib import Path
from typing import Any

import torch
from model import HEADS as HEADS_OF_LAYER
from model import PAIR, WIDTH, Reader, attend
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

warnings.filterwarnings("ignore")
HEADS = ("names", "times", "cues", "parts", "acts")


class Fused(torch.autograd.Function):
    """Attention as one operator of onnxruntime, which is faster than its parts."""

    @staticmethod
    def forward(_: Any, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
        return attend(q, k, v, mask)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any, _: Any) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS_OF_LAYER)


class Windows(nn.Module):
    """Pieces of one window -> scores of every head, and what pairs are scored from."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        hidden = self.reader.encoder(ids, marks, torch.zeros(1))
        told = [self.reader.heads[name](hidden) for name in HEADS]
        return (*told, self.reader.here(hidden), self.reader.there(hidden), hidden)


class Pairs(nn.Module):
    """Scores of every piece for each cue."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, there: Tensor, here: Tensor, steps: Tensor, parts: Tensor) -> Tensor:
        return self.reader.pair(there[None], here[:, None], steps, parts[None])


class Feelings(nn.Module):
    """Scores of pairs of actors."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, p: Tensor, q: Tensor, whole: Tensor) -> Tensor:
        return self.reader.feel(p, q, whole)


def main() -> None:
    """Writes the graphs."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("weights", type=Path)
    ask.add_argument("base", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--float", action="store_true")
    asked = ask.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(asked.weights, map_location="cpu"))
    reader.eval()
    for layer in reader.encoder.layers:
        layer.attend = Fused.apply
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "tokenizer.json").write_bytes((asked.base / "tokenizer.json").read_bytes())
    ids = torch.randint(1000, 2000, (1, 40))
    graphs = {
        "windows": (Windows(reader), {"ids": ids, "marks": torch.ones_like(ids)}, {"ids": {1: "n"}, "marks": {1: "n"}}),
        "pairs": (
            Pairs(reader),
            {
                "there": torch.randn(40, 2 * PAIR),
                "here": torch.randn(3, 2 * PAIR),
                "steps": torch.full((3, 40), 7),
                "parts": torch.randn(40, 5),
            },
            {"there": {0: "n"}, "here": {0: "c"}, "steps": {0: "c", 1: "n"}, "parts": {0: "n"}},
        ),
        "feelings": (
            Feelings(reader),
            {name: torch.randn(3, WIDTH) for name in ("p", "q", "whole")},
            {name: {0: "c"} for name in ("p", "q", "whole")},
        ),
    }
    for name, (graph, given, free) in graphs.items():
        with tempfile.TemporaryDirectory() as folder:
            plain = Path(folder) / "plain.onnx"
            torch.onnx.export(
                graph, tuple(given.values()), str(plain), input_names=list(given), dynamic_axes=free, dynamo=False,
                opset_version=17, custom_opsets={"com.microsoft": 1},
            )  # fmt: skip
            if asked.float or name != "windows":
                (asked.out / f"{name}.onnx").write_bytes(plain.read_bytes())
            else:
                quantised(plain, asked.out / f"{name}.onnx")
        print(name, (asked.out / f"{name}.onnx").stat().st_size)


def quantised(plain: Path, out: Path) -> None:
    """The encoder's matrices, what pairs are scored from, and the word table in int8."""
    import onnx  # noqa: PLC0415 (read here alone)

    graph = onnx.load(plain).graph
    kept = [
        node.name for node in graph.node
        if node.op_type == "MatMul" and not any(part in node.name for part in ("/layers", "/here", "/there"))
    ]  # fmt: skip
    quantize_dynamic(
        plain, out, per_channel=True, reduce_range=False, weight_type=QuantType.QInt8, nodes_to_exclude=kept,
        op_types_to_quantize=["MatMul", "Gather"],
    )  # fmt: skip


if __name__ == "__main__":
    main()
