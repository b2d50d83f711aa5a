"""Tasks on the screen: lists of them, and putting one on any record."""
