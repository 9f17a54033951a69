"""A canary in every text of the whole file: each letter shows those it may show, and no other.

The canaries are put in by walking the tables, so a field that is added later is in this test at once: a letter that
shows it makes this test fail until somebody says here that it may.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

from ret_tui.documents.gather import PlannedLetter, plan_letters
from ret_tui.documents.issue import write_letters
from ret_tui.domain.letter_words import LetterKind, ReadingLevel
from ret_tui.domain.tables import METADATA
from tests.documents.test_gather import TODAY, full, planned  # noqa: F401  # a fixture
from tests.hostile.rows import UNREADABLE, fill_every_text, texts
from tests.world import World

READ_BY_RULES = frozenset({"meeting.starts_at", "meeting.ends_at", "permission.to_whom", "region.days_off"})
"""Texts on which it depends whether there is a letter."""
CANARY = re.compile(r"Kanarie-([a-z_]+\.[a-z_]+)-([0-9a-f]{8})")


def heard(letter: PlannedLetter, folder: Path, world: World) -> set[tuple[str, str]]:
    """The canaries anywhere in the file of a letter: text, headers, properties, comments, names of parts."""
    (written,) = write_letters([letter], folder, Counter(), world.clock())
    archive = zipfile.ZipFile(written.path)
    parts = [f"{name}\n{archive.read(name).decode('utf-8', 'replace')}" for name in archive.namelist()]
    raw = "\n".join([written.path.name, *parts])
    plain = re.sub(r"<[^>]+>", "", raw)
    return {(found[1], found[2]) for text in (plain, raw) for found in CANARY.finditer(text)}


FAMILY = {
    "advice.at_eighteen", "advice.bridging", "advice.bridging_contact", "advice.perspective", "advice.safety",
    "advice.school", "advice.summary", "advice.why", "advice_item.by_whom", "advice_item.goal", "advice_item.what",
    "advice_item.why", "agreed_action.owner", "agreed_action.what", "analysis.in_plain_words", "case.applicant_name", "case.first_name",
    "case.number", "direction.deputy", "direction.email", "direction.name", "direction.organisation", "direction.phone",
    "discussion.question", "discussion.young_person_words", "family_reaction.words", "member.name",
    "organisation.name", "region.address", "region.binding_text", "region.complaint_text", "region.confidant_text",
    "region.data_text", "region.email", "region.name", "region.phone", "seat.profession",
}  # fmt: skip
"""What every letter to the family may show."""
_FOR_PARENTS = {"advice.summary", "advice_item.goal", "advice_item.what", "advice_item.why"}
_TO_YOUNG = {"advice.for_young_person", "advice_item.for_young_person"}
"""What is written to the young person, in the place of what the parents read."""
_OWN = {"case.last_name", "case.young_person_address"}
_PROFESSIONAL = FAMILY - {
    "advice.bridging_contact", "discussion.young_person_words", "region.complaint_text",
    "region.confidant_text", "region.data_text", "case.applicant_name",
} | {
    "advice.dissent", "advice.escalation", "analysis.contradictions", "analysis.missing_diagnostics",
    "case.last_name", "commitment.what", "discussion.question_answer", "hypothesis.status_by", "hypothesis.text",
    "evaluation.term", "mandate.condition", "mandate.decided_by", "mandate.instead", "mandate.limit", "option.text", "option.why",
    "seat.name",
}  # fmt: skip
"""What both the letter to the referrer and the record may show."""
MAY_SHOW = {
    LetterKind.PARENTS: FAMILY | {"authority_holder.address", "authority_holder.name"},
    LetterKind.YOUNG_PERSON: FAMILY - _FOR_PARENTS | _OWN | _TO_YOUNG,
    LetterKind.YOUNG_TEEN: FAMILY - _FOR_PARENTS - {"advice_item.by_whom"} | _OWN | _TO_YOUNG,
    LetterKind.CHILD: _OWN | _TO_YOUNG | {
        "advice.bridging_contact", "case.first_name", "case.number",
        "direction.deputy", "direction.email", "direction.name", "direction.organisation", "direction.phone",
        "discussion.young_person_words", "member.name", "region.address", "region.confidant_text", "region.email",
        "region.name", "region.phone",
    },
    LetterKind.REFERRER: _PROFESSIONAL | {"advice.may_pass_on", "case.applicant_address", "case.applicant_name"},
    LetterKind.RECORD: _PROFESSIONAL | {
        "contribution.text", "discussion.close_reason", "discussion.family_words", "discussion.permission_ground",
        "discussion.voice_missing_reason", "discussion.young_person_words",
    },
}  # fmt: skip


def every_kind(world: World) -> list[PlannedLetter]:
    """The letters of the discussion, the young person's at each level."""
    found = {(each.kind, each.label): each for each in planned(world)}
    for level in ReadingLevel:
        for each in world.ask(plan_letters, world.item, TODAY, level):
            found[each.kind, each.label] = each
    return list(found.values())


def test_letters_show_their_own_canaries_only(full: World, tmp_path: Path) -> None:  # noqa: F811
    sung = full.do(fill_every_text, lambda column, row: f"Kanarie-{column}-{row}", READ_BY_RULES)
    missing = {table.name for table in METADATA.sorted_tables if texts(table)} - UNREADABLE
    missing -= {each.partition(".")[0] for each in sung}
    assert missing == set(), "tables without a row: teach `made_up` their values"
    letters = every_kind(full)
    assert {each.kind for each in letters} == set(MAY_SHOW)
    for letter in letters:
        found = heard(letter, tmp_path, full)
        was_there = letter.right.to == (full.mother,)
        more = {"discussion.family_words"} if was_there else set()
        assert {column for column, _ in found} == MAY_SHOW[letter.kind] | more, letter.kind
        rows = defaultdict(set)
        for column, row in found:
            rows[column.partition(".")[0]].add(row)
        assert rows["case"] == {str(full.case)[:8]}, "another case sings along"
        if letter.kind is LetterKind.PARENTS:
            assert rows["authority_holder"] == {letter.label[-8:]}, "the other parent sings along"
