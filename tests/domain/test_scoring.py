from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product

import pytest

from casedesk.domain.instrument import (
    Instrument,
    UnknownAnswer,
    read_answers,
    written_answers,
)
from casedesk.domain.scoring import outcome
from casedesk.words.instruments import instrument

INFANT = "infant"


def a_pack(name: str, language: str = "de") -> Instrument:
    pack = instrument(name, "2026.1", language)
    assert pack is not None
    return pack


NBA = a_pack("nba")


def nba(**changed: str) -> dict[str, str]:
    """Return the answers of somebody who is independent in everything, but for these.

    `m1_4="3"` answers item 1.4.
    """
    answers = {
        item.id: "0"
        for item in NBA.items_in("")
        if item.choices or item.id in ("4.A", "4.B")
    }
    named = {
        name.removeprefix("m").replace("_", "."): answer
        for name, answer in changed.items()
    }
    return answers | named


def with_sum(module: int, wanted: int) -> dict[str, str]:
    """Return answers to a module that add up to a sum, counted from its choices."""
    items = [
        item
        for item in NBA.items_in("")
        if item.id.startswith(f"{module}.") and item.choices
    ]
    answers: dict[str, str] = {}
    left = Fraction(wanted)
    if module == 4:
        answers = {"4.A": "3", "4.B": "3"}
        items = [item for item in items if item.id not in answers]
    if module == 5:
        return _module_5(wanted)
    # The largest answers first; small ones fill the rest.
    for item in sorted(items, key=lambda i: -max(c.points for c in i.choices)):
        fitting = [choice for choice in item.choices if choice.points <= left]
        best = max(fitting, key=lambda choice: choice.points)
        answers[item.id] = best.code
        left -= best.points
    assert left == 0, (module, wanted)
    return answers


def _module_5(wanted: int) -> dict[str, str]:
    parts = product(range(4), range(4), (0, 1, 2, 3, 6), range(4))
    a, b, c, d = next(each for each in parts if sum(each) == wanted)
    often_a = {0: "", 1: "1/day", 2: "8/day", 3: "9/day"}[a]
    often_b = {0: "", 1: "1/week", 2: "1/day", 3: "3/day"}[b]
    often_c = {0: "", 1: "1/week", 2: "2/week", 3: "3/week", 6: "1/day"}[c]
    c_item = "5.12" if c == 6 else "5.13"
    return {"5.1": often_a, "5.8": often_b, c_item: often_c, "5.16": str(d)}


# Sums of the modules, points in all, and the grade (reference 3.4).
VECTORS = [
    ((0, 0, 0, 0, 0, 0), "0", 0),
    ((1, 1, 0, 2, 0, 0), "0", 0),
    ((2, 0, 0, 3, 0, 0), "12.5", 1),
    ((0, 0, 0, 3, 0, 1), "13.75", 1),
    ((2, 2, 0, 3, 0, 0), "16.25", 1),
    ((0, 2, 0, 8, 0, 1), "27.5", 2),
    ((0, 0, 1, 19, 2, 1), "47.5", 3),
    ((4, 6, 1, 8, 2, 4), "50", 3),
    ((6, 0, 7, 19, 4, 7), "78.75", 4),
    ((10, 17, 0, 19, 4, 12), "85", 4),
    ((15, 33, 65, 54, 15, 18), "100", 5),
]


@pytest.mark.parametrize(("sums", "points", "grade"), VECTORS)
def test_the_grade_follows_from_the_sums_of_the_modules(
    sums: tuple[int, ...], points: str, grade: int
) -> None:
    answers = nba()
    for module, wanted in enumerate(sums, 1):
        answers |= with_sum(module, wanted)

    found = outcome(NBA, answers)

    assert [found.value(f"m{module}") for module in range(1, 7)] == [*sums]
    assert found.value("total") == Fraction(points)
    assert found.value("grade") == grade
    assert found.missing == ()


