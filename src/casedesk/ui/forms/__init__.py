"""The texts of forms: listed, written as own variants, compared, taken into use."""
