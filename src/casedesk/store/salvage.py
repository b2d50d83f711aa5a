"""Copies all that can be read of a damaged vault into a new one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from casedesk.domain.problems import VaultDamaged
from casedesk.domain.salvage import KindSaved, Salvage, SalvageStopped, StructureLost
from casedesk.store import vault_file
from casedesk.store.damaged import DamagedVault
from casedesk.store.database import Database
from casedesk.store.faults import faults_explained
from casedesk.store.migrations import STEPS, migrate
from casedesk.store.salvage_links import mend_links
from casedesk.store.salvage_rows import TableCopy

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.store.noting import NotingConnection

# The history is first: it knows earlier states of what cannot be read.
_FIRST = ("setting", "deed", "history")
# Pages come before the papers they belong to: a paper without its pages is none.
_LAST = ("document_content", "document")


class Progress(NamedTuple):
    """Who is told how much is done, and who says whether to stop."""

    tell: Callable[[float], None] = lambda _share: None
    is_stopped: Callable[[], bool] = lambda: False


def salvage_into_file(
    path: Path,
    key: VaultKey,
    fresh: Path,
    now: Callable[[], datetime],
    progress: Progress | None = None,
) -> Salvage:
    """Save what can be read of a closed vault into the new file `fresh`.

    Raises `StructureLost` if nothing can, or `SalvageStopped`; then there is no file.
    """
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        target = vault_file.connected(fresh, key)
        target.execute(f"PRAGMA application_id = {vault_file.APPLICATION_ID}")
        database, report = _salvaged(path, key, target, now, progress or Progress())
        database.close()
        vault_file.check_whole(fresh, key)
    except BaseException:
        for ending in ("", "-wal", "-journal"):
            fresh.with_name(fresh.name + ending).unlink(missing_ok=True)
        raise
    return report


def salvage_into_memory(
    path: Path,
    key: VaultKey,
    now: Callable[[], datetime],
    progress: Progress | None = None,
) -> tuple[Database, Salvage]:
    """Save what can be read of a closed vault to be looked at, and only that."""
    target = vault_file.connected_to_memory()
    database, report = _salvaged(path, key, target, now, progress or Progress())
    database.let_read_only()
    return database, report


def _salvaged(
    path: Path,
    key: VaultKey,
    target: NotingConnection,
    now: Callable[[], datetime],
    progress: Progress,
) -> tuple[Database, Salvage]:
    try:
        with faults_explained():
            report = _copied(path, key, target, progress)
            database = Database(target, now)
        with database.write("vault.salvage") as tables:
            tables.index_all()
    except BaseException:
        target.close()
        raise
    return database, report


def _copied(
    path: Path, key: VaultKey, target: NotingConnection, progress: Progress
) -> Salvage:
    try:
        source = DamagedVault(path, key)
    except VaultDamaged:
        raise StructureLost from None
    try:
        migrate(target, STEPS[: source.version()])
        guards = _taken_away(target)
        kinds: list[KindSaved] = []
        tables = _in_order(target)
        for number, table in enumerate(tables):
            if progress.is_stopped():
                raise SalvageStopped
            progress.tell(number / len(tables))
            target.execute("BEGIN IMMEDIATE")
            kinds.append(TableCopy(source, target, table).made(progress.is_stopped))
            target.execute("COMMIT")
        links, made_up = mend_links(target)
        for guard in guards:
            target.execute(guard)
    finally:
        source.close()
    return Salvage(
        kinds=tuple(
            _with_made_up(kind, made_up.get(kind.table, 0))
            for kind in kinds
            if kind.saved or not kind.is_whole or made_up.get(kind.table)
        ),
        links_emptied=links,
    )


def _with_made_up(kind: KindSaved, count: int) -> KindSaved:
    return KindSaved(
        table=kind.table,
        saved=kind.saved + count,
        in_parts=kind.in_parts,
        earlier=kind.earlier,
        lost=kind.lost,
        is_lost_counted=kind.is_lost_counted,
        made_up=count,
    )


def _in_order(target: NotingConnection) -> list[str]:
    rows = target.execute(
        """
        SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
           AND name NOT LIKE 'search!_%' ESCAPE '!'
         ORDER BY name
        """
    )
    names = [row["name"] for row in rows]
    middle = [name for name in names if name not in (*_FIRST, *_LAST)]
    return [name for name in (*_FIRST, *middle, *_LAST) if name in names]


def _taken_away(target: NotingConnection) -> list[str]:
    """Take the triggers away that guard history and papers; return how to make them."""
    rows = target.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    triggers = {row["name"]: row["sql"] for row in rows}
    for name in triggers:
        target.execute(f"DROP TRIGGER {name}")
    return list(triggers.values())
