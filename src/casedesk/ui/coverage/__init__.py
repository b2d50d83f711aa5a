"""The coverage check of a case and its week of care."""
