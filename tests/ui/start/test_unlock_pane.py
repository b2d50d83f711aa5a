"""A vault is unlocked, or a sentence beneath the field says why not."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, a_clock, a_practice
from PySide6.QtCore import Qt
from ui.keys import press, type_text

from casedesk.domain import problems as p
from casedesk.security.recovery import sheet_lines
from casedesk.services import vaults
from casedesk.ui import wording
from casedesk.ui.start.recovery_dialog import RecoveryDialog
from casedesk.ui.start.unlock_pane import UnlockPane
from casedesk.ui.trail.keeper import TrailKeeper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance

# Holds the vault until its input ends, as another program would.
HOLD = """
import sys
from pathlib import Path
from casedesk.services import vaults
path = Path(sys.argv[1])
key = vaults.derive_key(sys.argv[2], vaults.read_header(path))
session = vaults.unlock(path, key)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def pane(entrance: Entrance, qtbot: QtBot) -> UnlockPane:
    pane = UnlockPane(entrance)
    qtbot.addWidget(pane)
    pane.show()
    return pane


@pytest.fixture
def opened(pane: UnlockPane) -> Iterator[list[Session]]:
    opened: list[Session] = []
    pane.opened.connect(opened.append)
    yield opened
    for session in opened:
        session.lock()


def unlock(pane: UnlockPane, path: Path, passphrase: str, qtbot: QtBot) -> None:
    pane.show_vault(path)
    type_text(pane.field.line, passphrase)
    press(pane.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(pane.unlock.isEnabled)


def test_the_passphrase_opens_the_vault_and_is_forgotten(
    pane: UnlockPane, opened: list[Session], vault: Path, qtbot: QtBot
) -> None:
    unlock(pane, vault, PASSPHRASE, qtbot)

    [session] = opened
    assert session.path == vault
    assert pane.field.passphrase() == ""
    assert pane.trouble.text() == ""


def test_while_the_key_is_derived_nothing_can_be_typed_and_something_moves(
    pane: UnlockPane, opened: list[Session], vault: Path, qtbot: QtBot
) -> None:
    pane.show_vault(vault)
    type_text(pane.field.line, PASSPHRASE)

    pane.unlock.click()

    assert not pane.field.isEnabled()
    assert pane._progress.isVisible()
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert not pane._progress.isVisible()


def test_a_wrong_passphrase_is_said_in_words_and_can_be_typed_again(
    pane: UnlockPane, opened: list[Session], vault: Path, qtbot: QtBot
) -> None:
    unlock(pane, vault, "nicht diese vier Worte", qtbot)

    assert pane.trouble.text() == wording.problem(p.WrongPassphrase())
    assert pane.field.passphrase() == ""
    assert not opened
    unlock(pane, vault, PASSPHRASE, qtbot)
    assert opened


def test_a_wrong_passphrase_is_counted_to_be_told_to_the_vault(
    pane: UnlockPane,
    opened: list[Session],
    entrance: Entrance,
    vault: Path,
    qtbot: QtBot,
) -> None:
    unlock(pane, vault, "nicht diese vier Worte", qtbot)
    unlock(pane, vault, PASSPHRASE, qtbot)

    assert len(opened) == 1
    assert entrance.anchors().take_failures(vault) == 1


def test_without_a_passphrase_one_is_asked_for(pane: UnlockPane, vault: Path) -> None:
    pane.show_vault(vault)

    pane.unlock.click()

    assert pane.trouble.text() == "Type the passphrase of this vault."


def test_a_missing_file_is_said_as_soon_as_it_is_chosen(
    pane: UnlockPane, tmp_path: Path
) -> None:
    pane.show_vault(tmp_path / "gone.casedesk")

    assert pane.trouble.text() == wording.problem(p.VaultMissing())


def too_new(vault: Path) -> None:
    content = bytearray(vault.read_bytes())
    content[2] = 99
    vault.write_bytes(content)


def damaged(vault: Path) -> None:
    content = bytearray(vault.read_bytes())
    content[100:200] = bytes(100)
    vault.write_bytes(content)


def no_vault(vault: Path) -> None:
    vault.write_text("a letter, nothing else")


def head_damaged(vault: Path) -> None:
    content = bytearray(vault.read_bytes())
    content[9] ^= 1
    vault.write_bytes(content)


def magic_damaged(vault: Path) -> None:
    vault.write_bytes(b"XX" + vault.read_bytes()[2:])


def cut_off(vault: Path) -> None:
    vault.write_bytes(vault.read_bytes()[:9])


@pytest.mark.parametrize("damage", [head_damaged, magic_damaged, too_new, cut_off])
def test_a_damaged_head_is_not_taken_for_a_wrong_passphrase(
    pane: UnlockPane,
    opened: list[Session],
    entrance: Entrance,
    vault: Path,
    key: VaultKey,
    qtbot: QtBot,
    damage: Callable[[Path], None],
) -> None:
    session = vaults.unlock(vault, key)
    TrailKeeper(entrance.anchors()).opened(session)
    session.lock()
    unlock(pane, vault, "nicht diese vier Worte", qtbot)
    assert pane.trouble.text() == wording.problem(p.WrongPassphrase())

    damage(vault)
    pane.show_vault(vault)
    type_text(pane.field.line, PASSPHRASE)
    pane.unlock.click()

    qtbot.waitUntil(lambda: pane.trouble.text() == wording.problem(p.HeadChanged()))
    assert not pane.forgotten.isHidden()
    assert not opened


def gone(vault: Path) -> None:
    vault.unlink()


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        pytest.param(too_new, p.VaultTooNew, id="too new"),
        pytest.param(damaged, p.VaultDamaged, id="damaged"),
        pytest.param(no_vault, p.NotAVault, id="no vault"),
        pytest.param(gone, p.VaultMissing, id="gone"),
    ],
)
def test_a_file_that_cannot_be_opened_is_explained(
    pane: UnlockPane,
    opened: list[Session],
    vault: Path,
    qtbot: QtBot,
    spoil: Callable[[Path], None],
    problem: type[p.Problem],
) -> None:
    spoil(vault)

    unlock(pane, vault, PASSPHRASE, qtbot)

    assert pane.trouble.text() == wording.problem(problem())
    assert not opened


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_vault_that_may_not_be_written_is_explained(
    pane: UnlockPane, opened: list[Session], vault: Path, qtbot: QtBot
) -> None:
    vault.chmod(0o400)

    unlock(pane, vault, PASSPHRASE, qtbot)

    assert pane.trouble.text() == wording.problem(p.VaultReadOnly())
    assert not opened


