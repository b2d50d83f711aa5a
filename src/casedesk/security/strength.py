"""How hard a passphrase is to guess."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from casedesk.domain.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST = 12
# A guess costs at least 3 ms on the fastest hardware known, for the strong profile.
GUESSES_PER_SECOND = 300
LONGEST_JUDGED = 100
SHORTEST_NAME = 4  # shorter words stand in other words by chance

# The estimator knows English best; these words are common in German passphrases.
_GERMAN_WORDS = """
passwort kennwort geheim geheimnis hallo willkommen sommer winter herbst fruehling
frühling montag dienstag mittwoch donnerstag freitag samstag sonntag januar jänner
februar märz april mai juni juli august september oktober november dezember zürich
zuerich basel bern luzern genf winterthur wien graz linz salzburg innsbruck berlin
hamburg münchen muenchen köln koeln frankfurt stuttgart düsseldorf leipzig dresden
schweiz deutschland österreich oesterreich praxis pflege spitex klient klientin
fallmanagement casemanagement casemanager beratung betreuung schatz liebe mama papa
mutter vater familie hund katze fussball fußball bayern schalke dortmund spital
krankenhaus gesundheit sozialdienst büro buero haus garten blume sonne stern mond
"""


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
    inputs = [*words, *_GERMAN_WORDS.split()]
    return float(zxcvbn(passphrase[:LONGEST_JUDGED], user_inputs=inputs)["guesses"])


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
