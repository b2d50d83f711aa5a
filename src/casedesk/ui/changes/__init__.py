"""What a record was before, shown and restored."""
