"""A recovery sheet is typed line by line, and each line is judged at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import a_practice
from PySide6.QtCore import Qt
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


def verdicts(dialog: RecoveryDialog) -> list[str]:
    return [line.verdict.text() for line in dialog.lines]


def test_the_typed_sheet_opens_the_vault(
    dialog: RecoveryDialog, opened: list[Session], key: VaultKey
) -> None:
    type_sheet(dialog, sheet_lines(key))

    dialog.go.click()

    [session] = opened
    assert session.practice.get() == a_practice()
    assert not dialog.isVisible()
    assert [line.text() for line in dialog.lines] == [""] * recovery.LINES


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
    dialog: RecoveryDialog, opened: list[Session], key: VaultKey
) -> None:
    dialog.lines[0].setText(" ".join(sheet_lines(key)))
    dialog.lines[0].textEdited.emit(dialog.lines[0].text())

    press(dialog.lines[6], Qt.Key.Key_Return)

    assert [line.text() for line in dialog.lines] == [""] * recovery.LINES
    assert len(opened) == 1


def test_what_is_wrong_is_said_and_nothing_is_opened(
    dialog: RecoveryDialog, opened: list[Session], key: VaultKey
) -> None:
    dialog.go.click()
    incomplete = dialog.trouble.text()
    lines = sheet_lines(key)
    type_sheet(dialog, (*lines[:4], lines[5], *lines[5:]))

    dialog.go.click()

    assert incomplete == wording.problem(p.RecoverySheetIncomplete())
    assert dialog.trouble.text() == wording.problem(p.WrongRecoveryLine(5))
    assert "Line 5" in dialog.trouble.text()
    assert not opened


def test_the_sheet_of_another_vault_is_told(
    dialog: RecoveryDialog, opened: list[Session], key: VaultKey
) -> None:
    type_sheet(dialog, sheet_lines(type(key)(key=key.key[::-1], salt=key.salt[::-1])))

    dialog.go.click()

    assert dialog.trouble.text() == wording.problem(p.SheetOfAnotherVault())
    assert not opened


def test_the_mark_of_the_right_sheet_is_named(
    dialog: RecoveryDialog, key: VaultKey
) -> None:
    assert any(recovery.mark_of(key.salt) in words for words in dialog._words())


def test_every_problem_of_a_sheet_has_words() -> None:
    for problem in p.RecoveryProblem.__subclasses__():
        assert wording.problem(problem())
