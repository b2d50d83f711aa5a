"""Full-text search that finds inside German compounds and forgives spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlcipher3

from casedesk.domain.hit import Hit
from casedesk.domain.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlcipher3.dbapi2 import Connection

SHORTEST_WORD = 3
SORTED_LETTERS = 60
LAST_LETTER = "\U0010ffff"
_NOT_BINNED = """
    NOT EXISTS (SELECT 1 FROM bin
                 WHERE bin.record_id IN (search_entry.record_id,
                                         search_entry.case_id,
                                         search_entry.client_id))
"""
NAMED = ("client", "person", "organisation", "case_record")


def _both_ways(text: str) -> str:
    spelled, plain = folded(text), folded(text, spell_out=False)
    return spelled if spelled == plain else f"{spelled}\n{plain}"


class SearchIndex:
    """Keeps the words of searched records; removal is done by triggers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep_removed_words(self) -> None:
        """Have words that were changed or removed only marked as such.

        To overwrite them at once costs ten times the rest of a deed and leaves errors
        in the index; the history keeps them anyway, until a record is erased. The index
        remembers it, so that a vault is opened without waiting for the disk.
        """
        overwriting = self._connection.execute(
            "SELECT 1 FROM search_text_config WHERE k = 'secure-delete' AND v <> 0"
        ).fetchone()
        if overwriting:
            self._connection.execute(
                "INSERT INTO search_text (search_text, rank)"
                " VALUES ('secure-delete', 0)"
            )

    def forget_removed_words(self) -> None:
        """Write the index anew without the words that were marked as removed."""
        self._command("optimize")

    def mend(self) -> bool:
        """Make the index anew if it is not what the texts say; tell whether it was.

        The engine, overwriting the words of long texts, leaves errors in the index.
        """
        try:
            self._command("integrity-check")
        except sqlcipher3.DatabaseError as error:
            if "fts5" not in str(error) and "malformed" not in str(error):
                raise  # the disk is full, or the page itself cannot be read
            self._command("rebuild")
            return True
        return False

    def _command(self, name: str) -> None:
        self._connection.execute(
            "INSERT INTO search_text (search_text) VALUES (?)", (name,)
        )

    # Any: a record of whatever kind.
    def put(self, table: str, record: Any, texts: Sequence[str]) -> None:
        """Index a record anew under the texts it holds."""
        words = _both_ways("\n".join(text for text in texts if text))
        name, body = (words, "") if table in NAMED else ("", words)
        (number,) = self._connection.execute(
            """
            INSERT INTO search_entry
                   (record_id, table_name, case_id, client_id, sort_key)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (record_id) DO UPDATE SET sort_key = excluded.sort_key
            RETURNING number
            """,
            (
                record.id,
                table,
                record.id
                if table == "case_record"
                else getattr(record, "case_id", None),
                record.id if table == "client" else getattr(record, "client_id", None),
                name[:SORTED_LETTERS],
            ),
        ).fetchone()
        self._connection.execute(
            "INSERT OR REPLACE INTO search_text (rowid, name, body) VALUES (?, ?, ?)",
            (number, name, body),
        )

    def find(self, typed: str, limit: int) -> list[Hit]:
        """Return records that hold every typed word, people and cases first."""
        words = typed.split()
        long_words = [word for word in words if len(folded(word)) >= SHORTEST_WORD]
        if not words:
            return []
        if not long_words:
            return self._beginning_with(folded(words[0]), limit)
        named = self._matching("name", long_words, limit)
        return named + self._matching("body", long_words, limit - len(named))

    def find_named(self, typed: str, tables: Sequence[str], limit: int) -> list[Hit]:
        """Return records of these tables that hold every typed word, by name."""
        marks = ", ".join("?" * len(tables))
        named, words = named_conditions(typed)
        conditions = [f"table_name IN ({marks})", *named]
        values = [*tables, *words]
        # S608: the conditions hold marks only, all values are bound.
        rows = self._connection.execute(
            f"""
            SELECT table_name, record_id, case_id, client_id
              FROM search_entry
             WHERE {" AND ".join(conditions)}
             ORDER BY sort_key, record_id
             LIMIT ? + 0
            """,  # noqa: S608
            (*values, limit),
        )
        return [Hit(**dict(row)) for row in rows]

    def _matching(self, column: str, words: Sequence[str], limit: int) -> list[Hit]:
        expression = " AND ".join(_either_way(word) for word in words)
        rows = self._connection.execute(
            f"""
            SELECT table_name, record_id, case_id, client_id
              FROM search_text JOIN search_entry ON number = search_text.rowid
             WHERE search_text MATCH ? AND {_NOT_BINNED}
             LIMIT ? + 0
            """,  # noqa: S608 - a constant
            (f"{column} : ({expression})", limit),
        )
        return [Hit(**dict(row)) for row in rows]

    def _beginning_with(self, start: str, limit: int) -> list[Hit]:
        rows = self._connection.execute(
            f"""
            SELECT table_name, record_id, case_id, client_id
              FROM search_entry
             WHERE table_name IN ('client', 'person', 'organisation')
               AND sort_key >= ? AND sort_key < ? AND {_NOT_BINNED}
             ORDER BY table_name, sort_key
             LIMIT ? + 0
            """,  # noqa: S608 - a constant
            (start, start + LAST_LETTER, limit),
        )
        return [Hit(**dict(row)) for row in rows]


def named_conditions(
    typed: str, *, number: str = "number"
) -> tuple[list[str], list[str]]:
    """Return what has to hold for an entry whose name has every word, and the words.

    `+number` keeps the engine from looking entries up by it.
    """
    conditions, values = [_NOT_BINNED], []
    for word in typed.split():
        if len(folded(word)) < SHORTEST_WORD:
            conditions.append("instr(sort_key, ?) > 0")
            values.append(folded(word))
        else:
            conditions.append(
                f"{number} IN"  # noqa: S608 - one of two constants
                " (SELECT rowid FROM search_text WHERE search_text MATCH ?)"
            )
            values.append(f"name : {_either_way(word)}")
    return conditions, values


def matching_words(typed: str) -> str:
    """Return how texts are asked for that hold every typed word, nothing if none is.

    Words that are too short for the index are not asked for.
    """
    words = [word for word in typed.split() if len(folded(word)) >= SHORTEST_WORD]
    return f"body : ({' AND '.join(map(_either_way, words))})" if words else ""


def _either_way(word: str) -> str:
    quoted = {_quoted(folded(word)), _quoted(folded(word, spell_out=False))}
    return f"({' OR '.join(sorted(quoted))})"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
