"""The papers that were given out in a case."""