BOUNDS = {
    1: [(0, "0"), (1, "0"), (2, "2.5"), (3, "2.5"), (4, "5"), (5, "5"), (6, "7.5"),
        (9, "7.5"), (10, "10"), (15, "10")],
    2: [(0, "0"), (1, "0"), (2, "3.75"), (5, "3.75"), (6, "7.5"), (10, "7.5"),
        (11, "11.25"), (16, "11.25"), (17, "15"), (33, "15")],
    3: [(0, "0"), (1, "3.75"), (2, "3.75"), (3, "7.5"), (4, "7.5"), (5, "11.25"),
        (6, "11.25"), (7, "15"), (65, "15")],
    4: [(0, "0"), (2, "0"), (3, "10"), (7, "10"), (8, "20"), (18, "20"), (19, "30"),
        (36, "30"), (37, "40"), (54, "40")],
    5: [(0, "0"), (1, "5"), (2, "10"), (3, "10"), (4, "15"), (5, "15"), (6, "20"),
        (15, "20")],
    6: [(0, "0"), (1, "3.75"), (3, "3.75"), (4, "7.5"), (6, "7.5"), (7, "11.25"),
        (11, "11.25"), (12, "15"), (18, "15")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("module", "wanted", "weighted"),
    [(module, *bound) for module, bounds in BOUNDS.items() for bound in bounds],
)
def test_each_band_of_a_module_begins_and_ends_where_the_law_says(
    module: int, wanted: int, weighted: str
) -> None:
    found = outcome(NBA, nba() | with_sum(module, wanted))

    assert found.value(f"m{module}w") == Fraction(weighted)


@pytest.mark.parametrize(
    ("answers", "score", "points"),
    [
        pytest.param({"5.1": "6/week"}, "m5a", 0, id="A: less than once a day"),
        pytest.param({"5.1": "7/week"}, "m5a", 1, id="A: once a day"),
        pytest.param({"5.1": "30/month"}, "m5a", 1, id="A: thirty a month"),
        pytest.param({"5.1": "3/day"}, "m5a", 1, id="A: three still"),
        pytest.param({"5.1": "22/week"}, "m5a", 2, id="A: more than three"),
        pytest.param({"5.1": "8/day"}, "m5a", 2, id="A: eight still"),
        pytest.param({"5.1": "8/day", "5.2": "1/month"}, "m5a", 3, id="A: above eight"),
        pytest.param({"5.8": "4/month"}, "m5b", 0, id="B: less than once a week"),
        pytest.param({"5.8": "1/week"}, "m5b", 1, id="B: once a week"),
        pytest.param({"5.8": "6/week"}, "m5b", 1, id="B: less than daily"),
        pytest.param({"5.8": "1/day"}, "m5b", 2, id="B: daily"),
        pytest.param({"5.8": "20/week"}, "m5b", 2, id="B: less than three a day"),
        pytest.param({"5.8": "3/day"}, "m5b", 3, id="B: three a day"),
        pytest.param({"5.13": "4/month"}, "m5c", 0, id="C: below 4.3"),
        pytest.param({"5.13": "1/week"}, "m5c", 1, id="C: 4.3"),
        pytest.param({"5.13": "8/month"}, "m5c", 1, id="C: below 8.6"),
        pytest.param({"5.15": "1/week"}, "m5c", 2, id="C: 8.6"),
        pytest.param({"5.13": "12/month"}, "m5c", 2, id="C: below 12.9"),
        pytest.param({"5.13": "3/week"}, "m5c", 3, id="C: 12.9"),
        pytest.param({"5.12": "29/month", "5.13": "1/month"}, "m5c", 3, id="C: 59"),
        pytest.param({"5.12": "1/day"}, "m5c", 6, id="C: daily"),
        pytest.param({"5.12": "4/day"}, "m5c", 6, id="C: daily counts once"),
        pytest.param({"5.K": "1/week"}, "m5c", 1, id="C: early support"),
    ],
)
def test_how_often_is_counted_in_exact_fractions(
    answers: dict[str, str], score: str, points: int
) -> None:
    assert outcome(NBA, nba() | answers).value(score) == points


@pytest.mark.parametrize(
    ("item", "points"),
    [
        ("4.7", [0, 1, 2, 3]),
        ("4.8", [0, 3, 6, 9]),
        ("4.9", [0, 2, 4, 6]),
        ("4.10", [0, 2, 4, 6]),
        ("4.13", [0, 6, 3]),
    ],
)
def test_some_items_of_self_care_count_more(item: str, points: list[int]) -> None:
    counted = [
        outcome(NBA, nba() | {item: str(code)}).value("m4")
        for code in range(len(points))
    ]

    assert counted == points


@pytest.mark.parametrize(
    ("control", "counted"), [("0", 0), ("1", 0), ("2", 3), ("3", 3), ("4", 3)]
)
@pytest.mark.parametrize(("item", "asked"), [("4.11", "4.A"), ("4.12", "4.B")])
def test_incontinence_counts_only_where_it_was_found(
    item: str, asked: str, control: str, counted: int
) -> None:
    found = outcome(NBA, nba() | {item: "3", asked: control})

    assert found.value("m4") == counted


def test_where_it_was_not_found_nobody_has_to_say_how_it_is_managed() -> None:
    answers = nba()
    del answers["4.11"]

    assert outcome(NBA, answers).missing == ()
    assert outcome(NBA, answers | {"4.A": "3"}).missing == ("4.11",)


@pytest.mark.parametrize(
    ("points", "grade", "infant"),
    [
        ("0", 0, 0), ("10", 0, 0), ("12.5", 1, 2), ("26.25", 1, 2), ("27.5", 2, 3),
        ("46.25", 2, 3), ("47.5", 3, 4), ("68.75", 3, 4), ("70", 4, 5), ("87.5", 4, 5),
        ("90", 5, 5), ("100", 5, 5),
    ],
)  # fmt: skip
def test_a_grade_begins_at_its_points(points: str, grade: int, infant: int) -> None:
    for variant, expected in (("", grade), (INFANT, infant)):
        [table] = [s.table for s in NBA.scores_in(variant) if s.id == "grade"]
        reached = [step for step in table if step.since <= Fraction(points)]
        assert reached[-1].value == expected


def test_a_small_child_is_asked_about_feeding_in_place_of_self_care() -> None:
    answers = {k: v for k, v in nba().items() if not k.startswith("4.")}

    found = outcome(NBA, answers | {"4.K": "1"}, INFANT)

    assert found.value("m4") == 20
    assert found.value("total") == 30
    assert found.label("grade") == "Pflegegrad 3"
    assert NBA.variant_at(18) == INFANT
    assert NBA.variant_at(19) == ""


def test_a_special_need_makes_the_highest_grade() -> None:
    assert outcome(NBA, nba(special="yes")).label("grade") == "Pflegegrad 5"
    assert outcome(NBA, nba(special="no")).label("grade") == "kein Pflegegrad"


def test_without_an_answer_there_is_no_grade_and_it_is_named() -> None:
    answers = nba()
    del answers["1.4"]

    found = outcome(NBA, answers)

    assert found.value("grade") is None
    assert found.missing == ("1.4",)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("name", "bounds"),
    [
        ("phq9", [0, 5, 10, 15, 20, 28]),
        ("gad7", [0, 5, 10, 15, 22]),
    ],
)
def test_each_band_of_a_questionnaire_begins_and_ends_where_it_was_published(
    name: str, bounds: list[int], language: str
) -> None:
    pack = a_pack(name, language)
    [score] = pack.scores
    labels = [step.label for step in score.table]

    for number, (first, after) in enumerate(pairwise(bounds)):
        for wanted in (first, after - 1):
            found = outcome(pack, _adding_up(score.of, wanted))
            assert found.value("total") == wanted
            assert found.label("total") == labels[number]


