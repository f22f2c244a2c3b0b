"""The README tells what is true of the code."""

from __future__ import annotations

import re

from dragoman.cli import main
from dragoman.store.schema import TABLES
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text()
SOURCES = "\n".join(path.read_text() for path in (ROOT / "src" / "dragoman").rglob("*.py"))


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in main.commands if f"dragoman {name}" not in README] == []


def test_every_verdict_is_in_the_readme() -> None:
    verdicts = set(re.findall(r'verdict="([a-z_]+)"', SOURCES))
    verdicts |= set(re.findall(r'_fault\(\s*\w+,\s*"([a-z_]+)"', SOURCES))
    assert len(verdicts) > 8
    assert sorted(v for v in verdicts if f"`{v}`" not in README and v != "kept") == []


def test_every_column_of_events_is_in_the_readme() -> None:
    names = [n for n in TABLES["events"].names if not n.startswith("recipient_")]
    assert [name for name in names if f"`{name}`" not in README] == []


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / link).exists(), link


def test_every_script_of_the_readme_can_be_run() -> None:
    for script in set(re.findall(r"scripts/\w+", README)):
        assert (ROOT / script).stat().st_mode & 0o100, script
