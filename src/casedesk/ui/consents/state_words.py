"""What the state of a declaration means, in plain words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from casedesk.domain.consent import ORAL_DAYS, ConsentKind, ConsentState
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
_NEEDS_CARE = (
    ConsentState.ORAL,
    ConsentState.INCOMPLETE,
    ConsentState.DUE,
    ConsentState.EXPIRED,
)


def sentence(consent: Consent, state: ConsentState) -> str:
    """Say where a declaration stands, and what that means."""
    if state is ConsentState.ORAL:
        return _oral(consent)
    if state in (ConsentState.IN_FORCE, ConsentState.DUE):
        return _in_force(consent, state)
    said = {
        ConsentState.DRAFT: _("Not explained and not signed yet."),
        ConsentState.EXPLAINED: _("Explained on {explained}, not signed yet."),
        ConsentState.PRINTED: _(
            "Explained on {explained} and printed, not signed yet. Printed is not "
            "signed."
        ),
        ConsentState.INCOMPLETE: _(
            "Signed on {signed}, but not by everybody who has to: {missing}."
        ),
        ConsentState.NOT_YET: _("Signed on {signed}, in force from {begins} on."),
        ConsentState.SUPERSEDED: _("Replaced by a newer declaration."),
        ConsentState.EXPIRED: _("Ended on {ended}."),
        ConsentState.WITHDRAWN: _("Withdrawn on {withdrawn}."),
    }[state].format(
        explained=wording.day(consent.explained_on),
        signed=wording.day(consent.signed_on),
        missing=", ".join(wording.label(role) for role in consent.missing_signers()),
        begins=wording.day(consent.valid_from),
        ended=wording.day(_end(consent)),
        withdrawn=wording.day(consent.withdrawn_on),
    )
    return f"{said} {_without(consent.kind)}"


def item(
    consent: Consent, state: ConsentState, recipients: Sequence[str]
) -> AvatarItem:
    """Return a declaration as an entry of the list, told apart by its recipients."""
    needs_care = state in _NEEDS_CARE
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
    until = wording.day(_end(consent))
    if state in (ConsentState.IN_FORCE, ConsentState.DUE) and until:
        return _("in force until {day}").format(day=until)
    if state is ConsentState.ORAL:
        return _("by word of mouth, until {day}").format(day=until)
    if state is ConsentState.EXPIRED:
        return _("ended on {day}").format(day=until)
    if state is ConsentState.WITHDRAWN:
        return _("withdrawn on {day}").format(day=wording.day(consent.withdrawn_on))
    return wording.label(state)


def _oral(consent: Consent) -> str:
    return _(
        "Declared by word of mouth on {said}. It counts until {ends} only: it must be "
        "signed by then."
    ).format(said=wording.day(consent.oral_on), ends=wording.day(_end(consent)))


def _in_force(consent: Consent, state: ConsentState) -> str:
    if consent.valid_until is None:
        return _("In force, without an end.")
    day = wording.day(consent.valid_until)
    if state is ConsentState.DUE:
        return _("In force until {day} only. Renew it in time.").format(day=day)
    return _("In force until {day}.").format(day=day)


def _end(consent: Consent) -> date | None:
    """Return the last day on which a declaration counts, as far as that is set."""
    if consent.signed_on is None and consent.oral_on is not None:
        return consent.oral_on + timedelta(days=ORAL_DAYS)
    return consent.valid_until


def _without(kind: ConsentKind) -> str:
    """Say what a declaration that is not in force does not allow."""
    if kind is ConsentKind.AGREEMENT:
        return _("Nothing is agreed under it.")
    if kind is ConsentKind.POWER_OF_ATTORNEY:
        return _("Do not act for the client under it.")
    return _("Nothing may be obtained or passed on under it.")
