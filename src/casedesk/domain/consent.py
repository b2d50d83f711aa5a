"""Consent: what a client has declared, to whom it applies, and for how long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.dates import add_months
from casedesk.domain.problems import RuleBroken
from casedesk.domain.signing import SignatureForm, Signer, roles_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.representation import RepresentationId
    from casedesk.domain.signing import Assent, Capacity, SignerRole

ConsentId = NewType("ConsentId", str)
ConsentItemId = NewType("ConsentItemId", str)

DUE_DAYS = 30
DEFAULT_MONTHS = 12
ORAL_DAYS = 30
"""How long a declaration by word of mouth counts; until then it has to be signed."""


class ConsentKind(StrEnum):
    """Four declarations that are never mixed (reference 2.1)."""

    AGREEMENT = "agreement"
    POWER_OF_ATTORNEY = "power_of_attorney"
    RELEASE = "release"
    DATA_PROTECTION = "data_protection"


WITH_RECIPIENTS = (ConsentKind.RELEASE, ConsentKind.DATA_PROTECTION)


class ConsentState(StrEnum):
    """Where a declaration stands, derived from its dates."""

    DRAFT = "draft"
    EXPLAINED = "explained"
    PRINTED = "printed"
    ORAL = "oral"
    INCOMPLETE = "incomplete"  # somebody who has to sign has not
    NOT_YET = "not_yet"  # signed, from a later day on
    IN_FORCE = "in_force"
    DUE = "due"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


COUNTS = (ConsentState.ORAL, ConsentState.IN_FORCE, ConsentState.DUE)
"""The states in which a declaration allows something."""


class Direction(StrEnum):
    """Which way information may go."""

    OBTAIN = "obtain"
    PASS_ON = "pass_on"  # noqa: S105 - a direction, no password
    BOTH = "both"


class Means(StrEnum):
    """How information travels."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    ENCRYPTED_MAIL = "encrypted_mail"
    CONFERENCE = "conference"


class Point(StrEnum):
    """What has to be explained before anything is signed."""

    AIM = "aim"
    PURPOSE = "purpose"
    AGREE = "agree"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


class Decision(StrEnum):
    """What the client said to one row."""

    OPEN = "open"
    GRANTED = "granted"
    STRUCK = "struck"


class SignedBeforeExplained(RuleBroken):
    """A declaration counts only if it was explained before it was signed."""


class WithdrawnBeforeSigned(RuleBroken):
    """What was never signed cannot be withdrawn."""


class SignedWordsStay(RuleBroken):
    """The words of a signed declaration are those that were signed."""


class OralWithoutWitness(RuleBroken):
    """What is declared by word of mouth needs somebody who heard it."""


class EndsBeforeItBegins(RuleBroken):
    """The last day of validity lies before the first."""


class EndsBeforeSigned(RuleBroken):
    """The validity would end before the signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One declaration of a client, from draft to withdrawal.

    What `at_signing_…` holds was true on the day of the signature; a change since
    then is a reason to ask again.
    """

    id: ConsentId
    case_id: CaseId
    kind: ConsentKind
    renews_id: ConsentId | None = None
    template_version: str = ""
    aim: str = ""
    purpose: str = ""
    scope: str = ""
    consequences_agree: str = ""
    consequences_refuse: str = ""
    consequences_withdraw: str = ""
    explained_on: date | None = None
    explained_by: str = ""
    explained_minutes: int | None = None
    points_covered: tuple[Point, ...] = ()
    language: str = ""
    interpreter: str = ""
    aids: str = ""
    questions: str = ""
    material: str = ""
    capacity: Capacity | None = None
    capacity_note: str = ""
    assent: Assent | None = None
    assent_note: str = ""
    oral_on: date | None = None
    oral_witness: str = ""
    oral_reason: str = ""
    signer: Signer = Signer.CLIENT
    signed_on: date | None = None
    signed_by: tuple[SignerRole, ...] = ()
    signed_at: str = ""
    signature_form: SignatureForm = SignatureForm.INK
    valid_from: date | None = None
    valid_until: date | None = None
    at_signing_payers: tuple[PartyId, ...] = ()
    at_signing_employers: tuple[PartyId, ...] = ()
    at_signing_representations: tuple[RepresentationId, ...] = ()
    at_signing_mandate: str = ""
    at_signing_purpose: str = ""
    withdrawn_on: date | None = None
    withdrawal_note: str = ""
    original_back_on: date | None = None

    @property
    def is_untouched(self) -> bool:
        """Whether it was neither explained nor declared yet, so that rows may join."""
        return not (self.explained_on or self.oral_on or self.signed_on)

    def missing_signers(self) -> tuple[SignerRole, ...]:
        """Return who has to sign and has not."""
        needed = roles_of(self.signer)
        if self.signed_on is None:
            return needed
        return tuple(role for role in needed if role not in self.signed_by)

    def state_on(
        self,
        day: date,
        *,
        printed_on: date | None = None,
        superseded_on: date | None = None,
    ) -> ConsentState:
        """Return where the declaration stands on `day`.

        `printed_on` is when it was given out as a paper, `superseded_on` when one
        that renews it was signed: neither can be known from the declaration itself.
        """
        if _has_come(self.withdrawn_on, day):
            return ConsentState.WITHDRAWN
        if _has_come(superseded_on, day):
            return ConsentState.SUPERSEDED
        if not _has_come(self.signed_on, day):
            return self._unsigned_on(day, printed_on)
        if self.missing_signers():
            return ConsentState.INCOMPLETE
        return self._signed_on(day)

    def _unsigned_on(self, day: date, printed_on: date | None) -> ConsentState:
        if self.oral_on is not None and self.oral_on <= day:
            ends = self.oral_on + timedelta(days=ORAL_DAYS)
            return ConsentState.ORAL if day <= ends else ConsentState.EXPIRED
        if not _has_come(self.explained_on, day):
            return ConsentState.DRAFT
        is_printed = _has_come(printed_on, day)
        return ConsentState.PRINTED if is_printed else ConsentState.EXPLAINED

    def _signed_on(self, day: date) -> ConsentState:
        if self.valid_from is not None and day < self.valid_from:
            return ConsentState.NOT_YET
        if self.valid_until is None:
            return ConsentState.IN_FORCE
        if self.valid_until < day:
            return ConsentState.EXPIRED
        is_due = self.valid_until - day <= timedelta(days=DUE_DAYS)
        return ConsentState.DUE if is_due else ConsentState.IN_FORCE

    def covers(self, day: date, *, superseded_on: date | None = None) -> bool:
        """Whether the declaration counts on `day`."""
        return self.state_on(day, superseded_on=superseded_on) in COUNTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentItem:
    """One recipient in a declaration: which way, about what, by which means."""

    id: ConsentItemId
    case_id: CaseId
    consent_id: ConsentId
    party_id: PartyId
    renews_id: ConsentItemId | None = None
    direction: Direction = Direction.BOTH
    categories: tuple[CategoryId, ...] = ()
    means: tuple[Means, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    decision: Decision = Decision.OPEN
    withdrawn_on: date | None = None
    withdrawal_note: str = ""

    def stands_on(self, day: date) -> bool:
        """Whether the client has said yes to this row, and it counts on `day`."""
        if self.decision is not Decision.GRANTED or _has_come(self.withdrawn_on, day):
            return False
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_until is None or day <= self.valid_until)


