"""Version 13: findings that were accepted, and the times of care in the week."""

STATEMENTS = (
    """
    CREATE TABLE accepted_finding (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        finding_key TEXT NOT NULL,
        seal TEXT NOT NULL,
        said TEXT NOT NULL,
        reason TEXT NOT NULL,
        accepted_on TEXT NOT NULL,
        accepted_by TEXT NOT NULL,
        accepted_until TEXT,
        taken_back_on TEXT
    ) STRICT
    """,
    "CREATE INDEX accepted_finding_by_case ON accepted_finding (case_id)",
    """
    CREATE TABLE care_slot (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        weekday TEXT NOT NULL,
        begins INTEGER,
        ends INTEGER,
        part TEXT NOT NULL,
        weeks TEXT NOT NULL,
        responsible TEXT NOT NULL,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        name TEXT NOT NULL,
        what TEXT NOT NULL,
        life_domain TEXT,
        measure_id TEXT REFERENCES measure (id) ON DELETE SET NULL,
        benefit_id TEXT REFERENCES benefit (id) ON DELETE SET NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX care_slot_by_case ON care_slot (case_id)",
    "CREATE INDEX care_slot_by_party ON care_slot (party_id)",
    "CREATE INDEX care_slot_by_measure ON care_slot (measure_id)",
    "CREATE INDEX care_slot_by_benefit ON care_slot (benefit_id)",
)
