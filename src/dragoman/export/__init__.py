"""Export: events in the forms that people already use, each with a data dictionary and the line to cite."""

from dragoman.export.export import export
from dragoman.export.formats import FORMATS

__all__ = ["FORMATS", "export"]
