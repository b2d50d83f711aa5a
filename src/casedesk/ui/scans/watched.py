"""The watched folder: which files in it have come to rest since the last look."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, NamedTuple

from casedesk.ui.scans.scan_files import is_scan

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

MOST_FILES = 2000


class Seen(NamedTuple):
    """A file as it was at one look."""

    name: str
    size: int
    changed_ns: int


def look(folder: Path) -> dict[Path, Seen]:
    """Return the scans in a folder. Runs on a worker thread."""
    found: dict[Path, Seen] = {}
    try:
        for path in folder.iterdir():
            if len(found) == MOST_FILES:
                break
            if is_scan(path):
                facts = path.lstat()
                if stat.S_ISREG(facts.st_mode):
                    found[path] = Seen(path.name, facts.st_size, facts.st_mtime_ns)
    except OSError:
        return found  # the folder is not there now; perhaps the next time
    return found


def arrived(
    before: Mapping[Path, Seen], now: Mapping[Path, Seen], done: Collection[Seen]
) -> list[Path]:
    """Return the files that did not change between two looks and are not done yet."""
    return sorted(
        path
        for path, seen in now.items()
        if seen.size and before.get(path) == seen and seen not in done
    )
