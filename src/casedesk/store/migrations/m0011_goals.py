"""Version 11: goals with levels and a life cycle, measures with approval, templates.

The state of a goal was one typed word; it becomes how the goal ended and how far it was
reached. Importance was rated from 0 to 10 and is rated from 0 to 3 now; the earlier
rating is kept by the history.
"""

_GOAL_COLUMNS = (
    "kind TEXT NOT NULL DEFAULT 'action'",
    "guiding_id TEXT REFERENCES goal (id) ON DELETE SET NULL",
    "further_domains TEXT NOT NULL DEFAULT '[]'",
    "owner TEXT NOT NULL DEFAULT 'client'",
    "difficulty INTEGER",
    "much_less TEXT NOT NULL DEFAULT ''",
    "less TEXT NOT NULL DEFAULT ''",
    "expected TEXT NOT NULL DEFAULT ''",
    "more TEXT NOT NULL DEFAULT ''",
    "much_more TEXT NOT NULL DEFAULT ''",
    "baseline_level INTEGER",
    "level INTEGER",
    "rated_on TEXT",
    "conflicts TEXT NOT NULL DEFAULT ''",
    "accepted_on TEXT",
    "started_on TEXT",
    "on_hold_since TEXT",
    "ended_on TEXT",
    "ending TEXT",
    "achievement TEXT",
    "reason TEXT NOT NULL DEFAULT ''",
)
_MEASURE_COLUMNS = (
    "further_goal_ids TEXT NOT NULL DEFAULT '[]'",
    "near_help TEXT NOT NULL DEFAULT ''",
    "cost_cents INTEGER",
    "cost_per TEXT NOT NULL DEFAULT 'once'",
    "asked_on TEXT",
    "granted_on TEXT",
    "granted_until TEXT",
    "refused_on TEXT",
    "appeal_until TEXT",
    "appealed_on TEXT",
    "success_criterion TEXT NOT NULL DEFAULT ''",
    "alternatives TEXT NOT NULL DEFAULT ''",
    "chosen_by TEXT",
    "choice_reason TEXT NOT NULL DEFAULT ''",
    "plan_b TEXT NOT NULL DEFAULT ''",
)

STATEMENTS = (
    *(f"ALTER TABLE goal ADD COLUMN {c}" for c in _GOAL_COLUMNS),
    "CREATE INDEX goal_by_guiding ON goal (guiding_id)",
    """
    UPDATE goal
       SET ending = CASE state
                        WHEN 'open' THEN NULL
                        WHEN 'given_up' THEN 'cancelled'
                        ELSE 'completed' END,
           achievement = CASE state
                        WHEN 'reached' THEN 'achieved'
                        WHEN 'partly' THEN 'partly_achieved'
                        WHEN 'not_reached' THEN 'not_achieved' END,
           importance = CASE
                        WHEN importance <= 0 THEN 0
                        WHEN importance <= 3 THEN 1
                        WHEN importance <= 6 THEN 2
                        WHEN importance > 6 THEN 3 END
    """,
    # The triggers that keep the history name the column; they are made anew.
    "DROP TRIGGER IF EXISTS goal_added",
    "DROP TRIGGER IF EXISTS goal_changed",
    "DROP TRIGGER IF EXISTS goal_removed",
    "ALTER TABLE goal DROP COLUMN state",
    *(f"ALTER TABLE measure ADD COLUMN {c}" for c in _MEASURE_COLUMNS),
    "CREATE INDEX measure_by_appeal ON measure (appeal_until)",
    "CREATE INDEX measure_by_grant ON measure (granted_until)",
    """
    CREATE TABLE no_goal (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        life_domain TEXT NOT NULL,
        decided_on TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        ground TEXT NOT NULL,
        reason TEXT NOT NULL,
        taken_back_on TEXT
    ) STRICT
    """,
    "CREATE INDEX no_goal_by_case ON no_goal (case_id)",
    """
    CREATE TABLE measure_template (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        anchor TEXT NOT NULL,
        goal TEXT NOT NULL,
        note TEXT NOT NULL,
        version TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE template_step (
        id TEXT PRIMARY KEY NOT NULL,
        template_id TEXT NOT NULL REFERENCES measure_template (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        responsible TEXT NOT NULL,
        near_help TEXT NOT NULL,
        frequency TEXT NOT NULL,
        success_criterion TEXT NOT NULL,
        plan_b TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        until_day INTEGER,
        review_day INTEGER
    ) STRICT
    """,
    "CREATE INDEX template_step_by_template ON template_step (template_id)",
)
