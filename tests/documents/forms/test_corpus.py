"""Thirty varied filled forms: nearly every field read right, no field read wrong without a question, nothing lost."""

from __future__ import annotations

from collections import Counter

import pytest

from ret_tui.documents.forms_in.proposal import Proposal, incoming, propose
from ret_tui.documents.forms_in.reading import read_form
from ret_tui.documents.forms_in.synonyms import Synonyms, load
from tests.documents.forms.corpus import Form, forms
from tests.documents.forms.people import TODAY

FORMS = list(forms())


@pytest.fixture(scope="module")
def words() -> Synonyms:
    return load()


def read(form: Form, words: Synonyms) -> Proposal:
    return propose([read_form(form.data, form.name, words, TODAY)])


def weigh(form: Form, proposal: Proposal) -> tuple[list[str], list[str]]:
    """Fields that were not read, and fields that were read wrong without a question."""
    found = {each.target: each.value for each in proposal.fields if not each.target.startswith("permission.")}
    missing = [target for target, value in form.expected.items() if found.get(target, ...) is ...]
    wrong = [
        f"{target}: {value!r}"
        for target, value in found.items()
        if target not in form.expected or form.expected[target] != value
    ]
    return missing, wrong


def test_there_are_thirty() -> None:
    assert len(FORMS) == 30
    assert len({form.data for form in FORMS}) == 30


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_field_is_read_wrong_silently(form: Form, words: Synonyms) -> None:
    assert weigh(form, read(form, words))[1] == []


def test_95_percent_of_all_fields_is_read_right(words: Synonyms) -> None:
    count: Counter[str] = Counter()
    lost = []
    for form in FORMS:
        missing, wrong = weigh(form, read(form, words))
        count["all"] += len(form.expected)
        count["right"] += len(form.expected) - len(missing) - len(wrong)
        lost += [f"{form.name}: {each}" for each in missing]
    assert count["all"] > 400
    assert count["right"] / count["all"] >= 0.95, lost


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_what_was_not_understood_goes_to_the_note(form: Form, words: Synonyms) -> None:
    proposal = read(form, words)
    note = incoming(proposal, {}, TODAY).note
    for text in (*proposal.rest, *(question.source for question in proposal.questions)):
        assert text in note
