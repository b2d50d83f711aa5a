"""Version 1: the practice, clients, the network, and one case from call to plan."""

_HOUSE = (
    """
    CREATE TABLE deed (
        number     INTEGER PRIMARY KEY AUTOINCREMENT,
        at         TEXT NOT NULL,
        action     TEXT NOT NULL,
        subject_id TEXT,
        sitting    TEXT
    ) STRICT
    """,
    "CREATE INDEX deed_by_subject ON deed (subject_id)",
    """
    CREATE TRIGGER deed_is_never_changed BEFORE UPDATE ON deed BEGIN
        SELECT RAISE(ABORT, 'a deed is never changed');
    END
    """,
    """
    CREATE TRIGGER deed_is_never_removed BEFORE DELETE ON deed BEGIN
        SELECT RAISE(ABORT, 'a deed is never removed');
    END
    """,
    """
    CREATE TABLE history (
        number     INTEGER PRIMARY KEY AUTOINCREMENT,
        deed       INTEGER NOT NULL REFERENCES deed (number),
        table_name TEXT NOT NULL,
        record_id  TEXT NOT NULL,
        kind       TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
        before     TEXT
    ) STRICT
    """,
    "CREATE INDEX history_by_record ON history (record_id)",
    "CREATE INDEX history_by_deed ON history (deed)",
    """
    CREATE TABLE draft (
        record_id TEXT NOT NULL,
        field     TEXT NOT NULL,
        text      TEXT NOT NULL,
        PRIMARY KEY (record_id, field)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE setting (
        name  TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE search_entry (
        number     INTEGER PRIMARY KEY,
        record_id  TEXT NOT NULL UNIQUE,
        table_name TEXT NOT NULL,
        case_id    TEXT,
        client_id  TEXT,
        sort_key   TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX search_entry_by_name ON search_entry (table_name, sort_key)",
    "CREATE VIRTUAL TABLE search_text USING fts5 (name, body, tokenize = 'trigram')",
)

_RECORDS = (
    """
    CREATE TABLE practice (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        holder_name TEXT NOT NULL,
        qualification TEXT NOT NULL,
        profession TEXT NOT NULL,
        country TEXT NOT NULL,
        language TEXT NOT NULL,
        standard TEXT NOT NULL,
        street TEXT NOT NULL,
        postcode TEXT NOT NULL,
        town TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        website TEXT NOT NULL,
        register_number TEXT NOT NULL,
        tax_number TEXT NOT NULL,
        vat_number TEXT NOT NULL,
        supervisory_authority TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE client (
        id TEXT PRIMARY KEY NOT NULL,
        family_name TEXT NOT NULL,
        given_name TEXT NOT NULL,
        former_name TEXT NOT NULL,
        called_name TEXT NOT NULL,
        born TEXT,
        gender TEXT NOT NULL,
        salutation TEXT NOT NULL,
        title TEXT NOT NULL,
        languages TEXT NOT NULL,
        needs_interpreter INTEGER NOT NULL CHECK (needs_interpreter IN (0, 1)),
        interpreter_note TEXT NOT NULL,
        communication_needs TEXT NOT NULL,
        emergency_name TEXT NOT NULL,
        emergency_relation TEXT NOT NULL,
        emergency_phone TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE address (
        id TEXT PRIMARY KEY NOT NULL,
        client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        street TEXT NOT NULL,
        postcode TEXT NOT NULL,
        town TEXT NOT NULL,
        country TEXT NOT NULL,
        access_hint TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX address_by_client ON address (client_id)",
    """
    CREATE TABLE contact_point (
        id TEXT PRIMARY KEY NOT NULL,
        client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        note TEXT NOT NULL,
        leave_no_message INTEGER NOT NULL CHECK (leave_no_message IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX contact_point_by_client ON contact_point (client_id)",
    """
    CREATE TABLE insurance_number (
        id TEXT PRIMARY KEY NOT NULL,
        client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
        scheme TEXT NOT NULL,
        number TEXT NOT NULL,
        insurer TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX insurance_number_by_client ON insurance_number (client_id)",
    """
    CREATE TABLE organisation (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        department TEXT NOT NULL,
        services TEXT NOT NULL,
        street TEXT NOT NULL,
        postcode TEXT NOT NULL,
        town TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        website TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE person (
        id TEXT PRIMARY KEY NOT NULL,
        family_name TEXT NOT NULL,
        given_name TEXT NOT NULL,
        title TEXT NOT NULL,
        function TEXT NOT NULL,
        organisation_id TEXT REFERENCES organisation (id) ON DELETE RESTRICT,
        street TEXT NOT NULL,
        postcode TEXT NOT NULL,
        town TEXT NOT NULL,
        phone TEXT NOT NULL,
        mobile TEXT NOT NULL,
        email TEXT NOT NULL,
        languages TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX person_by_organisation ON person (organisation_id)",
    """
    CREATE TABLE representation (
        id TEXT PRIMARY KEY NOT NULL,
        client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        person_id TEXT REFERENCES person (id) ON DELETE RESTRICT,
        scope TEXT NOT NULL,
        restrictions TEXT NOT NULL,
        authority TEXT NOT NULL,
        file_number TEXT NOT NULL,
        valid_from TEXT,
        valid_until TEXT,
        seen_on TEXT,
        is_joint INTEGER NOT NULL CHECK (is_joint IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX representation_by_client ON representation (client_id)",
    "CREATE INDEX representation_by_person ON representation (person_id)",
    """
    CREATE TABLE case_record (
        id TEXT PRIMARY KEY NOT NULL,
        client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
        number TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        area TEXT NOT NULL,
        opened_on TEXT NOT NULL,
        paused_on TEXT,
        closed_on TEXT,
        cycle INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX case_record_by_client ON case_record (client_id)",
    """
    CREATE TABLE party (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        person_id TEXT REFERENCES person (id) ON DELETE RESTRICT,
        organisation_id TEXT REFERENCES organisation (id) ON DELETE RESTRICT,
        roles TEXT NOT NULL,
        function TEXT NOT NULL,
        note TEXT NOT NULL,
        CHECK (person_id IS NOT NULL OR organisation_id IS NOT NULL)
    ) STRICT
    """,
    "CREATE INDEX party_by_case ON party (case_id)",
    "CREATE INDEX party_by_person ON party (person_id)",
    "CREATE INDEX party_by_organisation ON party (organisation_id)",
    """
    CREATE TABLE mandate (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        reference_number TEXT NOT NULL,
        purpose TEXT NOT NULL,
        approved_minutes INTEGER,
        approved_cents INTEGER,
        starts_on TEXT,
        ends_on TEXT,
        reports_due_on TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX mandate_by_case ON mandate (case_id)",
    """
    CREATE TABLE phase_run (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        phase TEXT NOT NULL,
        cycle INTEGER NOT NULL,
        started_on TEXT NOT NULL,
        finished_on TEXT
    ) STRICT
    """,
    "CREATE INDEX phase_run_by_case ON phase_run (case_id)",
    """
    CREATE TABLE intake (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL UNIQUE REFERENCES case_record (id) ON DELETE CASCADE,
        received_on TEXT,
        channel TEXT NOT NULL,
        concern TEXT NOT NULL,
        referral_reason TEXT NOT NULL,
        commission TEXT NOT NULL,
        urgency TEXT NOT NULL,
        immediate_steps TEXT NOT NULL,
        indications TEXT NOT NULL,
        indication_note TEXT NOT NULL,
        previous_help TEXT NOT NULL,
        information_given_on TEXT,
        decision TEXT NOT NULL,
        decision_reason TEXT NOT NULL,
        decided_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE assessment (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        held_on TEXT,
        place TEXT NOT NULL,
        participants TEXT NOT NULL,
        sources TEXT NOT NULL,
        wishes TEXT NOT NULL,
        summary TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX assessment_by_case ON assessment (case_id)",
    """
    CREATE TABLE domain_entry (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
        life_domain TEXT NOT NULL,
        situation TEXT NOT NULL,
        resources TEXT NOT NULL,
        need TEXT NOT NULL,
        client_view TEXT NOT NULL,
        others_view TEXT NOT NULL,
        professional_view TEXT NOT NULL,
        burden INTEGER,
        resource_level INTEGER,
        need_level TEXT
    ) STRICT
    """,
    "CREATE INDEX domain_entry_by_case ON domain_entry (case_id)",
    "CREATE INDEX domain_entry_by_assessment ON domain_entry (assessment_id)",
    """
    CREATE TABLE goal (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        life_domain TEXT,
        wording TEXT NOT NULL,
        professional_wording TEXT NOT NULL,
        baseline TEXT NOT NULL,
        indicator TEXT NOT NULL,
        target_on TEXT,
        importance INTEGER,
        progress INTEGER,
        state TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX goal_by_case ON goal (case_id)",
    """
    CREATE TABLE measure (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        goal_id TEXT NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        what TEXT NOT NULL,
        responsible TEXT NOT NULL,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        starts_on TEXT,
        ends_on TEXT,
        frequency TEXT NOT NULL,
        payer TEXT NOT NULL,
        cost TEXT NOT NULL,
        review_on TEXT,
        state TEXT NOT NULL,
        result TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX measure_by_case ON measure (case_id)",
    "CREATE INDEX measure_by_goal ON measure (goal_id)",
    "CREATE INDEX measure_by_party ON measure (party_id)",
    """
    CREATE TABLE plan (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        valid_from TEXT,
        next_review_on TEXT,
        participants TEXT NOT NULL,
        situation TEXT NOT NULL,
        crisis_plan TEXT NOT NULL,
        not_covered TEXT NOT NULL,
        client_tasks TEXT NOT NULL,
        dissent TEXT NOT NULL,
        agreed_on TEXT,
        agreed_by TEXT NOT NULL,
        agreement_note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX plan_by_case ON plan (case_id)",
    """
    CREATE TABLE consent (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        aim TEXT NOT NULL,
        purpose TEXT NOT NULL,
        scope TEXT NOT NULL,
        consequences_agree TEXT NOT NULL,
        consequences_refuse TEXT NOT NULL,
        consequences_withdraw TEXT NOT NULL,
        explained_on TEXT,
        explained_by TEXT NOT NULL,
        explained_minutes INTEGER,
        language TEXT NOT NULL,
        interpreter TEXT NOT NULL,
        aids TEXT NOT NULL,
        questions TEXT NOT NULL,
        material TEXT NOT NULL,
        capacity TEXT,
        capacity_note TEXT NOT NULL,
        signer TEXT NOT NULL,
        signed_on TEXT,
        signed_at TEXT NOT NULL,
        valid_until TEXT,
        withdrawn_on TEXT,
        withdrawal_note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX consent_by_case ON consent (case_id)",
    """
    CREATE TABLE consent_item (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        consent_id TEXT NOT NULL REFERENCES consent (id) ON DELETE CASCADE,
        party_id TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE,
        direction TEXT NOT NULL,
        categories TEXT NOT NULL,
        means TEXT NOT NULL,
        valid_until TEXT
    ) STRICT
    """,
    "CREATE INDEX consent_item_by_case ON consent_item (case_id)",
    "CREATE INDEX consent_item_by_consent ON consent_item (consent_id)",
    "CREATE INDEX consent_item_by_party ON consent_item (party_id)",
    """
    CREATE TABLE entry (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        phase TEXT NOT NULL,
        kind TEXT NOT NULL,
        happened_on TEXT NOT NULL,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        minutes INTEGER,
        text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX entry_by_case ON entry (case_id)",
    "CREATE INDEX entry_by_party ON entry (party_id)",
    """
    CREATE TABLE document (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE RESTRICT,
        kind TEXT NOT NULL,
        number TEXT NOT NULL,
        version INTEGER NOT NULL,
        language TEXT NOT NULL,
        template_version TEXT NOT NULL,
        issued_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size_bytes INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX document_by_case ON document (case_id)",
)

_PAPERS = (
    """
    CREATE TABLE practice_logo (
        id    TEXT PRIMARY KEY NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
        image BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE document_content (
        id  TEXT PRIMARY KEY NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
        pdf BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TRIGGER document_is_frozen BEFORE UPDATE ON document BEGIN
        SELECT RAISE(ABORT, 'an issued document is frozen');
    END
    """,
    """
    CREATE TRIGGER document_content_is_frozen BEFORE UPDATE ON document_content BEGIN
        SELECT RAISE(ABORT, 'an issued document is frozen');
    END
    """,
)

_DATES_DUE = (
    "CREATE INDEX consent_by_end ON consent (valid_until)",
    "CREATE INDEX plan_by_review ON plan (next_review_on)",
    "CREATE INDEX goal_by_target ON goal (target_on)",
    "CREATE INDEX measure_by_review ON measure (review_on)",
    "CREATE INDEX mandate_by_end ON mandate (ends_on)",
    "CREATE INDEX entry_by_day ON entry (case_id, happened_on)",
)

STATEMENTS = _HOUSE + _RECORDS + _PAPERS + _DATES_DUE
