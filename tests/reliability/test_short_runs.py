from __future__ import annotations

import pytest
from reliability import matrix
from reliability.suites import SUITES


@pytest.mark.parametrize("number", SUITES)
def test_a_short_run_reaches_its_figure(number: str) -> None:
    one = matrix.reached(number, SUITES[number].short)

    if one["is_met"] is None:
        pytest.skip(one["reached"])
    assert one["is_met"], one["reached"]


def test_the_table_has_a_line_for_each_suite_and_says_what_is_not_full() -> None:
    one = {
        "times": 1000,
        "reached": "all",
        "is_met": True,
        "is_slow": False,
        "seconds": 1.4,
    }
    few = {**one, "times": 5, "is_met": False}

    lines = matrix.table({"R2": few, "R1": one})

    assert lines[2:] == [
        "| R1 | kill in a write loop | 0 lost, 0 unsound | all | yes | 1 |",
        "| R2 | power cut (of 10,000: 5) | 0 lost, 0 damaged; control fails > 50 % "
        "| all | **no** | 1 |",
    ]
