"""Scoring the coder: on records of the corpus format, on marked pairs, and on whole articles."""
