"""Runs the coder's two ONNX graphs: the encoder over sentences and the frame layer over candidate triggers."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from dragoman.coding.tokens import Array

Floats = npt.NDArray[np.float32]


class Network(Protocol):
    """What the coder needs of a network; `OnnxNetwork` at run time, PyTorch's while training."""

    def encode(self, ids: Array, cases: Array, mask: Array, first: Array) -> tuple[Floats, Floats, Floats, Floats]:
        """[batch, tokens] and [batch, 1 + words] to word vectors, tag, actor (a word) and context logits."""
        ...

    def frames(self, words: Floats, flags: Array, kinds: Array, mask: Array) -> tuple[Floats, Floats]:
        """Word vectors of each frame's sentence, flags, mention tags and mask to role and frame logits."""
        ...


class OnnxNetwork:
    """The shipped network. `threads`: how many cores one call may use."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # A memory arena keeps the largest batch's memory for good; without it the peak is lower, at the same speed.
        options.enable_cpu_mem_arena = False
        self._sessions: dict[str, Any] = {}
        for name in ("encoder", "frames"):
            path = str(folder / f"{name}.onnx")
            self._sessions[name] = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def encode(self, ids: Array, cases: Array, mask: Array, first: Array) -> tuple[Floats, Floats, Floats, Floats]:
        """See `Network`."""
        inputs = {"ids": ids, "cases": cases, "mask": mask, "first": first}
        words, tags, actors, contexts = self._sessions["encoder"].run(None, inputs)
        return words, tags, actors, contexts

    def frames(self, words: Floats, flags: Array, kinds: Array, mask: Array) -> tuple[Floats, Floats]:
        """See `Network`."""
        roles, frame = self._sessions["frames"].run(
            None, {"words": words, "flags": flags, "kinds": kinds, "mask": mask}
        )
        return roles, frame
