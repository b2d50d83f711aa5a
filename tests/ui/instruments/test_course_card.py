from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from casedesk.ui.instruments.course_card import CourseCard
from casedesk.words.instruments import instrument

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.domain.instrument import Score

POINTS = [(date(2026, 1, 5), Fraction(12)), (date(2026, 3, 5), Fraction(7))]


def score(name: str) -> Score:
    pack = instrument(name, "2026.1", "de")
    assert pack is not None
    return pack.scores[-1]


@pytest.fixture
def card(qtbot: QtBot) -> CourseCard:
    card = CourseCard()
    qtbot.addWidget(card)
    card.resize(600, 400)
    return card


def test_one_point_is_no_course(card: CourseCard) -> None:
    card.show_course([(score("phq9"), POINTS[:1])])

    assert card.isHidden()


@pytest.mark.parametrize("name", ["phq9", "scales"], ids=["bands", "no bands"])
def test_two_points_are_drawn_and_said(card: CourseCard, name: str) -> None:
    card.show_course([(score(name), POINTS)])
    card.show()

    [drawn] = card.figures()
    assert not card.isHidden()
    assert len(drawn.marks) == 2
    assert "12" in drawn.description


def test_more_than_can_be_told_apart_get_a_picture_each(card: CourseCard) -> None:
    pack = instrument("scales", "2026.1", "de")
    assert pack is not None

    card.show_course([(each, POINTS) for each in pack.scores])
    card.show()

    assert len(card.figures()) == len(pack.scores)
    card.show_course([(pack.scores[0], POINTS)])
    assert len(card.figures()) == 1
