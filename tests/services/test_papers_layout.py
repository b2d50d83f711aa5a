"""How the papers of a common case lie on their pages, in German."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.paper_case import a_paper_case, a_plan, a_recipient, sign

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.form import FormKind, FormLanguage
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.practice import Country, Language
from casedesk.domain.signing import Capacity
from casedesk.services.form_texts import shipped as template

if TYPE_CHECKING:
    from services.paper_case import PaperCase

    from casedesk.domain.consent import ConsentId
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session

COUNTRIES = [
    (Country.CH, Language.DE_CH),
    (Country.DE, Language.DE_DE),
    (Country.AT, Language.DE_AT),
]
FEWEST_WORDS = 80


def pages(paper: Paper) -> list[str]:
    reader = PdfReader(BytesIO(paper.render()))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def a_filled_set(session: Session, made: PaperCase) -> list[ConsentId]:
    """Declare everything once, explained, with two recipients where there are any."""
    ids = []
    for kind in ConsentKind:
        consent = session.declarations.new(made.case.id, kind)
        if kind in (ConsentKind.RELEASE, ConsentKind.DATA_PROTECTION):
            for party in (made.doctor, made.nurse):
                a_recipient(session, consent, party, Direction.BOTH)
        session.declarations.change(
            consent.id,
            aim="Ich möchte zu Hause bleiben und wissen, wer mir hilft.",
            purpose="Pflege abstimmen\nHilfsmittel beantragen",
            capacity=Capacity.GIVEN,
            explained_minutes=30,
            questions="Was erfährt die Kasse? Nur, was sie zum Zahlen braucht.",
        )
        ids.append(consent.id)
    return ids


@pytest.mark.parametrize(("country", "language"), COUNTRIES)
def test_no_declaration_of_a_common_set_takes_more_than_three_pages(
    session: Session, country: Country, language: Language
) -> None:
    session.practice.change(country=country, language=language)
    ids = a_filled_set(session, a_paper_case(session))

    read = pages(session.papers.consent_set(ids))

    begun = [n for n, page in enumerate(read) if "Vorlage 2026" in page]
    lengths = [b - a for a, b in zip(begun, [*begun[1:], len(read)], strict=True)]
    assert len(lengths) == len(FormKind)
    assert max(lengths) <= 3, lengths


@pytest.mark.parametrize(("country", "language"), COUNTRIES)
def test_no_page_of_a_common_set_is_almost_empty(
    session: Session, country: Country, language: Language
) -> None:
    session.practice.change(country=country, language=language)
    ids = a_filled_set(session, a_paper_case(session))

    read = pages(session.papers.consent_set(ids))

    assert min(len(page.split()) for page in read) >= FEWEST_WORDS


@pytest.mark.parametrize("kind", list(ConsentKind))
def test_statement_signature_and_revocation_stand_on_one_page(
    session: Session, kind: ConsentKind
) -> None:
    consent = session.declarations.new(a_paper_case(session).case.id, kind)
    form = template(FormKind(kind), Country.CH, FormLanguage.GERMAN)

    *before, last = pages(
        session.papers.consent_set([consent.id], with_information=False)
    )

    for block in form.signatures:
        if block.role != "representative":
            assert block.statement in last
    assert last.count("Ort, Datum") == 2
    assert "Ort, Datum" not in " ".join(before)
    assert form.revocation is None or form.revocation.intro in last


def test_a_client_known_by_family_name_alone_gets_lines_to_write_on(
    session: Session,
) -> None:
    made = a_paper_case(session, "Meier", "")
    for address in session.addresses.of(client_id=made.case.client_id):
        session.addresses.remove(address.id)
    session.clients.change(made.case.client_id, born=None)
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)

    read = pages(session.papers.consent_set([consent.id], with_information=False))

    assert "Name Meier Geburtsdatum Adresse Fallnummer" in read[0]
    assert "_____" not in read[0]
    assert "–" not in read[0].partition("Ihr Ziel")[0]


def test_the_result_of_a_measure_runs_across_the_page(session: Session) -> None:
    made = a_paper_case(session)
    a_plan(session, made.case, goals=1, measures=1)
    [measure] = session.measures.of(case_id=made.case.id)
    result = "Geht seit Oktober die Treppe allein; die Tochter begleitet nur noch."
    session.measures.change(measure.id, result=result)
    reader = PdfReader(BytesIO(session.papers.care_plan(made.case.id).render()))

    lines = "\n".join(page.extract_text() for page in reader.pages).splitlines()

    assert any(result in line for line in lines)


def test_the_distribution_of_a_plan_stands_with_its_signatures(
    session: Session,
) -> None:
    made = a_paper_case(session)
    a_plan(session, made.case, goals=12, measures=4)
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    a_recipient(session, consent, made.nurse, Direction.PASS_ON)
    sign(session, consent.id)

    last = pages(session.papers.care_plan(made.case.id))[-1]

    assert last.count("Ort, Datum") == 2
    assert "Anna Brunner, Klient:in; Claudia Weber" in last


def test_numbers_to_call_stand_on_one_page_and_none_is_parted(
    session: Session,
) -> None:
    made = a_paper_case(session)
    a_plan(session, made.case, goals=3)
    numbers = [f"031 000 20 {n:02}" for n in range(10, 24)]
    for number in numbers:
        organisation = Organisation(
            id=OrganisationId(session.clock.new_id()),
            name=f"Hilfe am Ort {number[-2:]}",
            phone=number,
        )
        session.organisations.add(organisation)
        session.parties.add(
            replace(
                made.insurer,
                id=type(made.insurer.id)(session.clock.new_id()),
                organisation_id=organisation.id,
            )
        )

    reader = PdfReader(BytesIO(session.papers.care_plan_client(made.case.id).render()))

    texts = [page.extract_text().replace("\xa0", " ") for page in reader.pages]
    [page] = [text for text in texts if "031 000 20" in text]
    assert all(number in page for number in numbers)


def test_an_emergency_contact_who_is_a_party_too_is_listed_once(
    session: Session,
) -> None:
    made = a_paper_case(session)
    organisation = Organisation(
        id=OrganisationId(session.clock.new_id()),
        name="Lena Brunner",
        phone="079 000 11 22",
    )
    session.organisations.add(organisation)
    session.parties.change(
        made.insurer.id, organisation_id=organisation.id, person_id=None
    )

    read = " ".join(pages(session.papers.care_plan_client(made.case.id)))

    assert read.count("079 000 11 22") == 1


def test_a_paper_prepared_again_has_the_same_bytes(session: Session) -> None:
    made = a_paper_case(session)
    a_plan(session, made.case)
    consent_set = session.papers.consent_set(a_filled_set(session, made))
    plan = session.papers.care_plan(made.case.id)

    assert consent_set.render() == consent_set.render()
    assert plan.render() == plan.render()
