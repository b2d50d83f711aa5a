"""CaseDesk, an offline case-management desktop application."""

__version__ = "0.1.0"
