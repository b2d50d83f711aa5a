"""The record: whole contacts, addenda to locked entries, stopwatch, text blocks."""

_ENTRY_COLUMNS = (
    "from_time TEXT",
    "until_on TEXT",
    "until_time TEXT",
    "entered_at TEXT",
    "others TEXT NOT NULL DEFAULT '[]'",
    "with_client INTEGER NOT NULL DEFAULT 0 CHECK (with_client IN (0, 1))",
    "was_reached INTEGER NOT NULL DEFAULT 1 CHECK (was_reached IN (0, 1))",
    "initiative TEXT",
    "life_domains TEXT NOT NULL DEFAULT '[]'",
    "travel_minutes INTEGER",
    "kilometres INTEGER",
    "expense_cents INTEGER",
    "is_billable INTEGER NOT NULL DEFAULT 1 CHECK (is_billable IN (0, 1))",
    "time_category TEXT",
    "quote TEXT NOT NULL DEFAULT ''",
    "neutral_text TEXT NOT NULL DEFAULT ''",
)
_STAYS = (
    *("case_id", "phase", "kind", "happened_on", "from_time", "until_on"),
    *("until_time", "entered_at", "party_id", "others", "with_client", "was_reached"),
    *("initiative", "life_domains", "minutes", "travel_minutes", "kilometres"),
    *("expense_cents", "is_billable", "time_category", "text", "quote"),
    "neutral_text",
)
_IS_CHANGED = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _STAYS)
_NOW = "(SELECT at FROM deed ORDER BY number DESC LIMIT 1)"


# S608: constants of this step.
_ENTRY_LOCKED = f"""(julianday({_NOW}) - julianday(OLD.entered_at) >= 1 OR EXISTS
        (SELECT 1 FROM entry_print WHERE entry_id = OLD.id))"""  # noqa: S608
# An addendum may be written after a paper with the entry was issued.
_ADDENDUM_LOCKED = f"""(julianday({_NOW}) - julianday(OLD.written_at) >= 1 OR EXISTS
        (SELECT 1 FROM entry_print JOIN document ON document.id = document_id
          WHERE entry_id = OLD.entry_id
            AND julianday(issued_at) >= julianday(OLD.written_at)))"""  # noqa: S608

_TABLES = (
    """
    CREATE TABLE addendum (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
        written_at TEXT NOT NULL,
        reason TEXT NOT NULL,
        text TEXT NOT NULL,
        neutral_text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX addendum_by_case ON addendum (case_id)",
    "CREATE INDEX addendum_by_entry ON addendum (entry_id)",
    """
    CREATE TABLE entry_print (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
        document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX entry_print_by_case ON entry_print (case_id)",
    "CREATE INDEX entry_print_by_entry ON entry_print (entry_id)",
    "CREATE INDEX entry_print_by_document ON entry_print (document_id)",
    """
    CREATE TABLE stopwatch (
        id TEXT PRIMARY KEY NOT NULL CHECK (id = 'stopwatch'),
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
        started_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX stopwatch_by_case ON stopwatch (case_id)",
    "CREATE INDEX stopwatch_by_entry ON stopwatch (entry_id)",
    """
    CREATE TABLE text_block (
        id TEXT PRIMARY KEY NOT NULL,
        abbreviation TEXT NOT NULL,
        text TEXT NOT NULL,
        language TEXT
    ) STRICT
    """,
)
_LOCKS = (
    f"""
    CREATE TRIGGER entry_is_locked BEFORE UPDATE ON entry
    WHEN (({_IS_CHANGED}) AND {_ENTRY_LOCKED})
      OR (OLD.entered_at IS NOT NULL AND OLD.entered_at IS NOT NEW.entered_at) BEGIN
        SELECT RAISE(ABORT, 'a locked entry is not changed');
    END
    """,
    f"""
    CREATE TRIGGER locked_entry_is_never_removed BEFORE DELETE ON entry
    WHEN {_ENTRY_LOCKED} BEGIN
        SELECT RAISE(ABORT, 'a locked entry is not removed');
    END
    """,
    f"""
    CREATE TRIGGER addendum_is_locked BEFORE UPDATE ON addendum
    WHEN {_ADDENDUM_LOCKED} BEGIN
        SELECT RAISE(ABORT, 'a locked addendum is not changed');
    END
    """,
    f"""
    CREATE TRIGGER locked_addendum_is_never_removed BEFORE DELETE ON addendum
    WHEN {_ADDENDUM_LOCKED} BEGIN
        SELECT RAISE(ABORT, 'a locked addendum is not removed');
    END
    """,
    """
    CREATE TRIGGER entry_print_is_frozen BEFORE UPDATE ON entry_print BEGIN
        SELECT RAISE(ABORT, 'what was printed stays noted');
    END
    """,
    """
    CREATE TRIGGER entry_print_is_never_removed BEFORE DELETE ON entry_print BEGIN
        SELECT RAISE(ABORT, 'what was printed stays noted');
    END
    """,
)

STATEMENTS = (
    "ALTER TABLE practice ADD COLUMN rounding_minutes INTEGER NOT NULL DEFAULT 1",
    *(f"ALTER TABLE entry ADD COLUMN {column}" for column in _ENTRY_COLUMNS),
    # When an entry was written down was in the trail alone until now.
    """
    UPDATE entry SET entered_at =
           (SELECT deed.at FROM history JOIN deed ON deed.number = history.deed
             WHERE history.record_id = entry.id AND history.kind = 'added'
             ORDER BY history.number LIMIT 1)
    """,
    # What was billed until now was billed elsewhere: no time sheet proposes it.
    "UPDATE entry SET is_billable = 0",
    *_TABLES,
    *_LOCKS,
)
