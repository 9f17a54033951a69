"""The state machine over the actions for ≥ 50,000 steps."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.actions.machine import EVERY, STEPS, Region
from tests.bench.report import Result


def run(quick: bool = False, count: int | None = None) -> list[Result]:
    """At least 50,000 steps, or `count`; 1,000 with `quick`. A step is one action that was tried."""
    wanted = count or (1_000 if quick else 50_000)
    broken = ""
    STEPS.clear()
    while not broken and _tried() < wanted:
        # hypothesis walks up to 50 steps a time; a walk may end sooner
        plan = settings(
            max_examples=min(
                50, max(10, (wanted - _tried()) // 50)
            ),  # a few at a time, so as to stop in time
            stateful_step_count=50,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # the message holds what was done; making a walk shorter takes minutes
            suppress_health_check=list(HealthCheck),
        )
        try:
            run_state_machine_as_test(Region, settings=plan)
        except AssertionError as error:
            broken = str(error) or type(error).__name__
    done = sum(1 for name in EVERY if STEPS[f"{name} done"])
    note = f"{_tried()} steps; {done} of {len(EVERY)} actions done at least once {broken}"
    return [Result("state machine: broken promises", int(bool(broken)), "promises", 0, note=note)]


def _tried() -> int:
    return sum(number for name, number in STEPS.items() if not name.endswith(" done"))