def superseded_days(consents: Iterable[Consent]) -> dict[ConsentId, date]:
    """Return since when declarations are replaced by those that renew them."""
    days: dict[ConsentId, date] = {}
    for consent in consents:
        former, signed = consent.renews_id, consent.signed_on
        if former is None or signed is None or consent.missing_signers():
            continue
        begins = max(signed, consent.valid_from or signed)
        days[former] = min(begins, days.get(former, begins))
    return days


def superseded_rows(
    consents: Iterable[Consent], items: Iterable[ConsentItem]
) -> dict[ConsentItemId, date]:
    """Return since when rows are replaced by others, whatever was said to those."""
    signed = {
        each.id: max(each.signed_on, each.valid_from or each.signed_on)
        for each in consents
        if each.signed_on is not None and not each.missing_signers()
    }
    days: dict[ConsentItemId, date] = {}
    for item in items:
        begins = signed.get(item.consent_id)
        if item.renews_id is not None and begins is not None:
            days[item.renews_id] = min(begins, days.get(item.renews_id, begins))
    return days


def widened(
    row: ConsentItem, direction: Direction, categories: tuple[CategoryId, ...]
) -> ConsentItem:
    """Return a row that also lets these kinds of information go this way."""
    is_same = direction is row.direction
    return replace(
        row,
        direction=direction if is_same else Direction.BOTH,
        categories=tuple(dict.fromkeys((*row.categories, *categories))),
    )


def _has_come(when: date | None, day: date) -> bool:
    return when is not None and when <= day


# What may still be noted about a declaration that was signed.
_AFTER_SIGNING = frozenset(
    {
        "signer",
        "signed_on",
        "signed_by",
        "signed_at",
        "signature_form",
        "valid_until",
        "assent",
        "assent_note",
        "withdrawn_on",
        "withdrawal_note",
        "original_back_on",
    }
)
_ITEM_AFTER_SIGNING = frozenset({"decision", "withdrawn_on", "withdrawal_note"})


def check_change(before: Consent, field: str) -> None:
    """Raise `SignedWordsStay` if a field no longer changes after the signature."""
    if before.signed_on is not None and field not in _AFTER_SIGNING:
        raise SignedWordsStay


def check_item_change(field: str) -> None:
    """Raise `SignedWordsStay` if a row of a signed declaration keeps this field."""
    if field not in _ITEM_AFTER_SIGNING:
        raise SignedWordsStay


def proposed_end(signed_on: date) -> date:
    """Return until when a declaration is valid unless agreed otherwise."""
    return add_months(signed_on, DEFAULT_MONTHS)


def check_consent(consent: Consent) -> None:
    """Raise the `RuleBroken` that the dates of a declaration offend against."""
    for given_on in (consent.signed_on, consent.oral_on):
        if given_on is None:
            continue
        if consent.explained_on is None or consent.explained_on > given_on:
            raise SignedBeforeExplained
    if consent.oral_on is not None and not consent.oral_witness.strip():
        raise OralWithoutWitness
    _check_end(consent)
    _check_withdrawal(consent)


def check_item(item: ConsentItem) -> None:
    """Raise `EndsBeforeItBegins` if the dates of a row contradict each other."""
    if item.valid_from and item.valid_until and item.valid_until < item.valid_from:
        raise EndsBeforeItBegins


def _check_end(consent: Consent) -> None:
    begin, end = consent.valid_from, consent.valid_until
    if end is None:
        return
    if consent.signed_on is not None and end < consent.signed_on:
        raise EndsBeforeSigned
    if begin is not None and end < begin:
        raise EndsBeforeItBegins


def _check_withdrawal(consent: Consent) -> None:
    given = [day for day in (consent.signed_on, consent.oral_on) if day is not None]
    withdrawn = consent.withdrawn_on
    if withdrawn is not None and (not given or withdrawn < min(given)):
        raise WithdrawnBeforeSigned
