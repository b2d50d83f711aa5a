"""The genogram: begun with the client, grown by parents, partners and children."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.client import Gender
from casedesk.domain.kinship import (
    Bond,
    Descent,
    DescentId,
    DescentKind,
    Family,
    Relative,
    RelativeId,
    Sex,
    Union,
    UnionId,
    UnionKind,
)
from casedesk.services.network_maps import party_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.case import CaseId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

_SEXES = {Gender.FEMALE: Sex.FEMALE, Gender.MALE: Sex.MALE}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFamily:
    """A family with all that is needed to draw it."""

    family: Family
    client_name: str
    names: Mapping[RelativeId, str]
    """The name entered, or that of the party; empty if neither is known."""


class KinshipService:
    """Adds relatives where they belong in the family; fields change one by one."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def find(self, record_id: str) -> Relative | Union | Bond | None:
        """Return what stands in a genogram under this id, if anything does."""
        with self._database.read() as tables:
            found = tables.relatives.find(record_id) or tables.unions.find(record_id)
            return found or tables.bonds.find(record_id)

    def shown(self, case_id: CaseId) -> ShownFamily:
        """Return all that the genogram of a case shows."""
        with self._database.read() as tables:
            return read_shown(tables, case_id)

    def begin(self, case_id: CaseId) -> Relative:
        """Begin a genogram with the client and two parents."""
        relative_id = RelativeId(self._clock.new_id())
        with self._database.write("relative.add", relative_id) as tables:
            client = tables.clients.get(tables.cases.get(case_id).client_id)
            index = Relative(
                id=relative_id,
                case_id=case_id,
                is_index=True,
                name=client.full_name,
                sex=_SEXES.get(client.gender, Sex.OTHER),
                born_year=client.born.year if client.born else None,
                in_household=True,
            )
            tables.relatives.add(index)
            self._add_parents(tables, index)
        self._announcer.announce("relative")
        return index

    def add_parents(self, relative_id: RelativeId) -> Relative:
        """Add mother and father of somebody; return the mother."""
        with self._database.write("relative.add", relative_id) as tables:
            mother = self._add_parents(tables, tables.relatives.get(relative_id))
        self._announcer.announce("relative")
        return mother

    def add_partner(self, relative_id: RelativeId, kind: UnionKind) -> Relative:
        """Add a partner to somebody."""
        with self._database.write("relative.add", relative_id) as tables:
            one = tables.relatives.get(relative_id)
            others = {Sex.FEMALE: Sex.MALE, Sex.MALE: Sex.FEMALE}
            partner = self._add(tables, one.case_id, others.get(one.sex, Sex.OTHER))
            tables.unions.add(self._union(one.case_id, one.id, partner.id, kind))
        self._announcer.announce("relative")
        return partner

    def add_child(self, union_id: UnionId, kind: DescentKind) -> Relative:
        """Add a child to a union."""
        with self._database.write("relative.add", union_id) as tables:
            child = self._add_child(tables, tables.unions.get(union_id), kind)
        self._announcer.announce("relative")
        return child

    def add_child_of_one(self, relative_id: RelativeId) -> Relative:
        """Add a child to somebody whose partner is not known."""
        with self._database.write("relative.add", relative_id) as tables:
            one = tables.relatives.get(relative_id)
            union = self._union(one.case_id, one.id, None, UnionKind.PARTNERS)
            tables.unions.add(union)
            child = self._add_child(tables, union, DescentKind.BIRTH)
        self._announcer.announce("relative")
        return child

    def add_sibling(self, relative_id: RelativeId) -> Relative:
        """Add a brother or sister; parents are added first where there are none."""
        with self._database.write("relative.add", relative_id) as tables:
            one = tables.relatives.get(relative_id)
            if not tables.descents.of(child_id=one.id):
                self._add_parents(tables, one)
            [descent, *_more] = tables.descents.of(child_id=one.id)
            union = tables.unions.get(descent.union_id)
            sibling = self._add_child(tables, union, DescentKind.BIRTH)
        self._announcer.announce("relative")
        return sibling

    def put_back(self, relatives: list[Relative]) -> None:
        """Put relatives back to what they were; those removed since stay so."""
        with self._database.write("relative.undo", relatives[0].id) as tables:
            for relative in relatives:
                if tables.relatives.find(relative.id) is not None:
                    tables.relatives.update(relative)
        self._announcer.announce("relative")

    def arrange_anew(self, case_id: CaseId) -> list[Relative]:
        """Forget what was moved by hand; return those that were, as before."""
        with self._database.write("relative.arrange", case_id) as tables:
            relatives = tables.relatives.of(case_id=case_id)
            moved = [each for each in relatives if each.shift_x or each.shift_y]
            for each in moved:
                tables.relatives.update(replace(each, shift_x=0, shift_y=0))
        self._announcer.announce("relative")
        return moved

    def _add_parents(self, tables: Tables, child: Relative) -> Relative:
        father = self._add(tables, child.case_id, Sex.MALE)
        mother = self._add(tables, child.case_id, Sex.FEMALE)
        union = self._union(child.case_id, father.id, mother.id, UnionKind.MARRIED)
        tables.unions.add(union)
        tables.descents.add(self._descent(union, child.id, DescentKind.BIRTH))
        return mother

    def _add_child(self, tables: Tables, union: Union, kind: DescentKind) -> Relative:
        child = self._add(tables, union.case_id, Sex.OTHER)
        tables.descents.add(self._descent(union, child.id, kind))
        return child

    def _add(self, tables: Tables, case_id: CaseId, sex: Sex) -> Relative:
        relative = Relative(
            id=RelativeId(self._clock.new_id()), case_id=case_id, sex=sex
        )
        tables.relatives.add(relative)
        return relative

    def _union(
        self,
        case_id: CaseId,
        first: RelativeId,
        second: RelativeId | None,
        kind: UnionKind,
    ) -> Union:
        return Union(
            id=UnionId(self._clock.new_id()),
            case_id=case_id,
            first_id=first,
            second_id=second,
            kind=kind,
        )

    def _descent(self, union: Union, child: RelativeId, kind: DescentKind) -> Descent:
        return Descent(
            id=DescentId(self._clock.new_id()),
            case_id=union.case_id,
            union_id=union.id,
            child_id=child,
            kind=kind,
        )


def read_shown(tables: Tables, case_id: CaseId) -> ShownFamily:
    """Read a family with the names of all."""
    family = read_family(tables, case_id)
    client = tables.clients.get(tables.cases.get(case_id).client_id)
    return ShownFamily(
        family=family,
        client_name=client.full_name,
        names={
            r.id: r.name or party_name(tables, r.party_id) for r in family.relatives
        },
    )


def read_family(tables: Tables, case_id: CaseId) -> Family:
    """Return the family of a case as it is stored."""
    return Family(
        relatives=tuple(tables.relatives.of(case_id=case_id)),
        unions=tuple(tables.unions.of(case_id=case_id)),
        descents=tuple(tables.descents.of(case_id=case_id)),
        bonds=tuple(tables.bonds.of(case_id=case_id)),
    )
