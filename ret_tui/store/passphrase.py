"""What a passphrase must be, with advice in Dutch. The library that judges it is loaded when somebody chooses one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from ret_tui.domain.errors import InvalidInput

MIN_LENGTH = 12
MAX_LENGTH = 1024
MIN_SCORE = 3
_FEW_SIGNS, _FEW_LETTERS = 8, 2
_JUDGED_LENGTH = 72
"""zxcvbn's time grows with the square of the length; more characters never make a passphrase weaker."""

GOOD = "Sterk genoeg."
ADVICE = "Neem vier of vijf losse woorden die niets met elkaar te maken hebben."

_GUESSED_FIRST = (
    "wachtwoord wachtzin welkom geheim inloggen toegang sleutel lente zomer herfst winter januari februari maart april mei juni "
    "juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "jeugd jeugdhulp jeugdzorg expertteam regionaal regio overleg voorzitter ondersteuner casus casussen gemeente "
    "nederland limburg brabant zeeland holland utrecht gelderland overijssel drenthe groningen friesland flevoland "
    "amsterdam rotterdam eindhoven tilburg venlo ajax feyenoord psv oranje hallo goedemorgen ik hou van jou lief "
    "schatje kindje mama papa oma opa voetbal computer laptop vergadering ret"
)

_WARNINGS = {
    "Straight rows of keys are easy to guess.": "Toetsen die naast elkaar liggen zijn snel te raden.",
    "Short keyboard patterns are easy to guess.": "Een kort patroon op het toetsenbord is snel te raden.",
    'Repeats like "aaa" are easy to guess.': "Herhalingen zoals “aaa” zijn snel te raden.",
    'Repeats like "abcabcabc" are only slightly harder to guess than "abc".': "Herhalingen zoals “abcabcabc” zijn nauwelijks sterker dan “abc”.",
    'Sequences like "abc" or "6543" are easy to guess.': "Reeksen zoals “abc” of “6543” zijn snel te raden.",
    "Recent years are easy to guess.": "Jaartallen zijn snel te raden.",
    "Dates are often easy to guess.": "Datums zijn vaak snel te raden.",
    "This is a top-10 common password.": "Dit is een van de tien meest gebruikte wachtwoorden.",
    "This is a top-100 common password.": "Dit is een van de honderd meest gebruikte wachtwoorden.",
    "This is a very common password.": "Dit is een veelgebruikt wachtwoord.",
    "This is similar to a commonly used password.": "Dit lijkt op een veelgebruikt wachtwoord.",
    "A word by itself is easy to guess.": "Eén woord alleen is snel te raden.",
    "Names and surnames by themselves are easy to guess.": "Een naam alleen is snel te raden.",
    "Common names and surnames are easy to guess.": "Veelvoorkomende namen zijn snel te raden.",
}


@dataclass(frozen=True)
class Strength:
    """Judgement of a passphrase: `score` from 0 (weak) to 4 (strong), and what to tell the person."""

    score: int
    good_enough: bool
    message: str


def normal(passphrase: str) -> bytes:
    """A passphrase as bytes, the same on every keyboard and system (Unicode NFKC).

    Raises:
        UnicodeEncodeError: the text is not valid Unicode.
    """
    return unicodedata.normalize("NFKC", passphrase).encode()


def strength(passphrase: str, login: str = "") -> Strength:
    """Judge a passphrase. `login` is what others know of this person, so it counts for nothing."""
    text = unicodedata.normalize("NFKC", passphrase)
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
        return Strength(
            0,
            False,
            "Er staan tekens in die u later niet kunt typen. Gebruik letters, cijfers en leestekens.",
        )
    if len(text) < MIN_LENGTH:
        return Strength(0, False, f"Gebruik ten minste {MIN_LENGTH} tekens. {ADVICE}")
    if len(text) > MAX_LENGTH:
        return Strength(0, False, f"Gebruik ten hoogste {MAX_LENGTH} tekens.")
    from zxcvbn import zxcvbn  # its word lists take 30 ms to load

    expected = [*_GUESSED_FIRST.split(), *login.split()]
    if _adds_nothing(text, expected):
        return Strength(1, False, f"Dit bestaat uit woorden die iedereen het eerst probeert. {ADVICE}")
    judged = zxcvbn(text[:_JUDGED_LENGTH], user_inputs=[*expected, login])
    score = int(judged["score"])
    if score >= MIN_SCORE:
        return Strength(score, True, GOOD)
    warning = _WARNINGS.get(str(judged["feedback"]["warning"]), "Deze wachtwoordzin is te raden.")
    return Strength(score, False, f"{warning} {ADVICE}")


def _adds_nothing(text: str, expected: list[str]) -> bool:
    """Whether only a year or a few signs are left without the expected words; zxcvbn's lists hold few Dutch words."""
    rest = text.casefold()
    for word in sorted(expected, key=len, reverse=True):
        rest = rest.replace(word.casefold(), " ")
    left = "".join(rest.split())
    return len(left) <= _FEW_SIGNS and sum(sign.isalpha() for sign in left) <= _FEW_LETTERS


def require_strong(passphrase: str, login: str = "") -> None:
    """Refuse a passphrase that is too weak.

    Raises:
        InvalidInput: with advice, for the field `passphrase`.
    """
    judged = strength(passphrase, login)
    if not judged.good_enough:
        raise InvalidInput(judged.message, "passphrase")
