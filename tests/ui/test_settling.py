from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from casedesk.domain.client import Client, ClientId
from casedesk.ui.settling import PAUSE_MS, Settling

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session

ANNA = Client(id=ClientId("anna"), family_name="Brunner")


def journal_bytes(session: Session) -> int:
    journal = session.path.with_name(f"{session.path.name}-wal")
    return journal.stat().st_size


def test_after_a_pause_everything_stands_in_the_file_itself(
    qtbot: QtBot, session: Session
) -> None:
    owner = QObject()
    Settling(session, owner)
    session.clients.add(ANNA)
    assert journal_bytes(session) > 0

    qtbot.waitUntil(lambda: journal_bytes(session) == 0, timeout=4 * PAUSE_MS)


def test_what_is_removed_leaves_the_file_at_once(session: Session) -> None:
    session.clients.add(ANNA)

    session.clients.remove(ANNA.id)

    assert journal_bytes(session) == 0
