"""Folders that a program copies to the computers of somebody else."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath


class CloudService(StrEnum):
    """A program that copies a folder to the computers of somebody else."""

    ONEDRIVE = "OneDrive"
    ICLOUD = "iCloud"
    DROPBOX = "Dropbox"
    GOOGLE_DRIVE = "Google Drive"
    NEXTCLOUD = "Nextcloud"
    OWNCLOUD = "ownCloud"
    PROTON_DRIVE = "Proton Drive"
    KDRIVE = "kDrive"
    PCLOUD = "pCloud"
    MEGA = "MEGA"
    BOX = "Box"
    SYNOLOGY_DRIVE = "Synology Drive"
    MAGENTA_CLOUD = "MagentaCLOUD"
    HIDRIVE = "HiDrive"
    TRESORIT = "Tresorit"
    SYNCTHING = "Syncthing"


# Folders as the programs name them by themselves, on Windows, macOS and Linux:
# "OneDrive - Firma" on Windows, "OneDrive-Firma" on a Mac, "Dropbox (Firma)".
_NAMES = {
    CloudService.ONEDRIVE: r"onedrive( ?-.*)?",
    CloudService.ICLOUD: r"icloud ?drive( \(archive?\))?|icloud|icloudphotos",
    CloudService.DROPBOX: r"\.?dropbox([ -].*)?",
    CloudService.GOOGLE_DRIVE: (
        r"google ?drive([ -].*)?|my drive|meine ablage|google-drive:.*"
    ),
    CloudService.NEXTCLOUD: r"nextcloud([ -]?.*)?",
    CloudService.OWNCLOUD: r"owncloud([ -]?.*)?",
    CloudService.PROTON_DRIVE: r"proton ?drive([ -].*)?",
    CloudService.KDRIVE: r"kdrive\d*([ -].*)?",
    CloudService.PCLOUD: r"pcloud( ?drive| ?sync)?",
    CloudService.MEGA: r"mega|megasync.*|mega ?(cloud ?)?drive",
    CloudService.BOX: r"box ?sync|box-box|box drive",
    CloudService.SYNOLOGY_DRIVE: r"synology ?drive([ -].*)?|cloudstation",
    CloudService.MAGENTA_CLOUD: r"magenta ?cloud([ -].*)?",
    CloudService.HIDRIVE: r"hidrive([ -].*)?",
    CloudService.TRESORIT: r"tresorit( ?drive)?|my tresorit",
    CloudService.SYNCTHING: r"syncthing",
}
_PATTERNS = {service: re.compile(names) for service, names in _NAMES.items()}


def cloud_service(folder: PurePath) -> CloudService | None:
    """Recognise a folder that is copied to a cloud by the names on its way."""
    parts = [part.casefold() for part in folder.parts]
    for part, inner in zip(parts, [*parts[1:], ""], strict=True):
        if part == "library" and inner == "mobile documents":
            return CloudService.ICLOUD
        found = next(
            (service for service, names in _PATTERNS.items() if names.fullmatch(part)),
            None,
        )
        if found is not None:
            return found
    return None
