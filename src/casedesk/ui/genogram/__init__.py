"""The genogram of a case."""
