"""Version 14: providers, referrals, applications, approvals; letters."""

STATEMENTS = (
    "ALTER TABLE practice ADD COLUMN region TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE practice ADD COLUMN address_window TEXT",
    """
    CREATE TABLE service_kind (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        is_hidden INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE provider (
        id TEXT PRIMARY KEY NOT NULL,
        person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
        organisation_id TEXT REFERENCES organisation (id) ON DELETE CASCADE,
        services TEXT NOT NULL,
        regions TEXT NOT NULL,
        languages TEXT NOT NULL,
        accessibility TEXT NOT NULL,
        conditions TEXT NOT NULL,
        waiting_weeks INTEGER,
        waiting_note TEXT NOT NULL,
        waiting_told_on TEXT,
        verified_on TEXT,
        experience TEXT NOT NULL,
        CHECK ((person_id IS NULL) <> (organisation_id IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX provider_by_person ON provider (person_id) "
    "WHERE person_id IS NOT NULL",
    "CREATE UNIQUE INDEX provider_by_organisation ON provider (organisation_id) "
    "WHERE organisation_id IS NOT NULL",
    """
    CREATE TABLE provider_term (
        provider_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        term TEXT NOT NULL,
        PRIMARY KEY (kind, term, provider_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX provider_term_by_provider ON provider_term (provider_id)",
    """
    CREATE TRIGGER provider_terms_go AFTER DELETE ON provider BEGIN
        DELETE FROM provider_term WHERE provider_id = OLD.id;
    END
    """,
    """
    CREATE TABLE referral (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        measure_id TEXT REFERENCES measure (id) ON DELETE SET NULL,
        subject TEXT NOT NULL,
        concern TEXT NOT NULL,
        findings TEXT NOT NULL,
        existing TEXT NOT NULL,
        request TEXT NOT NULL,
        urgency TEXT,
        categories TEXT NOT NULL,
        feedback_until TEXT,
        sent_on TEXT,
        channel TEXT,
        document_id TEXT REFERENCES document (id) ON DELETE SET NULL,
        accepted_on TEXT,
        declined_on TEXT,
        decline_reason TEXT NOT NULL,
        waiting_since TEXT,
        appointment_on TEXT,
        appointment_note TEXT NOT NULL,
        started_on TEXT,
        ended_on TEXT,
        feedback_on TEXT,
        feedback TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX referral_by_case ON referral (case_id)",
    "CREATE INDEX referral_by_party ON referral (party_id)",
    "CREATE INDEX referral_by_measure ON referral (measure_id)",
    "CREATE INDEX referral_by_document ON referral (document_id)",
    "CREATE INDEX referral_by_feedback ON referral (feedback_until) "
    "WHERE feedback_until IS NOT NULL",
    "CREATE INDEX referral_by_appointment ON referral (appointment_on) "
    "WHERE appointment_on IS NOT NULL",
    """
    CREATE TABLE claim (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        measure_id TEXT REFERENCES measure (id) ON DELETE SET NULL,
        what TEXT NOT NULL,
        reference_number TEXT NOT NULL,
        letter TEXT NOT NULL,
        enclosures TEXT NOT NULL,
        categories TEXT NOT NULL,
        submitted_on TEXT,
        channel TEXT,
        document_id TEXT REFERENCES document (id) ON DELETE SET NULL,
        hand_in_until TEXT,
        handed_in_on TEXT,
        expected_on TEXT,
        decided_on TEXT,
        received_on TEXT,
        outcome TEXT,
        decision TEXT NOT NULL,
        period_count INTEGER,
        period_unit TEXT NOT NULL,
        region TEXT NOT NULL,
        appeal_until TEXT,
        no_appeal_on TEXT,
        appealed_on TEXT,
        appeal_reference TEXT NOT NULL,
        appeal_decided_on TEXT,
        appeal_outcome TEXT,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX claim_by_case ON claim (case_id)",
    "CREATE INDEX claim_by_party ON claim (party_id)",
    "CREATE INDEX claim_by_measure ON claim (measure_id)",
    "CREATE INDEX claim_by_document ON claim (document_id)",
    "CREATE INDEX claim_to_hand_in ON claim (hand_in_until) "
    "WHERE hand_in_until IS NOT NULL",
    "CREATE INDEX claim_expected ON claim (expected_on) WHERE expected_on IS NOT NULL",
    "CREATE INDEX claim_decided ON claim (outcome, appeal_until) "
    "WHERE outcome IS NOT NULL",
    """
    CREATE TABLE cost_approval (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        measure_id TEXT REFERENCES measure (id) ON DELETE SET NULL,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        payer TEXT NOT NULL,
        what TEXT NOT NULL,
        number TEXT NOT NULL,
        approved_minutes INTEGER,
        approved_cents INTEGER,
        starts_on TEXT,
        ends_on TEXT,
        counts_entries INTEGER NOT NULL,
        used_minutes INTEGER,
        used_cents INTEGER,
        used_as_of TEXT,
        settled_on TEXT,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX cost_approval_by_case ON cost_approval (case_id)",
    "CREATE INDEX cost_approval_by_party ON cost_approval (party_id)",
    "CREATE INDEX cost_approval_by_measure ON cost_approval (measure_id)",
    "CREATE INDEX cost_approval_by_end ON cost_approval (ends_on) "
    "WHERE ends_on IS NOT NULL",
    "CREATE INDEX entry_by_minutes ON entry (case_id, happened_on, minutes)",
)
