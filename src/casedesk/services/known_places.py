"""Where the backups of vaults lie, known while no vault is open.

The file names vaults by their random ids, and holds no word of any case.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casedesk.services.backup_places import ExternalPlace, local_folder

if TYPE_CHECKING:
    from casedesk.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlaces:
    """The places of one vault, and where that lies."""

    vault_id: str
    vault: Path
    local: Path
    external: ExternalPlace | None = None


class PlacesFile:
    """Remembers places; a file that cannot be used is no hindrance."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> list[KnownPlaces]:
        """Return what is known, and last the usual folder, whosever backups it has."""
        known = [
            places
            for vault_id, values in self._read().items()
            if (places := _places(vault_id, values)) is not None
        ]
        usual = KnownPlaces(vault_id="", vault=Path(), local=local_folder())
        return [*known, usual]

    def of(self, vault: Path) -> KnownPlaces | None:
        """Return the places of the vault that lies at a path."""
        return next((each for each in self.all() if each.vault == vault), None)

    def keep(self, session: Session) -> None:
        """Remember the places of an open vault."""
        state = session.backups.state()
        outside = state.external_place
        content = self._read()
        content[session.backups.vault_id()] = {
            "vault": str(session.path),
            "local": str(state.local_folder),
            "external": None
            if outside is None
            else {
                "place_id": outside.place_id,
                "folder": str(outside.folder),
                "inside": outside.inside,
            },
        }
        self._write(content)

    def forget(self, vault_id: str) -> None:
        """Forget the places of a vault."""
        content = self._read()
        if content.pop(vault_id, None) is not None:
            self._write(content)

    # Any: whatever the file holds; a broken one counts as empty.
    def _read(self) -> dict[str, Any]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}

    def _write(self, content: dict[str, Any]) -> None:
        unfinished = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            unfinished.write_text(json.dumps(content), encoding="utf-8")
            unfinished.replace(self._path)
        except OSError:
            return  # the usual folder is looked through all the same


# Any: whatever stands in the file.
def _places(vault_id: str, values: Any) -> KnownPlaces | None:
    try:
        outside = values["external"]
        return KnownPlaces(
            vault_id=vault_id,
            vault=Path(values["vault"]),
            local=Path(values["local"]),
            external=None
            if outside is None
            else ExternalPlace(
                place_id=outside["place_id"],
                folder=Path(outside["folder"]),
                inside=outside["inside"],
            ),
        )
    except (KeyError, TypeError):
        return None
