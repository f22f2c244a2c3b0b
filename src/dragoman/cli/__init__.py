"""The command line, a file for each command. Results on stdout, talk on stderr."""

from dragoman.cli.main import main

__all__ = ["main"]
