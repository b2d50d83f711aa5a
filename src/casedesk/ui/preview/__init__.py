"""Papers on the screen: looked at, printed, saved, and filed when given out."""
