"""R18 and R19: a trail that was tampered with, a recovery sheet that was mistyped."""

from __future__ import annotations

import shutil
from random import Random
from typing import TYPE_CHECKING

from reliability import office
from reliability.figures import Figure

from casedesk.security.recovery import ALPHABET, LineState, line_state, sheet_lines
from casedesk.services import vaults
from casedesk.store import vault_file

if TYPE_CHECKING:
    from pathlib import Path

DEEDS = 60
TRIGGERS = ("deed_is_never_changed", "deed_is_never_removed")


def tampered_trail(manipulations: int, folder: Path) -> Figure:
    """Let somebody who has the key change the trail, or put an older copy back."""
    original, other = folder / "vault.casedesk", folder / "other.casedesk"
    older = folder / "older.casedesk"
    office.new_vault(older, DEEDS)
    shutil.copyfile(older, original)
    session = vaults.unlock(original, office.KEY)
    office.do(session, office.found_in(session), DEEDS)
    anchor = session.trail.anchor()
    session.lock()
    random, reported = Random(18), 0
    for turn in range(manipulations):
        shutil.copyfile(older if turn % 5 == 4 else original, other)
        if turn % 5 != 4:
            _tamper(other, random, turn % 5)
        session = vaults.unlock(other, office.KEY)
        reported += not session.trail.check().holds or session.trail.is_older_than(
            anchor
        )
        session.lock()
    return Figure(
        reached=f"{reported} of {manipulations} reported",
        is_met=reported == manipulations,
    )


def mistyped_sheet(errors: int, _folder: Path) -> Figure:
    """Mistype one letter of a line, or let two letters change places."""
    lines, random, caught = sheet_lines(office.KEY), Random(19), 0
    for turn in range(errors):
        number = random.randrange(len(lines))
        letters = list(lines[number].replace(" ", ""))
        place = random.randrange(len(letters))
        if turn % 2:
            letters[place] = random.choice(ALPHABET.replace(letters[place], ""))
        else:
            different = [i for i, each in enumerate(letters) if each != letters[place]]
            there = random.choice(different)
            letters[place], letters[there] = letters[there], letters[place]
        state = line_state(number + 1, "".join(letters))
        caught += state is LineState.WRONG
    return Figure(
        reached=f"{caught} of {errors} caught in their line", is_met=caught == errors
    )


def _tamper(path: Path, random: Random, kind: int) -> None:
    connection = vault_file.connected(path, office.KEY)
    for trigger in TRIGGERS:
        connection.execute(f"DROP TRIGGER {trigger}")
    number = random.randrange(1, DEEDS)
    statement = (
        "UPDATE deed SET action = 'client.read' || action WHERE number = ?",
        "UPDATE deed SET at = '2020-01-01T00:00:00+00:00' WHERE number = ?",
        "DELETE FROM deed WHERE number = ?",
        "DELETE FROM deed WHERE number > ?",
    )[kind]
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement, (number,))
    connection.close()
