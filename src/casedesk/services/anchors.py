"""What is known of vaults outside of them: the newest line of each trail, their heads.

The file names vaults by their random ids alone, and holds no word of any case.
"""

from __future__ import annotations

import json
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from casedesk.domain.trail import Anchor

if TYPE_CHECKING:
    from pathlib import Path

MOST_FAILURES = 50


class AnchorFile:
    """Remembers trails, and how often a wrong passphrase was typed for a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def anchor_of(self, vault_id: str) -> Anchor | None:
        """Return what is known of the trail of a vault."""
        known = _part(self._read(), "anchors").get(vault_id)
        if not isinstance(known, dict):
            return None
        number, seal = known.get("number"), known.get("seal")
        if not isinstance(number, int) or not isinstance(seal, str):
            return None
        return Anchor(number=number, seal=seal)

    def keep(self, vault_id: str, anchor: Anchor) -> None:
        """Remember the newest line of the trail of a vault."""
        content = self._read()
        known = {"number": anchor.number, "seal": anchor.seal}
        anchors = {**_part(content, "anchors"), vault_id: known}
        self._write({**content, "anchors": anchors})

    def note_failure(self, vault: Path) -> None:
        """Count a wrong passphrase, to be told to the vault when it opens."""
        content = self._read()
        failures = _part(content, "failures")
        name = _name_of(vault)
        count = min(_count(failures.get(name)) + 1, MOST_FAILURES)
        self._write({**content, "failures": {**failures, name: count}})

    def take_failures(self, vault: Path) -> int:
        """Return how often the passphrase was wrong since the last time, and forget."""
        content = self._read()
        failures = _part(content, "failures")
        count = _count(failures.pop(_name_of(vault), None))
        if count:
            self._write({**content, "failures": failures})
        return count

    def checked_at(self, vault: Path) -> datetime | None:
        """Return when every page of a file was last looked at on this computer."""
        noted = self._read().get("checks", {}).get(_name_of(vault))
        try:
            return None if noted is None else datetime.fromisoformat(noted)
        except (TypeError, ValueError):
            return None

    def note_check(self, vault: Path, at: datetime | None) -> None:
        """Remember when every page was looked at; nothing lets it be looked at soon."""
        content = self._read()
        checks = content.setdefault("checks", {})
        checks.pop(_name_of(vault), None)
        if at is not None:
            checks[_name_of(vault)] = at.isoformat()
        self._write(content)

    def head_of(self, vault: Path) -> str:
        """Return by what the head of a file was known here; nothing if it never was."""
        known = _part(self._read(), "heads").get(_name_of(vault))
        return known if isinstance(known, str) else ""

    def note_head(self, vault: Path, mark: str) -> None:
        """Remember by what the head of a file is known."""
        content = self._read()
        heads = _part(content, "heads")
        if heads.get(_name_of(vault)) != mark:
            self._write({**content, "heads": {**heads, _name_of(vault): mark}})

    def forget(self, vault: Path, vault_id: str) -> None:
        """Forget all that is known of a vault, since it is no longer here."""
        content = self._read()
        content.get("anchors", {}).pop(vault_id, None)
        for kind in ("failures", "checks", "heads"):
            content.get(kind, {}).pop(_name_of(vault), None)
        self._write(content)

    # Any: whatever the file holds; a broken one counts as empty.
    def _read(self) -> dict[str, Any]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}

    def _write(self, content: dict[str, Any]) -> None:
        unfinished = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            unfinished.write_text(json.dumps(content), encoding="utf-8")
            unfinished.replace(self._path)
        except OSError:
            return  # it warns of older copies; without it the vault still works


# Any: as JSON has it.
def _part(content: dict[str, Any], name: str) -> dict[str, Any]:
    part = content.get(name)
    return dict(part) if isinstance(part, dict) else {}


def _count(value: object) -> int:
    return min(max(value, 0), MOST_FAILURES) if isinstance(value, int) else 0


def _name_of(vault: Path) -> str:
    return sha256(str(vault.absolute()).encode()).hexdigest()[:16]
