from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ui.keys import type_text

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.intake import Decision, Indication
from casedesk.ui.intake.indication_words import result
from casedesk.ui.intake.page import IntakePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> IntakePage:
    page = IntakePage(desk)
    qtbot.addWidget(page)
    page.show_case(case_id)
    page.show()
    return page


def put(page: IntakePage, name: str, value: object) -> None:
    editor = page.form(name).editor(name)
    editor.set_value(value)
    editor.edited.emit()


def test_what_is_typed_is_read_back(
    page: IntakePage, desk: Desk, case_id: CaseId
) -> None:
    editor = page.form("concern").editor("concern")
    type_text(editor, "Ich will heim.")  # type: ignore[arg-type]  # every editor is a widget
    put(page, "decision", Decision.ACCEPTED)
    page.flush()

    [intake] = desk.session.intakes.of(case_id=case_id)
    assert (intake.concern, intake.decision) == ("Ich will heim.", Decision.ACCEPTED)


def test_ticking_reasons_says_what_they_amount_to(page: IntakePage) -> None:
    assert page.result() == "Nothing ticked yet."

    put(page, "indications", tuple(Indication))
    page.flush()

    assert page.result() == "5 of 5 apply. Case management is indicated."


@pytest.mark.parametrize(
    ("ticked", "words"),
    [
        pytest.param([Indication.NO_ROUTINE], "has not agreed", id="not agreed"),
        pytest.param([Indication.CLIENT_AGREES], "perhaps advice", id="only agreed"),
        pytest.param(
            [Indication.CLIENT_AGREES, Indication.NO_ROUTINE], "may be", id="some"
        ),
    ],
)
def test_the_result_says_what_is_missing(ticked: list[Indication], words: str) -> None:
    assert words in result(ticked)


def test_another_case_shows_its_own_intake(
    page: IntakePage, desk: Desk, case_id: CaseId
) -> None:
    put(page, "concern", "Erster")
    other = desk.session.cases.open_case(
        desk.session.case_records.get(case_id).client_id, Area.SOCIAL_WORK
    )

    page.form("concern").focus_field("concern")
    page.show_case(other.id)

    assert page.form("concern").editor("concern").value() == ""
    assert desk.session.intakes.of(case_id=case_id)[0].concern == "Erster"


def test_changes_are_asked_for_the_intake(
    page: IntakePage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    page._on_changes()

    [intake] = desk.session.intakes.of(case_id=case_id)
    assert asked.changes == [("intake", intake.id)]
