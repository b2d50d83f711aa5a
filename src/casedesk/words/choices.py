"""The words for every stored choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.attention import DueKind
from casedesk.domain.case import Area, PartyRole
from casedesk.domain.change import ChangeKind
from casedesk.domain.client import (
    AddressKind,
    ContactPointKind,
    Gender,
    NumberScheme,
    Salutation,
)
from casedesk.domain.document import DocumentKind
from casedesk.domain.intake import Decision, Indication, Urgency
from casedesk.domain.phase import Phase, PhaseState
from casedesk.domain.plan import Agreement
from casedesk.domain.practice import (
    Country,
    Language,
    PaperLanguage,
    Profession,
    Standard,
)
from casedesk.domain.received import Doubt
from casedesk.domain.representation import Matter, RepresentationKind
from casedesk.domain.scan_file import ScanFault
from casedesk.words.account_choices import ACCOUNT_LABELS
from casedesk.words.assessment_choices import ASSESSMENT_LABELS
from casedesk.words.closing_choices import CLOSING_LABELS
from casedesk.words.conference_choices import CONFERENCE_LABELS
from casedesk.words.consent_choices import CONSENT_LABELS
from casedesk.words.coverage_choices import COVERAGE_LABELS
from casedesk.words.evaluation_choices import EVALUATION_LABELS
from casedesk.words.figure_choices import FIGURE_LABELS
from casedesk.words.form_choices import FORM_LABELS
from casedesk.words.plan_choices import PLAN_LABELS
from casedesk.words.provision_choices import PROVISION_LABELS
from casedesk.words.quality_choices import QUALITY_LABELS
from casedesk.words.record_choices import RECORD_LABELS
from casedesk.words.report_choices import REPORT_LABELS
from casedesk.words.review_choices import REVIEW_LABELS
from casedesk.words.risk_choices import RISK_LABELS
from casedesk.words.task_choices import TASK_LABELS

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


# By kind of choice first: choices of different kinds may have the same stored value.
LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Doubt: {
        Doubt.NO_CODE: _("No code can be read on this page."),
        Doubt.OTHER_VAULT: _("The code belongs to another vault."),
        Doubt.SEVERAL_CODES: _("Several codes are on this picture."),
        Doubt.NO_SUCH_PAGE: _("The document has no such page."),
        Doubt.DOUBLE_PAGE: _("This page has come back already."),
        Doubt.TAKEN_OUT: _("Moved here by hand."),
    },
    ScanFault: {
        ScanFault.UNKNOWN_KIND: _("This is no PDF, JPEG or PNG file."),
        ScanFault.TOO_LARGE: _("The file is too large."),
        ScanFault.TOO_MANY_PAGES: _("The file has more than 500 pages."),
        ScanFault.LOCKED: _("The file is protected by a password."),
        ScanFault.DAMAGED: _("The file is damaged."),
        ScanFault.TOO_SLOW: _("The file took too long to read and was given up."),
        ScanFault.NOT_OPENED: _("The file cannot be opened."),
        ScanFault.NOT_READ: _("The file could not be read."),
    },
    Country: {
        Country.CH: _("Switzerland"),
        Country.DE: _("Germany"),
        Country.AT: _("Austria"),
    },
    Language: {
        Language.DE_CH: _("German (Switzerland)"),
        Language.DE_DE: _("German (Germany)"),
        Language.DE_AT: _("German (Austria)"),
        Language.EN: _("English"),
    },
    PaperLanguage: {
        PaperLanguage.DE_CH: _("German (Switzerland)"),
        PaperLanguage.DE_DE: _("German (Germany)"),
        PaperLanguage.DE_AT: _("German (Austria)"),
        PaperLanguage.EN: _("English"),
        PaperLanguage.FR: _("French"),
        PaperLanguage.IT: _("Italian"),
        PaperLanguage.PLAIN_CH: _("Plain German (Switzerland)"),
        PaperLanguage.PLAIN_DE: _("Plain German (Germany)"),
        PaperLanguage.PLAIN_AT: _("Plain German (Austria)"),
    },
    Profession: {
        Profession.NURSE: _("Nurse"),
        Profession.SOCIAL_WORKER: _("Social worker"),
        Profession.PSYCHOLOGIST: _("Psychologist"),
        Profession.PHYSICIAN: _("Physician"),
        Profession.THERAPIST: _("Therapist (physio, ergo, speech)"),
        Profession.INSURANCE_CASE_MANAGER: _("Insurance case manager"),
        Profession.OTHER: _("Other profession"),
    },
    Standard: {
        Standard.SIX_STEPS: _("Six steps"),
        Standard.NETZWERK_CM_CH: _("Netzwerk Case Management Schweiz"),
        Standard.DGCC: _("DGCC"),
    },
    Gender: {
        Gender.FEMALE: _("female"),
        Gender.MALE: _("male"),
        Gender.DIVERSE: _("diverse"),
        Gender.NOT_STATED: _("not stated"),
    },
    Salutation: {
        Salutation.MS: _("Ms"),
        Salutation.MR: _("Mr"),
        Salutation.NEUTRAL: _("without Ms or Mr"),
    },
    AddressKind: {
        AddressKind.HOME: _("Home address"),
        AddressKind.POSTAL: _("Postal address"),
        AddressKind.TEMPORARY: _("Temporary stay"),
    },
    ContactPointKind: {
        ContactPointKind.PHONE: _("Telephone"),
        ContactPointKind.MOBILE: _("Mobile"),
        ContactPointKind.EMAIL: _("E-mail"),
    },
    NumberScheme: {
        NumberScheme.AHV: _("AHV number (CH)"),
        NumberScheme.KVNR: _("Health insurance number (DE)"),
        NumberScheme.SVNR: _("Social insurance number (AT)"),
        NumberScheme.POLICY: _("Policy or customer number"),
    },
    Matter: {
        Matter.HEALTH: _("health"),
        Matter.FINANCES: _("money and property"),
        Matter.HOUSING: _("home and family"),
        Matter.AUTHORITIES: _("authorities and benefits"),
        Matter.WORK: _("education and work"),
        Matter.POST: _("post and telephone"),
        Matter.RESIDENCE: _("where the client lives"),
    },
    RepresentationKind: {
        RepresentationKind.PARENTS: _("Parents"),
        RepresentationKind.DE_BETREUUNG: _("Legal guardianship (rechtliche Betreuung)"),
        RepresentationKind.DE_VORSORGEVOLLMACHT: _(
            "Lasting power of attorney (Vorsorgevollmacht)"
        ),
        RepresentationKind.DE_SPOUSE: _("Spouse in health matters"),
        RepresentationKind.CH_BEISTANDSCHAFT: _("Deputyship (Beistandschaft)"),
        RepresentationKind.CH_VORSORGEAUFTRAG: _(
            "Advance care directive (Vorsorgeauftrag)"
        ),
        RepresentationKind.CH_MEDICAL: _("Representation in medical measures"),
        RepresentationKind.AT_VORSORGEVOLLMACHT: _(
            "Enduring power of attorney (Vorsorgevollmacht)"
        ),
        RepresentationKind.AT_CHOSEN: _("Chosen adult representation"),
        RepresentationKind.AT_STATUTORY: _("Statutory adult representation"),
        RepresentationKind.AT_COURT: _("Court-appointed adult representation"),
        RepresentationKind.OTHER: _("Other representation"),
    },
    Area: {
        Area.HEALTH_CARE: _("Health care"),
        Area.NURSING_CARE: _("Nursing and long-term care"),
        Area.SOCIAL_WORK: _("Social work"),
        Area.REHABILITATION: _("Rehabilitation and return to work"),
    },
    PartyRole: {
        PartyRole.REFERRER: _("Referrer"),
        PartyRole.COMMISSIONER: _("Commissioning party"),
        PartyRole.PAYER: _("Payer"),
        PartyRole.INVOICE_RECIPIENT: _("Invoice recipient"),
        PartyRole.FAMILY: _("Family"),
        PartyRole.FRIEND: _("Friend or neighbour"),
        PartyRole.REPRESENTATIVE: _("Legal representative"),
        PartyRole.PHYSICIAN: _("Physician"),
        PartyRole.HOSPITAL: _("Hospital or clinic"),
        PartyRole.CARE_SERVICE: _("Home care service"),
        PartyRole.THERAPIST: _("Therapist"),
        PartyRole.SOCIAL_SERVICE: _("Social service"),
        PartyRole.AUTHORITY: _("Authority"),
        PartyRole.INSURER: _("Insurer"),
        PartyRole.EMPLOYER: _("Employer"),
        PartyRole.SCHOOL: _("School"),
        PartyRole.VOLUNTEER: _("Volunteer"),
        PartyRole.OTHER: _("Other role"),
    },
    PhaseState: {
        PhaseState.NOT_BEGUN: _("not begun"),
        PhaseState.IN_PROGRESS: _("in progress"),
        PhaseState.DONE: _("done"),
    },
    Urgency: {
        Urgency.NORMAL: _("normal"),
        Urgency.SOON: _("within days"),
        Urgency.AT_ONCE: _("at once"),
    },
    Indication: {
        Indication.COMPLEX_NEEDS: _("Several needs that affect each other"),
        Indication.SEVERAL_HELPERS: _(
            "Several helpers or payers have to be coordinated"
        ),
        Indication.NO_ROUTINE: _("Ordinary help is not enough"),
        Indication.LOSS_OF_COORDINATION: _(
            "Client and family cannot coordinate it alone"
        ),
        Indication.CLIENT_AGREES: _("The client wants case management"),
    },
    Decision: {
        Decision.OPEN: _("not decided yet"),
        Decision.ACCEPTED: _("accepted"),
        Decision.DECLINED: _("declined"),
        Decision.PASSED_ON: _("passed on to others"),
    },
    **ACCOUNT_LABELS,
    **ASSESSMENT_LABELS,
    **PLAN_LABELS,
    **COVERAGE_LABELS,
    Agreement: {
        Agreement.SIGNATURE: _("by signature"),
        Agreement.ON_SCREEN: _("signature on the screen"),
        Agreement.ORAL: _("orally"),
    },
    **CONSENT_LABELS,
    **FIGURE_LABELS,
    **FORM_LABELS,
    **PROVISION_LABELS,
    **RECORD_LABELS,
    **TASK_LABELS,
    **CONFERENCE_LABELS,
    **REVIEW_LABELS,
    **RISK_LABELS,
    **EVALUATION_LABELS,
    **CLOSING_LABELS,
    **REPORT_LABELS,
    **QUALITY_LABELS,
    DocumentKind: {
        DocumentKind.CONSENT_SET: _("Consent forms"),
        DocumentKind.CARE_PLAN: _("Care plan"),
        DocumentKind.CARE_PLAN_CLIENT: _("Care plan for the client"),
        DocumentKind.NETWORK_MAP: _("Network map"),
        DocumentKind.GENOGRAM: _("Genogram"),
        DocumentKind.RESOURCE_PROFILE: _("Resource and burden profile"),
        DocumentKind.INSTRUMENT_SHEET: _("Sheet of an instrument"),
        DocumentKind.WITHDRAWAL_CONFIRMATION: _("Confirmation of a withdrawal"),
        DocumentKind.WITHDRAWAL_LETTER: _("Notice of a withdrawal"),
        DocumentKind.DISCLOSURE_LIST: _("Who got what"),
        DocumentKind.REFERRAL: _("Referral"),
        DocumentKind.INQUIRY: _("Inquiry"),
        DocumentKind.CLAIM_LETTER: _("Accompanying letter"),
        DocumentKind.CONFERENCE_INVITATION: _("Invitation to a conference"),
        DocumentKind.CONFERENCE_PREPARATION: _("Preparation sheet"),
        DocumentKind.CONFERENCE_MINUTES: _("Minutes of a conference"),
        DocumentKind.REVIEW: _("Minutes of a review"),
        DocumentKind.EVALUATION: _("Evaluation"),
        DocumentKind.QUALITY_CHECK: _("Quality record"),
        DocumentKind.ASSESSMENT: _("Assessment report"),
        DocumentKind.ASSESSMENT_CLIENT: _("Assessment for the client"),
        DocumentKind.ASSESSMENT_COMPARISON: _("Comparison of two assessments"),
        DocumentKind.ASSESSMENT_SHEET: _("Sheet for the visit"),
        DocumentKind.TIME_SHEET: _("Time sheet"),
        DocumentKind.INVOICE: _("Invoice"),
        DocumentKind.CREDIT_NOTE: _("Credit note"),
        DocumentKind.REMINDER: _("Payment reminder"),
        DocumentKind.GOAL_AGREEMENT: _("Goal agreement"),
        DocumentKind.PLAN_DIFFERENCES: _("Differences of two plan versions"),
        DocumentKind.EMERGENCY_SHEET: _("Emergency sheet of the client"),
        DocumentKind.CONTACT_LIST: _("Contact list of the network"),
        DocumentKind.RECORD: _("Record of a period"),
        DocumentKind.COVERAGE: _("Coverage check"),
        DocumentKind.CARE_WEEK: _("Week of care"),
        DocumentKind.PROGRESS_REPORT: _("Progress report"),
        DocumentKind.CLOSING_REPORT: _("Closing report"),
        DocumentKind.PAYER_REPORT: _("Report to the payer"),
    },
    DueKind: {
        DueKind.NO_CONSENT: _("No consent signed yet"),
        DueKind.CONSENT_ENDS: _("Consent ends"),
        DueKind.SIGNATURE_MISSING: _("A signature is missing"),
        DueKind.ORAL_UNSIGNED: _("Declared by word of mouth, to be signed"),
        DueKind.NOTICE_OPEN: _("Tell of a withdrawal"),
        DueKind.REPRESENTATION_ENDS: _("Representation ends"),
        DueKind.COMES_OF_AGE: _("The client comes of age"),
        DueKind.ORIGINAL_OUT: _("Original of a power of attorney to be returned"),
        DueKind.SILENCE: _("Nothing has happened for twelve months"),
        DueKind.REPORT_DUE: _("Report due"),
        DueKind.MANDATE_ENDS: _("Mandate ends"),
        DueKind.PLAN_REVIEW: _("Plan review"),
        DueKind.GOAL_REVIEW: _("Review of a goal"),
        DueKind.RISK_REVIEW: _("Review of a risk"),
        DueKind.MEASURE_REVIEW: _("Review of a measure"),
        DueKind.GOAL_DUE: _("Target date of a goal"),
        DueKind.BENEFIT_ENDS: _("Benefit or service ends"),
        DueKind.OBJECTION_ENDS: _("Time to object ends"),
        DueKind.MEASURE_APPROVAL_ENDS: _("Approval of a measure ends"),
        DueKind.MEASURE_APPEAL_ENDS: _("Time to appeal for a measure ends"),
        DueKind.EXCHANGE_OPEN: _("Note what was exchanged in a contact"),
        DueKind.INVOICE_OVERDUE: _("Invoice not paid yet"),
        DueKind.APPEAL_ENDS: _("Time to object to a decision ends"),
        DueKind.APPEAL_UNKNOWN: _("Note until when one can object"),
        DueKind.CLAIM_HAND_IN: _("Hand in what is missing for an application"),
        DueKind.CLAIM_EXPECTED: _("Decision on an application expected"),
        DueKind.REFERRAL_ANSWER: _("Answer to a referral or inquiry"),
        DueKind.APPOINTMENT: _("Appointment from a referral"),
        DueKind.APPROVAL_ENDS: _("Cost approval ends"),
        DueKind.APPROVAL_SCARCE: _("Cost approval is four fifths used"),
        DueKind.TASK_DUE: _("Task"),
        DueKind.CONFERENCE_NEAR: _("Case conference"),
        DueKind.MINUTES_OPEN: _("Send out the minutes"),
    },
    ChangeKind: {
        ChangeKind.ADDED: _("added"),
        ChangeKind.CHANGED: _("changed"),
        ChangeKind.REMOVED: _("removed"),
    },
}

_SIX_STEPS = {
    Phase.INTAKE: _("Intake"),
    Phase.ASSESSMENT: _("Assessment"),
    Phase.PLANNING: _("Planning"),
    Phase.IMPLEMENTATION: _("Implementation"),
    Phase.COORDINATION: _("Coordination"),
    Phase.MONITORING: _("Monitoring"),
    Phase.EVALUATION: _("Evaluation"),
}

# What the standards call the phases (reference 1.1 and 1.2).
PHASES: dict[Standard, dict[Phase, str]] = {
    Standard.SIX_STEPS: _SIX_STEPS,
    Standard.NETZWERK_CM_CH: {
        **_SIX_STEPS,
        Phase.INTAKE: _("Clarification"),
        Phase.PLANNING: _("Goals and measures"),
        Phase.IMPLEMENTATION: _("Carrying out"),
    },
    Standard.DGCC: {
        **_SIX_STEPS,
        Phase.INTAKE: _("Clearing"),
        Phase.PLANNING: _("Service planning"),
        Phase.IMPLEMENTATION: _("Linking"),
    },
}
