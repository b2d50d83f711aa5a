"""Providers in words: a line to choose from, and everything they offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.avatar_list import AvatarItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.provider import Provider, ProviderLine
    from casedesk.ui.network.service_names import ServiceNames


def item_of(line: ProviderLine, names: ServiceNames) -> AvatarItem:
    """Describe somebody as an entry of the list."""
    provider = line.provider
    offers = names.listed(provider.services) if provider else ""
    facts = [line.town]
    if provider is not None:
        facts += [_waiting(provider), _verified(provider)]
    return AvatarItem(
        key=str(line.organisation_id or line.person_id),
        initials="".join(word[0] for word in line.name.split()[:2]).upper() or "?",
        title=line.name or _("(no name yet)"),
        middle=offers or _("what they offer is not noted yet"),
        subtitle=" · ".join(filter(None, facts)),
    )


def whole_words(line: ProviderLine, names: ServiceNames) -> str:
    """Say everything that is known about what somebody offers."""
    head = " · ".join(filter(None, (line.name, line.town, line.phone)))
    if line.provider is None:
        return f"{head}\n\n" + _(
            "What they offer is not noted yet. Note it in the network."
        )
    said = (f"{label}\n{words}" for label, words in _facts(line.provider, names))
    return "\n\n".join((head, *said))


def _facts(provider: Provider, names: ServiceNames) -> Iterator[tuple[str, str]]:
    values = {
        "services": names.listed(provider.services),
        "regions": ", ".join(provider.regions),
        "languages": ", ".join(provider.languages),
        "accessibility": ", ".join(map(wording.label, provider.accessibility)),
        "conditions": provider.conditions,
        "waiting_weeks": " · ".join(
            filter(None, (_waiting(provider), provider.waiting_note))
        ),
        "verified_on": wording.day(provider.verified_on),
        "experience": provider.experience,
    }
    for name, words in values.items():
        if words:
            yield field_label("provider", name), words


def _waiting(provider: Provider) -> str:
    if provider.waiting_weeks is None:
        return ""
    if provider.waiting_weeks == 0:
        words = _("no waiting time")
    else:
        words = _("waits {weeks} weeks").format(weeks=provider.waiting_weeks)
    told = wording.day(provider.waiting_told_on)
    return _("{what} (told on {day})").format(what=words, day=told) if told else words


def _verified(provider: Provider) -> str:
    day = wording.day(provider.verified_on)
    return _("verified on {day}").format(day=day) if day else _("never verified")
