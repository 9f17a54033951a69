"""Advice about passphrases."""

import re

import pytest

from ret_tui.store.passphrase import strength


@pytest.mark.parametrize(
    ("passphrase", "message"),
    [
        ("kort", "ten minste 12"),
        ("qwertyuiop123", "snel te raden|veelgebruikt"),
        ("welkomwelkom", "iedereen"),
        ("abcdabcdabcdabcd", "Herhalingen"),
        ("Welkom2026!!", "iedereen"),
        ("ikhouvanjou123", "iedereen"),
        ("wachtwoordlimburg", "iedereen"),
        ("zaterdag 28 november", "iedereen"),
        ("x" * 1025, "ten hoogste"),
    ],
)
def test_weak_ones_get_advice_in_dutch(passphrase, message) -> None:
    judged = strength(passphrase)
    assert not judged.good_enough
    assert re.search(message, judged.message)


def test_what_others_know_counts_for_nothing() -> None:
    assert strength("Sam de Proef 12", "Sam de Proef").score < strength("Sam de Proef 12").score


@pytest.mark.parametrize(
    "passphrase",
    [
        "paarse lantaarn kookt zeven kano's",
        "hW8#kz!PqR2v-9",
        "8302-5519-2204-7713",
        "é" * 3 + " kanariepiet 🦆 zweeft om",
        "lang " * 3 + "genoeg, maar niet als herhaling van hetzelfde",
    ],
)
def test_strong_ones_are_good_enough(passphrase) -> None:
    assert strength(passphrase).good_enough
