"""Labelled sets for measuring, and what collects them."""
