"""What the vault itself remembers about its backups."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casedesk.domain.backup import BackupPlace, Check, Drill, Holdings, Verdict
from casedesk.services import backup_places
from casedesk.services.backup_places import ExternalPlace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.store.database import Database

VAULT_ID = "vault_id"
_EXTERNAL, _LOCAL, _CHECKS = "backup.external", "backup.local", "backup.checks"
_DRILL, _CUT_SHORT = "backup.drill", "backup.cut_short"
_MOST_CHECKS = 120  # two places, as many as thinning leaves, and some more


class BackupMemory:
    """Settings of the vault; while it is locked nobody knows any of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def vault_id(self) -> str:
        """Return what names the vault on its backups, or an empty text."""
        return self._setting(VAULT_ID)

    def name_vault(self, vault_id: str) -> str:
        """Name the vault for good."""
        self._remember(VAULT_ID, vault_id)
        return vault_id

    def local_folder(self) -> Path:
        """Return the folder of backups on this computer."""
        chosen = self._setting(_LOCAL)
        return Path(chosen) if chosen else backup_places.local_folder()

    def external(self) -> ExternalPlace | None:
        """Return the place outside, if one is chosen."""
        stored = self._setting(_EXTERNAL)
        if not stored:
            return None
        values = json.loads(stored)
        return ExternalPlace(
            place_id=values["place_id"],
            folder=Path(values["folder"]),
            inside=values["inside"],
            is_same_disk=values["is_same_disk"],
        )

    def keep_external(self, place: ExternalPlace | None) -> None:
        """Remember the place outside, or forget it."""
        stored = "" if place is None else json.dumps(asdict(place), default=_plain)
        self._remember(_EXTERNAL, stored)

    def checks(self) -> list[Check]:
        """Return what was found at each backup when it was looked at last."""
        return [_check(each) for each in json.loads(self._setting(_CHECKS) or "[]")]

    def keep_checks(self, checks: Iterable[Check]) -> None:
        """Remember what was found; the rest stays."""
        known = {(each.place, each.name): each for each in self.checks()}
        known |= {(each.place, each.name): each for each in checks}
        newest = sorted(known.values(), key=lambda each: each.made_at)[-_MOST_CHECKS:]
        self.put_checks(newest)

    def put_checks(self, checks: list[Check]) -> None:
        """Remember these and no others."""
        stored = [asdict(each) for each in checks]
        self._remember(_CHECKS, json.dumps(stored, default=_plain))

    def drill(self) -> Drill | None:
        """Return how the last restoring on trial went."""
        stored = self._setting(_DRILL)
        return _drill(json.loads(stored)) if stored else None

    def keep_drill(self, drill: Drill) -> None:
        """Remember how restoring on trial went."""
        self._remember(_DRILL, json.dumps(asdict(drill), default=_plain))

    def was_cut_short(self) -> bool:
        """Whether there was no time for the last backup."""
        return bool(self._setting(_CUT_SHORT))

    def keep_cut_short(self, was_cut_short: bool) -> None:
        """Remember whether there was no time for the last backup."""
        self._remember(_CUT_SHORT, "yes" if was_cut_short else "")

    def newest_change(self) -> int:
        """Return the number of the newest deed that changed anything."""
        with self._database.read() as tables:
            return tables.deeds.latest_change()

    def begun_at(self) -> datetime | None:
        """Return when the first deed was done."""
        with self._database.read() as tables:
            return tables.deeds.first_at()

    def _setting(self, name: str) -> str:
        with self._database.read() as tables:
            return tables.settings.get(name)

    def _remember(self, name: str, value: str) -> None:
        if self._setting(name) != value and not self._database.is_read_only:
            with self._database.note() as tables:
                tables.settings.put(name, value)


def last_sound(checks: list[Check], place: BackupPlace) -> Check | None:
    """Return the newest backup at a place that was found sound."""
    sound = [
        each for each in checks if each.place is place and each.verdict is Verdict.SOUND
    ]
    return max(sound, key=lambda each: each.made_at, default=None)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)


# Any: what was stored as text by `_plain`.
def _check(stored: dict[str, Any]) -> Check:
    return Check(
        place=BackupPlace(stored["place"]),
        name=stored["name"],
        made_at=datetime.fromisoformat(stored["made_at"]),
        checked_at=datetime.fromisoformat(stored["checked_at"]),
        verdict=Verdict(stored["verdict"]),
        size=stored["size"],
        header=bytes.fromhex(stored["header"]),
        written_ns=stored["written_ns"],
        holdings=Holdings(**stored["holdings"]),
    )


# Any: as `_check`.
def _drill(stored: dict[str, Any]) -> Drill:
    return Drill(
        at=datetime.fromisoformat(stored["at"]),
        name=stored["name"],
        is_sound=stored["is_sound"],
        holdings=Holdings(**stored["holdings"]),
        papers_read=stored["papers_read"],
    )
