"""What is due about declarations, over all cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from services.paper_case import PaperCase, a_paper_case, a_recipient, sign

from casedesk.domain.attention import DueKind
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.dates import PartialDate
from casedesk.domain.disclosure import Facts
from casedesk.domain.entry import EntryKind
from casedesk.domain.permission import Question
from casedesk.domain.representation import Representation, RepresentationId
from casedesk.domain.signing import Signer, SignerRole

if TYPE_CHECKING:
    from casedesk.domain.consent import Consent
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def made(session: Session) -> PaperCase:
    return a_paper_case(session)


@pytest.fixture
def release(session: Session, made: PaperCase) -> Consent:
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    a_recipient(session, consent, made.nurse, Direction.BOTH)
    return session.declarations.change(consent.id, explained_on=date(2026, 3, 10))


def kinds(session: Session, made: PaperCase) -> list[DueKind]:
    return [due.kind for due in session.cases.due(made.case.id)]


def test_a_declaration_in_force_asks_for_nothing(
    session: Session, made: PaperCase, release: Consent
) -> None:
    sign(session, release.id)

    assert kinds(session, made) == []


def test_a_missing_signature_is_due_until_the_second_one_signs(
    session: Session, made: PaperCase, release: Consent
) -> None:
    session.representations.add(
        Representation(
            id=RepresentationId("r"),
            client_id=made.case.client_id,
            person_id=made.doctor.person_id,
        )
    )
    session.declarations.change(release.id, signer=Signer.BOTH)
    sign(session, release.id)
    assert kinds(session, made) == [DueKind.SIGNATURE_MISSING]

    session.declarations.sign(
        release.id, signed_on=TODAY, signed_by=(SignerRole.REPRESENTATIVE,)
    )

    assert kinds(session, made) == []
    assert session.consents.get(release.id).signed_by == (
        SignerRole.CLIENT,
        SignerRole.REPRESENTATIVE,
    )


def test_what_was_only_said_is_to_be_signed_within_thirty_days(
    session: Session, made: PaperCase, release: Consent
) -> None:
    session.declarations.change(
        release.id, oral_on=TODAY, oral_witness="Frau Graf", oral_reason="Notfall"
    )

    [due] = session.cases.due(made.case.id)

    assert due.kind is DueKind.ORAL_UNSIGNED
    assert due.due_on == TODAY + timedelta(days=30)
    sign(session, release.id)
    assert kinds(session, made) == []


def test_whoever_comes_of_age_is_asked_anew(
    session: Session, made: PaperCase, release: Consent
) -> None:
    session.clients.change(made.case.client_id, born=PartialDate(2008, 4, 1))
    sign(session, release.id)

    [due] = session.cases.due(made.case.id)

    assert (due.kind, due.due_on) == (DueKind.COMES_OF_AGE, date(2026, 4, 1))


def test_a_representation_that_ends_is_due_where_something_was_signed(
    session: Session, made: PaperCase, release: Consent
) -> None:
    ends = replace(
        Representation(id=RepresentationId("r"), client_id=made.case.client_id),
        valid_from=date(2024, 1, 1),
        valid_until=date(2026, 4, 1),
    )
    session.representations.add(ends)
    assert DueKind.REPRESENTATION_ENDS not in kinds(session, made)

    sign(session, release.id)

    assert kinds(session, made) == [DueKind.REPRESENTATION_ENDS]


def test_twelve_months_without_an_entry_are_due(
    session: Session, made: PaperCase, release: Consent
) -> None:
    long_ago = date(2025, 3, 1)
    session.declarations.change(
        release.id, explained_on=long_ago, valid_until=date(2026, 12, 1)
    )
    session.declarations.sign(
        release.id, signed_on=long_ago, signed_by=(SignerRole.CLIENT,)
    )

    [due] = session.cases.due(made.case.id)

    assert (due.kind, due.due_on) == (DueKind.SILENCE, date(2026, 3, 1))


def test_of_several_silent_declarations_the_one_signed_last_is_named_once(
    session: Session, made: PaperCase, release: Consent
) -> None:
    other = session.declarations.new(made.case.id, ConsentKind.DATA_PROTECTION)
    for consent, day in ((release, date(2025, 3, 1)), (other, date(2025, 2, 1))):
        session.declarations.change(
            consent.id, explained_on=day, valid_until=date(2026, 12, 1)
        )
        session.declarations.sign(
            consent.id, signed_on=day, signed_by=(SignerRole.CLIENT,)
        )

    [due] = session.cases.due(made.case.id)
    assert session.cases.due() == [due]

    assert (due.subject_id, due.due_on) == (release.id, date(2026, 3, 1))
    entry = session.journal.add(made.case.id, EntryKind.NOTE)
    assert entry.happened_on == TODAY
    assert kinds(session, made) == []


def test_the_original_of_an_ended_power_of_attorney_is_due_until_it_is_back(
    session: Session, made: PaperCase
) -> None:
    power = session.declarations.new(made.case.id, ConsentKind.POWER_OF_ATTORNEY)
    sign(session, power.id)
    session.withdrawals.withdraw(power.id, TODAY)
    assert DueKind.ORIGINAL_OUT in kinds(session, made)

    session.declarations.change(power.id, original_back_on=TODAY)

    assert DueKind.ORIGINAL_OUT not in kinds(session, made)


def test_a_renewal_that_was_signed_settles_its_former(
    session: Session, made: PaperCase, release: Consent
) -> None:
    sign(session, release.id)
    session.declarations.change(release.id, valid_until=date(2026, 3, 20))
    renewed = session.declarations.renew(release.id)
    assert kinds(session, made) == [DueKind.CONSENT_ENDS]

    sign(session, renewed.id)

    assert kinds(session, made) == []


@pytest.mark.parametrize(
    ("days_ago", "is_due"),
    [
        pytest.param(0, False, id="today, while it is written"),
        pytest.param(1, True, id="yesterday"),
        pytest.param(30, True, id="thirty days ago"),
        pytest.param(31, False, id="long ago"),
    ],
)
def test_a_contact_of_the_last_days_asks_what_was_exchanged(
    session: Session, made: PaperCase, *, days_ago: int, is_due: bool
) -> None:
    entry = session.journal.add(made.case.id, EntryKind.PHONE)
    session.entries.change(
        entry.id,
        party_id=made.doctor.id,
        happened_on=TODAY - timedelta(days=days_ago),
    )

    assert (DueKind.EXCHANGE_OPEN in kinds(session, made)) is is_due


def test_what_was_exchanged_in_a_contact_is_asked_until_it_is_said(
    session: Session, made: PaperCase, release: Consent
) -> None:
    sign(session, release.id)
    yesterday = TODAY - timedelta(days=1)
    first, second, note = (
        session.entries.change(
            session.journal.add(made.case.id, kind).id,
            party_id=made.nurse.id,
            happened_on=day,
        )
        for kind, day in (
            (EntryKind.VISIT, yesterday - timedelta(days=1)),
            (EntryKind.PHONE, yesterday),
            (EntryKind.NOTE, yesterday),
        )
    )
    assert [due.subject_id for due in session.cases.due(made.case.id)] == [first.id]

    session.entries.change(first.id, nothing_exchanged=True)
    assert [due.subject_id for due in session.cases.due(made.case.id)] == [second.id]
    question = Question(
        party_id=made.nurse.id,
        direction=Direction.OBTAIN,
        categories=session.consent_items.all()[0].categories,
        day=TODAY,
    )
    session.disclosures.record(
        made.case.id,
        question,
        Facts(happened_at=session.clock.now(), entry_id=second.id),
    )

    assert kinds(session, made) == []
    assert session.entries.get(note.id).party_id
