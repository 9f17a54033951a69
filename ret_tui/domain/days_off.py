"""Days on which the team of a region does not work, as the settings hold them: typed as text, one per line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ret_tui.domain.dates import parse_date
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.working_days import HolidayRules

MOST_DAYS = 1_000
LONGEST = 62
"""Days of one line at most: a summer closure fits, a mistyped year does not."""

UNNAMED = "vrije dag van de regio"

_WEEKDAY = r"(?:(?:ma|di|wo|do|vr|za|zo|maan|dins|woens|donder|vrij|zater|zon)(?:dag)?\.?,? )?"
_DAY = (
    rf"{_WEEKDAY}(?:[0-9]{{1,2}}[-./][0-9]{{1,2}}[-./](?:[0-9]{{4}}|[0-9]{{2}})"
    r"|[0-9]{1,2} [a-z]{3,9}\.? [0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
)
_LINE = re.compile(
    rf"(?P<first>{_DAY})(?: ?(?:t/m|tot en met|-|–|—) ?(?P<last>{_DAY}))?(?:[ :,;-]+(?P<why>.*))?",
    re.IGNORECASE,
)
_EXAMPLE = "Typ één dag per regel, met het jaar: 16-2-2027 carnaval, of 27-12-2027 t/m 31-12-2027 gesloten."


def days_off(text: str | None) -> dict[date, str]:
    """Every day off with the reason, from lines such as `16-2-2027 carnaval` and `27-12-2027 t/m 31-12-2027 gesloten`.

    Raises:
        InvalidInput: a line is not understood, names a date that does not exist, runs backwards or is too long.
    """
    found: dict[date, str] = {}
    for number, line in enumerate((text or "").split("\n"), 1):
        typed = " ".join(line.split())
        if typed:
            found.update(_of_line(typed, number))
        if len(found) > MOST_DAYS:
            raise InvalidInput(f"Dit zijn meer dan {MOST_DAYS} dagen. Haal dagen weg die voorbij zijn.")
    return found


def check_days_off(text: str) -> str:
    """The text unchanged when every line of it can be read.

    Raises:
        InvalidInput: see `days_off`.
    """
    days_off(text)
    return text


def rules_of(region: Mapping[str, object]) -> HolidayRules:
    """What is a day off in a region, from its settings by name."""
    typed = region["days_off"]
    return HolidayRules(
        good_friday=bool(region["good_friday_off"]),
        liberation_day_every_year=bool(region["liberation_day_off"]),
        extra=days_off(typed) if isinstance(typed, str) else {},
    )


def _of_line(typed: str, number: int) -> Iterator[tuple[date, str]]:
    match = _LINE.fullmatch(typed)
    if match is None:
        raise InvalidInput(f"Regel {number} is niet te lezen. {_EXAMPLE}")
    try:
        first = parse_date(match["first"], date(2026, 1, 1), "future")
        last = parse_date(match["last"], date(2026, 1, 1), "future") if match["last"] else first
    except InvalidInput as error:
        raise InvalidInput(f"Regel {number}: {error.message}") from None
    days = (last - first).days + 1
    if days < 1:
        raise InvalidInput(f"Regel {number}: de laatste dag ligt vóór de eerste. Verbeter een van beide.")
    if days > LONGEST:
        raise InvalidInput(f"Regel {number}: dit zijn {days} dagen, meer dan {LONGEST}. Controleer het jaar.")
    why = (match["why"] or "").strip() or UNNAMED
    for each in range(days):
        yield first + timedelta(each), why
