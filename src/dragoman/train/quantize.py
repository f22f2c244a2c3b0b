"""Eight-bit weights and activations for an exported graph, without any dependence on the batch.

The runtime's own dynamic quantisation takes one scale for all activations of a batch, so that a sentence's result
depends on its neighbours. Here each *row* (word) of activations has its own scale and each *column* of weights too;
the product is exact integer arithmetic. The same sentence then gives the same bytes in any batch.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

#: Lookup tables with fewer values stay in float: the position table is small and has outliers.
SMALL = 1_000_000


def quantize(model: ModelProto) -> ModelProto:
    """The graph with its matrix products and the large embedding tables in int8; the rest stays in float."""
    graph = model.graph
    weights = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    added: dict[str, np.ndarray] = {
        "q_offset": np.array(128, np.float32),
        "q_zero": np.array(128, np.uint8),
        "q_low": np.array(1e-8, np.float32),
        "q_steps": np.array(127, np.float32),
        "q_last": np.array([-1], np.int64),
    }
    nodes: list[NodeProto] = []
    rows: dict[str, tuple[str, str]] = {}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in weights:
            nodes += _product(node, weights[node.input[1]], added, rows)
        elif node.op_type == "Gather" and node.input[0] in weights and weights[node.input[0]].size > SMALL:
            nodes += _lookup(node, weights[node.input[0]], added)
        else:
            nodes.append(node)
    used = {name for node in nodes for name in node.input}
    kept = [item for item in graph.initializer if item.name in used]
    kept += [numpy_helper.from_array(value, name) for name, value in added.items() if name in used]
    new = helper.make_graph(nodes, graph.name, graph.input, graph.output, kept)
    made = helper.make_model(new, opset_imports=model.opset_import, ir_version=model.ir_version)
    onnx.checker.check_model(made)
    return made


def _scaled(table: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    scale = np.maximum(np.abs(table).max(axis, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.clip(np.round(table / scale), -127, 127).astype(np.int8), scale


def _product(
    node: NodeProto, table: np.ndarray, added: dict[str, np.ndarray], rows: dict[str, tuple[str, str]]
) -> list[NodeProto]:
    left, name = node.input[0], node.output[0]
    weight, scale = _scaled(table, 0)
    added[f"{name}.weight"], added[f"{name}.scale"] = weight, scale[0]
    nodes = []
    if left not in rows:
        # q = round(x / step) + 128 with step = the row's largest value / 127
        rows[left] = (f"{left}.q", f"{left}.step")
        nodes = [
            helper.make_node("Abs", [left], [f"{left}.abs"]),
            helper.make_node("ReduceMax", [f"{left}.abs"], [f"{left}.max"], axes=[-1], keepdims=1),
            helper.make_node("Max", [f"{left}.max", "q_low"], [f"{left}.top"]),
            helper.make_node("Div", [f"{left}.top", "q_steps"], [f"{left}.step"]),
            helper.make_node("Div", [left, f"{left}.step"], [f"{left}.units"]),
            helper.make_node("Round", [f"{left}.units"], [f"{left}.round"]),
            helper.make_node("Add", [f"{left}.round", "q_offset"], [f"{left}.moved"]),
            helper.make_node("Cast", [f"{left}.moved"], [f"{left}.q"], to=TensorProto.UINT8),
        ]
    quantised, step = rows[left]
    return [
        *nodes,
        helper.make_node("MatMulInteger", [quantised, f"{name}.weight", "q_zero"], [f"{name}.sum"]),
        helper.make_node("Cast", [f"{name}.sum"], [f"{name}.float"], to=TensorProto.FLOAT),
        # One factor after the other: a product of both is what the runtime's fusion takes for one scale a batch.
        helper.make_node("Mul", [f"{name}.float", f"{name}.scale"], [f"{name}.columns"]),
        helper.make_node("Mul", [f"{name}.columns", step], [name]),
    ]


def _lookup(node: NodeProto, table: np.ndarray, added: dict[str, np.ndarray]) -> list[NodeProto]:
    name = node.output[0]
    weight, scale = _scaled(table, 1)
    added[f"{name}.table"], added[f"{name}.scale"] = weight, scale
    return [
        helper.make_node("Gather", [f"{name}.table", node.input[1]], [f"{name}.int8"]),
        helper.make_node("Cast", [f"{name}.int8"], [f"{name}.float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}.scale", node.input[1]], [f"{name}.unit"]),
        helper.make_node("Mul", [f"{name}.float", f"{name}.unit"], [name]),
    ]
