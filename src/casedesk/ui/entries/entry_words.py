"""An entry in words: its facts, what marks it, and what is said beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.entry import EntryKind, locks_at
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.addendum import Addendum
    from casedesk.domain.case import PartyId
    from casedesk.domain.entry import Entry
    from casedesk.domain.practice import Country
    from casedesk.services.journal import Told


def facts_of(entry: Entry, names: Mapping[PartyId, str]) -> str:
    """Say when an entry happened, what it was, with whom and how long."""
    parts = [_when(entry), wording.label(entry.kind)]
    parts += [names[party] for party in entry.parties if party in names]
    if entry.with_client:
        parts.append(_("with the client"))
    if entry.was_missed and entry.kind is not EntryKind.ATTEMPT:
        parts.append(_("not reached"))
    if entry.minutes:
        parts.append(_("{count} min").format(count=entry.minutes))
    return " · ".join(parts)


def details_of(entry: Entry, country: Country) -> str:
    """Say what else is noted of the effort, and on whose initiative it was."""
    parts = []
    if entry.initiative is not None:
        parts.append(_("initiated {by}").format(by=wording.label(entry.initiative)))
    if entry.travel_minutes:
        parts.append(_("travel {count} min").format(count=entry.travel_minutes))
    if entry.kilometres:
        parts.append(_("{count} km").format(count=entry.kilometres))
    if entry.expense_cents:
        parts.append(_expenses(entry, country))
    if entry.time_category is not None:
        parts.append(wording.label(entry.time_category))
    if not entry.is_billable:
        parts.append(_("not billed"))
    return " · ".join(parts)


def _expenses(entry: Entry, country: Country) -> str:
    amount = phrases.amount(entry.expense_cents, country)
    said = _("expenses {amount}").format(amount=amount)
    further = (
        entry.expense_note.strip(),
        _("with a receipt") if entry.has_receipt else "",
    )
    beside = ", ".join(filter(None, further))
    return f"{said} ({beside})" if beside else said


def late_words(entry: Entry) -> str:
    """Say that an entry was written down late, or nothing."""
    if not entry.days_late or entry.entered_at is None:
        return ""
    return _("entered later, on {moment}").format(
        moment=wording.moment(entry.entered_at)
    )


def lock_words(told: Told) -> str:
    """Say when an entry was written down, and until when it can be changed."""
    entered_at = told.entry.entered_at
    said = []
    if entered_at is not None:
        moment = wording.moment(entered_at)
        said.append(_("Entered on {moment}").format(moment=moment))
    if told.papers:
        numbers = ", ".join(paper.number for paper in told.papers)
        locked = _("Locked, because it was printed: {numbers}")
        said.append(locked.format(numbers=numbers))
    elif entered_at is not None:
        sentence = (
            _("Locked since {moment}")
            if told.is_locked
            else _("Can be changed until {moment}")
        )
        said.append(sentence.format(moment=wording.moment(locks_at(entered_at))))
    return " · ".join(said)


def addendum_words(addendum: Addendum) -> str:
    """Say when an addendum was written and why."""
    moment = wording.moment(addendum.written_at)
    if addendum.reason.strip():
        return _("Addendum of {moment}: {reason}").format(
            moment=moment, reason=addendum.reason.strip()
        )
    return _("Addendum of {moment}").format(moment=moment)


def _when(entry: Entry) -> str:
    begun = wording.day(entry.happened_on)
    if entry.from_time is not None:
        begun += f" {entry.from_time:%H:%M}"
    ended = wording.day(entry.until_on)
    if entry.until_time is not None:
        ended += f" {entry.until_time:%H:%M}"
    return f"{begun} – {ended.strip()}" if ended else begun
