"""What the list shows of a domain of life, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.assessment_change import ChangeState
from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.assessment import DomainEntry

# Beside the name, where there is an earlier assessment; said in words to a reader.
SIGNS = {
    ChangeState.UNCHANGED: "=",
    ChangeState.CHANGED: "≠",
    ChangeState.NEW: "+",
    ChangeState.NOT_YET: "?",
    ChangeState.EMPTY: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainRow:
    """One domain: its name, its entry, and how it stands beside the earlier one."""

    name: str
    entry: DomainEntry
    state: ChangeState | None = None

    @property
    def sign(self) -> str:
        """The sign beside the name."""
        return "" if self.state is None else SIGNS[self.state]

    def spoken(self) -> str:
        """Say all that the row shows."""
        entry = self.entry
        parts = [self.name]
        if self.state is not None:
            parts.append(wording.label(self.state))
        if entry.need_level is not None:
            parts.append(wording.label(entry.need_level))
        if entry.burden is not None:
            parts.append(_("burden {value} of 10").format(value=entry.burden))
        if entry.resource_level is not None:
            resources = _("resources {value} of 10")
            parts.append(resources.format(value=entry.resource_level))
        return ", ".join(parts)
