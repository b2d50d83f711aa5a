"""The words for the fields of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable


def _report() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "kind": _("Kind of report"),
        "party_id": _("For whom"),
        "starts_on": _("Period from"),
        "ends_on": _("Period to"),
        "language": _("Language"),
        "replaces_id": _("Report that it replaces"),
        "created_on": _("Begun on"),
        "issued_on": _("Issued on"),
        "document_id": _("Document"),
        "number": _("Number"),
    }


def _section() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "report_id": _("Report"),
        "part": _("Section"),
        "position": _("Place in the report"),
        "text": _("Text"),
        "taken_text": _("Taken from the file"),
        "taken_categories": _("What the file told of"),
        "categories": _("What the section tells of"),
        "is_left_out": _("Left out"),
        "taken_on": _("Taken from the file on"),
    }


REPORT_WORDS: dict[str, Callable[[], dict[str, str]]] = {
    "report": _report,
    "report_section": _section,
}
