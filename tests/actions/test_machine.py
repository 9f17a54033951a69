"""A short walk through the state machine; the bench walks far longer."""

from hypothesis import HealthCheck, settings

from tests.actions.machine import Region

TestRegion = Region.TestCase
TestRegion.settings = settings(
    max_examples=6,
    stateful_step_count=25,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
