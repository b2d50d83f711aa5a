"""The words for the fields of entries, addenda and text blocks."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _entry() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "phase": _("Phase"),
        "kind": _("Kind of entry"),
        "happened_on": _("Happened on"),
        "from_time": _("From"),
        "until_on": _("Until the day"),
        "until_time": _("Until"),
        "entered_at": _("Entered at"),
        "party_id": _("With whom"),
        "others": _("Who else was there"),
        "with_client": _("The client was there"),
        "was_reached": _("Somebody was reached"),
        "initiative": _("Initiated"),
        "life_domains": _("Domains of life"),
        "minutes": _("Time"),
        "travel_minutes": _("Travel time"),
        "kilometres": _("Kilometres"),
        "expense_cents": _("Expenses"),
        "expense_note": _("Spent on"),
        "has_receipt": _("There is a receipt"),
        "is_billable": _("To be billed"),
        "time_category": _("Counts as"),
        "text": _("What happened"),
        "quote": _("In the client's own words"),
        "neutral_text": _("Neutral text for the payer"),
        "nothing_exchanged": _("Nothing about the client was exchanged"),
    }


def _addendum() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "entry_id": _("Entry"),
        "written_at": _("Written at"),
        "reason": _("Reason"),
        "text": _("What is added"),
        "neutral_text": _("Neutral text for the payer"),
    }


def _text_block() -> dict[str, str]:
    return {
        "abbreviation": _("Abbreviation"),
        "text": _("Text"),
        "language": _("Language"),
    }


RECORD_WORDS = {
    "entry": _entry,
    "addendum": _addendum,
    "text_block": _text_block,
}
