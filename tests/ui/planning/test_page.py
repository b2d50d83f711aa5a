from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from services.agreeing import agree
from ui.keys import press, type_text

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.case import Area, CaseId, Party, PartyId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.goal import GoalKind, GoalOwner
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Responsible
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.plan import Agreement
from casedesk.ui.colours import LIGHT
from casedesk.ui.planning.page import PlanningPage
from casedesk.ui.planning.template_dialog import TemplateDialog
from casedesk.ui.style_sheet import style_sheet

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
    assert goal.wording == card.face().title() == "Ich gehe wieder einkaufen."
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


def test_needs_without_a_goal_are_told_and_made_goals(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    assert page.head.needs.isHidden()
    assert page.needs.isHidden()
    a_need(desk, case_id, LifeDomain.HOUSING)
    a_need(desk, case_id, LifeDomain.FINANCES)
    page.refresh()
    assert page.head.needs.text() == "2 needs without a goal"
    assert page.needs.isVisible()

    page.head.needs.click()
    assert page.needs.offers[0].hasFocus()
    page.needs.offers[0].click()

    [goal] = desk.session.goals.of(case_id=case_id)
    assert goal.life_domain is LifeDomain.HOUSING
    assert page.cards[goal.id].goal.is_open()
    assert page.head.needs.text() == "1 need without a goal"


def test_a_need_is_left_without_a_goal_for_a_reason_and_taken_back(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    a_need(desk, case_id, LifeDomain.HOUSING)
    page.refresh()

    acts = {act.text(): act for act in page.needs.refusals[0].menu().actions()}
    acts["the client does not wish it"].trigger()

    assert page.needs.isHidden()
    [(title, note)] = page.left.said()
    assert title.endswith("no goal, because the client does not wish it")
    assert note == "Client, 14/03/2026"
    [row] = page.left.rows.values()
    assert row.is_open()
    type_text(row.form().editor("reason"), "Will bleiben")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()
    page.refresh()
    assert page.left.said()[0][1] == "Will bleiben · Client, 14/03/2026"

    page.left.taken_back.emit(next(iter(page.left.rows)))
    assert page.needs.isVisible()
    assert page.left.isHidden()


def test_many_needs_are_shown_a_few_first(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    for life_domain in list(LifeDomain)[:6]:
        a_need(desk, case_id, life_domain)
    page.refresh()
    assert len(page.needs.offers) == 4
    assert page.needs.more.text() == "Show 2 more"

    page.needs.more.click()

    assert len(page.needs.offers) == 6
    assert page.needs.more.isHidden()


def test_rare_fields_of_a_goal_unfold_and_are_stored(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    page._on_new_goal()
    [card] = page.cards.values()
    assert card.goal.hint().startswith("Not visible yet (SMART):")
    assert "measurable: nothing says yet" in card.goal.hint()

    form = card.goal.form_of("expected")
    assert form is not card.goal.form()
    type_text(form.editor("expected"), "Geht dreimal pro Woche")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    [goal] = desk.session.goals.of(case_id=case_id)
    assert goal.expected == "Geht dreimal pro Woche"
    assert "measurable" not in card.goal.hint()


def test_a_goal_imposed_by_the_payer_is_marked(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    page.refresh()
    assert page.cards[goal.id].face().mark() == ""

    desk.session.goals.change(goal.id, owner=GoalOwner.PAYER, kind=GoalKind.GUIDING)
    page.refresh()

    assert page.cards[goal.id].face().mark() == "Guiding goal · Imposed by the payer"


def test_goals_of_action_stand_beneath_their_guiding_goal(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    first, alone, top = [desk.session.planning.add_goal(case_id) for _ in range(3)]
    desk.session.goals.change(top.id, kind=GoalKind.GUIDING)
    desk.session.goals.change(first.id, guiding_id=top.id)

    page.refresh()

    column = page.goals._column
    places = [column.indexOf(page.cards[each.id]) for each in (alone, top, first)]
    assert places == [0, 1, 2]
    assert page.cards[first.id].property("beneath") == "yes"
    assert not page.cards[alone.id].property("beneath")


def test_a_provider_before_the_close_network_gets_a_hint_in_the_open_form(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    measure = desk.session.planning.add_measure(goal.id)
    page.show_case(case_id, measure.id)
    row = page.cards[goal.id].measure(measure.id)
    assert row.hint() == ""

    desk.session.measures.change(measure.id, responsible=Responsible.PROVIDER)
    page.refresh()
    assert row.hint().startswith("A provider is chosen")

    desk.session.measures.change(measure.id, near_help="Niemand in der Nähe")
    page.refresh()
    assert row.hint() == ""


def test_a_measure_moves_to_another_goal_and_stays_open(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    first, second = [desk.session.planning.add_goal(case_id) for _ in range(2)]
    measure = desk.session.planning.add_measure(first.id)
    page.show_case(case_id, measure.id)
    form = page.cards[first.id].measure(measure.id).form_of("goal_id")

    form.editor("goal_id").set_value(second.id)
    form.editor("goal_id").edited.emit()
    page.flush()

    assert desk.session.measures.get(measure.id).goal_id == second.id
    assert page.cards[first.id].measures() == []
    assert page.cards[second.id].measure(measure.id).is_open()


def test_a_goal_says_which_measures_of_others_serve_it(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    first, second = [desk.session.planning.add_goal(case_id) for _ in range(2)]
    measure = desk.session.planning.add_measure(first.id)
    desk.session.measures.change(
        measure.id, what="Spaziert", further_goal_ids=(second.id,)
    )

    page.refresh()

    assert page.cards[second.id].also() == "Also served by: Spaziert (with goal 1)"
    assert page.cards[first.id].also() == ""


def test_the_approval_of_a_measure_is_read_beside_what_is_done(
    page: PlanningPage, desk: Desk, case_id: CaseId
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    measure = desk.session.planning.add_measure(goal.id)
    desk.session.measures.change(measure.id, what="Kurs", refused_on=TODAY)

    page.refresh()

    assert page.cards[goal.id].measures()[0][0] == "Kurs · approval refused"


def test_many_goals_are_made_a_few_at_a_time_and_any_is_there_when_it_is_needed(
    page: PlanningPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    goals = [desk.session.planning.add_goal(case_id) for _ in range(12)]

    page.show_case(case_id, goals[7].id)

    assert len(page.cards) == 8
    assert page.cards[goals[7].id].goal.is_open()
    qtbot.waitUntil(page.goals.is_whole)
    places = [page.goals._column.indexOf(page.cards[goal.id]) for goal in goals]
    assert places == list(range(12))


def test_an_agreed_plan_keeps_its_texts_until_a_new_version(
    page: PlanningPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    crisis = page.texts.texts.editor("crisis_plan")
    type_text(crisis, "144")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()
    agree(desk.session, case_id, desk.session.clock.today())
    page.refresh()
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
    assert page.goals._column.indexOf(page.cards[second.id]) == 0

    page.cards[second.id]._on_down()
    assert page.goals._column.indexOf(page.cards[first.id]) == 0


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


def test_a_template_fills_the_plan_and_undo_is_offered_for_all_of_it(
    page: PlanningPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    page.template.click()
    [dialog] = page.findChildren(TemplateDialog)

    dialog.accept()

    [goal] = desk.session.goals.of(case_id=case_id)
    measures = desk.session.measures.of(goal_id=goal.id)
    assert len(page.cards[goal.id].measures()) == len(measures) > 0
    [(noun, deed)] = asked.undos
    desk.session.records(noun).take_back(deed)
    page.refresh()
    assert page.cards == {}
    assert desk.session.tasks.of(case_id=case_id) == []


def test_a_goal_beneath_another_is_indented_at_once_and_stays_in_sight(
    page: PlanningPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    page.setStyleSheet(style_sheet(LIGHT, 10))
    first, *_rest, top = [desk.session.planning.add_goal(case_id) for _ in range(6)]
    desk.session.goals.change(top.id, kind=GoalKind.GUIDING)
    page.refresh()
    page.show_case(case_id, first.id)
    card = page.cards[first.id]
    qtbot.waitUntil(lambda: not card.goal.form().visibleRegion().isEmpty())
    left = card.goal.mapTo(card, QPoint()).x()
    editor = card.goal.form().editor("wording")
    assert isinstance(editor, QWidget)
    assert editor.hasFocus()

    desk.session.goals.change(first.id, guiding_id=top.id)
    page.refresh()

    qtbot.waitUntil(lambda: card.goal.mapTo(card, QPoint()).x() > left)
    qtbot.waitUntil(lambda: page.rect().contains(editor.mapTo(page, QPoint())))
    assert not editor.visibleRegion().isEmpty()


def test_the_acts_of_an_open_goal_need_no_more_width_than_there_is(
    page: PlanningPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    goals = [desk.session.planning.add_goal(case_id) for _ in range(2)]
    page.resize(620, 700)
    page.refresh()
    page.show_case(case_id, goals[1].id)
    sheet = page.cards[goals[1].id].goal.form()
    qtbot.waitUntil(lambda: not sheet.visibleRegion().isEmpty())

    QTest.qWait(100)

    assert page._page.horizontalScrollBar().maximum() == 0
