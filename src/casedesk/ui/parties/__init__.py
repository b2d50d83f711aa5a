"""The screens about who has a part in a case, and under which mandate."""
