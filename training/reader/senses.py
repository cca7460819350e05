"""The shipped network and its base -> the head that tells what a sentence means (senses.onnx, rarities.bin).

    python training/reader/senses.py look ../shared/data READER OUT
    PYTHON_WITH_TORCH training/reader/senses.py learn BASE READER OUT

`look` (where the project is installed) keeps for every sentence of the training texts what the layers of READER's
windows.onnx see of it, pooled as the reader will; `show` (PYTHON_WITH_TORCH, before it) adds outputs for these layers
to a graph that lacks them. `learn` has the base, a model of sentences (MiniLM-L6 as it was before it became a reader),
make a vector of each of SENTENCES drawn sentences, trains two small layers on the pooled layers to make vectors whose
cosines are the base's, and writes them in int8.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LAYERS = tuple(f"/encoder/{layer}/LayerNormalization_output_0" for layer in ("norm", "layers.1/last", "layers.3/last"))
"""What the encoder begins with, and what its second and fourth layer see; named by torch's exporter."""
COMMON = 1e-3
"""A piece of frequency p weighs COMMON / (COMMON + p) in its sentence (Arora, Liang and Ma 2017)."""
SENTENCES, LONGEST = 20_000, 128
HIDDEN, WIDE, STEPS, RATE, BATCH, NEAR = 448, 128, 1_300, 2e-3, 240, 4.0
"""`NEAR`: how much more a pair counts that the base takes for the same."""
HELD = 10
"""One text in so many is held out of learning."""

Floats = NDArray[np.float32]


def show(reader: Path) -> None:
    """Adds the layers to the outputs of windows.onnx, where they are not."""
    import onnx  # noqa: PLC0415 (the training environment's)

    model = onnx.load(reader / "windows.onnx")
    there = {one.name for one in model.graph.output}
    for name in LAYERS:
        if name not in there:
            model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    onnx.save(model, reader / "windows.onnx")


def look(data: Path, reader: Path, out: Path) -> None:
    """Writes rarities.bin beside the reader, and the sentences of the training texts with their pooled layers."""
    import corpora  # noqa: PLC0415 (needs the project)

    from onrecord.models.network import network  # noqa: PLC0415
    from onrecord.models.pieces import cut  # noqa: PLC0415
    from onrecord.models.senses import Pool  # noqa: PLC0415
    from onrecord.models.windows import cut as windows  # noqa: PLC0415

    texts = [one for part in (corpora.polnear(data, "train"), corpora.worldwide(data, held=False)) for one in part]
    texts += [*corpora.wikinews(data), *corpora.stories(data, "train")]
    counts = Counter(piece for one in texts for piece in cut(reader, one.text).ids.tolist())
    (reader / "rarities.bin").write_bytes(rarities(counts))
    sentences: list[str] = []
    means: list[Floats] = []
    of: list[int] = []
    for number, one in enumerate(texts):
        pieces = cut(reader, one.text, one.quotes)
        pool = Pool(reader, pieces, one.sentences)
        stops = np.searchsorted(pieces.ends, [start for start, _ in one.sentences], side="right").tolist()
        for window in windows(len(pieces.ids), stops):
            seen = network(reader).read(pieces.ids[slice(*window[:2])], pieces.marks[slice(*window[:2])])
            pool.add(window, seen.early)
        means.append(pool.means().astype(np.float16))
        sentences += [one.text[start:end] for start, end in one.sentences]
        of += [number] * len(one.sentences)
    np.savez(out / "looked.npz", means=np.concatenate(means), of=np.array(of))
    (out / "sentences.json").write_text(json.dumps(sentences), encoding="utf8")


def rarities(counts: Counter[int], size: int = 30_522) -> bytes:
    """What each piece of the vocabulary weighs, in 255ths."""
    shares = np.array([counts[piece] for piece in range(size)]) / sum(counts.values())
    return bytes(np.maximum(1, np.rint(255 * COMMON / (COMMON + shares))).astype(np.uint8))


