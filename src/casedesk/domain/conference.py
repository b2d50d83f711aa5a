"""Case conferences: who meets when about what, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.data_category import DataCategory
from casedesk.domain.practice import Country
from casedesk.domain.problems import RuleBroken
from casedesk.domain.task import TaskOwner

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.goal import GoalId
    from casedesk.domain.measure import MeasureId
    from casedesk.domain.task import TaskId

ConferenceId = NewType("ConferenceId", str)
ParticipantId = NewType("ParticipantId", str)
AgendaItemId = NewType("AgendaItemId", str)
ResolutionId = NewType("ResolutionId", str)


class ConferenceKind(StrEnum):
    """What the meeting is called; each country has names of its own."""

    HELPERS = "helpers"
    CASE = "case"
    ROUND_TABLE = "round_table"
    STANDING = "standing"
    IIZ = "iiz"
    SUPPORT_PLAN = "support_plan"
    PARTICIPATION_PLAN = "participation_plan"
    OVERALL_PLAN = "overall_plan"
    REINTEGRATION = "reintegration"
    OTHER = "other"


KINDS_OF: dict[Country, tuple[ConferenceKind, ...]] = {
    Country.CH: (
        ConferenceKind.ROUND_TABLE,
        ConferenceKind.STANDING,
        ConferenceKind.IIZ,
        ConferenceKind.CASE,
        ConferenceKind.HELPERS,
        ConferenceKind.OTHER,
    ),
    Country.DE: (
        ConferenceKind.HELPERS,
        ConferenceKind.CASE,
        ConferenceKind.SUPPORT_PLAN,
        ConferenceKind.PARTICIPATION_PLAN,
        ConferenceKind.OVERALL_PLAN,
        ConferenceKind.REINTEGRATION,
        ConferenceKind.ROUND_TABLE,
        ConferenceKind.OTHER,
    ),
    Country.AT: (
        ConferenceKind.HELPERS,
        ConferenceKind.CASE,
        ConferenceKind.ROUND_TABLE,
        ConferenceKind.OTHER,
    ),
}


class ConferenceMode(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    MIXED = "mixed"


class ConferenceState(StrEnum):
    """Where a conference stands; it follows from its days."""

    PLANNED = "planned"
    INVITED = "invited"
    HELD = "held"
    MINUTES_ISSUED = "minutes_issued"
    CANCELLED = "cancelled"


class ParticipantRole(StrEnum):
    """Why somebody is at the table."""

    CLIENT = "client"
    REPRESENTATIVE = "representative"
    TRUSTED = "trusted"
    PARTY = "party"
    CASE_MANAGER = "case_manager"


class Attendance(StrEnum):
    """Whether somebody came."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class ResolutionKind(StrEnum):
    """What came of an item of the agenda."""

    DECISION = "decision"
    TASK = "task"
    INFORMATION = "information"


class UsualItem(StrEnum):
    """An item that the agenda of every case conference is proposed to have."""

    WELCOME = "welcome"
    CONCERN = "concern"
    REPORTS = "reports"
    RESOURCES = "resources"
    GOALS = "goals"
    MEASURES = "measures"
    OPEN_POINTS = "open_points"
    NEXT_MEETING = "next_meeting"


class CancelledWithoutReason(RuleBroken):
    """A conference is cancelled without saying why."""


class HeldAndCancelled(RuleBroken):
    """What took place cannot be cancelled."""


class MinutesBeforeHeld(RuleBroken):
    """There are minutes of what has not taken place."""


class MinutesStay(RuleBroken):
    """Issued minutes stay as they are; a correction is a new version."""


class MinutesNotIssued(RuleBroken):
    """The minutes are still being written; there is nothing to correct."""


class ClientHasNotAgreed(RuleBroken):
    """This kind of conference takes place with the client's consent only."""


class MadeAlready(RuleBroken):
    """The measure or task of a resolution has been made already."""


class OnlyDecisionsBecomeMeasures(RuleBroken):
    """An information is neither done nor agreed."""


