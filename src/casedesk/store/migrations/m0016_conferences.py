"""Tasks and deadlines."""

STATEMENTS = (
    """
    CREATE TABLE task (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT REFERENCES case_record (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        note TEXT NOT NULL,
        priority TEXT NOT NULL,
        due_on TEXT,
        remind_on TEXT,
        rhythm TEXT,
        every INTEGER NOT NULL,
        responsible TEXT NOT NULL,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        responsible_words TEXT NOT NULL,
        source_noun TEXT NOT NULL,
        source_id TEXT NOT NULL,
        follows_id TEXT REFERENCES task (id) ON DELETE SET NULL,
        earlier_dues TEXT NOT NULL,
        created_on TEXT NOT NULL,
        done_on TEXT,
        outcome TEXT NOT NULL,
        dropped_on TEXT,
        drop_reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX task_by_case ON task (case_id)",
    "CREATE INDEX task_by_party ON task (party_id)",
    "CREATE INDEX task_by_source ON task (source_id)",
    "CREATE INDEX task_by_follows ON task (follows_id)",
    """
    CREATE INDEX task_by_due ON task (due_on)
     WHERE done_on IS NULL AND dropped_on IS NULL
    """,
    """
    CREATE INDEX task_by_reminder ON task (coalesce(remind_on, due_on))
     WHERE done_on IS NULL AND dropped_on IS NULL
    """,
)
