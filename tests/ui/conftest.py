"""What the user was told, instead of message boxes that would wait for a click."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from casedesk.ui.immortal import keep_constants_alive

keep_constants_alive()


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []

    def note(box: QMessageBox) -> int:
        told.append(box.text())
        return QMessageBox.StandardButton.Ok.value

    monkeypatch.setattr(QMessageBox, "exec", note)
    return told
