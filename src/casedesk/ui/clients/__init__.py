"""The screens about a client as a person."""
