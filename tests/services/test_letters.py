from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.paper_case import PaperCase, a_paper_case, a_recipient, sign

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import NotCovered
from casedesk.domain.document import DocumentKind
from casedesk.domain.handing import TO_OWN_FILE, Handing, Whom
from casedesk.domain.permission import Channel
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.provider import Service
from casedesk.domain.referral import ReferralKind, ReferralState
from casedesk.services.letters import NobodyToWriteTo

if TYPE_CHECKING:
    from casedesk.domain.case import Party
    from casedesk.domain.referral import Referral
    from casedesk.services.session import Session

EXPERIENCE = "Kommt stets zu spät, streng vertraulich"


@pytest.fixture
def made(session: Session) -> PaperCase:
    return a_paper_case(session)


def a_referral(session: Session, made: PaperCase, party: Party) -> Referral:
    begun = session.provisions.refer(made.case.id, party_id=party.id)
    return session.referrals.change(
        begun.id,
        subject="Entlastung am Nachmittag",
        request="Zwei Nachmittage Betreuung in der Woche.",
        concern="Die Tochter ist erschöpft.",
        findings="Braucht Hilfe beim Aufstehen.",
        categories=(DataCategory.MEDICATION,),
    )


def consent_to(session: Session, made: PaperCase, party: Party) -> None:
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    row = a_recipient(session, consent, party, Direction.BOTH)
    kinds = (DataCategory.IDENTITY, DataCategory.MEDICATION)
    session.consent_items.change(row.id, categories=kinds, means=())
    sign(session, consent.id)


def to(party: Party) -> Handing:
    return Handing(whom=Whom.PARTY, party_id=party.id, channel=Channel.LETTER)


