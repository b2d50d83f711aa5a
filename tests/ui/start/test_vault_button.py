"""A vault among those opened lately."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from casedesk.ui.start.vault_button import VaultButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = Path("/home/muster/Dokumente/Fallführung und Begutachtung/Mandate Ostschweiz")


def shown(button: VaultButton) -> list[str]:
    return [label.text() for label in button.findChildren(QLabel)]


def test_a_name_that_finds_room_is_shown_whole(qtbot: QtBot) -> None:
    button = VaultButton(Path("/tmp/Praxis Öztürk.casedesk"))  # noqa: S108 - not read
    qtbot.addWidget(button)

    button.resize(400, 60)
    button.show()

    assert shown(button) == ["Praxis Öztürk", str(Path("/tmp"))]  # noqa: S108


@pytest.mark.parametrize("width", [60, 200, 330])
def test_a_long_folder_keeps_its_beginning_and_its_end(
    qtbot: QtBot, width: int
) -> None:
    button = VaultButton(LONG / "Praxis.casedesk")
    qtbot.addWidget(button)

    button.resize(width, 60)
    button.show()

    _name, folder = button.findChildren(QLabel)
    begun, ended = folder.text().split("…")
    assert str(LONG).startswith(begun)
    assert str(LONG).endswith(ended)
    assert begun
    assert folder.fontMetrics().horizontalAdvance(folder.text()) <= folder.width()
    assert button.accessibleDescription() == str(LONG)
