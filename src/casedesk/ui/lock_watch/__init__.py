"""What the system tells about a computer that is left: one file for each system."""
