"""Turns a checkpoint into a model folder: two ONNX graphs in int8, the tokenizer, the labels, and model.json."""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path
from typing import Any

import onnx
import torch

from dragoman.coding.labels import Labels
from dragoman.coding.network import Floats
from dragoman.coding.tokens import Array
from dragoman.train.network import WIDTH, Encoder, Frames
from dragoman.train.quantize import quantize


class TorchNetwork:
    """The network of a checkpoint (its averaged weights), as `dragoman.coding.network.Network` wants it."""

    def __init__(self, checkpoint: Path, known: Labels) -> None:
        state = torch.load(checkpoint, weights_only=False)["trainer"]["average"]
        self.known = known
        self.encoder, self.frame_layer = Encoder(known), Frames(known)
        torch.nn.ModuleList([self.encoder, self.frame_layer]).load_state_dict(state)
        self.encoder.eval()
        self.frame_layer.eval()

    def encode(self, ids: Array, cases: Array, mask: Array, first: Array) -> tuple[Floats, Floats, Floats, Floats]:
        """See `Network`."""
        with torch.no_grad():
            words, tags, actors, contexts = self.encoder(*map(torch.from_numpy, (ids, cases, mask, first)))
        return words.numpy(), tags.numpy(), actors.numpy(), contexts.numpy()

    def frames(self, words: Floats, flags: Array, kinds: Array, mask: Array) -> tuple[Floats, Floats]:
        """See `Network`."""
        with torch.no_grad():
            roles, frame = self.frame_layer(*map(torch.from_numpy, (words, flags, kinds, mask)))
        return roles.numpy(), frame.numpy()


def export(checkpoint: Path, labels_file: Path, tokenizer: Path, folder: Path, about: dict[str, Any]) -> None:
    """Writes the model folder that `dragoman.coding.coder.Coder.load` reads.

    Args:
        checkpoint: what `train` wrote.
        labels_file: the labels.json beside it.
        tokenizer: the base model's tokenizer.json.
        folder: where the model goes.
        about: model.json's content: name, version, threshold, calibration (slope, offset).
    """
    folder.mkdir(parents=True, exist_ok=True)
    network = TorchNetwork(checkpoint, Labels.read(labels_file))
    some = torch.ones(2, 16, dtype=torch.long)
    words = torch.zeros(2, 16, WIDTH)
    _graph(network.encoder, {"ids": some, "cases": some, "mask": some, "first": some},
           ("words", "tags", "actors", "contexts"), folder / "encoder.onnx")  # fmt: skip
    _graph(network.frame_layer, {"words": words, "flags": some, "kinds": some, "mask": some},
           ("roles", "frame"), folder / "frames.onnx")  # fmt: skip
    shutil.copy(tokenizer, folder / "tokenizer.json")
    shutil.copy(labels_file, folder / "labels.json")
    (folder / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf8")


def _graph(module: torch.nn.Module, inputs: dict[str, torch.Tensor], outputs: tuple[str, ...], path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module, tuple(inputs.values()), str(path), input_names=list(inputs), output_names=list(outputs),
            dynamic_axes={name: {0: "rows", 1: f"{name}_length"} for name in inputs}, opset_version=17, dynamo=False,
        )  # fmt: skip
    onnx.save(quantize(onnx.load(path)), path)
