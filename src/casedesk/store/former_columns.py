"""What the history keeps from before a step of the schema, in the columns of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedesk.store.columns import Stored

# As step 11 did it with the goals that there were then.
_ENDINGS = {
    "reached": "completed",
    "partly": "completed",
    "not_reached": "completed",
    "given_up": "cancelled",
}
_ACHIEVEMENTS = {
    "reached": "achieved",
    "partly": "partly_achieved",
    "not_reached": "not_achieved",
}


def in_columns_of_today(table: str, stored: dict[str, Stored]) -> dict[str, Stored]:
    """Return stored columns as the step would have made them that changed the table."""
    if table == "goal" and "state" in stored:
        return _goal(stored)
    return stored


def _goal(stored: dict[str, Stored]) -> dict[str, Stored]:
    """Turn the one word for the state into how the goal ended; rate it from 0 to 3."""
    state = str(stored["state"])
    now = {name: value for name, value in stored.items() if name != "state"}
    now["ending"] = _ENDINGS.get(state)
    now["achievement"] = _ACHIEVEMENTS.get(state)
    importance = stored.get("importance")
    if isinstance(importance, int):
        # None up to 0; then 1 to 3, 4 to 6, and above.
        now["importance"] = max(0, min(3, (importance + 2) // 3))
    return now
