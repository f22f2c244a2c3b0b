"""The coder's network: a MiniLM encoder over the sentence, tag heads on its words, and a frame layer.

The encoder passes once over a sentence. For each candidate trigger the *frame layer*, one transformer layer over
the encoder's word vectors with the trigger flagged, gives type, mode, status and CAMEO code of the event and the
role of every word in it. The same layer with an actor and a recipient flagged in place of a trigger classifies a
marked pair, which trains the types from both sides.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.coding import labels
from dragoman.coding.labels import Labels

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
FRAME_INNER = 768


class Layer(nn.Module):
    """A post-norm transformer layer as in BERT."""

    def __init__(self, inner: int, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: [batch, length, WIDTH]; bias: [batch, 1, 1, length], 0 where a position may be read, else very low."""
        batch, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        weights = torch.softmax(query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + bias, -1)
        mixed = (self.dropout(weights) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.dropout(self.out(mixed)))
        return self.norm_out(x + self.dropout(self.down(functional.gelu(self.up(x)))))


def attention_bias(mask: Tensor) -> Tensor:
    """[batch, length] of 1 and 0 to the bias that `Layer` adds to its scores."""
    return ((1.0 - mask.float()) * -1e9)[:, None, None, :]


class Encoder(nn.Module):
    """Words of a sentence: vectors, mention and trigger tags, sectors and affiliations; contexts of the whole."""

    def __init__(self, known: Labels, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(4, WIDTH)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(INNER, dropout) for _ in range(LAYERS))
        self.tags = nn.Linear(WIDTH, len(labels.MENTION_TAGS) + 1 + 2 * len(known.types))
        self.actors = nn.Linear(WIDTH, len(known.sectors) + len(labels.AFFILIATIONS))
        self.contexts = nn.Linear(WIDTH, len(known.contexts))

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """ids, cases, mask: [batch, tokens]; first: [batch, 1 + words], token of each word, 0 ([CLS]) at index 0.

        Returns word vectors [batch, 1 + words, WIDTH], tag logits, actor logits (both a word) and context logits.
        """
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(positions)[None] + self.cases(cases)
        x = self.dropout(self.norm(x))
        bias = attention_bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        x = torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH))
        x = self.dropout(x)
        return x, self.tags(x), self.actors(x), self.contexts(x[:, 0])

    def load_base(self, path: Path) -> None:
        """Fills the encoder with all-MiniLM-L6-v2 (a safetensors file with BERT's names)."""
        from safetensors.torch import load_file

        base = load_file(str(path))
        base = {key.removeprefix("bert."): value for key, value in base.items()}
        mine = {"words.weight": base["embeddings.word_embeddings.weight"]}
        mine["positions.weight"] = base["embeddings.position_embeddings.weight"]
        mine["positions.weight"] = mine["positions.weight"] + base["embeddings.token_type_embeddings.weight"][0]
        for part in ("weight", "bias"):
            mine[f"norm.{part}"] = base[f"embeddings.LayerNorm.{part}"]
            for number in range(LAYERS):
                theirs = f"encoder.layer.{number}"
                for name, source in (
                    ("query", "attention.self.query"), ("key", "attention.self.key"),
                    ("value", "attention.self.value"), ("out", "attention.output.dense"),
                    ("norm", "attention.output.LayerNorm"), ("up", "intermediate.dense"),
                    ("down", "output.dense"), ("norm_out", "output.LayerNorm"),
                ):  # fmt: skip
                    mine[f"layers.{number}.{name}.{part}"] = base[f"{theirs}.{source}.{part}"]
        missing, unexpected = self.load_state_dict(mine, strict=False)
        if unexpected or any(name.startswith(("words", "layers", "positions", "norm")) for name in missing):
            raise ValueError(f"the base model does not fit: missing {missing}, unexpected {unexpected}")


class Frames(nn.Module):
    """One transformer layer for each candidate trigger (or marked pair), read by the event heads."""

    def __init__(self, known: Labels, dropout: float = 0.1) -> None:
        super().__init__()
        self.flags = nn.Embedding(4, WIDTH)
        self.kinds = nn.Embedding(len(labels.MENTION_TAGS), WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.layer = Layer(FRAME_INNER, dropout)
        self.roles = nn.Linear(WIDTH, len(labels.ROLES))
        self.pool = nn.Linear(2 * WIDTH, WIDTH)
        self.sizes = known.frame_sizes
        self.frame = nn.Linear(WIDTH, sum(self.sizes))
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor, flags: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """words: [frames, 1 + words, WIDTH]; flags, kinds (mention tag), mask: [frames, 1 + words].

        Returns role logits of each word, and the logits of type, status, mode and CAMEO code side by side.
        """
        x = self.norm(words + self.flags(flags) + self.kinds(kinds))
        x = self.layer(x, attention_bias(mask))
        flagged = (flags > 0).float()
        pooled = (x * flagged[:, :, None]).sum(1) / flagged.sum(1, keepdim=True)
        pooled = functional.gelu(self.pool(self.dropout(torch.cat([pooled, x[:, 0]], -1))))
        return self.roles(x), self.frame(pooled)
