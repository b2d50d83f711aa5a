"""The network map: who stands around the client, how close, and how it is between."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.case import PartyRole
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId

NetworkMapId = NewType("NetworkMapId", str)
TieId = NewType("TieId", str)

WHOLE = 1000  # places within a sector and a ring are counted in thousandths


class Sector(StrEnum):
    """From which part of life somebody comes."""

    FAMILY = "family"
    FRIENDS = "friends"
    PROFESSIONALS = "professionals"
    WORK = "work"


class Closeness(StrEnum):
    """How close somebody is to the client: the ring of the map."""

    CLOSE = "close"
    MIDDLE = "middle"
    DISTANT = "distant"


class Quality(StrEnum):
    """How the client finds the tie."""

    SUPPORTING = "supporting"
    NEUTRAL = "neutral"
    BURDENING = "burdening"
    BROKEN = "broken"


class Flow(StrEnum):
    """Which way support goes."""

    BOTH = "both"
    TO_CLIENT = "to_client"
    FROM_CLIENT = "from_client"
    NONE = "none"


class SupportKind(StrEnum):
    """What the support consists of."""

    EMOTIONAL = "emotional"
    PRACTICAL = "practical"
    FINANCIAL = "financial"
    INFORMATION = "information"


class TieOfNobody(RuleBroken):
    """A tie leads to a party of the case, or to somebody with a name."""


class MapOfThisDayExists(RuleBroken):
    """The newest map of this case is of today already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMap:
    """The network as it was on a day. Only the newest map is drawn on."""

    id: NetworkMapId
    case_id: CaseId
    drawn_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Between the client and somebody on one map."""

    id: TieId
    case_id: CaseId
    map_id: NetworkMapId
    party_id: PartyId | None = None
    name: str = ""
    """For who is no party; for a party, the name when the map was drawn."""
    is_organisation: bool = False
    sector: Sector = Sector.FAMILY
    closeness: Closeness = Closeness.MIDDLE
    quality: Quality = Quality.NEUTRAL
    flow: Flow = Flow.BOTH
    frequency: str = ""
    kinds: tuple[SupportKind, ...] = ()
    deputises: bool = False
    note: str = ""
    angle: int | None = None
    """Where it was put by hand: how far through its sector, in thousandths."""
    reach: int | None = None
    """Likewise how far outwards through its ring."""


def check_tie(tie: Tie) -> None:
    """Raise `TieOfNobody` if nobody is named."""
    if tie.party_id is None and not tie.name.strip():
        raise TieOfNobody


_WORK_ROLES = frozenset({PartyRole.EMPLOYER, PartyRole.SCHOOL})
_FRIENDLY_ROLES = frozenset({PartyRole.FRIEND, PartyRole.VOLUNTEER})


def sector_of(roles: Iterable[PartyRole]) -> Sector:
    """Propose the sector for what somebody is in the case."""
    held = set(roles)
    if PartyRole.FAMILY in held:
        return Sector.FAMILY
    if held & _FRIENDLY_ROLES:
        return Sector.FRIENDS
    if held & _WORK_ROLES:
        return Sector.WORK
    return Sector.PROFESSIONALS


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFigures:
    """What can be counted on a map."""

    size: int
    professionals: int
    supporting: int
    burdening: int
    cut_off: tuple[Tie, ...]
    """Who is on the map, but the tie is broken."""
    deputies: tuple[Tie, ...]
    empty_sectors: tuple[Sector, ...]

    @property
    def professional_percent(self) -> int:
        """The share of professionals among all."""
        return round(100 * self.professionals / self.size) if self.size else 0


def figures_of(ties: Sequence[Tie]) -> MapFigures:
    """Count what a map shows."""
    qualities = [tie.quality for tie in ties]
    sectors = [tie.sector for tie in ties]
    return MapFigures(
        size=len(ties),
        professionals=sectors.count(Sector.PROFESSIONALS),
        supporting=qualities.count(Quality.SUPPORTING),
        burdening=qualities.count(Quality.BURDENING),
        cut_off=tuple(tie for tie in ties if tie.quality is Quality.BROKEN),
        deputies=tuple(tie for tie in ties if tie.deputises),
        empty_sectors=tuple(s for s in Sector if s not in sectors),
    )


class MapChangeKind(StrEnum):
    """What became of somebody between two maps."""

    NEW = "new"
    GONE = "gone"
    CLOSER = "closer"
    FURTHER = "further"
    OTHERWISE = "otherwise"
    """As close as before, but the tie or the sector is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapChange:
    """Somebody on two maps, or on only one of them."""

    kind: MapChangeKind
    before: Tie | None
    after: Tie | None

    @property
    def tie(self) -> Tie:
        """The tie as it is now, or was last."""
        tie = self.after or self.before
        assert tie is not None  # noqa: S101 - one of the two is always there
        return tie


def changes_between(earlier: Sequence[Tie], later: Sequence[Tie]) -> list[MapChange]:
    """Return what changed from one map to the other, in the order of the later."""
    before = {_who(tie): tie for tie in earlier}
    found = []
    for tie in later:
        kind = _kind_of_change(before.pop(_who(tie), None), tie)
        if kind is not None:
            known = next((t for t in earlier if _who(t) == _who(tie)), None)
            found.append(MapChange(kind=kind, before=known, after=tie))
    gone = MapChangeKind.GONE
    return [
        *found,
        *(MapChange(kind=gone, before=tie, after=None) for tie in before.values()),
    ]


def _who(tie: Tie) -> str:
    return tie.party_id or tie.name.strip().casefold()


def _kind_of_change(before: Tie | None, after: Tie) -> MapChangeKind | None:
    if before is None:
        return MapChangeKind.NEW
    rings = list(Closeness)
    step = rings.index(after.closeness) - rings.index(before.closeness)
    if step:
        return MapChangeKind.CLOSER if step < 0 else MapChangeKind.FURTHER
    said = ("sector", "quality", "flow", "deputises")
    if any(getattr(before, name) != getattr(after, name) for name in said):
        return MapChangeKind.OTHERWISE
    return None
