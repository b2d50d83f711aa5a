from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.ui.window.stopwatch_bar import StopwatchBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.ui.places import Place


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> StopwatchBar:
    bar = StopwatchBar(session)
    qtbot.addWidget(bar)
    return bar


def test_the_bar_is_there_only_while_time_is_taken(
    bar: StopwatchBar, session: Session, case_id: CaseId
) -> None:
    assert bar.isHidden()

    session.stopwatch.start(case_id)
    bar.look()
    assert not bar.isHidden()
    assert "0:00" in bar.words()
    assert "Brunner" in bar.words()

    bar.stop.click()
    assert bar.isHidden()
    [entry] = session.entries.of(case_id=case_id)
    assert entry.minutes == 1


def test_the_bar_leads_to_the_entry(
    bar: StopwatchBar, session: Session, case_id: CaseId
) -> None:
    entry = session.stopwatch.start(case_id)
    bar.look()
    places: list[Place] = []
    bar.place_wanted.connect(places.append)

    bar.show_entry.click()

    [place] = places
    assert (place.case_id, place.subject_id) == (case_id, entry.id)


def test_discarding_leaves_nothing(
    bar: StopwatchBar, session: Session, case_id: CaseId
) -> None:
    session.stopwatch.start(case_id)
    bar.look()

    bar.discard.click()

    assert bar.isHidden()
    assert session.entries.of(case_id=case_id) == []
