"""Findings of the coverage check, and those that were accepted with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.coverage_facts import Aim, Grant, Need
    from casedesk.domain.help import Help
    from casedesk.domain.life_domain import DomainKey

AcceptedFindingId = NewType("AcceptedFindingId", str)


class FindingKind(StrEnum):
    """What the coverage check finds, the gravest first."""

    NEED_OPEN = "need_open"
    ONLY_OLDER_HELP = "only_older_help"
    GOAL_WITHOUT_MEASURE = "goal_without_measure"
    REFUSED = "refused"
    ENDED = "ended"
    NOTHING_UNTIL = "nothing_until"
    WAITING = "waiting"
    NOT_BEGUN = "not_begun"
    GRANT_ENDS = "grant_ends"
    GRANT_USED = "grant_used"
    ENDS_BEFORE_TARGET = "ends_before_target"
    HANGS_ON_ONE = "hangs_on_one"
    REVIEW_OVERDUE = "review_overdue"
    TWO_PROVIDERS = "two_providers"
    TWO_PAYERS = "two_payers"
    TWO_RESPONSIBLE = "two_responsible"
    TWO_BENEFITS = "two_benefits"


DUPLICATES = frozenset(
    {
        FindingKind.TWO_PROVIDERS,
        FindingKind.TWO_PAYERS,
        FindingKind.TWO_RESPONSIBLE,
        FindingKind.TWO_BENEFITS,
    }
)


class FindingReasonMissing(RuleBroken):
    """A finding was accepted and nobody said why."""


class AcceptedUntilThePast(RuleBroken):
    """A finding was accepted until a day before the one on which it was accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A gap or something done twice, with all that it is about."""

    kind: FindingKind
    domain: DomainKey | None = None
    need: Need | None = None
    aim: Aim | None = None
    helps: tuple[Help, ...] = ()
    grant: Grant | None = None
    other_grant: Grant | None = None
    """A second approval for the same help."""
    on: date | None = None
    """Since when, until when or for when: what the kind of finding asks for."""
    key: str = field(init=False, default="")
    """By what it is known again as long as it is about the same records."""

    def __post_init__(self) -> None:
        """Work out by what it is known again."""
        ids = [part.id for part in self._parts() if part is not None]
        object.__setattr__(self, "key", ":".join((self.kind, *sorted(ids))))

    @property
    def seal(self) -> str:
        """What changes when its matter changes; asked for where one was accepted."""
        return _seal(self._parts())

    @property
    def is_duplicate(self) -> bool:
        """Whether something is done twice; else it is a gap."""
        return self.kind in DUPLICATES

    def _parts(self) -> tuple[Help | Need | Aim | Grant | None, ...]:
        return (self.need, self.aim, self.grant, self.other_grant, *self.helps)


# What may change without making another matter of it.
_UNSEALED = ("name", "roles", "entry_id", "assessed_on", "used_percent")


def _seal(parts: Sequence[Help | Need | Aim | Grant | None]) -> str:
    told = sorted(
        repr(
            [
                (f.name, _plain(getattr(part, f.name)))
                for f in fields(part)
                if f.name not in _UNSEALED
            ]
        )
        for part in parts
        if part is not None
    )
    return sha256("\n".join(told).encode()).hexdigest()[:16]


def _plain(value: object) -> str:
    """Write a value in the same way each time; sets have no order of their own."""
    return str(sorted(map(str, value)) if isinstance(value, frozenset) else value)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedFinding:
    """A finding that may stay as it is: why, who said so, and until when."""

    id: AcceptedFindingId
    case_id: CaseId
    finding_key: str
    seal: str
    """What the finding was about when it was accepted."""
    said: str = ""
    """The finding in words, as it was accepted."""
    reason: str = ""
    accepted_on: date
    accepted_by: str = ""
    accepted_until: date | None = None
    taken_back_on: date | None = None

    def holds(self, finding: Finding, day: date) -> bool:
        """Whether it lets a finding rest on a day."""
        is_same = (self.finding_key, self.seal) == (finding.key, finding.seal)
        until = self.accepted_until
        return (
            is_same and self.taken_back_on is None and (until is None or day <= until)
        )


def check_accepted_finding(accepted: AcceptedFinding) -> None:
    """Raise the `RuleBroken` that forbids to let a finding rest like this."""
    if not accepted.reason.strip():
        raise FindingReasonMissing
    until = accepted.accepted_until
    if until is not None and until < accepted.accepted_on:
        raise AcceptedUntilThePast


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Findings that are open, and those that rest because they were accepted."""

    open: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, AcceptedFinding], ...]


def settled(
    findings: Iterable[Finding], accepted: Sequence[AcceptedFinding], day: date
) -> Settled:
    """Tell apart what is open on a day and what was accepted."""
    still_open: list[Finding] = []
    resting: list[tuple[Finding, AcceptedFinding]] = []
    by_key: dict[str, list[AcceptedFinding]] = {}
    for each in accepted:
        by_key.setdefault(each.finding_key, []).append(each)
    for finding in findings:
        known = by_key.get(finding.key, ())
        holding = [each for each in known if each.holds(finding, day)]
        if holding:
            resting.append((finding, holding[-1]))
        else:
            still_open.append(finding)
    return Settled(open=tuple(still_open), accepted=tuple(resting))
