from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.domain.case import CaseId
from casedesk.domain.tie import (
    WHOLE,
    Closeness,
    Flow,
    NetworkMapId,
    Quality,
    Sector,
    Tie,
    TieId,
)
from casedesk.figures.figure import Figure, Line, Stroke, Text
from casedesk.figures.map_layout import laid_out, node_of
from casedesk.figures.network_map import MapWords, moved_to, network_map

NAMES = (
    "Rosa Feller",
    "Dr. med. Christine Lehmann",
    "Sozialversicherungsanstalt des Kantons Appenzell Ausserrhoden",
    "Maximiliane-Theodora Freifrau von und zu Hohenstein-Wolfsburg",
)


def ties_of(places: list[tuple[Sector, Closeness]]) -> list[Tie]:
    return [
        Tie(
            id=TieId(f"{number:03}"),
            case_id=CaseId("case"),
            map_id=NetworkMapId("map"),
            name=NAMES[number % len(NAMES)],
            sector=sector,
            closeness=closeness,
            quality=list(Quality)[number % 4],
        )
        for number, (sector, closeness) in enumerate(places)
    ]


def a_figure(ties: list[Tie], **words: object) -> Figure:
    said = MapWords(
        title="Map",
        client="Anna Brunner",
        names={tie.id: tie.name for tie in ties},
        spoken={tie.id: f"{tie.name}." for tie in ties},
        sectors={sector: str(sector) for sector in Sector},
        qualities={quality: str(quality) for quality in Quality},
        person="person",
        organisation="organisation",
        deputy="deputy",
        **words,  # type: ignore[arg-type]  # further words of a map
    )
    return network_map(ties, said, width=1000, size=13)


places = st.lists(
    st.tuples(st.sampled_from(Sector), st.sampled_from(Closeness)), max_size=30
)


@settings(max_examples=25, deadline=None)
@given(places)
def test_nobody_covers_anybody_and_each_stays_in_sector_and_ring(
    where: list[tuple[Sector, Closeness]],
) -> None:
    ties = ties_of(where)

    ground, placed = laid_out([node_of(t, t.name) for t in ties], 1000, 13)

    boxes = [each.box for each in placed]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert not any(box.holds(ground.centre) for box in boxes)
    for tie, each in zip(ties, placed, strict=True):
        sector, closeness, _angle, _reach = ground.cell_at(each.at)
        assert (sector, closeness) == (tie.sector, tie.closeness)


def test_thirty_people_stay_readable_on_a_map_not_much_larger_than_asked() -> None:
    where = [
        (sector, list(Closeness)[number % 3])
        for sector, count in zip(Sector, (7, 5, 14, 4), strict=True)
        for number in range(count)
    ]

    figure = a_figure(ties_of(where))

    assert len(figure.marks) == 30
    assert figure.width < 1.4 * 1000


def test_the_same_ties_give_the_same_map() -> None:
    ties = ties_of([(Sector.FAMILY, Closeness.CLOSE)] * 5)

    assert a_figure(ties) == a_figure(ties)


def test_somebody_moved_stands_where_they_were_put() -> None:
    ties = ties_of([(Sector.FAMILY, Closeness.CLOSE), (Sector.WORK, Closeness.DISTANT)])
    names = {tie.id: tie.name for tie in ties}
    before = a_figure(ties).marks[0].box.centre

    place = moved_to(ties, names, ties[0].id, (-120, -60), width=1000, size=13)
    moved = [replace(ties[0], **place), ties[1]]
    after = a_figure(moved).marks[0].box.centre

    assert after[0] == pytest.approx(before[0] - 120, abs=20)
    assert after[1] == pytest.approx(before[1] - 60, abs=20)


def test_moving_across_a_line_changes_ring_and_sector() -> None:
    ties = ties_of([(Sector.FAMILY, Closeness.CLOSE)])
    names = {tie.id: tie.name for tie in ties}

    far = moved_to(ties, names, ties[0].id, (900, 500), width=1000, size=13)

    assert far["sector"] is Sector.PROFESSIONALS
    assert far["closeness"] is Closeness.DISTANT
    assert 0 <= far["angle"] <= WHOLE
    assert 0 <= far["reach"] <= WHOLE


def test_each_quality_has_a_line_of_its_own_without_colour() -> None:
    looks = set()
    for quality in Quality:
        [tie] = ties_of([(Sector.FAMILY, Closeness.DISTANT)])
        figure = a_figure([replace(tie, quality=quality)])
        own = [s for s in figure.shapes if isinstance(s, Line)][4:]
        line = own[0]
        looks.add((line.stroke, line.width, len(line.points) > 2))

    assert len(looks) == len(Quality)


def test_arrows_say_which_way_support_goes() -> None:
    found = {}
    for flow in Flow:
        [tie] = ties_of([(Sector.FAMILY, Closeness.DISTANT)])
        figure = a_figure([replace(tie, flow=flow)])
        line = next(s for s in figure.shapes if isinstance(s, Line) and s.width == 2.6)
        found[flow] = (line.starts_with_arrow, line.ends_with_arrow)

    assert found == {
        Flow.BOTH: (True, True),
        Flow.TO_CLIENT: (True, False),
        Flow.FROM_CLIENT: (False, True),
        Flow.NONE: (False, False),
    }


def test_who_is_gone_is_drawn_dotted_with_a_note() -> None:
    ties = ties_of([(Sector.FAMILY, Closeness.CLOSE)])

    figure = a_figure(
        ties, notes={ties[0].id: "(no longer)"}, gone=frozenset({ties[0].id})
    )

    assert any(getattr(s, "stroke", None) is Stroke.DOTTED for s in figure.shapes)
    assert "(no longer)" in {s.text for s in figure.shapes if isinstance(s, Text)}
