"""Where backups lie: in the user's own folder, and at a place outside the computer."""

from __future__ import annotations

import string
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from casedesk.domain.backup import BackupNotWritten

if TYPE_CHECKING:
    from collections.abc import Iterable

ID_FILE = "casedesk-backups.id"
_ID_BYTES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalPlace:
    """A folder outside the computer, known by the id in it wherever it turns up."""

    place_id: str
    folder: Path  # where it was last
    inside: str  # the way to it on its medium
    is_same_disk: bool = False  # as the vault's: both would be lost together


def local_folder() -> Path:
    """Return the folder of backups on this computer."""
    from platformdirs import user_data_path

    return user_data_path("CaseDesk", appauthor=False) / "backups"


def marked(folder: Path, new_id: str) -> ExternalPlace:
    """Take a folder for backups; it is marked with an id unless it has one.

    Raises `BackupNotWritten` if nothing can be written there.
    """
    place_id = _id_in(folder)
    if not place_id:
        place_id = new_id
        try:
            (folder / ID_FILE).write_text(f"{new_id}\n", "ascii")
        except OSError:
            raise BackupNotWritten from None
    return ExternalPlace(
        place_id=place_id, folder=folder, inside=_inside_of_medium(folder)
    )


def found(place: ExternalPlace, media: Iterable[Path] | None = None) -> Path | None:
    """Look for a place on all that is connected now; it goes by the id alone.

    May take a while where a medium sleeps: call it on a worker thread.
    """
    candidates = [place.folder]
    candidates += [
        each / place.inside for each in (connected_media() if media is None else media)
    ]
    return next((each for each in candidates if _id_in(each) == place.place_id), None)


def connected_media() -> list[Path]:
    """Return the roots of everything that is connected to the computer."""
    if sys.platform == "win32":
        letters = (Path(f"{letter}:\\") for letter in string.ascii_uppercase)
        return [each for each in letters if each.exists()]
    user = Path.home().name
    holders = ("/Volumes", "/media", f"/media/{user}", f"/run/media/{user}", "/mnt")
    return [each for holder in holders for each in _folders_in(Path(holder))]


def is_same_disk(one: Path, other: Path) -> bool:
    """Whether two folders would be lost together when a disk breaks."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def _id_in(folder: Path) -> str:
    try:
        with (folder / ID_FILE).open(encoding="ascii") as file:
            return file.read(_ID_BYTES).strip()
    except (OSError, ValueError):
        return ""


def _inside_of_medium(folder: Path) -> str:
    medium = folder
    while not medium.is_mount() and medium != medium.parent:
        medium = medium.parent
    return folder.relative_to(medium).as_posix()


def _folders_in(holder: Path) -> list[Path]:
    try:
        return sorted(each for each in holder.iterdir() if each.is_dir())
    except OSError:
        return []
