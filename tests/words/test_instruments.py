from __future__ import annotations

from fractions import Fraction

import pytest

from casedesk.domain.instrument import Instrument, InstrumentId, ItemKind
from casedesk.domain.scoring import outcome
from casedesk.words.instruments import instrument, instruments, packs, read_pack

# Items of these may not be shipped in a product that is sold (reference 3.6).
PHQ_9 = InstrumentId("phq9")
PROTECTED = (
    *("who5", "barthel", "lawton_iadl", "hps_k", "zarit", "mmse", "moca", "gaf"),
    *("honos", "whodas", "eq5d_vas", "interrai"),
)
A_PACK = """
[pack]
id = "mine"
version = "1"
language = "de"
as_of = 2026-01-01
name = "Eigenes"
short_name = "E"
source = "Praxis"
licence = "frei"

[answers]
yes_no = [["n", "nein", "0"], ["y", "ja", "1"]]

[[sections]]
id = "a"
heading = "Fragen"
items = [{ id = "1", answers = "yes_no", text = "Schlafen Sie gut?" }]

[[scores]]
id = "total"
heading = "Summe"
rule = "sum"
of = ["1"]
"""


def each_pack(pack: Instrument) -> str:
    return f"{pack.id}.{pack.language}"


@pytest.mark.parametrize("pack", packs(), ids=each_pack)
def test_a_pack_names_its_source_and_what_one_may_do_with_it(pack: Instrument) -> None:
    assert pack.name
    assert pack.source
    assert pack.licence


@pytest.mark.parametrize("pack", packs(), ids=each_pack)
def test_what_a_score_is_made_of_exists(pack: Instrument) -> None:
    for variant in ("", *(each.id for each in pack.variants)):
        items = {item.id for item in pack.items_in(variant)}
        known = set(items)
        for score in pack.scores_in(variant):
            assert set(score.of) <= known, score.id
            assert not score.raised_by or score.raised_by in items
            known.add(score.id)
        assert {alert.item for alert in pack.alerts} <= items
        for item in pack.items_in(variant):
            assert item.needs is None or item.needs.item in items
            assert item.kind is not ItemKind.CHOICE or len(item.choices) > 1


@pytest.mark.parametrize("pack", packs(), ids=each_pack)
def test_nothing_answered_is_no_crash_and_no_result(pack: Instrument) -> None:
    found = outcome(pack, {})

    needed = [item.id for item in pack.items_in("") if not item.is_optional]
    asked = [item for item in pack.items_in("") if item.needs is None]
    assert set(found.missing) <= set(needed)
    assert len(found.missing) == sum(not item.is_optional for item in asked)


@pytest.mark.parametrize("name", PROTECTED)
def test_of_a_protected_instrument_only_the_result_is_entered(name: str) -> None:
    found = [pack for pack in packs() if pack.id == name]

    assert {pack.language for pack in found} == {"de", "en"}
    assert all(pack.is_result_only for pack in found)


def test_an_instrument_is_offered_once_in_the_language_that_it_speaks() -> None:
    german = {each.id: each for each in instruments("de")}
    english = {each.id: each for each in instruments("en")}

    assert german[PHQ_9].language == "de"
    assert english[PHQ_9].language == "en"
    assert english[InstrumentId("nba")].language == "de"  # the law speaks German only
    assert german.keys() == english.keys()


def test_a_sheet_is_read_with_the_version_it_was_filled_in_with() -> None:
    assert instrument("phq9", "2026.1", "de") is not None
    assert instrument("phq9", "1999.1", "de") is None


def test_another_instrument_needs_a_file_and_no_code() -> None:
    pack = read_pack(A_PACK)

    assert outcome(pack, {"1": "y"}).value("total") == 1


@pytest.mark.parametrize(
    ("hours", "above", "stage"),
    [
        ("65", "0", 0), ("65.5", "0", 1), ("95", "0", 1), ("96", "0", 2),
        ("120", "0", 2), ("121", "0", 3), ("160", "0", 3), ("161", "0", 4),
        ("180", "7", 4), ("181", "0", 4), ("181", "5", 5), ("181", "6", 6),
        ("181", "7", 7),
    ],
)  # fmt: skip
def test_the_stage_in_austria_begins_above_its_hours(
    hours: str, above: str, stage: int
) -> None:
    pack = instrument("at_care_allowance", "2026.1", "de")

    assert pack is not None
    assert outcome(pack, {"hours": hours, "above": above}).value("stage") == stage


def test_the_ends_of_a_scale_are_said() -> None:
    pack = instrument("scales", "2026.1", "de")

    assert pack is not None
    for item in pack.items_in(""):
        assert (item.low, item.high) == (0, 10)
        assert "0 = " in item.help
        assert "10 = " in item.help
    assert outcome(pack, {"pain": "3"}).value("pain") == Fraction(3)


@pytest.mark.parametrize("pack", packs(), ids=each_pack)
def test_no_reader_sees_the_name_that_a_question_has_in_the_file(
    pack: Instrument,
) -> None:
    for section in pack.sections:
        for item in section.items:
            assert item.number in (item.id, "")
            assert not any(letter.isalpha() for letter in item.number[:1])
