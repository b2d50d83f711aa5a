"""Composes papers: records of a case in, everything that is printed out."""
