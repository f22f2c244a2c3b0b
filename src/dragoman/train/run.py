"""Trains the coder from corpus files to a checkpoint: fixed seeds, a checkpoint after each epoch, resumable."""

from __future__ import annotations

import json
import logging
import math
import random
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from dragoman import ontology
from dragoman.coding.labels import AFFILIATIONS, MENTION_TAGS, MODES, Labels
from dragoman.coding.tokens import WordTokenizer
from dragoman.corpus import edits
from dragoman.corpus.reader import Record
from dragoman.spin import FAMILIES
from dragoman.train.batches import Batch, FrameBatch, batches, make_frames
from dragoman.train.examples import Example, ExampleMaker
from dragoman.train.exchange import exchange_states
from dragoman.train.network import LAYERS, Encoder, Frames

log = logging.getLogger(__name__)


#: [MASK] in the base model's vocabulary.
MASK_ID = 103

#: Each task's share of the loss. With all near 1 the tasks that average over many easy words (mentions) or many
#: absent labels (sectors, contexts) stayed underfit: mentions' F1 was 0.85 on the training records themselves.
WEIGHTS = {"mentions": 2.5, "triggers": 2.0, "sectors": 15.0, "affiliations": 1.0, "contexts": 10.0}

#: The same for a frame's type, status, mode and CAMEO code.
FRAME_WEIGHTS = (1.5, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSettings:
    """How to train.

    Rates are AdamW's peak rates; each encoder layer below the top one has `layer_decay` of the rate above it.
    `average` is the decay of the weights' moving average a step, `masking` the share of tokens hidden from the encoder.
    """

    epochs: int = 13
    batch: int = 16
    encoder_rate: float = 1.2e-4
    layer_decay: float = 0.9
    head_rate: float = 5e-4
    masking: float = 0.05
    warmup: float = 0.06
    weight_decay: float = 0.01
    dropout: float = 0.1
    smoothing: float = 0.05
    average: float = 0.998
    seed: int = 20260101
    threads: int = 2


def collect_labels(records: list[Record]) -> Labels:
    """The label sets that records need: PLOVER's types and modes and the records' own, CAMEO codes seen twice."""
    codes: Counter[str] = Counter()
    own: dict[str, set[str]] = {}
    for record in records:
        for event in record.events:
            codes.update(event.cameo[:length] for length in range(2, len(event.cameo) + 1))
            if event.type not in ontology.QUADS:
                own.setdefault(event.type, {""}).add(event.mode)
    return Labels(
        (*ontology.TYPES, *sorted(own)),
        (*MODES, *(f"{kind}.{mode}" for kind, modes in sorted(own.items()) for mode in sorted(modes))),
        tuple(sorted(code for code, count in codes.items() if count >= 2)),
    )


class Trainer:
    """Holds networks, optimizer and their averages between epochs."""

    def __init__(self, known: Labels, base: Path, settings: TrainSettings, steps: int) -> None:
        torch.manual_seed(settings.seed)
        torch.set_num_threads(settings.threads)
        self.settings = settings
        self.encoder, self.frames = Encoder(known, settings.dropout), Frames(known, settings.dropout)
        self.encoder.load_base(base)
        self.networks = torch.nn.ModuleList([self.encoder, self.frames])
        self.steps, self.step = steps, 0
        groups = [{"params": [p], "lr": self._peak(name)} for name, p in self.encoder.named_parameters()]
        groups.append({"params": list(self.frames.parameters()), "lr": settings.head_rate})
        self.optimizer = torch.optim.AdamW(groups, weight_decay=settings.weight_decay)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.average = {name: value.detach().clone() for name, value in self.networks.state_dict().items()}

    def _peak(self, name: str) -> float:
        """The peak rate of an encoder parameter: what is new learns fast, what is deep keeps what it knows."""
        if name.startswith(("tags", "actors", "contexts", "cases")):
            return self.settings.head_rate
        layer = int(name.split(".")[1]) if name.startswith("layers") else -1
        return float(self.settings.encoder_rate * self.settings.layer_decay ** (LAYERS - 1 - layer))

    def _rate(self, step: int) -> float:
        warmup = max(1, round(self.settings.warmup * self.steps))
        if step < warmup:
            return step / warmup
        return max(0.0, 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, self.steps - warmup))))

    def learn(self, batch: Batch, rng: random.Random) -> float:
        """One step; returns the loss."""
        self.networks.train()
        loss = self._loss(batch, rng)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.networks.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        decay = min(self.settings.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.networks.state_dict().items():
                self.average[name].mul_(decay).add_(value, alpha=1 - decay)
        return float(loss.detach())

    def _loss(self, batch: Batch, rng: random.Random) -> Tensor:
        ids = hide(batch.ids, batch.mask, self.settings.masking)
        words, tags, actors, contexts = self.encoder(ids, batch.cases, batch.mask, batch.first)
        kinds = len(MENTION_TAGS)
        smoothing = self.settings.smoothing
        loss = WEIGHTS["mentions"] * _entropy(tags[..., :kinds], batch.mention_tags, smoothing)
        loss = loss + WEIGHTS["triggers"] * _entropy(tags[..., kinds:], batch.trigger_tags, smoothing)
        loss = loss + _actor_loss(actors, batch.examples, smoothing)
        wanted = torch.zeros_like(contexts)
        for row, example in enumerate(batch.examples):
            wanted[row, list(example.contexts)] = 1.0
        loss = loss + WEIGHTS["contexts"] * functional.binary_cross_entropy_with_logits(contexts, wanted)
        with torch.no_grad():
            scores = 1 - torch.softmax(tags[..., kinds:], -1)[..., 0]
            scores = scores * batch.word_mask
            scores[:, 0] = 0
            told = tags[..., :kinds].argmax(-1)
        asked = make_frames(batch, scores, rng)
        if asked is not None:
            at = asked.sentence
            roles, frame = self.frames(words[at], asked.flags, told[at], batch.word_mask[at])
            loss = loss + self._frame_loss(roles, frame, asked)
        return loss

    def _frame_loss(self, roles: Tensor, frame: Tensor, asked: FrameBatch) -> Tensor:
        smoothing = self.settings.smoothing
        loss = torch.zeros(())
        for part, column, weight in zip(
            torch.split(frame, list(self.frames.sizes), -1), range(4), FRAME_WEIGHTS, strict=True
        ):
            target = asked.targets[:, column]
            if bool((target >= 0).any()):
                loss = loss + weight * functional.cross_entropy(
                    part, target.where(target >= 0, torch.tensor(-100)), label_smoothing=smoothing
                )
        if len(asked.role_frame):
            sums = functional.pad(roles.cumsum(1), (0, 0, 1, 0))
            lengths = (asked.role_end - asked.role_start)[:, None]
            means = (sums[asked.role_frame, asked.role_end] - sums[asked.role_frame, asked.role_start]) / lengths
            loss = loss + functional.cross_entropy(means, asked.role_target)
        return loss

    def state(self) -> dict[str, object]:
        """All that a checkpoint needs."""
        return {
            "networks": self.networks.state_dict(), "average": self.average, "step": self.step,
            "optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict(),
            "random": torch.get_rng_state(),
        }  # fmt: skip

    def resume(self, state: dict[str, object]) -> None:
        """Goes on from a checkpoint's `state`."""
        self.networks.load_state_dict(state["networks"])  # type: ignore[arg-type]
        self.average = state["average"]  # type: ignore[assignment]
        self.step = state["step"]  # type: ignore[assignment]
        self.optimizer.load_state_dict(state["optimizer"])  # type: ignore[arg-type]
        self.schedule.load_state_dict(state["schedule"])  # type: ignore[arg-type]
        torch.set_rng_state(state["random"])  # type: ignore[arg-type]


def _entropy(logits: Tensor, target: Tensor, smoothing: float) -> Tensor:
    return functional.cross_entropy(logits.flatten(0, 1), target.flatten(), label_smoothing=smoothing)


def _actor_loss(logits: Tensor, examples: list[Example], smoothing: float) -> Tensor:
    rows, wanted, kinds = [], [], []
    sectors = logits.shape[-1] - len(AFFILIATIONS)
    for row, example in enumerate(examples):
        for start, end, sector, affiliation in example.actors:
            rows.append(logits[row, start:end].mean(0))
            hot = torch.zeros(sectors)
            hot[list(sector)] = 1.0
            wanted.append(hot)
            kinds.append(affiliation)
    if not rows:
        return torch.zeros(())
    stacked = torch.stack(rows)
    loss = WEIGHTS["sectors"] * functional.binary_cross_entropy_with_logits(stacked[:, :sectors], torch.stack(wanted))
    return loss + WEIGHTS["affiliations"] * functional.cross_entropy(
        stacked[:, sectors:], torch.tensor(kinds), label_smoothing=smoothing
    )


def hide(ids: Tensor, mask: Tensor, share: float) -> Tensor:
    """The ids with about `share` of the tokens between [CLS] and the last one replaced by [MASK]."""
    hidden = (torch.rand(ids.shape) < share) & (mask > 0)
    hidden[:, 0] = False
    return ids.masked_fill(hidden, MASK_ID)


def vary(record: Record, rng: random.Random) -> Record:
    """The record about other states, and as it may look on the web: spun, in one case, its end or encoding broken."""
    if rng.random() < 0.4:
        record = exchange_states(record, rng)
    chance = rng.random()
    if chance < 0.12:
        record = edits.reword(record, FAMILIES["phrases"], rng, rng.uniform(0.3, 0.9))
    elif chance < 0.14:
        record = edits.damage(record, rng)
    chance = rng.random()
    if chance < 0.08:
        record = edits.lower_case(record)
    elif chance < 0.10:
        record = edits.upper_case(record)
    if rng.random() < 0.12:
        record = edits.without_end(record)
    return record


def train(
    records: list[Record], tokenizer: Path, base: Path, folder: Path, settings: TrainSettings | None = None
) -> Path:
    """Trains on `records` and writes `folder`/checkpoint.pt after each epoch; a rerun goes on from there.

    Args:
        records: the training records.
        tokenizer: the base model's tokenizer.json.
        base: the base model's weights, model.safetensors.
        folder: where labels, settings, log and checkpoint go.
        settings: see `TrainSettings`.

    Returns:
        The path of the last checkpoint.
    """
    settings = settings or TrainSettings()
    folder.mkdir(parents=True, exist_ok=True)
    known = collect_labels(records)
    known.write(folder / "labels.json")
    (folder / "settings.json").write_text(json.dumps(asdict(settings), indent=1) + "\n")
    maker = ExampleMaker(WordTokenizer(tokenizer), known)
    steps = settings.epochs * math.ceil(len(records) / settings.batch)
    trainer = Trainer(known, base, settings, steps)
    path, done = folder / "checkpoint.pt", 0
    if path.exists():
        state = torch.load(path, weights_only=False)
        trainer.resume(state["trainer"])
        done = state["epochs"]
        log.info("going on after epoch %d", done)
    for epoch in range(done, settings.epochs):
        rng = random.Random(settings.seed + epoch)
        np.random.seed(settings.seed + epoch)
        examples = maker([vary(record, rng) if epoch else record for record in records])
        started, total, count = time.monotonic(), 0.0, 0
        for batch in batches(examples, settings.batch, rng):
            total += trainer.learn(batch, rng)
            count += 1
            if count % 50 == 0:
                seconds = time.monotonic() - started
                log.info("epoch %d step %d loss %.3f, %.0f s", epoch + 1, count, total / count, seconds)
        torch.save({"trainer": trainer.state(), "epochs": epoch + 1}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)
        log.info("epoch %d of %d done, loss %.3f, %.0f s", epoch + 1, settings.epochs, total / max(1, count),
                 time.monotonic() - started)  # fmt: skip
    return path
