"""Small counts are hidden, also from who subtracts."""

from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.words import ApplicantKind
from ret_tui.figures.counts import SMALLEST, Count, Table, hide_small, merge, tally


def table(*counts: int, base: int | None = None, several: bool = False) -> Table:
    lines = tuple(Count(f"regel {number}", count) for number, count in enumerate(counts))
    return Table("Proef", lines, sum(counts) if base is None else base, "besproken", several)


def test_every_percentage_has_its_base() -> None:
    made = table(7, 4, 1)
    assert made.heading == "Proef (n = 12 besproken)"
    assert [made.percentage(each) for each in made.lines] == [58, 33, 8]
    assert table(0).percentage(Count("niets", 0)) is None


def test_one_small_count_takes_the_next_with_it() -> None:
    assert [each.count for each in hide_small(table(20, 9, 3)).lines] == [20, None, None]
    assert [each.count for each in hide_small(table(20, 9, 3, base=40, several=True)).lines] == [20, 9, None]
    assert [each.count for each in hide_small(table(20, 9)).lines] == [20, 9]


def test_of_few_cases_nothing_is_shown() -> None:
    hidden = hide_small(table(3, 1))
    assert hidden.heading == "Proef (n < 5)"
    assert [each.count for each in hidden.lines] == [None, None]


def test_a_middle_number_of_few_cases_is_hidden() -> None:
    days = Table("Dagen", (Count("tot advies", 41, n=4), Count("tot bespreking", 33, n=12)))
    assert [each.count for each in hide_small(days).lines] == [None, 33]
    assert days.lines[0].text == "tot advies (n = 4)"


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_no_hidden_count_follows_from_the_others(counts: list[int]) -> None:
    hidden = hide_small(table(*counts))
    left = [each.count for each in hidden.lines]
    assert all(count is None or count == 0 or count >= SMALLEST for count in left)
    gone = [number for number, count in enumerate(left) if count is None]
    others = [number for number, count in enumerate(counts) if count and number not in gone]
    assert len(gone) != 1 or not others or hidden.base is None, (
        "a single hidden count is the total less the rest"
    )


def test_words_most_first_and_what_was_left_open_last() -> None:
    found = merge({"gi": 2, "": 5}, {"gemeente": 3, "gi": 4})
    assert tally(ApplicantKind, found) == (
        Count("Gecertificeerde instelling (GI)", 6),
        Count("Gemeente of lokaal team", 3),
        Count("niet ingevuld", 5),
    )
