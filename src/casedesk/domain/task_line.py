"""A task as it stands in a list over all cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task, and whose case it belongs to; beside all cases, the name is empty."""

    task: Task
    client_name: str = ""

    def asks_on(self, today: date) -> bool:
        """Whether the reminder or the day has come."""
        since = self.task.matters_from
        return since is not None and since <= today
