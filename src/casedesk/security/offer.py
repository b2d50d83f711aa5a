"""A passphrase that is offered: words drawn by chance from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Six of 2,048 words are 66 bits, more than any thief can try at 3 ms each.
WORDS = 6
_BYTES = 4


def offered_passphrase(words: Sequence[str], random: Callable[[int], bytes]) -> str:
    """Return words in which each of the list is as likely as any other.

    `random` returns as many unpredictable bytes as it is asked for.
    """
    return " ".join(words[_below(len(words), random)] for _ in range(WORDS))


def _below(count: int, random: Callable[[int], bytes]) -> int:
    range_of_bytes = 1 << 8 * _BYTES
    fair = range_of_bytes - range_of_bytes % count
    while True:
        drawn = int.from_bytes(random(_BYTES), "big")
        if drawn < fair:
            return drawn % count
