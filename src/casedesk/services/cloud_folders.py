"""Which cloud, if any, copies a folder of this computer."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from casedesk.domain.cloud import CloudService, cloud_service

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_OWN_CLOUDS = {
    CloudService.NEXTCLOUD: ("Nextcloud", "nextcloud.cfg"),
    CloudService.OWNCLOUD: ("ownCloud", "owncloud.cfg"),
}
# Syncthing leaves this in each folder that it copies.
_SYNCTHING = ".stfolder"


def cloud_of(folder: Path) -> CloudService | None:
    """Tell which cloud copies a folder: by its name, its marks, or its settings."""
    named = cloud_service(folder)
    if named is not None:
        return named
    for service, root in _roots():
        if folder.is_relative_to(root):
            return service
    if any((each / _SYNCTHING).exists() for each in (folder, *folder.parents)):
        return CloudService.SYNCTHING
    return None


def _roots() -> Iterator[tuple[CloudService, Path]]:
    """Find folders that were given another name, in what the programs noted."""
    for name in _ONEDRIVE:
        if os.environ.get(name):
            yield CloudService.ONEDRIVE, Path(os.environ[name])
    for folder in _settings_folders():
        for path in _of_dropbox(folder):
            yield CloudService.DROPBOX, path
        for service, (inner, file) in _OWN_CLOUDS.items():
            for path in _of_own_cloud(folder / inner / file):
                yield service, path


def _settings_folders() -> list[Path]:
    home = Path.home()
    given = (os.environ.get(name) for name in ("APPDATA", "LOCALAPPDATA"))
    return [
        home,
        home / ".config",
        home / "Library" / "Preferences",
        *(Path(each) for each in given if each),
    ]


def _of_dropbox(folder: Path) -> list[Path]:
    for name in (".dropbox", "Dropbox"):
        try:
            accounts = json.loads((folder / name / "info.json").read_text("utf-8"))
            return [Path(str(each["path"])) for each in accounts.values()]
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            continue
    return []


def _of_own_cloud(file: Path) -> list[Path]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return []
    values = (line.partition("=")[2] for line in lines if "localPath=" in line)
    return [Path(each.rstrip("/")) for each in values if each]
