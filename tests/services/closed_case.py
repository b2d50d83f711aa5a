"""A case that was closed as the program closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.binned import EraseGround
from casedesk.domain.closure import ClosingReason, FollowUp

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.services.session import Session


GROUND = EraseGround.NOT_NEEDED
"""On what ground it is deleted, although it is to be kept longer."""


def close(session: Session, case_id: CaseId) -> None:
    """Close a case, with a reason for whatever is open in it."""
    closure = session.closing.begin(case_id)
    session.closures.change(
        closure.id,
        reason=ClosingReason.NEED_GONE,
        no_talk_reason="Nicht mehr erreichbar",
        aftercare="Hausarzt",
        follow_up=FollowUp.NONE,
        told="Alle",
        left_open="Erledigt sich",
    )
    session.closing.close(case_id, "Nachfragen")
