from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from casedesk.domain.assessment import AssessmentKind, Stance
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.practice import PaperLanguage
from casedesk.services.profile import Comparison, Scale, rated, said, series_of

if TYPE_CHECKING:
    from casedesk.domain.assessment import AssessmentId
    from casedesk.services.session import Session


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


def newest(session: Session, case_id: CaseId) -> AssessmentId:
    return session.assessments.of(case_id=case_id)[-1].id


def rate(
    session: Session, case_id: CaseId, life_domain: LifeDomain, burden: int
) -> None:
    [entry] = [
        each
        for each in session.domain_entries.of(case_id=case_id)
        if each.life_domain is life_domain
    ]
    session.domain_entries.change(entry.id, burden=burden, burden_self=burden + 1)


def test_nothing_is_drawn_before_something_is_rated(
    session: Session, case_id: CaseId
) -> None:
    before = session.profile.shown(newest(session, case_id)).is_rated
    rate(session, case_id, LifeDomain.MOBILITY, 7)

    assert not before
    assert session.profile.shown(newest(session, case_id)).is_rated


def test_each_domain_has_its_ratings_in_the_order_of_the_lines(
    session: Session, case_id: CaseId
) -> None:
    rate(session, case_id, LifeDomain.MOBILITY, 7)
    shown = session.profile.shown(newest(session, case_id))

    values = {
        each.id: each.values
        for each in rated(shown, Scale.BURDEN, Comparison.VIEWS, str)
    }

    assert len(values) == len(LifeDomain)
    assert values[LifeDomain.MOBILITY] == (8, 7)


def test_a_rating_is_said_in_words(session: Session, case_id: CaseId) -> None:
    rate(session, case_id, LifeDomain.MOBILITY, 7)
    shown = session.profile.shown(newest(session, case_id))
    series = series_of(shown, Comparison.VIEWS, str, lambda _day: "")
    [mobility] = [
        each
        for each in rated(shown, Scale.BURDEN, Comparison.VIEWS, str)
        if each.id == LifeDomain.MOBILITY
    ]

    words = said(mobility, series, str)

    assert words.endswith("Client's own view 8, Professional view 7.")


def test_the_paper_holds_both_radars_and_the_numbers(
    session: Session, case_id: CaseId
) -> None:
    rate(session, case_id, LifeDomain.MOBILITY, 7)
    paper = session.figure_papers.prepare(
        DocumentKind.RESOURCE_PROFILE,
        case_id,
        (Comparison.VIEWS, newest(session, case_id)),
        language=PaperLanguage.EN,
    )

    pages = PdfReader(BytesIO(paper.render())).pages

    text = "\n".join(page.extract_text() for page in pages)
    assert text.index("Burden, 0 none") < text.index("Resources, 0 none")
    assert "not rated" in text
    assert not any(page.images for page in pages)


def test_a_later_assessment_is_compared_with_the_one_before(
    session: Session, case_id: CaseId
) -> None:
    rate(session, case_id, LifeDomain.MOBILITY, 7)
    first = session.assessments.get(newest(session, case_id))
    session.assessing.confirm(first.id, session.clock.today(), Stance.AGREES)
    begun = session.assessing.begin(case_id, AssessmentKind.REVIEW)
    [entry] = [
        each
        for each in session.domain_entries.of(assessment_id=begun.id)
        if each.life_domain is LifeDomain.MOBILITY
    ]
    session.domain_entries.change(entry.id, burden=3)
    shown = session.profile.shown(begun.id)

    values = {
        each.id: each.values
        for each in rated(shown, Scale.BURDEN, Comparison.TIMES, str)
    }

    assert values[LifeDomain.MOBILITY] == (7, 3)
    named = series_of(shown, Comparison.TIMES, str, lambda _day: "14.3.")
    assert named == ("Earlier (14.3.)", "Now (14.3.)")
