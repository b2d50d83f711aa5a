"""The record of a case: one stream of all that happened, read, narrowed, printed."""
