"""What is to be said about a record that belongs to a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.client import NumberScheme
from casedesk.services.people import number_is_plausible
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.client import Address, ContactPoint, InsuranceNumber
    from casedesk.domain.network import Person
    from casedesk.domain.representation import Representation
    from casedesk.ui.record_list import Remark


def address_title(address: Address) -> str:
    """Write an address in one line."""
    town = " ".join(part for part in (address.postcode, address.town) if part)
    line = ", ".join(part for part in (address.street, town, address.country) if part)
    return line or wording.label(address.kind)


def contact_title(contact: ContactPoint) -> str:
    """Name a way of contact by its number or address."""
    return contact.value or wording.label(contact.kind)


def contact_note(contact: ContactPoint) -> Remark:
    """Warn where no message may be left."""
    words = _("Do not leave a message") if contact.leave_no_message else ""
    return words, Tone.DANGER


def number_title(number: InsuranceNumber) -> str:
    """Name a number by who gave it, else by its kind."""
    return number.insurer or wording.label(number.scheme)


def number_hint(number: InsuranceNumber) -> Remark:
    """Say whether the check digit fits, where there is one."""
    if not number.number or number.scheme is NumberScheme.POLICY:
        return "", Tone.NEUTRAL
    if number_is_plausible(number.scheme, number.number):
        return _("The check digit is right."), Tone.OK
    words = _(
        "The check digit does not fit this kind of number. Please compare it with the "
        "card; it is kept as typed."
    )
    return words, Tone.WARNING


def representation_title(representation: Representation, person: Person | None) -> str:
    """Name a representation by its kind and by who represents."""
    name = person.full_name if person else ""
    kind = wording.label(representation.kind)
    return " · ".join(part for part in (kind, name) if part)


def representation_note(representation: Representation, today: date) -> Remark:
    """Say whether a representation is valid today, as far as its dates say."""
    if representation.is_empty:
        return "", Tone.NEUTRAL
    if representation.is_valid_on(today):
        if representation.valid_until is None:
            return _("valid today"), Tone.OK
        until = wording.day(representation.valid_until)
        return _("valid today, until {day}").format(day=until), Tone.OK
    if representation.valid_from is not None and representation.valid_from > today:
        start = wording.day(representation.valid_from)
        return _("not valid yet, from {day}").format(day=start), Tone.WARNING
    end = wording.day(representation.valid_until)
    return _("not valid today, ended {day}").format(day=end), Tone.WARNING


def representation_hint(representation: Representation) -> Remark:
    """Remind of a document that nobody has seen."""
    if representation.is_empty or representation.seen_on is not None:
        return "", Tone.NEUTRAL
    words = _("The document that proves it has not been seen yet.")
    return words, Tone.WARNING
