from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from figures.families import Builder, forty, married_across
from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.domain.kinship import (
    Birth,
    BondKind,
    DescentKind,
    Sex,
    UnionKind,
)
from casedesk.figures import kin_lines
from casedesk.figures.figure import Circle, Line, Polygon, Stroke
from casedesk.figures.genogram import KinWords, _stands, genogram
from casedesk.figures.kin_layout import by_age, places
from casedesk.figures.kin_legend import LegendWords

if TYPE_CHECKING:
    from random import Random

    from casedesk.domain.kinship import Family, RelativeId
    from casedesk.figures.figure import Figure, Point

SIZE = 13


def words(family: Family) -> KinWords:
    kinds = (Sex, Birth, UnionKind, DescentKind, BondKind)
    return KinWords(
        title="Family",
        labels={r.id: (r.name, str(r.born_year or "")) for r in family.relatives},
        spoken={r.id: f"{r.name}." for r in family.relatives},
        legend=LegendWords(
            choices={(type(each), each): str(each) for kind in kinds for each in kind},
            index="client",
            dead="died",
            household="household",
        ),
    )


def drawn(family: Family) -> Figure:
    return genogram(family, words(family), width=1000, size=SIZE)


def crossings(family: Family) -> list[tuple[object, object]]:
    """Return pairs of lines of unions and descent that run across each other."""
    stands = _stands(family, words(family), SIZE)
    lines = kin_lines.lines(family, stands, SIZE)
    pieces = [
        (one, other)
        for line in lines
        if isinstance(line, Line) and line.width < 1.6  # the slashes of a divorce cross
        for one, other in pairwise(line.points)
    ]
    return [(a, b) for a, b in combinations(pieces, 2) if _cross(a, b)]


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    def side(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return (
        side(a, b, c) * side(a, b, d) < -1e-6 and side(c, d, a) * side(c, d, b) < -1e-6
    )


def test_forty_people_have_no_lines_that_cross_and_nobody_covers_anybody() -> None:
    family = forty()
    figure = drawn(family)

    boxes = [mark.box for mark in figure.marks]

    assert len(boxes) == 41
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert crossings(family) == []


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_families_that_marry_have_no_lines_that_cross(chance: Random) -> None:
    family = married_across(chance)

    boxes = [mark.box for mark in drawn(family).marks]

    assert crossings(family) == []
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_cousins_who_marry_stand_once_each() -> None:
    b = Builder()
    one, other = b.person("One", "m"), b.person("Other", "f")
    b.union(b.person("GF", "m"), b.person("GM", "f"), one, other)
    he, she = b.person("He", "m", is_index=True), b.person("She", "f")
    b.union(one, None, he)
    b.union(other, None, she)
    b.union(he, she, b.person("Child"))

    assert len(drawn(b.family()).marks) == 7


def test_brothers_and_sisters_stand_by_age() -> None:
    family = forty()
    x = {who: place for who, (place, _row) in places(family).items()}

    for union in family.unions:
        children = [d.child_id for d in family.descents if d.union_id == union.id]
        # Ernst and Margrit link two families and step to the border between them.
        others = [c for c in by_age(family, children) if c not in ("Ernst", "Margrit")]
        assert [x[c] for c in others] == sorted(x[c] for c in others)


def test_who_links_two_families_keeps_the_order_where_nothing_would_cross() -> None:
    b = Builder()
    old, mid, young = (
        b.person(n, "m", y) for n, y in (("O", 50), ("M", 52), ("Y", 54))
    )
    b.union(b.person("GF", "m"), b.person("GM", "f"), old, mid, young)
    wife = b.person("W", "f", 51)
    b.union(b.person("WF", "m"), b.person("WM", "f"), wife)
    b.union(mid, wife, b.person("Child", is_index=True))
    family = b.family()

    x = {who: place for who, (place, _row) in places(family).items()}

    assert x[old] < x[mid] < x[young] < x[wife]
    assert crossings(family) == []


def test_of_unknown_age_children_stay_as_they_were_entered_twins_together() -> None:
    b = Builder()
    one, two = b.person("One"), b.person("Two")
    late = b.person("Late", born=1990)
    twin = b.person("Twin", twin_of_id=one)
    family = b.family()

    assert by_age(family, [late, twin, two, one]) == [one, twin, two, late]


def test_a_man_stands_left_of_a_woman_and_earlier_partners_outside() -> None:
    b = Builder()
    anna = b.person("Anna", "f", is_index=True)
    first, second = b.person("First", "m"), b.person("Second", "m")
    b.union(anna, first, b.person("A"), kind=UnionKind.DIVORCED)
    b.union(second, anna, b.person("B"), b.person("C"))
    family = b.family()

    x = {who: place for who, (place, _row) in places(family).items()}

    assert x[first] < x[anna] < x[second]
    assert crossings(family) == []


steps = st.lists(
    st.tuples(st.sampled_from(["child", "partner", "parents"]), st.integers(0, 60)),
    max_size=22,
)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_any_family_is_laid_out_without_anybody_on_another(
    grown: list[tuple[str, int]],
) -> None:
    family = _grown(grown)

    figure = drawn(family)

    boxes = [mark.box for mark in figure.marks]
    assert len(boxes) == len(family.relatives)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(box.left >= 0 and box.right <= figure.width for box in boxes)


def _grown(grown: list[tuple[str, int]]) -> Family:
    b = Builder()
    people: list[RelativeId] = [b.person("0", "f", is_index=True)]
    orphans = {people[0]}
    for what, number in grown:
        who = people[number % len(people)]
        new = b.person(str(len(people)), "mfo"[number % 3], 1900 + number)
        people.append(new)
        if what == "child":
            b.union(who, None, new)
        elif what == "partner" or who not in orphans:
            b.union(who, new)
            orphans.add(new)
        else:
            b.union(new, None, who)
            orphans -= {who}
            orphans.add(new)
    return b.family()


def test_signs_tell_sex_death_the_client_and_a_lost_child() -> None:
    b = Builder()
    b.person("Man", "m")
    b.person("Woman", "f", is_index=True)
    b.person("Dead", "o", is_dead=True)
    b.person("", "o", birth=Birth.MISCARRIAGE)
    figure = drawn(b.family())

    signs = [s for s in figure.shapes if isinstance(s, Circle) and s.centre[1] < 60]
    [small] = [s for s in signs if s.radius < 0.5 * SIZE]

    assert len([s for s in signs if s.radius >= 0.5 * SIZE]) == 2  # a double border
    assert small.fill is not None
    crosses = [s for s in figure.shapes if isinstance(s, Line) and s.width == 1.2]
    assert len(crosses) >= 2


def test_a_sign_moved_by_hand_takes_its_lines_along_and_stays_in_the_picture() -> None:
    family = forty()
    moved = tuple(
        replace(r, shift_x=-400, shift_y=-3) if r.name == "Luca" else r
        for r in family.relatives
    )

    figure = drawn(replace(family, relatives=moved))

    assert all(m.box.left >= 0 and m.box.top >= 0 for m in figure.marks)
    [luca] = [mark for mark in figure.marks if mark.id == "Luca"]
    assert luca.box.left < min(m.box.left for m in figure.marks if m.id != "Luca")


def test_the_household_is_one_dotted_line_unless_others_stand_within() -> None:
    b = Builder()
    a, c = b.person("A", "m", in_household=True), b.person("C", "f", in_household=True)
    b.union(a, c, b.person("D", in_household=True))
    together = drawn(b.family())
    between, e = b.person("X"), b.person("E", in_household=True)
    b.union(c, None, between, e)
    apart = drawn(b.family())

    def dotted(figure: Figure) -> int:
        shapes = [s for s in figure.shapes if isinstance(s, Polygon)]
        return sum(s.stroke is Stroke.DOTTED for s in shapes) - 1  # one in the legend

    assert dotted(together) == 1
    assert dotted(apart) == 2


def test_an_empty_family_is_an_empty_picture() -> None:
    assert drawn(Builder().family()).marks == ()
