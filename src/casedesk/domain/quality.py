"""The quality check: the ten core points, what is missing, and what does not apply."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.domain.case import CaseId

QualityWaiverId = NewType("QualityWaiverId", str)


class CorePoint(StrEnum):
    """The ten core points of Netzwerk Case Management Schweiz (reference 1.1)."""

    STEERING = "steering"
    COOPERATION = "cooperation"
    CONTRACT = "contract"
    STEPS = "steps"
    RESOURCES = "resources"
    NEEDS = "needs"
    CLIENT = "client"
    TRIAGE = "triage"
    RECORDS = "records"
    PRACTICE = "practice"


class QualityCheck(StrEnum):
    """What the file of a case has to hold, each at its time."""

    REVIEWED = "reviewed"
    RISKS_KEPT = "risks_kept"
    CARRIER_NAMED = "carrier_named"
    CARRIER_RELEASED = "carrier_released"
    MINUTES_ISSUED = "minutes_issued"
    COMMISSIONED = "commissioned"
    AGREEMENT = "agreement"
    INFORMED = "informed"
    ASSESSED = "assessed"
    PLAN_AGREED = "plan_agreed"
    GOALS_MEASURABLE = "goals_measurable"
    EVALUATED = "evaluated"
    CLOSED_IN_ORDER = "closed_in_order"
    RESOURCES_NOTED = "resources_noted"
    NEAR_FIRST = "near_first"
    NEEDS_RATED = "needs_rated"
    NEEDS_ANSWERED = "needs_answered"
    NEED_STILL_MET = "need_still_met"
    CONCERN = "concern"
    WISHES = "wishes"
    VIEW_ASKED = "view_asked"
    PLAN_HANDED = "plan_handed"
    REVIEWED_TOGETHER = "reviewed_together"
    CLIENT_EVALUATED = "client_evaluated"
    DECIDED = "decided"
    INDICATED = "indicated"
    DATA_CONSENT = "data_consent"
    DECLARATIONS_CURRENT = "declarations_current"
    DECLARATIONS_ENDED = "declarations_ended"
    EXCHANGES_NOTED = "exchanges_noted"
    WITHDRAWALS_TOLD = "withdrawals_told"
    RECORD_CURRENT = "record_current"
    RETENTION = "retention"
    SCOPE = "scope"
    HOURS_KEPT = "hours_kept"


class LineState(StrEnum):
    """How it stands with one check of a case."""

    THERE = "there"
    MISSING = "missing"
    NOT_YET = "not_yet"
    """Not there, and not asked for before the work has come that far."""


class WaiverReasonMissing(RuleBroken):
    """A check was said not to apply, and nobody said why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the file holds for one check."""

    is_there: bool
    on: date | None = None
    """The day of what is there."""
    subject_ids: tuple[str, ...] = ()
    """The records that lack something."""
    about: str = ""
    """What else makes another matter of it, such as the day that has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityLine:
    """One check of a case, with what was found."""

    point: CorePoint
    check: QualityCheck
    state: LineState
    look: Look

    @property
    def is_missing(self) -> bool:
        """Whether it should be there by now and is not."""
        return self.state is LineState.MISSING

    @property
    def seal(self) -> str:
        """What changes when its matter changes; asked for where it does not apply."""
        told = "\n".join((self.look.about, *sorted(self.look.subject_ids)))
        return sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityWaiver:
    """That a check does not apply in a case, as it stood then: who said so, and why."""

    id: QualityWaiverId
    case_id: CaseId
    quality_check: QualityCheck
    seal: str
    said: str = ""
    """What was missing, in the words of that day."""
    reason: str = ""
    noted_on: date
    noted_by: str = ""
    taken_back_on: date | None = None

    def holds(self, line: QualityLine) -> bool:
        """Whether it still is about what is missing."""
        is_same = (self.quality_check, self.seal) == (line.check, line.seal)
        return is_same and self.taken_back_on is None


def check_waiver(waiver: QualityWaiver) -> None:
    """Raise `WaiverReasonMissing` if nothing says why a check does not apply."""
    if not waiver.reason.strip():
        raise WaiverReasonMissing


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The checks of a case: what is there, what is missing, what does not apply."""

    lines: tuple[QualityLine, ...]
    waived: tuple[tuple[QualityLine, QualityWaiver], ...] = ()

    @property
    def missing(self) -> list[QualityLine]:
        """What should be there by now, is not, and does apply."""
        resting = [line for line, _waiver in self.waived]
        return [each for each in self.lines if each.is_missing and each not in resting]

    @property
    def there(self) -> list[QualityLine]:
        """What is there."""
        return [each for each in self.lines if each.state is LineState.THERE]


def settled(lines: Iterable[QualityLine], waivers: Sequence[QualityWaiver]) -> Quality:
    """Tell apart what is missing and what was said not to apply."""
    every = tuple(lines)
    waived = [
        (line, holding[-1])
        for line in every
        if line.is_missing
        and (holding := [each for each in waivers if each.holds(line)])
    ]
    return Quality(lines=every, waived=tuple(waived))
