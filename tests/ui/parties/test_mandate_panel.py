from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from ui.keys import type_text

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.phase import Phase
from casedesk.ui.parties.mandate_panel import MandatePanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def panel(desk: Desk, case_id: CaseId, qtbot: QtBot) -> MandatePanel:
    panel = MandatePanel(desk)
    qtbot.addWidget(panel)
    panel.show_case(case_id)
    panel.show()
    return panel


def field(panel: MandatePanel, name: str) -> QWidget:
    return panel.form().editor(name)  # type: ignore[return-value]  # every editor is a widget


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        pytest.param("30", 1800, id="a bare number is hours"),
        pytest.param("7,5", 450, id="with a comma"),
        pytest.param("1:30", 90, id="with minutes"),
        pytest.param("12 h", 720, id="with the unit"),
    ],
)
def test_approved_hours_are_typed_as_hours(
    panel: MandatePanel, desk: Desk, case_id: CaseId, typed: str, minutes: int
) -> None:
    type_text(field(panel, "approved_minutes"), typed)
    panel.flush()

    [mandate] = desk.session.mandates.of(case_id=case_id)
    assert mandate.approved_minutes == minutes


def test_what_is_used_follows_the_record(
    panel: MandatePanel, desk: Desk, case_id: CaseId
) -> None:
    type_text(field(panel, "approved_minutes"), "10")
    panel.flush()
    desk.session.entries.add(
        Entry(
            id=EntryId("e"),
            case_id=case_id,
            phase=Phase.INTAKE,
            happened_on=date(2026, 3, 1),
            minutes=570,
        )
    )

    panel.refresh()

    assert panel.use() == "9.5\u00a0of\u00a010\u00a0h used, 0.5\u00a0h left"
    assert panel._bar.accessibleName() == panel.use()
    assert panel._use.property("look") == "warning"


def test_several_reports_are_typed_on_one_line(
    panel: MandatePanel, desk: Desk, case_id: CaseId
) -> None:
    type_text(field(panel, "reports_due_on"), "31.12.2026, 30.6.2026")
    panel.flush()

    [mandate] = desk.session.mandates.of(case_id=case_id)
    assert mandate.reports_due_on == (date(2026, 6, 30), date(2026, 12, 31))


def test_a_case_without_a_mandate_offers_to_enter_it(
    panel: MandatePanel, desk: Desk, case_id: CaseId
) -> None:
    [mandate] = desk.session.mandates.of(case_id=case_id)
    desk.session.mandates.remove(mandate.id)
    panel.refresh()

    panel._empty.acted.emit()

    assert len(desk.session.mandates.of(case_id=case_id)) == 1
    assert not panel._card.isHidden()


def test_changes_are_asked_for(
    panel: MandatePanel, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    [mandate] = desk.session.mandates.of(case_id=case_id)

    panel._on_changes()

    assert asked.changes == [("mandate", mandate.id)]
