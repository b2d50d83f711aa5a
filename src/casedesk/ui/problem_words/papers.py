"""Papers and scans that cannot be written or filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import problems as p
from casedesk.domain.document import NumberTaken, PaperBehind
from casedesk.domain.received import ChangedSincePrinted, NothingToFileUnder
from casedesk.services.letters import NobodyToWriteTo
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def paper_problems() -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
        p.FileNotWritten: _(
            "The file could not be written there. Is the disk full, or the folder "
            "protected? Choose another place; the paper itself is safe in the case."
        ),
        p.FileNotRemoved: _(
            "A scan file could not be removed. Is it open in another program, or "
            "protected? Its pages are kept in the vault."
        ),
        NumberTaken: _(
            "Another paper of this kind was issued meanwhile, so this one would bear a "
            "number that is taken. Close the preview and open it again."
        ),
        PaperBehind: _(
            "What stands on this paper has changed since it was opened. Close the "
            "preview and open it again."
        ),
        NobodyToWriteTo: _("Choose first to whom the letter goes."),
        NothingToFileUnder: _(
            "The document has no such page, or the title is missing. Choose again."
        ),
        ChangedSincePrinted: _(
            "The declaration says something else now than the paper that came back. "
            "Put the printed words back first, or print it anew and have that signed."
        ),
    }
