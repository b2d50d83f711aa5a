"""A passphrase can be suggested, and is then shown in both lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ui.keys import type_text

from casedesk.services import vaults
from casedesk.ui.start.new_passphrase import NewPassphraseFields

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.start.entrance import Entrance


@pytest.fixture
def fields(entrance: Entrance, qtbot: QtBot) -> NewPassphraseFields:
    fields = NewPassphraseFields(entrance.jobs)
    qtbot.addWidget(fields)
    fields.show()
    return fields


def test_a_suggestion_fills_both_lines_for_the_eye(
    fields: NewPassphraseFields, qtbot: QtBot
) -> None:
    fields.offer.click()

    typed = fields.typed()
    assert len(typed.passphrase.split()) == 6
    assert typed.again == typed.passphrase
    for field in (fields.first, fields.again):
        assert field.line.echoMode() == field.line.EchoMode.Normal
    qtbot.waitUntil(lambda: fields.meter.words().startswith("Strong enough"))
    vaults.check_new_passphrase(typed.passphrase, typed.again)


def test_each_suggestion_is_another(fields: NewPassphraseFields) -> None:
    fields.offer.click()
    first = fields.typed().passphrase

    fields.offer.click()

    assert fields.typed().passphrase != first


def test_clearing_hides_the_lines_again(fields: NewPassphraseFields) -> None:
    fields.offer.click()

    fields.clear()

    assert fields.typed().passphrase == ""
    assert fields.first.line.echoMode() == fields.first.line.EchoMode.Password


def test_the_name_of_the_practice_is_judged_as_known(
    fields: NewPassphraseFields, qtbot: QtBot
) -> None:
    fields.meter.set_known(("Spitalpfad Zollikofer",))

    type_text(fields.first.line, "Spitalpfad Zollikofer 77")

    qtbot.waitUntil(lambda: fields.meter.words().startswith("Too weak"))


def test_lines_that_agree_are_told(fields: NewPassphraseFields) -> None:
    agreed: list[bool] = []
    fields.agreed.connect(lambda: agreed.append(True))
    type_text(fields.first.line, "ab")
    type_text(fields.again.line, "a")
    assert not agreed

    type_text(fields.again.line, "b")

    assert agreed
