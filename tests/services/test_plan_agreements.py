from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from services.agreeing import agree
from services.closed_case import GROUND, close
from services.paper_case import PaperCase, a_paper_case, a_plan
from services.test_signed_papers import came_back

from casedesk.domain.drawn_signature import NothingDrawn
from casedesk.domain.handing import TO_CLIENT, TO_OWN_FILE
from casedesk.domain.plan import Agreement, Plan
from casedesk.domain.plan_version import (
    Agreed,
    AgreedAlready,
    AgreedByDeed,
    AgreedInFuture,
    AgreedStays,
    NothingToDiscard,
    OralWithoutReason,
    PlanDissent,
    PlanDissentId,
    PlanSection,
    PlanSectionId,
)
from casedesk.domain.problems import NotFound, StillUsed
from casedesk.domain.signing import SignerRole

if TYPE_CHECKING:
    from casedesk.services.session import Session

SIGNED = date(2026, 3, 12)
STROKES = (((0, 0), (10, 20), (20, 10), (30, 40)), ((5, 5), (6, 6), (7, 7), (8, 8)))


@pytest.fixture
def made(session: Session) -> PaperCase:
    made = a_paper_case(session)
    a_plan(session, made.case, goals=2, measures=1)
    return made


def a_section(session: Session, plan: Plan, text: str) -> PlanSection:
    return session.plan_sections.add(
        PlanSection(
            id=PlanSectionId(session.clock.new_id()),
            case_id=plan.case_id,
            plan_id=plan.id,
            key="teilhabe_antrag",
            text=text,
        )
    )


def a_dissent(session: Session, plan: Plan) -> PlanDissent:
    return session.plan_dissents.add(
        PlanDissent(
            id=PlanDissentId(session.clock.new_id()),
            case_id=plan.case_id,
            plan_id=plan.id,
            said_by="Tochter",
            text="Ein Heim wäre besser.",
            noted_on=SIGNED,
        )
    )


def test_what_was_agreed_stays_while_goals_go_on_living(
    session: Session, made: PaperCase
) -> None:
    plan = agree(session, made.case.id, SIGNED)
    goal, other = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, wording="Ganz anders")
    session.goals.remove(other.id)

    agreed = session.plan_versions.records(plan.id)

    assert agreed.is_frozen
    assert [g.wording for g in agreed.goals] == [goal.wording, other.wording]
    assert len(agreed.measures) == 2
    assert session.goals.get(goal.id).wording == "Ganz anders"


def test_an_agreed_version_is_kept_with_its_pages(
    session: Session, made: PaperCase
) -> None:
    plan = agree(session, made.case.id, SIGNED)

    [version] = session.plan_versions.of_case(made.case.id)

    assert version.document is not None
    assert session.documents.is_intact(version.document.id)
    assert session.documents.pdf(version.document.id).startswith(b"%PDF")
    assert (plan.agreed_on, plan.valid_from) == (SIGNED, SIGNED)
    assert plan.agreed_with == (SignerRole.CLIENT,)


def test_the_day_of_the_review_is_proposed_by_the_profile(
    session: Session, made: PaperCase
) -> None:
    plan = session.planning.latest(made.case.id)
    session.plans.change(plan.id, next_review_on=None, profile="kooperationsplan")

    agreed = agree(session, made.case.id, SIGNED)

    assert agreed.next_review_on == date(2026, 9, 12)
    assert agreed.profile_version == "2026-08"


def test_no_deed_of_the_program_changes_an_agreed_version(
    session: Session, made: PaperCase
) -> None:
    draft = session.planning.latest(made.case.id)
    section, dissent = a_section(session, draft, "3. März"), a_dissent(session, draft)
    plan = agree(session, made.case.id, SIGNED)

    with pytest.raises(AgreedStays):
        session.plans.change(plan.id, situation="anders")
    with pytest.raises(StillUsed):
        session.plans.remove(plan.id)
    with pytest.raises(AgreedStays):
        session.plan_sections.change(section.id, text="anders")
    with pytest.raises(AgreedStays):
        session.plan_dissents.remove(dissent.id)
    with pytest.raises(AgreedStays):
        a_section(session, plan, "noch etwas")

    assert session.plans.get(plan.id) == plan


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan SET situation = 'anders'",
        "UPDATE plan SET agreed_on = NULL",
        "DELETE FROM plan",
        "UPDATE plan_section SET text = 'anders'",
        "DELETE FROM plan_dissent",
        "INSERT INTO plan_section SELECT 'x', case_id, plan_id, 'y', '' "
        "FROM plan_section",
        "UPDATE agreed_plan SET part_id = 'x'",
        "DELETE FROM agreed_plan",
    ],
)
def test_the_vault_itself_refuses_to_change_an_agreed_version(
    session: Session, made: PaperCase, statement: str
) -> None:
    draft = session.planning.latest(made.case.id)
    a_section(session, draft, "3. März")
    a_dissent(session, draft)
    agree(session, made.case.id, SIGNED)

    with (
        pytest.raises(sqlcipher3.IntegrityError, match="frozen"),
        session._database.write("test.break") as tables,
    ):
        tables._connection.execute(statement)


