"""The state machine over the actions for ≥ 50,000 steps."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.actions.machine import Region
from tests.bench.report import Result


def run(quick: bool = False) -> list[Result]:
    """1,000 walks of 50 steps; 20 with `quick`."""
    walks = 20 if quick else 1_000
    plan = settings(
        max_examples=walks,
        stateful_step_count=50,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(Region, settings=plan)
    except AssertionError as broken:
        return [Result("state machine: broken promises", 1, "promises", 0, note=str(broken))]
    return [Result("state machine: broken promises", 0, "promises", 0, note=f"up to {walks * 50} steps")]
