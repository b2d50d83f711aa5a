from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.agreeing import agree, agreed_without_pages
from services.paper_case import PaperCase, a_paper_case, a_plan

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import NotCovered
from casedesk.domain.goal import Goal, GoalId, GoalKind, GoalOwner
from casedesk.domain.handing import ForClientAlone, Handing, Whom
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.plan_version import PlanDissent, PlanDissentId
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.signing import SignerRole
from casedesk.services.paper_words.reader import Reader

if TYPE_CHECKING:
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session

SIGNED = date(2026, 3, 12)
EN = PaperLanguage.EN


@pytest.fixture
def made(session: Session) -> PaperCase:
    made = a_paper_case(session)
    a_plan(session, made.case, goals=2, measures=1)
    return made


def text_of(paper: Paper) -> str:
    pages = PdfReader(BytesIO(paper.render())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_goal_agreement_says_who_contributes_what_and_is_signed(
    session: Session, made: PaperCase
) -> None:
    goal, other = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, owner=GoalOwner.PAYER, baseline="Geht am Rollator")
    session.goals.change(other.id, position=5)
    plan = session.planning.latest(made.case.id)
    session.plan_dissents.add(
        PlanDissent(
            id=PlanDissentId("dissent"),
            case_id=made.case.id,
            plan_id=plan.id,
            goal_id=goal.id,
            said_by="Tochter",
            text="Das ist zu früh.",
            noted_on=SIGNED,
        )
    )

    text = text_of(session.plan_papers.goal_agreement(made.case.id, language=EN))

    for said in (
        "Goal agreement",
        "1 Ziel Nummer 0 in eigenen Worten",
        "Geht am Rollator",
        "Imposed by the payer",
        "Anna Brunner Schritt 0-0",
        "Tochter: Das ist zu früh.",
        "Goal 1: Tochter: Das ist zu früh.",
        "Place, date",
    ):
        assert said in text


def test_an_excerpt_of_the_agreement_holds_only_what_may_be_known(
    session: Session, made: PaperCase
) -> None:
    _, other = session.goals.of(case_id=made.case.id)
    session.goals.change(other.id, life_domain=LifeDomain.ADDICTION)
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    item = session.declarations.new_item(consent, made.nurse.id)
    known = (DataCategory.IDENTITY, DataCategory.HOUSING_FAMILY)
    session.consent_items.add(
        replace(item, direction=Direction.PASS_ON, categories=known)
    )
    session.declarations.change(consent.id, explained_on=SIGNED)
    session.declarations.sign(
        consent.id, signed_on=SIGNED, signed_by=(SignerRole.CLIENT,)
    )
    whole = session.plan_papers.goal_agreement(made.case.id, language=EN)

    cut = session.papers.again(
        whole,
        language=EN,
        with_information=False,
        reader=Reader(party_id=made.nurse.id),
    )

    text = text_of(cut)
    assert "Ziel Nummer 0" in text
    assert "Ziel Nummer 1" not in text
    assert "Tochter" not in text  # the dissent tells of the whole person
    assert DataCategory.ADDICTION in cut.left_out
    to_nurse = Handing(whom=Whom.PARTY, party_id=made.nurse.id)
    session.papers.issue(cut, cut.render(), to_nurse)


def test_the_differences_are_for_nobody_but_the_client(
    session: Session, made: PaperCase
) -> None:
    first = agree(session, made.case.id, SIGNED)
    second = session.planning.new_version(made.case.id)
    goal, other = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, wording="Ohne Stock gehen")
    session.goals.remove(other.id)

    paper = session.plan_papers.differences(first.id, second.id, language=EN)

    text = text_of(paper)
    assert "Version 1, agreed on 12/03/2026" in text
    assert "Ziel Nummer 0 in eigenen Worten Ohne Stock gehen" in text
    assert "left out" in text
    with pytest.raises(ForClientAlone):
        session.papers.issue(
            paper,
            paper.render(),
            Handing(whom=Whom.PARTY, party_id=made.nurse.id),
        )


def test_versions_that_say_the_same_are_told_to(
    session: Session, made: PaperCase
) -> None:
    plan = agree(session, made.case.id, SIGNED)

    paper = session.plan_papers.differences(plan.id, plan.id, language=EN)

    assert "Both versions say the same." in text_of(paper)


def test_differences_to_a_version_without_its_pages_are_those_of_the_texts(
    session: Session, made: PaperCase
) -> None:
    first = agreed_without_pages(session, made.case.id, SIGNED)
    second = session.planning.new_version(made.case.id)
    session.plans.change(second.id, situation="Lebt jetzt bei der Tochter.")
    agree(session, made.case.id, SIGNED)
    [goal, _other] = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, wording="Ohne Stock gehen")

    paper = session.plan_papers.differences(first.id, second.id, language=EN)
    changes = session.plan_versions.differences(first.id, second.id)

    assert session.plan_versions.compares_only_texts(first.id, second.id)
    assert "situation" in {each.name for each in changes.texts}
    assert (changes.goals, changes.measures) == ((), ())
    text = text_of(paper)
    assert "Only texts were compared" in text
    assert "Lebt jetzt bei der Tochter." in text
    assert "Ohne Stock gehen" not in text


