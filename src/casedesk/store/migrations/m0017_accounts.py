"""Time sheets with their lines, invoices with their numbers, terms of billing."""

# What the payer has read of an entry stays in it.
_STAYS = (
    *("case_id", "happened_on", "from_time", "until_on", "until_time", "minutes"),
    *("travel_minutes", "kilometres", "expense_cents", "is_billable"),
    *("time_category", "neutral_text", "text", "quote"),
)
_IS_CHANGED = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _STAYS)
_IS_BILLED = """EXISTS (
        SELECT 1 FROM time_sheet_line
          JOIN time_sheet ON time_sheet.id = time_sheet_line.sheet_id
         WHERE time_sheet_line.entry_id = OLD.id AND takes_over = 1
           AND issued_on IS NOT NULL AND cancelled_on IS NULL)"""
# A cancelled sheet gets two fields more, and nothing else ever.
_SHEET = (
    *("id", "case_id", "party_id", "starts_on", "ends_on", "reference_number"),
    *("approval_number", "note", "rounding_minutes", "rounding_mode", "created_on"),
    *("issued_on", "document_id", "number"),
)
_INVOICE = (
    *("id", "case_id", "recipient_id", "sheet_ids", "credits_id", "number"),
    *("recipient", "recipient_vat_number", "reference_number", "note", "currency"),
    *("hourly_cents", "travel_cents", "kilometre_cents", "vat_rule", "vat_rate"),
    *("vat_note", "net_cents", "vat_cents", "payment_reference", "created_on"),
    *("issued_on", "due_on", "document_id"),
)
_SHEET_CHANGED = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _SHEET)
_INVOICE_CHANGED = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _INVOICE)
_LINE_ISSUED = """EXISTS (
        SELECT 1 FROM time_sheet
         WHERE time_sheet.id = OLD.sheet_id AND issued_on IS NOT NULL)"""

