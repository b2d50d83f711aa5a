"""The words for every field of every record."""

from __future__ import annotations

from casedesk.ui.changes.account_field_words import ACCOUNT_WORDS
from casedesk.ui.changes.assessment_field_words import ASSESSMENT_WORDS
from casedesk.ui.changes.conference_field_words import CONFERENCE_WORDS
from casedesk.ui.changes.consent_field_words import CONSENT_WORDS
from casedesk.ui.changes.coverage_field_words import COVERAGE_WORDS
from casedesk.ui.changes.figure_field_words import FIGURE_WORDS
from casedesk.ui.changes.plan_field_words import PLAN_WORDS
from casedesk.ui.changes.provision_field_words import PROVISION_WORDS
from casedesk.ui.changes.record_field_words import RECORD_WORDS
from casedesk.ui.changes.report_field_words import REPORT_WORDS
from casedesk.ui.changes.review_field_words import REVIEW_WORDS
from casedesk.ui.changes.task_field_words import TASK_WORDS
from casedesk.ui.language import gettext as _


def field_label(noun: str, field: str) -> str:
    """Name a field of a kind of record, as its form does."""
    return _WORDS[noun]()[field]


def _practice() -> dict[str, str]:
    return {
        "name": _("Name of the practice"),
        "holder_name": _("Your name"),
        "qualification": _("Qualification"),
        "profession": _("Profession"),
        "country": _("Country"),
        "language": _("Language"),
        "standard": _("Standard of the phases"),
        "street": _("Street and number"),
        "postcode": _("Postcode"),
        "town": _("Town"),
        "phone": _("Telephone"),
        "email": _("E-mail"),
        "website": _("Website"),
        "register_number": _("Registration number"),
        "tax_number": _("Tax number"),
        "vat_number": _("VAT number"),
        "supervisory_authority": _("Supervisory authority"),
        "region": _("Public holidays of"),
        "address_window": _("Window of the envelopes"),
        "rounding_minutes": _("The stopwatch rounds up to"),
    }


def _client() -> dict[str, str]:
    return {
        "family_name": _("Family name"),
        "given_name": _("Given name"),
        "former_name": _("Former name"),
        "called_name": _("Wishes to be called"),
        "born": _("Date of birth"),
        "gender": _("Gender"),
        "salutation": _("Form of address"),
        "title": _("Title"),
        "languages": _("Languages"),
        "needs_interpreter": _("Needs an interpreter"),
        "interpreter_note": _("About interpreting"),
        "communication_needs": _("What helps in talking and understanding"),
        "emergency_name": _("Whom to call in an emergency"),
        "emergency_relation": _("Relation to the client"),
        "emergency_phone": _("Telephone in an emergency"),
        "note": _("Note"),
    }


def _address() -> dict[str, str]:
    return {
        "client_id": _("Client"),
        "kind": _("Kind of address"),
        "street": _("Street and number"),
        "postcode": _("Postcode"),
        "town": _("Town"),
        "country": _("Country"),
        "access_hint": _("How to get in"),
    }


def _contact_point() -> dict[str, str]:
    return {
        "client_id": _("Client"),
        "kind": _("Way of contact"),
        "value": _("Number or address"),
        "note": _("When and for what"),
        "leave_no_message": _("Do not leave a message"),
    }


def _insurance_number() -> dict[str, str]:
    return {
        "client_id": _("Client"),
        "scheme": _("Kind of number"),
        "number": _("Number"),
        "insurer": _("Insurer or authority"),
    }


def _representation() -> dict[str, str]:
    return {
        "client_id": _("Client"),
        "kind": _("Kind of representation"),
        "person_id": _("Representative"),
        "matters": _("Fields in which it decides"),
        "scope": _("Matters it covers"),
        "restrictions": _("Restrictions"),
        "authority": _("Court or authority"),
        "file_number": _("File number"),
        "valid_from": _("Valid from"),
        "valid_until": _("Valid until"),
        "seen_on": _("Document seen on"),
        "is_joint": _("Represents only jointly with others"),
    }


