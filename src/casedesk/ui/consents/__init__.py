"""The declarations of a case: explained, signed, in force, withdrawn."""
