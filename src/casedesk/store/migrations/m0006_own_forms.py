"""Version 6: own variants of forms, receipts of the information sheet."""

STATEMENTS = (
    """
    CREATE TABLE own_form (
        id TEXT PRIMARY KEY NOT NULL,
        kind TEXT NOT NULL,
        country TEXT NOT NULL,
        language TEXT NOT NULL,
        number INTEGER NOT NULL,
        based_on TEXT NOT NULL,
        as_of TEXT,
        retired_on TEXT
    ) STRICT
    """,
    "CREATE UNIQUE INDEX own_form_by_number "
    "ON own_form (kind, country, language, number)",
    """
    CREATE TABLE own_passage (
        id TEXT PRIMARY KEY NOT NULL,
        form_id TEXT NOT NULL REFERENCES own_form (id) ON DELETE CASCADE,
        place TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX own_passage_by_place ON own_passage (form_id, place)",
    """
    CREATE TABLE hidden_category (
        id TEXT PRIMARY KEY NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE information_receipt (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        received_on TEXT,
        language TEXT,
        version TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX information_receipt_by_case ON information_receipt (case_id)",
)
