"""A passphrase that is offered: six words, each as likely as any other."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product
from math import log2
from random import Random

import pytest

from casedesk.security.offer import WORDS, offered_passphrase
from casedesk.security.strength import judge
from casedesk.words.resources import resource

LIST = resource("words", "de.txt").read_text("utf-8").split()
# What may be taken for each other when it is said on the phone.
SOUNDS = (("ck", "k"), ("tz", "z"), ("ph", "f"), ("v", "f"), ("ai", "ei"), ("th", "t"))


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same each time


def heard(word: str) -> str:
    for spelled, sound in SOUNDS:
        word = word.replace(spelled, sound)
    ends = {"d": "t", "b": "p", "g": "k"}
    word = word[:-1] + ends.get(word[-1], word[-1])
    return "".join(
        letter
        for letter, before in zip(word, " " + word, strict=False)
        if letter != before
    )


def variants(word: str) -> set[str]:
    """Return what the word may become when one letter is missed or mistaken."""
    return {word} | {
        word[:place] + instead + word[place + 1 :]
        for place, instead in product(range(len(word)), ("?", ""))
    }


def test_six_words_of_the_list_have_66_bits() -> None:
    assert len(LIST) == len(set(LIST)) == 2048
    assert WORDS * log2(len(LIST)) == 66


def test_every_word_is_short_and_has_only_letters_of_every_keyboard() -> None:
    odd = [
        word
        for word in LIST
        if not (4 <= len(word) <= 8 and word.isascii() and word.isalpha())
        or word != word.lower()
    ]

    assert odd == []
    assert sorted(LIST) == LIST


def test_no_word_becomes_another_by_one_wrong_or_missing_letter() -> None:
    owners: dict[str, set[str]] = {}
    for word in LIST:
        for variant in variants(word):
            owners.setdefault(variant, set()).add(word)

    assert [words for words in owners.values() if len(words) > 1] == []


def test_no_two_words_sound_the_same() -> None:
    counted = Counter(heard(word) for word in LIST)

    assert [word for word, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("ending", ["n", "en", "e", "er", "s", "es"])
def test_no_word_is_the_plural_of_another(ending: str) -> None:
    assert [word for word in LIST if word + ending in set(LIST)] == []


def test_every_word_is_as_likely_as_any_other() -> None:
    drawing = chance(3).randbytes
    words = ["a", "b", "c", "d", "e", "f", "g"]  # no power of two

    drawn = Counter(
        word
        for _ in range(7_000)
        for word in offered_passphrase(words, drawing).split()
    )

    assert set(drawn) == set(words)
    assert all(abs(count - 6_000) < 400 for count in drawn.values())


def test_a_draw_that_would_favour_some_words_is_drawn_again() -> None:
    # With three words, the highest of all numbers would be one too many.
    draws = iter([b"\xff\xff\xff\xff", *[b"\0\0\0\2"] * WORDS])

    passphrase = offered_passphrase(["a", "b", "c"], lambda _size: next(draws))

    assert passphrase == " ".join("c" * WORDS)


@pytest.mark.parametrize("seed", range(50))
def test_what_is_offered_is_strong_enough(seed: int) -> None:
    passphrase = offered_passphrase(LIST, chance(seed).randbytes)

    assert len(passphrase.split()) == WORDS
    assert judge(passphrase).is_enough


def test_offers_differ() -> None:
    offers = [offered_passphrase(LIST, chance(seed).randbytes) for seed in range(100)]

    assert all(one != other for one, other in combinations(offers, 2))
