"""Query: filters, counts, panels and denominators over a store; one definition for command line, Python and web."""

from dragoman.query.counts import count
from dragoman.query.coverage import coverage
from dragoman.query.filters import FILTERS
from dragoman.query.groups import GROUPS
from dragoman.query.panel import panel
from dragoman.query.selection import Selection, select, selected

__all__ = ["FILTERS", "GROUPS", "Selection", "count", "coverage", "panel", "select", "selected"]
