"""The trail of what was done, on screen."""
