"""The own statistics: figures over all cases, and the capacity calculator."""
