from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId, Gender
from casedesk.domain.dates import PartialDate
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.domain.phase import Phase
from casedesk.ui.changes.dialog import ChangesDialog
from casedesk.ui.changes.value_words import name_behind, value_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session

ANNA = Client(id=ClientId("anna"), family_name="Brunner")


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_changes_are_told_in_words_newest_first(session: Session, qtbot: QtBot) -> None:
    session.clients.add(ANNA)
    session.clients.change(ANNA.id, gender=Gender.FEMALE)
    session.clients.change(ANNA.id, born=PartialDate(1951, 7))

    dialog = ChangesDialog(session.clients, ANNA.id)
    qtbot.addWidget(dialog)

    born, gender, added = (words_in(card) for card in dialog.cards())
    assert born[1:] == ["Date of birth", "before", "after", "empty", "07/1951"]
    assert gender[1:] == ["Gender", "before", "after", "not stated", "female"]
    [title] = added
    assert title.endswith("added")


def test_the_state_before_a_change_is_restored(session: Session, qtbot: QtBot) -> None:
    session.clients.add(ANNA)
    session.clients.change(ANNA.id, note="hears badly")
    session.clients.change(ANNA.id, note="")
    dialog = ChangesDialog(session.clients, ANNA.id)
    qtbot.addWidget(dialog)

    restore, *_others = dialog.cards()[0].findChildren(QPushButton)
    with qtbot.waitSignal(dialog.restored):
        restore.click()

    assert session.clients.get(ANNA.id).note == "hears badly"
    assert len(dialog.cards()) == 4


def test_people_behind_ids_are_named(session: Session, qtbot: QtBot) -> None:
    spitex = OrganisationId("spitex")
    session.organisations.add(Organisation(id=spitex, name="Spitex Muri"))
    session.persons.add(Person(id=PersonId("lea")))
    session.persons.change("lea", organisation_id=spitex)

    dialog = ChangesDialog(session.persons, "lea", name_behind=name_behind(session))
    qtbot.addWidget(dialog)

    assert "Spitex Muri" in words_in(dialog.cards()[0])


def test_a_long_history_is_shown_in_parts(session: Session, qtbot: QtBot) -> None:
    session.clients.add(ANNA)
    for number in range(25):
        session.clients.change(ANNA.id, note=str(number))
    dialog = ChangesDialog(session.clients, ANNA.id)
    qtbot.addWidget(dialog)

    assert len(dialog.cards()) == 20
    dialog._older.click()

    assert len(dialog.cards()) == 26
    assert dialog._older.isHidden()


def test_every_kind_of_value_has_words() -> None:
    assert value_words("area", Area.HEALTH_CARE) == "Health care"
    assert value_words("phase", Phase.INTAKE) == "Intake"
    assert value_words("needs_interpreter", True) == "yes"
    assert value_words("approved_minutes", 90) == "1.5\u00a0h"
    assert value_words("minutes", 90) == "90 min"
    assert value_words("approved_cents", 120050) == "1200.50"
    assert value_words("burden", 7) == "7"
    assert value_words("days", (date(2026, 6, 30), date(2026, 12, 31))) == (
        "30/06/2026, 31/12/2026"
    )
    assert value_words("target_on", None) == ""
