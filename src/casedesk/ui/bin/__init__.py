"""Deleting clients and cases, and the bin."""
