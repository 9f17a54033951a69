"""Whatever was acknowledged in a running meeting is there after the process was killed."""

import os

import pytest

from tests.faults.kills import kill_often
from tests.world import World

KILLS = 50


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_no_line_shown_as_saved_is_lost_in_a_kill(world: World) -> None:
    world.begin()
    tally = kill_often(world, KILLS)
    assert tally.kills == KILLS
    assert (tally.lost, tally.faults) == ([], []), tally
    assert tally.shown > KILLS
    assert tally.unheard <= KILLS, tally
