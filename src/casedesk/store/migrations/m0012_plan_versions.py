"""Version 12: agreed versions of plans are frozen; profiles, dissent, signatures.

A version that was agreed before this step keeps its texts by the same trigger; what its
goals were then is known only as far as a paper of it was issued.
"""

_PLAN_COLUMNS = (
    "profile TEXT NOT NULL DEFAULT 'free'",
    "profile_version TEXT NOT NULL DEFAULT ''",
    "agreed_with TEXT NOT NULL DEFAULT '[]'",
    "oral_reason TEXT NOT NULL DEFAULT ''",
)
# Every column but the day of the next review and the remarks on the agreement.
_FROZEN = (
    *("id", "case_id", "version", "valid_from", "participants", "situation"),
    *("crisis_plan", "not_covered", "client_tasks", "dissent", "agreed_on"),
    *("agreed_by", "profile", "profile_version", "agreed_with", "oral_reason"),
)
_CHANGED = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in _FROZEN)
_AGREED = "EXISTS (SELECT 1 FROM agreed_plan WHERE plan_id = {row}.plan_id)"


def _guards(table: str) -> tuple[str, ...]:
    """Return what keeps the rows of an agreed version as they are."""
    return (
        f"""
    CREATE TRIGGER {table}_is_not_added_later BEFORE INSERT ON {table}
    WHEN {_AGREED.format(row="NEW")} BEGIN
        SELECT RAISE(ABORT, 'an agreed version is frozen');
    END
    """,
        f"""
    CREATE TRIGGER {table}_is_frozen BEFORE UPDATE ON {table}
    WHEN {_AGREED.format(row="OLD")} OR {_AGREED.format(row="NEW")} BEGIN
        SELECT RAISE(ABORT, 'an agreed version is frozen');
    END
    """,
        f"""
    CREATE TRIGGER {table}_is_never_removed BEFORE DELETE ON {table}
    WHEN {_AGREED.format(row="OLD")} BEGIN
        SELECT RAISE(ABORT, 'an agreed version is frozen');
    END
    """,
    )


STATEMENTS = (
    *(f"ALTER TABLE plan ADD COLUMN {column}" for column in _PLAN_COLUMNS),
    """
    CREATE TABLE agreed_plan (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE RESTRICT,
        plan_id TEXT NOT NULL UNIQUE REFERENCES plan (id) ON DELETE RESTRICT,
        document_id TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
        part_id TEXT NOT NULL REFERENCES document_part (id) ON DELETE RESTRICT,
        frozen_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX agreed_plan_by_case ON agreed_plan (case_id)",
    "CREATE INDEX agreed_plan_by_document ON agreed_plan (document_id)",
    "CREATE INDEX agreed_plan_by_part ON agreed_plan (part_id)",
    """
    CREATE TRIGGER agreed_plan_is_frozen BEFORE UPDATE ON agreed_plan BEGIN
        SELECT RAISE(ABORT, 'an agreed version is frozen');
    END
    """,
    """
    CREATE TRIGGER agreed_plan_is_never_removed BEFORE DELETE ON agreed_plan BEGIN
        SELECT RAISE(ABORT, 'an agreed version is frozen');
    END
    """,
    f"""
    CREATE TRIGGER plan_is_frozen BEFORE UPDATE ON plan
    WHEN OLD.agreed_on IS NOT NULL AND ({_CHANGED}) BEGIN
        SELECT RAISE(ABORT, 'an agreed version is frozen');
    END
    """,
    """
    CREATE TRIGGER plan_is_never_removed BEFORE DELETE ON plan
    WHEN OLD.agreed_on IS NOT NULL BEGIN
        SELECT RAISE(ABORT, 'an agreed version is frozen');
    END
    """,
    """
    CREATE TABLE plan_section (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX plan_section_by_case ON plan_section (case_id)",
    "CREATE UNIQUE INDEX plan_section_by_plan ON plan_section (plan_id, key)",
    *_guards("plan_section"),
    """
    CREATE TABLE plan_dissent (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        goal_id TEXT,
        said_by TEXT NOT NULL,
        text TEXT NOT NULL,
        noted_on TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX plan_dissent_by_case ON plan_dissent (case_id)",
    "CREATE INDEX plan_dissent_by_plan ON plan_dissent (plan_id)",
    *_guards("plan_dissent"),
    """
    CREATE TABLE plan_signature (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE RESTRICT,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE RESTRICT,
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        drawn_at TEXT NOT NULL,
        strokes TEXT NOT NULL,
        document_id TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
        sha256 TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX plan_signature_by_case ON plan_signature (case_id)",
    "CREATE INDEX plan_signature_by_plan ON plan_signature (plan_id)",
    "CREATE INDEX plan_signature_by_document ON plan_signature (document_id)",
    """
    CREATE TRIGGER plan_signature_is_frozen BEFORE UPDATE ON plan_signature BEGIN
        SELECT RAISE(ABORT, 'a signature stays as it was drawn');
    END
    """,
    """
    CREATE TRIGGER plan_signature_is_never_removed BEFORE DELETE ON plan_signature BEGIN
        SELECT RAISE(ABORT, 'a signature stays as it was drawn');
    END
    """,
    """
    CREATE TABLE emergency_note (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        diagnoses TEXT NOT NULL,
        reported_by TEXT NOT NULL,
        diagnoses_agreed_on TEXT,
        medication TEXT NOT NULL,
        helps TEXT NOT NULL,
        avoid TEXT NOT NULL,
        papers_at TEXT NOT NULL,
        further TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX emergency_note_by_case ON emergency_note (case_id)",
)
