"""Entries of the record that are locked, or contradict themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.entry import EntryEndsBeforeItBegins, EntryLocked
from casedesk.domain.stopwatch import StopwatchRuns
from casedesk.domain.text_block import AbbreviationBroken, AbbreviationTaken
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def entry_problems() -> dict[type[Problem], str]:
    """Return the sentence for each of these problems."""
    return {
        EntryLocked: _(
            "This entry is locked: a day has passed since it was entered, or it was "
            "printed. Write an addendum beneath it."
        ),
        EntryEndsBeforeItBegins: _("It would end before it begins."),
        StopwatchRuns: _(
            "The time of another contact is being taken. Stop that first, at the top "
            "of the window."
        ),
        AbbreviationTaken: _("Another text block has this abbreviation."),
        AbbreviationBroken: _(
            "An abbreviation is one word of at most 20 letters, without spaces."
        ),
    }
