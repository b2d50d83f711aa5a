"""Version 20: what the quality check does not ask for, and hours that count."""

from casedesk.store.migrations.locks import locks_of_whole

# What stays once an evaluation is confirmed, the new column among it.
_EVALUATION = (
    *("id", "case_id", "cycle", "held_on", "independence", "quality_of_life"),
    *("care_situation", "work_capacity", "effect_words", "client_words"),
    *("network_view", "payer_view", "planned_minutes", "actual_minutes"),
    *("counted_minutes", "planned_cents", "actual_cents", "avoided_cents"),
    *("avoided_assumptions", "worked_well", "lessons", "confirmed_on"),
)
_LOCKS = locks_of_whole(
    "evaluation", "confirmed_on", _EVALUATION, "what was confirmed is not changed"
)

STATEMENTS = (
    "ALTER TABLE evaluation ADD COLUMN counted_minutes INTEGER",
    "DROP TRIGGER evaluation_is_frozen",
    "DROP TRIGGER evaluation_is_never_removed",
    *_LOCKS,
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
