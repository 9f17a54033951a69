"""Faults of the program leave a number and places, never a word anybody typed."""

from ret_tui.app.errors import MAX_LOG_BYTES, fault_number, fault_text, write_fault

SECRET = "Testmoeder zei dat niemand dit mag lezen"


def _fail(sentence: str) -> None:
    raise ValueError(sentence)


def _fault(sentence: str, cause: str = "") -> Exception:
    try:
        try:
            _fail(cause or sentence)
        except ValueError as error:
            raise RuntimeError(sentence) from error
    except RuntimeError as error:
        return error


def test_the_log_holds_places_and_no_words(tmp_path):
    log = tmp_path / "map" / "fouten.log"
    number = write_fault(log, _fault(SECRET))
    text = log.read_text(encoding="utf-8")
    assert SECRET not in text
    assert number in text
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "_fail" in text


def test_the_same_fault_has_the_same_number_whatever_was_typed():
    numbers = {fault_number(_fault(text)) for text in ("a", "b", SECRET)}
    assert len(numbers) == 1
    assert fault_number(KeyError("x")) not in numbers


def test_a_log_that_cannot_be_written_costs_nothing(tmp_path):
    blocked = tmp_path / "bestand"
    blocked.write_text("")
    assert write_fault(blocked / "fouten.log", _fault("x"))
    assert write_fault(None, _fault("x"))


def test_the_log_does_not_grow_for_ever(tmp_path):
    log = tmp_path / "fouten.log"
    log.write_text("x" * (MAX_LOG_BYTES + 1))
    write_fault(log, _fault("x"))
    assert log.stat().st_size < 10_000


def test_errors_that_point_at_each_other_end():
    one, two = ValueError("a"), ValueError("b")
    one.__context__, two.__context__ = two, one
    assert fault_number(one)


def test_the_words_say_what_is_safe_and_where_to_look(tmp_path):
    text = fault_text("ABC123", tmp_path / "fouten.log")
    assert "ABC123" in text
    assert "fouten.log" in text
    assert "None" not in fault_text("ABC123", None)
