"""Version 5: what issued documents hold, and the pages that come back."""

STATEMENTS = (
    """
    CREATE TABLE document_part (
        id TEXT PRIMARY KEY NOT NULL,
        document_id TEXT NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE RESTRICT,
        position INTEGER NOT NULL,
        consent_id TEXT,
        plan_id TEXT,
        template_version TEXT NOT NULL,
        first_page INTEGER NOT NULL,
        last_page INTEGER NOT NULL,
        item_ids TEXT NOT NULL,
        snapshot TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX document_part_by_document ON document_part (document_id)",
    "CREATE INDEX document_part_by_case ON document_part (case_id)",
    "CREATE INDEX document_part_by_consent ON document_part (consent_id)",
    "CREATE INDEX document_by_sha256 ON document (sha256)",
    """
    CREATE TRIGGER document_part_is_frozen BEFORE UPDATE ON document_part BEGIN
        SELECT RAISE(ABORT, 'an issued document is frozen');
    END
    """,
    """
    CREATE TRIGGER document_part_is_never_removed BEFORE DELETE ON document_part BEGIN
        SELECT RAISE(ABORT, 'an issued document is frozen');
    END
    """,
    """
    CREATE TABLE received_document (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE RESTRICT,
        document_id TEXT REFERENCES document (id) ON DELETE RESTRICT,
        part_id TEXT REFERENCES document_part (id) ON DELETE RESTRICT,
        consent_id TEXT,
        plan_id TEXT,
        title TEXT NOT NULL,
        received_at TEXT NOT NULL,
        is_filed_only INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX received_document_by_case ON received_document (case_id)",
    "CREATE INDEX received_document_by_document ON received_document (document_id)",
    "CREATE INDEX received_document_by_part ON received_document (part_id)",
    "CREATE INDEX received_document_by_consent ON received_document (consent_id)",
    """
    CREATE TABLE received_page (
        id TEXT PRIMARY KEY NOT NULL,
        received_at TEXT NOT NULL,
        source_sha256 TEXT NOT NULL,
        source_page INTEGER NOT NULL,
        source_pages INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        turn INTEGER NOT NULL,
        case_id TEXT REFERENCES case_record (id) ON DELETE RESTRICT,
        received_document_id TEXT
            REFERENCES received_document (id) ON DELETE RESTRICT,
        page INTEGER,
        doubt TEXT,
        named_document_id TEXT,
        named_page INTEGER,
        discarded_at TEXT
    ) STRICT
    """,
    "CREATE INDEX received_page_by_case ON received_page (case_id)",
    "CREATE INDEX received_page_by_paper ON received_page (received_document_id)",
    "CREATE INDEX received_page_by_hash ON received_page (sha256)",
    "CREATE INDEX received_page_by_source ON received_page (source_sha256)",
    """
    CREATE TABLE received_picture (
        id      TEXT PRIMARY KEY NOT NULL
            REFERENCES received_page (id) ON DELETE RESTRICT,
        picture BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TRIGGER received_picture_is_frozen BEFORE UPDATE ON received_picture BEGIN
        SELECT RAISE(ABORT, 'a received page stays as it came');
    END
    """,
    """
    CREATE TRIGGER received_picture_is_never_removed BEFORE DELETE ON received_picture
    WHEN EXISTS (SELECT 1 FROM received_page
                  WHERE id = OLD.id AND discarded_at IS NULL) BEGIN
        SELECT RAISE(ABORT, 'a received page stays as it came');
    END
    """,
    """
    CREATE TRIGGER received_page_keeps_its_mark BEFORE UPDATE ON received_page
    WHEN OLD.sha256 <> NEW.sha256 OR OLD.source_sha256 <> NEW.source_sha256
      OR OLD.received_at <> NEW.received_at BEGIN
        SELECT RAISE(ABORT, 'a received page stays as it came');
    END
    """,
)
