"""The tables of people and cases: who they are, what happened, what was found."""

from __future__ import annotations

from casedesk.domain.addendum import Addendum, EntryPrint
from casedesk.domain.assessment import TEXTS as DOMAIN_TEXTS
from casedesk.domain.assessment import Assessment, DomainEntry
from casedesk.domain.assessment_change import HEAD_TEXTS
from casedesk.domain.benefit import Benefit
from casedesk.domain.care_allowance import CareAllowance
from casedesk.domain.case import Case, Mandate, Party
from casedesk.domain.client import Address, Client, ContactPoint, InsuranceNumber
from casedesk.domain.client_snapshot import ClientSnapshot
from casedesk.domain.entry import Entry
from casedesk.domain.instrument import Sheet
from casedesk.domain.intake import Intake
from casedesk.domain.life_domain import DomainSet, OwnDomain
from casedesk.domain.network import Organisation, Person
from casedesk.domain.phase import PhaseRun
from casedesk.domain.practice import Practice
from casedesk.domain.representation import Representation
from casedesk.domain.stopwatch import Stopwatch
from casedesk.domain.text_block import TextBlock
from casedesk.store.table_room import TableRoom


class CaseTables(TableRoom):
    """People, network, cases, their record and their assessments."""

    def _add_people(self) -> None:
        self.practice = self._rows(Practice, "practice")
        self.clients = self._rows(
            Client,
            "client",
            searched=(
                "family_name",
                "given_name",
                "former_name",
                "called_name",
                "note",
                "communication_needs",
            ),
        )
        self.addresses = self._rows(
            Address, "address", searched=("street", "town", "access_hint")
        )
        self.contact_points = self._rows(
            ContactPoint, "contact_point", searched=("value", "note")
        )
        self.insurance_numbers = self._rows(
            InsuranceNumber, "insurance_number", searched=("number", "insurer")
        )
        self.representations = self._rows(
            Representation, "representation", searched=("authority", "file_number")
        )
        self.organisations = self._rows(
            Organisation,
            "organisation",
            order="name, id",
            searched=("name", "department", "services", "town", "note"),
        )
        self.persons = self._rows(
            Person,
            "person",
            order="family_name, given_name, id",
            searched=("family_name", "given_name", "function", "town", "note"),
        )

    def _add_case(self) -> None:
        self.cases = self._rows(
            Case, "case_record", order="opened_on, id", searched=("number", "title")
        )
        self.parties = self._rows(Party, "party", searched=("function", "note"))
        self.mandates = self._rows(
            Mandate, "mandate", searched=("reference_number", "purpose", "note")
        )
        self.phase_runs = self._rows(PhaseRun, "phase_run", order="started_on, id")
        self.intakes = self._rows(
            Intake,
            "intake",
            searched=(
                "concern",
                "referral_reason",
                "commission",
                "immediate_steps",
                "indication_note",
                "previous_help",
                "decision_reason",
            ),
        )

    def _add_record(self) -> None:
        self.entries = self._rows(
            Entry,
            "entry",
            order="happened_on DESC, id DESC",
            searched=("text", "quote", "neutral_text"),
        )
        self.addenda = self._rows(
            Addendum,
            "addendum",
            order="written_at, id",
            searched=("reason", "text", "neutral_text"),
        )
        self.entry_prints = self._rows(EntryPrint, "entry_print")
        self.stopwatches = self._rows(Stopwatch, "stopwatch")
        self.text_blocks = self._rows(
            TextBlock, "text_block", order="abbreviation, language, id"
        )

    def _add_assessment(self) -> None:
        self.own_domains = self._rows(OwnDomain, "own_domain", order="position, id")
        self.domain_sets = self._rows(DomainSet, "domain_set")
        self.assessments = self._rows(
            Assessment,
            "assessment",
            order="version, id",
            searched=(*HEAD_TEXTS, "occasion", "methods", "dissent"),
        )
        self.domain_entries = self._rows(
            DomainEntry, "domain_entry", searched=DOMAIN_TEXTS
        )
        self.client_snapshots = self._rows(ClientSnapshot, "client_snapshot")
        self.benefits = self._rows(
            Benefit,
            "benefit",
            searched=("what", "provider", "payer", "reference_number", "note"),
        )
        self.instrument_sheets = self._rows(
            Sheet,
            "instrument_sheet",
            order="taken_on DESC, id DESC",
            searched=("source", "note"),
        )
        self.care_allowances = self._rows(
            CareAllowance, "care_allowance", order="valid_from DESC, id"
        )
