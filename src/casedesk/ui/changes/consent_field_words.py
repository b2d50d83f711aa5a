"""The words for the fields of declarations, and of what was disclosed."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _consent() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "kind": _("Kind of declaration"),
        "renews_id": _("Renews"),
        "template_version": _("Version of the form"),
        "aim": _("Aim"),
        "purpose": _("Purpose"),
        "scope": _("Scope"),
        "consequences_agree": _("Consequences of agreeing"),
        "consequences_refuse": _("Consequences of refusing"),
        "consequences_withdraw": _("Consequences of withdrawing"),
        "explained_on": _("Explained on"),
        "explained_by": _("Explained by"),
        "explained_minutes": _("Time for the explanation"),
        "points_covered": _("Points that were explained"),
        "language": _("Language of the explanation"),
        "interpreter": _("Interpreter"),
        "aids": _("Aids used"),
        "questions": _("Questions and answers"),
        "material": _("Material handed over"),
        "capacity": _("Capacity to decide"),
        "capacity_note": _("About the capacity"),
        "assent": _("What the client thinks of it"),
        "assent_note": _("In the client's own words"),
        "oral_on": _("Declared by word of mouth on"),
        "oral_witness": _("Witness"),
        "oral_reason": _("Why not in writing"),
        "signer": _("Who signs"),
        "signed_on": _("Signed on"),
        "signed_by": _("Signed by"),
        "signed_at": _("Signed at (place)"),
        "signature_form": _("How it was signed"),
        "valid_from": _("Valid from"),
        "valid_until": _("Valid until"),
        "at_signing_payers": _("Payers at the signature"),
        "at_signing_employers": _("Employers at the signature"),
        "at_signing_representations": _("Representations at the signature"),
        "at_signing_mandate": _("Mandate at the signature"),
        "at_signing_purpose": _("Purpose at the signature"),
        "withdrawn_on": _("Withdrawn on"),
        "withdrawal_note": _("About the withdrawal"),
        "original_back_on": _("Original given back on"),
    }


def _consent_item() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "consent_id": _("Declaration"),
        "party_id": _("Recipient"),
        "renews_id": _("Renews"),
        "direction": _("Direction"),
        "categories": _("Kinds of data"),
        "means": _("How it is passed on"),
        "valid_from": _("Valid from"),
        "valid_until": _("Valid until"),
        "decision": _("What the client said"),
        "withdrawn_on": _("Withdrawn on"),
        "withdrawal_note": _("About the withdrawal"),
    }


def _own_category() -> dict[str, str]:
    return {
        "name": _("Kind of information"),
        "is_special": _("Specially protected"),
        "position": _("Place in the list"),
        "retired_on": _("No longer offered from"),
    }


def _withholding() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "party_id": _("From whom"),
        "categories": _("Kinds of data"),
        "words": _("In the client's own words"),
        "said_on": _("Said on"),
        "lifted_on": _("Lifted on"),
        "lifted_note": _("About the lifting"),
    }


def _statutory_basis() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "party_id": _("Recipient"),
        "direction": _("Direction"),
        "categories": _("Kinds of data"),
        "statute": _("Rule of law"),
        "named": _("Which rule"),
        "reason": _("Reason"),
        "valid_from": _("Valid from"),
        "valid_until": _("Valid until"),
    }


def _disclosure() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "happened_at": _("Date and time"),
        "direction": _("Direction"),
        "party_id": _("Recipient"),
        "recipient": _("Person, organisation and function"),
        "contact": _("How they were reached"),
        "channel": _("Way"),
        "categories": _("Kinds of data"),
        "content": _("What it was about"),
        "left_out": _("Left out"),
        "document_id": _("Document"),
        "sha256": _("Hash (SHA-256)"),
        "entry_id": _("Entry in the record"),
        "purpose": _("Purpose"),
        "basis": _("On what it rests"),
        "item_ids": _("Rows of the consent"),
        "statute": _("Rule of law"),
        "statute_named": _("Which rule"),
        "reason": _("Reason"),
        "is_against_wish": _("Against the client's wish"),
        "necessity": _("Why it was necessary"),
        "requested_by": _("Asked for by"),
        "made_by": _("By whom"),
        "client_informed_on": _("Client informed on"),
        "client_informed_how": _("How the client was informed"),
        "returned_on": _("Given back or deleted on"),
        "addendum": _("Addendum"),
    }


def _withdrawal_notice() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "consent_id": _("Declaration"),
        "party_id": _("Recipient"),
        "categories": _("Kinds of data"),
        "withdrawn_on": _("Withdrawn on"),
        "told_on": _("Told on"),
        "channel": _("On which way"),
        "how": _("How they were told"),
        "document_id": _("Document"),
    }


def _own_form() -> dict[str, str]:
    return {
        "kind": _("Form"),
        "country": _("Country"),
        "language": _("Language"),
        "number": _("Number"),
        "based_on": _("Made from the shipped version"),
        "as_of": _("In use from"),
        "retired_on": _("In use until"),
    }


def _own_passage() -> dict[str, str]:
    return {
        "form_id": _("Own text of a form"),
        "place": _("Place"),
        "text": _("Text"),
    }


def _information_receipt() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "received_on": _("Received on"),
        "language": _("Language"),
        "version": _("Version"),
        "note": _("Note"),
    }


def _handover() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "document_id": _("Document"),
        "whom": _("For whom"),
        "happened_at": _("Date and time"),
    }


# Functions, because words are translated when they are asked for.
CONSENT_WORDS = {
    "consent": _consent,
    "consent_item": _consent_item,
    "own_category": _own_category,
    "withholding": _withholding,
    "statutory_basis": _statutory_basis,
    "disclosure": _disclosure,
    "withdrawal_notice": _withdrawal_notice,
    "own_form": _own_form,
    "own_passage": _own_passage,
    "hidden_category": dict,
    "information_receipt": _information_receipt,
    "handover": _handover,
}
