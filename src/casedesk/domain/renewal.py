"""Why a declaration should be asked for again (reference 2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.consent import (
    COUNTS,
    DUE_DAYS,
    WITH_RECIPIENTS,
    ConsentKind,
    ConsentState,
    Decision,
    superseded_days,
)
from casedesk.domain.dates import add_months
from casedesk.domain.signing import OF_AGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.consent import (
        Consent,
        ConsentId,
        ConsentItem,
        ConsentItemId,
    )
    from casedesk.domain.dates import PartialDate
    from casedesk.domain.representation import Representation

SILENT_MONTHS = 12


class Trigger(StrEnum):
    """What has changed, or is about to."""

    NEW_RECIPIENT = "new_recipient"
    NEW_PURPOSE = "new_purpose"
    PAYER_CHANGED = "payer_changed"
    EMPLOYER_CHANGED = "employer_changed"
    REPRESENTATIVE_CHANGED = "representative_changed"
    REPRESENTATION_ENDS = "representation_ends"
    COMES_OF_AGE = "comes_of_age"
    TEMPLATE_SUPERSEDED = "template_superseded"
    ENDS = "ends"
    ROW_ENDS = "row_ends"
    SILENCE = "silence"
    MANDATE_CHANGED = "mandate_changed"
    ORAL_ONLY = "oral_only"
    SIGNATURE_MISSING = "signature_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """How things stand in a case today, beside what stood at the signature."""

    payers: tuple[PartyId, ...] = ()
    employers: tuple[PartyId, ...] = ()
    others: tuple[PartyId, ...] = ()
    """Further parties from whom or to whom information usually goes."""
    representations: tuple[Representation, ...] = ()
    mandate: str = ""
    purpose: str = ""
    born: PartialDate | None = None
    last_active_on: date | None = None
    template_versions: dict[ConsentKind, str]
    """The version of the template that would be used now, by kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason to ask again, since or until when, and whom it is about."""

    consent_id: ConsentId
    trigger: Trigger
    on: date | None = None
    party_id: PartyId | None = None
    item_id: ConsentItemId | None = None
    """The row that alone has to be asked for again."""


def reasons_to_renew(
    consents: Iterable[Consent],
    items: Iterable[ConsentItem],
    now: Circumstances,
    day: date,
) -> list[Reason]:
    """Return the reasons to renew declarations of a case, in the order of these.

    Declarations that are withdrawn, superseded or in renewal need none.
    """
    known, rows = list(consents), list(items)
    superseded = superseded_days(known)
    in_renewal = {each.renews_id for each in known if each.signed_on is None}
    found: list[Reason] = []
    for consent in known:
        if consent.id in in_renewal:
            continue
        state = consent.state_on(day, superseded_on=superseded.get(consent.id))
        if state in (*COUNTS, ConsentState.EXPIRED, ConsentState.INCOMPLETE):
            found += _of_dates(consent, state)
        if state in COUNTS:
            found += _of_facts(consent, now)
            found += _of_people(consent, now, day)
            found += _of_silence(consent, now, day)
            found += _of_rows(consent, rows, day)
    return [*found, *_of_new_recipients(known, rows, now, superseded, day)]


def _of_dates(consent: Consent, state: ConsentState) -> Iterator[Reason]:
    if state is ConsentState.INCOMPLETE:
        yield _reason(consent, Trigger.SIGNATURE_MISSING, consent.signed_on)
    elif consent.signed_on is None:
        yield _reason(consent, Trigger.ORAL_ONLY, consent.oral_on)
    elif state in (ConsentState.DUE, ConsentState.EXPIRED):
        yield _reason(consent, Trigger.ENDS, consent.valid_until)


def _of_rows(consent: Consent, items: list[ConsentItem], day: date) -> Iterator[Reason]:
    """Name the rows that end before their declaration does."""
    in_renewal = {each.renews_id for each in items}
    for item in items:
        end = item.valid_until
        if item.consent_id != consent.id or item.id in in_renewal:
            continue
        if item.decision is not Decision.GRANTED or item.withdrawn_on is not None:
            continue
        ends_first = consent.valid_until is None or (end and end < consent.valid_until)
        if end is not None and ends_first and end - day <= _SOON:
            yield Reason(
                consent_id=consent.id,
                trigger=Trigger.ROW_ENDS,
                on=end,
                party_id=item.party_id,
                item_id=item.id,
            )


def _of_facts(consent: Consent, now: Circumstances) -> Iterator[Reason]:
    """Compare with what stood at the signature; where that is not known, be silent."""
    if consent.signed_on is None:
        return
    if consent.at_signing_purpose and consent.at_signing_purpose != now.purpose:
        yield _reason(consent, Trigger.NEW_PURPOSE)
    if consent.at_signing_mandate and consent.at_signing_mandate != now.mandate:
        yield _reason(consent, Trigger.MANDATE_CHANGED)
    pairs = (
        (Trigger.PAYER_CHANGED, consent.at_signing_payers, now.payers),
        (Trigger.EMPLOYER_CHANGED, consent.at_signing_employers, now.employers),
    )
    for trigger, then, today in pairs:
        if then and set(then) != set(today):
            yield _reason(consent, trigger)
    current = now.template_versions.get(consent.kind, "")
    if consent.template_version and current != consent.template_version:
        yield _reason(consent, Trigger.TEMPLATE_SUPERSEDED)


def _of_people(consent: Consent, now: Circumstances, day: date) -> Iterator[Reason]:
    signed = consent.signed_on
    if signed is None:
        return
    birthday = _of_age_on(now.born)
    if birthday is not None and signed < birthday <= day + timedelta(days=DUE_DAYS):
        yield _reason(consent, Trigger.COMES_OF_AGE, birthday)
    known = {each.id: each for each in now.representations}
    valid = {each.id for each in now.representations if each.is_valid_on(day)}
    then = set(consent.at_signing_representations)
    if valid - then:
        yield _reason(consent, Trigger.REPRESENTATIVE_CHANGED)
    for each in sorted(then):
        until = known[each].valid_until if each in known else None
        if each not in known or (until is not None and until - day <= _SOON):
            yield _reason(consent, Trigger.REPRESENTATION_ENDS, until)


def silent_since(day: date) -> date:
    """Return the last day of which twelve months have passed on a day."""
    last = add_months(day, -SILENT_MONTHS)
    # After the end of a February, a day more lies twelve months back.
    following = last + timedelta(days=1)
    return following if add_months(following, SILENT_MONTHS) <= day else last


def _of_silence(consent: Consent, now: Circumstances, day: date) -> Iterator[Reason]:
    """A case in which nothing happened for a year has to be taken up anew."""
    signed, last = consent.signed_on, now.last_active_on
    if signed is None or consent.kind is ConsentKind.AGREEMENT:
        return
    latest = max(signed, last or signed)
    if add_months(latest, SILENT_MONTHS) <= day:
        yield _reason(consent, Trigger.SILENCE, latest)


def _of_new_recipients(
    consents: list[Consent],
    items: list[ConsentItem],
    now: Circumstances,
    superseded: dict[ConsentId, date],
    day: date,
) -> Iterator[Reason]:
    """Name the parties that no declaration, signed or in work, has a row for."""
    alive = (*COUNTS, ConsentState.DRAFT, ConsentState.EXPLAINED, ConsentState.PRINTED)
    living = {
        each.id: each
        for each in consents
        if each.kind in WITH_RECIPIENTS
        and each.state_on(day, superseded_on=superseded.get(each.id)) in alive
    }
    in_force = [c for c in living.values() if c.signed_on is not None]
    if not in_force:
        return
    latest = max(in_force, key=lambda each: (each.signed_on or day, each.id))
    named = {item.party_id for item in items if item.consent_id in living}
    for party_id in dict.fromkeys((*now.payers, *now.employers, *now.others)):
        if party_id not in named:
            yield Reason(
                consent_id=latest.id, trigger=Trigger.NEW_RECIPIENT, party_id=party_id
            )


_SOON = timedelta(days=DUE_DAYS)


def _reason(consent: Consent, trigger: Trigger, on: date | None = None) -> Reason:
    return Reason(consent_id=consent.id, trigger=trigger, on=on)


def _of_age_on(born: PartialDate | None) -> date | None:
    whole = None if born is None else born.whole()
    return None if whole is None else add_months(whole, 12 * OF_AGE)
