from __future__ import annotations

from typing import TYPE_CHECKING

from services.closed_case import close

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.services.anchors import AnchorFile
from casedesk.ui.trail.deed_words import deed_words
from casedesk.ui.trail.dialog import TrailDialog
from casedesk.ui.trail.keeper import TrailKeeper

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session


def test_the_whole_trail_is_checked_and_exported(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "trail.csv"
    dialog = TrailDialog(session.trail, ask_file=lambda _parent: path)
    qtbot.addWidget(dialog)

    dialog.check.click()
    dialog.export.click()

    assert "none changed, none missing" in dialog.verdict.text()
    assert "practice.add" in path.read_text(encoding="utf-8-sig")
    assert dialog.table.records()[0].action == "trail.export"


def test_an_older_copy_and_wrong_passphrases_are_noticed(
    session: Session, tmp_path: Path
) -> None:
    anchors = AnchorFile(tmp_path / "trails.json")
    keeper = TrailKeeper(anchors)
    anchors.note_failure(session.path)

    assert not keeper.opened(session)
    keeper.closing(session)
    assert not keeper.opened(session)

    actions = [deed.action for deed in session.trail.last(99)]
    assert actions.count("vault.refuse") == 1
    known = session.trail.anchor()
    assert known is not None
    vault_id = session.backups.vault_id()
    anchors.keep(vault_id, type(known)(number=known.number + 5, seal="newer"))
    assert keeper.opened(session)


def test_every_deed_of_daily_work_has_words(session: Session) -> None:
    anna = Client(id=ClientId("anna"), family_name="Brunner")
    case = session.cases.open_for_new_client(anna, Area.HEALTH_CARE)
    close(session, case.id)

    said = [deed_words(deed.action) for deed in session.trail.last(99)]

    assert "Case closed" in said
    assert not any("." in words for words in said)
