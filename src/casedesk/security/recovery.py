"""The recovery sheet: key and salt of a vault as letters that people copy by hand.

Key (32 bytes), salt (16) and their CRC-32 (4) are 84 letters of base 32. They stand in
seven lines of twelve, each with two check letters: a Reed-Solomon code over 32 letters
in which the number of the line counts as a letter. So one wrong letter, any two letters
that changed places, and a line written in another's place are always found.
"""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

from casedesk.domain.problems import (
    RecoverySheetIncomplete,
    RecoverySheetWrong,
    WrongRecoveryLine,
)
from casedesk.security.keys import KEY_BYTES, SALT_BYTES, VaultKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LINES = 7
LETTERS_IN_LINE = 14
# I, L, O and U are missing: they would be taken for 1, 0 and V.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("ILOU", "110V")
_BETWEEN = frozenset(" \t\n-.,:_·\u2010\u2011\u2012\u2013\u2014\u00a0\u202f")
_GROUP = 4
_DATA_IN_LINE = 12
_BITS = 5
_CRC_BYTES = 4
_PADDING_BITS = 4
_MARK_LETTERS = 8


class LineState(StrEnum):
    """How far a line of the sheet has been typed."""

    INCOMPLETE = "incomplete"
    RIGHT = "right"
    WRONG = "wrong"


def sheet_lines(key: VaultKey) -> tuple[str, ...]:
    """Return the lines of the recovery sheet of a vault, in groups of four letters."""
    known = key.key + key.salt
    number = int.from_bytes(known + crc32(known).to_bytes(_CRC_BYTES, "big"), "big")
    symbols = _symbols(number << _PADDING_BITS, LINES * _DATA_IN_LINE)
    return tuple(
        _line(number, symbols[start : start + _DATA_IN_LINE])
        for number, start in enumerate(range(0, len(symbols), _DATA_IN_LINE), start=1)
    )


def read_lines(typed: Sequence[str]) -> VaultKey:
    """Return the key and salt that stand on a sheet, however they were typed.

    Raises `WrongRecoveryLine` for the first line that is not as it was printed,
    `RecoverySheetIncomplete`, or `RecoverySheetWrong` if only the whole does not fit.
    """
    states = [line_state(number, line) for number, line in enumerate(typed, start=1)]
    if LineState.WRONG in states:
        raise WrongRecoveryLine(states.index(LineState.WRONG) + 1)
    if len(typed) != LINES or LineState.INCOMPLETE in states:
        raise RecoverySheetIncomplete
    number = 0
    for line in typed:
        for letter in letters_of(line)[:_DATA_IN_LINE]:
            number = number << _BITS | ALPHABET.index(letter)
    size = KEY_BYTES + SALT_BYTES + _CRC_BYTES
    if number % (1 << _PADDING_BITS):
        raise RecoverySheetWrong
    stored = (number >> _PADDING_BITS).to_bytes(size, "big")
    known, check = stored[:-_CRC_BYTES], stored[-_CRC_BYTES:]
    if crc32(known).to_bytes(_CRC_BYTES, "big") != check:
        raise RecoverySheetWrong
    return VaultKey(key=known[:KEY_BYTES], salt=known[KEY_BYTES:])


def line_state(number: int, typed: str) -> LineState:
    """Tell whether the line with this number, from 1, is typed as it was printed."""
    letters = letters_of(typed)
    if len(letters) > LETTERS_IN_LINE or not set(letters) <= set(ALPHABET):
        return LineState.WRONG
    if len(letters) < LETTERS_IN_LINE:
        return LineState.INCOMPLETE
    fits = _check((number, *map(ALPHABET.index, letters))) == (0, 0)
    return LineState.RIGHT if fits else LineState.WRONG


def letters_of(typed: str) -> str:
    """Return the letters of a line as they were printed, without what is between."""
    kept = (letter for letter in typed.upper() if letter not in _BETWEEN)
    return "".join(kept).translate(_READ_AS)


def mark_of(salt: bytes) -> str:
    """Return by what a sheet and its vault know each other; it tells nothing else."""
    number = int.from_bytes(sha256(b"CaseDesk mark" + salt).digest()[:5], "big")
    return _grouped(_symbols(number, _MARK_LETTERS))


def _line(number: int, symbols: Sequence[int]) -> str:
    # Two letters of nothing leave room for the check.
    return _grouped((*symbols, *_check((number, *symbols, 0, 0))))


def _grouped(symbols: Sequence[int]) -> str:
    letters = "".join(ALPHABET[symbol] for symbol in symbols)
    return " ".join(
        letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP)
    )


def _symbols(number: int, count: int) -> list[int]:
    return [
        number >> shift & 31 for shift in range((count - 1) * _BITS, -_BITS, -_BITS)
    ]


def _check(symbols: Iterable[int]) -> tuple[int, int]:
    """Return the rest after division by (x + 1)(x + a); no rest means no error."""
    high = low = 0
    for symbol in symbols:
        # All moves up by one place, and x² = (1 + a)x + a, as far as the rest goes.
        high, low = low ^ high ^ _doubled(high), symbol ^ _doubled(high)
    return high, low


def _doubled(symbol: int) -> int:
    """Multiply by a in the field of 32 elements, where a⁵ = a² + 1."""
    doubled = symbol << 1
    return doubled ^ 0b100101 if doubled > 31 else doubled
