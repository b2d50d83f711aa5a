from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from casedesk.domain.problems import NotAVault, VaultTooNew, WrongPassphrase
from casedesk.security.keys import (
    LIGHT,
    PROFILES,
    STRONG,
    Profile,
    key_for,
    new_key,
)

PUBLISHED = (Path(__file__).parents[2] / "ARCHITECTURE.md").read_text("utf-8")
RANDOM = bytes(range(11))


def test_a_passphrase_and_the_header_give_the_key_back() -> None:
    key = new_key("vier Wolken", RANDOM, LIGHT)

    assert key_for("vier Wolken", key.salt) == key


def test_another_passphrase_is_told_from_a_damaged_file() -> None:
    key = new_key("vier Wolken", RANDOM, LIGHT)

    with pytest.raises(WrongPassphrase):
        key_for("fünf Wolken", key.salt)


def test_umlauts_may_be_typed_in_two_pieces() -> None:
    key = new_key("Schlüssel", RANDOM, LIGHT)

    assert key_for("Schlu\u0308ssel", key.salt) == key


@pytest.mark.parametrize("salt", [b"", b"CD", b"SQLite format 3\0"])
def test_a_foreign_header_is_no_vault(salt: bytes) -> None:
    with pytest.raises(NotAVault):
        key_for("vier Wolken", salt)


def test_an_unknown_profile_belongs_to_a_newer_program() -> None:
    with pytest.raises(VaultTooNew):
        key_for("vier Wolken", b"CD\x07" + bytes(13))


def test_the_construction_gives_the_published_vector() -> None:
    """The vector stands in ARCHITECTURE.md, so that others can open the file."""
    key = new_key("correct horse battery staple", RANDOM, STRONG)

    assert key.salt.hex() == VECTOR_SALT
    assert key.key.hex() == VECTOR_KEY


@pytest.mark.parametrize(
    ("passphrase", "profile", "salt", "expected"),
    [
        pytest.param(
            "Grüße vom Öhrchen",
            STRONG,
            "4344011bdb000102030405060708090a",
            "b877fb92837a4edb53f075cb120e8b4dc6ccb1c4129a1d11ac95e5717281d084",
            id="umlauts",
        ),
        pytest.param(
            "demo",
            LIGHT,
            "4344ff2c41000102030405060708090a",
            "98af5d31f95d19eddc9925e31ee03de02bea9a67c28b7a22e6147f06714bb7ef",
            id="demo",
        ),
    ],
)
def test_the_other_vectors_that_are_published(
    passphrase: str, profile: Profile, salt: str, expected: str
) -> None:
    apart = unicodedata.normalize("NFD", passphrase)

    for typed in (passphrase, apart):
        key = new_key(typed, RANDOM, profile)
        assert (key.salt.hex(), key.key.hex()) == (salt, expected)
    assert salt in PUBLISHED
    assert expected in PUBLISHED


def test_each_profile_has_its_number_for_good() -> None:
    """A number that stood for another cost would lock people out."""
    assert {number: vars_of(profile) for number, profile in PROFILES.items()} == {
        1: (4, 262_144, 4),
        255: (1, 8_192, 1),
    }


def vars_of(profile: Profile) -> tuple[int, int, int]:
    return profile.passes, profile.memory_kib, profile.lanes


def test_the_key_is_never_shown() -> None:
    key = new_key("vier Wolken", RANDOM, LIGHT)

    assert key.key.hex() not in repr(key)
    assert "b'" not in repr(key)


VECTOR_SALT = "4344010043000102030405060708090a"
VECTOR_KEY = "2c58cdb6ba4412596e3ba5a3b09151cc070e1e01a8ef581e903f6f64fe64922f"
