"""The words of the window: choices, days and problems in the user's language."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from casedesk.ui.assessment.figure_problems import figure_problems
from casedesk.ui.consents.problem_words import consent_problems
from casedesk.ui.language import gettext as _
from casedesk.ui.problem_words.accounts import account_problems
from casedesk.ui.problem_words.assessment import assessment_problems
from casedesk.ui.problem_words.backups import backup_problems
from casedesk.ui.problem_words.case import case_problems
from casedesk.ui.problem_words.conferences import conference_problems
from casedesk.ui.problem_words.coverage import coverage_problems
from casedesk.ui.problem_words.entries import entry_problems
from casedesk.ui.problem_words.monitoring import monitoring_problems
from casedesk.ui.problem_words.papers import paper_problems
from casedesk.ui.problem_words.plan import plan_problems
from casedesk.ui.problem_words.records import record_problems
from casedesk.ui.problem_words.reports import report_problems
from casedesk.ui.problem_words.tasks import task_problems
from casedesk.ui.problem_words.vault import vault_problems
from casedesk.words import phrases

if TYPE_CHECKING:
    from datetime import date, datetime
    from enum import StrEnum

    from casedesk.domain.dates import PartialDate
    from casedesk.domain.phase import Phase
    from casedesk.domain.practice import Standard
    from casedesk.domain.problems import Problem


def label(value: StrEnum) -> str:
    """Name a stored choice."""
    return phrases.label(value, _)


def phase(value: Phase, standard: Standard) -> str:
    """Name a phase as the chosen standard calls it."""
    return phrases.phase(value, standard, _)


def day(value: date | None) -> str:
    """Write a day, or nothing."""
    return phrases.day(value, _)


def partial_day(value: PartialDate | None) -> str:
    """Write as much of a day as is known."""
    return phrases.partial_day(value, _)


def moment(value: datetime) -> str:
    """Write a day and the time of day."""
    return phrases.moment(value, _)


def hours(minutes: int | None) -> str:
    """Write minutes as hours."""
    return phrases.hours(minutes, _)


def hours_of(spent: int, approved: int) -> str:
    """Write how many of the approved minutes are spent, as hours."""
    return phrases.hours_of(spent, approved, _)


def keys(names: str) -> str:
    """Write keys such as "Ctrl+K" as they are printed on the user's keyboard."""
    if sys.platform == "darwin":
        native = QKeySequence.SequenceFormat.NativeText
        return QKeySequence(names).toString(native)
    printed = {"Ctrl": _("Ctrl"), "Shift": _("Shift")}
    return "+".join(printed.get(name, name) for name in names.split("+"))


def choices(kind: type[StrEnum]) -> list[tuple[object, str]]:
    """Return every value of a choice with its words, for a box to choose from."""
    return [(value, label(value)) for value in kind]


def problem(value: Problem) -> str:
    """Say what went wrong and what the user can do."""
    return {
        **record_problems(value),
        **vault_problems(value),
        **backup_problems(value),
        **paper_problems(),
        **case_problems(),
        **entry_problems(),
        **plan_problems(),
        **assessment_problems(),
        **figure_problems(),
        **task_problems(),
        **account_problems(),
        **conference_problems(),
        **monitoring_problems(),
        **coverage_problems(),
        **report_problems(),
        **consent_problems(),
    }[type(value)]