_TABLES = (
    """
    CREATE TABLE billing_terms (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT REFERENCES case_record (id) ON DELETE CASCADE,
        hourly_cents INTEGER,
        travel_cents INTEGER,
        kilometre_cents INTEGER,
        rounding_minutes INTEGER,
        rounding_mode TEXT,
        vat_rule TEXT,
        vat_rate INTEGER,
        vat_note TEXT NOT NULL,
        payment_days INTEGER,
        iban TEXT NOT NULL,
        bank TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX billing_terms_by_case ON billing_terms (case_id)",
    """
    CREATE TABLE time_sheet (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        party_id TEXT REFERENCES party (id),
        starts_on TEXT NOT NULL,
        ends_on TEXT NOT NULL,
        reference_number TEXT NOT NULL,
        approval_number TEXT NOT NULL,
        note TEXT NOT NULL,
        rounding_minutes INTEGER NOT NULL,
        rounding_mode TEXT NOT NULL,
        created_on TEXT NOT NULL,
        issued_on TEXT,
        document_id TEXT REFERENCES document (id) ON DELETE CASCADE,
        number TEXT NOT NULL,
        cancelled_on TEXT,
        cancel_reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX time_sheet_by_case ON time_sheet (case_id)",
    "CREATE INDEX time_sheet_by_party ON time_sheet (party_id)",
    "CREATE INDEX time_sheet_by_document ON time_sheet (document_id)",
    """
    CREATE TABLE time_sheet_line (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        sheet_id TEXT NOT NULL REFERENCES time_sheet (id) ON DELETE CASCADE,
        entry_id TEXT REFERENCES entry (id) ON DELETE SET NULL,
        happened_on TEXT NOT NULL,
        from_time TEXT,
        until_time TEXT,
        time_category TEXT,
        minutes INTEGER NOT NULL,
        travel_minutes INTEGER NOT NULL,
        kilometres INTEGER NOT NULL,
        expense_cents INTEGER NOT NULL,
        text TEXT NOT NULL,
        copied_text TEXT NOT NULL,
        takes_over INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX time_sheet_line_by_case ON time_sheet_line (case_id)",
    "CREATE INDEX time_sheet_line_by_sheet ON time_sheet_line (sheet_id)",
    "CREATE INDEX time_sheet_line_by_entry ON time_sheet_line (entry_id)",
    """
    CREATE TABLE invoice (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        recipient_id TEXT REFERENCES party (id),
        sheet_ids TEXT NOT NULL,
        credits_id TEXT REFERENCES invoice (id) ON DELETE CASCADE,
        number TEXT NOT NULL,
        recipient TEXT NOT NULL,
        recipient_vat_number TEXT NOT NULL,
        reference_number TEXT NOT NULL,
        note TEXT NOT NULL,
        currency TEXT NOT NULL,
        hourly_cents INTEGER,
        travel_cents INTEGER,
        kilometre_cents INTEGER,
        vat_rule TEXT,
        vat_rate INTEGER,
        vat_note TEXT NOT NULL,
        net_cents INTEGER NOT NULL,
        vat_cents INTEGER NOT NULL,
        payment_reference TEXT NOT NULL,
        created_on TEXT NOT NULL,
        issued_on TEXT,
        due_on TEXT,
        document_id TEXT REFERENCES document (id) ON DELETE CASCADE,
        paid_on TEXT,
        reminded_on TEXT NOT NULL,
        cancelled_on TEXT,
        cancel_reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX invoice_by_case ON invoice (case_id)",
    "CREATE INDEX invoice_by_recipient ON invoice (recipient_id)",
    "CREATE INDEX invoice_by_credits ON invoice (credits_id)",
    "CREATE INDEX invoice_by_document ON invoice (document_id)",
    "CREATE UNIQUE INDEX invoice_by_number ON invoice (number) WHERE number <> ''",
    "CREATE INDEX invoice_open ON invoice (due_on) WHERE issued_on IS NOT NULL"
    " AND paid_on IS NULL AND cancelled_on IS NULL AND credits_id IS NULL",
    # It names nobody, and stays when a case is erased: so no number is missing.
    """
    CREATE TABLE invoice_number (
        number TEXT PRIMARY KEY NOT NULL,
        year INTEGER NOT NULL,
        count INTEGER NOT NULL,
        issued_on TEXT NOT NULL,
        currency TEXT NOT NULL,
        total_cents INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX invoice_number_by_year ON invoice_number (year, count)",
    "CREATE INDEX entry_time ON entry"
    " (case_id, is_billable, happened_on, minutes, travel_minutes,"
    " from_time, until_on, until_time)",
)
_LOCKS = (
    f"""
    CREATE TRIGGER billed_entry_is_frozen BEFORE UPDATE ON entry
    WHEN ({_IS_CHANGED}) AND {_IS_BILLED} BEGIN
        SELECT RAISE(ABORT, 'an entry in an issued time sheet is not changed');
    END
    """,
    f"""
    CREATE TRIGGER billed_entry_is_never_removed BEFORE DELETE ON entry
    WHEN {_IS_BILLED} BEGIN
        SELECT RAISE(ABORT, 'an entry in an issued time sheet is not removed');
    END
    """,
    f"""
    CREATE TRIGGER issued_time_sheet_is_frozen BEFORE UPDATE ON time_sheet
    WHEN OLD.issued_on IS NOT NULL
     AND (({_SHEET_CHANGED}) OR OLD.cancelled_on IS NOT NULL) BEGIN
        SELECT RAISE(ABORT, 'an issued time sheet is not changed');
    END
    """,
    """
    CREATE TRIGGER issued_time_sheet_is_never_removed BEFORE DELETE ON time_sheet
    WHEN OLD.issued_on IS NOT NULL BEGIN
        SELECT RAISE(ABORT, 'an issued time sheet is not removed');
    END
    """,
    f"""
    CREATE TRIGGER issued_line_is_frozen BEFORE UPDATE ON time_sheet_line
    WHEN {_LINE_ISSUED} AND NOT (
             NEW.entry_id IS NULL AND OLD.text IS NEW.text
             AND OLD.minutes IS NEW.minutes AND OLD.sheet_id IS NEW.sheet_id) BEGIN
        SELECT RAISE(ABORT, 'a line of an issued time sheet is not changed');
    END
    """,
    """
    CREATE TRIGGER issued_line_is_not_added_later BEFORE INSERT ON time_sheet_line
    WHEN EXISTS (SELECT 1 FROM time_sheet
                  WHERE time_sheet.id = NEW.sheet_id AND issued_on IS NOT NULL) BEGIN
        SELECT RAISE(ABORT, 'a line is not added to an issued time sheet');
    END
    """,
    f"""
    CREATE TRIGGER issued_line_is_never_removed BEFORE DELETE ON time_sheet_line
    WHEN {_LINE_ISSUED} BEGIN
        SELECT RAISE(ABORT, 'a line of an issued time sheet is not removed');
    END
    """,
    f"""
    CREATE TRIGGER issued_invoice_is_frozen BEFORE UPDATE ON invoice
    WHEN OLD.issued_on IS NOT NULL AND ({_INVOICE_CHANGED}) BEGIN
        SELECT RAISE(ABORT, 'an issued invoice is not changed');
    END
    """,
    """
    CREATE TRIGGER issued_invoice_is_never_removed BEFORE DELETE ON invoice
    WHEN OLD.issued_on IS NOT NULL BEGIN
        SELECT RAISE(ABORT, 'an issued invoice is not removed');
    END
    """,
    """
    CREATE TRIGGER invoice_number_is_frozen BEFORE UPDATE ON invoice_number BEGIN
        SELECT RAISE(ABORT, 'a number of an invoice is given once');
    END
    """,
    """
    CREATE TRIGGER invoice_number_is_never_removed BEFORE DELETE ON invoice_number
    BEGIN
        SELECT RAISE(ABORT, 'a number of an invoice is given once');
    END
    """,
)

STATEMENTS = (*_TABLES, *_LOCKS)
