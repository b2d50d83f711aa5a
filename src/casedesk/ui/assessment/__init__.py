"""Assessment: the situation in each domain of life."""
