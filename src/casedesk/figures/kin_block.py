"""A stretch of a family whose members keep their places towards each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casedesk.domain.kinship import RelativeId


@dataclass(slots=True)
class Block:
    """Who stands where, counted in places; a person takes one place in a row."""

    xs: dict[RelativeId, float] = field(default_factory=dict)

    def shift(self, by: float) -> None:
        """Move everybody sideways."""
        self.xs = {who: x + by for who, x in self.xs.items()}

    def take(self, other: Block) -> None:
        """Take in another block as it stands."""
        self.xs.update(other.xs)

    def ends(self, rows: Mapping[RelativeId, int]) -> dict[int, tuple[float, float]]:
        """Return for each row where its first and its last person stand."""
        found: dict[int, tuple[float, float]] = {}
        for who, x in self.xs.items():
            low, high = found.get(rows[who], (x, x))
            found[rows[who]] = min(low, x), max(high, x)
        return found


def overlap(
    left: Block, right: Block, rows: Mapping[RelativeId, int], gap: float = 1.0
) -> float:
    """Return how far the right block must go so that it stands beside the left one.

    Less than nothing if there is room between them; only rows of both count.
    """
    one, other = left.ends(rows), right.ends(rows)
    shared = one.keys() & other.keys()
    return max(
        (one[row][1] + gap - other[row][0] for row in shared), default=float("-inf")
    )


def beside(blocks: Iterable[Block], rows: Mapping[RelativeId, int]) -> Block:
    """Return the blocks from left to right, as close as their rows allow."""
    whole = Block()
    for block in blocks:
        by = overlap(whole, block, rows)
        if by > float("-inf"):
            block.shift(by)
        whole.take(block)
    return whole
