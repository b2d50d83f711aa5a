"""The recovery sheet and the emergency sheet: offered, looked at, printed."""