def test_health_stands_on_the_emergency_sheet_only_as_the_client_agreed(
    session: Session, made: PaperCase
) -> None:
    note = session.emergency_sheets.of_case(made.case.id)
    session.emergency_notes.change(
        note.id, diagnoses="Herzschwäche", reported_by="Hausarzt", helps="Fenster auf"
    )
    withheld = session.plan_papers.emergency_sheet(made.case.id, language=EN)

    session.emergency_notes.change(note.id, diagnoses_agreed_on=SIGNED)
    shown = session.plan_papers.emergency_sheet(made.case.id, language=EN)

    assert "Herzschwäche" not in text_of(withheld)
    assert DataCategory.MEDICATION not in withheld.categories
    text = text_of(shown)
    for said in (
        "Lena Brunner",
        "Bei Sturz den Notrufknopf drücken.",
        "Fenster auf",
        "As reported, not examined by case management.",
        "Printed with the client's agreement of 12/03/2026.",
        "Herzschwäche",
        "Hausarzt",
    ):
        assert said in text
    assert DataCategory.HEALTH in shown.categories
    assert session.emergency_sheets.of_case(made.case.id).id == note.id


def test_the_emergency_sheet_goes_to_nobody_without_consent(
    session: Session, made: PaperCase
) -> None:
    paper = session.plan_papers.emergency_sheet(made.case.id)

    with pytest.raises(NotCovered):
        session.papers.issue(
            paper,
            paper.render(),
            Handing(whom=Whom.PARTY, party_id=made.nurse.id),
        )


def test_the_contact_list_groups_everybody_by_what_they_are(
    session: Session, made: PaperCase
) -> None:
    paper = session.plan_papers.contact_list(made.case.id, language=EN)

    assert DataCategory.ADDICTION in paper.categories
    assert DataCategory.LEGAL_PROCEEDINGS not in paper.categories
    text = text_of(paper)
    assert text.index("Treatment and care") < text.index("Claudia Weber")
    assert text.index("Insurance, payers") < text.index("Krankenkasse Muster")
    assert "031 000 10 10" in text
    assert "Lena Brunner, 079 000 11 22" in text


def test_the_plan_prints_the_new_fields_of_goals_and_measures(
    session: Session, made: PaperCase
) -> None:
    goal, _ = session.goals.of(case_id=made.case.id)
    guiding = session.goals.add(
        Goal(
            id=GoalId("guiding"),
            case_id=made.case.id,
            position=9,
            kind=GoalKind.GUIDING,
            wording="Zu Hause alt werden",
        )
    )
    session.goals.change(
        goal.id,
        guiding_id=guiding.id,
        expected="Geht zum Laden",
        baseline_level=-2,
        level=0,
        difficulty=2,
        conflicts="Der Sohn will ein Heim",
    )
    measure, *_ = session.measures.of(goal_id=goal.id)
    session.measures.change(
        measure.id,
        asked_on=SIGNED,
        refused_on=date(2026, 3, 13),
        appeal_until=date(2026, 4, 13),
        success_criterion="Zehn Minuten ohne Pause",
        plan_b="Physio zu Hause",
        near_help="Nachbarin begleitet",
    )

    text = text_of(session.papers.care_plan(made.case.id, language=EN))

    for said in (
        "Guiding goal",
        "Zu Hause alt werden",
        "GAS 0 (began at -2)",
        "3 / 3, difficulty 2 / 3",
        "Geht zum Laden",
        "Der Sohn will ein Heim",
        "approval refused, appeal until 13/04/2026",
        "It has worked when: Zehn Minuten ohne Pause",
        "Plan B: Physio zu Hause",
        "Done by those close: Nachbarin begleitet",
    ):
        assert said in text


def test_contents_by_law_are_printed_with_their_law(
    session: Session, made: PaperCase
) -> None:
    plan = session.planning.latest(made.case.id)
    session.plans.change(plan.id, profile="gesamtplan")
    session.planning.write_section(plan.id, "gesamt_barmittel", "Beraten am 3. März.")

    paper = session.papers.care_plan(made.case.id, language=PaperLanguage.DE_DE)

    text = text_of(paper)
    assert "Gesamtplan (§ 121 SGB IX), Inhalte Stand 19.08.2026" in text
    assert "Weitere Inhalte (§ 121 SGB IX)" in text
    assert "Beraten am 3. März." in text
