"""The values of fields in words, whatever their kind."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.dates import PartialDate
from casedesk.domain.phase import Phase
from casedesk.domain.practice import Standard
from casedesk.ui import wording
from casedesk.ui.assessment.assessment_words import version_title
from casedesk.ui.language import gettext as _
from casedesk.ui.network.somebody import name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.services.session import Session


# Fields that hold several ids, and the field that holds one of that kind.
ONE_OF = {"others": "party_id", "life_domains": "life_domain"}


def value_words(field: str, value: object) -> str:
    """Write a value as its form shows it; an empty one stays empty."""
    if isinstance(value, tuple):
        return ", ".join(value_words(field, each) for each in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return _number_words(field, value)
    for kind, words in _KINDS:
        if isinstance(value, kind):
            return words(value)
    return "" if value is None else str(value)


def name_behind(session: Session) -> Callable[[str, str], str]:
    """Return what names the record that an id in a field stands for."""

    def name(field: str, record_id: str) -> str:
        if field == "life_domain":
            own = session.own_domains.find(record_id)
            return "" if own is None else own.name
        if field in ("earlier_id", "assessment_id"):
            assessment = session.assessments.find(record_id)
            return "" if assessment is None else version_title(assessment)
        if field == "person_id":
            return name_of(session.persons.find(record_id))
        if field == "organisation_id":
            return name_of(session.organisations.find(record_id))
        party = session.parties.find(record_id) if field == "party_id" else None
        if party is None:
            return ""
        person = session.persons.find(party.person_id or "")
        return name_of(
            person or session.organisations.find(party.organisation_id or "")
        )

    return name


def _number_words(field: str, value: int) -> str:
    if field == "approved_minutes":
        return wording.hours(value)
    if field.endswith("minutes"):
        return _("{minutes} min").format(minutes=value)
    if field.endswith("_cents"):
        return f"{value / 100:.2f}"
    return str(value)


def _phase_words(value: Phase) -> str:
    return wording.phase(value, Standard.SIX_STEPS)


# The first kind that fits counts: a datetime is a date, a phase is a choice.
_KINDS: tuple[tuple[type, Callable[..., str]], ...] = (
    (Phase, _phase_words),
    (StrEnum, wording.label),
    (datetime, wording.moment),
    (date, wording.day),
    (time, lambda value: f"{value:%H:%M}"),
    (PartialDate, wording.partial_day),
)
