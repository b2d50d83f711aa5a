"""A folder of a cloud is found by its name, its marks and the settings of programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casedesk.domain.cloud import CloudService
from casedesk.services.cloud_folders import cloud_of


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setattr(Path, "home", lambda: home)
    for name in ("APPDATA", "LOCALAPPDATA", "OneDrive"):
        monkeypatch.delenv(name, raising=False)
    return home


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


def test_a_folder_is_known_by_its_name(home: Path) -> None:
    assert cloud_of(home / "Nextcloud" / "Praxis") is CloudService.NEXTCLOUD
    assert cloud_of(home / "Praxis") is None


def test_documents_that_onedrive_has_taken_over_are_known(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDrive", str(home / "Wolke"))

    assert cloud_of(home / "Wolke" / "Dokumente") is CloudService.ONEDRIVE


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_a_folder_of_dropbox_with_another_name_is_known(
    home: Path, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / ".dropbox" / "info.json"
    if system == "windows":
        monkeypatch.setenv("APPDATA", str(home / "AppData"))
        file = home / "AppData" / "Dropbox" / "info.json"
    written(file, json.dumps({"personal": {"path": str(home / "Ablage"), "host": 1}}))

    assert cloud_of(home / "Ablage" / "Praxis") is CloudService.DROPBOX
    assert cloud_of(home / "Praxis") is None


@pytest.mark.parametrize("folder", [".config", "Library/Preferences"])
def test_a_folder_of_nextcloud_with_another_name_is_known(
    home: Path, folder: str
) -> None:
    written(
        home / folder / "Nextcloud" / "nextcloud.cfg",
        f"[Accounts]\n0\\Folders\\1\\localPath={home}/Team/\nversion=2\n",
    )

    assert cloud_of(home / "Team" / "Praxis") is CloudService.NEXTCLOUD


def test_settings_that_make_no_sense_are_passed_over(home: Path) -> None:
    written(home / ".dropbox" / "info.json", "[1")
    written(home / ".config" / "Nextcloud" / "nextcloud.cfg", "localPath=")

    assert cloud_of(home / "Praxis") is None


def test_a_folder_that_syncthing_copies_bears_its_mark(home: Path) -> None:
    (home / "Praxis" / ".stfolder").mkdir(parents=True)

    assert cloud_of(home / "Praxis" / "2026") is CloudService.SYNCTHING
