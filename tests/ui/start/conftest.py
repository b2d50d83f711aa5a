"""What the windows before the vault need: preferences of their own, quick keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, a_clock, a_practice

from casedesk.services import vaults
from casedesk.services.vaults import LIGHT
from casedesk.ui import wording
from casedesk.ui.jobs import BackgroundJobs
from casedesk.ui.preferences import Preferences
from casedesk.ui.start.entrance import Entrance

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from casedesk.services.vaults import VaultKey


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    preferences = Preferences(tmp_path / "preferences")
    preferences.change(language="en", scheme="light")
    return preferences


@pytest.fixture
def entrance(preferences: Preferences, qapp: QApplication) -> Entrance:
    return Entrance(
        jobs=BackgroundJobs(wording.problem, qapp),
        preferences=preferences,
        clock=a_clock(),
        profile=LIGHT,
    )


@pytest.fixture
def vault(tmp_path: Path, key: VaultKey) -> Path:
    """A closed vault; `PASSPHRASE` opens it."""
    assert PASSPHRASE
    path = tmp_path / "Praxis.casedesk"
    vaults.create(path, key, a_practice(), a_clock()).lock()
    return path
