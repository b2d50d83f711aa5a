"""Who has to sign, and who may: the client, and those who represent the client."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.practice import Country
from casedesk.domain.problems import RuleBroken
from casedesk.domain.representation import MATTER_OF

OF_AGE = 18
# From when a young person is taken to decide such matters alone (reference 2.4). Swiss
# law names no age: whoever is capable of judgement exercises such rights alone.
OWN_DECISION_AGE = {Country.DE: 16, Country.AT: 14}

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.representation import Representation


class Capacity(StrEnum):
    """Whether the client can decide in this matter."""

    GIVEN = "given"
    DOUBTFUL = "doubtful"
    NOT_GIVEN = "not_given"


class Signer(StrEnum):
    """Who has to sign."""

    CLIENT = "client"
    REPRESENTATIVE = "representative"
    BOTH = "both"
    JOINT = "joint"  # two who represent jointly
    ALL = "all"  # the client and two who represent jointly


class SignerRole(StrEnum):
    """One who signs."""

    CLIENT = "client"
    REPRESENTATIVE = "representative"
    SECOND_REPRESENTATIVE = "second_representative"
    WITNESS = "witness"


_NEEDED = {
    Signer.CLIENT: (SignerRole.CLIENT,),
    Signer.REPRESENTATIVE: (SignerRole.REPRESENTATIVE,),
    Signer.BOTH: (SignerRole.CLIENT, SignerRole.REPRESENTATIVE),
    Signer.JOINT: (SignerRole.REPRESENTATIVE, SignerRole.SECOND_REPRESENTATIVE),
    Signer.ALL: (
        SignerRole.CLIENT,
        SignerRole.REPRESENTATIVE,
        SignerRole.SECOND_REPRESENTATIVE,
    ),
}


class SignatureForm(StrEnum):
    """How a declaration was signed."""

    INK = "ink"
    ON_SCREEN = "on_screen"  # a simple electronic signature, no written form


class Assent(StrEnum):
    """What the client thinks of it, also where somebody else signs."""

    AGREES = "agrees"
    OBJECTS = "objects"
    NOT_KNOWN = "not_known"


class Ground(StrEnum):
    """Why these are proposed to sign."""

    ALONE = "alone"
    REPRESENTED = "represented"
    TOO_YOUNG = "too_young"
    NO_CAPACITY = "no_capacity"
    NO_PARENT_NOTED = "no_parent_noted"
    NOBODY_NOTED = "nobody_noted"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who should sign, and why."""

    signer: Signer
    ground: Ground
    is_joint: bool = False


class NobodyRepresents(RuleBroken):
    """Nobody represents the client on the day of the signature."""


class BeyondAuthority(RuleBroken):
    """The matter lies outside what the representative may decide."""


def roles_of(signer: Signer) -> tuple[SignerRole, ...]:
    """Return everybody whose signature is needed."""
    return _NEEDED[signer]


def proposal(
    representations: Iterable[Representation],
    *,
    capacity: Capacity | None,
    age: int | None,
    country: Country,
) -> Proposal:
    """Return who should sign: the client whenever possible, with those who represent.

    `representations` are those valid on the day. A minor below the age at which the
    law takes own decisions for granted does not sign, but is asked all the same.
    """
    valid = tuple(representations)
    is_young = age is not None and age < OWN_DECISION_AGE.get(country, 0)
    cannot = capacity is Capacity.NOT_GIVEN
    if not valid:
        if cannot:
            return Proposal(Signer.REPRESENTATIVE, Ground.NOBODY_NOTED)
        if is_young:
            return Proposal(Signer.REPRESENTATIVE, Ground.NO_PARENT_NOTED)
        return Proposal(Signer.CLIENT, Ground.ALONE)
    is_joint = any(each.is_joint for each in valid)
    if cannot or is_young:
        signer = Signer.JOINT if is_joint else Signer.REPRESENTATIVE
        ground = Ground.NO_CAPACITY if cannot else Ground.TOO_YOUNG
        return Proposal(signer, ground, is_joint)
    signer = Signer.ALL if is_joint else Signer.BOTH
    return Proposal(signer, Ground.REPRESENTED, is_joint)


def check_signers(
    signed_by: Iterable[SignerRole],
    representations: Iterable[Representation],
    categories: Iterable[CategoryId],
) -> None:
    """Raise `NobodyRepresents` or `BeyondAuthority` if a signature would be void.

    `representations` are those valid on the day of the signature, `categories` what
    the declaration is about. Where the client signs as well, the authority of a
    representative is not needed for it.
    """
    roles = frozenset(signed_by)
    if not roles & {SignerRole.REPRESENTATIVE, SignerRole.SECOND_REPRESENTATIVE}:
        return
    valid = tuple(representations)
    if not valid:
        raise NobodyRepresents
    if SignerRole.CLIENT in roles:
        return
    matters = {MATTER_OF[each] for each in categories if each in MATTER_OF}
    if not any(each.may_decide(matters) for each in valid):
        raise BeyondAuthority
