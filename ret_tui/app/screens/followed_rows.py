"""The lines of a followed case, by part: what waits is marked, what is done says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ret_tui.app.text import BAD, GOOD, MUTED, WARN, Part, line
from ret_tui.app.widgets.linelist import Row

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.domain.followup_words import EscalationChoice
    from ret_tui.queries.followup_values import FollowedCase, MandateLine


_KINDS = {"telefoon": "telefoon", "feit": "nieuw feit", "verhuizing": "verhuizing", "plan_18": "plan voor 18"}
"""Kinds of entries as they fit the narrow first column."""

_ROLES = {"procesregisseur": "procesregie", "casusregisseur": "casusregie"}


def rows_of(seen: FollowedCase, day: date) -> list[Row]:
    """All parts that hold something, what asks for work first."""
    parts = (
        ("PROCESREGIE", list(_directions(seen))),
        ("ADVIES", list(_items(seen))),
        ("AFSPRAKEN", list(_actions(seen, day))),
        ("MANDATEN", list(_mandates(seen, day))),
        ("EVALUATIES", list(_evaluations(seen, day))),
        ("OPSCHALING", list(_escalations(seen, day))),
        ("KLACHTEN", list(_complaints(seen, day))),
        ("AFSLUITING", list(_closings(seen))),
        ("LOGBOEK", list(_entries(seen))),
    )
    found: list[Row] = []
    for title, rows in parts:
        if rows:
            found += [Row.heading(f"{title} ({len(rows)})"), *rows]
    return found


def by(name: str) -> str:
    """` door …`, when somebody is known."""
    return f" door {name}" if name else ""


def _who(name: str) -> str:
    """` – …`, when somebody is named."""
    return f" – {name}" if name else ""


def _when(on: date | None, day: date, *, is_open: bool) -> Part:
    from ret_tui.app.times import near_day

    if on is None:
        return ("geen datum", MUTED)
    if not is_open:
        return (near_day(on, day), MUTED)
    return (f"! te laat {near_day(on, day)}", BAD) if on < day else near_day(on, day)


def _directions(seen: FollowedCase) -> Iterator[Row]:
    from ret_tui.domain.dates import local, short_date

    for each in sorted(seen.directions, key=lambda each: each.ended_at is not None):
        if each.ended_at is not None:
            until = "tot" if each.accepted_at else "niet aanvaard"
            state: Part = (f"{until} {short_date(local(each.ended_at).date())}", MUTED)
        elif each.pending:
            state = ("wacht op ja (Enter)", WARN)
        else:
            since = short_date(local(each.accepted_at).date()) if each.accepted_at else ""
            state = (f"✓ sinds {since}", GOOD)
        about = (each.name, each.organisation, each.phone, each.reason)
        text = " · ".join(part for part in about if part)
        if each.deputy:
            text += f" · vervanger {each.deputy}"
        if each.family_contact:
            text += f" · contact voor het gezin {each.family_contact}"
        kind = "pending" if each.pending else "former" if each.ended_at else "direction"
        yield Row((kind, each.id), (_ROLES[each.role.value], text, state))


def _items(seen: FollowedCase) -> Iterator[Row]:
    for each in seen.items:
        if each.result is None:
            state: Part = ("○ nog geen uitkomst", WARN)
        elif each.open:
            state = (f"▶ {each.result.label.lower()}", WARN)
        else:
            state = (f"✓ {each.result.label.lower()}", GOOD)
        why = f" – {each.reason.label.lower()}" if each.reason else ""
        goal = f" – doel: {each.goal}" if each.goal else ""
        note = f" – {each.note}" if each.note else ""
        yield Row(("item", each.id), ("advies", f"{each.what}{_who(each.by_whom)}{goal}{why}{note}", state))


def _actions(seen: FollowedCase, day: date) -> Iterator[Row]:
    from ret_tui.domain.words import ActionStatus

    for each in seen.actions:
        is_open = each.status not in (ActionStatus.DONE, ActionStatus.EXPIRED)
        stuck = each.status is ActionStatus.STUCK
        kind: Part = (each.status.label.lower(), WARN if stuck else "" if is_open else MUTED)
        whose = ", ".join(part for part in (each.owner, each.organisation) if part)
        text = f"{each.what}{_who(whose)}" + (f" – {each.reason}" if each.reason else "")
        yield Row(("action", each.id), (kind, text, _when(each.due_on, day, is_open=is_open)))


def mandate_text(each: MandateLine) -> str:
    """Who promised what."""
    return f"{each.organisation}: {each.what}"


def _mandates(seen: FollowedCase, day: date) -> Iterator[Row]:
    for each in seen.mandates:
        answer = each.result.label if each.result else "–"
        if each.at_table is not None and each.at_table is not each.result:
            answer = f"{each.at_table.label} → {answer}"
        state: Part = (f"✓ {answer}", GOOD)
        if each.open and seen.status.is_closed:
            state = (answer, MUTED)
        elif each.open:
            when = _when(each.decide_before, day, is_open=True)
            state = line((answer, WARN), ", ", when)
        yield Row(("mandate", each.id), ("mandaat", f"{mandate_text(each)}{_who(each.terms)}", state))


def _evaluations(seen: FollowedCase, day: date) -> Iterator[Row]:
    from ret_tui.domain.dates import day_date

    for each in seen.evaluations:
        if each.done_on is not None:
            state: Part = (f"✓ {day_date(each.done_on)}", GOOD)
        elif each.lapsed:
            state = ("vervallen", MUTED)
        else:
            state = _when(each.due_on, day, is_open=True)
        moved = f", {each.postponed}× uitgesteld" if each.postponed else ""
        yield Row(("evaluation", each.id), ("evaluatie", f"{each.key.label}{moved}", state))


def _escalations(seen: FollowedCase, day: date) -> Iterator[Row]:
    from ret_tui.domain.dates import day_date

    for each in seen.escalations:
        if each.back_on is not None:
            state: Part = (f"✓ terug {day_date(each.back_on)}", GOOD)
        elif each.answered_on is not None:
            state = ("beantwoord, nog niet terug", WARN)
        else:
            state = _when(each.answer_by, day, is_open=True)
        text = f"{each.name}: {each.result or each.answer or each.question}"
        asked = f" (gevraagd {day_date(each.asked_on)}{by(each.asked_by)})" if each.asked_on else ""
        yield Row(("escalation", each.id), ("opschaling", f"{text}{asked}{_who(each.to_whom)}", state))


def _complaints(seen: FollowedCase, day: date) -> Iterator[Row]:
    for each in seen.complaints:
        state = (
            (f"✓ {each.outcome.label.lower()}", GOOD)
            if each.outcome is not None
            else _when(each.answer_by, day, is_open=True)
        )
        handler = f" – behandelt: {each.handled_by}" if each.handled_by else ""
        yield Row(("complaint", each.id), ("klacht", f"{each.from_whom}: {each.about}{handler}", state))


def _closings(seen: FollowedCase) -> Iterator[Row]:
    from ret_tui.domain.dates import day_date

    for each in seen.closings:
        if each.new_question:
            state: Part = ("heropend", MUTED)
        elif each.letter_on is not None:
            state = (f"✓ brief {day_date(each.letter_on)}", GOOD)
        else:
            state = ("○ brief nog versturen", WARN)
        parts = (
            each.kind.label,
            each.reason,
            _choice(each.escalation),
            f"verantwoordelijk blijft {each.stays_responsible}" if each.stays_responsible else "",
            each.letter_how,
            f"nieuwe vraag: {each.new_question}" if each.new_question else "",
        )
        text = " · ".join(part for part in parts if part)
        yield Row(("closing", each.id), ("afgesloten", f"{day_date(each.closed_on)} · {text}", state))


def _choice(choice: EscalationChoice | None) -> str:
    """Whether and where it was escalated at the end."""
    if choice is None:
        return ""
    return choice.label.lower() if choice.value == "geen" else f"opgeschaald: {choice.label}"


def _entries(seen: FollowedCase) -> Iterator[Row]:
    from ret_tui.domain.dates import day_date

    for each in seen.entries:
        on = day_date(each.on) if each.on else ""
        met = f" (met {each.with_whom})" if each.with_whom else ""
        changed = ", verbeterd" if each.corrected else ""
        kind = _KINDS.get(each.kind.value, each.kind.label.lower())
        yield Row(("entry", each.id), (kind, f"{each.text.strip()}{met}{_who(each.by)}", f"{on}{changed}"))
