"""How hard a passphrase is to guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from casedesk.domain.spelling import folded
from casedesk.security.common_words import COMMON

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST = 12
# A guess costs at least 3 ms on the fastest hardware known, for the strong profile.
GUESSES_PER_SECOND = 300
LONGEST_JUDGED = 100
SHORTEST_NAME = 4  # shorter words stand in other words by chance

# What is spelled as a word is in some list of words, its capital included.
GUESSES_FOR_A_WORD = 1_000_000.0
SHORTEST_WORD = 5
GUESSES_FOR_A_YEAR = 200.0
_SIGNS = 33
_COMMON = frozenset(COMMON)
_VOWELS = frozenset("aeiouyäöü")
_LEET = str.maketrans("01345@$!", "oieasasi")
# A capital in the middle begins another word.
_PIECES = re.compile(r"[^\W\d_]?[^\W\d_A-ZÄÖÜ]+|[^\W\d_]+|\d+|[\W_]")
_DISGUISED = re.compile(r"(?<=[^\W\d_])[01345@$!](?=[^\W\d_])")


class Strength(IntEnum):
    """How long a passphrase would hold against a thief with fast machines."""

    TOO_WEAK = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """The strength of a passphrase, and for how long it would hold, in seconds."""

    strength: Strength
    holds_seconds: float

    @property
    def is_enough(self) -> bool:
        """Whether a vault may be made with it."""
        return self.strength >= Strength.GOOD


_DAY = 86_400.0
_YEAR = 365 * _DAY
_STEPS = (
    (_DAY, Strength.TOO_WEAK),
    (_YEAR, Strength.WEAK),
    (30 * _YEAR, Strength.FAIR),
    (10_000 * _YEAR, Strength.GOOD),
)


def judge(passphrase: str, known: Sequence[str] = ()) -> Judgement:
    """Estimate how long a passphrase withstands guessing.

    `known` are names that a thief tries first, such as that of the practice.
    """
    holds = _guesses(passphrase, known) / GUESSES_PER_SECOND
    if any(_is_mainly(passphrase, name) for name in known):
        holds = min(holds, _DAY / 2)
    strength = next((s for limit, s in _STEPS if holds < limit), Strength.STRONG)
    if len(passphrase) < SHORTEST:
        strength = min(strength, Strength.WEAK)
    return Judgement(strength, holds)


def _guesses(passphrase: str, known: Sequence[str]) -> float:
    from zxcvbn import zxcvbn

    if not passphrase:
        return 1.0
    words = [word for name in known for word in (name, *name.split())]
    judged = passphrase[:LONGEST_JUDGED]
    estimated = zxcvbn(judged, user_inputs=[*words, *COMMON])["guesses"]
    return min(float(estimated), _guesses_by_pieces(judged))


def _guesses_by_pieces(passphrase: str) -> float:
    """Count what a thief needs who puts words, years and signs together.

    The estimator takes words that it does not know for letters drawn by chance.
    """
    plain = _DISGUISED.sub(lambda found: found[0].translate(_LEET), passphrase)
    guesses, known = (10.0 if plain != passphrase else 1.0), set[str]()
    for piece in _PIECES.findall(plain):
        if piece.lower() in known:
            guesses *= 2
        else:
            guesses *= _guesses_for(piece)
        known.add(piece.lower())
    return guesses


def _guesses_for(piece: str) -> float:
    if piece.isdigit():
        is_year = len(piece) == 4 and piece[:2] in ("18", "19", "20")
        return GUESSES_FOR_A_YEAR if is_year else 10.0 ** len(piece)
    if not piece.isalpha():
        return float(_SIGNS)
    if piece.lower() in _COMMON:
        return 2.0 * len(_COMMON)
    by_chance = float(26 ** len(piece)) * (1 if piece.islower() else 2)
    vowels = sum(letter in _VOWELS for letter in piece.lower()) / len(piece)
    is_word = len(piece) >= SHORTEST_WORD and 0.15 <= vowels <= 0.7
    return min(by_chance, GUESSES_FOR_A_WORD) if is_word else by_chance


def _is_mainly(passphrase: str, name: str) -> bool:
    """Whether the words of a name make up half of a passphrase or more."""
    typed = rest = _letters(passphrase)
    words = [_letters(word) for word in name.replace("-", " ").split()]
    for word in (_letters(name), *sorted(words, key=len, reverse=True)):
        if len(word) >= SHORTEST_NAME:
            rest = rest.replace(word, "")
    return len(rest) * 2 <= len(typed) and rest != typed


def _letters(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())
