"""Version 2: sealed deeds, and history and papers that cannot be taken away."""

STATEMENTS = (
    "ALTER TABLE deed ADD COLUMN seal TEXT NOT NULL DEFAULT ''",
    """
    INSERT OR IGNORE INTO setting (name, value)
    VALUES ('trail_key', lower(hex(randomblob(32))))
    """,
    """
    CREATE INDEX history_removed_by_case
        ON history (json_extract(before, '$.case_id'), number) WHERE kind = 'removed'
    """,
    """
    CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history BEGIN
        SELECT RAISE(ABORT, 'history is never changed');
    END
    """,
    """
    CREATE TRIGGER history_is_never_removed BEFORE DELETE ON history BEGIN
        SELECT RAISE(ABORT, 'history is never removed');
    END
    """,
    """
    CREATE TRIGGER document_is_never_removed BEFORE DELETE ON document BEGIN
        SELECT RAISE(ABORT, 'an issued document is frozen');
    END
    """,
    """
    CREATE TRIGGER document_content_is_never_removed
    BEFORE DELETE ON document_content BEGIN
        SELECT RAISE(ABORT, 'an issued document is frozen');
    END
    """,
)
