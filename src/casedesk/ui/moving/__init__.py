"""Moving a vault to another computer: copied here, compared there, wiped here."""
