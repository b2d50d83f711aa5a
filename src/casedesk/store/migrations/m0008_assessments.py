"""Version 8: assessments as versions, own domains of life, benefits and services."""

_ASSESSMENT_COLUMNS = (
    "version INTEGER NOT NULL DEFAULT 1",
    "kind TEXT NOT NULL DEFAULT 'initial'",
    "earlier_id TEXT REFERENCES assessment (id) ON DELETE SET NULL",
    "is_correction INTEGER NOT NULL DEFAULT 0",
    "occasion TEXT NOT NULL DEFAULT ''",
    "methods TEXT NOT NULL DEFAULT ''",
    "strengths TEXT NOT NULL DEFAULT ''",
    "life_values TEXT NOT NULL DEFAULT ''",
    "open_questions TEXT NOT NULL DEFAULT ''",
    "recommendation TEXT NOT NULL DEFAULT ''",
    "confirmed_on TEXT",
    "stance TEXT NOT NULL DEFAULT 'agrees'",
    "dissent TEXT NOT NULL DEFAULT ''",
)
_ENTRY_COLUMNS = (
    "named TEXT NOT NULL DEFAULT ''",
    "situation_source TEXT",
    "situation_kind TEXT",
    "risk TEXT NOT NULL DEFAULT ''",
    "client_source TEXT DEFAULT 'client'",
    "client_kind TEXT DEFAULT 'statement'",
    "others_source TEXT DEFAULT 'relatives'",
    "others_kind TEXT DEFAULT 'statement'",
    "professional_source TEXT DEFAULT 'professional'",
    "professional_kind TEXT DEFAULT 'assessment'",
    "burden_self INTEGER",
    "resource_self INTEGER",
    "client_priority TEXT",
    "professional_priority TEXT",
    "need_position INTEGER",
)

STATEMENTS = (
    *(f"ALTER TABLE assessment ADD COLUMN {c}" for c in _ASSESSMENT_COLUMNS),
    "CREATE INDEX assessment_by_earlier ON assessment (earlier_id)",
    *(f"ALTER TABLE domain_entry ADD COLUMN {c}" for c in _ENTRY_COLUMNS),
    """
    CREATE TABLE own_domain (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        guidance TEXT NOT NULL,
        areas TEXT NOT NULL,
        position INTEGER NOT NULL,
        retired_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE domain_set (
        id TEXT PRIMARY KEY NOT NULL,
        area TEXT NOT NULL,
        life_domains TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE client_snapshot (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
        taken_on TEXT NOT NULL,
        full_name TEXT NOT NULL,
        born TEXT,
        address TEXT NOT NULL,
        reached_by TEXT NOT NULL,
        languages TEXT NOT NULL,
        communication_needs TEXT NOT NULL,
        insurances TEXT NOT NULL,
        represented_by TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX client_snapshot_by_case ON client_snapshot (case_id)",
    "CREATE INDEX client_snapshot_by_assessment ON client_snapshot (assessment_id)",
    """
    CREATE TABLE benefit (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        provider TEXT NOT NULL,
        payer TEXT NOT NULL,
        life_domain TEXT,
        starts_on TEXT,
        ends_on TEXT,
        application TEXT NOT NULL,
        applied_on TEXT,
        decided_on TEXT,
        objection_until TEXT,
        reference_number TEXT NOT NULL,
        amount_cents INTEGER,
        per TEXT NOT NULL,
        weekly_minutes INTEGER,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX benefit_by_case ON benefit (case_id)",
    "CREATE INDEX benefit_by_party ON benefit (party_id)",
    "CREATE INDEX benefit_by_end ON benefit (ends_on)",
    "CREATE INDEX benefit_by_objection ON benefit (objection_until)",
)
