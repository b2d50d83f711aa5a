from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.agreeing import agree
from services.paper_case import PaperCase, a_paper_case, a_plan

from casedesk.domain.measure import MeasureState, Responsible
from casedesk.domain.plan import Agreement
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.representation import (
    Representation,
    RepresentationId,
    RepresentationKind,
)
from casedesk.services.paper_words.plan_words import period
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.services.session import Session

DAY = date(2026, 3, 13)
LATER = date(2027, 3, 20)


@pytest.fixture
def made(session: Session) -> PaperCase:
    made = a_paper_case(session)
    a_plan(session, made.case, goals=1, measures=1)
    return made


def plan_text(session: Session, made: PaperCase) -> str:
    paper = session.papers.care_plan(made.case.id, language=PaperLanguage.EN)
    pages = PdfReader(BytesIO(paper.render())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (Agreement.SIGNATURE, "Agreed by signature on 13/03/2026."),
        (Agreement.ON_SCREEN, "Agreed by a signature on the screen on 13/03/2026."),
        (
            Agreement.ORAL,
            "Agreed orally on 13/03/2026. Reason: Im Spital. Am Telefon.",
        ),
    ],
)
def test_an_agreed_plan_says_how_and_leaves_nothing_to_tick(
    session: Session, made: PaperCase, how: Agreement, said: str
) -> None:
    reason = "Im Spital." if how is Agreement.ORAL else ""
    agree(session, made.case.id, DAY, how, reason, "Am Telefon.")

    text = plan_text(session, made)

    assert said in text
    assert "I do not agree to this plan." not in text


@pytest.mark.parametrize(
    ("responsible", "said"),
    [
        (Responsible.PROVIDER, "Claudia Weber, Spitex Aarelauf AG"),
        (Responsible.CASE_MANAGER, "Regula Ammann with: Claudia Weber"),
    ],
)
def test_a_measure_names_who_sees_to_it(
    session: Session, made: PaperCase, responsible: Responsible, said: str
) -> None:
    [measure] = session.measures.of(case_id=made.case.id)
    session.measures.change(measure.id, responsible=responsible, party_id=made.nurse.id)

    assert said in plan_text(session, made)


def test_a_measure_of_nobody_in_particular_names_the_kind(
    session: Session, made: PaperCase
) -> None:
    [measure] = session.measures.of(case_id=made.case.id)
    session.measures.change(measure.id, responsible=Responsible.VOLUNTEER)

    assert "Volunteers" in plan_text(session, made)


def test_a_refused_offer_stands_under_what_is_not_covered(
    session: Session, made: PaperCase
) -> None:
    [measure] = session.measures.of(case_id=made.case.id)
    session.measures.change(
        measure.id, state=MeasureState.REFUSED, result="zu teuer", review_on=None
    )

    text = plan_text(session, made)

    assert "Refused: Schritt 0-0, zu teuer" in text
    assert "Result: zu teuer" in text


def test_a_representative_is_named_and_signs(session: Session, made: PaperCase) -> None:
    session.representations.add(
        Representation(
            id=RepresentationId(session.clock.new_id()),
            client_id=made.case.client_id,
            kind=RepresentationKind.PARENTS,
            person_id=made.doctor.person_id,
        )
    )

    text = plan_text(session, made)

    assert "Represented by Ömer Şahin, Parents" in text
    assert "Ömer Şahin, Parents Legal representative" in text


def test_what_is_not_known_is_left_out(session: Session, made: PaperCase) -> None:
    [goal] = session.goals.of(case_id=made.case.id)
    session.goals.change(goal.id, life_domain=None, importance=3, target_on=None)
    session.clients.change(made.case.client_id, emergency_phone="")
    for address in session.addresses.of(client_id=made.case.client_id):
        session.addresses.change(address.id, street="", town="")

    text = plan_text(session, made)

    assert "Lena Brunner" not in text
    assert "Lindenweg" not in text


def test_a_function_in_the_case_goes_before_the_one_in_the_network(
    session: Session, made: PaperCase
) -> None:
    session.parties.change(made.nurse.id, function="Bezugspflege")

    assert "Bezugspflege" in plan_text(session, made)


def test_a_picture_and_a_nameless_practice_make_a_letterhead(
    session: Session, made: PaperCase
) -> None:
    session.practice.change(name="")
    session.practice.set_logo(b"no picture at all")

    assert plan_text(session, made).startswith("Regula Ammann")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (DAY, LATER, "13/03/2026 – 20/03/2027"),
        (DAY, None, "from 13/03/2026"),
        (None, LATER, "until 20/03/2027"),
        (None, None, ""),
    ],
)
def test_a_period_is_written_as_far_as_it_is_known(
    first: date | None, last: date | None, said: str
) -> None:
    assert period(first, last, Words(PaperLanguage.EN)) == said
