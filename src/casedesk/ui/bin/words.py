"""What is deleted, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.binned import Doomed, Erased


def what_goes(doomed: Doomed) -> Iterator[str]:
    """Say what is deleted, what stays, and what to think of before."""
    yield _("With it go: {cases} ({numbers}), {entries}, {papers}.").format(
        cases=_cases(len(doomed.case_numbers)),
        numbers=", ".join(doomed.case_numbers) or "–",
        entries=_entries(doomed.entries),
        papers=_papers(doomed.documents),
    )
    if doomed.is_client and doomed.open_cases:
        yield ngettext(
            "{count} of the cases is still open.",
            "{count} of the cases are still open.",
            doomed.open_cases,
        ).format(count=doomed.open_cases)
    yield _(
        "Everything that belongs to them goes along, with its history and drafts. "
        "People and organisations of the network stay."
    )
    yield _("Make sure first that no duty to keep these records is left.")


def how_much(erased: Erased) -> str:
    """Say how much was erased."""
    return ", ".join(
        (
            _cases(erased.cases),
            ngettext("{count} record", "{count} records", erased.records).format(
                count=erased.records
            ),
            _papers(erased.documents),
            ngettext(
                "{count} line of history", "{count} lines of history", erased.changes
            ).format(count=erased.changes),
        )
    )


def _cases(count: int) -> str:
    return ngettext("{count} case", "{count} cases", count).format(count=count)


def _entries(count: int) -> str:
    return ngettext("{count} entry", "{count} entries", count).format(count=count)


def _papers(count: int) -> str:
    return ngettext("{count} paper", "{count} papers", count).format(count=count)
