"""Permission: whether something may be obtained or passed on, and by which row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.consent import (
    DUE_DAYS,
    WITH_RECIPIENTS,
    ConsentState,
    Direction,
    Means,
    superseded_days,
    superseded_rows,
)
from casedesk.domain.minimisation import is_above_profile, may_law_lift

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casedesk.domain.case import PartyId, PartyRole
    from casedesk.domain.consent import Consent, ConsentItem, ConsentItemId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.statute import StatutoryBasis, StatutoryBasisId
    from casedesk.domain.withholding import Withholding, WithholdingId

_EITHER_WAY = {
    Direction.OBTAIN: (Direction.OBTAIN, Direction.BOTH),
    Direction.PASS_ON: (Direction.PASS_ON, Direction.BOTH),
    Direction.BOTH: (Direction.BOTH,),
}


class Channel(StrEnum):
    """How information went from one to the other."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    CONFERENCE = "conference"
    LETTER = "letter"
    HANDED_OVER = "handed_over"
    FAX = "fax"
    ENCRYPTED_MAIL = "encrypted_mail"
    MAIL = "mail"


# A mail that is not encrypted is a means that no row allows.
MEANS_OF: dict[Channel, Means | None] = {
    Channel.IN_PERSON: Means.SPOKEN,
    Channel.PHONE: Means.SPOKEN,
    Channel.VIDEO: Means.SPOKEN,
    Channel.CONFERENCE: Means.CONFERENCE,
    Channel.LETTER: Means.WRITTEN,
    Channel.HANDED_OVER: Means.WRITTEN,
    Channel.FAX: Means.WRITTEN,
    Channel.ENCRYPTED_MAIL: Means.ENCRYPTED_MAIL,
    Channel.MAIL: None,
}


class Verdict(StrEnum):
    """Whether one kind of information may go one way."""

    ALLOWED = "allowed"
    ENDS_SOON = "ends_soon"
    STATUTORY = "statutory"
    NOT_ALLOWED = "not_allowed"
    ABOVE_PROFILE = "above_profile"
    WITHHELD = "withheld"


