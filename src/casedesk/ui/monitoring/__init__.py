"""Monitoring on the screen: reviews of goals and measures, and their courses."""
