"""Who says so: quotations and reported speech with their speakers."""

from dragoman.resolve.speakers.finder import find_statements

__all__ = ["find_statements"]
