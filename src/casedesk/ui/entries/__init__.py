"""Entries of the record: notes and contacts, in their phases and all together."""
