"""Version 3: a bin for clients and cases, and the protocol of what was erased."""

STATEMENTS = (
    """
    CREATE TABLE bin (
        record_id TEXT PRIMARY KEY NOT NULL,
        root_id   TEXT NOT NULL,
        binned_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE erased (
        deed      INTEGER PRIMARY KEY REFERENCES deed (number),
        cases     INTEGER NOT NULL,
        records   INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        changes   INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TRIGGER erased_is_never_changed BEFORE UPDATE ON erased BEGIN
        SELECT RAISE(ABORT, 'the protocol is never changed');
    END
    """,
    """
    CREATE TRIGGER erased_is_never_removed BEFORE DELETE ON erased BEGIN
        SELECT RAISE(ABORT, 'the protocol is never changed');
    END
    """,
)
