"""Today: what is due, over all cases."""