MAY_GO = (Verdict.ALLOWED, Verdict.ENDS_SOON, Verdict.STATUTORY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """May this go this way, to or from this somebody, on this day?"""

    party_id: PartyId
    direction: Direction
    categories: tuple[CategoryId, ...]
    day: date
    channel: Channel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Permissions:
    """Everything in a case that decides whether something may go."""

    consents: tuple[Consent, ...] = ()
    items: tuple[ConsentItem, ...] = ()
    withholdings: tuple[Withholding, ...] = ()
    statutory: tuple[StatutoryBasis, ...] = ()
    roles: Mapping[PartyId, tuple[PartyRole, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What holds for one kind of information, and on what it rests."""

    category: CategoryId
    verdict: Verdict
    item_ids: tuple[ConsentItemId, ...] = ()
    ends_on: date | None = None
    is_oral: bool = False
    is_means_missing: bool = False
    is_above_profile: bool = False
    withholding_id: WithholdingId | None = None
    statutory_id: StatutoryBasisId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What holds for each kind of information that was asked about."""

    question: Question
    findings: tuple[Finding, ...]

    @property
    def is_covered(self) -> bool:
        """Whether all of it may go. Nothing is never covered."""
        return bool(self.findings) and not self.blocked

    @property
    def blocked(self) -> tuple[Finding, ...]:
        """Return what may not go."""
        return tuple(each for each in self.findings if each.verdict not in MAY_GO)

    @property
    def above_profile(self) -> tuple[Finding, ...]:
        """Return what this somebody may never get, whatever else would cover it."""
        return tuple(each for each in self.blocked if each.is_above_profile)

    @property
    def item_ids(self) -> tuple[ConsentItemId, ...]:
        """Return the rows on which it rests."""
        rows = (row for each in self.findings for row in each.item_ids)
        return tuple(dict.fromkeys(rows))

    @property
    def statutory_ids(self) -> tuple[StatutoryBasisId, ...]:
        """Return the rules of law on which it rests."""
        found = (each.statutory_id for each in self.findings)
        return tuple(dict.fromkeys(each for each in found if each is not None))


def check(question: Question, permissions: Permissions) -> Answer:
    """Answer whether something may go. A wish to withhold wins over every row."""
    rows = _rows_in_force(question, permissions)
    findings = tuple(
        _finding(question, category, rows, permissions)
        for category in question.categories
    )
    return Answer(question=question, findings=findings)


def recipients_on(day: date, permissions: Permissions) -> frozenset[PartyId]:
    """Return the parties to whom a row in force on `day` lets something go."""
    found = set()
    for item in permissions.items:
        question = Question(
            party_id=item.party_id,
            direction=Direction.PASS_ON,
            categories=item.categories,
            day=day,
        )
        answer = check(question, permissions)
        if any(each.verdict in MAY_GO for each in answer.findings):
            found.add(item.party_id)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that stands, until when, and whether it was only said."""

    item: ConsentItem
    ends_on: date | None
    is_oral: bool


def _rows_in_force(question: Question, permissions: Permissions) -> list[_Row]:
    """Return the rows that stand for this somebody, this way, on this day."""
    consents = {c.id: c for c in permissions.consents if c.kind in WITH_RECIPIENTS}
    superseded = superseded_days(permissions.consents)
    replaced = superseded_rows(permissions.consents, permissions.items)
    rows = []
    for item in permissions.items:
        consent = consents.get(item.consent_id)
        if consent is None or item.party_id != question.party_id:
            continue
        goes = item.direction in _EITHER_WAY[question.direction]
        is_replaced = replaced.get(item.id, date.max) <= question.day
        if not goes or is_replaced or not item.stands_on(question.day):
            continue
        since = superseded.get(consent.id)
        if consent.covers(question.day, superseded_on=since):
            state = consent.state_on(question.day)
            end = _earlier(item.valid_until, consent.valid_until)
            rows.append(_Row(item, end, state is ConsentState.ORAL))
    return rows


def _finding(
    question: Question,
    category: CategoryId,
    rows: Iterable[_Row],
    permissions: Permissions,
) -> Finding:
    roles = permissions.roles.get(question.party_id, ())
    is_above = question.direction is not Direction.OBTAIN and is_above_profile(
        roles, category
    )
    basis = _statutory(question, category, permissions)
    if is_above and not may_law_lift(roles, category):
        basis = None
    wish = _withheld(question, category, permissions)
    if wish is not None:
        return Finding(
            category=category,
            verdict=Verdict.WITHHELD,
            withholding_id=wish.id,
            is_above_profile=is_above and basis is None,
        )
    naming = [row for row in rows if category in row.item.categories]
    allowing = [row for row in naming if _by_means(row.item, question.channel)]
    if allowing and not is_above:
        return _allowed(question, category, allowing)
    if basis is not None:
        return Finding(
            category=category,
            verdict=Verdict.STATUTORY,
            statutory_id=basis.id,
            ends_on=basis.valid_until,
        )
    return Finding(
        category=category,
        verdict=Verdict.ABOVE_PROFILE if is_above else Verdict.NOT_ALLOWED,
        is_means_missing=bool(naming) and not is_above,
        is_above_profile=is_above,
    )


def _allowed(question: Question, category: CategoryId, rows: list[_Row]) -> Finding:
    """Name the rows that allow it; the one that stands longest says until when."""
    ends = [row.ends_on for row in rows]
    end = None if None in ends else max(each for each in ends if each is not None)
    soon = end is not None and end - question.day <= timedelta(days=DUE_DAYS)
    return Finding(
        category=category,
        verdict=Verdict.ENDS_SOON if soon else Verdict.ALLOWED,
        item_ids=tuple(row.item.id for row in rows),
        ends_on=end,
        is_oral=all(row.is_oral for row in rows),
    )


def _withheld(
    question: Question, category: CategoryId, permissions: Permissions
) -> Withholding | None:
    """Return the wish that forbids it. What is only obtained tells nobody anything."""
    if question.direction is Direction.OBTAIN:
        return None
    for wish in permissions.withholdings:
        holds = wish.holds_on(question.day)
        if holds and wish.concerns(question.party_id, category):
            return wish
    return None


def _statutory(
    question: Question, category: CategoryId, permissions: Permissions
) -> StatutoryBasis | None:
    for basis in permissions.statutory:
        if (
            basis.party_id == question.party_id
            and category in basis.categories
            and basis.direction in _EITHER_WAY[question.direction]
            and basis.covers(question.day)
        ):
            return basis
    return None


def _by_means(item: ConsentItem, channel: Channel | None) -> bool:
    """Whether a row allows this way of telling; a row that names none allows all."""
    if channel is None or (not item.means and channel is not Channel.MAIL):
        return True
    return MEANS_OF[channel] in item.means


def _earlier(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return min(days, default=None)
