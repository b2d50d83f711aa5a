"""Names for new files beside a vault, where nothing lies yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def free_name(vault: Path, word: str, day: date) -> Path:
    """Return a name such as `Praxis.restored-2026-03-14.casedesk` that is free."""
    stem = f"{vault.stem}.{word}-{day:%Y-%m-%d}"
    path, number = vault.with_name(f"{stem}{vault.suffix}"), 1
    while path.exists():
        number += 1
        path = vault.with_name(f"{stem}-{number}{vault.suffix}")
    return path
