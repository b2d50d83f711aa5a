"""The words for the fields of accepted findings and of times of care."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _accepted_finding() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "finding_key": _("Finding"),
        "seal": _("Finding"),
        "said": _("Finding"),
        "reason": _("Reason"),
        "accepted_on": _("Accepted on"),
        "accepted_by": _("Accepted by"),
        "accepted_until": _("Accepted until"),
        "taken_back_on": _("Taken back on"),
    }


def _care_slot() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "weekday": _("Day of the week"),
        "begins": _("From"),
        "ends": _("Until"),
        "part": _("Part of the day"),
        "weeks": _("In which weeks"),
        "responsible": _("Who comes"),
        "party_id": _("Who of the case"),
        "name": _("Who else"),
        "what": _("What is done"),
        "life_domain": _("Domain of life"),
        "measure_id": _("Measure"),
        "benefit_id": _("Benefit or service"),
        "note": _("Note"),
    }


COVERAGE_WORDS = {"accepted_finding": _accepted_finding, "care_slot": _care_slot}
