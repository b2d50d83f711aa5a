from __future__ import annotations

from dataclasses import replace

from pdf.samples import a_care_plan, a_goal, a_measure, words

from casedesk.pdf.care_plan import render


def test_all_sections_stand_in_their_order() -> None:
    read = words(render(a_care_plan(a_goal("1", a_measure()))))

    headings = (
        "A Situation",
        "B Wishes",
        "C Resources",
        "D Needs",
        "E/F Goals",
        "G Crisis",
        "H Not covered",
        "I Agreements",
        "J Review",
        "K Consent",
        "Copies",
    )
    assert sorted(headings, key=read.index) == list(headings)


def test_a_goal_shows_every_column() -> None:
    read = words(render(a_care_plan(a_goal("1"))))

    for expected in (
        "Goal 1",
        "Climb the stairs alone, goal 1",
        "Housing",
        "Starting point Needs an arm to lean on.",
        "Indicator Four weeks without help.",
        "Due 30.11.2026",
        "Priority high",
        "GAS 0",
        "State open",
        "No measures yet.",
    ):
        assert expected in read


def test_a_measure_shows_every_column() -> None:
    read = words(render(a_care_plan(a_goal("1", a_measure()))))

    for expected in (
        "1.1",
        "Apply",
        "Spitex Musterstadt",
        "with: Dr. Muster",
        "01.09.2026 – 30.11.2026",
        "weekly",
        "Review: 15.10.2026",
        "running",
        "Payer: Health insurer / approved, CHF 84.50",
        "Result: Two flights of stairs.",
    ):
        assert expected in read


def test_twelve_goals_with_forty_measures_are_printed_whole() -> None:
    goals = [
        a_goal(f"{g}", *(a_measure(f"{g}.{m}") for m in range(1, 5 if g < 5 else 4)))
        for g in range(1, 13)
    ]

    read = words(render(a_care_plan(*goals)))

    assert sum(len(goal.measures) for goal in goals) == 40
    for goal in goals:
        assert goal.goal in read
        assert all(f" {measure.number} " in read for measure in goal.measures)


def test_a_plan_with_empty_fields_prints_dashes() -> None:
    read = words(render(replace(a_care_plan(), facts=(), signatures=())))

    assert "C Resources – D Needs – E/F Goals and measures – G Crisis" in read
    assert "None" not in read


def test_long_texts_lose_no_word() -> None:
    long = " ".join(f"word{n}." for n in range(2000))
    goal = replace(a_goal("1", a_measure(measure=long)), starting_point=long)

    read = words(render(a_care_plan(goal, situation=long)))

    assert all(read.count(f"word{n}.") == 3 for n in range(2000))


def test_measures_without_a_goal_have_their_own_place() -> None:
    paper = replace(
        a_care_plan(),
        further_heading="Other measures",
        further_measures=(a_measure("0.1", "Keep in touch"),),
    )

    read = words(render(paper))

    assert read.index("Other measures") < read.index("Keep in touch")
