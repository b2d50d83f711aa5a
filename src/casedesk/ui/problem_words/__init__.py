"""What went wrong, in sentences that say what the user can do, by subject."""
