"""Tasks and deadlines; case conferences with their agenda, people and minutes."""

from casedesk.store.migrations.locks import locks_of_part, locks_of_whole

# What stays once it is issued; links that are emptied or noted later are left out.
_CONFERENCE = (
    *("id", "case_id", "kind", "title", "takes_place_on", "starts_at", "minutes"),
    *("mode", "place", "chair", "minute_taker", "aims", "categories"),
    *("client_agreed_on", "client_informed_on", "invited_on", "prepared_on", "wishes"),
    *("taboo", "brings", "held_on", "dissent", "client_feedback", "next_on"),
    *("minutes_issued_on", "cancelled_on", "cancel_reason", "version", "corrects_id"),
)
_PARTICIPANT = (
    *("id", "conference_id", "case_id", "position", "role", "party_id", "name"),
    *("invited_on", "attendance", "gets_minutes"),
)
_AGENDA_ITEM = (
    *("id", "conference_id", "case_id", "position", "title", "minutes", "discussion"),
)
_RESOLUTION = (
    *("id", "item_id", "conference_id", "case_id", "position", "kind", "words"),
    *("responsible", "party_id", "responsible_words", "due_on"),
)
_DONE = "minutes_issued_on"
_WORDS = "issued minutes are not changed"

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
    """
    CREATE TABLE conference (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        takes_place_on TEXT,
        starts_at TEXT NOT NULL,
        minutes INTEGER,
        mode TEXT NOT NULL,
        place TEXT NOT NULL,
        chair TEXT NOT NULL,
        minute_taker TEXT NOT NULL,
        aims TEXT NOT NULL,
        categories TEXT NOT NULL,
        client_agreed_on TEXT,
        client_informed_on TEXT,
        invited_on TEXT,
        prepared_on TEXT,
        wishes TEXT NOT NULL,
        taboo TEXT NOT NULL,
        brings TEXT NOT NULL,
        held_on TEXT,
        dissent TEXT NOT NULL,
        client_feedback TEXT NOT NULL,
        next_on TEXT,
        minutes_issued_on TEXT,
        approved_by TEXT NOT NULL,
        approved_on TEXT,
        cancelled_on TEXT,
        cancel_reason TEXT NOT NULL,
        version INTEGER NOT NULL,
        corrects_id TEXT REFERENCES conference (id)
    ) STRICT
    """,
    "CREATE INDEX conference_by_case ON conference (case_id)",
    "CREATE INDEX conference_by_corrected ON conference (corrects_id)",
    """
    CREATE INDEX conference_to_come ON conference (takes_place_on)
     WHERE held_on IS NULL AND cancelled_on IS NULL
    """,
    """
    CREATE INDEX conference_without_minutes ON conference (held_on)
     WHERE minutes_issued_on IS NULL
    """,
    """
    CREATE TABLE participant (
        id TEXT PRIMARY KEY NOT NULL,
        conference_id TEXT NOT NULL REFERENCES conference (id) ON DELETE CASCADE,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        party_id TEXT REFERENCES party (id),
        name TEXT NOT NULL,
        invited_on TEXT,
        attendance TEXT,
        gets_minutes INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX participant_by_conference ON participant (conference_id)",
    "CREATE INDEX participant_by_case ON participant (case_id)",
    "CREATE INDEX participant_by_party ON participant (party_id)",
    """
    CREATE TABLE agenda_item (
        id TEXT PRIMARY KEY NOT NULL,
        conference_id TEXT NOT NULL REFERENCES conference (id) ON DELETE CASCADE,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        minutes INTEGER,
        discussion TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX agenda_item_by_conference ON agenda_item (conference_id)",
    "CREATE INDEX agenda_item_by_case ON agenda_item (case_id)",
    """
    CREATE TABLE resolution (
        id TEXT PRIMARY KEY NOT NULL,
        item_id TEXT NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
        conference_id TEXT NOT NULL REFERENCES conference (id) ON DELETE CASCADE,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        words TEXT NOT NULL,
        responsible TEXT NOT NULL,
        party_id TEXT REFERENCES party (id),
        responsible_words TEXT NOT NULL,
        due_on TEXT,
        goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL,
        measure_id TEXT REFERENCES measure (id) ON DELETE SET NULL,
        task_id TEXT REFERENCES task (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX resolution_by_item ON resolution (item_id)",
    "CREATE INDEX resolution_by_conference ON resolution (conference_id)",
    "CREATE INDEX resolution_by_case ON resolution (case_id)",
    "CREATE INDEX resolution_by_party ON resolution (party_id)",
    "CREATE INDEX resolution_by_goal ON resolution (goal_id)",
    "CREATE INDEX resolution_by_measure ON resolution (measure_id)",
    "CREATE INDEX resolution_by_task ON resolution (task_id)",
    *locks_of_whole("conference", _DONE, _CONFERENCE, _WORDS),
    *locks_of_part("participant", "conference", _DONE, _PARTICIPANT, _WORDS),
    *locks_of_part("agenda_item", "conference", _DONE, _AGENDA_ITEM, _WORDS),
    *locks_of_part("resolution", "conference", _DONE, _RESOLUTION, _WORDS),
)
