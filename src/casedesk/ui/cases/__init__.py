"""The pages on a case as a whole, and what the pages of its phases share."""
