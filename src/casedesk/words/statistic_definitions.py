"""How the figures of the statistics are counted, in words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Translate = Callable[[str], str]


class Part(StrEnum):
    """A part of the statistics, in their order."""

    CASELOAD = "caseload"
    COURSE = "course"
    COMPLEXITY = "complexity"
    TIMES = "times"
    HOURS = "hours"
    GOALS = "goals"
    SCORES = "scores"
    REASONS = "reasons"
    AREAS = "areas"
    PAYERS = "payers"
    YEARS = "years"


def definitions(part: Part, words: Translate) -> tuple[str, ...]:
    """Return how the figures of a part are counted, a sentence or two for each."""
    return {**_of_cases(words), **_of_work(words)}[part]


def _of_cases(words: Translate) -> dict[Part, tuple[str, ...]]:
    _ = words
    groups = _(
        "At work is every case that was open on at least one day of the period. Hours "
        "are those noted in the period, the way included."
    )
    return {
        Part.CASELOAD: (
            _(
                "A case is open from the day on which it was opened until the day "
                "before it was closed. Cases in the bin are not counted."
            ),
            _(
                "At work is every case that was open on at least one day of the "
                "period: those open before it, and the new ones."
            ),
            _(
                "The weighted caseload adds up the complexity, 1 to 5, that is noted "
                "in each open case today; without a note it is 1."
            ),
            _(
                "For comparison, from secondary texts and for other settings: the "
                "reasoning of the German SGB II names 75 cases for one full post. For "
                "rehabilitation and participation there is no serious fixed number."
            ),
        ),
        Part.COURSE: (
            _(
                "New and closed cases by the month of their opening and closing; open "
                "on its last day, in the month that is running as of today. Periods "
                "of more than 24 months are shown by years."
            ),
        ),
        Part.COMPLEXITY: (
            _("Cases open at the end of the period, by the complexity noted today."),
        ),
        Part.REASONS: (
            _(
                "Cases closed in the period, by the reason that was noted at the "
                "closing."
            ),
        ),
        Part.AREAS: (groups,),
        Part.PAYERS: (
            groups,
            _(
                "Each case counts once: with the party that was first entered as its "
                "payer. Persons who pay are taken together."
            ),
        ),
        Part.YEARS: (
            _(
                "Calendar years within the period; the first and the last only as far "
                "as the period reaches. To compare years, choose all years."
            ),
        ),
    }


def _of_work(words: Translate) -> dict[Part, tuple[str, ...]]:
    _ = words
    return {
        Part.TIMES: (
            _(
                "Waiting times of the cases opened in the period. Inquiry: the day on "
                "which it was received, as noted in the intake. First contact: the "
                "first entry of the record with the client, in which the client was "
                "reached; notes and attempts do not count."
            ),
            _(
                "Beginning of the mandate: its first day, of several the earliest. "
                "Assessment: the day on which one was first confirmed. Plan: the day "
                "on which a version was first agreed."
            ),
            _("Duration: from opening to closing, of the cases closed in the period."),
            _(
                "Cases of which one of the two days is missing, or lies before the "
                "other, are left out; “Cases” says how many are counted. A quarter of "
                "them took no longer than the lower quartile, half no longer than the "
                "median, three quarters no longer than the upper quartile."
            ),
        ),
        Part.HOURS: (
            _(
                "Time noted in the record in the period, without rounding: as noted, "
                "or else from its two times. The way counts as travel, whatever the "
                "entry was. What counts as billable is said in each entry."
            ),
        ),
        Part.GOALS: (
            _(
                "Goals in confirmed evaluations held in the period; of each case the "
                "last one counts."
            ),
        ),
        Part.SCORES: (
            _(
                "T-score after Kiresuk and Sherman, weighted, for each of these "
                "evaluations; shown is their mean. 50 means that the goals were "
                "reached as expected. The change takes in only goals that also have a "
                "level at the beginning. Goals without a level are left out."
            ),
        ),
    }
