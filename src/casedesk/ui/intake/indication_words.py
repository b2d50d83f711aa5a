"""What the indication check amounts to, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.intake import Indication
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Collection


def result(ticked: Collection[Indication]) -> str:
    """Say how many reasons apply, and what that suggests."""
    if not ticked:
        return _("Nothing ticked yet.")
    count = _("{count} of {all} apply.").format(count=len(ticked), all=len(Indication))
    return f"{count} {_suggestion(ticked)}"


def _suggestion(ticked: Collection[Indication]) -> str:
    if Indication.CLIENT_AGREES not in ticked:
        return _(
            "The client has not agreed yet: without consent there is no case "
            "management. Explain it, or pass the request on."
        )
    if len(ticked) == len(Indication):
        return _("Case management is indicated.")
    if len(ticked) == 1:
        return _(
            "The client agrees, but no other reason applies: perhaps advice or "
            "ordinary help is enough."
        )
    return _("Case management may be indicated; give the reason below.")
