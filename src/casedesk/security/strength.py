"""How hard a passphrase is to guess."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

SHORTEST = 12
# A guess costs at least 3 ms on the fastest hardware known, for the strong profile.
GUESSES_PER_SECOND = 300
LONGEST_JUDGED = 100

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


def judge(passphrase: str) -> Judgement:
    """Estimate how long a passphrase withstands guessing."""
    from zxcvbn import zxcvbn

    guesses = float(
        zxcvbn(passphrase[:LONGEST_JUDGED], user_inputs=_GERMAN_WORDS.split())[
            "guesses"
        ]
        if passphrase
        else 1
    )
    holds = guesses / GUESSES_PER_SECOND
    strength = next((s for limit, s in _STEPS if holds < limit), Strength.STRONG)
    if len(passphrase) < SHORTEST:
        strength = min(strength, Strength.WEAK)
    return Judgement(strength, holds)
