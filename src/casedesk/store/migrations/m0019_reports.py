"""Version 19: reports with their sections, which stay once they were issued."""

from casedesk.store.migrations.locks import locks_of_part, locks_of_whole

_REPORT = (
    *("id", "case_id", "kind", "party_id", "starts_on", "ends_on", "language"),
    *("replaces_id", "created_on", "issued_on", "document_id", "number"),
)
_SECTION = (
    *("id", "case_id", "report_id", "part", "position", "text", "taken_text"),
    *("taken_categories", "categories", "is_left_out", "taken_on"),
)
_DONE = "issued_on"
_WORDS = "what was issued is not changed"

STATEMENTS = (
    """
    CREATE TABLE report (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        party_id TEXT REFERENCES party (id),
        starts_on TEXT NOT NULL,
        ends_on TEXT NOT NULL,
        language TEXT NOT NULL,
        replaces_id TEXT REFERENCES report (id) ON DELETE CASCADE,
        created_on TEXT NOT NULL,
        issued_on TEXT,
        document_id TEXT REFERENCES document (id) ON DELETE CASCADE,
        number TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX report_by_case ON report (case_id, ends_on)",
    "CREATE INDEX report_by_party ON report (party_id)",
    "CREATE INDEX report_by_replaces ON report (replaces_id)",
    "CREATE INDEX report_by_document ON report (document_id)",
    """
    CREATE TABLE report_section (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        part TEXT NOT NULL,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        taken_text TEXT NOT NULL,
        taken_categories TEXT NOT NULL,
        categories TEXT NOT NULL,
        is_left_out INTEGER NOT NULL,
        taken_on TEXT
    ) STRICT
    """,
    "CREATE INDEX report_section_by_case ON report_section (case_id)",
    "CREATE UNIQUE INDEX report_section_by_report ON report_section (report_id, part)",
    *locks_of_whole("report", _DONE, _REPORT, _WORDS),
    *locks_of_part("report_section", "report", _DONE, _SECTION, _WORDS),
)
