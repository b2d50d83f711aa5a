"""The frame of the main window: the list at the left, the case at the right."""