def _adding_up(items: tuple[str, ...], wanted: int) -> dict[str, str]:
    answers = {}
    for item in items:
        answers[item] = str(min(3, wanted))
        wanted -= min(3, wanted)
    assert wanted == 0
    return answers


@pytest.mark.parametrize("name", ["phq9", "gad7", "phq2", "phq4"])
def test_a_questionnaire_with_a_gap_has_no_sum(name: str) -> None:
    pack = a_pack(name)
    total = pack.scores[-1]
    answers = dict.fromkeys(total.of[1:], "1")

    found = outcome(pack, answers)

    assert found.value("total") is None
    assert total.of[0] in found.missing


@pytest.mark.parametrize("answer", ["0", "1", "2", "3"])
def test_thoughts_of_death_are_never_passed_over(answer: str) -> None:
    found = outcome(a_pack("phq9"), {"9": answer})

    assert bool(found.alerts) is (answer != "0")


def test_phq_4_counts_both_halves() -> None:
    found = outcome(a_pack("phq4"), {"1": "3", "2": "1", "3": "0", "4": "2"})

    assert found.value("anxiety") == 4
    assert found.value("mood") == 2
    assert found.value("total") == 6


@pytest.mark.parametrize(
    "answers", [{"1": "4"}, {"1": "x"}], ids=["no such choice", "no number"]
)
def test_an_answer_that_does_not_exist_is_refused(answers: dict[str, str]) -> None:
    with pytest.raises(UnknownAnswer):
        outcome(a_pack("phq9"), answers)


@pytest.mark.parametrize("rate", ["3/year", "viel/day", "-1/day", "1/0/day"])
def test_a_rate_that_makes_no_sense_is_refused(rate: str) -> None:
    with pytest.raises(UnknownAnswer):
        outcome(NBA, {"5.1": rate})


def test_answers_are_kept_as_they_were_given() -> None:
    answers = {"1": "2", "5.1": "3/week"}

    assert read_answers(written_answers(answers)) == answers
