"""What a suite of the matrix reached, beside what it has to reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table. A suite that could not run is neither met nor missed."""

    reached: str
    is_met: bool | None
    is_slow: bool = False
    """All was right, but it took too long: missed too, though not in a short run."""


@dataclass(frozen=True, slots=True)
class Suite:
    """One row of the matrix: `full` is how often a full run tries."""

    number: str
    what: str
    target: str
    full: int
    short: int
    run: Callable[[int, Path], Figure]


def skipped(reason: str) -> Figure:
    """Say why a suite could not run on this machine."""
    return Figure(reached=reason, is_met=None)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
