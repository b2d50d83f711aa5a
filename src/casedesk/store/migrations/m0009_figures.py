"""Dated maps of the network, and the family of the genogram."""

STATEMENTS = (
    """
    CREATE TABLE network_map (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        drawn_on TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX network_map_by_case ON network_map (case_id, drawn_on)",
    """
    CREATE TABLE tie (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        map_id TEXT NOT NULL REFERENCES network_map (id) ON DELETE CASCADE,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        name TEXT NOT NULL,
        is_organisation INTEGER NOT NULL,
        sector TEXT NOT NULL,
        closeness TEXT NOT NULL,
        quality TEXT NOT NULL,
        flow TEXT NOT NULL,
        frequency TEXT NOT NULL,
        kinds TEXT NOT NULL,
        deputises INTEGER NOT NULL,
        note TEXT NOT NULL,
        angle INTEGER,
        reach INTEGER
    ) STRICT
    """,
    "CREATE INDEX tie_by_case ON tie (case_id)",
    "CREATE INDEX tie_by_map ON tie (map_id)",
    "CREATE INDEX tie_by_party ON tie (party_id)",
    """
    CREATE TABLE relative (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        is_index INTEGER NOT NULL,
        party_id TEXT REFERENCES party (id) ON DELETE SET NULL,
        name TEXT NOT NULL,
        sex TEXT NOT NULL,
        birth TEXT NOT NULL,
        born_year INTEGER,
        died_year INTEGER,
        is_dead INTEGER NOT NULL,
        in_household INTEGER NOT NULL,
        twin_of_id TEXT REFERENCES relative (id) ON DELETE SET NULL,
        note TEXT NOT NULL,
        shift_x INTEGER NOT NULL,
        shift_y INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX relative_by_case ON relative (case_id)",
    "CREATE INDEX relative_by_party ON relative (party_id)",
    "CREATE INDEX relative_by_twin ON relative (twin_of_id)",
    """
    CREATE TABLE kin_union (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        first_id TEXT NOT NULL REFERENCES relative (id) ON DELETE CASCADE,
        second_id TEXT REFERENCES relative (id) ON DELETE SET NULL,
        kind TEXT NOT NULL,
        from_year INTEGER,
        until_year INTEGER,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX kin_union_by_case ON kin_union (case_id)",
    "CREATE INDEX kin_union_by_first ON kin_union (first_id)",
    "CREATE INDEX kin_union_by_second ON kin_union (second_id)",
    """
    CREATE TABLE descent (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        union_id TEXT NOT NULL REFERENCES kin_union (id) ON DELETE CASCADE,
        child_id TEXT NOT NULL REFERENCES relative (id) ON DELETE CASCADE,
        kind TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX descent_by_case ON descent (case_id)",
    "CREATE INDEX descent_by_union ON descent (union_id)",
    "CREATE INDEX descent_by_child ON descent (child_id)",
    """
    CREATE TABLE bond (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        first_id TEXT NOT NULL REFERENCES relative (id) ON DELETE CASCADE,
        second_id TEXT NOT NULL REFERENCES relative (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX bond_by_case ON bond (case_id)",
    "CREATE INDEX bond_by_first ON bond (first_id)",
    "CREATE INDEX bond_by_second ON bond (second_id)",
)
