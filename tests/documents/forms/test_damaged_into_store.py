"""Damaged forms that still can be read: each is registered whole or not at all, whatever stands in it."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from ret_tui.actions.imports import import_registration
from ret_tui.documents.forms_in.proposal import incoming, propose
from ret_tui.documents.forms_in.reading import read_form
from ret_tui.documents.forms_in.synonyms import load
from ret_tui.domain.errors import DocumentError, RetError
from ret_tui.queries.cases import case_file, case_list
from tests.conftest import Clock
from tests.documents.forms.mutants import mutants
from tests.documents.forms.people import TODAY
from tests.world import close, found


def test_a_damaged_form_is_registered_whole_or_not_at_all(tmp_path: Path, clock: Clock) -> None:
    words = load()
    world = found(tmp_path / "regio", clock)
    whole = refused = 0
    try:
        for data in mutants(120, seed=3):
            try:
                form = incoming(propose([read_form(data, "formulier.docx", words, TODAY)]), {}, TODAY)
            except DocumentError:
                continue
            before = world.ask(case_list).total
            case_id = uuid4()
            try:
                world.do(import_registration, case_id, form)
            except RetError:
                refused += 1
                assert world.ask(case_list).total == before
                continue
            whole += 1
            assert world.ask(case_list).total == before + 1
            file = world.ask(case_file, case_id)
            assert len(file.holders) == len(form.holders)
            assert len(file.spells) == len(form.care)
            assert len(file.refusals) == len(form.refusals)
            assert len(file.permissions) == len(form.permissions)
            assert len(file.analysis.factors) == len(form.factors)
            assert len(file.analysis.goals) == len(form.goals)
            assert (file.fields["form_note"] or "") == form.note
    finally:
        close(world)
    assert whole > 20, (whole, refused)
