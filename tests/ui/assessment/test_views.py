from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.ui.assessment.page import AssessmentPage
from casedesk.ui.assessment.profile_view import ProfileView
from casedesk.ui.assessment.views import View
from casedesk.ui.genogram.view import GenogramView
from casedesk.ui.network_map.view import NetworkMapView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> AssessmentPage:
    page = AssessmentPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.show_case(case_id)
    return page


def test_the_buttons_lead_to_profile_network_map_and_genogram(
    page: AssessmentPage,
) -> None:
    seen = []
    for view in (View.PROFILE, View.NETWORK_MAP, View.GENOGRAM):
        page.switch.buttons[view].click()
        seen.append(type(page._stack.currentWidget()))

    assert seen == [ProfileView, NetworkMapView, GenogramView]


def test_a_record_that_is_looked_for_opens_its_view(
    desk: Desk, case_id: CaseId, page: AssessmentPage
) -> None:
    drawn = desk.session.mapping.begin(case_id)
    tie = desk.session.mapping.add(drawn.id, "Nähgruppe")
    index = desk.session.kinship.begin(case_id)

    page.show_case(case_id, tie.id)
    first = page.switch.view()
    page.show_case(case_id, index.id)
    second = page.switch.view()
    [entry, *_others] = desk.session.domain_entries.of(case_id=case_id)
    page.show_case(case_id, entry.id)

    assert (first, second) == (View.NETWORK_MAP, View.GENOGRAM)
    assert page.switch.view() is View.DOMAINS


def test_the_profile_says_how_to_begin_and_then_draws_and_counts(
    desk: Desk, case_id: CaseId, page: AssessmentPage, asked: Asked
) -> None:
    page.go_to(View.PROFILE)
    profile = page.view(View.PROFILE)
    assert isinstance(profile, ProfileView)
    was_empty = profile._empty.isVisible()
    [entry, *_others] = desk.session.domain_entries.of(case_id=case_id)
    desk.session.domain_entries.change(entry.id, burden=7)
    page.refresh()
    [act] = [
        each
        for each in profile.findChildren(QPushButton)
        if each.text() == "Print" and each.isVisible()
    ]
    act.click()

    assert was_empty
    [burden, _resources] = profile._parts
    assert burden.table is not None
    assert 7 in {each.values[1] for each in burden.table.records()}
    figure = burden.frame.view.figure()
    assert figure is not None
    assert "Professional view 7" in figure.description
    [paper] = asked.papers
    assert paper.kind is DocumentKind.RESOURCE_PROFILE
