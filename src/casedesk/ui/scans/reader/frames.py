"""How the program and its reader speak: a length, a few facts, and then bytes."""

from __future__ import annotations

import json
from struct import Struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTHS = Struct(">II")
MOST_FACTS = 100_000
MOST_BYTES = 60_000_000


class FrameError(ValueError):
    """What came is longer than anything that is ever sent."""


# Any: facts are numbers, texts and lists of them, as JSON has them.
def packed(facts: dict[str, Any], content: bytes = b"") -> bytes:
    """Return facts and bytes as they are sent."""
    told = json.dumps(facts).encode()
    return _LENGTHS.pack(len(told), len(content)) + told + content


class Frames:
    """Puts together again what arrives piece by piece."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def take(self, piece: bytes) -> Iterator[tuple[dict[str, Any], bytes]]:
        """Add a piece and yield what is complete; raises `FrameError`."""
        self._waiting += piece
        while len(self._waiting) >= _LENGTHS.size:
            told, content = _LENGTHS.unpack_from(self._waiting)
            if told > MOST_FACTS or content > MOST_BYTES:
                raise FrameError
            end = _LENGTHS.size + told + content
            if len(self._waiting) < end:
                return
            whole = bytes(self._waiting[_LENGTHS.size : end])
            del self._waiting[:end]
            facts = json.loads(whole[:told])
            if not isinstance(facts, dict):
                raise FrameError
            yield facts, whole[told:]
