"""The quality check on the screen: what the file of a case lacks."""
