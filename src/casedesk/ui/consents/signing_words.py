"""Who signs and why, in sentences; and what a drawn signature is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.practice import Country
from casedesk.domain.signing import OWN_DECISION_AGE, Ground
from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.consent import Point
    from casedesk.domain.signing import Proposal


def why(proposal: Proposal, country: Country) -> str:
    """Say who should sign, and on what ground."""
    ground = {
        Ground.ALONE: _("As far as is noted, nobody represents the client."),
        Ground.REPRESENTED: _(
            "Whoever can decide signs, also when represented. The representation that "
            "is noted on the client's page signs as well."
        ),
        Ground.TOO_YOUNG: _(
            "Below the age of {age}, own decisions are not taken for granted, so those "
            "who represent sign. Ask the client all the same; whoever understands the "
            "matter may sign as well."
        ),
        Ground.NO_CAPACITY: _(
            "The client cannot decide in this matter, so those who represent sign. Ask "
            "the client all the same."
        ),
        Ground.NO_PARENT_NOTED: _(
            "The client is below the age of {age}, and nobody is noted who represents. "
            "Note the parents, or who else represents, on the client's page."
        ),
        Ground.NOBODY_NOTED: _(
            "The client cannot decide in this matter, and nobody is noted who "
            "represents. Note the representation on the client's page."
        ),
    }[proposal.ground].format(age=OWN_DECISION_AGE.get(country, ""))
    joint = _("The representation is a joint one: both have to sign.")
    signer = wording.label(proposal.signer)
    said = _("Proposed: {signer}. {ground}").format(signer=signer, ground=ground)
    return f"{said} {joint}" if proposal.is_joint else said


def gaps(missing: Iterable[Point]) -> str:
    """Say which points are not noted as explained, or nothing."""
    names = ", ".join(wording.label(point) for point in missing)
    if not names:
        return ""
    return _("Not noted as explained yet: {points}.").format(points=names)


def legal_limit(country: Country) -> str:
    """Say what a signature drawn on the screen is not."""
    if country is Country.DE:
        return _(
            "Simple electronic signature. German law asks for a signature by hand or a "
            "qualified electronic signature where a declaration has to be in writing "
            "(§§ 126, 126a BGB); a drawing on the screen is neither. Where the written "
            "form is needed, or somebody may ask for it, have the paper signed."
        )
    return _(
        "Simple electronic signature. It is no signature by hand. Paper that is "
        "signed by hand is the safe way."
    )
