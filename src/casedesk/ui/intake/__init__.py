"""Intake: the first call and the decision what comes of it."""
