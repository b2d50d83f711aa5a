from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, Case, Party, PartyId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentItem,
    ConsentItemId,
    ConsentKind,
    Direction,
    SignedWordsStay,
)
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.domain.phase import Phase
from casedesk.domain.problems import LinkGone, StillUsed

if TYPE_CHECKING:
    from casedesk.services.session import Session

PARTY = PartyId("spitex")


@pytest.fixture
def case(session: Session) -> Case:
    anna = Client(id=ClientId("anna"), family_name="Brunner")
    case = session.cases.open_for_new_client(anna, Area.NURSING_CARE)
    session.organisations.add(Organisation(id=OrganisationId("o"), name="Spitex"))
    session.organisations.add(Organisation(id=OrganisationId("p"), name="Praxis"))
    session.persons.add(Person(id=PersonId("graber"), family_name="Graber"))
    session.parties.add(
        Party(id=PARTY, case_id=case.id, organisation_id=OrganisationId("o"))
    )
    session.consents.add(
        Consent(id=ConsentId("c"), case_id=case.id, kind=ConsentKind.RELEASE)
    )
    session.consent_items.add(an_item(case, "i"))
    return case


def an_item(case: Case, key: str) -> ConsentItem:
    return ConsentItem(
        id=ConsentItemId(key),
        case_id=case.id,
        consent_id=ConsentId("c"),
        party_id=PARTY,
    )


def sign(session: Session) -> None:
    today = session.clock.today()
    session.consents.change("c", explained_on=today, signed_on=today)


def test_the_words_and_recipients_of_a_signed_declaration_stay(
    session: Session, case: Case
) -> None:
    sign(session)

    with pytest.raises(SignedWordsStay):
        session.consents.change("c", purpose="something else")
    with pytest.raises(SignedWordsStay):
        session.consents.remove("c")
    with pytest.raises(SignedWordsStay):
        session.consent_items.add(an_item(case, "another"))
    with pytest.raises(SignedWordsStay):
        session.consent_items.change("i", direction=Direction.OBTAIN)
    with pytest.raises(SignedWordsStay):
        session.consent_items.remove("i")


def test_whom_a_signed_declaration_names_stays(session: Session, case: Case) -> None:
    sign(session)

    with pytest.raises(StillUsed):
        session.parties.remove(PARTY)
    with pytest.raises(SignedWordsStay):
        session.parties.change(PARTY, organisation_id=OrganisationId("p"))
    assert session.parties.change(PARTY, function="daily care").function


def test_a_draft_may_still_change(session: Session, case: Case) -> None:
    session.consents.change("c", purpose="something else")
    session.consent_items.change("i", direction=Direction.OBTAIN)
    deed = session.parties.remove(PARTY)

    assert session.consent_items.of(consent_id="c") == []
    session.parties.take_back(deed)
    assert len(session.consent_items.of(consent_id="c")) == 1


def test_undo_brings_back_the_links_to_what_was_removed(
    session: Session, case: Case
) -> None:
    session.entries.add(
        Entry(
            id=EntryId("e"),
            case_id=case.id,
            phase=Phase.INTAKE,
            happened_on=session.clock.today(),
            party_id=PARTY,
        )
    )
    deed = session.parties.remove(PARTY)
    assert session.entries.get("e").party_id is None

    session.parties.take_back(deed)

    assert session.entries.get("e").party_id == PARTY


def test_restoring_a_change_leaves_later_changes_of_other_fields(
    session: Session, case: Case
) -> None:
    session.case_records.change(case.id, title="first")
    session.case_records.change(case.id, title="second")
    second, *_ = session.case_records.changes(case.id)
    session.cases.begin_cycle(case.id)

    restored = session.case_records.restore(case.id, second.number)

    assert (restored.title, restored.cycle) == ("first", 2)


def test_restoring_a_link_to_somebody_removed_is_refused_in_words(
    session: Session, case: Case
) -> None:
    session.parties.change(PARTY, person_id=PersonId("graber"))
    session.parties.change(PARTY, person_id=None)
    newest, *_ = session.parties.changes(PARTY)
    session.persons.remove("graber")

    with pytest.raises(LinkGone):
        session.parties.restore(PARTY, newest.number)
    assert session.parties.get(PARTY).person_id is None


def test_what_is_typed_into_a_removed_record_is_kept_nowhere(
    session: Session, case: Case
) -> None:
    session.consents.remove("c")

    session.consents.keep_draft("c", "purpose", "half a sentence")

    assert session.consents.drafts("c") == {}
