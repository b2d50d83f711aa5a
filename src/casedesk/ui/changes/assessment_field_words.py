"""The words for the fields of assessments, benefits and services."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _assessment() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "version": _("Version"),
        "kind": _("Kind of assessment"),
        "earlier_id": _("Earlier assessment"),
        "is_correction": _("Corrects the earlier one"),
        "held_on": _("Held on"),
        "place": _("Place"),
        "participants": _("Who took part"),
        "occasion": _("Occasion and question"),
        "sources": _("Sources"),
        "methods": _("Methods and instruments"),
        "wishes": _("Wishes of the client"),
        "strengths": _("Strengths of the client"),
        "life_values": _("Values of the client"),
        "summary": _("Summary"),
        "open_questions": _("Open questions"),
        "recommendation": _("Recommendation"),
        "confirmed_on": _("Confirmed on"),
        "stance": _("What the client says to it"),
        "dissent": _("Where views differ"),
    }


def _domain_entry() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "assessment_id": _("Assessment"),
        "life_domain": _("Life domain"),
        "named": _("Name of the own domain"),
        "situation": _("Situation"),
        "situation_source": _("Situation: source"),
        "situation_kind": _("Situation: what it is"),
        "resources": _("Resources"),
        "need": _("Need"),
        "risk": _("Risk"),
        "client_view": _("The client's view"),
        "client_source": _("The client's view: source"),
        "client_kind": _("The client's view: what it is"),
        "others_view": _("The view of others"),
        "others_source": _("The view of others: source"),
        "others_kind": _("The view of others: what it is"),
        "professional_view": _("Professional view"),
        "professional_source": _("Professional view: source"),
        "professional_kind": _("Professional view: what it is"),
        "burden": _("Burden, professional view"),
        "burden_self": _("Burden, as the client says"),
        "resource_level": _("Resources, professional view"),
        "resource_self": _("Resources, as the client says"),
        "need_level": _("Need for action"),
        "client_priority": _("Priority for the client"),
        "professional_priority": _("Professional priority"),
        "need_position": _("Place among the needs"),
    }


def _own_domain() -> dict[str, str]:
    return {
        "name": _("Name"),
        "guidance": _("Guiding questions"),
        "areas": _("Areas"),
        "position": _("Place in the list"),
        "retired_on": _("No longer asked from"),
    }


def _domain_set() -> dict[str, str]:
    return {"area": _("Area"), "life_domains": _("Domains of life in order")}


def _client_snapshot() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "assessment_id": _("Assessment"),
        "taken_on": _("Noted on"),
        "full_name": _("Name"),
        "born": _("Date of birth"),
        "address": _("Address"),
        "reached_by": _("Telephone"),
        "languages": _("Languages"),
        "communication_needs": _("What helps in talking and understanding"),
        "insurances": _("Insurance numbers"),
        "represented_by": _("Represented by"),
    }


def _benefit() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "kind": _("Kind of benefit"),
        "what": _("What it is"),
        "party_id": _("Who provides it"),
        "provider": _("Somebody else who provides it"),
        "payer": _("Who pays"),
        "life_domain": _("Life domain"),
        "starts_on": _("Since"),
        "ends_on": _("Until"),
        "application": _("Application"),
        "applied_on": _("Applied for on"),
        "decided_on": _("Decided on"),
        "objection_until": _("Objection possible until"),
        "reference_number": _("Reference number"),
        "amount_cents": _("Amount"),
        "per": _("Amount is paid"),
        "weekly_minutes": _("Time in a week"),
        "note": _("Note"),
    }


# Functions, because words are translated when they are asked for.
ASSESSMENT_WORDS = {
    "assessment": _assessment,
    "domain_entry": _domain_entry,
    "own_domain": _own_domain,
    "domain_set": _domain_set,
    "client_snapshot": _client_snapshot,
    "benefit": _benefit,
}
