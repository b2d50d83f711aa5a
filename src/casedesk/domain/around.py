"""A situation with its help found by domain of life and by goal."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from casedesk.domain.assessment import NeedLevel

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.coverage_facts import Aim, Need, Situation
    from casedesk.domain.help import Help
    from casedesk.domain.life_domain import DomainKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A situation with its help found by domain and goal."""

    situation: Situation
    day: date
    by_domain: dict[DomainKey, list[Help]]
    by_aim: dict[str, list[Help]]
    aims: dict[str, Aim]
    needs: dict[DomainKey, Need]

    def target_of(self, piece: Help) -> Aim | None:
        """Return the pursued goal with a day that a piece of help serves."""
        served = (self.aims.get(key) for key in piece.goal_ids)
        dated = [aim for aim in served if aim and aim.is_pursued and aim.target_on]
        if dated or piece.goal_ids:
            return max(dated, key=lambda aim: aim.target_on or self.day, default=None)
        beside = [
            self.aims[key]
            for other in self.beside(piece)
            if is_one_service(piece, other)
            for key in other.goal_ids
            if key in self.aims
        ]
        dated = [aim for aim in beside if aim.is_pursued and aim.target_on]
        return max(dated, key=lambda aim: aim.target_on or self.day, default=None)

    def beside(self, piece: Help) -> list[Help]:
        """Return other help for the same domains or goals."""
        near = chain(
            *(self.by_domain.get(key, ()) for key in piece.domains),
            *(self.by_aim.get(key, ()) for key in piece.goal_ids),
        )
        return list({each.id: each for each in near if each.id != piece.id}.values())

    def level_of(self, piece: Help) -> NeedLevel | None:
        """Return how much the most pressing need presses that it answers."""
        levels = [self.needs[key].level for key in piece.domains if key in self.needs]
        order = (NeedLevel.AT_ONCE, NeedLevel.SOON)
        return next((level for level in order if level in levels), None)

    def is_watched(self, piece: Help) -> bool:
        """Whether a need or something to watch lies in one of its domains."""
        needs = self.needs
        return any(key in needs and needs[key].is_watched for key in piece.domains)


def around(situation: Situation, day: date) -> Around:
    """Find the help of a situation by domain and by goal."""
    by_domain: dict[DomainKey, list[Help]] = {}
    by_aim: dict[str, list[Help]] = {}
    for piece in situation.helps:
        for key in piece.domains:
            by_domain.setdefault(key, []).append(piece)
        for goal_id in piece.goal_ids:
            by_aim.setdefault(goal_id, []).append(piece)
    return Around(
        situation=situation,
        day=day,
        by_domain=by_domain,
        by_aim=by_aim,
        aims={aim.id: aim for aim in situation.aims},
        needs={need.domain: need for need in situation.needs},
    )


def is_one_service(piece: Help, other: Help) -> bool:
    """Whether a measure and a benefit are two records of the same service."""
    return bool(piece.who) and piece.who == other.who and piece.source != other.source
