from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from services.paper_case import a_paper_case, a_recipient, sign

from casedesk.domain.assessment import (
    Assessment,
    AssessmentKind,
    NeedLevel,
    Source,
    Stance,
    StatementKind,
)
from casedesk.domain.benefit import Benefit, BenefitId
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.practice import PaperLanguage
from casedesk.services.paper_words.reader import Reader

if TYPE_CHECKING:
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)
WORDS = 2000


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), given_name="Anna", family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.NURSING_CARE).id


@pytest.fixture
def first(session: Session, case_id: CaseId) -> Assessment:
    [draft] = session.assessing.of_case(case_id)
    session.assessments.change(
        draft.id,
        occasion="Sturz <b>im Bad",
        wishes="daheim bleiben",
        summary="Es geht.",
    )
    change(
        session,
        draft,
        situation="80 Meter",
        situation_source=Source.OBSERVATION,
        situation_kind=StatementKind.FACT,
        client_view="zum Laden",
        need="Gehtraining",
        risk="Sturz",
        burden=7,
        burden_self=5,
        need_level=NeedLevel.SOON,
    )
    session.benefits.add(
        Benefit(
            id=BenefitId("b"), case_id=case_id, what="Grundpflege", weekly_minutes=90
        )
    )
    return session.assessing.confirm(
        draft.id, TODAY, Stance.IN_PART, "Das Bad bleibt, wie es ist."
    )


# Any: values of the fields of a domain.
def change(session: Session, assessment: Assessment, **values: Any) -> None:
    entries = session.domain_entries.of(assessment_id=assessment.id)
    [mobility] = [e for e in entries if e.life_domain is LifeDomain.MOBILITY]
    session.domain_entries.change(mobility.id, **values)


def printed(paper: Paper) -> str:
    reader = PdfReader(BytesIO(paper.render()))
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


def paper(session: Session, kind: DocumentKind, *versions: Assessment) -> Paper:
    ids = [version.id for version in versions]
    return session.papers.assessment(kind, ids, language=PaperLanguage.EN)


def test_the_report_says_of_each_text_what_it_is_and_where_it_comes_from(
    session: Session, first: Assessment
) -> None:
    report = paper(session, DocumentKind.ASSESSMENT, first)

    text = printed(report)

    assert "Sturz <b>im Bad" in text
    assert "Situation (Fact, Own observation)" in text
    assert "(Statement, Client) zum Laden" in text
    assert "client 5, professional 7" in text
    assert "1 Mobility Gehtraining act soon" in text
    assert "Grundpflege" in text
    assert "Das Bad bleibt, wie es ist." in text
    assert report.number.endswith("-S1")
    assert DataCategory.CARE_NEEDS in report.categories


def test_the_client_is_printed_as_noted_when_it_was_confirmed(
    session: Session, first: Assessment
) -> None:
    session.clients.change("anna", family_name="Meier")

    assert "Anna Brunner" in printed(paper(session, DocumentKind.ASSESSMENT, first))


def test_the_clients_version_leaves_the_professional_view_out(
    session: Session, case_id: CaseId
) -> None:
    [draft] = session.assessing.of_case(case_id)
    change(
        session,
        draft,
        client_view="zum Laden",
        professional_view="Prognose",
        burden_self=5,
    )

    text = printed(paper(session, DocumentKind.ASSESSMENT_CLIENT, draft))

    assert "zum Laden" in text
    assert "5 – moderate" in text
    assert "Prognose" not in text
    assert "I agree with it." in text


def test_the_comparison_gives_numbers_and_words_of_both(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    second = session.assessing.begin(case_id, AssessmentKind.REVIEW)
    change(session, second, situation="250 Meter", burden=3, burden_self=5)

    text = printed(paper(session, DocumentKind.ASSESSMENT_COMPARISON, first, second))

    assert "7 → 3" in text
    assert "80 Meter 250 Meter" in text


def test_a_blank_sheet_tells_nothing_and_a_half_filled_one_what_is_known(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    second = session.assessing.begin(case_id, AssessmentKind.REVIEW)
    kind = DocumentKind.ASSESSMENT_SHEET

    blank = printed(paper(session, kind, first))
    known = printed(paper(session, kind, first, second))

    assert "80 Meter" not in blank
    assert "Before Situation (Fact, Own observation): 80 Meter" in known
    for text in (blank, known):
        assert "unbearable" in text
        assert "Transfers, stairs, falls" in text


def test_the_sheet_asks_in_the_order_of_the_screen(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    text = printed(paper(session, DocumentKind.ASSESSMENT_SHEET, first))
    names = ["Self-care and nursing", "Mobility", "Physical health"]

    places = [text.index(name) for name in names]

    assert places == sorted(places)


def test_two_thousand_words_in_one_field_are_printed_to_the_last(
    session: Session, case_id: CaseId
) -> None:
    [draft] = session.assessing.of_case(case_id)
    words = [f"wort{number}" for number in range(WORDS)]
    change(session, draft, situation=" ".join(words))

    for kind in (DocumentKind.ASSESSMENT, DocumentKind.ASSESSMENT_CLIENT):
        text = printed(paper(session, kind, draft))
        assert all(f"{word} " in f"{text} " for word in words)


def test_a_paper_is_prepared_again_in_another_language(
    session: Session, first: Assessment
) -> None:
    report = paper(session, DocumentKind.ASSESSMENT, first)

    again = session.papers.again(
        report, language=PaperLanguage.DE_CH, with_information=False
    )

    assert again.kind is DocumentKind.ASSESSMENT
    assert "Assessmentbericht" in printed(again)


def test_somebody_else_reads_only_what_a_consent_covers(session: Session) -> None:
    case = a_paper_case(session)
    [draft] = session.assessing.of_case(case.case.id)
    session.assessments.change(draft.id, summary="Zusammenfassung", place="Klinik")
    for key, text in (
        (LifeDomain.MOBILITY, "80 Meter"),
        (LifeDomain.ADDICTION, "trinkt"),
        (LifeDomain.FINANCES, "Schulden"),
    ):
        entries = session.domain_entries.of(assessment_id=draft.id)
        entry = next(each for each in entries if each.life_domain is key)
        session.domain_entries.change(entry.id, situation=text, need=f"Hilfe {text}")
    consent = session.declarations.new(case.case.id, ConsentKind.RELEASE)
    item = a_recipient(session, consent, case.doctor, Direction.PASS_ON)
    covered = (DataCategory.IDENTITY, DataCategory.CARE_NEEDS)
    session.consent_items.change(item.id, categories=covered, means=())
    sign(session, consent.id)

    report = session.papers.assessment(
        DocumentKind.ASSESSMENT,
        [draft.id],
        language=PaperLanguage.EN,
        reader=Reader(party_id=case.doctor.id),
    )

    text = printed(report)
    assert "80 Meter" in text
    for hidden in ("trinkt", "Schulden", "Zusammenfassung", "Klinik"):
        assert hidden not in text
    assert set(report.categories) == set(covered)
    assert DataCategory.ADDICTION in report.left_out
