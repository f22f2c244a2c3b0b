"""The training corpus: reading, validating and splitting the annotated records of `corpus/*.txt`."""
