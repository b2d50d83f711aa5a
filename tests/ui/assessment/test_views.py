from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from ui.keys import press

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.ui.assessment.page import AssessmentPage
from casedesk.ui.assessment.profile_view import ProfileView
from casedesk.ui.assessment.views import (
    DOMAINS,
    GENOGRAM,
    NETWORK_MAP,
    PROFILE,
    AssessmentViews,
)
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
def views(desk: Desk, case_id: CaseId, qtbot: QtBot) -> AssessmentViews:
    views = AssessmentViews(desk)
    qtbot.addWidget(views)
    views.resize(1000, 700)
    views.show()
    views.show_case(case_id)
    return views


def test_arrows_on_the_tabs_go_through_the_views(views: AssessmentViews) -> None:
    views.tabs.setFocus()
    seen = [type(views._stack.currentWidget())]
    for _ in range(3):
        press(views.tabs, Qt.Key.Key_Right)
        seen.append(type(views._stack.currentWidget()))

    assert seen == [AssessmentPage, ProfileView, NetworkMapView, GenogramView]


def test_a_key_goes_to_the_next_view_from_anywhere_in_one(
    views: AssessmentViews, qtbot: QtBot
) -> None:
    views.activateWindow()
    views.tabs.setFocus()
    QTest.keyClick(views.tabs, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: views.tabs.currentIndex() == PROFILE)


def test_a_record_that_is_looked_for_opens_its_view(
    desk: Desk, case_id: CaseId, views: AssessmentViews
) -> None:
    drawn = desk.session.mapping.begin(case_id)
    tie = desk.session.mapping.add(drawn.id, "Nähgruppe")
    index = desk.session.kinship.begin(case_id)

    views.show_case(case_id, tie.id)
    first = views.tabs.currentIndex()
    views.show_case(case_id, index.id)
    second = views.tabs.currentIndex()
    [entry, *_others] = desk.session.domain_entries.of(case_id=case_id)
    views.show_case(case_id, entry.id)

    assert (first, second, views.tabs.currentIndex()) == (
        NETWORK_MAP,
        GENOGRAM,
        DOMAINS,
    )


def test_the_profile_says_how_to_begin_and_then_draws_and_counts(
    desk: Desk, case_id: CaseId, views: AssessmentViews, asked: Asked
) -> None:
    views.choose(PROFILE)
    profile = views.view(PROFILE)
    assert isinstance(profile, ProfileView)
    was_empty = profile._empty.isVisible()
    [entry, *_others] = desk.session.domain_entries.of(case_id=case_id)
    desk.session.domain_entries.change(entry.id, burden=7)
    views.refresh()
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
