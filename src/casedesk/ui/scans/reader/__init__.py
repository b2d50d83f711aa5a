"""Reads foreign files in a process of its own, which knows neither vault nor key."""
