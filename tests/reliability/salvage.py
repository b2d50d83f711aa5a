"""R22: what can be read of a damaged vault is saved, and nothing is invented."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from reliability import office
from reliability.figures import Figure
from store.damage import spoil_beside_structure

from casedesk.services import mending, vaults
from casedesk.store.repair import Condition, condition_of

if TYPE_CHECKING:
    from pathlib import Path

DEEDS, PAGES = 60, 6
UNREADABLE = {"", "?"}  # what stands where a word could not be read


def saved(patterns: int, folder: Path) -> Figure:
    """Damage pages by chance, and save the rest into a new vault."""
    path = folder / "vault.casedesk"
    state = office.new_vault(path, DEEDS)
    whole, random = path.read_bytes(), Random(22)
    told = _told()
    records = invented = unsound = changed = 0
    for _ in range(patterns):
        path.write_bytes(whole)
        spoil_beside_structure(path, office.KEY, random, PAGES)
        damaged = path.read_bytes()
        made = mending.save_readable(path, office.KEY)
        changed += path.read_bytes() != damaged
        session = vaults.unlock(made.path, office.KEY)
        found = office.found_in(session)
        records += len(found.keys() & state.keys())
        invented += sum(not _is_known(key, note, told) for key, note in found.items())
        session._database.checkpoint()
        is_sound = condition_of(session._database._connection) is Condition.SOUND
        unsound += not is_sound
        session.lock()
        made.path.unlink()
    return Figure(
        reached=f"{patterns} patterns of {PAGES} pages: {records} of "
        f"{patterns * len(state)} records saved, {invented} invented, {unsound} new "
        f"vaults unsound, {changed} damaged ones changed",
        is_met=records > 0 and not (invented or unsound or changed),
    )


def _told() -> dict[str, set[str]]:
    """Return each client that ever was, with every note they ever had."""
    told: dict[str, set[str]] = {}
    state: office.State = {}
    for number in range(DEEDS):
        state = office.after_deed(state, number)
        for key, note in state.items():
            told.setdefault(key, set()).add(note)
    return told


def _is_known(key: str, note: str, told: dict[str, set[str]]) -> bool:
    return key in told and note in told[key] | UNREADABLE
