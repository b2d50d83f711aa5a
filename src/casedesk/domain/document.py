"""Issued documents: frozen with their hash, number and version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from casedesk.domain.case import CaseId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.practice import PaperLanguage

DocumentId = NewType("DocumentId", str)


class DocumentKind(StrEnum):
    """Which paper it is."""

    CONSENT_SET = "consent_set"
    CARE_PLAN = "care_plan"
    CARE_PLAN_CLIENT = "care_plan_client"
    NETWORK_MAP = "network_map"
    GENOGRAM = "genogram"
    RESOURCE_PROFILE = "resource_profile"
    INSTRUMENT_SHEET = "instrument_sheet"
    WITHDRAWAL_CONFIRMATION = "withdrawal_confirmation"
    WITHDRAWAL_LETTER = "withdrawal_letter"
    DISCLOSURE_LIST = "disclosure_list"
    ASSESSMENT = "assessment"
    ASSESSMENT_CLIENT = "assessment_client"
    ASSESSMENT_COMPARISON = "assessment_comparison"
    ASSESSMENT_SHEET = "assessment_sheet"
    TIME_SHEET = "time_sheet"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    REMINDER = "reminder"
    REFERRAL = "referral"
    INQUIRY = "inquiry"
    CLAIM_LETTER = "claim_letter"
    GOAL_AGREEMENT = "goal_agreement"
    PLAN_DIFFERENCES = "plan_differences"
    EMERGENCY_SHEET = "emergency_sheet"
    CONTACT_LIST = "contact_list"
    CONFERENCE_INVITATION = "conference_invitation"
    CONFERENCE_PREPARATION = "conference_preparation"
    CONFERENCE_MINUTES = "conference_minutes"
    REVIEW = "review"
    EVALUATION = "evaluation"
    QUALITY_CHECK = "quality_check"
    RECORD = "record"
    COVERAGE = "coverage"
    CARE_WEEK = "care_week"
    PROGRESS_REPORT = "progress_report"
    CLOSING_REPORT = "closing_report"
    PAYER_REPORT = "payer_report"


NOT_FOR_PARTIES = (
    DocumentKind.CONSENT_SET,
    DocumentKind.WITHDRAWAL_CONFIRMATION,
    DocumentKind.DISCLOSURE_LIST,
    DocumentKind.ASSESSMENT_CLIENT,
    DocumentKind.ASSESSMENT_COMPARISON,
    DocumentKind.ASSESSMENT_SHEET,
    DocumentKind.GENOGRAM,
    DocumentKind.PLAN_DIFFERENCES,
    DocumentKind.CONFERENCE_PREPARATION,
)
"""What nobody gets but the client, or is for the own file alone."""

# Einwilligung, Plan, Klientenfassung, Widerruf, Brief, Auskunft, Netzwerkkarte,
# Genogramm, Ressourcen, Instrument; Situationsbericht, leichte Fassung, Vergleich,
# Handbogen; Journal; Versorgungsprüfung, Wochenplan (there are more papers than
# letters); Konferenz: Einladung (C), Vorbereitung (X), Protokoll (M); Zielvereinbarung,
# Unterschiede, Notfallblatt, Kontaktliste; Überprüfung, Evaluation, Qualitätsprüfung;
# Überweisung, Frage, Antrag; Leistungsnachweis, Rechnung, Storno, Erinnerung; Verlaufs-
# und Abschlussbericht, Bericht an den Kostenträger: the same in every language,
# so that a number is found again whatever language it is in.
KIND_LETTERS = {
    DocumentKind.CONSENT_SET: "E",
    DocumentKind.CARE_PLAN: "P",
    DocumentKind.CARE_PLAN_CLIENT: "K",
    DocumentKind.NETWORK_MAP: "N",
    DocumentKind.GENOGRAM: "G",
    DocumentKind.RESOURCE_PROFILE: "R",
    DocumentKind.INSTRUMENT_SHEET: "I",
    DocumentKind.WITHDRAWAL_CONFIRMATION: "W",
    DocumentKind.WITHDRAWAL_LETTER: "B",
    DocumentKind.DISCLOSURE_LIST: "A",
    DocumentKind.ASSESSMENT: "S",
    DocumentKind.ASSESSMENT_CLIENT: "L",
    DocumentKind.ASSESSMENT_COMPARISON: "V",
    DocumentKind.ASSESSMENT_SHEET: "H",
    DocumentKind.TIME_SHEET: "LN",
    DocumentKind.INVOICE: "RE",
    DocumentKind.CREDIT_NOTE: "ST",
    DocumentKind.REMINDER: "ZE",
    DocumentKind.REFERRAL: "U",
    DocumentKind.INQUIRY: "F",
    DocumentKind.CLAIM_LETTER: "T",
    DocumentKind.GOAL_AGREEMENT: "ZV",
    DocumentKind.PLAN_DIFFERENCES: "PU",
    DocumentKind.EMERGENCY_SHEET: "NB",
    DocumentKind.CONTACT_LIST: "KL",
    DocumentKind.CONFERENCE_INVITATION: "C",
    DocumentKind.CONFERENCE_PREPARATION: "X",
    DocumentKind.CONFERENCE_MINUTES: "M",
    DocumentKind.REVIEW: "UP",
    DocumentKind.EVALUATION: "EV",
    DocumentKind.QUALITY_CHECK: "QP",
    DocumentKind.RECORD: "J",
    DocumentKind.COVERAGE: "VP",
    DocumentKind.CARE_WEEK: "WP",
    DocumentKind.PROGRESS_REPORT: "VB",
    DocumentKind.CLOSING_REPORT: "AB",
    DocumentKind.PAYER_REPORT: "KB",
}


class NumberTaken(RuleBroken):
    """Another paper of this case was issued since this one was prepared."""


class PaperBehind(RuleBroken):
    """What the paper shows, and would be frozen with it, has changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper as it was given out. It never changes; a correction is a new version.

    `categories` are the kinds of information in it. Without any it is not known, as
    for papers of earlier versions of CaseDesk: it may be anything.
    """

    id: DocumentId
    case_id: CaseId
    kind: DocumentKind
    number: str
    version: int
    language: PaperLanguage
    template_version: str
    issued_at: datetime
    sha256: str
    size_bytes: int
    categories: tuple[CategoryId, ...] = ()

    @property
    def short_code(self) -> str:
        """The code on every page by which a signed copy finds its way back."""
        return short_code(self.id)

    @property
    def file_name(self) -> str:
        """A file name that names no person."""
        return file_name(self.number, self.kind, self.version)


def short_code(document_id: DocumentId) -> str:
    """Return the eight signs that stand on every page of a document."""
    return document_id.replace("-", "")[-8:].upper()


def file_name(number: str, kind: DocumentKind, version: int) -> str:
    """Return a file name that names no person."""
    return f"CD-{number}-{kind.replace('_', '-')}-v{version}.pdf"


def next_number(
    case_number: str, kind: DocumentKind, issued: Iterable[Document]
) -> str:
    """Return the number of the next paper: one count for all papers of a case."""
    lasts = (document.number.rpartition("-")[2] for document in issued)
    counts = (int(last.lstrip(ascii_uppercase)) for last in lasts)
    return f"{case_number}-{KIND_LETTERS[kind]}{max(counts, default=0) + 1}"
