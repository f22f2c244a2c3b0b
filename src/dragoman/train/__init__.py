"""Training: from corpus records to a model folder, by one command (`dragoman train`)."""
