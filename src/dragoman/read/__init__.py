"""Read: paths, folders, globs and standard input to `Document` records. Nothing that was named vanishes.

What can't be read becomes a document with a reason as its verdict, and reading goes on.
"""

from dragoman.read.inputs import input_size, read_batches, read_documents

__all__ = ["input_size", "read_batches", "read_documents"]
