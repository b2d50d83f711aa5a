"""Triggers that keep what was given out or confirmed; those of old steps stay so."""

from __future__ import annotations


def locks_of_whole(
    table: str, done: str, columns: tuple[str, ...], words: str
) -> list[str]:
    """Return the triggers that keep these columns of a record once it has a day."""
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)
    abort = f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
    return [
        f"CREATE TRIGGER {table}_is_frozen BEFORE UPDATE ON {table}"
        f" WHEN OLD.{done} IS NOT NULL AND ({changed}) {abort}",
        f"CREATE TRIGGER {table}_is_never_removed BEFORE DELETE ON {table}"
        f" WHEN OLD.{done} IS NOT NULL {abort}",
    ]


def locks_of_part(
    table: str, whole: str, done: str, columns: tuple[str, ...], words: str
) -> list[str]:
    """Return the triggers that keep the parts of a record once it has a day."""
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)
    abort = f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
    # S608: only names of our own tables and columns are put in.
    new, old = (
        f"EXISTS (SELECT 1 FROM {whole} AS whole"  # noqa: S608
        f" WHERE whole.id = {row}.{whole}_id AND whole.{done} IS NOT NULL)"
        for row in ("NEW", "OLD")
    )
    return [
        f"CREATE TRIGGER {table}_is_not_added_later BEFORE INSERT ON {table}"
        f" WHEN {new} {abort}",
        f"CREATE TRIGGER {table}_is_frozen BEFORE UPDATE ON {table}"
        f" WHEN ({changed}) AND {old} {abort}",
        f"CREATE TRIGGER {table}_is_never_removed BEFORE DELETE ON {table}"
        f" WHEN {old} {abort}",
    ]
