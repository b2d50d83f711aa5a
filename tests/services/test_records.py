from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area
from casedesk.domain.change import ChangeKind
from casedesk.domain.client import Client, ClientId
from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentKind,
    SignedBeforeExplained,
)
from casedesk.domain.problems import NotFound

if TYPE_CHECKING:
    from casedesk.services.session import Session

ANNA = Client(id=ClientId("anna"), family_name="Brunner", given_name="Anna")


def test_a_changed_record_can_be_made_what_it_was(session: Session) -> None:
    session.clients.add(ANNA)
    session.clients.change(ANNA.id, note="hears badly")
    session.clients.change(ANNA.id, note="")

    newest, *_older = session.clients.changes(ANNA.id)
    restored = session.clients.restore(ANNA.id, newest.number)

    assert restored.note == "hears badly"
    assert session.clients.get(ANNA.id).note == "hears badly"
    assert session.clients.changes(ANNA.id)[0].kind is ChangeKind.CHANGED


def test_a_change_that_changes_nothing_is_no_deed(session: Session) -> None:
    session.clients.add(ANNA)

    session.clients.change(ANNA.id, family_name="Brunner")

    assert len(session.clients.changes(ANNA.id)) == 1


def test_a_removed_record_can_be_taken_back(session: Session) -> None:
    session.clients.add(ANNA)

    deed = session.clients.remove(ANNA.id)
    assert session.clients.find(ANNA.id) is None
    session.clients.take_back(deed)

    assert session.clients.get(ANNA.id) == ANNA


def test_what_was_removed_is_not_found(session: Session) -> None:
    session.clients.add(ANNA)
    session.clients.remove(ANNA.id)

    with pytest.raises(NotFound):
        session.clients.change(ANNA.id, note="too late")


def test_what_breaks_a_rule_is_not_stored(session: Session) -> None:
    case = session.cases.open_for_new_client(ANNA, Area.NURSING_CARE)
    consent = session.consents.add(
        Consent(id=ConsentId("c"), case_id=case.id, kind=ConsentKind.RELEASE)
    )

    with pytest.raises(SignedBeforeExplained):
        session.consents.change(consent.id, signed_on=date(2026, 3, 14))

    assert session.consents.get(consent.id).signed_on is None


def test_a_valid_value_takes_the_place_of_the_draft(session: Session) -> None:
    session.clients.add(ANNA)
    session.clients.keep_draft(ANNA.id, "note", "half a wo")
    session.clients.change(ANNA.id, note="half a word")

    assert session.clients.drafts(ANNA.id) == {}


def test_every_deed_is_announced_until_the_listener_leaves(session: Session) -> None:
    heard: list[str] = []
    session.announcer.listen(heard.append)
    session.clients.add(ANNA)
    session.announcer.ignore(heard.append)
    session.clients.remove(ANNA.id)

    assert heard == ["client"]


def test_records_are_found_by_their_noun(session: Session) -> None:
    assert session.records("client") is session.clients
    assert session.records("practice") is session.practice.records
