"""The entries of the sidebar: cases, and what the search found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.accounts.use_words import left_words
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.widgets.avatar_list import AvatarItem
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.attention import Due
    from casedesk.domain.case import CaseId
    from casedesk.domain.case_line import CaseLine
    from casedesk.domain.found import Found
    from casedesk.domain.practice import Standard

_PAGES = {
    "client": Page.CLIENT,
    "address": Page.CLIENT,
    "contact_point": Page.CLIENT,
    "insurance_number": Page.CLIENT,
    "representation": Page.CLIENT,
    "person": Page.NETWORK,
    "organisation": Page.NETWORK,
    "case_record": Page.OVERVIEW,
    "party": Page.OVERVIEW,
    "mandate": Page.OVERVIEW,
    "intake": Page.INTAKE,
    "assessment": Page.ASSESSMENT,
    "domain_entry": Page.ASSESSMENT,
    "network_map": Page.ASSESSMENT,
    "tie": Page.ASSESSMENT,
    "relative": Page.ASSESSMENT,
    "kin_union": Page.ASSESSMENT,
    "bond": Page.ASSESSMENT,
    "benefit": Page.ASSESSMENT,
    "goal": Page.PLANNING,
    "measure": Page.PLANNING,
    "no_goal": Page.PLANNING,
    "plan": Page.PLANNING,
    "referral": Page.IMPLEMENTATION,
    "claim": Page.IMPLEMENTATION,
    "cost_approval": Page.IMPLEMENTATION,
    "plan_section": Page.PLANNING,
    "plan_dissent": Page.PLANNING,
    "emergency_note": Page.PLANNING,
    "task": Page.COORDINATION,
    "time_sheet": Page.ACCOUNTS,
    "invoice": Page.ACCOUNTS,
    "flat_fee": Page.ACCOUNTS,
    "reminder": Page.ACCOUNTS,
    "conference": Page.COORDINATION,
    "participant": Page.COORDINATION,
    "agenda_item": Page.COORDINATION,
    "resolution": Page.COORDINATION,
    "review": Page.MONITORING,
    "evaluation": Page.EVALUATION,
    "closure": Page.EVALUATION,
    "goal_result": Page.EVALUATION,
    "risk": Page.MONITORING,
    "report": Page.REPORTS,
    "report_section": Page.REPORTS,
    "goal_rating": Page.MONITORING,
    "measure_check": Page.MONITORING,
    "accepted_finding": Page.COVERAGE,
    "care_slot": Page.COVERAGE,
    "quality_waiver": Page.QUALITY,
    "consent": Page.CONSENTS,
    "withholding": Page.MATRIX,
    "statutory_basis": Page.MATRIX,
    "disclosure": Page.DISCLOSURES,
    "entry": Page.RECORD,
    "addendum": Page.RECORD,
    "document": Page.DOCUMENTS,
    "information_receipt": Page.CONSENTS,
    "received_document": Page.DOCUMENTS,
}


def case_item(line: CaseLine, dues: Sequence[Due], standard: Standard) -> AvatarItem:
    """Show a case: who, what is going on, and how many things want attention."""
    phases = [wording.phase(phase, standard) for phase in line.phases]
    since = _("since {day}").format(day=wording.day(line.opened_on))
    left = left_words(line.use)
    if line.closed_on is not None:
        since = _("closed on {day}").format(day=wording.day(line.closed_on))
    return AvatarItem(
        key=line.case_id,
        initials=line.initials,
        title=line.name or _("(no name yet)"),
        subtitle=" · ".join(
            part for part in (left, *phases, line.title, since) if part
        ),
        badge=_badge(dues),
        badge_tone=Tone.WARNING,
        badge_words="; ".join(wording.label(due.kind) for due in dues),
    )


def _badge(dues: Sequence[Due]) -> str:
    if not dues:
        return ""
    return "!" if len(dues) == 1 else str(len(dues))


def found_item(number: int, found: Found) -> AvatarItem:
    """Show a result of the search."""
    title = found.client_name or found.excerpt
    kind = noun(found.noun)
    words = f"{kind} · {found.excerpt}" if found.client_name else kind
    return AvatarItem(
        key=str(number),
        initials=_initials(title),
        title=title,
        subtitle=words,
    )


def _initials(name: str) -> str:
    family, _comma, given = name.partition(", ")
    return (given[:1] + family[:1]).upper()


def page_of(table_name: str) -> Page | None:
    """Return the page on which records of a kind are shown."""
    return _PAGES.get(table_name)


def found_place(found: Found) -> Place | None:
    """Return where a result is shown."""
    page = _PAGES.get(found.noun)
    if page is None or (found.case_id is None and page is not Page.NETWORK):
        return None
    return Place(page=page, case_id=found.case_id, subject_id=found.record_id)


def record_place(
    table_name: str, record_id: str, case_id: CaseId | None
) -> Place | None:
    """Return where a record of a kind is shown, if it has a page."""
    page = _PAGES.get(table_name)
    if page is None or case_id is None:
        return None
    return Place(page=page, case_id=case_id, subject_id=record_id)


def noun(table_name: str) -> str:
    """Name a kind of record."""
    return {
        "client": _("Client"),
        "address": _("Address"),
        "contact_point": _("Phone or mail"),
        "insurance_number": _("Insurance number"),
        "representation": _("Representation"),
        "person": _("Person"),
        "organisation": _("Organisation"),
        "case_record": _("Case"),
        "party": _("Party"),
        "mandate": _("Mandate"),
        "intake": _("Intake"),
        "assessment": _("Assessment"),
        "domain_entry": _("Assessment"),
        "network_map": _("Network map"),
        "tie": _("Tie of the network map"),
        "relative": _("Relative"),
        "kin_union": _("Union"),
        "descent": _("Descent"),
        "bond": _("Bond between relatives"),
        "own_domain": _("Own domain of life"),
        "domain_set": _("Domains of life"),
        "client_snapshot": _("Client at the assessment"),
        "benefit": _("Benefit or service"),
        "goal": _("Goal"),
        "measure": _("Measure"),
        "no_goal": _("Need without a goal"),
        "measure_template": _("Template of measures"),
        "template_step": _("Step of a template"),
        "plan": _("Care plan"),
        "service_kind": _("Kind of service"),
        "instrument_sheet": _("Instrument"),
        "own_category": _("Own kind of information"),
        "care_allowance": _("Care allowance"),
        "provider": _("What somebody offers"),
        "referral": _("Referral or inquiry"),
        "claim": _("Application"),
        "cost_approval": _("Cost approval"),
        "agreed_plan": _("Agreed version of the plan"),
        "plan_section": _("Content of the plan by law"),
        "plan_dissent": _("Differing opinion on the plan"),
        "plan_signature": _("Signature on the plan"),
        "emergency_note": _("Emergency sheet"),
        "task": _("Task"),
        "billing_terms": _("Terms of billing"),
        "time_sheet": _("Time sheet"),
        "time_sheet_line": _("Line of a time sheet"),
        "invoice": _("Invoice"),
        "flat_fee": _("Flat fee"),
        "reminder": _("Payment reminder"),
        "conference": _("Case conference"),
        "participant": _("Participant of a conference"),
        "agenda_item": _("Item of an agenda"),
        "resolution": _("Result of a conference"),
        "review": _("Review"),
        "evaluation": _("Evaluation"),
        "closure": _("Closing"),
        "goal_result": _("Result of a goal"),
        "report": _("Report"),
        "report_section": _("Section of a report"),
        "risk": _("Risk or warning note"),
        "goal_rating": _("Rating of a goal"),
        "measure_check": _("Check of a measure"),
        "accepted_finding": _("Accepted finding"),
        "care_slot": _("Time of care"),
        "quality_waiver": _("Point of the quality check that does not apply"),
        "consent": _("Consent"),
        "consent_item": _("Recipient"),
        "withholding": _("Withheld"),
        "statutory_basis": _("Rule of law"),
        "disclosure": _("Disclosure"),
        "withdrawal_notice": _("Notice of a withdrawal"),
        "entry": _("Record"),
        "addendum": _("Addendum"),
        "text_block": _("Text block"),
        "stopwatch": _("Stopwatch"),
        "document": _("Document"),
        "own_form": _("Own text of a form"),
        "own_passage": _("Passage of an own text"),
        "hidden_category": _("Hidden kind of information"),
        "information_receipt": _("Receipt of the information sheet"),
        "received_document": _("Received paper"),
        "received_page": _("Received page"),
    }[table_name]
