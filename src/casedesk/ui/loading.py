"""What is loaded while the user types the passphrase."""

from __future__ import annotations

from importlib import import_module


def load() -> None:
    """Import what the window of a vault is made of, on a worker thread."""
    from casedesk.services import vaults

    vaults.get_ready()
    import_module("casedesk.ui.main_window")


def nothing_more(_loaded: None) -> None:
    """Leave it at that."""
    return
