"""The part of the demo in which providers are known and services arranged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedesk.domain.claim import Claim
from casedesk.domain.cost_approval import CostApproval
from casedesk.domain.provider import Provider
from casedesk.domain.referral import Referral
from casedesk.services.demo_writer import made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.services.demo_content import Toml
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

PROVISION_FILE = "implementation/provision.toml"
_KINDS = {"referrals": Referral, "claims": Claim, "cost_approvals": CostApproval}


def write_provisions(database: Database, toml: Toml, ids: Iterator[str]) -> None:
    """Add what providers offer, and what is arranged in some of the cases."""
    with database.write("demo.provision") as tables:
        known = {each.name: each.id for each in tables.organisations.all()}
        for offer in toml["providers"]:
            own = offer | {"organisation_id": known[offer["organisation"]]}
            del own["organisation"]
            tables.providers.add(made(Provider, own | {"id": next(ids)}))
        cases = {
            tables.clients.get(case.client_id).family_name: case.id
            for case in tables.cases.all()
        }
        for each in toml["cases"]:
            _write_case(tables, cases[each["client"]], each, ids)


def _write_case(tables: Tables, case_id: str, toml: Toml, ids: Iterator[str]) -> None:
    organisations = {each.id: each.name for each in tables.organisations.all()}
    parties = {
        organisations[party.organisation_id]: party.id
        for party in tables.parties.of(case_id=case_id)
        if party.organisation_id is not None
    }
    measures = {each.what: each.id for each in tables.measures.of(case_id=case_id)}
    for name, record in _KINDS.items():
        for each in toml.get(name, []):
            own = {**each, "id": next(ids), "case_id": case_id}
            _name(own, "party", parties)
            _name(own, "measure", measures)
            getattr(tables, name).add(made(record, own))


# Any: values of a file, and the ids for which they stand.
def _name(own: dict[str, Any], kind: str, ids: dict[Any, Any]) -> None:
    """Put the id of what is named in the place of its name."""
    if kind in own:
        own[f"{kind}_id"] = ids[own.pop(kind)]
