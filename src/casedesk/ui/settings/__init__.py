"""The practice and the preferences."""
