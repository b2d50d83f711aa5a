"""The words for the fields of providers, referrals, applications and approvals."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _service_kind() -> dict[str, str]:
    return {
        "name": _("Name"),
        "position": _("Order"),
        "is_hidden": _("No longer offered"),
    }


def _provider() -> dict[str, str]:
    return {
        "person_id": _("Person"),
        "organisation_id": _("Organisation"),
        "services": _("Services offered"),
        "regions": _("Where"),
        "languages": _("Languages"),
        "accessibility": _("How it can be reached"),
        "conditions": _("For whom, on what conditions, at what price"),
        "waiting_weeks": _("Waiting time in weeks"),
        "waiting_note": _("About the waiting time"),
        "waiting_told_on": _("Waiting time told on"),
        "verified_on": _("Last verified on"),
        "experience": _("Own experience (private)"),
    }


def _referral() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "kind": _("Kind of letter"),
        "party_id": _("To whom"),
        "measure_id": _("Serves the measure"),
        "subject": _("About what"),
        "concern": _("Concern and question"),
        "findings": _("What they need to know"),
        "existing": _("Who helps already"),
        "request": _("What is asked for"),
        "urgency": _("How urgent"),
        "categories": _("Kinds of information in the letter"),
        "feedback_until": _("Answer asked for until"),
        "sent_on": _("Sent on"),
        "channel": _("How it went"),
        "document_id": _("The letter"),
        "accepted_on": _("Accepted on"),
        "declined_on": _("Declined on"),
        "decline_reason": _("Why it was declined"),
        "waiting_since": _("On a waiting list since"),
        "appointment_on": _("Appointment on"),
        "appointment_note": _("Time and place of the appointment"),
        "started_on": _("Begun on"),
        "ended_on": _("Ended on"),
        "feedback_on": _("Answered on"),
        "feedback": _("What was answered"),
        "note": _("Note"),
    }


def _claim() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "party_id": _("Authority or insurer"),
        "measure_id": _("Serves the measure"),
        "what": _("What is applied for"),
        "reference_number": _("Reference number"),
        "letter": _("Text of the accompanying letter"),
        "enclosures": _("Enclosures"),
        "categories": _("Kinds of information in the application"),
        "submitted_on": _("Submitted on"),
        "channel": _("How it went"),
        "document_id": _("The letter"),
        "hand_in_until": _("Hand in what is missing until"),
        "handed_in_on": _("Handed in on"),
        "expected_on": _("Decision expected by"),
        "decided_on": _("Decision dated"),
        "received_on": _("Decision received on"),
        "outcome": _("Decision"),
        "decision": _("What the decision says"),
        "period_count": _("Period to object"),
        "period_unit": _("Counted in"),
        "region": _("Public holidays of"),
        "appeal_until": _("Objection possible until"),
        "no_appeal_on": _("Decided not to object on"),
        "appealed_on": _("Objection filed on"),
        "appeal_reference": _("Reference number of the objection"),
        "appeal_decided_on": _("Objection decided on"),
        "appeal_outcome": _("Decision on the objection"),
        "note": _("Note"),
    }


def _cost_approval() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "measure_id": _("Serves the measure"),
        "party_id": _("Who pays"),
        "payer": _("Somebody else who pays"),
        "what": _("What is approved"),
        "number": _("Number of the approval"),
        "approved_minutes": _("Approved hours"),
        "approved_cents": _("Approved amount"),
        "starts_on": _("From"),
        "ends_on": _("Until"),
        "counts_entries": _("Count the billable time in the record"),
        "used_minutes": _("Hours used"),
        "used_cents": _("Amount used"),
        "used_as_of": _("Used, as of"),
        "settled_on": _("Settled or replaced on"),
        "note": _("Note"),
    }


PROVISION_WORDS = {
    "service_kind": _service_kind,
    "provider": _provider,
    "referral": _referral,
    "claim": _claim,
    "cost_approval": _cost_approval,
}
