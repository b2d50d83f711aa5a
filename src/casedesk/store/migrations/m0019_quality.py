"""Version 19: what the quality check asks for and does not apply in a case."""

STATEMENTS = (
    """
    CREATE TABLE quality_waiver (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        quality_check TEXT NOT NULL,
        seal TEXT NOT NULL,
        said TEXT NOT NULL,
        reason TEXT NOT NULL,
        noted_on TEXT NOT NULL,
        noted_by TEXT NOT NULL,
        taken_back_on TEXT
    ) STRICT
    """,
    "CREATE INDEX quality_waiver_by_case ON quality_waiver (case_id)",
)
