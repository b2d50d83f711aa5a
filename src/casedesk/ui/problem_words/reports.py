"""What went wrong with reports, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import report as r
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def report_problems() -> dict[type[Problem], str]:
    """Return the words for each problem."""
    return {
        r.ReportStays: _(
            "This report was issued and stays as it is. A correction is a new report "
            "that replaces it."
        ),
        r.EntryNotForRecipient: _(
            "The recipient of this report may not know what this entry tells."
        ),
        r.ReportNotIssued: _(
            "This report was not issued yet. It can simply be changed."
        ),
        r.ReportEmpty: _("No section of this report holds anything yet."),
        r.ReportEndsBeforeItBegins: _("The period ends before it begins."),
    }
