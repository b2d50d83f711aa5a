"""Invented families for the tests of genograms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from casedesk.domain.case import CaseId
from casedesk.domain.kinship import (
    Birth,
    Bond,
    BondId,
    BondKind,
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

if TYPE_CHECKING:
    from random import Random

CASE = CaseId("case")
_SEXES = {"m": Sex.MALE, "f": Sex.FEMALE, "o": Sex.OTHER}


class Builder:
    """Puts a family together, one person after the other."""

    def __init__(self) -> None:
        self._relatives: list[Relative] = []
        self._unions: list[Union] = []
        self._descents: list[Descent] = []
        self._bonds: list[Bond] = []

    def person(
        self, name: str, sex: str = "o", born: int | None = None, **fields: Any
    ) -> RelativeId:  # Any: the fields of a relative
        relative = Relative(
            id=RelativeId(name or f"#{len(self._relatives)}"),
            case_id=CASE,
            name=name,
            sex=_SEXES[sex],
            born_year=born,
            **fields,
        )
        self._relatives.append(relative)
        return relative.id

    def union(
        self,
        first: RelativeId,
        second: RelativeId | None,
        *children: RelativeId,
        kind: UnionKind = UnionKind.MARRIED,
        brought: DescentKind = DescentKind.BIRTH,
    ) -> UnionId:
        union = Union(
            id=UnionId(f"{first}+{second}"),
            case_id=CASE,
            first_id=first,
            second_id=second,
            kind=kind,
        )
        self._unions.append(union)
        for child in children:
            self._descents.append(
                Descent(
                    id=DescentId(f"{union.id}>{child}"),
                    case_id=CASE,
                    union_id=union.id,
                    child_id=child,
                    kind=brought,
                )
            )
        return union.id

    def bond(self, first: RelativeId, second: RelativeId, kind: BondKind) -> None:
        bond_id = BondId(f"{first}~{second}")
        self._bonds.append(
            Bond(id=bond_id, case_id=CASE, first_id=first, second_id=second, kind=kind)
        )

    def family(self) -> Family:
        return Family(
            relatives=tuple(self._relatives),
            unions=tuple(self._unions),
            descents=tuple(self._descents),
            bonds=tuple(self._bonds),
        )


def forty() -> Family:
    """Return forty people in five generations, with all that a family can have."""
    b = Builder()
    p = b.person
    father, mother = p("Ernst", "m", 1922), p("Margrit", "f", 1925)
    martha, fritz = p("Martha", "f", 1919), p("Fritz", "m", 1926)
    hanni, walter, ruth = p("Hanni", "f", 1923), p("Walter", "m", 1929), p("Ruth", "f")
    b.union(p("Johann", "m", 1890), p("Rosina", "f", 1894), martha, father, fritz)
    b.union(
        p("Gottfried", "m", 1896), p("Elise", "f", 1899), hanni, mother, walter, ruth
    )
    b.union(
        p("Werner", "m", 1915), martha, p("Peter", "m", 1945), p("Vreni", "f", 1948)
    )
    bruno, silvia = p("Bruno", "m", 1955), p("Silvia", "f", 1958)
    b.union(fritz, p("Trudi", "f", 1930), bruno, silvia, kind=UnionKind.DIVORCED)
    b.union(p("Karl", "m", 1920), hanni, p("Urs", "m", 1950), p("Kathrin", "f", 1953))
    heidi, max_ = p("Heidi", "f", 1946), p("Max", "m", 1951, died_year=2019)
    anna = p("Anna", "f", 1948, is_index=True, in_household=True)
    lost = p("", "o", 1950, birth=Birth.MISCARRIAGE)
    b.union(father, mother, heidi, anna, lost, max_)
    b.union(p("Beat", "m", 1944), heidi, p("Thomas", "m", 1970), p("Andrea", "f", 1973))
    marco = p("Marco", "m", 1980)
    nina = p("Nina", "f", 1980, twin_of_id=marco)
    b.union(max_, p("Erika", "f", 1954), marco, nina)
    b.union(anna, p("Rolf", "m", 1945), p("Ralph", "m", 1968), kind=UnionKind.DIVORCED)
    sabine, hans = p("Sabine", "f", 1972, in_household=True), p("Hans", "m", 1975)
    paul = p("Paul", "m", 1943, died_year=2017)
    union = b.union(paul, anna, sabine, hans)
    assert union
    daniel, amir = p("Daniel", "m", 1970), p("Amir", "m", 2010)
    b.union(daniel, sabine, p("Jonas", "m", 2001), p("Mia", "f", 2004), amir)
    b.union(hans, p("Carla", "f", 1978), p("Luca", "m"), kind=UnionKind.PARTNERS)
    b.bond(anna, sabine, BondKind.CLOSE)
    b.bond(anna, hans, BondKind.CUT_OFF)
    b.bond(sabine, hans, BondKind.CONFLICT)
    b.bond(mother, anna, BondKind.FUSED)
    return b.family()


def married_across(chance: Random) -> Family:
    """Return up to four families, each joined to its neighbour by a marriage."""
    b = Builder()
    count = iter(range(1000))

    def person(born: int) -> RelativeId:
        return b.person(f"p{next(count)}", chance.choice("mf"), born)

    def children(born: int, most: int) -> list[RelativeId]:
        return [person(born + 3 * n) for n in range(chance.randint(1, most))]

    clans = []
    for _ in range(chance.choice([2, 4])):
        clans.append(children(1925, 4))
        b.union(person(1900), person(1902), *clans[-1])
    below = []
    for one, other in zip(clans[::2], clans[1::2], strict=True):
        pair = chance.choice(one), chance.choice(other)
        below.append(children(1950, 4))
        b.union(*pair, *below[-1])
        for sibling in [s for s in (*one, *other) if s not in pair]:
            if chance.random() < 0.6:
                b.union(sibling, person(1930), *children(1955, 3))
    if len(below) == 2:
        b.union(chance.choice(below[0]), chance.choice(below[1]), *children(1980, 3))
    first = below[0][0]
    relatives = b.family().relatives
    seen_from = tuple(replace(r, is_index=r.id == first) for r in relatives)
    return replace(b.family(), relatives=seen_from)
