"""How the reader's process is started: this program once more, with a switch."""

from __future__ import annotations

import sys

SWITCH = "--read-scans"


def reader_command() -> list[str]:
    """Return the command, from the source and in the bundle."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    # -P: nothing is imported from the folder in which the user happens to be.
    return [sys.executable, "-P", "-m", "casedesk", SWITCH]
