"""Folders of cloud services are recognised by their names on three systems."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from casedesk.domain.cloud import CloudService, cloud_service


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (PureWindowsPath("C:/Users/ra/OneDrive/Praxis"), CloudService.ONEDRIVE),
        (PureWindowsPath("C:/Users/ra/OneDrive - Praxis AG"), CloudService.ONEDRIVE),
        (
            PurePosixPath("/Users/ra/Library/CloudStorage/OneDrive-Praxis"),
            CloudService.ONEDRIVE,
        ),
        (
            PurePosixPath("/Users/ra/Library/Mobile Documents/com~apple~CloudDocs"),
            CloudService.ICLOUD,
        ),
        (PureWindowsPath("C:/Users/ra/iCloudDrive/x"), CloudService.ICLOUD),
        (PurePosixPath("/home/ra/Dropbox/x"), CloudService.DROPBOX),
        (PurePosixPath("/home/ra/Dropbox (Praxis)"), CloudService.DROPBOX),
        (PureWindowsPath("G:/Meine Ablage/Praxis"), CloudService.GOOGLE_DRIVE),
        (
            PurePosixPath("/Users/ra/Library/CloudStorage/GoogleDrive-ra@example.org"),
            CloudService.GOOGLE_DRIVE,
        ),
        (PurePosixPath("/home/ra/Nextcloud/Praxis"), CloudService.NEXTCLOUD),
        (PurePosixPath("/home/ra/ownCloud/Praxis"), CloudService.OWNCLOUD),
        (PureWindowsPath("C:/Users/ra/Proton Drive/ra/x"), CloudService.PROTON_DRIVE),
        (
            PurePosixPath("/Users/ra/Library/CloudStorage/ProtonDrive-ra@example.org"),
            CloudService.PROTON_DRIVE,
        ),
        (PureWindowsPath("C:/Users/ra/kDrive/Praxis"), CloudService.KDRIVE),
        (PurePosixPath("/home/ra/pCloudDrive/x"), CloudService.PCLOUD),
        (PureWindowsPath("C:/Users/ra/Documents/MEGA"), CloudService.MEGA),
        (PurePosixPath("/Users/ra/Library/CloudStorage/Box-Box"), CloudService.BOX),
        (PureWindowsPath("C:/Users/ra/SynologyDrive"), CloudService.SYNOLOGY_DRIVE),
        (PureWindowsPath("C:/Users/ra/MagentaCLOUD"), CloudService.MAGENTA_CLOUD),
        (PurePosixPath("/home/ra/HiDrive/x"), CloudService.HIDRIVE),
        (
            PurePosixPath("/run/user/1000/gvfs/google-drive:host=x/Praxis"),
            CloudService.GOOGLE_DRIVE,
        ),
        (PureWindowsPath("G:/My Drive/Praxis"), CloudService.GOOGLE_DRIVE),
        (PurePosixPath("/home/ra/Megaphon"), None),
        (PureWindowsPath("C:/Users/ra/Box"), None),
        (PurePosixPath("/home/ra/Praxis"), None),
        (PurePosixPath("/home/ra/Library/Praxis"), None),
        (PurePosixPath("/home/ra/My Dropboxes"), None),
        (PurePosixPath("/home/ra/onedriver"), None),
    ],
)
def test_folders_of_cloud_services_are_recognised(
    folder: PurePosixPath | PureWindowsPath, service: CloudService | None
) -> None:
    assert cloud_service(folder) is service
