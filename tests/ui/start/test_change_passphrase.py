"""The passphrase of an open vault is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE
from ui.keys import type_text

from casedesk.domain import problems as p
from casedesk.services import vaults
from casedesk.ui import wording
from casedesk.ui.start.change_passphrase import ChangePassphraseDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.ui.start.entrance import Entrance

OTHER = "sieben Birken schweigen lieber"


@pytest.fixture
def dialog(
    entrance: Entrance, session: Session, qtbot: QtBot
) -> ChangePassphraseDialog:
    dialog = ChangePassphraseDialog(entrance, session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def changed(dialog: ChangePassphraseDialog) -> Iterator[list[Session]]:
    changed: list[Session] = []
    dialog.changed.connect(changed.append)
    yield changed
    for session in changed:
        session.lock()


def type_all(
    dialog: ChangePassphraseDialog, present: str, new: str, again: str
) -> None:
    type_text(dialog.present.line, present)
    type_text(dialog.new.first.line, new)
    type_text(dialog.new.again.line, again)


def test_the_vault_goes_on_under_the_new_passphrase(
    dialog: ChangePassphraseDialog, changed: list[Session], qtbot: QtBot
) -> None:
    type_all(dialog, PASSPHRASE, OTHER, OTHER)

    dialog.go.click()
    qtbot.waitUntil(lambda: len(changed) == 1)

    path = changed[0].path
    changed[0].lock()
    key = vaults.derive_key(OTHER, vaults.read_header(path))
    vaults.unlock(path, key).lock()
    assert not dialog.isVisible()
    assert dialog.present.passphrase() == ""


@pytest.mark.parametrize(
    ("present", "new", "again", "problem"),
    [
        pytest.param("falsch, leider", OTHER, OTHER, p.WrongPassphrase, id="wrong"),
        pytest.param(PASSPHRASE, OTHER, "x", p.PassphrasesDiffer, id="differ"),
        pytest.param(PASSPHRASE, "kurz", "kurz", p.PassphraseTooWeak, id="weak"),
    ],
)
def test_what_is_wrong_is_said_in_the_dialog_and_nothing_changes(
    dialog: ChangePassphraseDialog,
    changed: list[Session],
    session: Session,
    qtbot: QtBot,
    present: str,
    new: str,
    again: str,
    problem: type[p.Problem],
) -> None:
    type_all(dialog, present, new, again)

    dialog.go.click()
    qtbot.waitUntil(dialog.go.isEnabled)

    assert dialog.trouble.text() == wording.problem(problem())
    assert not changed
    assert not session.is_locked


def test_a_vault_locked_meanwhile_ends_the_dialog(
    dialog: ChangePassphraseDialog,
    changed: list[Session],
    session: Session,
    qtbot: QtBot,
) -> None:
    type_all(dialog, PASSPHRASE, OTHER, OTHER)

    dialog.go.click()
    session.lock()

    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert not changed


def test_that_it_is_changed_is_said(
    dialog: ChangePassphraseDialog,
    changed: list[Session],
    told: list[str],
    qtbot: QtBot,
) -> None:
    type_all(dialog, PASSPHRASE, OTHER, OTHER)

    dialog.go.click()

    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].startswith("The passphrase is changed.")
    assert changed


def test_that_they_differ_is_said_only_as_long_as_they_do(
    dialog: ChangePassphraseDialog, qtbot: QtBot
) -> None:
    type_all(dialog, PASSPHRASE, OTHER, OTHER[:-1])
    dialog.go.click()
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.trouble.text() == wording.problem(p.PassphrasesDiffer())

    type_text(dialog.new.again.line, OTHER[-1])

    assert dialog.trouble.text() == ""
