"""The window says that the disk is full, and takes the reserve again by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.store.reserve import reserve_beside
from casedesk.ui.window.room_banner import RoomBanner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk


def test_the_reserve_is_made_beside_the_vault(
    session: Session, desk: Desk, qtbot: QtBot
) -> None:
    banner = RoomBanner(session, desk.jobs)
    qtbot.addWidget(banner)

    banner.reserve()
    qtbot.waitUntil(lambda: not desk.jobs.is_busy())

    assert reserve_beside(session.path).exists()
    assert banner.isHidden()


def test_a_full_disk_is_told_with_the_room_that_is_needed_until_there_is_some(
    session: Session, desk: Desk, qtbot: QtBot
) -> None:
    banner = RoomBanner(session, desk.jobs)
    qtbot.addWidget(banner)
    reserve = session._database.reserve
    assert reserve is not None
    reserve.give_up()

    banner.look()

    assert not banner.isHidden()
    assert "MB are free" in banner._words.text()
    assert session.room.needed_bytes() > 58_000_000
    qtbot.waitUntil(lambda: not desk.jobs.is_busy())
    assert reserve_beside(session.path).exists()
    assert not session.room.is_short()
    assert banner.isHidden()