def test_the_review_may_be_moved_and_something_remarked_later(
    session: Session, made: PaperCase
) -> None:
    plan = agree(session, made.case.id, SIGNED)

    session.plans.change(plan.id, next_review_on=date(2026, 7, 1))
    session.plans.change(plan.id, agreement_note="Original liegt beim Beistand.")

    assert session.plans.get(plan.id).next_review_on == date(2026, 7, 1)
    assert len(session.plans.changes(plan.id)) >= 3


@pytest.mark.parametrize(
    ("agreed", "problem"),
    [
        (Agreed(on=SIGNED, how=Agreement.ORAL), OralWithoutReason),
        (Agreed(on=SIGNED, how=Agreement.ORAL, reason="  "), OralWithoutReason),
        (Agreed(on=date(2026, 3, 15), how=Agreement.SIGNATURE), AgreedInFuture),
    ],
)
def test_an_agreement_that_cannot_be_is_refused_and_files_nothing(
    session: Session, made: PaperCase, agreed: Agreed, problem: type[Exception]
) -> None:
    plan = session.planning.latest(made.case.id)
    paper = session.papers.care_plan(made.case.id)

    with pytest.raises(problem):
        session.plan_agreements.agree(plan.id, agreed, paper, paper.render())

    assert session.documents.of_case(made.case.id) == []
    assert session.planning.latest(made.case.id).agreed_on is None


def test_a_version_is_agreed_once(session: Session, made: PaperCase) -> None:
    plan = agree(session, made.case.id, SIGNED)
    paper = session.papers.care_plan(made.case.id)

    with pytest.raises(AgreedAlready):
        session.plan_agreements.agree(
            plan.id,
            Agreed(on=SIGNED, how=Agreement.SIGNATURE),
            paper,
            paper.render(),
        )


def test_a_bare_date_is_no_agreement(session: Session, made: PaperCase) -> None:
    plan = session.planning.latest(made.case.id)

    with pytest.raises(AgreedByDeed):
        session.plans.change(plan.id, agreed_on=SIGNED)


def test_a_scan_that_came_back_freezes_what_was_printed(
    session: Session, made: PaperCase
) -> None:
    draft = session.planning.latest(made.case.id)
    a_section(session, draft, "3. März")
    prepared = session.papers.care_plan(made.case.id)
    first = session.papers.issue(prepared, prepared.render(), TO_CLIENT).document
    goal, _ = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, wording="Nach dem Druck geändert")
    session.plans.change(draft.id, situation="Nach dem Druck geschrieben")
    [section] = session.plan_sections.of(plan_id=draft.id)
    session.plan_sections.change(section.id, text="5. März")
    again = session.papers.care_plan(made.case.id)
    session.papers.issue(again, again.render(), TO_OWN_FILE)
    [part] = session.documents.parts(first.id)
    came_back(session, first, part.pages)
    [question] = session.signed_papers.questions()

    session.signed_papers.agree(
        question.received.id, SIGNED, (SignerRole.REPRESENTATIVE,)
    )

    agreed, following = session.plans.of(case_id=made.case.id)
    frozen = session.plan_versions.records(agreed.id)
    assert agreed.situation == "Nach dem Spital wieder zu Hause."
    assert agreed.agreed_with == (SignerRole.REPRESENTATIVE,)
    assert frozen.goals[0].wording == goal.wording
    assert [s.text for s in frozen.sections] == ["3. März"]
    # Nothing that was typed is lost: it is the draft of the next version.
    assert (following.version, following.situation) == (2, "Nach dem Druck geschrieben")
    [text] = session.plan_sections.of(plan_id=following.id)
    assert text.text == "5. März"
    [_, version] = session.plan_versions.of_case(made.case.id)
    assert version.document == first


