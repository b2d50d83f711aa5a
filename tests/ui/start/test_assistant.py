"""A vault is made in three steps that can be gone back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from ui.keys import press, type_text

from casedesk.domain import problems as p
from casedesk.domain.practice import Country, Language, Profession
from casedesk.services import vaults
from casedesk.ui import wording
from casedesk.ui.start.assistant import Assistant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.ui.start.entrance import Entrance


@pytest.fixture
def assistant(entrance: Entrance, tmp_path: Path, qtbot: QtBot) -> Assistant:
    assistant = Assistant(entrance, folder=tmp_path)
    qtbot.addWidget(assistant)
    assistant.show()
    return assistant


@pytest.fixture
def made(assistant: Assistant) -> Iterator[list[Session]]:
    made: list[Session] = []
    assistant.created.connect(made.append)
    yield made
    for session in made:
        session.lock()


def type_passphrase(assistant: Assistant, first: str, again: str) -> None:
    new = assistant.vault_step.new
    new.clear()
    type_text(new.first.line, first)
    type_text(new.again.line, again)


def go_on(assistant: Assistant, qtbot: QtBot) -> None:
    press(assistant, Qt.Key.Key_Return)
    qtbot.waitUntil(assistant.next.isEnabled)


def test_a_practice_is_set_up_in_three_steps(
    assistant: Assistant, made: list[Session], tmp_path: Path, qtbot: QtBot
) -> None:
    first = assistant.practice_step
    type_text(first.cell("name").widget, "Fallführung Süd")
    type_text(first.cell("holder_name").widget, "Jana Öztürk")
    first.cell("country").editor.set_value(Country.AT)
    first.cell("language").editor.set_value(Language.DE_AT)

    go_on(assistant, qtbot)
    type_passphrase(assistant, PASSPHRASE, PASSPHRASE)
    go_on(assistant, qtbot)
    type_text(assistant.contact_step.cell("town").widget, "Graz")
    press(assistant, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(made) == 1)

    practice = made[0].practice.get()
    assert practice.name == "Fallführung Süd"
    assert practice.holder_name == "Jana Öztürk"
    assert practice.country is Country.AT
    assert practice.language is Language.DE_AT
    assert practice.profession is Profession.NURSE
    assert practice.town == "Graz"
    assert made[0].path == tmp_path / "Fallführung Süd.casedesk"
    assert assistant.vault_step.new.typed().passphrase == ""


def test_the_made_vault_opens_with_the_passphrase_that_was_chosen(
    assistant: Assistant, made: list[Session], qtbot: QtBot
) -> None:
    go_on(assistant, qtbot)
    type_passphrase(assistant, PASSPHRASE, PASSPHRASE)
    go_on(assistant, qtbot)
    press(assistant, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(made) == 1)
    made[0].lock()

    path = made[0].path
    key = vaults.derive_key(PASSPHRASE, vaults.read_header(path))

    vaults.unlock(path, key).lock()


@pytest.mark.parametrize(
    ("first", "again", "problem"),
    [
        pytest.param(PASSPHRASE, "anders", p.PassphrasesDiffer, id="differ"),
        pytest.param("Sommer2026!", "Sommer2026!", p.PassphraseTooWeak, id="weak"),
        pytest.param("", "", p.PassphraseTooWeak, id="empty"),
    ],
)
def test_a_passphrase_that_will_not_do_is_explained_at_its_step(
    assistant: Assistant,
    qtbot: QtBot,
    first: str,
    again: str,
    problem: type[p.Problem],
) -> None:
    go_on(assistant, qtbot)
    type_passphrase(assistant, first, again)

    go_on(assistant, qtbot)

    assert assistant.step() == 1
    assert assistant.vault_step.trouble.text() == wording.problem(problem())


def test_an_existing_file_is_never_overwritten(
    assistant: Assistant, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Praxis.casedesk").write_text("something dear")
    type_text(assistant.practice_step.cell("name").widget, "Praxis")
    go_on(assistant, qtbot)
    type_passphrase(assistant, PASSPHRASE, PASSPHRASE)

    go_on(assistant, qtbot)

    assert assistant.vault_step.trouble.text() == wording.problem(p.VaultExists())


def test_a_folder_that_is_not_there_is_explained(
    assistant: Assistant, tmp_path: Path, qtbot: QtBot
) -> None:
    go_on(assistant, qtbot)
    assistant.vault_step.cell("folder").editor.set_value(str(tmp_path / "nowhere"))
    type_passphrase(assistant, PASSPHRASE, PASSPHRASE)

    go_on(assistant, qtbot)

    assert assistant.step() == 1
    assert assistant.vault_step.trouble.text() == wording.problem(p.VaultMissing())


def test_a_folder_of_a_cloud_is_advised_against(
    assistant: Assistant, tmp_path: Path
) -> None:
    step = assistant.vault_step
    assert step.cloud.isHidden()

    step.cell("folder").editor.set_value("")
    type_text(step.cell("folder").widget, str(tmp_path / "OneDrive - Praxis"))
    assert "copied by OneDrive" in step.cloud.text()
    assert not step.cloud.isHidden()

    step.cell("folder").editor.set_value("")
    type_text(step.cell("folder").widget, str(tmp_path))
    assert step.cloud.isHidden()


def test_a_vault_is_offered_at_home_where_a_cloud_copies_the_documents(
    entrance: Entrance, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "OneDrive").mkdir()
    monkeypatch.setenv("OneDrive", str(tmp_path / "OneDrive"))
    monkeypatch.setattr(
        "platformdirs.user_documents_path", lambda: tmp_path / "OneDrive"
    )
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    assistant = Assistant(entrance)
    qtbot.addWidget(assistant)

    assert assistant.vault_step.path().parent == tmp_path


def test_going_back_keeps_what_was_typed(assistant: Assistant, qtbot: QtBot) -> None:
    type_text(assistant.practice_step.cell("name").widget, "Praxis")
    go_on(assistant, qtbot)

    assistant.back.click()

    assert assistant.step() == 0
    assert assistant.practice().name == "Praxis"


def test_a_name_with_signs_no_file_may_have_still_makes_a_file_name(
    assistant: Assistant, tmp_path: Path
) -> None:
    assistant.vault_step.propose('Pflege/Beratung: "Aare"?')

    assert assistant.vault_step.path() == tmp_path / "PflegeBeratung Aare.casedesk"


def test_the_country_brings_its_german(assistant: Assistant) -> None:
    step = assistant.practice_step
    step.cell("language").editor.set_value(Language.DE_CH)
    step.cell("country").editor.set_value(Country.DE)

    step.cell("country").edited.emit("country")

    assert step.values()["language"] is Language.DE_DE


def test_the_meter_says_while_typing_how_long_it_would_hold(
    assistant: Assistant, qtbot: QtBot
) -> None:
    new = assistant.vault_step.new

    type_text(new.first.line, "Sommer2026!")
    qtbot.waitUntil(lambda: new.meter.words().startswith("Too weak"))
    new.first.clear()
    type_text(new.first.line, PASSPHRASE)

    qtbot.waitUntil(lambda: new.meter.words().startswith("Strong enough"))


def test_a_logo_is_kept_in_the_vault(
    assistant: Assistant, made: list[Session], tmp_path: Path, qtbot: QtBot
) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(a_picture())
    assistant.contact_step.logo.take(picture)
    go_on(assistant, qtbot)
    type_passphrase(assistant, PASSPHRASE, PASSPHRASE)
    go_on(assistant, qtbot)

    press(assistant, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(made) == 1)

    assert made[0].practice.logo() == a_picture()


def a_picture() -> bytes:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt's hint wants bytes
    return bytes(buffer.data().data())
