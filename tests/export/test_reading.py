"""pandas, polars and R open every format without repair, and read what the store holds."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest

import dragoman
from dragoman.export import FORMATS
from tests.conftest import ROOT
from tests.export.test_schemas import SCHEMAS

_TABS = {"polecat": None, "icews": None, "gdelt": SCHEMAS["gdelt"], "gdelt-mentions": SCHEMAS["gdelt-mentions"]}
_R = shutil.which("Rscript")


@pytest.fixture(scope="module")
def files(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every format of the sample's events."""
    folder = tmp_path_factory.mktemp("exports")
    with_all = dragoman.open(sample_store).where(status="all")
    for name in FORMATS:
        with_all.export(folder / name, name)
    with_all.close()
    return {name: folder / name for name in FORMATS}


@pytest.fixture(scope="module")
def expected(sample_store: Path) -> pd.DataFrame:
    """The events as the store has them."""
    events = dragoman.open(sample_store)
    frame = events.df()
    reports = events.sql("SELECT count(*) AS n FROM reports WHERE event IS NOT NULL")
    frame["report_count"] = reports["n"][0].as_py()
    events.close()
    return frame


def pandas_frame(name: str, path: Path) -> pd.DataFrame:
    if name in _TABS:
        names = _TABS[name]
        return pd.read_csv(path, sep="\t", header=None if names else 0, names=names, dtype={"CAMEO Code": str})
    if name == "geojson":
        return pd.DataFrame(json.loads(path.read_text("utf8"))["features"])
    readers: dict[str, Any] = {"csv": pd.read_csv, "parquet": pd.read_parquet, "stata": pd.read_stata}
    frame = readers[name](path) if name in readers else pd.read_json(path, lines=True)
    assert isinstance(frame, pd.DataFrame)
    return frame


def polars_frame(name: str, path: Path) -> pl.DataFrame:
    if name in _TABS:
        names = _TABS[name]
        return pl.read_csv(path, separator="\t", has_header=names is None, new_columns=names, infer_schema_length=None)
    if name == "csv":
        return pl.read_csv(path)
    return pl.read_parquet(path) if name == "parquet" else pl.read_ndjson(path, infer_schema_length=None)


#: Where the id of an event stands, if not in "id".
_IDS = {"polecat": "Event ID", "icews": "Event ID", "gdelt": "GLOBALEVENTID", "gdelt-mentions": "GLOBALEVENTID"}


@pytest.mark.parametrize("name", FORMATS)
def test_pandas_reads_every_event(files: dict[str, Path], expected: pd.DataFrame, name: str) -> None:
    frame = pandas_frame(name, files[name])
    assert len(frame) == (expected.report_count[0] if name == "gdelt-mentions" else len(expected))
    ids = frame[_IDS.get(name, "id")]
    assert ids.nunique() == len(expected)
    if name not in ("icews", "gdelt", "gdelt-mentions"):
        assert list(ids) == list(expected.id)
    else:
        assert ids.dtype == "int64"


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("stata", "geojson")])
def test_polars_reads_every_event(files: dict[str, Path], expected: pd.DataFrame, name: str) -> None:
    frame = polars_frame(name, files[name])
    assert len(frame) == (expected.report_count[0] if name == "gdelt-mentions" else len(expected))
    assert frame[_IDS.get(name, "id")].n_unique() == len(expected)


def test_values_come_back_as_they_were(files: dict[str, Path], expected: pd.DataFrame) -> None:
    for name in ("csv", "parquet", "stata", "jsonl"):
        frame = pandas_frame(name, files[name])
        assert frame["score"].tolist() == expected.score.tolist(), name
        assert frame["reports"].tolist() == expected.reports.tolist(), name
        assert frame["latitude"].isna().tolist() == expected.latitude.isna().tolist(), name
    polecat = pandas_frame("polecat", files["polecat"])
    assert polecat["Intensity"].tolist() == expected.score.tolist()
    stata = pandas_frame("stata", files["stata"])
    assert stata.date.dt.date.dropna().tolist() == expected.date.dropna().tolist()
    assert stata.quad_class.tolist() == expected.quad.tolist()
    assert stata.actors.tolist() == ["|".join(name.replace("|", "/") for name in names) for names in expected.actors]


def test_the_mentions_of_an_event_lead_to_it(files: dict[str, Path]) -> None:
    events, mentions = (pandas_frame(name, files[name]) for name in ("gdelt", "gdelt-mentions"))
    assert set(events.GLOBALEVENTID) == set(mentions.GLOBALEVENTID)
    counted = mentions.groupby("GLOBALEVENTID").size()
    assert events.set_index("GLOBALEVENTID").NumMentions.eq(counted).all()


@pytest.mark.skipif(_R is None, reason="Rscript is not installed; scripts/test_r installs it")
def test_r_reads_every_event(files: dict[str, Path], expected: pd.DataFrame) -> None:
    assert _R
    run = subprocess.run(
        [_R, str(ROOT / "tests/export/read.R"), str(files["csv"].parent)], capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stderr
    rows = dict(line.split() for line in run.stdout.splitlines())
    count = str(len(expected))
    assert rows == {
        "csv": count, "polecat": count, "icews": count, "gdelt": count,
        "gdelt-mentions": str(expected.report_count[0]), "ids": count, "score": f"{expected.score.sum():.1f}",
        "dates": str(expected.date.notna().sum()),
    }  # fmt: skip
