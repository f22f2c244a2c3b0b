"""Two spinner families kept for testing alone: nothing in the detector is fitted to them."""

from dragoman.spin import Spinner
from evaluation.spun.heldout import generalizer, splitter

HELD_OUT: dict[str, Spinner] = {"splitter": splitter.spin, "generalizer": generalizer.spin}

__all__ = ["HELD_OUT"]
