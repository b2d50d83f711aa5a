"""Counts what a vault holds, so that two copies of it can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.backup import Holdings

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def holdings_of(connection: Connection) -> Holdings:
    """Count the rows of every table, and find the newest deed."""
    names = connection.execute(
        """
        SELECT name FROM sqlite_schema
         WHERE type = 'table'
           AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
           AND name NOT LIKE 'search!_%' ESCAPE '!'
         ORDER BY name
        """
    ).fetchall()
    # S608: only names of our own tables are put in.
    counts = {
        name: int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])  # noqa: S608
        for (name,) in names
    }
    (newest,) = connection.execute("SELECT max(number) FROM deed").fetchone()
    return Holdings(
        rows={name: count for name, count in counts.items() if count},
        newest_deed=int(newest or 0),
    )
