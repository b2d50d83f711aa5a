"""The vault file: the only package that speaks SQL."""
