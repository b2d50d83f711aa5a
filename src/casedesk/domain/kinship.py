"""The genogram: relatives, their unions, their descent, and how they get on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.case import CaseId, PartyId

RelativeId = NewType("RelativeId", str)
UnionId = NewType("UnionId", str)
DescentId = NewType("DescentId", str)
BondId = NewType("BondId", str)


class Sex(StrEnum):
    """Which sign stands for somebody."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class Birth(StrEnum):
    """Whether a pregnancy led to a life."""

    BORN = "born"
    STILLBIRTH = "stillbirth"
    MISCARRIAGE = "miscarriage"


class UnionKind(StrEnum):
    """How two people are, or were, together."""

    MARRIED = "married"
    PARTNERS = "partners"
    SEPARATED = "separated"
    DIVORCED = "divorced"


class DescentKind(StrEnum):
    """How a child came to its parents."""

    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"


class BondKind(StrEnum):
    """How two people get on."""

    CLOSE = "close"
    FUSED = "fused"
    CONFLICT = "conflict"
    CUT_OFF = "cut_off"


class UnionOfOne(RuleBroken):
    """A union, and a bond, is between two different people."""


class OwnAncestor(RuleBroken):
    """Nobody descends from themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """Somebody in the family, the client included."""

    id: RelativeId
    case_id: CaseId
    is_index: bool = False
    """Whether it is the client, from whom the family is seen."""
    party_id: PartyId | None = None
    name: str = ""
    sex: Sex = Sex.OTHER
    birth: Birth = Birth.BORN
    born_year: int | None = None
    died_year: int | None = None
    is_dead: bool = False
    in_household: bool = False
    twin_of_id: RelativeId | None = None
    note: str = ""
    shift_x: int = 0
    """How far the sign was moved by hand from where it would stand."""
    shift_y: int = 0

    @property
    def has_died(self) -> bool:
        """Whether the sign bears a cross."""
        return self.is_dead or self.died_year is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """Two people together; or one, whose partner is not known."""

    id: UnionId
    case_id: CaseId
    first_id: RelativeId
    second_id: RelativeId | None = None
    kind: UnionKind = UnionKind.MARRIED
    from_year: int | None = None
    until_year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """A child of a union."""

    id: DescentId
    case_id: CaseId
    union_id: UnionId
    child_id: RelativeId
    kind: DescentKind = DescentKind.BIRTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """How two relatives get on, beyond what kinship says."""

    id: BondId
    case_id: CaseId
    first_id: RelativeId
    second_id: RelativeId
    kind: BondKind = BondKind.CLOSE
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """All that a genogram shows."""

    relatives: tuple[Relative, ...] = ()
    unions: tuple[Union, ...] = ()
    descents: tuple[Descent, ...] = ()
    bonds: tuple[Bond, ...] = ()

    def parents_of(self, child_id: RelativeId) -> list[RelativeId]:
        """Return the parents of somebody, of every kind."""
        unions = {d.union_id for d in self.descents if d.child_id == child_id}
        found = [u for u in self.unions if u.id in unions]
        return [p for u in found for p in (u.first_id, u.second_id) if p is not None]


def check_union(union: Union) -> None:
    """Raise `UnionOfOne` if both sides are the same person."""
    if union.first_id == union.second_id:
        raise UnionOfOne


def check_bond(bond: Bond) -> None:
    """Raise `UnionOfOne` if both sides are the same person."""
    if bond.first_id == bond.second_id:
        raise UnionOfOne


def check_descent(descent: Descent, family: Family) -> None:
    """Raise `OwnAncestor` if the child would be among its own ancestors."""
    [union] = [u for u in family.unions if u.id == descent.union_id]
    ancestors = {union.first_id, union.second_id} - {None}
    waiting = list(ancestors)
    while waiting:
        parents = family.parents_of(waiting.pop())  # type: ignore[arg-type]  # None is out
        waiting += set(parents) - ancestors
        ancestors |= {*parents}
    if descent.child_id in ancestors:
        raise OwnAncestor


def generations(family: Family) -> dict[RelativeId, int]:
    """Return the row of each relative; partners share one, children are one below."""
    rows: dict[RelativeId, int] = {}
    for relative in sorted(family.relatives, key=lambda r: not r.is_index):
        if relative.id not in rows:
            component = _rows_from(relative.id, family)
            rows |= component
    return _from_nought(_pushed_down(rows, family))


def _rows_from(start: RelativeId, family: Family) -> dict[RelativeId, int]:
    rows, waiting = {start: 0}, [start]
    while waiting:
        here = waiting.pop(0)
        for other, step in _steps(here, family):
            if other not in rows:
                rows[other] = rows[here] + step
                waiting.append(other)
    return rows


def _steps(who: RelativeId, family: Family) -> Iterable[tuple[RelativeId, int]]:
    own = [u for u in family.unions if who in (u.first_id, u.second_id)]
    for union in own:
        for partner in (union.first_id, union.second_id):
            if partner is not None:
                yield partner, 0
        for descent in family.descents:
            if descent.union_id == union.id:
                yield descent.child_id, 1
    for parent in family.parents_of(who):
        yield parent, -1


def _pushed_down(rows: dict[RelativeId, int], family: Family) -> dict[RelativeId, int]:
    """Return rows in which every child stands beneath both its parents."""
    for _ in family.relatives:
        changed = False
        for union in family.unions:
            sides = [p for p in (union.first_id, union.second_id) if p in rows]
            lowest = max((rows[p] for p in sides), default=0)
            children = [d.child_id for d in family.descents if d.union_id == union.id]
            wanted = dict.fromkeys(sides, lowest) | dict.fromkeys(children, lowest + 1)
            for who, row in wanted.items():
                if rows.get(who, row) < row:
                    rows[who] = row
                    changed = True
        if not changed:
            break
    return rows


def _from_nought(rows: dict[RelativeId, int]) -> dict[RelativeId, int]:
    first = min(rows.values(), default=0)
    return {who: row - first for who, row in rows.items()}
