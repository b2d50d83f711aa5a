"""Where the files that are no code lie."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file in resources, however CaseDesk was installed."""
    return _root().joinpath(*parts)


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    if frozen is not None:
        return Path(frozen, "resources")
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"
    if installed.is_dir():
        return installed
    return package.parent.parent / "resources"
