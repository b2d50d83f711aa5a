"""The network map of a case."""
