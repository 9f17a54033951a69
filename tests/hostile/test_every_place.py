"""Hostile text stands in every text of the file and every screen shows it; every place to type in is known here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.app.harness import NARROW, WIDE, screen_text
from tests.hostile.screens import BY_KEYS, all_screens, hostile_region, places
from tests.hostile.walker import sites

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.timeout(600)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "140x40"])
async def test_every_screen_shows_hostile_text(tmp_path: Path, clock: Any, size: tuple[int, int]) -> None:
    shown, screens = {}, set()
    async with hostile_region(tmp_path, clock, size) as (walker, region):
        for name, open_it in places(walker, region):
            await open_it()
            await walker.rest()
            shown[name] = screen_text(walker.app)
            screens.add(type(walker.app.screen).__name__)
            await walker.press("down", "down", "f1")
            screen_text(walker.app)
            await walker.leave(len(walker.app.screen_stack) - 1)
    assert all_screens() - screens == BY_KEYS, (
        "name these in `places`, so that each is shown with hostile text"
    )
    at_edge = {name for name, there in shown.items() if any(row[:1].strip() for row in there.splitlines())}
    assert at_edge == set(), "text hugs the edge of the screen; its list has no margin"
    plain = {name for name, there in shown.items() if "[Annex A]" not in there}
    assert plain - WITHOUT_TEXT == set(), "a screen that shows no text people typed, or eats its brackets"
    assert len(set(shown.values())) > len(shown) * 0.8


WITHOUT_TEXT = {
    "actions", "search", "log", "access", "backups", "figures", "documents", "deadlines", "step verheldering",
    "consultations", "follow_up", "today", "import", "plain language", "series",
}  # fmt: skip
"""Screens that have nothing to show in this region, or show words and figures of the program itself."""

WALKED = "tests.bench.hostile"
"""The long walk presses every key of every screen and fills whatever opens; run it with `python -m tests.bench hostile`."""
WINDOW = "tests/app/widgets/test_choices.py and tests/app/forms/test_pane.py"
"""A window of one of the two kinds that take every sample in their own tests, which the long walk does not reach."""

TYPED_IN: dict[str, dict[str, str]] = {
    "forms/boxes.py": {"_make_editor": "tests/app/forms/test_pane.py"},
    "forms/modal.py": {"__init__": "tests/app/forms/test_pane.py"},
    "modals/passphrase.py": {"body": "tests/hostile/test_doors.py"},
    "modals/pick.py": {"body": "tests/app/widgets/test_choices.py"},
    "modals/text.py": {"body": "tests/app/widgets/test_choices.py"},
    "screens/access.py": {"action_add": WINDOW},
    "screens/case_documents.py": {"body": WALKED},
    "screens/case_ending.py": {"reopen_case": WINDOW},
    "screens/case_factors.py": {"action_keep_version": WALKED},
    "screens/case_log.py": {"plan_adulthood": WINDOW},
    "screens/case_permission.py": {
        "_answer_all": WALKED,
        "_edit_exception": "tests/app/test_case_hostile.py",
        "action_withdraw": WINDOW,
    },
    "screens/case_search.py": {"body": WALKED},
    "screens/case_triage.py": {"_reopen": WINDOW, "_withdraw": WALKED},
    "screens/cases.py": {"body": "tests/app/test_cases_screen.py"},
    "screens/dealing.py": {"set_state": WINDOW},
    "screens/directing.py": {"answer_hand_over": WINDOW},
    "screens/escalating.py": {"go_on": WINDOW},
    "screens/family_rights.py": {"_destroy": WINDOW, "family_rights": WINDOW},
    "screens/first_start.py": {"compose": "tests/app/test_start.py"},
    "screens/import_form.py": {"body": "tests/app/test_import_form.py"},
    "screens/letters_asking.py": {"allow": WINDOW, "note_sent": WINDOW},
    "screens/letters_making.py": {"body": "tests/hostile/test_doors.py"},
    "screens/log.py": {"action_case": WINDOW},
    "screens/meeting/carry.py": {"_signal": WINDOW},
    "screens/meeting/conduct.py": {"_minutes": WINDOW},
    "screens/meeting/gate.py": {"body": "tests/app/test_meeting_live.py"},
    "screens/meeting/lines.py": {"_edit": WINDOW},
    "screens/meeting/screen.py": {"body": "tests/app/test_meeting_live.py"},
    "screens/meetings.py": {"action_series": WALKED},
    "screens/outgoing.py": {"action_sent": WINDOW},
    "screens/plain_language.py": {"write": WINDOW},
    "screens/records.py": {"add_record": WALKED, "edit_record": WALKED},
    "screens/recovery.py": {"compose": "tests/hostile/test_doors.py"},
    "screens/search.py": {"body": WALKED},
    "screens/series.py": {"action_move": WALKED},
    "screens/settings.py": {"load": "tests/app/test_case_hostile.py"},
    "screens/team.py": {
        "_edit_member": "tests/app/test_case_hostile.py",
        "_edit_organisation": "tests/app/test_case_hostile.py",
        "action_end": "tests/app/test_case_hostile.py",
    },
    "screens/template_list.py": {"add": WINDOW},
    "screens/unlock.py": {"compose": "tests/app/test_start.py"},
    "steps/agreements.py": {"_ask_evaluation": WINDOW, "action_due": WINDOW},
    "steps/analysis.py": {"_recognise": WINDOW},
    "steps/asking.py": {"pick_somebody": WINDOW},
    "steps/discussion_form.py": {"show": WALKED},
    "steps/opening.py": {"record": WALKED, "write_ground": WALKED},
    "steps/options.py": {"action_drop": WINDOW},
    "steps/question.py": {"fill_in": WALKED},
    "steps/reading.py": {"action_words": WINDOW},
    "steps/seating.py": {"add_guest": WALKED, "edit_person": WALKED},
    "steps/sheet_panel.py": {"add_new": WALKED, "edit": WALKED},
    "steps/signals.py": {"_fill_in": WALKED},
}
"""Where the program lets people type, by file below `ret_tui/app` and function, and what pastes hostile text there."""


def test_every_place_to_type_in_is_known_and_covered() -> None:
    """A new form, window or field is not finished before hostile text was typed into it."""
    known = {(file, function) for file, functions in TYPED_IN.items() for function in functions}
    assert sites() - known == set(), "cover these with hostile text, then name them in TYPED_IN"
    assert known - sites() == set(), "these are gone"
    said = " and ".join(by for functions in TYPED_IN.values() for by in functions.values())
    for name in {each for each in said.split(" and ") if each.endswith(".py")}:
        assert "hostile" in (ROOT / name).read_text("utf-8"), name
