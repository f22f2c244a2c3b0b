"""Knowledge of the user's own: actors and places that were imported into index files, looked up on disk."""