def test_a_plan_that_says_what_was_printed_begins_no_next_version(
    session: Session, made: PaperCase
) -> None:
    prepared = session.papers.care_plan_client(made.case.id)
    session.papers.issue(prepared, prepared.render(), TO_CLIENT)
    plan = session.planning.latest(made.case.id)
    [printed] = session.plan_agreements.printed(plan.id)

    session.plan_agreements.agree_printed(
        plan.id, printed.part.id, Agreed(on=SIGNED, how=Agreement.SIGNATURE)
    )

    assert printed.is_as_now
    assert len(session.plans.of(case_id=made.case.id)) == 1


def test_a_paper_that_was_changed_since_is_marked(
    session: Session, made: PaperCase
) -> None:
    prepared = session.papers.care_plan(made.case.id)
    session.papers.issue(prepared, prepared.render(), TO_CLIENT)
    goal, _ = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, indicator="anders")

    plan = session.planning.latest(made.case.id)
    [printed] = session.plan_agreements.printed(plan.id)

    assert not printed.is_as_now


def test_a_part_of_another_paper_cannot_be_agreed(
    session: Session, made: PaperCase
) -> None:
    plan = session.planning.latest(made.case.id)
    paper = session.plan_papers.goal_agreement(made.case.id)
    document = session.papers.issue(paper, paper.render(), TO_CLIENT).document
    [part] = session.documents.parts(document.id)

    with pytest.raises(NotFound):
        session.plan_agreements.agree_printed(
            plan.id, part.id, Agreed(on=SIGNED, how=Agreement.SIGNATURE)
        )


def test_signing_on_the_screen_freezes_the_pages_with_the_strokes(
    session: Session, made: PaperCase
) -> None:
    plan = session.planning.latest(made.case.id)
    shown = session.papers.care_plan(made.case.id)
    signers = session.plan_agreements.signers(plan.id)

    drawn = session.plan_agreements.drawn(
        plan.id, shown, {SignerRole.CLIENT: STROKES}, "Bern"
    )
    agreed = session.plan_agreements.sign(plan.id, drawn, drawn.paper.render(), signers)

    assert (agreed.agreed_by, agreed.agreed_on) == (
        Agreement.ON_SCREEN,
        session.clock.today(),
    )
    with session._database.read() as tables:
        [signature] = tables.plan_signatures.of(plan_id=plan.id)
    [version] = session.plan_versions.of_case(made.case.id)
    assert version.document is not None
    assert signature.document_id == version.document.id
    assert version.document.number == shown.number
    assert signature.name == "Anna Brunner"


def test_a_slip_of_the_pen_is_no_signature(session: Session, made: PaperCase) -> None:
    plan = session.planning.latest(made.case.id)
    shown = session.papers.care_plan(made.case.id)

    with pytest.raises(NothingDrawn):
        session.plan_agreements.drawn(plan.id, shown, {SignerRole.CLIENT: ()})


def test_a_draft_after_an_agreed_version_can_be_given_up_and_taken_back(
    session: Session, made: PaperCase
) -> None:
    first = session.planning.latest(made.case.id)
    with pytest.raises(NothingToDiscard):
        session.plans.remove(first.id)
    agreed = agree(session, made.case.id, SIGNED)
    draft = session.planning.new_version(made.case.id)

    deed = session.plans.remove(draft.id)

    assert session.planning.latest(made.case.id) == agreed
    session.plans.take_back(deed)
    assert session.planning.latest(made.case.id) == draft


def test_a_case_with_an_agreed_plan_can_be_erased(
    session: Session, made: PaperCase
) -> None:
    draft = session.planning.latest(made.case.id)
    a_section(session, draft, "3. März")
    a_dissent(session, draft)
    agree(session, made.case.id, SIGNED)
    close(session, made.case.id)
    session.bin.put(made.case.id, GROUND)

    session.bin.erase(made.case.id, GROUND)

    with session._database.read() as tables:
        for table in (tables.plans, tables.agreed_plans, tables.plan_sections):
            assert table.all() == []
