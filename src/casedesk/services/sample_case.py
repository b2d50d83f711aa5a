"""A vault with one invented case and its papers, by which a program tests itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.domain.practice import Country, Language, Practice
from casedesk.services import vaults

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.services.clock import Clock
    from casedesk.services.session import Session


def make_sample(path: Path, clock: Clock) -> Session:
    """Make a vault with a client and a case, close it, and open it again."""
    key = vaults.demo_key(clock)
    practice = Practice(
        name="Praxis Muster", country=Country.CH, language=Language.DE_CH
    )
    session = vaults.create(path, key, practice, clock)
    client = Client(id=ClientId(clock.new_id()), family_name="Muster", given_name="Zoë")
    session.cases.open_for_new_client(client, next(iter(Area)))
    session.lock()
    key = vaults.derive_key(vaults.DEMO_PASSPHRASE, vaults.read_header(path))
    return vaults.unlock(path, key, clock)


def consent_set_of(session: Session) -> bytes:
    """Return the declarations of the one case, as PDF."""
    [line] = session.cases.lines()
    consents = session.declarations.new_set(line.case_id)
    return session.papers.consent_set([each.id for each in consents]).render()
