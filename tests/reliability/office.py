"""The work that the suites do in a vault, and what must be there afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conftest import a_practice

from casedesk.domain.client import Client, ClientId
from casedesk.security.keys import LIGHT, new_key
from casedesk.services import vaults
from casedesk.store.repair import Condition, condition_of

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.services.session import Session

KEY = new_key("vier Wolken tragen Kupfer heim", bytes(range(11)), LIGHT)
SLOTS = 40
# Which clients there are, each with its note.
State = dict[str, str]


def new_vault(path: Path, deeds: int = 0) -> State:
    """Make a vault in which so many deeds are done; return what is in it."""
    session = vaults.create(path, KEY, a_practice())
    state: State = {}
    for number in range(deeds):
        state = do(session, state, number)
    session.lock()
    return state


def do(session: Session, state: State, number: int) -> State:
    """Do the deed of a number through the services; return what is there then."""
    after = after_deed(state, number)
    client_id = _client_of(number)
    if client_id not in state:
        client = Client(
            id=ClientId(client_id), family_name="Muster", note=after[client_id]
        )
        session.clients.add(client)
    elif client_id not in after:
        session.clients.remove(client_id)
    else:
        session.clients.change(client_id, note=after[client_id])
    return after


def after_deed(state: State, number: int) -> State:
    """Return what is there after the deed of a number."""
    client_id = _client_of(number)
    if client_id in state and number % 3 == 0:
        return {key: note for key, note in state.items() if key != client_id}
    return state | {client_id: _note_of(number)}


def found_in(session: Session) -> State:
    """Return what is there."""
    return {client.id: client.note for client in session.clients.all()}


def matching(state: State, begun: int, acknowledged: int, found: State) -> int | None:
    """Return how many deeds `found` holds; None if one is lost or done by half.

    A deed may be there that nobody was told of any more, but only the last.
    """
    for number in range(begun, acknowledged):
        state = after_deed(state, number)
    if found == state:
        return acknowledged
    return acknowledged + 1 if found == after_deed(state, acknowledged) else None


def is_sound(session: Session) -> bool:
    """Whether every page, every line of the trail and the search are whole."""
    session._database.checkpoint()
    with session._database.read() as tables:
        hits = tables.search.find("Muster", SLOTS + 1)
    return (
        condition_of(session._database._connection) is Condition.SOUND
        and session.trail.check().holds
        and len({hit.record_id for hit in hits}) == len(found_in(session))
    )


def _client_of(number: int) -> str:
    return f"client-{number * 7 % SLOTS}"


def _note_of(number: int) -> str:
    return f"{number} " + "Wolken und Kupfer. " * (number * 37 % 300)
