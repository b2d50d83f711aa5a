"""Text blocks: kept for the practice, chosen from a list."""
