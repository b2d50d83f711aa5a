"""Version 4: rows that are granted, struck and withdrawn alone; what rules disclosure.

What was signed before this version counts as signed by whom it names, with all its
rows granted.
"""

_CONSENT_COLUMNS = (
    "renews_id TEXT REFERENCES consent (id) ON DELETE SET NULL",
    "template_version TEXT NOT NULL DEFAULT ''",
    "points_covered TEXT NOT NULL DEFAULT '[]'",
    "assent TEXT",
    "assent_note TEXT NOT NULL DEFAULT ''",
    "oral_on TEXT",
    "oral_witness TEXT NOT NULL DEFAULT ''",
    "oral_reason TEXT NOT NULL DEFAULT ''",
    "signed_by TEXT NOT NULL DEFAULT '[]'",
    "signature_form TEXT NOT NULL DEFAULT 'ink'",
    "valid_from TEXT",
    "at_signing_payers TEXT NOT NULL DEFAULT '[]'",
    "at_signing_employers TEXT NOT NULL DEFAULT '[]'",
    "at_signing_representations TEXT NOT NULL DEFAULT '[]'",
    "at_signing_mandate TEXT NOT NULL DEFAULT ''",
    "at_signing_purpose TEXT NOT NULL DEFAULT ''",
    "original_back_on TEXT",
)
_ITEM_COLUMNS = (
    "renews_id TEXT REFERENCES consent_item (id) ON DELETE SET NULL",
    "valid_from TEXT",
    "decision TEXT NOT NULL DEFAULT 'open'",
    "withdrawn_on TEXT",
    "withdrawal_note TEXT NOT NULL DEFAULT ''",
)

_SIGNED_BEFORE = (
    """
    UPDATE consent
       SET signed_by = CASE signer
               WHEN 'representative' THEN '["representative"]'
               WHEN 'both' THEN '["client", "representative"]'
               ELSE '["client"]' END
     WHERE signed_on IS NOT NULL
    """,
    """
    UPDATE consent_item SET decision = 'granted'
     WHERE consent_id IN (SELECT id FROM consent WHERE signed_on IS NOT NULL)
    """,
)

_NEW_TABLES = (
    """
    CREATE TABLE own_category (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        is_special INTEGER NOT NULL,
        position INTEGER NOT NULL,
        retired_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE withholding (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        party_id TEXT REFERENCES party (id),
        categories TEXT NOT NULL,
        words TEXT NOT NULL,
        said_on TEXT NOT NULL,
        lifted_on TEXT,
        lifted_note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX withholding_by_case ON withholding (case_id)",
    "CREATE INDEX withholding_by_party ON withholding (party_id)",
    """
    CREATE TABLE statutory_basis (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        party_id TEXT NOT NULL REFERENCES party (id),
        direction TEXT NOT NULL,
        categories TEXT NOT NULL,
        statute TEXT NOT NULL,
        named TEXT NOT NULL,
        reason TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        valid_until TEXT
    ) STRICT
    """,
    "CREATE INDEX statutory_basis_by_case ON statutory_basis (case_id)",
    "CREATE INDEX statutory_basis_by_party ON statutory_basis (party_id)",
    """
    CREATE TABLE disclosure (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        happened_at TEXT NOT NULL,
        direction TEXT NOT NULL,
        party_id TEXT REFERENCES party (id),
        recipient TEXT NOT NULL,
        contact TEXT NOT NULL,
        channel TEXT NOT NULL,
        categories TEXT NOT NULL,
        content TEXT NOT NULL,
        left_out TEXT NOT NULL,
        document_id TEXT REFERENCES document (id) ON DELETE SET NULL,
        sha256 TEXT NOT NULL,
        entry_id TEXT REFERENCES entry (id) ON DELETE SET NULL,
        purpose TEXT NOT NULL,
        basis TEXT NOT NULL,
        item_ids TEXT NOT NULL,
        statute TEXT,
        statute_named TEXT NOT NULL,
        reason TEXT NOT NULL,
        is_against_wish INTEGER NOT NULL,
        necessity TEXT NOT NULL,
        requested_by TEXT NOT NULL,
        made_by TEXT NOT NULL,
        client_informed_on TEXT,
        client_informed_how TEXT NOT NULL,
        returned_on TEXT,
        addendum TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX disclosure_by_case ON disclosure (case_id, happened_at)",
    "CREATE INDEX disclosure_by_party ON disclosure (party_id)",
    "CREATE INDEX disclosure_by_document ON disclosure (document_id)",
    "CREATE INDEX disclosure_by_entry ON disclosure (entry_id)",
    """
    CREATE TABLE drawn_signature (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        consent_id TEXT NOT NULL REFERENCES consent (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        drawn_at TEXT NOT NULL,
        strokes TEXT NOT NULL,
        document_id TEXT REFERENCES document (id) ON DELETE SET NULL,
        sha256 TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX drawn_signature_by_case ON drawn_signature (case_id)",
    "CREATE INDEX drawn_signature_by_consent ON drawn_signature (consent_id)",
    "CREATE INDEX drawn_signature_by_document ON drawn_signature (document_id)",
    """
    CREATE TABLE withdrawal_notice (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        consent_id TEXT NOT NULL REFERENCES consent (id) ON DELETE CASCADE,
        party_id TEXT NOT NULL REFERENCES party (id),
        categories TEXT NOT NULL,
        withdrawn_on TEXT NOT NULL,
        told_on TEXT,
        channel TEXT,
        how TEXT NOT NULL,
        document_id TEXT REFERENCES document (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX withdrawal_notice_by_case ON withdrawal_notice (case_id)",
    "CREATE INDEX withdrawal_notice_by_consent ON withdrawal_notice (consent_id)",
    "CREATE INDEX withdrawal_notice_by_party ON withdrawal_notice (party_id)",
    "CREATE INDEX withdrawal_notice_by_document ON withdrawal_notice (document_id)",
    """
    CREATE TABLE handover (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
        whom TEXT NOT NULL,
        happened_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX handover_by_case ON handover (case_id)",
    "CREATE INDEX handover_by_document ON handover (document_id)",
)

STATEMENTS = (
    *(f"ALTER TABLE consent ADD COLUMN {column}" for column in _CONSENT_COLUMNS),
    "CREATE INDEX consent_by_former ON consent (renews_id)",
    *(f"ALTER TABLE consent_item ADD COLUMN {column}" for column in _ITEM_COLUMNS),
    "CREATE INDEX consent_item_by_former ON consent_item (renews_id)",
    "ALTER TABLE representation ADD COLUMN matters TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE document ADD COLUMN categories TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE entry ADD COLUMN nothing_exchanged INTEGER NOT NULL DEFAULT 0",
    """
    CREATE INDEX entry_by_open_exchange ON entry (happened_on)
     WHERE nothing_exchanged = 0 AND party_id IS NOT NULL AND kind <> 'note'
    """,
    *_SIGNED_BEFORE,
    *_NEW_TABLES,
)
