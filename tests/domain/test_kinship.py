from __future__ import annotations

import pytest
from figures.families import CASE, Builder, forty

from casedesk.domain.kinship import (
    Bond,
    BondId,
    Descent,
    DescentId,
    OwnAncestor,
    RelativeId,
    Union,
    UnionId,
    UnionOfOne,
    check_bond,
    check_descent,
    check_union,
    generations,
)

ANNA, BEAT = RelativeId("Anna"), RelativeId("Beat")


def test_a_union_and_a_bond_join_two_different_people() -> None:
    check_union(Union(id=UnionId("u"), case_id=CASE, first_id=ANNA, second_id=BEAT))
    check_union(Union(id=UnionId("u"), case_id=CASE, first_id=ANNA))

    with pytest.raises(UnionOfOne):
        check_union(Union(id=UnionId("u"), case_id=CASE, first_id=ANNA, second_id=ANNA))
    with pytest.raises(UnionOfOne):
        check_bond(Bond(id=BondId("b"), case_id=CASE, first_id=ANNA, second_id=ANNA))


def test_nobody_descends_from_themselves() -> None:
    b = Builder()
    old, young = b.person("Old", "f"), b.person("Young", "f")
    b.union(old, None, young)
    below = b.union(young, None)

    def descent(child: RelativeId) -> Descent:
        return Descent(id=DescentId("d"), case_id=CASE, union_id=below, child_id=child)

    check_descent(descent(ANNA), b.family())
    for own in (young, old):
        with pytest.raises(OwnAncestor):
            check_descent(descent(own), b.family())


def test_partners_share_a_row_and_children_stand_one_below() -> None:
    family = forty()
    rows = generations(family)

    for union in family.unions:
        assert union.second_id is None or rows[union.first_id] == rows[union.second_id]
    for descent in family.descents:
        [union] = [u for u in family.unions if u.id == descent.union_id]
        assert rows[descent.child_id] == rows[union.first_id] + 1
    assert min(rows.values()) == 0
    assert max(rows.values()) == 4


def test_somebody_without_a_family_stands_in_the_first_row() -> None:
    b = Builder()
    b.person("Anna", is_index=True)
    alone = b.person("Alone")

    assert generations(b.family())[alone] == 0


def test_who_has_a_year_of_death_or_is_known_to_be_dead_has_died() -> None:
    b = Builder()
    b.person("Paul", died_year=2017)
    b.person("Lina", is_dead=True)
    b.person("Anna")

    assert [r.has_died for r in b.family().relatives] == [True, True, False]
