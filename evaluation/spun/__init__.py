"""Texts that are not spun, and spinner families kept for testing."""