def test_a_vault_that_is_open_elsewhere_is_explained(
    pane: UnlockPane, opened: list[Session], vault: Path, qtbot: QtBot
) -> None:
    other = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", HOLD, str(vault), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert other.stdout is not None
    assert other.stdout.readline().strip() == b"held"

    unlock(pane, vault, PASSPHRASE, qtbot)

    assert pane.trouble.text() == wording.problem(p.VaultInUse())
    assert not opened
    other.communicate()


def test_another_vault_chosen_meanwhile_is_not_taken_for_the_first(
    pane: UnlockPane,
    opened: list[Session],
    vault: Path,
    key: VaultKey,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    other = tmp_path / "other.casedesk"
    vaults.create(other, key, a_practice(), a_clock()).lock()
    pane.show_vault(vault)
    type_text(pane.field.line, PASSPHRASE)

    pane.unlock.click()
    pane.show_vault(other)
    qtbot.waitUntil(pane.unlock.isEnabled)

    assert not opened


def test_the_passphrase_is_shown_only_when_wanted(
    pane: UnlockPane, vault: Path
) -> None:
    pane.show_vault(vault)
    hidden = pane.field.line.echoMode()

    pane.field._show.click()

    assert hidden == pane.field.line.EchoMode.Password
    assert pane.field.line.echoMode() == pane.field.line.EchoMode.Normal


def test_who_forgot_the_passphrase_gets_in_with_the_sheet(
    pane: UnlockPane, vault: Path, key: VaultKey, qtbot: QtBot
) -> None:
    recovered: list[Session] = []
    pane.recovered.connect(recovered.append)
    pane.show_vault(vault)

    pane.forgotten.click()
    [dialog] = pane.findChildren(RecoveryDialog)
    for field, line in zip(dialog.lines, sheet_lines(key), strict=True):
        type_text(field, line)
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(recovered))

    [session] = recovered
    assert session.path == vault
    session.lock()


def test_without_a_file_and_in_the_demo_nothing_is_recovered(
    pane: UnlockPane, vault: Path, tmp_path: Path
) -> None:
    pane.show_vault(tmp_path / "gone.casedesk")
    assert not pane.forgotten.isVisible()

    pane.show_vault(vault, "The passphrase of the demo is: demo")
    assert not pane.forgotten.isVisible()

    pane.show_vault(vault)
    assert pane.forgotten.isVisible()


def test_a_file_that_is_no_vault_is_told_before_a_passphrase_is_typed(
    pane: UnlockPane, vault: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.casedesk"
    letter.write_text("a letter, nothing else")
    pane.show_vault(letter)

    pane.check_file()

    assert pane.trouble.text() == wording.problem(p.NotAVault())
    assert not pane.field.isEnabled()
    pane.show_vault(vault)
    pane.check_file()
    assert pane.trouble.text() == ""
    assert pane.field.isEnabled()


def test_a_vault_in_a_folder_of_a_cloud_is_warned_of(
    pane: UnlockPane, tmp_path: Path, qtbot: QtBot
) -> None:
    pane.show_vault(tmp_path / "Dropbox" / "Praxis.casedesk")
    qtbot.waitUntil(pane.advice.isVisible)
    assert "Dropbox" in pane.advice.text()
    assert "for backups instead" in pane.advice.text()

    pane.show_vault(tmp_path / "Praxis.casedesk")
    qtbot.wait(300)
    assert not pane.advice.isVisible()
