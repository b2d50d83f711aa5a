"""Instruments: sheets filled in with the client, and what they say."""
