from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import casedesk
from casedesk.services.anchors import AnchorFile
from casedesk.services.records import Records
from casedesk.ui.trail.deed_words import deed_words
from casedesk.ui.trail.dialog import TrailDialog
from casedesk.ui.trail.keeper import TrailKeeper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session

SOURCE = Path(casedesk.__file__).parent
ACTION = re.compile(r"[a-z_]+\.[a-z_]+")
DEEDS = ("write", "note", "take_back", "_change")


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
    assert anchors.anchor_of(session.backups.vault_id()) == session.trail.anchor()
    assert not keeper.opened(session)

    actions = [deed.action for deed in session.trail.last(99)]
    assert actions.count("vault.refuse") == 1
    known = session.trail.anchor()
    assert known is not None
    vault_id = session.backups.vault_id()
    anchors.keep(vault_id, type(known)(number=known.number + 5, seal="newer"))
    assert keeper.opened(session)


def named_in_the_source() -> Iterator[str]:
    """Find every action that a deed of the program is written under."""
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            called, first = node.func, node.args[0]
            if isinstance(called, ast.Attribute) and called.attr in DEEDS:
                for each in ast.walk(first):
                    if isinstance(each, ast.Constant) and ACTION.fullmatch(
                        str(each.value)
                    ):
                        yield str(each.value)


def test_every_deed_has_words(session: Session) -> None:
    kinds = [each for each in vars(session).values() if isinstance(each, Records)]
    verbs = ("add", "change", "remove", "restore", "take_back")
    of_records = {f"{kind.noun}.{verb}" for kind in kinds for verb in verbs}
    actions = {*of_records, *named_in_the_source()}

    without = {
        action
        for action in actions
        if (said := deed_words(action)) == action
        or said.endswith(f": {action.partition('.')[2]}")
    }

    assert {"invoice.paid", "instrument_sheet.again", "vault.salvage"} <= actions
    assert without == set()
