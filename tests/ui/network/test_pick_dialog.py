from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from ui.keys import press, type_text

from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.ui.network.pick_dialog import PickDialog
from casedesk.ui.network.pick_field import NetworkPick

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session

LEA = Person(id=PersonId("lea"), family_name="Müller", given_name="Lea")


def test_somebody_known_is_picked_by_typing_and_enter(
    session: Session, qtbot: QtBot
) -> None:
    session.persons.add(LEA)
    dialog = PickDialog(session, "Who?")
    qtbot.addWidget(dialog)

    type_text(dialog._list._line, "mueller")
    with qtbot.waitSignal(dialog.picked) as picked:
        press(dialog._list._line, Qt.Key.Key_Return)

    assert picked.args == [LEA]


def test_who_is_not_found_is_entered_under_the_typed_name(
    session: Session, qtbot: QtBot
) -> None:
    dialog = PickDialog(session, "Who?")
    qtbot.addWidget(dialog)
    type_text(dialog._list._line, "Ayşe Yılmaz")

    dialog.new_person()
    type_text(dialog._person._cells["function"].widget, "Nachbarin")
    with qtbot.waitSignal(dialog.picked):
        dialog._person._enter.click()

    [person] = session.persons.all()
    assert (person.full_name, person.function) == ("Ayşe Yılmaz", "Nachbarin")


def test_an_organisation_is_entered_by_its_name(session: Session, qtbot: QtBot) -> None:
    dialog = PickDialog(session, "Who?")
    qtbot.addWidget(dialog)
    type_text(dialog._list._line, "Sozialamt Bern")

    dialog.new_organisation()
    with qtbot.waitSignal(dialog.picked):
        dialog._organisation._enter.click()

    [organisation] = session.organisations.all()
    assert organisation.name == "Sozialamt Bern"


def test_somebody_without_a_name_is_not_entered(session: Session, qtbot: QtBot) -> None:
    dialog = PickDialog(session, "Who?")
    qtbot.addWidget(dialog)

    dialog.new_person()

    assert not dialog._person._enter.isEnabled()


def test_a_field_shows_the_name_of_whom_it_holds(
    session: Session, qtbot: QtBot
) -> None:
    session.organisations.add(Organisation(id=OrganisationId("s"), name="Spitex & Co"))
    field = NetworkPick(session, Organisation, "Organisation")
    qtbot.addWidget(field)

    field.set_value("s")
    shown = field._name.text()
    with qtbot.waitSignal(field.edited):
        field._clear.click()

    assert shown == "Spitex & Co"
    assert field.value() is None
    assert field._name.text() == "not chosen"


def test_enter_adds_somebody_new(session: Session, qtbot: QtBot) -> None:
    dialog = PickDialog(session, "Who?")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.new_person()
    line = dialog._person._cells["family_name"].widget
    type_text(line, "Yılmaz")

    with qtbot.waitSignal(dialog.picked):
        press(line, Qt.Key.Key_Return)

    [person] = session.persons.all()
    assert person.family_name == "Yılmaz"
