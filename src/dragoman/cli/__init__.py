"""The command line: `dragoman code`, `show`, `eval`, `train`, `doctor`. Results on stdout, talk on stderr."""

from dragoman.cli.main import main

__all__ = ["main"]
