"""Which figures of an exported table are left out, so that nobody can be told from it.

A figure behind which fewer than five cases stand is left out. So that none of them can
be worked out from sums, others are left out with them until each one that is left out
could have been at least two numbers. Whether it could is shown by a *move*: other
numbers for what is left out, none below nothing, with which every sum still holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from casedesk.domain.statistics import Cell

LEAST_CASES = 5
MOST_MOVED = (2, 3, 4, 6, 9, 14)  # figures in one move; short ones are looked for first
MOST_CANDIDATES = 12
MOST_TRIES = 3000  # then a figure counts as exposed: rather too little than too much

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Sum(Generic[K]):
    """Figures that add up to the same on both sides."""

    left: tuple[K, ...]
    right: tuple[K, ...]

    def signs(self) -> dict[K, int]:
        """Return on which side each figure stands."""
        return dict.fromkeys(self.left, 1) | dict.fromkeys(self.right, -1)


def left_out(
    cells: Mapping[K, Cell], sums: Sequence[Sum[K]], never_shown: Iterable[K] = ()
) -> frozenset[K]:
    """Return the figures that must not be shown.

    `never_shown` stand in sums, but in no table; they need no protection themselves.
    """
    hidden = frozenset(never_shown)
    out = {key for key, cell in cells.items() if cell.cases < LEAST_CASES} | hidden
    search = _Search(cells, sums, out)
    waiting = [key for key in cells if key in out - hidden]
    safe: set[K] = set()
    while waiting:
        if waiting[-1] in safe:
            waiting.pop()
            continue
        move = search.move_of(waiting[-1])
        if move:
            safe.update(move)  # each figure in it could be another number, too
            continue
        companion = search.companion_of(waiting[-1])
        if companion is None:
            waiting.pop()  # nothing that it adds up with is shown
        else:
            out.add(companion)
            waiting.insert(0, companion)
    return frozenset(out - hidden)


class _Search(Generic[K]):
    """Looks for a move of one figure, among those that are left out."""

    def __init__(
        self, cells: Mapping[K, Cell], sums: Sequence[Sum[K]], out: set[K]
    ) -> None:
        self._cells = cells
        self._out = out
        self._signs = [each.signs() for each in sums]
        self._of_key: dict[K, list[int]] = {}
        for number, signs in enumerate(self._signs):
            for key in signs:
                self._of_key.setdefault(key, []).append(number)
        self._moves: dict[K, int] = {}
        self._excess: dict[int, int] = {}  # of each sum that does not hold
        self._tries = 0

    def move_of(self, key: K) -> dict[K, int]:
        """Return a move with this figure in it; empty if none is found."""
        for most in MOST_MOVED:
            for step in (1, -1):
                self._moves, self._excess, self._tries = {}, {}, 0
                if self._may_move(key, step) and self._leads_on(key, step, most):
                    return self._moves
        return {}

    def _may_move(self, key: K, step: int) -> bool:
        return step > 0 or self._cells[key].value > 0

    def _leads_on(self, key: K, step: int, most: int) -> bool:
        """Move a figure; take it back if the sums cannot be made to hold again."""
        self._moves[key] = step
        self._shift(key, step)
        if self._is_settled(most):
            return True
        del self._moves[key]
        self._shift(key, -step)
        return False

    def _shift(self, key: K, step: int) -> None:
        for number in self._of_key.get(key, ()):
            excess = self._excess.pop(number, 0) + self._signs[number][key] * step
            if excess:
                self._excess[number] = excess

    def _is_settled(self, most: int) -> bool:
        if not self._excess:
            return True
        self._tries += 1
        if self._tries > MOST_TRIES or len(self._moves) >= most:
            return False
        number, excess = next(iter(self._excess.items()))
        return any(
            self._leads_on(key, step, most)
            for key, step in self._answers(number, excess)
        )

    def _answers(self, number: int, excess: int) -> list[tuple[K, int]]:
        """Return the moves that bring a sum nearer to holding, the plainest first."""
        found = [
            (key, -sign if excess > 0 else sign)
            for key, sign in self._signs[number].items()
            if key in self._out and key not in self._moves
        ]
        found = [move for move in found if self._may_move(*move)]
        return sorted(found, key=lambda move: len(self._of_key[move[0]]))

    def companion_of(self, key: K) -> K | None:
        """Return the figure that is to be left out with one that is exposed.

        The smallest near it with which it can move, or else just the smallest; none
        if nothing near it is shown.
        """
        near = sorted(self._near(key), key=lambda k: (self._cells[k].value, str(k)))
        for candidate in near[:MOST_CANDIDATES]:
            self._out.add(candidate)
            moves = self.move_of(key)
            self._out.discard(candidate)
            if moves:
                return candidate
        return near[0] if near else None

    def _near(self, key: K) -> set[K]:
        """Return the shown figures in sums with it, or with others left out beside."""
        reached, new = {key}, [key]
        shown: set[K] = set()
        while new:
            around = {
                other
                for known in new
                for number in self._of_key.get(known, ())
                for other in self._signs[number]
            }
            shown |= around - self._out
            new = [other for other in around & self._out if other not in reached]
            reached.update(new)
        return shown