def _person() -> dict[str, str]:
    return {
        "family_name": _("Family name"),
        "given_name": _("Given name"),
        "title": _("Title"),
        "function": _("Function or profession"),
        "organisation_id": _("Organisation"),
        "street": _("Street and number"),
        "postcode": _("Postcode"),
        "town": _("Town"),
        "phone": _("Telephone"),
        "mobile": _("Mobile"),
        "email": _("E-mail"),
        "languages": _("Languages"),
        "note": _("Note"),
    }


def _organisation() -> dict[str, str]:
    return {
        "name": _("Name"),
        "department": _("Department"),
        "services": _("What it offers"),
        "street": _("Street and number"),
        "postcode": _("Postcode"),
        "town": _("Town"),
        "phone": _("Telephone"),
        "email": _("E-mail"),
        "website": _("Website"),
        "note": _("Note"),
    }


def _case() -> dict[str, str]:
    return {
        "client_id": _("Client"),
        "number": _("Case number"),
        "title": _("What it is about"),
        "area": _("Application area"),
        "opened_on": _("Opened on"),
        "paused_on": _("Paused on"),
        "closed_on": _("Closed on"),
        "cycle": _("Round"),
        "review_rhythm": _("How often it is reviewed"),
        "follows_id": _("Goes on with the case"),
        "weight": _("Complexity"),
    }


def _party() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "person_id": _("Person"),
        "organisation_id": _("Organisation"),
        "roles": _("Roles in this case"),
        "function": _("Part in this case"),
        "note": _("Note"),
    }


def _mandate() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "reference_number": _("Reference number"),
        "purpose": _("Purpose of the mandate"),
        "approved_minutes": _("Approved hours"),
        "approved_cents": _("Approved amount"),
        "starts_on": _("From"),
        "ends_on": _("Until"),
        "reports_due_on": _("Reports due on"),
        "note": _("Note"),
    }


def _phase() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "phase": _("Phase"),
        "cycle": _("Round"),
        "started_on": _("Begun on"),
        "finished_on": _("Done on"),
        "note": _("Note"),
    }


def _intake() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "received_on": _("First contact on"),
        "channel": _("How the request came"),
        "concern": _("Concern in the client's own words"),
        "referral_reason": _("Reason for the referral"),
        "commission": _("What was asked for"),
        "urgency": _("Urgency"),
        "immediate_steps": _("Immediate steps"),
        "indications": _("Why case management is indicated"),
        "indication_note": _("About the indication"),
        "previous_help": _("Help so far"),
        "information_given_on": _("Informed on"),
        "decision": _("Decision"),
        "decision_reason": _("Reason for the decision"),
        "decided_on": _("Decided on"),
    }


def _instrument_sheet() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "instrument": _("Instrument"),
        "version": _("Version"),
        "taken_on": _("Taken on"),
        "variant": _("Form"),
        "answered_by": _("Answered by"),
        "answers": _("Answers"),
        "result": _("Result"),
        "source": _("Source"),
        "note": _("Note"),
        "confirmed_on": _("Confirmed on"),
    }


def _care_allowance() -> dict[str, str]:
    return {
        "valid_from": _("Valid from"),
        "stage_amounts": _("Amounts of the stages"),
        "source": _("Source"),
    }


# Functions, because words are translated when they are asked for.
_WORDS = {
    "practice": _practice,
    "client": _client,
    "address": _address,
    "contact_point": _contact_point,
    "insurance_number": _insurance_number,
    "representation": _representation,
    "person": _person,
    "organisation": _organisation,
    "case": _case,
    "party": _party,
    "mandate": _mandate,
    "phase": _phase,
    "intake": _intake,
    **ASSESSMENT_WORDS,
    **PLAN_WORDS,
    **RECORD_WORDS,
    "instrument_sheet": _instrument_sheet,
    "care_allowance": _care_allowance,
    **CONSENT_WORDS,
    **FIGURE_WORDS,
    **PROVISION_WORDS,
    **TASK_WORDS,
    **ACCOUNT_WORDS,
    **CONFERENCE_WORDS,
    **REVIEW_WORDS,
    **COVERAGE_WORDS,
    **REPORT_WORDS,
}
