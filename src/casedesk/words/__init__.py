"""Every word that is shown or printed: choices, problems, dates, forms. No Qt."""
