from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.keys import press, type_text

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.case import Area, CaseId, Party, PartyId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Responsible
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.plan import Agreement
from casedesk.ui.planning.page import PlanningPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> PlanningPage:
    page = PlanningPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_case(case_id)
    page.show()
    return page


def a_need(desk: Desk, case_id: CaseId, life_domain: LifeDomain) -> None:
    [entry] = [
        each
        for each in desk.session.domain_entries.of(case_id=case_id)
        if each.life_domain is life_domain
    ]
    desk.session.domain_entries.change(
        entry.id, need="Hilfe im Haushalt", need_level=NeedLevel.SOON
    )


def test_a_first_goal_with_a_measure_is_written(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    assert page.empty.isVisible()
    page.empty.acted.emit()
    [card] = page.cards.values()
    wording = card.goal.form().editor("wording")
    type_text(wording, "Ich gehe wieder einkaufen.")  # type: ignore[arg-type]  # every editor is a widget
    card.goal.fold()

    card._on_add()
    [measure] = desk.session.measures.of(case_id=case_id)
    what = card.measure(measure.id).form().editor("what")
    type_text(what, "Übt täglich")  # type: ignore[arg-type]  # every editor is a widget
    card.measure(measure.id).fold()

    [goal] = desk.session.goals.of(case_id=case_id)
    assert goal.wording == card._face.title() == "Ich gehe wieder einkaufen."
    assert card.measures() == [("Übt täglich", "Client", "—", "—", "planned")]
    assert page.empty.isHidden()


def test_a_measure_names_who_is_responsible(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    session = desk.session
    spitex = session.organisations.add(
        Organisation(id=OrganisationId("spitex"), name="Spitex Bern")
    )
    party = session.parties.add(
        Party(id=PartyId("spitex"), case_id=case_id, organisation_id=spitex.id)
    )
    goal = session.planning.add_goal(case_id)
    for responsible in (Responsible.PROVIDER, Responsible.CLIENT):
        measure = session.planning.add_measure(goal.id)
        session.measures.change(
            measure.id,
            what="Dosett",
            frequency="wöchentlich",
            responsible=responsible,
            party_id=party.id,
            starts_on=TODAY,
        )

    page.refresh()

    by_spitex, by_client = page.cards[goal.id].measures()
    assert by_spitex == (
        "Dosett, wöchentlich",
        "Spitex Bern",
        "14/03/2026",
        "open",
        "planned",
    )
    assert by_client[1] == "Client with Spitex Bern"


def test_who_joins_the_case_can_be_chosen_in_a_form_that_is_open(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    measure = desk.session.planning.add_measure(goal.id)
    page.show_case(case_id, measure.id)
    desk.session.organisations.add(
        Organisation(id=OrganisationId("spitex"), name="Spitex Bern")
    )
    desk.session.parties.add(
        Party(
            id=PartyId("spitex"),
            case_id=case_id,
            organisation_id=OrganisationId("spitex"),
        )
    )

    page.refresh()
    form = page.cards[goal.id].measure(measure.id).form()
    form.editor("party_id").set_value(PartyId("spitex"))
    form.editor("party_id").edited.emit()
    page.flush()

    assert desk.session.measures.get(measure.id).party_id == "spitex"
    assert page.cards[goal.id].measures()[0][1] == "Client with Spitex Bern"


def test_enter_opens_a_goal_and_escape_folds_it(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    page.refresh()
    unfolding = page.cards[goal.id].goal

    press(unfolding._pressable, Qt.Key.Key_Return)
    assert unfolding.is_open()

    press(unfolding.form().editor("wording"), Qt.Key.Key_Escape)  # type: ignore[arg-type]  # every editor is a widget
    assert not unfolding.is_open()


def test_needs_without_a_measure_are_told_and_made_goals(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    assert page.head.needs.isHidden()
    a_need(desk, case_id, LifeDomain.HOUSING)
    a_need(desk, case_id, LifeDomain.FINANCES)
    page.refresh()
    assert page.head.needs.text() == "2 needs without a measure"

    page.head.needs.click()
    assert page.needs.isVisible()
    page.needs.offers[0].click()
    [goal] = desk.session.goals.of(case_id=case_id)
    assert goal.life_domain is LifeDomain.HOUSING

    page._on_new_measure(goal.id)
    assert page.head.needs.text() == "1 need without a measure"


def test_an_agreed_plan_keeps_its_texts_until_a_new_version(
    page: PlanningPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    crisis = page.texts.texts.editor("crisis_plan")
    type_text(crisis, "144")  # type: ignore[arg-type]  # every editor is a widget
    QTest.mouseClick(page.texts.agree, Qt.MouseButton.LeftButton)
    assert page.head.title.text() == "Care plan · version 1 · agreed on 14/03/2026"
    type_text(crisis, "999")  # type: ignore[arg-type]  # every editor is a widget

    QTest.mouseClick(page.texts.new_version, Qt.MouseButton.LeftButton)

    first, second = desk.session.plans.of(case_id=case_id)
    assert first.crisis_plan == second.crisis_plan == "144"
    assert first.agreed_by is Agreement.SIGNATURE
    assert page.head.title.text() == "Care plan · version 2 · not agreed yet"
    type_text(crisis, "1")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()
    assert "1" in desk.session.plans.get(second.id).crisis_plan.replace("144", "")


def test_goals_are_moved(page: PlanningPage, desk: Desk, case_id: CaseId) -> None:
    first, second = [desk.session.planning.add_goal(case_id) for _ in range(2)]
    page.refresh()

    page.cards[second.id]._on_up()
    assert [goal.id for goal in desk.session.goals.of(case_id=case_id)] == [
        second.id,
        first.id,
    ]
    assert page._column.indexOf(page.cards[second.id]) == 0

    page.cards[second.id]._on_down()
    assert page._column.indexOf(page.cards[first.id]) == 0


def test_removing_a_goal_offers_undo_which_brings_its_measures_back(
    page: PlanningPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    measure = desk.session.planning.add_measure(goal.id)
    page.refresh()

    page.cards[goal.id]._on_remove_goal(goal.id)
    assert page.cards == {}

    [(noun, deed)] = asked.undos
    assert noun == "goal"
    desk.session.goals.take_back(deed)
    page.refresh()
    page.cards[goal.id]._on_remove_measure(measure.id)
    assert asked.undos[1][0] == "measure"
    assert page.cards[goal.id].measures() == []


def test_what_is_looked_for_is_opened(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    measure = desk.session.planning.add_measure(goal.id)
    plan = desk.session.planning.latest(case_id)

    page.show_case(case_id, goal.id)
    assert page.cards[goal.id].goal.is_open()
    page.show_case(case_id, measure.id)
    assert page.cards[goal.id].measure(measure.id).is_open()
    page.show_case(case_id, plan.id)
    assert not page.cards[goal.id].goal.is_open()


def test_refreshing_leaves_what_is_being_typed(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    page._on_new_goal()
    [card] = page.cards.values()
    editor = card.goal.form().editor("wording")
    type_text(editor, "Ich möchte")  # type: ignore[arg-type]  # every editor is a widget

    page.refresh()
    type_text(editor, " heim")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    [goal] = desk.session.goals.of(case_id=case_id)
    assert goal.wording == "Ich möchte heim"


def test_the_plan_is_previewed_for_both_readers(
    page: PlanningPage, asked: Asked
) -> None:
    page.head.print_wanted.emit()
    page.head.client_print_wanted.emit()

    kinds = [paper.kind for paper in asked.papers]
    assert kinds == [DocumentKind.CARE_PLAN, DocumentKind.CARE_PLAN_CLIENT]


@pytest.mark.parametrize("width", [420, 700, 1400])
def test_long_goals_and_measures_wrap_at_every_width(
    page: PlanningPage, desk: Desk, case_id: CaseId, qtbot: QtBot, width: int
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    desk.session.goals.change(goal.id, wording="Ich möchte wieder selbst. " * 12)
    measure = desk.session.planning.add_measure(goal.id)
    desk.session.measures.change(measure.id, what="Krankenversicherung " * 20)
    page.resize(width, 700)
    page.refresh()
    page.grab()

    card = page.cards[goal.id]
    for face in (card._face, card._faces[measure.id]):
        qtbot.waitUntil(lambda f=face: f.height() >= f.heightForWidth(f.width()))  # type: ignore[misc]  # both kinds of face have them
    qtbot.waitUntil(lambda: page._page.horizontalScrollBar().maximum() == 0)


def test_a_new_goal_comes_into_sight(
    page: PlanningPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    for _ in range(12):
        desk.session.planning.add_goal(case_id)
    page.refresh()

    page.head.new_goal.click()

    *_, card = page.cards.values()
    form = card.goal.form()
    qtbot.waitUntil(lambda: not form.visibleRegion().isEmpty())
