"""Version 18: reviews and their rhythms, risks, evaluations, how cases are closed."""

from casedesk.store.migrations.locks import locks_of_part, locks_of_whole

# What stays once it is confirmed; links that are emptied or noted later are left out.
_REVIEW = (
    *("id", "case_id", "cycle", "held_on", "participants", "client_satisfaction"),
    *("client_words", "provider_satisfaction", "provider_words", "new_risks"),
    *("incidents", "need_fit", "need_words", "outcome", "outcome_reason", "next_on"),
    "confirmed_on",
)
_EVALUATION = (
    *("id", "case_id", "cycle", "held_on", "independence", "quality_of_life"),
    *("care_situation", "work_capacity", "effect_words", "client_words"),
    *("network_view", "payer_view", "planned_minutes", "actual_minutes"),
    *("planned_cents", "actual_cents", "avoided_cents", "avoided_assumptions"),
    *("worked_well", "lessons", "confirmed_on"),
)
_GOAL_RATING = (
    *("id", "case_id", "review_id", "position", "level", "progress", "words"),
    *("goal_words", "level_words"),
)
_MEASURE_CHECK = (
    *("id", "case_id", "review_id", "position", "standing", "fit", "satisfaction"),
    *("reason", "reaction", "measure_words"),
)
_GOAL_RESULT = (
    *("id", "case_id", "evaluation_id", "position", "level", "attainment", "reason"),
    *("goal_words", "level_words", "baseline_level", "weight"),
)
_DONE = "confirmed_on"
_WORDS = "what was confirmed is not changed"

STATEMENTS = (
    """
    ALTER TABLE case_record
      ADD COLUMN review_rhythm TEXT NOT NULL DEFAULT 'three_months'
    """,
    "ALTER TABLE goal ADD COLUMN review_rhythm TEXT",
    "ALTER TABLE measure ADD COLUMN review_rhythm TEXT",
    "ALTER TABLE measure ADD COLUMN checked_on TEXT",
    """
    CREATE INDEX goal_by_rhythm ON goal (review_rhythm)
     WHERE review_rhythm IS NOT NULL
    """,
    """
    CREATE INDEX measure_by_rhythm ON measure (review_rhythm)
     WHERE review_rhythm IS NOT NULL
    """,
    """
    CREATE TABLE review (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        cycle INTEGER NOT NULL,
        held_on TEXT NOT NULL,
        participants TEXT NOT NULL,
        client_satisfaction INTEGER,
        client_words TEXT NOT NULL,
        provider_satisfaction INTEGER,
        provider_words TEXT NOT NULL,
        new_risks TEXT NOT NULL,
        incidents TEXT NOT NULL,
        need_fit TEXT,
        need_words TEXT NOT NULL,
        outcome TEXT,
        outcome_reason TEXT NOT NULL,
        next_on TEXT,
        confirmed_on TEXT
    ) STRICT
    """,
    "CREATE INDEX review_by_case ON review (case_id, held_on)",
    """
    CREATE TABLE goal_rating (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        review_id TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
        goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL,
        position INTEGER NOT NULL,
        level INTEGER,
        progress INTEGER,
        words TEXT NOT NULL,
        goal_words TEXT NOT NULL,
        level_words TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX goal_rating_by_case ON goal_rating (case_id)",
    "CREATE INDEX goal_rating_by_review ON goal_rating (review_id)",
    "CREATE INDEX goal_rating_by_goal ON goal_rating (goal_id)",
    """
    CREATE TABLE measure_check (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        review_id TEXT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
        measure_id TEXT REFERENCES measure (id) ON DELETE SET NULL,
        position INTEGER NOT NULL,
        standing TEXT,
        fit TEXT,
        satisfaction INTEGER,
        reason TEXT NOT NULL,
        reaction TEXT NOT NULL,
        measure_words TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX measure_check_by_case ON measure_check (case_id)",
    "CREATE INDEX measure_check_by_review ON measure_check (review_id)",
    "CREATE INDEX measure_check_by_measure ON measure_check (measure_id)",
    """
    CREATE TABLE risk (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        weight TEXT NOT NULL,
        what TEXT NOT NULL,
        reason TEXT NOT NULL,
        to_do TEXT NOT NULL,
        noted_on TEXT NOT NULL,
        review_on TEXT,
        told TEXT,
        told_note TEXT NOT NULL,
        stands_on_head INTEGER NOT NULL,
        ended_on TEXT,
        end_reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX risk_by_case ON risk (case_id)",
    "CREATE INDEX risk_by_review ON risk (review_on) WHERE ended_on IS NULL",
    """
    CREATE TABLE evaluation (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        cycle INTEGER NOT NULL,
        held_on TEXT NOT NULL,
        independence TEXT,
        quality_of_life TEXT,
        care_situation TEXT,
        work_capacity TEXT,
        effect_words TEXT NOT NULL,
        client_words TEXT NOT NULL,
        network_view TEXT NOT NULL,
        payer_view TEXT NOT NULL,
        planned_minutes INTEGER,
        actual_minutes INTEGER,
        planned_cents INTEGER,
        actual_cents INTEGER,
        avoided_cents INTEGER,
        avoided_assumptions TEXT NOT NULL,
        worked_well TEXT NOT NULL,
        lessons TEXT NOT NULL,
        confirmed_on TEXT
    ) STRICT
    """,
    "CREATE INDEX evaluation_by_case ON evaluation (case_id, held_on)",
    """
    CREATE TABLE goal_result (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        evaluation_id TEXT NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
        goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL,
        position INTEGER NOT NULL,
        level INTEGER,
        attainment TEXT,
        reason TEXT NOT NULL,
        goal_words TEXT NOT NULL,
        level_words TEXT NOT NULL,
        baseline_level INTEGER,
        weight INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX goal_result_by_case ON goal_result (case_id)",
    "CREATE INDEX goal_result_by_evaluation ON goal_result (evaluation_id)",
    "CREATE INDEX goal_result_by_goal ON goal_result (goal_id)",
    """
    ALTER TABLE case_record
      ADD COLUMN follows_id TEXT REFERENCES case_record (id) ON DELETE SET NULL
    """,
    "CREATE INDEX case_record_by_follows ON case_record (follows_id)",
    """
    CREATE INDEX case_record_open ON case_record (id) WHERE closed_on IS NULL
    """,
    """
    CREATE TABLE closure (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        reason TEXT,
        reason_words TEXT NOT NULL,
        talk_on TEXT,
        no_talk_reason TEXT NOT NULL,
        aftercare TEXT NOT NULL,
        returned TEXT NOT NULL,
        told TEXT NOT NULL,
        follow_up TEXT,
        retention TEXT,
        left_open TEXT NOT NULL,
        closed_on TEXT,
        keep_until TEXT
    ) STRICT
    """,
    "CREATE INDEX closure_by_case ON closure (case_id)",
    *locks_of_whole("review", _DONE, _REVIEW, _WORDS),
    *locks_of_whole("evaluation", _DONE, _EVALUATION, _WORDS),
    *locks_of_part("goal_rating", "review", _DONE, _GOAL_RATING, _WORDS),
    *locks_of_part("measure_check", "review", _DONE, _MEASURE_CHECK, _WORDS),
    *locks_of_part("goal_result", "evaluation", _DONE, _GOAL_RESULT, _WORDS),
)
