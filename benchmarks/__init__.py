"""One script for each measure: ours beside the limit, in one run."""
