"""Time and invoices of a case, and the open invoices of all cases."""
