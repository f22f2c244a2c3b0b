"""Examples to padded arrays: which frames a step asks for, and where each target stands."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from dragoman.coding import decode
from dragoman.coding.labels import FLAG_TRIGGER
from dragoman.train.examples import Example, Frame


@dataclass(slots=True)
class Batch:
    """Padded inputs and tag targets (-100 where nothing is trained) of some examples."""

    examples: list[Example]
    ids: Tensor
    cases: Tensor
    mask: Tensor
    first: Tensor
    word_mask: Tensor
    mention_tags: Tensor
    trigger_tags: Tensor


@dataclass(slots=True)
class FrameBatch:
    """Frames of a batch: `sentence[i]` is the example of frame i; targets as in `Frame`; roles as flat arrays."""

    sentence: Tensor
    flags: Tensor
    targets: Tensor
    role_frame: Tensor
    role_start: Tensor
    role_end: Tensor
    role_target: Tensor


def pad(arrays: list[np.ndarray], value: int = 0) -> Tensor:
    """Arrays of one dimension side by side, filled up with `value`."""
    out = np.full((len(arrays), max(len(array) for array in arrays)), value, np.int64)
    for row, array in enumerate(arrays):
        out[row, : len(array)] = array
    return torch.from_numpy(out)


def make_batch(examples: list[Example]) -> Batch:
    """One padded batch."""
    first = [np.concatenate([[0], example.tokens.first]) for example in examples]
    return Batch(
        examples,
        pad([example.tokens.ids for example in examples]),
        pad([example.tokens.cases for example in examples]),
        pad([np.ones_like(example.tokens.ids) for example in examples]),
        pad(first),
        pad([np.ones_like(row) for row in first]),
        pad([example.mention_tags for example in examples], -100),
        pad([example.trigger_tags for example in examples], -100),
    )


def batches(examples: list[Example], size: int, rng: random.Random) -> Iterator[Batch]:
    """All examples once, in random batches of similar lengths."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].tokens.ids) + 6 * rng.random())
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        yield make_batch([examples[i] for i in group])


def make_frames(batch: Batch, trigger_scores: Tensor, rng: random.Random, pairs: int = 3) -> FrameBatch | None:
    """Gold triggers, what the tagger now takes for triggers, and some marked pairs.

    A candidate that meets a gold trigger is asked with its own words and the gold answer; one that meets none has
    the answer "no event". `trigger_scores`: probability of any trigger tag, [batch, 1 + words].
    """
    frames: list[tuple[int, Frame]] = []
    for row, example in enumerate(batch.examples):
        frames += [(row, frame) for frame in example.triggers]
        for start, end in decode.runs(trigger_scores[row, : len(example.trigger_tags)].numpy() > decode.CANDIDATE):
            met = [f for f in example.triggers if f.flags[0][0][0] < end and start < f.flags[0][0][1]]
            flags = (((start, end), FLAG_TRIGGER),)
            if not met:
                frames.append((row, Frame(flags, 0)))
            elif met[0].flags[0][0] != (start, end):
                frames.append((row, replace(met[0], flags=flags)))
        good = [pair for pair in example.pairs if pair.type]
        bad = [pair for pair in example.pairs if not pair.type]
        chosen = rng.sample(good, min(len(good), pairs)) + rng.sample(bad, min(len(bad), 1))
        frames += [(row, pair) for pair in chosen]
    if not frames:
        return None
    marks = np.zeros((len(frames), batch.first.shape[1]), np.int64)
    roles = []
    for index, (_, frame) in enumerate(frames):
        for (start, end), flag in frame.flags:
            marks[index, start:end] = flag
        roles += [(index, *role) for role in frame.roles]
    role = np.array(roles, np.int64).reshape(-1, 4)
    return FrameBatch(
        torch.tensor([row for row, _ in frames]),
        torch.from_numpy(marks),
        torch.tensor([(f.type, f.status, f.mode, f.cameo) for _, f in frames]),
        *(torch.from_numpy(role[:, column].copy()) for column in range(4)),
    )