def taught(base: Path, sentences: list[str]) -> Floats:
    """The base's vector of each sentence."""
    import torch  # noqa: PLC0415 (the training environment's)
    from model import Encoder, load_base  # noqa: PLC0415
    from tokenizers import Tokenizer  # noqa: PLC0415

    encoder = Encoder()
    load_base(encoder, base / "model.safetensors")
    encoder.eval()
    vocabulary = Tokenizer.from_file(str(base / "tokenizer.json"))
    vocabulary.no_padding()
    vocabulary.enable_truncation(LONGEST)
    out = []
    with torch.no_grad():
        for sentence in sentences:
            ids = torch.tensor([vocabulary.encode(sentence or ".").ids])
            out.append(encoder(ids, torch.zeros_like(ids), torch.zeros(1)).mean(1)[0].numpy())
    return np.stack(out)


def learn(base: Path, reader: Path, out: Path) -> None:
    """Trains the two layers and writes senses.onnx beside the reader."""
    looked = np.load(out / "looked.npz")
    sentences = json.loads((out / "sentences.json").read_text(encoding="utf8"))
    drawn = np.random.RandomState(0).permutation(len(sentences))[:SENTENCES]
    truth = taught(base, [sentences[at] for at in drawn])
    means, of = looked["means"][drawn].astype(np.float32), looked["of"][drawn]
    kept = np.abs(means).sum(1) > 0
    layers = trained(means[kept], truth[kept], of[kept])
    write(layers, centre(layers, means[kept]), reader / "senses.onnx")


def trained(means: Floats, truth: Floats, of: NDArray[np.int64]) -> dict[str, Floats]:
    """The layers, what is fed to them brought to mean 0 and deviation 1 by the layers themselves."""
    import torch  # noqa: PLC0415
    from torch import nn  # noqa: PLC0415
    from torch.nn import functional as F  # noqa: PLC0415

    torch.manual_seed(0)
    middle, spread = means.mean(0), means.std(0) + 1e-6
    x, y = torch.from_numpy((means - middle) / spread), torch.from_numpy(truth)
    line, inner, outer, back = (
        nn.Linear(x.shape[1], WIDE), nn.Linear(x.shape[1], HIDDEN), nn.Linear(HIDDEN, WIDE), nn.Linear(WIDE, y.shape[1])
    )  # fmt: skip
    every = [weight for layer in (line, inner, outer, back) for weight in layer.parameters()]
    steps = torch.optim.AdamW(every, lr=RATE, weight_decay=5e-2)
    texts: dict[int, list[int]] = {}
    for at in np.flatnonzero(of % HELD != 0).tolist():
        texts.setdefault(int(of[at]), []).append(at)
    lists, dice = list(texts.values()), np.random.RandomState(0)

    def cosines(rows: Any) -> Any:
        return F.normalize(rows, dim=-1) @ F.normalize(rows, dim=-1).T

    for step in range(STEPS):
        taken: list[int] = []
        while len(taken) < BATCH:
            taken += lists[dice.randint(len(lists))]
        for group in steps.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / 50) * max(0.03, 1 - step / STEPS)
        given, wanted = x[taken[: BATCH + 60]], y[taken[: BATCH + 60]]
        made = line(given) + outer(F.gelu(inner(F.dropout(given, 0.1))))
        ours, theirs = cosines(made), cosines(wanted)
        others = 1 - torch.eye(len(ours))
        apart = ((ours - theirs) ** 2 * others * (1 + NEAR * theirs.clamp(min=0))).sum() / others.sum()
        loss = 20 * apart + (1 - F.cosine_similarity(back(made), wanted)).mean()
        steps.zero_grad()
        loss.backward()
        steps.step()
    layers = {"line": line, "inner": inner, "outer": outer}
    told = {f"{name}.weight": layer.weight.detach().numpy() for name, layer in layers.items()}
    told |= {f"{name}.bias": layer.bias.detach().numpy() for name, layer in layers.items()}
    return folded(told, middle, spread)


