from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.paper_case import PaperCase, a_paper_case, a_recipient, sign

from casedesk.domain.consent import (
    ConsentKind,
    ConsentState,
    Direction,
    WithdrawnBeforeSigned,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import Basis, Facts, LogStays
from casedesk.domain.document import DocumentKind
from casedesk.domain.handing import TO_CLIENT, ForClientAlone, Handing, Whom
from casedesk.domain.permission import Channel, Question
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.withdrawal_notice import ToldAlready, ToldBeforeWithdrawn

if TYPE_CHECKING:
    from casedesk.domain.case import Party
    from casedesk.domain.consent import Consent, ConsentItem
    from casedesk.domain.disclosure import Disclosure
    from casedesk.domain.withdrawal_notice import WithdrawalNotice
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def made(session: Session) -> PaperCase:
    return a_paper_case(session)


@pytest.fixture
def release(session: Session, made: PaperCase) -> Consent:
    """Names doctor and nurse; only the nurse was told something."""
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    for party in (made.doctor, made.nurse):
        a_recipient(session, consent, party, Direction.BOTH)
    signed = sign(session, consent.id)
    tell(session, made, made.nurse)
    return signed


def tell(session: Session, made: PaperCase, party: Party) -> Disclosure:
    return session.disclosures.record(
        made.case.id,
        Question(
            party_id=party.id,
            direction=Direction.PASS_ON,
            categories=(DataCategory.MEDICATION,),
            day=TODAY,
            channel=Channel.PHONE,
        ),
        Facts(happened_at=datetime(2026, 3, 14, 9, tzinfo=UTC), purpose="Dosett"),
    )


def row_of(session: Session, consent: Consent, party: Party) -> ConsentItem:
    [row] = [
        row
        for row in session.consent_items.of(consent_id=consent.id)
        if row.party_id == party.id
    ]
    return row


def a_notice(session: Session, release: Consent) -> WithdrawalNotice:
    [notice] = session.withdrawals.withdraw(release.id, TODAY, "am Telefon")
    return notice


def text_of(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_withdrawal_takes_effect_at_once_and_names_who_had_learnt_something(
    session: Session, made: PaperCase, release: Consent
) -> None:
    notice = a_notice(session, release)

    state = session.declarations.states(made.case.id)[release.id]
    assert state is ConsentState.WITHDRAWN
    assert notice.party_id == made.nurse.id
    assert notice.categories == (DataCategory.MEDICATION,)
    assert notice.is_open


def test_earlier_disclosures_stay_in_the_log(
    session: Session, made: PaperCase, release: Consent
) -> None:
    before = session.disclosure_log.of(case_id=made.case.id)

    a_notice(session, release)

    assert session.disclosure_log.of(case_id=made.case.id) == before


def test_withdrawing_one_row_leaves_the_others_as_they_were(
    session: Session, made: PaperCase, release: Consent
) -> None:
    doctor = row_of(session, release, made.doctor)
    nurse = row_of(session, release, made.nurse)

    notices = session.withdrawals.withdraw(release.id, TODAY, items=(doctor.id,))

    assert notices == []
    assert row_of(session, release, made.nurse) == nurse
    assert row_of(session, release, made.doctor).withdrawn_on == TODAY
    assert session.consents.get(release.id) == release


def test_what_was_never_signed_cannot_be_withdrawn(
    session: Session, made: PaperCase
) -> None:
    draft = session.declarations.new(made.case.id, ConsentKind.RELEASE)

    with pytest.raises(WithdrawnBeforeSigned):
        session.withdrawals.withdraw(draft.id, TODAY)


def test_a_withdrawal_noted_by_mistake_goes_with_its_open_notices(
    session: Session, release: Consent
) -> None:
    a_notice(session, release)

    session.withdrawals.take_back(release.id)

    assert session.consents.get(release.id) == release
    assert session.withdrawals.notices(release.id) == []


def test_everybody_named_in_a_power_of_attorney_is_told(
    session: Session, made: PaperCase
) -> None:
    power = session.declarations.new(made.case.id, ConsentKind.POWER_OF_ATTORNEY)
    a_recipient(session, power, made.insurer, Direction.BOTH)
    sign(session, power.id)

    [notice] = session.withdrawals.withdraw(power.id, TODAY)

    assert notice.party_id == made.insurer.id


def test_telling_somebody_writes_the_log_with_nothing_but_the_identity(
    session: Session, made: PaperCase, release: Consent
) -> None:
    notice = a_notice(session, release)

    told = session.withdrawals.tell(notice.id, TODAY, Channel.PHONE, "Frau Weber")

    line = session.disclosure_log.of(case_id=made.case.id)[-1]
    lines = [
        each
        for each in session.disclosure_log.of(case_id=made.case.id)
        if each.basis is Basis.OWN_NOTICE
    ]
    [line] = lines
    assert not told.is_open
    assert line.party_id == made.nurse.id
    assert line.categories == (DataCategory.IDENTITY,)
    assert line.channel is Channel.PHONE
    assert (line.content, line.purpose, line.item_ids) == ("", "", ())


def test_nobody_is_told_twice_or_before_the_withdrawal(
    session: Session, release: Consent
) -> None:
    notice = a_notice(session, release)
    with pytest.raises(ToldBeforeWithdrawn):
        session.withdrawals.tell(notice.id, date(2026, 3, 13), Channel.PHONE)
    session.withdrawals.tell(notice.id, TODAY, Channel.PHONE)

    with pytest.raises(ToldAlready):
        session.withdrawals.tell(notice.id, TODAY, Channel.PHONE)


def test_a_notice_cannot_be_made_or_ticked_off_past_the_log(
    session: Session, release: Consent
) -> None:
    notice = a_notice(session, release)

    with pytest.raises(LogStays):
        session.withdrawal_notices.add(replace(notice, id="other"))  # type: ignore[arg-type]
    with pytest.raises(LogStays):
        session.withdrawal_notices.change(notice.id, told_on=TODAY)
    with pytest.raises(LogStays):
        session.withdrawal_notices.remove(notice.id)

    assert session.withdrawal_notices.get(notice.id) == notice


def test_the_letter_says_that_it_was_withdrawn_and_nothing_of_what(
    session: Session, release: Consent
) -> None:
    notice = a_notice(session, release)

    paper = session.papers.withdrawal_letter(notice.id)
    text = text_of(paper.render())

    assert paper.kind is DocumentKind.WITHDRAWAL_LETTER
    assert "Claudia Weber" in text
    assert "Anna Brunner" in text
    assert "14.03.2026" in text
    assert "löschen" in text
    assert "Medika" not in text
    assert "am Telefon" not in text
    assert "ß" not in text


def test_the_letter_goes_to_whom_it_is_written_and_to_nobody_else(
    session: Session, made: PaperCase, release: Consent
) -> None:
    notice = a_notice(session, release)
    paper = session.papers.withdrawal_letter(notice.id)
    pdf = paper.render()

    def to(party: Party) -> Handing:
        return Handing(whom=Whom.PARTY, party_id=party.id, channel=Channel.LETTER)

    with pytest.raises(ForClientAlone):
        session.papers.issue(paper, pdf, to(made.doctor))
    issued = session.papers.issue(paper, pdf, to(made.nurse))

    assert session.documents.of_case(made.case.id) == [issued.document]
    line = session.disclosure_log.get(issued.clearance.disclosure_id or "")
    assert (line.basis, line.document_id) == (Basis.OWN_NOTICE, issued.document.id)
    assert line.sha256 == issued.document.sha256
    assert session.withdrawal_notices.get(notice.id).document_id == issued.document.id


def test_a_letter_that_went_out_stands_in_the_log_once(
    session: Session, made: PaperCase, release: Consent
) -> None:
    notice = a_notice(session, release)
    paper = session.papers.withdrawal_letter(notice.id)
    handing = Handing(whom=Whom.PARTY, party_id=made.nurse.id, channel=Channel.LETTER)
    session.papers.issue(paper, paper.render(), handing)

    session.withdrawals.tell(notice.id, TODAY, Channel.LETTER)

    lines = session.disclosure_log.of(case_id=made.case.id)
    assert [each.basis for each in lines].count(Basis.OWN_NOTICE) == 1


def test_the_client_gets_a_confirmation_that_names_what_was_withdrawn(
    session: Session, made: PaperCase, release: Consent
) -> None:
    nurse = row_of(session, release, made.nurse)
    session.withdrawals.withdraw(release.id, TODAY, "am Telefon", items=(nurse.id,))

    paper = session.papers.withdrawal_confirmation(release.id)
    pdf = paper.render()
    text = text_of(pdf)

    assert "Claudia Weber" in text
    assert "Medika" in text
    assert "Şahin" not in text
    issued = session.papers.issue(paper, pdf, TO_CLIENT)
    assert issued.document.kind is DocumentKind.WITHDRAWAL_CONFIRMATION


def test_both_papers_can_be_had_in_english(session: Session, release: Consent) -> None:
    notice = a_notice(session, release)

    for paper in (
        session.papers.withdrawal_letter(notice.id),
        session.papers.withdrawal_confirmation(release.id),
    ):
        english = session.papers.again(
            paper, language=PaperLanguage.EN, with_information=False
        )
        assert "withdraw" in text_of(english.render())
        assert english.kind is paper.kind
