"""Version 22: how complex a case is, and indexes that own statistics read alone."""

STATEMENTS = (
    "ALTER TABLE case_record ADD COLUMN weight INTEGER NOT NULL DEFAULT 1",
    # What is read stands in these: the texts of the rows are long.
    """
    CREATE INDEX entry_of_category
        ON entry (time_category, happened_on, case_id, is_billable, minutes,
                  travel_minutes, from_time, until_on, until_time)
    """,
    """
    CREATE INDEX entry_with_client ON entry (case_id, happened_on)
     WHERE with_client = 1 AND was_reached = 1 AND kind NOT IN ('note', 'attempt')
    """,
    """
    CREATE INDEX party_that_pays ON party (case_id, id, organisation_id)
     WHERE instr(roles, '"payer"') > 0
    """,
)
