"""What the state of a declaration means, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import ConsentKind, ConsentState
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.avatar_list import AvatarItem
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from casedesk.domain.consent import Consent

TONES = {
    ConsentState.DRAFT: Tone.NEUTRAL,
    ConsentState.EXPLAINED: Tone.ACCENT,
    ConsentState.PRINTED: Tone.ACCENT,
    ConsentState.ORAL: Tone.WARNING,
    ConsentState.INCOMPLETE: Tone.WARNING,
    ConsentState.NOT_YET: Tone.ACCENT,
    ConsentState.IN_FORCE: Tone.OK,
    ConsentState.DUE: Tone.WARNING,
    ConsentState.EXPIRED: Tone.DANGER,
    ConsentState.WITHDRAWN: Tone.DANGER,
    ConsentState.SUPERSEDED: Tone.NEUTRAL,
}
_SIGNS = {
    ConsentState.DRAFT: "…",
    ConsentState.EXPLAINED: "…",
    ConsentState.PRINTED: "…",
    ConsentState.ORAL: "!",
    ConsentState.INCOMPLETE: "!",
    ConsentState.NOT_YET: "…",
    ConsentState.IN_FORCE: "✓",
    ConsentState.DUE: "✓",
    ConsentState.EXPIRED: "×",
    ConsentState.WITHDRAWN: "×",
    ConsentState.SUPERSEDED: "–",
}


def sentence(consent: Consent, today: date) -> str:
    """Say where a declaration stands, and what that means."""
    state = consent.state_on(today)
    if state in (ConsentState.IN_FORCE, ConsentState.DUE):
        return _in_force(consent, today)
    said = {
        ConsentState.DRAFT: _("Not explained and not signed yet."),
        ConsentState.EXPLAINED: _("Explained on {explained}, not signed yet."),
        ConsentState.PRINTED: _(
            "Explained on {explained} and printed, not signed yet."
        ),
        ConsentState.ORAL: _("Declared by word of mouth only. Have it signed soon."),
        ConsentState.INCOMPLETE: _("Signed, but somebody who has to sign has not."),
        ConsentState.NOT_YET: _("Signed, in force from {begins} on."),
        ConsentState.SUPERSEDED: _("Replaced by a newer declaration."),
        ConsentState.EXPIRED: _("Ended on {ended}."),
        ConsentState.WITHDRAWN: _("Withdrawn on {withdrawn}."),
    }[state].format(
        explained=wording.day(consent.explained_on),
        begins=wording.day(consent.valid_from),
        ended=wording.day(consent.valid_until),
        withdrawn=wording.day(consent.withdrawn_on),
    )
    return f"{said} {_without(consent.kind)}"


def item(consent: Consent, recipients: Sequence[str], today: date) -> AvatarItem:
    """Return a declaration as an entry of the list, told apart by its recipients."""
    state = consent.state_on(today)
    needs_care = state in (ConsentState.DUE, ConsentState.EXPIRED)
    return AvatarItem(
        key=consent.id,
        initials=_SIGNS[state],
        title=wording.label(consent.kind),
        subtitle=_short(consent, state),
        middle=", ".join(recipients),
        badge="!" if needs_care else "",
        badge_words=wording.label(state) if needs_care else "",
    )


def _short(consent: Consent, state: ConsentState) -> str:
    until = wording.day(consent.valid_until)
    if state in (ConsentState.IN_FORCE, ConsentState.DUE) and until:
        return _("in force until {day}").format(day=until)
    if state is ConsentState.EXPIRED:
        return _("ended on {day}").format(day=until)
    if state is ConsentState.WITHDRAWN:
        return _("withdrawn on {day}").format(day=wording.day(consent.withdrawn_on))
    return wording.label(state)


def _in_force(consent: Consent, today: date) -> str:
    if consent.valid_until is None:
        return _("In force, without an end.")
    day = wording.day(consent.valid_until)
    if consent.state_on(today) is ConsentState.DUE:
        return _("In force until {day} only. Renew it in time.").format(day=day)
    return _("In force until {day}.").format(day=day)


def _without(kind: ConsentKind) -> str:
    """Say what a declaration that is not in force does not allow."""
    if kind is ConsentKind.AGREEMENT:
        return _("Nothing is agreed under it.")
    if kind is ConsentKind.POWER_OF_ATTORNEY:
        return _("Do not act for the client under it.")
    return _("Nothing may be obtained or passed on under it.")
