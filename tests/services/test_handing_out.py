"""What is handed out: asked, cut for its reader, noted in the same deed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.paper_case import a_paper_case, a_plan, a_recipient, sign

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.case import PartyRole
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import AboveProfile, Basis, NotCovered, Override
from casedesk.domain.document import DocumentKind
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.handing import (
    TO_CLIENT,
    TO_OWN_FILE,
    ForClientAlone,
    Handing,
    Whom,
)
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.permission import Channel
from casedesk.domain.statute import Statute
from casedesk.services.disclosures import Clearance, NotCleared, cleared_without_case
from casedesk.services.paper_words.reader import Reader

if TYPE_CHECKING:
    from services.paper_case import PaperCase

    from casedesk.domain.case import Party
    from casedesk.domain.data_category import CategoryId
    from casedesk.services.session import Session

EVERYTHING = tuple(DataCategory)
DIAGNOSIS = "Multiple Sklerose"
BY_LAW = Override(
    statute=Statute.CH_ADULT_PROTECTION, reason="Gefahr", is_confirmed=True
)


@pytest.fixture
def case(session: Session) -> PaperCase:
    made = a_paper_case(session)
    a_plan(session, made.case)
    return made


def allow(
    session: Session,
    party: Party,
    categories: tuple[CategoryId, ...] = EVERYTHING,
    direction: Direction = Direction.PASS_ON,
) -> None:
    consent = session.declarations.new(party.case_id, ConsentKind.RELEASE)
    session.consents.change(consent.id, purpose="Gemeinsame Behandlung")
    item = a_recipient(session, consent, party, direction)
    session.consent_items.change(item.id, categories=categories, means=())
    sign(session, consent.id)


def to(party: Party, **more: object) -> Handing:
    return replace(Handing(whom=Whom.PARTY, party_id=party.id), **more)  # type: ignore[arg-type]  # fields of it


def text_of(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_paper_for_somebody_is_filed_and_logged_in_one_deed(
    session: Session, case: PaperCase
) -> None:
    allow(session, case.doctor)
    paper = session.papers.care_plan(
        case.case.id, reader=Reader(party_id=case.doctor.id)
    )
    pdf = paper.render()

    issued = session.papers.issue(paper, pdf, to(case.doctor, channel=Channel.LETTER))

    [line] = session.disclosure_log.of(case_id=case.case.id)
    assert issued.clearance.disclosure_id == line.id
    assert line.document_id == issued.document.id
    assert line.sha256 == issued.document.sha256
    assert line.recipient == "Ömer Şahin, Hausarzt"
    assert line.purpose == "Gemeinsame Behandlung"
    assert line.channel is Channel.LETTER
    assert line.basis is Basis.CONSENT
    assert line.item_ids
    assert line.made_by == "Regula Ammann"
    deeds = [each.action for each in session.trail.last(3)]
    assert "document.issue" in deeds
    assert "disclosure.record" not in deeds


def test_what_is_not_covered_is_neither_filed_nor_logged(
    session: Session, case: PaperCase
) -> None:
    paper = session.papers.care_plan(
        case.case.id, reader=Reader(party_id=case.doctor.id)
    )

    with pytest.raises(NotCovered):
        session.papers.issue(paper, b"pages", to(case.doctor))

    assert session.documents.of_case(case.case.id) == []
    assert session.disclosure_log.of(case_id=case.case.id) == []


def test_what_the_client_gets_is_noted_and_no_disclosure(
    session: Session, case: PaperCase
) -> None:
    paper = session.papers.care_plan(case.case.id)

    issued = session.papers.issue(paper, b"pages", TO_CLIENT)
    session.disclosures.hand_out_again(issued.document, TO_OWN_FILE)

    handed = session.disclosures.handovers(case.case.id)
    assert [each.whom for each in handed] == [Whom.CLIENT, Whom.OWN_FILE]
    assert {each.document_id for each in handed} == {issued.document.id}
    assert session.disclosure_log.of(case_id=case.case.id) == []


def test_an_issued_paper_goes_to_somebody_else_only_after_the_check(
    session: Session, case: PaperCase
) -> None:
    paper = session.papers.care_plan(case.case.id)
    document = session.papers.issue(paper, b"pages", TO_CLIENT).document

    with pytest.raises(NotCovered):
        session.disclosures.hand_out_again(document, to(case.nurse))
    allow(session, case.nurse)
    clearance = session.disclosures.hand_out_again(document, to(case.nurse))

    [line] = session.disclosure_log.of(case_id=case.case.id)
    assert clearance.disclosure_id == line.id
    assert line.categories == document.categories


def test_what_is_above_the_profile_does_not_go_by_law_either(
    session: Session, case: PaperCase
) -> None:
    session.parties.change(case.doctor.id, roles=(PartyRole.EMPLOYER,))
    paper = session.papers.care_plan(case.case.id)
    whole = to(case.doctor, override=BY_LAW)

    with pytest.raises(AboveProfile):
        session.papers.issue(paper, b"pages", whole)
    document = session.papers.issue(paper, b"pages", TO_CLIENT).document
    with pytest.raises(AboveProfile):
        session.disclosures.hand_out_again(document, whole)

    assert session.disclosure_log.of(case_id=case.case.id) == []


def test_nobody_but_the_client_gets_the_declarations(
    session: Session, case: PaperCase
) -> None:
    consent = session.declarations.new(case.case.id, ConsentKind.RELEASE)
    paper = session.papers.consent_set([consent.id])

    with pytest.raises(ForClientAlone):
        session.papers.issue(paper, b"pages", to(case.doctor))

    assert session.documents.of_case(case.case.id) == []


def test_by_law_it_goes_and_is_marked(session: Session, case: PaperCase) -> None:
    reader = Reader(party_id=case.doctor.id, by_law=True)
    paper = session.papers.care_plan(case.case.id, reader=reader)

    session.papers.issue(paper, b"pages", to(case.doctor, override=BY_LAW))

    [line] = session.disclosure_log.of(case_id=case.case.id)
    assert line.is_without_consent
    assert line.reason == "Gefahr"
    assert paper.left_out == ()


def test_what_a_reader_may_not_know_is_left_out_and_said(
    session: Session, case: PaperCase
) -> None:
    kinds = (DataCategory.IDENTITY, DataCategory.HOUSING_FAMILY)
    allow(session, case.doctor, kinds)

    paper = session.papers.care_plan(
        case.case.id, reader=Reader(party_id=case.doctor.id)
    )
    pdf = paper.render()
    issued = session.papers.issue(paper, pdf, to(case.doctor))

    text = text_of(pdf)
    assert "Ziel Nummer 0" in text
    assert "Auszug für Ömer Şahin" in text
    assert "Sicheres Gehen" not in text
    assert "Nach dem Spital" not in text
    assert paper.categories == kinds
    assert DataCategory.CARE_NEEDS in paper.left_out
    [line] = session.disclosure_log.of(case_id=case.case.id)
    assert line.left_out == paper.left_out
    assert issued.document.categories == kinds


def test_who_may_know_everything_gets_the_whole_plan(
    session: Session, case: PaperCase
) -> None:
    allow(session, case.doctor)

    paper = session.papers.care_plan(
        case.case.id, reader=Reader(party_id=case.doctor.id)
    )

    assert paper.left_out == ()
    whole = session.papers.care_plan(case.case.id)
    assert paper.categories == whole.categories
    assert "Auszug" not in text_of(paper.render())


def test_an_employer_never_gets_a_diagnosis_whatever_was_signed(
    session: Session, case: PaperCase
) -> None:
    employer = case.insurer
    session.parties.change(employer.id, roles=(PartyRole.EMPLOYER,))
    allow(session, employer)
    an_ill_client_at_work(session, case)

    for by_law in (False, True):
        reader = Reader(party_id=employer.id, by_law=by_law)
        paper = session.papers.care_plan(case.case.id, reader=reader)
        text = text_of(paper.render())

        assert DIAGNOSIS not in text
        assert "Stufenweise Rückkehr an die Arbeit" in text
        assert DataCategory.HEALTH in paper.left_out
        assert set(paper.categories) == {
            DataCategory.IDENTITY,
            DataCategory.WORK_CAPACITY,
            DataCategory.EDUCATION_WORK,
        }


def test_who_may_know_of_work_reads_its_goals_without_the_capacity_for_it(
    session: Session, case: PaperCase
) -> None:
    employer = case.insurer
    session.parties.change(employer.id, roles=(PartyRole.EMPLOYER,))
    kinds = (DataCategory.IDENTITY, DataCategory.EDUCATION_WORK)
    allow(session, employer, kinds)
    an_ill_client_at_work(session, case)

    reader = Reader(party_id=employer.id)
    paper = session.papers.care_plan(case.case.id, reader=reader)

    text = text_of(paper.render())
    assert "Stufenweise Rückkehr an die Arbeit" in text
    assert DIAGNOSIS not in text
    assert set(paper.categories) == set(kinds)
    assert DataCategory.WORK_CAPACITY in paper.left_out


def an_ill_client_at_work(session: Session, case: PaperCase) -> None:
    """Let the diagnosis stand in each text that belongs to another domain than work."""
    [plan] = session.plans.of(case_id=case.case.id)
    texts = ("situation", "crisis_plan", "not_covered", "client_tasks", "dissent")
    session.plans.change(plan.id, **dict.fromkeys(texts, DIAGNOSIS))
    [assessment] = session.assessments.of(case_id=case.case.id)
    session.assessments.change(assessment.id, wishes=DIAGNOSIS, summary=DIAGNOSIS)
    for entry in session.domain_entries.of(assessment_id=assessment.id):
        session.domain_entries.change(
            entry.id,
            need=DIAGNOSIS,
            situation=DIAGNOSIS,
            resources=DIAGNOSIS,
            client_view=DIAGNOSIS,
            need_level=NeedLevel.SOON,
        )
    for life_domain, wording in (
        (LifeDomain.PHYSICAL_HEALTH, f"Mit der {DIAGNOSIS} leben"),
        (LifeDomain.WORK, f"Trotz {DIAGNOSIS} arbeiten"),
        (None, DIAGNOSIS),
    ):
        session.goals.add(
            Goal(
                id=GoalId(session.clock.new_id()),
                case_id=case.case.id,
                life_domain=life_domain,
                wording=wording,
                professional_wording="Stufenweise Rückkehr an die Arbeit"
                if life_domain is LifeDomain.WORK
                else "",
                baseline=DIAGNOSIS,
                target_on=date(2026, 9, 30),
            )
        )


def test_a_payer_gets_goals_in_neutral_words(session: Session, case: PaperCase) -> None:
    allow(session, case.insurer)
    session.goals.add(
        Goal(
            id=GoalId(session.clock.new_id()),
            case_id=case.case.id,
            life_domain=LifeDomain.SELF_CARE,
            wording="Ich schäme mich vor der Spitex",
        )
    )

    reader = Reader(party_id=case.insurer.id)
    text = text_of(session.papers.care_plan(case.case.id, reader=reader).render())

    assert "schäme" not in text
    assert "Selbstversorgung" in text


def test_a_payer_reads_nothing_of_what_was_told_around_a_goal(
    session: Session, case: PaperCase
) -> None:
    allow(session, case.insurer)
    goal = session.planning.add_goal(case.case.id, LifeDomain.SELF_CARE)
    session.goals.change(
        goal.id,
        conflicts="Streit",
        much_less="Streit",
        reason="Streit",
        indicator="Streit",
    )
    measure = session.planning.add_measure(goal.id)
    told = {"what": "Kurs", "near_help": "Streit", "plan_b": "Streit"}
    told["success_criterion"] = "Streit"
    session.measures.change(measure.id, **told, choice_reason="Streit")

    reader = Reader(party_id=case.insurer.id)
    paper = session.papers.care_plan(case.case.id, reader=reader)

    assert "Kurs" in text_of(paper.render())
    assert "Streit" not in text_of(paper.render())


def test_a_clearance_is_for_these_bytes_alone(
    session: Session, case: PaperCase
) -> None:
    paper = session.papers.care_plan(case.case.id)
    clearance = session.papers.issue(paper, b"pages", TO_CLIENT).clearance

    clearance.check(b"pages")
    with pytest.raises(NotCleared):
        clearance.check(b"other pages")


def test_a_sheet_about_the_vault_is_cleared_without_a_case(session: Session) -> None:
    clearance = cleared_without_case(session.trail, b"the trail")

    assert isinstance(clearance, Clearance)
    assert clearance.disclosure_id is None
    clearance.check(b"the trail")


def test_the_list_for_the_client_names_who_got_what(
    session: Session, case: PaperCase
) -> None:
    allow(session, case.doctor)
    reader = Reader(party_id=case.doctor.id)
    plan = session.papers.care_plan(case.case.id, reader=reader)
    issued = session.papers.issue(plan, plan.render(), to(case.doctor))

    paper = session.papers.disclosure_list(case.case.id)
    text = text_of(paper.render())

    assert paper.kind is DocumentKind.DISCLOSURE_LIST
    assert "Ömer Şahin, Hausarzt" in text
    assert issued.document.number in text
    assert "Art. 25 DSG" in text
    assert "Gemeinsame Behandlung" in text
    assert "Es wurde nichts eingeholt" in text
