"""Version 10: the sheets of instruments, with their answers as they were given."""

STATEMENTS = (
    """
    CREATE TABLE instrument_sheet (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        instrument TEXT NOT NULL,
        version TEXT NOT NULL,
        taken_on TEXT NOT NULL,
        variant TEXT NOT NULL,
        answered_by TEXT NOT NULL,
        answers TEXT NOT NULL,
        result TEXT NOT NULL,
        source TEXT NOT NULL,
        note TEXT NOT NULL,
        confirmed_on TEXT
    ) STRICT
    """,
    "CREATE INDEX instrument_sheet_by_case ON instrument_sheet (case_id, taken_on)",
    """
    CREATE TABLE care_allowance (
        id TEXT PRIMARY KEY NOT NULL,
        valid_from TEXT NOT NULL,
        stage_amounts TEXT NOT NULL,
        source TEXT NOT NULL
    ) STRICT
    """,
)
