"""Links of saved records whose other end is lost: emptied, or given a blank record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import sqlcipher3

from casedesk.store.blanks import blank_of

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Row

    from casedesk.store.columns import Stored
    from casedesk.store.noting import NotingConnection

_MOST_ROUNDS = 12  # a blank record may need another one


class _Broken(NamedTuple):
    table: str
    row: int
    column: str
    parent: str


def mend_links(connection: NotingConnection) -> tuple[int, Counter[str]]:
    """Mend every link; return how many were emptied, and what was made up by table.

    What belongs to a lost record keeps a blank one in its place, for nothing that was
    read may be lost by it. Only where that cannot be, it is left out.
    """
    emptied, made_up = 0, Counter[str]()
    for _round in range(_MOST_ROUNDS):
        broken = _broken_links(connection)
        if not broken:
            break
        connection.execute("BEGIN IMMEDIATE")
        for link in broken:
            if _is_emptied(connection, link):
                emptied += 1
            elif _is_given_a_blank(connection, link):
                made_up[link.parent] += 1
        connection.execute("COMMIT")
    for link in _broken_links(connection):
        connection.execute(f"DELETE FROM {link.table} WHERE rowid = ?", (link.row,))  # noqa: S608 - our own table
        emptied += 1
    return emptied, made_up


def _broken_links(connection: NotingConnection) -> list[_Broken]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [_broken(connection, row) for row in rows]


def _broken(connection: NotingConnection, row: Row) -> _Broken:
    table, number, parent, link = row
    statement = f"SELECT \"from\" FROM pragma_foreign_key_list('{table}') WHERE id = ?"  # noqa: S608 - our own table
    (column,) = connection.execute(statement, (link,)).fetchone()
    return _Broken(table=table, row=number, column=column, parent=parent)


def _is_emptied(connection: NotingConnection, link: _Broken) -> bool:
    statement = f"UPDATE {link.table} SET {link.column} = NULL WHERE rowid = ?"  # noqa: S608 - our own names
    try:
        connection.execute(statement, (link.row,))
    except sqlcipher3.IntegrityError:
        return False  # it must name something
    return True


def _is_given_a_blank(connection: NotingConnection, link: _Broken) -> bool:
    """Put a blank record where the link points; tell whether that was needed."""
    statement = f"SELECT {link.column} FROM {link.table} WHERE rowid = ?"  # noqa: S608 - our own names
    (wanted,) = connection.execute(statement, (link.row,)).fetchone()
    if link.parent == "deed":
        return _is_deed_made(connection, int(wanted))
    blank = blank_of(connection, link.parent)
    if blank is None:
        return False
    known = connection.execute("SELECT name FROM pragma_table_info(?)", (link.parent,))
    names = {row["name"] for row in known}
    values = {k: v for k, v in blank.items() if k in names} | {"id": wanted}
    if "number" in values:
        values["number"] = f"?-{wanted}"  # numbers of cases are given once
    values |= _links_of_blank(connection, link, values, f"lost-{wanted}")
    marks = ", ".join("?" * len(values))
    statement = (
        f"INSERT OR IGNORE INTO {link.parent} ({', '.join(values)}) VALUES ({marks})"  # noqa: S608 - our own names
    )
    return bool(connection.execute(statement, tuple(values.values())).rowcount)


def _links_of_blank(
    connection: NotingConnection, link: _Broken, values: dict[str, Stored], lost: str
) -> dict[str, Stored]:
    """Let a blank record belong where its child does, or to a blank one in turn."""
    child = connection.execute(
        f"SELECT * FROM {link.table} WHERE rowid = ?",  # noqa: S608 - our own table
        (link.row,),
    ).fetchone()
    links: dict[str, Stored] = {
        name: child[name] if name in child.keys() else lost  # noqa: SIM118 - a row
        for name, value in values.items()
        if name.endswith("_id") and value is not None
    }
    if link.parent == "party":  # it must name somebody
        links["person_id"] = lost
    return links


def _is_deed_made(connection: NotingConnection, number: int) -> bool:
    """Put an unsealed line into the trail, which tells by itself that one was lost."""
    made = connection.execute(
        """
        INSERT OR IGNORE INTO deed (number, at, action)
        SELECT ?, at, 'vault.lost' FROM deed ORDER BY abs(number - ?) LIMIT 1
        """,
        (number, number),
    )
    return bool(made.rowcount)
