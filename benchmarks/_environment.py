"""The environment in which a benchmark starts the program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def environment(folder: Path) -> dict[str, str]:
    """Return one whose preferences lie in a folder; with a display it is used.

    Modules are compiled once and kept, as where the program is installed.
    """
    env = dict(os.environ, XDG_CONFIG_HOME=str(folder))
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    if not env.get("DISPLAY") and not env.get("WAYLAND_DISPLAY"):
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env
