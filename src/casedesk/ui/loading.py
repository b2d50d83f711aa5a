"""What is loaded while the user types the passphrase."""

from __future__ import annotations

from importlib import import_module

# The window of a vault, what stands beside it, and what it shows at first.
WANTED = (
    "casedesk.ui.main_window",
    "casedesk.ui.guard",
    "casedesk.ui.trail.keeper",
    "casedesk.ui.tasks.task_panel",
)


def load() -> None:
    """Import what the window of a vault is made of, on a worker thread."""
    from casedesk.services import vaults

    vaults.get_ready()
    for name in WANTED:
        import_module(name)


def nothing_more(_loaded: None) -> None:
    """Leave it at that."""
    return
