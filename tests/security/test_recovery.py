"""What is typed from a recovery sheet is right, or the wrong line is known."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from casedesk.domain.problems import (
    RecoverySheetIncomplete,
    RecoverySheetWrong,
    WrongRecoveryLine,
)
from casedesk.security.keys import VaultKey
from casedesk.security.recovery import (
    ALPHABET,
    LETTERS_IN_LINE,
    LINES,
    LineState,
    letters_of,
    line_state,
    mark_of,
    read_lines,
    sheet_lines,
)

ERRORS = 10_000
KEY = VaultKey(
    key=bytes.fromhex(
        "2c58cdb6ba4412596e3ba5a3b09151cc070e1e01a8ef581e903f6f64fe64922f"
    ),
    salt=bytes.fromhex("4344010043000102030405060708090a"),
)
# They stand in ARCHITECTURE.md, so that others can read a sheet.
PUBLISHED = (
    "5HCC VDNT 8G95 X5",
    "JVHV MPHV 14AH Q0",
    "SG3G W7G1 N3QN 70",
    "G7MG 7XQP 9ZK4 JZ",
    "J8QM 6H01 011G ME",
    "0082 0C20 A1G7 Z1",
    "104G NTF0 ZWKG 5Q",
)


def a_key(seed: int) -> VaultKey:
    chance = Random(seed)  # noqa: S311 - the same each time
    return VaultKey(key=chance.randbytes(32), salt=chance.randbytes(16))


def with_line(number: int, line: str) -> list[str]:
    lines = list(PUBLISHED)
    lines[number - 1] = line
    return lines


def test_the_sheet_of_the_published_key_is_the_published_one() -> None:
    assert sheet_lines(KEY) == PUBLISHED
    assert read_lines(PUBLISHED) == KEY
    assert mark_of(KEY.salt) == "E5ED JD3X"


@pytest.mark.parametrize("seed", range(200))
def test_every_key_comes_back(seed: int) -> None:
    assert read_lines(sheet_lines(a_key(seed))) == a_key(seed)


@pytest.mark.parametrize(
    "key",
    [
        pytest.param(VaultKey(key=bytes(32), salt=bytes(16)), id="zeros"),
        pytest.param(VaultKey(key=b"\xff" * 32, salt=b"\xff" * 16), id="ones"),
    ],
)
def test_the_extremes_come_back(key: VaultKey) -> None:
    assert read_lines(sheet_lines(key)) == key


def test_ten_thousand_single_wrong_letters_are_found_in_their_lines() -> None:
    chance = Random(1)  # noqa: S311 - the same each time

    for _ in range(ERRORS):
        number, place = chance.randint(1, LINES), chance.randrange(LETTERS_IN_LINE)
        letters = list(letters_of(PUBLISHED[number - 1]))
        letters[place] = chance.choice(ALPHABET.replace(letters[place], ""))
        with pytest.raises(WrongRecoveryLine) as wrong:
            read_lines(with_line(number, "".join(letters)))
        assert wrong.value.line == number


@pytest.mark.parametrize("seed", range(20))
def test_any_two_letters_of_a_line_that_changed_places_are_found(seed: int) -> None:
    for number, line in enumerate(sheet_lines(a_key(seed)), start=1):
        letters = letters_of(line)
        for one, other in combinations(range(LETTERS_IN_LINE), 2):
            if letters[one] == letters[other]:
                continue
            swapped = list(letters)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            assert line_state(number, "".join(swapped)) is LineState.WRONG


@pytest.mark.parametrize("number", range(1, LINES + 1))
def test_a_line_in_the_place_of_another_is_found(number: int) -> None:
    for other in range(1, LINES + 1):
        expected = LineState.RIGHT if other == number else LineState.WRONG
        assert line_state(other, PUBLISHED[number - 1]) is expected


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("5hccvdnt8g95x5", id="small and without spaces"),
        pytest.param(" 5HCC-VDNT–8G95.X5 ", id="dashes and points"),
        pytest.param("5\u00a0H C C V D N T 8 G 9 5 X 5", id="many spaces"),
    ],
)
def test_it_does_not_matter_how_a_line_is_spaced(typed: str) -> None:
    assert read_lines(with_line(1, typed)) == KEY


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        pytest.param(2, "JUHV MPHV 14AH QO", id="U and O"),
        pytest.param(2, "JVHV MPHV I4AH Q0", id="I"),
        pytest.param(2, "jvhv mphv l4ah qo", id="l"),
    ],
)
def test_letters_that_look_alike_are_taken_for_those_that_are_printed(
    number: int, typed: str
) -> None:
    assert read_lines(with_line(number, typed)) == KEY


@pytest.mark.parametrize("typed", ["", "5HCC", "5HCC VDNT 8G95 X"])
def test_what_is_missing_is_not_yet_wrong(typed: str) -> None:
    assert line_state(1, typed) is LineState.INCOMPLETE
    with pytest.raises(RecoverySheetIncomplete):
        read_lines(with_line(1, typed))


def test_a_missing_line_leaves_the_sheet_incomplete() -> None:
    with pytest.raises(RecoverySheetIncomplete):
        read_lines(PUBLISHED[:-1])


@pytest.mark.parametrize("typed", ["5HCC VDNT 8G95 X55", "5HCC VDNT 8G95 X?", "ä"])
def test_what_can_be_no_line_is_wrong_at_once(typed: str) -> None:
    assert line_state(1, typed) is LineState.WRONG


@pytest.mark.parametrize("number", range(1, LINES + 1))
def test_lines_of_two_sheets_are_no_sheet(number: int) -> None:
    other = sheet_lines(a_key(7))[number - 1]

    with pytest.raises(RecoverySheetWrong):
        read_lines(with_line(number, other))


def test_the_mark_tells_sheets_apart_and_nothing_of_the_key() -> None:
    marks = {mark_of(a_key(seed).salt) for seed in range(500)}

    assert len(marks) == 500
    assert mark_of(KEY.salt) not in " ".join(PUBLISHED)
