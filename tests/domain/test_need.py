from __future__ import annotations

from casedesk.domain.assessment import (
    AssessmentId,
    DomainEntry,
    DomainEntryId,
    NeedLevel,
    Priority,
)
from casedesk.domain.case import CaseId
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.need import by_priority, by_urgency, moved

SOON, AT_ONCE, WATCH = NeedLevel.SOON, NeedLevel.AT_ONCE, NeedLevel.WATCH


def a_need(
    name: str,
    level: NeedLevel | None,
    *,
    burden: int | None = None,
    place: int | None = None,
    priority: Priority | None = None,
    need: str = "",
) -> DomainEntry:
    return DomainEntry(
        id=DomainEntryId(name),
        case_id=CaseId("case"),
        assessment_id=AssessmentId("a"),
        life_domain=LifeDomain.WORK,
        need_level=level,
        burden=burden,
        need_position=place,
        professional_priority=priority,
        need=need,
    )


def ids(needs: list[DomainEntry]) -> list[str]:
    return [need.id for need in needs]


def test_the_most_pressing_comes_first_then_priority_then_burden() -> None:
    needs = [
        a_need("watched", WATCH, burden=9),
        a_need("light", SOON, burden=2),
        a_need("heavy", SOON, burden=6),
        a_need("important", SOON, priority=Priority.HIGH),
        a_need("at once", AT_ONCE),
        a_need("no need", NeedLevel.NONE, burden=10),
        a_need("only written", None, need="Hilfe"),
    ]

    assert ids(by_urgency(needs)) == [
        "at once",
        "important",
        "heavy",
        "light",
        "only written",
        "watched",
    ]


def test_what_was_arranged_by_hand_keeps_its_order() -> None:
    needs = [a_need("second", AT_ONCE, place=2), a_need("first", WATCH, place=1)]

    assert ids(by_priority(needs)) == ["first", "second"]


def test_what_came_up_since_stands_before_what_presses_less() -> None:
    needs = [
        a_need("soon", SOON, place=1),
        a_need("watched", WATCH, place=2),
        a_need("new at once", AT_ONCE),
        a_need("new watched", WATCH),
    ]

    assert ids(by_priority(needs)) == ["new at once", "soon", "watched", "new watched"]


def test_a_need_moves_by_one_place_and_never_off_the_list() -> None:
    needs = [a_need(name, SOON) for name in "abc"]

    assert [need.id for need, _ in moved(needs, "c", -1)] == ["a", "c", "b"]
    assert [need.id for need, _ in moved(needs, "a", -1)] == ["a", "b", "c"]
    assert [place for _, place in moved(needs, "b", 1)] == [1, 2, 3]