USUALLY_TOLD: tuple[CategoryId, ...] = (
    DataCategory.IDENTITY,
    DataCategory.HEALTH,
    DataCategory.CARE_NEEDS,
    DataCategory.HOUSING_FAMILY,
)
NAMES_TOLD: tuple[CategoryId, ...] = (DataCategory.HEALTH, DataCategory.HOUSING_FAMILY)
"""What the list of those who come tells: by whom somebody is treated and helped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """One meeting with its preparation and its minutes.

    A correction of the minutes is a new version that names the one it corrects.
    """

    id: ConferenceId
    case_id: CaseId
    kind: ConferenceKind = ConferenceKind.CASE
    title: str = ""
    takes_place_on: date | None = None
    starts_at: str = ""
    minutes: int | None = None
    mode: ConferenceMode = ConferenceMode.IN_PERSON
    place: str = ""
    chair: str = ""
    minute_taker: str = ""
    aims: str = ""
    categories: tuple[CategoryId, ...] = USUALLY_TOLD
    """The kinds of information that will be talked about."""
    client_agreed_on: date | None = None
    client_informed_on: date | None = None
    invited_on: date | None = None
    prepared_on: date | None = None
    wishes: str = ""
    taboo: str = ""
    brings: str = ""
    held_on: date | None = None
    dissent: str = ""
    client_feedback: str = ""
    next_on: date | None = None
    minutes_issued_on: date | None = None
    approved_by: str = ""
    approved_on: date | None = None
    cancelled_on: date | None = None
    cancel_reason: str = ""
    version: int = 1
    corrects_id: ConferenceId | None = None

    @property
    def state(self) -> ConferenceState:
        """Return where the conference stands."""
        if self.cancelled_on is not None:
            return ConferenceState.CANCELLED
        if self.minutes_issued_on is not None:
            return ConferenceState.MINUTES_ISSUED
        if self.held_on is not None:
            return ConferenceState.HELD
        if self.invited_on is not None:
            return ConferenceState.INVITED
        return ConferenceState.PLANNED

    @property
    def is_frozen(self) -> bool:
        """Whether the minutes were issued and stay as they are."""
        return self.minutes_issued_on is not None

    @property
    def needs_agreement(self) -> bool:
        """Whether it may take place with the client's consent only, by law."""
        return self.kind is ConferenceKind.PARTICIPATION_PLAN

    @property
    def is_known_to_client(self) -> bool:
        """Whether it is noted that the client was told of it, or agreed to it."""
        return (self.client_informed_on or self.client_agreed_on) is not None

    @property
    def tells_names(self) -> bool:
        """Whether its papers may say who else comes."""
        return set(NAMES_TOLD) <= set(self.categories)

    @property
    def begins_at(self) -> str:
        """The planned time, unless it took place on another day than planned."""
        planned, held = self.takes_place_on, self.held_on
        is_moved = None not in (planned, held) and planned != held
        return "" if is_moved else self.starts_at

    def asked_on(self, day: date) -> date:
        """Return the day on which people have to be allowed to be there or told."""
        if self.held_on is not None or self.takes_place_on is None:
            return day
        return max(day, self.takes_place_on)

    def waits_on(self, day: date) -> bool:
        """Whether it should have taken place, and nobody said whether it did."""
        planned = self.takes_place_on
        is_open = self.held_on is None and self.cancelled_on is None
        return is_open and planned is not None and planned < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who is to come; a name in words only where there is no party."""

    id: ParticipantId
    conference_id: ConferenceId
    case_id: CaseId
    position: int = 0
    role: ParticipantRole = ParticipantRole.PARTY
    party_id: PartyId | None = None
    name: str = ""
    invited_on: date | None = None
    attendance: Attendance | None = None
    gets_minutes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A point of the agenda, and in short what was said about it."""

    id: AgendaItemId
    conference_id: ConferenceId
    case_id: CaseId
    position: int = 0
    title: str = ""
    minutes: int | None = None
    discussion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What came of an item: a decision, a task or an information."""

    id: ResolutionId
    item_id: AgendaItemId
    conference_id: ConferenceId
    case_id: CaseId
    position: int = 0
    kind: ResolutionKind = ResolutionKind.DECISION
    words: str = ""
    responsible: TaskOwner = TaskOwner.USER
    party_id: PartyId | None = None
    responsible_words: str = ""
    due_on: date | None = None
    goal_id: GoalId | None = None
    measure_id: MeasureId | None = None
    task_id: TaskId | None = None

    @property
    def is_carried_on(self) -> bool:
        """Whether a measure or a task was made of it."""
        return self.measure_id is not None or self.task_id is not None

    @property
    def is_to_be_carried_on(self) -> bool:
        """Whether somebody has to do something that is nowhere yet."""
        asks = self.kind is not ResolutionKind.INFORMATION and bool(self.words.strip())
        return asks and not self.is_carried_on


# What is said about the minutes after they were issued.
STAYS_OPEN = frozenset({"approved_by", "approved_on"})
CARRIES_ON = frozenset({"goal_id", "measure_id", "task_id"})


def check_conference(conference: Conference) -> None:
    """Raise the `RuleBroken` that says what contradicts itself."""
    if conference.cancelled_on is not None:
        if conference.held_on is not None:
            raise HeldAndCancelled
        if not conference.cancel_reason.strip():
            raise CancelledWithoutReason
    if conference.minutes_issued_on is not None and conference.held_on is None:
        raise MinutesBeforeHeld


def check_resolution(resolution: Resolution) -> None:
    """Raise `OnlyDecisionsBecomeMeasures` if an information was made something of."""
    is_information = resolution.kind is ResolutionKind.INFORMATION
    if is_information and resolution.is_carried_on:
        raise OnlyDecisionsBecomeMeasures


def newest_versions(conferences: Iterable[Conference]) -> list[Conference]:
    """Return conferences without those that a later version corrects."""
    known = list(conferences)
    corrected = {each.corrects_id for each in known}
    return [each for each in known if each.id not in corrected]


def in_time(conferences: Iterable[Conference]) -> list[Conference]:
    """Return conferences, those to come last planned first, without a day foremost."""
    return sorted(
        conferences,
        key=lambda each: (
            each.takes_place_on is None,
            str(each.held_on or each.takes_place_on or ""),
            each.id,
        ),
        reverse=True,
    )


def time_of_day(typed: str) -> str:
    """Return a time as "14:30" from "14.30", "1430", "14h" or "14"; "" stays empty.

    Raises `ValueError` if it is no time of day.
    """
    text = typed.strip().lower().removesuffix("uhr").strip().removesuffix("h").strip()
    if not text:
        return ""
    parts = text.replace(".", ":").replace("h", ":").split(":")
    if len(parts) == 1 and len(text) in (3, 4):
        parts = [text[:-2], text[-2:]]
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if len(parts) > 2 or not (0 <= hour < 24 and 0 <= minute < 60):
        raise ValueError(typed)
    return f"{hour:02}:{minute:02}"
