"""Why a declaration should be asked for again, in full sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.renewal import Trigger
from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.renewal import Reason


def sentence(reason: Reason, kind: str, who: str, today: date) -> str:
    """Say why; `kind` names the declaration, `who` the party it is about."""
    if reason.on is not None and reason.on < today and reason.trigger in _ENDING:
        words = _past()[reason.trigger]
    elif reason.on is None and reason.trigger is Trigger.REPRESENTATION_ENDS:
        words = _("{kind}: who represented the client at the signature does no more.")
    else:
        words = _sentences()[reason.trigger]
    return words.format(kind=kind, who=who, day=wording.day(reason.on))


_ENDING = (
    Trigger.ENDS,
    Trigger.ROW_ENDS,
    Trigger.REPRESENTATION_ENDS,
    Trigger.COMES_OF_AGE,
)


def _past() -> dict[Trigger, str]:
    return {
        Trigger.ENDS: _("{kind}: it ended on {day}."),
        Trigger.ROW_ENDS: _("{kind}: the row for {who} ended on {day}."),
        Trigger.REPRESENTATION_ENDS: _(
            "{kind}: the representation under which it was signed ended on {day}."
        ),
        Trigger.COMES_OF_AGE: _(
            "{kind}: the client came of age on {day} and decides alone since then."
        ),
    }


def _sentences() -> dict[Trigger, str]:
    return {
        Trigger.NEW_RECIPIENT: _(
            "{who} takes part in the case, and no declaration names them."
        ),
        Trigger.NEW_PURPOSE: _(
            "{kind}: the purpose of the case is another one than at the signature."
        ),
        Trigger.PAYER_CHANGED: _("{kind}: somebody else pays than at the signature."),
        Trigger.EMPLOYER_CHANGED: _(
            "{kind}: the employer is another one than at the signature."
        ),
        Trigger.REPRESENTATIVE_CHANGED: _(
            "{kind}: somebody represents the client who did not at the signature."
        ),
        Trigger.REPRESENTATION_ENDS: _(
            "{kind}: the representation under which it was signed ends on {day}."
        ),
        Trigger.COMES_OF_AGE: _(
            "{kind}: the client comes of age on {day} and then decides alone."
        ),
        Trigger.TEMPLATE_SUPERSEDED: _(
            "{kind}: the text of the form was renewed since."
        ),
        Trigger.ENDS: _("{kind}: it ends on {day}."),
        Trigger.ROW_ENDS: _("{kind}: the row for {who} ends on {day}."),
        Trigger.SILENCE: _(
            "{kind}: nothing has happened in this case since {day}. Ask whether it "
            "still stands."
        ),
        Trigger.MANDATE_CHANGED: _(
            "{kind}: the mandate is another one than at the signature."
        ),
        Trigger.ORAL_ONLY: _(
            "{kind}: it was only declared by word of mouth, on {day}. Have it signed."
        ),
        Trigger.SIGNATURE_MISSING: _(
            "{kind}: it was signed on {day}, but not by everybody who has to."
        ),
    }


def act(trigger: Trigger) -> str:
    """Say what is done about it."""
    if trigger in (Trigger.ORAL_ONLY, Trigger.SIGNATURE_MISSING):
        return _("Show")
    if trigger is Trigger.NEW_RECIPIENT:
        return _("Prepare a release")
    return _("Prepare the renewal")
