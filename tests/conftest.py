"""What every test gets: a machine without a past, a clock that stands still, hostile text, modest property tests."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests import machine
from tests.hostile.samples import SAMPLES

if TYPE_CHECKING:
    from tests.world import World

# Before anything of ours or of Textual is imported: both read the environment at import.
_HOME = tempfile.TemporaryDirectory(prefix="ret-tui-tests-")
machine.enter(Path(_HOME.name))
if hasattr(time, "tzset"):
    time.tzset()

# A collection walks over all that earlier tests left, a fifth of the time of a whole run; what the program sets for
# one run of its own would go on for all tests after it.
gc.set_threshold(100_000, 50, 100)
gc.set_threshold = lambda *_: None

settings.register_profile(
    "ret",
    deadline=None,
    max_examples=40,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("bench", settings.get_profile("ret"), max_examples=2_000)
settings.load_profile("ret")


class Clock:
    """A clock that moves only when told. Call it for the time: aware, UTC."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> datetime:
        """Move on, in `timedelta` words: `clock.forward(minutes=5)`. Returns the new time."""
        self.now += timedelta(**span)
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Saturday 21 November 2026, 13:30 in the Netherlands: the start of a meeting."""
    return Clock(datetime(2026, 11, 21, 12, 30, tzinfo=UTC))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of this test's own, already in the environment."""
    place = tmp_path / "home"
    place.mkdir()
    for name, value in machine.clean_environment(place).items():
        monkeypatch.setenv(name, value)
    return place


@pytest.fixture(params=list(SAMPLES.values()), ids=list(SAMPLES))
def hostile(request: pytest.FixtureRequest) -> str:
    """Every hostile text in turn."""
    return str(request.param)


@pytest.fixture
def world(tmp_path: Path, clock: Clock) -> Iterator[World]:
    """A made-up region with one case on the agenda of today."""
    from tests.world import close, found

    made = found(tmp_path / "regio", clock)
    yield made
    close(made)
