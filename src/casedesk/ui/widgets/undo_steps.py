"""What can be undone on one picture, the last step first."""

from __future__ import annotations

from typing import Generic, TypeVar

Step = TypeVar("Step")

MOST = 100


class UndoSteps(Generic[Step]):
    """Keeps what things were before each step, as long as the picture is shown."""

    def __init__(self) -> None:
        self._steps: list[list[Step]] = []

    def __bool__(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._steps)

    def note(self, before: list[Step]) -> None:
        """Remember what was changed, as it was; nothing changed is no step."""
        if before:
            self._steps = [*self._steps, before][-MOST:]

    def take(self) -> list[Step]:
        """Return what the last step had changed; it is not remembered any longer."""
        return self._steps.pop() if self._steps else []

    def forget(self) -> None:
        """Begin with another picture."""
        self._steps.clear()
