"""How somebody of the network is named and reached, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.network import Organisation, Person
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.avatar_list import AvatarItem

if TYPE_CHECKING:
    from collections.abc import Mapping

Somebody = Person | Organisation


def name_of(somebody: Somebody | None) -> str:
    """Name somebody as on a letter; never without words."""
    if somebody is None:
        return ""
    if isinstance(somebody, Person):
        return somebody.full_name or _("Person without a name")
    return somebody.name or _("Organisation without a name")


def numbers_of(*people: Somebody | None) -> list[str]:
    """Return the telephone numbers of people, the mobile ones first."""
    numbers: list[str] = []
    for somebody in people:
        if somebody is not None:
            numbers += [getattr(somebody, "mobile", ""), somebody.phone]
    return list(dict.fromkeys(number for number in numbers if number))


def mails_of(*people: Somebody | None) -> list[str]:
    """Return the mail addresses of people."""
    mails = [somebody.email for somebody in people if somebody is not None]
    return list(dict.fromkeys(mail for mail in mails if mail))


def item_of(
    somebody: Somebody, organisations: Mapping[str, Organisation]
) -> AvatarItem:
    """Describe somebody as an entry of a list, family name first."""
    if isinstance(somebody, Organisation):
        words = [somebody.department, somebody.town]
        initials = "".join(word[0] for word in somebody.name.split()[:2])
        title = name_of(somebody)
    else:
        employer = organisations.get(somebody.organisation_id or "")
        words = [somebody.function, employer.name if employer else "", somebody.town]
        initials = somebody.given_name[:1] + somebody.family_name[:1]
        names = (somebody.family_name, somebody.given_name)
        title = ", ".join(part for part in names if part) or name_of(somebody)
    return AvatarItem(
        key=somebody.id,
        initials=initials.upper() or "?",
        title=title,
        subtitle=" · ".join(word for word in words if word),
    )