def folded(layers: dict[str, Floats], middle: Floats, spread: Floats) -> dict[str, Floats]:
    """The same layers for what is fed to them as it comes."""
    for name in ("line", "inner"):
        layers[f"{name}.bias"] = layers[f"{name}.bias"] - layers[f"{name}.weight"] @ (middle / spread)
        layers[f"{name}.weight"] = layers[f"{name}.weight"] / spread
    return layers


def centre(layers: dict[str, Floats], means: Floats) -> Floats:
    """The middle of the vectors of news, each of length 1: without it all articles would lean one way."""
    inner = means @ layers["inner.weight"].T + layers["inner.bias"]
    curved = inner / (1 + np.exp(-1.702 * inner))  # nearly the same curve
    told = (
        means @ layers["line.weight"].T + layers["line.bias"] + curved @ layers["outer.weight"].T + layers["outer.bias"]
    )
    return np.asarray((told / np.linalg.norm(told, axis=1, keepdims=True)).mean(0), dtype=np.float32)


def write(layers: dict[str, Floats], middle: Floats, path: Path) -> None:
    """The layers as a graph, matrices in int8 with a scale a column; its vectors have length 1 before `middle` is taken
    off."""
    import onnx  # noqa: PLC0415
    from onnx import TensorProto, helper, numpy_helper  # noqa: PLC0415

    kept, nodes = [], []
    for name in ("line", "inner", "outer"):
        weight = layers[f"{name}.weight"].T.astype(np.float32)
        scale = np.abs(weight).max(0) / 127
        kept += [
            numpy_helper.from_array(np.rint(weight / scale).astype(np.int8), f"{name}.whole"),
            numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale"),
            numpy_helper.from_array(np.zeros(len(scale), dtype=np.int8), f"{name}.zero"),
            numpy_helper.from_array(layers[f"{name}.bias"].astype(np.float32), f"{name}.bias"),
        ]
        parts = [f"{name}.whole", f"{name}.scale", f"{name}.zero"]
        nodes.append(helper.make_node("DequantizeLinear", parts, [f"{name}.weight"], axis=1))
    kept.append(numpy_helper.from_array(np.array([0.5], dtype=np.float32), "half"))
    kept.append(numpy_helper.from_array(np.array([2**-0.5], dtype=np.float32), "root"))
    kept.append(numpy_helper.from_array(np.array([1.0], dtype=np.float32), "one"))
    kept.append(numpy_helper.from_array(np.array([1e-9], dtype=np.float32), "least"))
    kept.append(numpy_helper.from_array(middle.astype(np.float32), "middle"))
    for kind, taken, out in (
        ("MatMul", ("means", "line.weight"), "line.product"), ("Add", ("line.product", "line.bias"), "straight"),
        ("MatMul", ("means", "inner.weight"), "inner.product"), ("Add", ("inner.product", "inner.bias"), "bent"),
        ("Mul", ("bent", "root"), "rooted"), ("Erf", ("rooted",), "erf"), ("Add", ("erf", "one"), "raised"),
        ("Mul", ("bent", "raised"), "twice"), ("Mul", ("twice", "half"), "curved"),
        ("MatMul", ("curved", "outer.weight"), "outer.product"), ("Add", ("outer.product", "outer.bias"), "turned"),
        ("Add", ("straight", "turned"), "raw"), ("Max", ("raw.size", "least"), "size"),
        ("Div", ("raw", "size"), "unit"), ("Sub", ("unit", "middle"), "told"),
    ):  # fmt: skip
        if kind == "Max":
            nodes.append(helper.make_node("ReduceL2", ["raw"], ["raw.size"], axes=[1], keepdims=1))
        nodes.append(helper.make_node(kind, list(taken), [out]))
    given, made = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", wide])
        for name, wide in (("means", layers["line.weight"].shape[1]), ("told", WIDE))
    )
    graph = helper.make_graph(nodes, "senses", [given], [made], kept)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, path)


def main(asked: list[str]) -> None:
    """Does what is asked."""
    what, places = asked[0], [Path(place) for place in asked[1:]]
    sys.path.insert(0, str(Path(__file__).parent))
    {"show": show, "look": look, "learn": learn}[what](*places)  # type: ignore[operator]


if __name__ == "__main__":
    main(sys.argv[1:])