def text_of(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_referral_says_who_what_for_and_until_when(
    session: Session, made: PaperCase
) -> None:
    consent_to(session, made, made.nurse)
    paper = session.letters.of_referral(a_referral(session, made, made.nurse).id)

    text = text_of(paper.render())

    for said in (
        "Case Management Aarelauf · Uferweg 3 · 3013 Bern",
        "Spitex Aarelauf AG",
        "Claudia Weber",
        "3011 Bern",
        "Entlastung am Nachmittag",
        "Anna Brunner",
        "Zwei Nachmittage Betreuung in der Woche.",
        "Die Tochter ist erschöpft.",
        "28.03.2026",
        "schriftlich",
    ):
        assert said in text
    assert paper.kind is DocumentKind.REFERRAL
    assert paper.categories == (DataCategory.IDENTITY, DataCategory.MEDICATION)


def test_an_inquiry_tells_less_and_leaves_out_what_is_empty(
    session: Session, made: PaperCase
) -> None:
    begun = session.provisions.refer(
        made.case.id, ReferralKind.INQUIRY, party_id=made.nurse.id
    )
    paper = session.letters.of_referral(begun.id)

    text = text_of(paper.render())

    assert paper.kind is DocumentKind.INQUIRY
    assert "Lindenweg" not in text
    assert "Bereits beteiligte Hilfen" not in text
    assert "schriftlich" not in text  # nothing was agreed to


def test_a_letter_does_not_go_without_consent_and_nothing_is_noted(
    session: Session, made: PaperCase
) -> None:
    referral = a_referral(session, made, made.nurse)
    paper = session.letters.of_referral(referral.id)

    with pytest.raises(NotCovered):
        session.papers.issue(paper, paper.render(), to(made.nurse))

    assert session.referrals.get(referral.id) == referral
    assert session.documents.of_case(made.case.id) == []
    assert session.disclosure_log.of(case_id=made.case.id) == []


def test_a_letter_that_goes_out_is_filed_logged_and_noted_as_sent(
    session: Session, made: PaperCase
) -> None:
    consent_to(session, made, made.nurse)
    referral = a_referral(session, made, made.nurse)
    paper = session.letters.of_referral(referral.id)

    issued = session.papers.issue(paper, paper.render(), to(made.nurse))

    noted = session.referrals.get(referral.id)
    today = session.clock.today()
    assert noted.state_on(today) is ReferralState.SENT
    assert (noted.sent_on, noted.channel) == (today, Channel.LETTER)
    assert noted.document_id == issued.document.id
    [line] = session.disclosure_log.of(case_id=made.case.id)
    assert line.document_id == issued.document.id


def test_a_copy_for_the_own_file_is_no_sending(
    session: Session, made: PaperCase
) -> None:
    referral = a_referral(session, made, made.nurse)
    paper = session.letters.of_referral(referral.id)

    session.papers.issue(paper, paper.render(), TO_OWN_FILE)

    assert session.referrals.get(referral.id) == referral


def test_an_application_is_submitted_by_its_letter(
    session: Session, made: PaperCase
) -> None:
    consent_to(session, made, made.doctor)
    begun = session.provisions.apply(made.case.id, party_id=made.doctor.id)
    session.claims.change(
        begun.id,
        what="Hilfsmittel",
        reference_number="IV 0000.1",
        enclosures="Verordnung\nOfferte",
        categories=(DataCategory.MEDICATION,),
    )
    paper = session.letters.of_claim(begun.id)
    pdf = paper.render()

    session.papers.issue(paper, pdf, to(made.doctor))

    text = text_of(pdf)
    for said in ("Hilfsmittel", "IV 0000.1", "Verordnung", "Offerte", "Ömer Şahin"):
        assert said in text
    assert session.claims.get(begun.id).submitted_on == session.clock.today()


def test_a_letter_needs_somebody_to_go_to(session: Session, made: PaperCase) -> None:
    referral = session.provisions.refer(made.case.id)
    claim = session.provisions.apply(made.case.id)

    with pytest.raises(NobodyToWriteTo):
        session.letters.of_referral(referral.id)
    with pytest.raises(NobodyToWriteTo):
        session.letters.of_claim(claim.id)


def test_own_experience_with_a_provider_is_on_no_letter_and_no_plan(
    session: Session, made: PaperCase
) -> None:
    organisation = session.organisations.all()[1]
    provider = session.providing.describe(organisation)
    session.providers.change(
        provider.id, experience=EXPERIENCE, services=(Service.HOME_NURSING,)
    )
    referral = a_referral(session, made, made.nurse)
    claim = session.provisions.apply(made.case.id, party_id=made.nurse.id)
    papers = [
        session.letters.of_referral(referral.id),
        session.letters.of_claim(claim.id),
        session.papers.care_plan(made.case.id),
        session.papers.care_plan_client(made.case.id),
        session.papers.disclosure_list(made.case.id),
        session.papers.information_sheet(made.case.id),
    ]

    for paper in papers:
        assert "streng vertraulich" not in text_of(paper.render())


def test_a_letter_is_set_again_in_another_language(
    session: Session, made: PaperCase
) -> None:
    referral = a_referral(session, made, made.nurse)
    paper = session.letters.of_referral(referral.id)

    english = session.papers.again(
        paper, language=PaperLanguage.EN, with_information=False
    )

    text = text_of(english.render())
    assert "Please answer by" in text
    assert english.whom == made.nurse.id


def test_german_letters_greet_with_a_comma_and_swiss_ones_without(
    session: Session, made: PaperCase
) -> None:
    referral = a_referral(session, made, made.insurer)
    swiss = text_of(session.letters.of_referral(referral.id).render())
    german = text_of(
        session.letters.of_referral(referral.id, PaperLanguage.DE_DE).render()
    )

    assert "Sehr geehrte Damen und Herren " in swiss
    assert "Sehr geehrte Damen und Herren, " in german
    assert "Freundliche Grüsse" in swiss
    assert "Mit freundlichen Grüßen" in german


def test_the_address_of_a_person_at_work_names_the_organisation_first(
    session: Session, made: PaperCase
) -> None:
    person = session.persons.get(made.nurse.person_id or "")
    session.persons.change(person.id, street="Hofgasse 1", town="Thun", postcode="3600")
    referral = a_referral(session, made, made.nurse)
    at_home = text_of(session.letters.of_referral(referral.id).render())
    session.parties.change(
        made.nurse.id, organisation_id=replace(person).organisation_id
    )
    at_work = text_of(session.letters.of_referral(referral.id).render())

    assert "Hofgasse 1" in at_home
    assert "Hofgasse 1" not in at_work
    assert at_work.index("Spitex Aarelauf AG") < at_work.index("Claudia Weber")
