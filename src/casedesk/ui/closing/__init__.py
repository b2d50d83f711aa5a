"""Closing a case on the screen: what is open, the closing, and what follows."""
