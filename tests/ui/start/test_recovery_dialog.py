"""A recovery sheet is typed line by line, and each line is judged at once."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from conftest import a_clock, a_practice
from PySide6.QtCore import Qt, QThreadPool
from ui.keys import press, type_text

from casedesk.domain import problems as p
from casedesk.security.recovery import sheet_lines
from casedesk.services import recovery
from casedesk.ui import wording
from casedesk.ui.start.recovery_dialog import RecoveryDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance

RIGHT = "Right"


@pytest.fixture
def dialog(entrance: Entrance, vault: Path, qtbot: QtBot) -> RecoveryDialog:
    dialog = RecoveryDialog(entrance, vault)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def opened(dialog: RecoveryDialog) -> Iterator[list[Session]]:
    opened: list[Session] = []
    dialog.recovered.connect(opened.append)
    yield opened
    for session in opened:
        session.lock()


def type_sheet(dialog: RecoveryDialog, lines: tuple[str, ...]) -> None:
    for field, line in zip(dialog.lines, lines, strict=True):
        type_text(field, line)


def goes(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog._entrance.jobs.is_busy())


def verdicts(dialog: RecoveryDialog) -> list[str]:
    return [line.verdict.text() for line in dialog.lines]


def test_the_typed_sheet_opens_the_vault(
    dialog: RecoveryDialog, opened: list[Session], key: VaultKey, qtbot: QtBot
) -> None:
    type_sheet(dialog, sheet_lines(key))

    goes(dialog, qtbot)

    [session] = opened
    assert session.practice.get() == a_practice()
    assert not dialog.isVisible()
    assert [line.text() for line in dialog.lines] == [""] * recovery.LINES


def test_after_the_last_line_enter_opens_the_vault(
    dialog: RecoveryDialog, opened: list[Session], key: VaultKey, qtbot: QtBot
) -> None:
    type_sheet(dialog, sheet_lines(key))
    qtbot.waitUntil(dialog.go.hasFocus)

    press(dialog.go, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(opened) == 1)


def test_a_right_line_is_set_in_groups_and_leads_to_the_next(
    dialog: RecoveryDialog, key: VaultKey, qtbot: QtBot
) -> None:
    line = sheet_lines(key)[0]

    type_text(dialog.lines[0], line.lower().replace(" ", "-"))

    assert dialog.lines[0].text() == line
    assert verdicts(dialog) == [RIGHT, *[""] * 6]
    qtbot.waitUntil(dialog.lines[1].hasFocus)


def test_a_wrong_line_is_marked_at_once_and_mended(
    dialog: RecoveryDialog, key: VaultKey
) -> None:
    first, second, *_rest = sheet_lines(key)
    swapped = second[1] + second[0] + second[2:]
    assert swapped != second
    type_text(dialog.lines[0], first)

    type_text(dialog.lines[1], swapped)
    marked = verdicts(dialog)
    dialog.lines[1].clear()
    type_text(dialog.lines[1], second)

    assert marked[:2] == [RIGHT, "Not as it is printed: compare letter by letter."]
    assert dialog.lines[1].accessibleDescription() == RIGHT


def test_letters_that_are_missing_are_missed_when_the_line_is_left(
    dialog: RecoveryDialog, key: VaultKey
) -> None:
    type_text(dialog.lines[0], sheet_lines(key)[0][:-1])
    while_typing = dialog.lines[0].verdict.text()

    dialog.lines[0].editingFinished.emit()

    assert while_typing == ""
    assert dialog.lines[0].verdict.text() == "Letters are missing."


def test_a_sheet_that_is_scanned_or_pasted_into_one_line_fills_all(
    dialog: RecoveryDialog, opened: list[Session], key: VaultKey, qtbot: QtBot
) -> None:
    dialog.lines[0].setText(" ".join(sheet_lines(key)))
    dialog.lines[0].textEdited.emit(dialog.lines[0].text())

    press(dialog.lines[6], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))

    assert [line.text() for line in dialog.lines] == [""] * recovery.LINES
    assert len(opened) == 1


def test_what_is_wrong_is_said_and_nothing_is_opened(
    dialog: RecoveryDialog, opened: list[Session], key: VaultKey, qtbot: QtBot
) -> None:
    goes(dialog, qtbot)
    incomplete = dialog.trouble.text()
    lines = sheet_lines(key)
    type_sheet(dialog, (*lines[:4], lines[5], *lines[5:]))

    goes(dialog, qtbot)

    assert incomplete == wording.problem(p.RecoverySheetIncomplete())
    assert dialog.trouble.text() == wording.problem(p.WrongRecoveryLine(5))
    assert "Line 5" in dialog.trouble.text()
    assert not opened


def test_the_sheet_of_another_vault_is_told(
    dialog: RecoveryDialog, opened: list[Session], key: VaultKey, qtbot: QtBot
) -> None:
    type_sheet(dialog, sheet_lines(type(key)(key=key.key[::-1], salt=key.salt[::-1])))

    goes(dialog, qtbot)

    assert dialog.trouble.text() == wording.problem(p.SheetOfAnotherVault())
    assert not opened


def test_the_mark_of_the_right_sheet_is_named(
    dialog: RecoveryDialog, key: VaultKey
) -> None:
    assert any(recovery.mark_of(key.salt) in words for words in dialog._words())


def test_every_problem_of_a_sheet_has_words() -> None:
    for problem in p.RecoveryProblem.__subclasses__():
        assert wording.problem(problem())


def test_after_an_unclean_end_the_vault_is_checked_while_the_window_stays_alive(
    dialog: RecoveryDialog,
    opened: list[Session],
    vault: Path,
    key: VaultKey,
    qtbot: QtBot,
) -> None:
    anchors = dialog._entrance.anchors()
    anchors.note_check(vault, a_clock().now())
    vault.with_name(f"{vault.name}-wal").write_bytes(b"left behind")
    type_sheet(dialog, sheet_lines(key))

    dialog.go.click()
    while_it_is_checked = bool(opened), dialog.go.isEnabled(), dialog.said.text()
    qtbot.waitUntil(lambda: bool(opened))

    assert while_it_is_checked[:2] == (False, False)
    assert "is being checked" in while_it_is_checked[2]
    assert anchors.checked_at(vault) is not None
    assert not dialog.isVisible()


def test_a_vault_checked_lately_and_closed_in_order_opens_at_once(
    dialog: RecoveryDialog, opened: list[Session], vault: Path, key: VaultKey
) -> None:
    dialog._entrance.anchors().note_check(vault, a_clock().now())
    type_sheet(dialog, sheet_lines(key))

    dialog.go.click()

    assert len(opened) == 1


def test_cancel_stops_the_check_and_opens_nothing(
    dialog: RecoveryDialog,
    opened: list[Session],
    vault: Path,
    key: VaultKey,
    qtbot: QtBot,
) -> None:
    go = Event()
    pool = QThreadPool.globalInstance()
    for _ in range(pool.maxThreadCount()):
        pool.start(go.wait)  # so that it has not begun
    type_sheet(dialog, sheet_lines(key))
    dialog.go.click()

    dialog.cancel.click()
    go.set()
    qtbot.waitUntil(lambda: not dialog._entrance.jobs.is_busy())

    assert not opened
    assert not dialog.isVisible()
    assert dialog._entrance.anchors().checked_at(vault) is None
