"""Puts the texts of the demo into the tables of a vault, many at once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from casedesk.domain.addendum import Addendum
from casedesk.domain.assessment import Assessment, DomainEntry
from casedesk.domain.assessment_change import HEAD_TEXTS
from casedesk.domain.benefit import Benefit
from casedesk.domain.care_slot import CareSlot
from casedesk.domain.case import Case, Mandate, Party
from casedesk.domain.client import Address, Client, ContactPoint, InsuranceNumber
from casedesk.domain.client_snapshot import ClientSnapshot
from casedesk.domain.consent import Consent, ConsentItem, Decision
from casedesk.domain.disclosure import Disclosure
from casedesk.domain.entry import Entry
from casedesk.domain.goal import Goal
from casedesk.domain.instrument import Sheet
from casedesk.domain.intake import Intake
from casedesk.domain.kinship import Bond, Descent, Relative, Union
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Measure
from casedesk.domain.network import Organisation, Person
from casedesk.domain.no_goal import NoGoal
from casedesk.domain.phase import PhaseRun
from casedesk.domain.plan import Plan
from casedesk.domain.representation import Representation
from casedesk.domain.signing import Signer, roles_of
from casedesk.domain.statute import StatutoryBasis
from casedesk.domain.tie import NetworkMap, Tie
from casedesk.domain.withdrawal_notice import WithdrawalNotice
from casedesk.domain.withholding import Withholding
from casedesk.store.columns import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.services.demo_content import Toml
    from casedesk.store.database import Database
    from casedesk.store.rows import Rows
    from casedesk.store.tables import Tables

# What a field names, where files name each other by keys.
_REFERENCES = {
    "person_id": "person_id",
    "organisation_id": "organisation_id",
    "party_id": "party_id",
    "first_id": "relative_id",
    "second_id": "relative_id",
    "child_id": "relative_id",
    "twin_of_id": "relative_id",
    "guiding_id": "goal_id",
    "further_goal_ids": "goal_id",
    "earlier_id": "assessment_id",
    "consent_id": "consent_id",
    "renews_id": "consent_id",
    "item_ids": "item_id",
    "others": "party_id",
}


_ENTRIES = "domain_entries"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Branch:
    """One kind of record: its class, how others point to it, and what hangs on it."""

    record: type
    id_name: str = ""
    children: dict[str, _Branch] = field(default_factory=dict)


_NETWORK = {
    "organisations": _Branch(record=Organisation, id_name="organisation_id"),
    "persons": _Branch(record=Person, id_name="person_id"),
}
_CASE = _Branch(
    record=Case,
    id_name="case_id",
    children={
        "mandates": _Branch(record=Mandate),
        "instrument_sheets": _Branch(record=Sheet),
        "intakes": _Branch(record=Intake),
        "parties": _Branch(record=Party, id_name="party_id"),
        "phase_runs": _Branch(record=PhaseRun),
        "assessments": _Branch(
            record=Assessment,
            id_name="assessment_id",
            children={
                "domain_entries": _Branch(record=DomainEntry),
                "client_snapshots": _Branch(record=ClientSnapshot),
            },
        ),
        "network_maps": _Branch(
            record=NetworkMap,
            id_name="map_id",
            children={"ties": _Branch(record=Tie)},
        ),
        "relatives": _Branch(record=Relative, id_name="relative_id"),
        "unions": _Branch(
            record=Union,
            id_name="union_id",
            children={"descents": _Branch(record=Descent)},
        ),
        "bonds": _Branch(record=Bond),
        "benefits": _Branch(record=Benefit),
        "care_slots": _Branch(record=CareSlot),
        "goals": _Branch(
            record=Goal,
            id_name="goal_id",
            children={"measures": _Branch(record=Measure)},
        ),
        "no_goals": _Branch(record=NoGoal),
        "plans": _Branch(record=Plan),
        "consents": _Branch(
            record=Consent,
            id_name="consent_id",
            children={"consent_items": _Branch(record=ConsentItem, id_name="item_id")},
        ),
        "withholdings": _Branch(record=Withholding),
        "statutory_bases": _Branch(record=StatutoryBasis),
        "disclosures": _Branch(record=Disclosure),
        "withdrawal_notices": _Branch(record=WithdrawalNotice),
        "entries": _Branch(
            record=Entry,
            id_name="entry_id",
            children={"addenda": _Branch(record=Addendum)},
        ),
    },
)
_CLIENT = _Branch(
    record=Client,
    id_name="client_id",
    children={
        "addresses": _Branch(record=Address),
        "contact_points": _Branch(record=ContactPoint),
        "insurance_numbers": _Branch(record=InsuranceNumber),
        "representations": _Branch(record=Representation),
        "cases": _CASE,
    },
)


# Any: a record of the given class.
def made(record: type, toml: Toml) -> Any:
    """Return the record that a part of a file describes."""
    columns = {column.name: column for column in columns_of(record)}
    return record(
        **{
            name: columns[name].read(
                json.dumps(value) if isinstance(value, list) else value
            )
            for name, value in toml.items()
        }
    )


class DemoWriter:
    """Adds records with what hangs on them. Files name each other by short keys."""

    def __init__(self, database: Database, ids: Iterator[str]) -> None:
        self._database = database
        self._ids = ids
        self._keys: dict[tuple[str, str], str] = {}
        self._revised: list[tuple[str, Any]] = []  # Any: records of every kind

    def write_network(self, toml: Toml) -> None:
        """Add the organisations, then the persons, who may work for them."""
        with self._database.write("demo.network") as tables:
            for name, branch in _NETWORK.items():
                for each in toml[name]:
                    self._plant(tables, name, branch, each, {})

    def write_case(self, toml: Toml, number: str) -> None:
        """Add a client with a case and all that is in it."""
        with self._database.write("demo.case") as tables:
            self._plant(tables, "clients", _CLIENT, _whole(toml, number), {})
        for name, record in self._revised:
            with self._database.write("demo.revise", record.id) as tables:
                _rows(tables, name).update(record)
        self._revised.clear()

    def _plant(
        self,
        tables: Tables,
        name: str,
        branch: _Branch,
        toml: Toml,
        parents: dict[str, str],
    ) -> None:
        record_id = next(self._ids)
        known = {"key", "before", *branch.children}
        own = {key: value for key, value in toml.items() if key not in known}
        record = self._made(branch.record, own | {"id": record_id}, parents)
        earlier = replace(record, **toml.get("before", {}))
        _rows(tables, name).add(earlier)
        if earlier != record:
            self._revised.append((name, record))
        self._remember(branch, toml, record_id)
        below = parents | {branch.id_name: record_id}
        for child_name, child in branch.children.items():
            for position, each in enumerate(toml.get(child_name, []), 1):
                placed = (
                    {"position": position} if child.record in (Goal, Measure) else {}
                )
                self._plant(tables, child_name, child, placed | each, below)

    def _remember(self, branch: _Branch, toml: Toml, record_id: str) -> None:
        key = toml.get("key") or toml.get("person_id") or toml.get("organisation_id")
        if branch.id_name and key:
            self._keys[branch.id_name, key] = record_id

    # Any: a record of the given class; then a value of a file.
    def _made(self, record: type, toml: Toml, parents: dict[str, str]) -> Any:
        names = {field.name for field in fields(record)}
        own = {name: each for name, each in parents.items() if name in names}
        return made(
            record, own | {name: self._named(name, toml[name]) for name in toml}
        )

    def _named(self, name: str, value: Any) -> Any:
        if name not in _REFERENCES:
            return value
        if isinstance(value, list):
            return [self._keys[_REFERENCES[name], each] for each in value]
        return self._keys[_REFERENCES[name], value]


def _whole(toml: Toml, number: str) -> Toml:
    """Return a client with the case inside, and the records every case begins with."""
    case: Toml = {"mandates": [{}], "intakes": [{}], "plans": [{}], "assessments": [{}]}
    case |= {
        name: part for name, part in toml.items() if name not in ("client", "case")
    }
    case["assessments"] = _every_version(case["assessments"], toml["client"])
    case["entries"] = [_as_entered(each) for each in case.get("entries", [])]
    case["consents"] = [_with_rows_said(each) for each in case.get("consents", [])]
    case |= toml["case"] | {"number": number}
    return {**toml["client"], "cases": [case]}


def _as_entered(entry: Toml) -> Toml:
    """Return an entry that was written down on its evening, unless the file says so."""
    return {"entered_at": f"{entry['happened_on']}T16:40:00+00:00"} | entry


def _with_rows_said(consent: Toml) -> Toml:
    """Return a declaration with what its signature says, unless the file does."""
    if "signed_on" not in consent:
        return consent
    signed_by = [
        role.value for role in roles_of(Signer(consent.get("signer", "client")))
    ]
    rows = [
        {"decision": Decision.GRANTED.value} | row
        for row in consent.get("consent_items", [])
    ]
    return {"signed_by": signed_by} | consent | {"consent_items": rows}


def _every_version(versions: list[Toml], client: Toml) -> list[Toml]:
    """Return assessments with all domains; a later one says only what is different."""
    whole: list[Toml] = []
    for version in versions:
        earlier = whole[-1] if whole else {}
        entries = {entry["life_domain"]: entry for entry in earlier.get(_ENTRIES, [])}
        for entry in version.get(_ENTRIES, []):
            key = entry["life_domain"]
            entries[key] = entries.get(key, {}) | entry
        every = [entries.get(each, {"life_domain": each}) for each in LifeDomain]
        stays = {name: earlier[name] for name in HEAD_TEXTS if name in earlier}
        whole.append({**stays, **version, _ENTRIES: every})
    return [each | {"client_snapshots": _snapshots(each, client)} for each in whole]


def _snapshots(assessment: Toml, client: Toml) -> list[Toml]:
    """Return the client's data as a confirmed assessment notes them."""
    if "confirmed_on" not in assessment:
        return []
    names = (client.get("given_name", ""), client.get("family_name", ""))
    home: Toml = next(iter(client.get("addresses", [])), {})
    town = " ".join(filter(None, (home.get("postcode"), home.get("town"))))
    same = ("born", "languages", "communication_needs")
    return [
        {
            "taken_on": assessment["confirmed_on"],
            "full_name": " ".join(filter(None, names)),
            "address": ", ".join(filter(None, (home.get("street"), town))),
            **{name: client[name] for name in same if name in client},
        }
    ]


# Any: tables of different records, told apart by their names.
def _rows(tables: Tables, name: str) -> Rows[Any]:
    rows: Rows[Any] = getattr(tables, name)
    return rows
