"""Brings a vault's schema up to date, one numbered step at a time.

A step is frozen once released: it never imports the rest of CaseDesk, because that code
will change and the step must not.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from casedesk.domain.problems import VaultTooNew
from casedesk.store.migrations import (
    m0001_first_schema,
    m0002_seals,
    m0003_bin,
    m0004_consent_rules,
    m0005_received_paper,
    m0006_own_forms,
    m0008_assessments,
    m0009_figures,
    m0010_instruments,
    m0011_goals,
    m0012_plan_versions,
    m0013_coverage,
    m0014_provision,
    m0015_record,
    m0016_conferences,
    m0017_accounts,
    m0018_reviews,
    m0019_reports,
    m0020_quality,
    m0021_money,
    m0022_statistics,
)

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

Step = tuple[str, ...]

STEPS: tuple[Step, ...] = (
    m0001_first_schema.STATEMENTS,
    m0002_seals.STATEMENTS,
    m0003_bin.STATEMENTS,
    m0004_consent_rules.STATEMENTS,
    m0005_received_paper.STATEMENTS,
    m0006_own_forms.STATEMENTS,
    m0008_assessments.STATEMENTS,
    m0009_figures.STATEMENTS,
    m0010_instruments.STATEMENTS,
    m0011_goals.STATEMENTS,
    m0012_plan_versions.STATEMENTS,
    m0013_coverage.STATEMENTS,
    m0014_provision.STATEMENTS,
    m0015_record.STATEMENTS,
    m0016_conferences.STATEMENTS,
    m0017_accounts.STATEMENTS,
    m0018_reviews.STATEMENTS,
    m0019_reports.STATEMENTS,
    m0020_quality.STATEMENTS,
    m0021_money.STATEMENTS,
    m0022_statistics.STATEMENTS,
)


def version_of(connection: Connection) -> int:
    """Return the number of the last step a vault has seen; 0 for a new file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def is_behind(connection: Connection, steps: tuple[Step, ...] = STEPS) -> bool:
    """Whether a vault that holds records has steps before it."""
    return 0 < version_of(connection) < len(steps)


def migrate(connection: Connection, steps: tuple[Step, ...] = STEPS) -> None:
    """Run the steps this vault has not seen. Each one succeeds whole or not at all.

    A new file gets all of them at once, or none.
    """
    version = version_of(connection)
    if version > len(steps):
        raise VaultTooNew
    numbers = range(version + 1, len(steps) + 1)
    for last in numbers[-1:] if version == 0 else numbers:
        connection.execute("BEGIN IMMEDIATE")
        with connection:  # commits, or rolls back if a step fails
            # Not executescript(): it would commit the open transaction first.
            for statement in chain.from_iterable(steps[version:last]):
                connection.execute(statement)
            _check_references(connection)
            connection.execute(f"PRAGMA user_version = {last}")
        version = last


def _check_references(connection: Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        message = f"row in {broken[0]} points at nothing in {broken[2]}"
        raise ValueError(message)
