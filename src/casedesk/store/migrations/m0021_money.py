"""Version 21: tariffs, flat fees, payments in parts, reminders, what was spent on."""

from casedesk.store.migrations.locks import locks_of_part, locks_of_whole

_BILLED_ENTRY = (
    *("case_id", "happened_on", "from_time", "until_on", "until_time", "minutes"),
    *("travel_minutes", "kilometres", "expense_cents", "expense_note", "has_receipt"),
    *("is_billable", "time_category", "neutral_text", "text", "quote"),
)
_SHEET = (
    *("id", "case_id", "party_id", "starts_on", "ends_on", "reference_number"),
    *("approval_number", "note", "rounding_minutes", "rounding_mode", "unit"),
    *("created_on", "issued_on", "document_id", "number"),
)
_INVOICE = (
    *("id", "case_id", "recipient_id", "sheet_ids", "credits_id", "number"),
    *("recipient", "recipient_vat_number", "routing_id", "reference_number", "note"),
    *("currency", "unit", "hourly_cents", "travel_cents", "kilometre_cents"),
    *("vat_rule", "vat_rate", "vat_note", "net_cents", "vat_cents", "rounds_total"),
    *("rounding_cents", "payment_reference", "created_on", "issued_on", "due_on"),
    "document_id",
)
_FLAT_FEE = (*("id", "case_id", "invoice_id", "per", "text", "quantity", "unit_cents"),)
_REMINDER = (
    *("id", "case_id", "invoice_id", "level", "pay_by", "text", "extra_cents"),
    *("extra_words", "open_cents", "created_on", "issued_on", "document_id"),
)
_BILLED = """EXISTS (
        SELECT 1 FROM time_sheet_line
          JOIN time_sheet ON time_sheet.id = time_sheet_line.sheet_id
         WHERE time_sheet_line.entry_id = OLD.id AND takes_over = 1
           AND issued_on IS NOT NULL AND cancelled_on IS NULL)"""

# As in step 15: a day after it was written, or once it was printed.
_LOCKED = """((SELECT julianday(at) FROM deed ORDER BY number DESC LIMIT 1)
        - julianday(OLD.entered_at) >= 1
        OR EXISTS (SELECT 1 FROM entry_print WHERE entry_id = OLD.id))"""


def _changed(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)


STATEMENTS = (
    "ALTER TABLE billing_terms ADD COLUMN unit TEXT",
    "ALTER TABLE billing_terms ADD COLUMN flat_cents INTEGER",
    "ALTER TABLE billing_terms ADD COLUMN flat_per TEXT",
    "ALTER TABLE billing_terms ADD COLUMN currency TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE billing_terms ADD COLUMN rounds_total INTEGER",
    "ALTER TABLE entry ADD COLUMN expense_note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE entry ADD COLUMN has_receipt INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE time_sheet ADD COLUMN unit TEXT NOT NULL DEFAULT 'hour'",
    "ALTER TABLE time_sheet_line ADD COLUMN expense_note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE time_sheet_line ADD COLUMN has_receipt INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE invoice ADD COLUMN routing_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE invoice ADD COLUMN unit TEXT NOT NULL DEFAULT 'hour'",
    "ALTER TABLE invoice ADD COLUMN rounds_total INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE invoice ADD COLUMN rounding_cents INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE invoice ADD COLUMN received_on TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE invoice ADD COLUMN received_cents TEXT NOT NULL DEFAULT '[]'",
    """
    CREATE TABLE flat_fee (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        invoice_id TEXT NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
        per TEXT NOT NULL,
        text TEXT NOT NULL,
        quantity INTEGER NOT NULL,
        unit_cents INTEGER
    ) STRICT
    """,
    "CREATE INDEX flat_fee_by_case ON flat_fee (case_id)",
    "CREATE INDEX flat_fee_by_invoice ON flat_fee (invoice_id)",
    """
    CREATE TABLE reminder (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        invoice_id TEXT NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
        level INTEGER NOT NULL,
        pay_by TEXT,
        text TEXT NOT NULL,
        extra_cents INTEGER,
        extra_words TEXT NOT NULL,
        open_cents INTEGER NOT NULL,
        created_on TEXT NOT NULL,
        issued_on TEXT,
        document_id TEXT REFERENCES document (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX reminder_by_case ON reminder (case_id)",
    "CREATE INDEX reminder_by_invoice ON reminder (invoice_id)",
    "CREATE INDEX reminder_by_document ON reminder (document_id)",
    "DROP TRIGGER billed_entry_is_frozen",
    f"""
    CREATE TRIGGER billed_entry_is_frozen BEFORE UPDATE ON entry
    WHEN ({_changed(_BILLED_ENTRY)}) AND {_BILLED} BEGIN
        SELECT RAISE(ABORT, 'an entry in an issued time sheet is not changed');
    END
    """,
    f"""
    CREATE TRIGGER expense_of_entry_is_locked BEFORE UPDATE ON entry
    WHEN ({_changed(("expense_note", "has_receipt"))}) AND {_LOCKED} BEGIN
        SELECT RAISE(ABORT, 'a locked entry is not changed');
    END
    """,
    "DROP TRIGGER issued_time_sheet_is_frozen",
    f"""
    CREATE TRIGGER issued_time_sheet_is_frozen BEFORE UPDATE ON time_sheet
    WHEN OLD.issued_on IS NOT NULL
     AND (({_changed(_SHEET)}) OR OLD.cancelled_on IS NOT NULL) BEGIN
        SELECT RAISE(ABORT, 'an issued time sheet is not changed');
    END
    """,
    "DROP TRIGGER issued_invoice_is_frozen",
    f"""
    CREATE TRIGGER issued_invoice_is_frozen BEFORE UPDATE ON invoice
    WHEN OLD.issued_on IS NOT NULL AND ({_changed(_INVOICE)}) BEGIN
        SELECT RAISE(ABORT, 'an issued invoice is not changed');
    END
    """,
    *locks_of_part(
        "flat_fee",
        "invoice",
        "issued_on",
        _FLAT_FEE,
        "a flat fee of an issued invoice is not changed",
    ),
    *locks_of_whole(
        "reminder", "issued_on", _REMINDER, "an issued reminder is not changed"
    ),
)
