"""The words for the choices of the coverage check and of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.care_slot import Weeks
from casedesk.domain.coverage import CoverState
from casedesk.domain.finding import FindingKind
from casedesk.domain.help import Giver, Stage
from casedesk.domain.rhythm import DayPart, Weekday

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


COVERAGE_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Giver: {
        Giver.CLIENT: _("Client"),
        Giver.NETWORK: _("Close network"),
        Giver.VOLUNTEER: _("Volunteers"),
        Giver.PROVIDER: _("Providers"),
        Giver.CASE_MANAGER: _("Case management"),
        Giver.MONEY: _("Money"),
    },
    Stage: {
        Stage.PLANNED: _("planned"),
        Stage.ASKED: _("asked for"),
        Stage.RUNNING: _("running"),
        Stage.DONE: _("done"),
        Stage.REFUSED: _("refused"),
        Stage.DROPPED: _("dropped"),
    },
    CoverState: {
        CoverState.COVERED: _("covered"),
        CoverState.COMING: _("not begun yet"),
        CoverState.OPEN: _("nobody"),
        CoverState.REACHED: _("goal reached"),
        CoverState.RESTING: _("goal on hold"),
        CoverState.NO_GOAL: _("no goal on purpose"),
        CoverState.NO_NEED: _("no need"),
    },
    FindingKind: {
        FindingKind.NEED_OPEN: _("Need without help"),
        FindingKind.ONLY_OLDER_HELP: _("Need not in the plan"),
        FindingKind.GOAL_WITHOUT_MEASURE: _("Goal without a measure"),
        FindingKind.REFUSED: _("Refused, and nothing instead"),
        FindingKind.ENDED: _("Ended, and nothing follows"),
        FindingKind.NOTHING_UNTIL: _("Nobody until it begins"),
        FindingKind.WAITING: _("Waiting"),
        FindingKind.NOT_BEGUN: _("Not begun"),
        FindingKind.GRANT_ENDS: _("Runs out"),
        FindingKind.GRANT_USED: _("Mostly used"),
        FindingKind.ENDS_BEFORE_TARGET: _("Ends before the goal"),
        FindingKind.HANGS_ON_ONE: _("Hangs on one person"),
        FindingKind.REVIEW_OVERDUE: _("Review overdue"),
        FindingKind.TWO_PROVIDERS: _("Two providers"),
        FindingKind.TWO_PAYERS: _("Two payers"),
        FindingKind.TWO_RESPONSIBLE: _("Two responsible"),
        FindingKind.TWO_BENEFITS: _("Had twice"),
    },
    Weekday: {
        Weekday.MONDAY: _("Monday"),
        Weekday.TUESDAY: _("Tuesday"),
        Weekday.WEDNESDAY: _("Wednesday"),
        Weekday.THURSDAY: _("Thursday"),
        Weekday.FRIDAY: _("Friday"),
        Weekday.SATURDAY: _("Saturday"),
        Weekday.SUNDAY: _("Sunday"),
    },
    DayPart: {
        DayPart.MORNING: _("in the morning"),
        DayPart.FORENOON: _("in the forenoon"),
        DayPart.NOON: _("at noon"),
        DayPart.AFTERNOON: _("in the afternoon"),
        DayPart.EVENING: _("in the evening"),
        DayPart.NIGHT: _("at night"),
    },
    Weeks: {
        Weeks.EVERY: _("every week"),
        Weeks.ODD: _("in odd weeks"),
        Weeks.EVEN: _("in even weeks"),
    },
}
