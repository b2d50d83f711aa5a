"""Planning: goals, their measures, and the agreement around them."""
