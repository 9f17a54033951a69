"""Every action that exists: no right → refused, right → done and logged, wrong state → refused and logged."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

import ret_tui.actions
from ret_tui.actions import (
    accounts,
    advices,
    agreements,
    analyses,
    case_documents,
    cases,
    closing,
    complaints,
    consultations,
    contributions,
    evaluations,
    imports,
    letters,
    live,
    mandates,
    meetings,
    options,
    permissions,
    retention,
    sending,
    setup,
    signals,
    team,
    templates,
)
from ret_tui.actions import series as planned_series
from ret_tui.actions.registry import ACTIONS
from ret_tui.actions.rights import RIGHTS, may
from ret_tui.domain.action_words import ACTION_WORDS
from ret_tui.domain.advice import AdviceItem
from ret_tui.domain.case_document import NewDocument
from ret_tui.domain.errors import NotAllowed, WrongState
from ret_tui.domain.followup import Complaint, Consultation
from ret_tui.domain.followup_words import ClosingKind, ComplaintOutcome, EscalationLevel, OutcomeResult
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.log_words import has_words
from ret_tui.domain.record import LogEntry
from ret_tui.domain.retention_words import DestructionReason
from ret_tui.domain.template import NewTemplate
from ret_tui.domain.words import (
    ActionStatus,
    AgendaKind,
    ContributionKind,
    DirectionRole,
    EvaluationMoment,
    FamilyView,
    LinkEffect,
    MandateResult,
    OutgoingKind,
    PermissionAnswer,
    PermissionGiver,
    PermissionPurpose,
    Presence,
    Principle,
    PrincipleVerdict,
    Role,
    Step,
    TriageOutcome,
)
from ret_tui.queries.access import accounts as access_list
from ret_tui.queries.meetings import meetings as meeting_lines
from ret_tui.store.keyfile import DEMO, Slot
from ret_tui.store.keys import seal_code, seal_person
from ret_tui.store.work import Actor
from tests import followup_world as after
from tests.world import LOGIN, World

for module in pkgutil.iter_modules(ret_tui.actions.__path__):
    importlib.import_module(f"ret_tui.actions.{module.name}")

DAY = date(2026, 12, 1)


@dataclass(frozen=True)
class Try:
    """How one action is tried: `ready` brings the world to the right state and gives the arguments; `wrong` spoils it."""

    ready: Callable[[World], tuple[Any, ...]]
    wrong: Callable[[World], None] | None = None
    keywords: Callable[[World], dict[str, Any]] = lambda world: {}


def made(action: Callable[..., Any], world: World, *rest: Any) -> UUID:
    """Make a row with an action whose first argument is the new id; give back that id."""
    new = uuid4()
    world.do(action, new, *rest)
    return new


def withdraw(world: World) -> None:
    world.do(cases.withdraw_case, world.case, "Proef: vraag is opgelost")


def begun(world: World) -> World:
    world.begin()
    return world


def end(world: World) -> None:
    world.end()


def establish(world: World) -> None:
    world.do(advices.edit_advice, world.item, {"summary": "Sam krijgt een vaste plek."})
    made(advices.add_advice_item, world, world.item, {"what": "Zoek een vaste plek"})
    world.do(advices.establish_advice, world.item)


def series(world: World) -> UUID:
    first = uuid4()
    world.do(planned_series.plan_series, uuid4(), [(first, DAY), (uuid4(), DAY + timedelta(14))], {})
    return first


def cancel_last(world: World) -> None:
    """Cancel the first meeting of the series."""
    found = next(each for each in world.ask(meeting_lines) if each.held_on == DAY)
    world.do(meetings.cancel_meeting, found.id)


def in_case(action: Callable[..., Any], values: dict[str, Any]) -> Callable[[World], tuple[Any, ...]]:
    return lambda world: (uuid4(), world.case, values)


def factor(world: World) -> UUID:
    return made(analyses.add_factor, world, world.case, {"text": "Wisselende begeleiding"})


def linked(world: World) -> tuple[UUID, UUID]:
    return factor(world), factor(world)


def line(world: World) -> UUID:
    return made(contributions.capture, begun(world), world.item, {"text": "De mentor houdt contact"})


def taken_back(world: World) -> UUID:
    new = line(world)
    world.do(contributions.withdraw_contribution, new)
    return new


def option(world: World) -> UUID:
    return made(options.add_option, begun(world), world.item, {"text": "Kleinschalig wonen"})


def advice_item(world: World) -> UUID:
    return made(advices.add_advice_item, begun(world), world.item, {"what": "Zoek een vaste plek"})


def commitment(world: World) -> UUID:
    return made(mandates.add_commitment, begun(world), world.item, {"what": "Mentor gaat mee"})


def answered(world: World) -> UUID:
    return world.do(mandates.answer_mandate, commitment(world), world.koraal, {"result": MandateResult.YES})


def agreed(world: World) -> UUID:
    return made(agreements.add_agreed_action, begun(world), world.item, {"what": "Bel de school"})


def signal(world: World) -> UUID:
    return made(signals.add_signal, begun(world), world.item, {"text": "Geen plek voor deze groep"})


def letter(world: World) -> tuple[Any, ...]:
    begun(world)
    establish(world)
    file_name = "2026-001 brief ouders 1.docx"
    made_letter = letters.MadeLetter(
        uuid4(), LetterKind.PARENTS, world.item, "Moeder", file_name, "a" * 64, world.mother
    )
    return (world.case, (made_letter,))


def written(world: World) -> UUID:
    arguments = letter(world)
    world.do(letters.register_letters, *arguments)
    return arguments[1][0].id


def override(world: World) -> tuple[Any, ...]:
    ground = {"ground": "Moeder moet weten waar haar kind slaapt; besproken met de vertrouwensarts."}
    return (uuid4(), world.case, world.item, LetterKind.PARENTS, world.mother, ground)


def overridden(world: World) -> UUID:
    arguments = override(world)
    world.do(letters.override_letter, *arguments)
    return arguments[0]


def permission(world: World) -> UUID:
    return made(permissions.record_permission, world, world.case, PERMISSION)


def second_meeting(world: World) -> UUID:
    return made(meetings.plan_meeting, world, {"held_on": DAY})


def extra_item(world: World) -> UUID:
    return made(meetings.add_agenda_item, world, world.meeting, AgendaKind.BREAK, {})


def other_meeting_newer(world: World) -> None:
    second = second_meeting(world)
    made(meetings.put_on_agenda, world, second, world.do(cases.register_case, other := uuid4(), {}) and other)
    world.do(live.open_meeting, second)


def slot(world: World, login: str) -> Slot:
    return seal_person(world.keyring.path, world.keyring.key, login, "een zin voor de proef", DEMO)


def account(world: World) -> UUID:
    new = uuid4()
    world.do(accounts.add_account, new, world.expert, Role.READER, slot(world, "expert"), world.keyring)
    return new


def withdraw_expert(world: World) -> None:
    access = next(each for each in world.ask(access_list) if each.member_id == world.expert)
    world.do(accounts.withdraw_account, access.id, world.keyring)


def be_somebody_without(world: World) -> None:
    world.desk.actor = Actor(world.expert, "Expert Proef", Role.READER)


# --- after the meeting


followed = after.discuss


def shut(world: World) -> None:
    """Close the case, whatever still waits."""
    advice_item = world.ask(lambda session: session.exec(select(AdviceItem.id)).first())
    world.do(evaluations.record_outcome, uuid4(), advice_item, {"result": OutcomeResult.CARRIED_OUT})
    world.do(
        closing.close_case,
        uuid4(),
        world.case,
        {"kind": ClosingKind.SOLVED, "stays_responsible": "Wijkteam Venlo"},
    )


def answer_all(world: World) -> None:
    for complaint_id in world.ask(lambda session: list(session.exec(select(Complaint.id)))):
        world.do(complaints.answer_complaint, complaint_id, {"outcome": ComplaintOutcome.SETTLED})


def register_all(world: World) -> None:
    for consultation_id in world.ask(lambda session: list(session.exec(select(Consultation.id)))):
        world.do(consultations.register_consultation, consultation_id, uuid4())


PERMISSION = {
    "giver": PermissionGiver.YOUNG_PERSON,
    "purpose": PermissionPurpose.DISCUSS_NAMED,
    "answer": PermissionAnswer.GIVEN,
    "given_on": date(2026, 11, 20),
}

NOTE = NewDocument("brief school.txt", b"Sam gaat niet naar school", "Sam gaat niet naar school")


OUT = sending.NewSent(UUID(int=7), OutgoingKind.AGENDA, "Iedereen", "overleg agenda.docx", "a" * 64)


def sent(world: World) -> UUID:
    world.do(sending.register_sent, world.meeting, (OUT,))
    return OUT.id


def document(world: World) -> UUID:
    return made(case_documents.add_document, world, world.case, NOTE)


OWN_TEMPLATE = NewTemplate("brief-ouders.docx", "huisstijl.docx", b"PK proef")


def own_template(world: World) -> UUID:
    return made(templates.add_template, world, OWN_TEMPLATE)


TABLE: dict[str, Try] = {
    # the region's own templates
    "add_template": Try(lambda world: (uuid4(), OWN_TEMPLATE)),
    "choose_template": Try(lambda world: (OWN_TEMPLATE.document, own_template(world))),
    "edit_template": Try(lambda world: (own_template(world), {"name": "Huisstijl met nieuw logo"})),
    # what goes out
    "register_sent": Try(lambda world: (begun(world).meeting, (OUT,)), end),
    "edit_sent": Try(lambda world: (sent(world), {"sent_on": DAY})),
    "mark_all_sent": Try(lambda world: (sent(world) and world.meeting, DAY)),
    # forms and documents
    "import_registration": Try(
        lambda world: (uuid4(), imports.Incoming(case={"first_name": "Robin"}, documents=(NOTE,)))
    ),
    "import_into_case": Try(
        lambda world: (world.case, imports.Incoming(case={"language": "Pools"}, note="rest")), withdraw
    ),
    "add_document": Try(lambda world: (uuid4(), world.case, NOTE), withdraw),
    "edit_document": Try(lambda world: (document(world), {"title": "Brief van school"}), withdraw),
    "remove_document": Try(lambda world: (document(world),), withdraw),
    "view_document": Try(lambda world: (document(world),)),
    "export_document": Try(lambda world: (document(world),)),
    # region and team
    "found_region": Try(
        lambda world: ({"name": "RET Twee"}, {"name": "Iemand Proef"}, "twee"),
        keywords=lambda world: {"region_id": uuid4()},
    ),
    "edit_region": Try(lambda world: ({"phone": "077 1234560"},)),
    "add_organisation": Try(lambda world: (uuid4(), {"name": "PSW"})),
    "edit_organisation": Try(lambda world: (world.koraal, {"place": "Sittard"})),
    "add_member": Try(lambda world: (uuid4(), {"name": "Nieuw Proef"})),
    "edit_member": Try(lambda world: (world.expert, {"profession": "GZ-psycholoog"})),
    "end_member": Try(lambda world: (world.expert, DAY)),
    # access
    "add_account": Try(
        lambda world: (uuid4(), world.expert, Role.READER, slot(world, "expert"), world.keyring),
        lambda world: world.do(team.end_member, world.expert, DAY),
    ),
    "withdraw_account": Try(lambda world: (account(world), world.keyring), withdraw_expert),
    "change_role": Try(lambda world: (account(world), Role.SUBSTITUTE_CHAIR), withdraw_expert),
    "reset_passphrase": Try(
        lambda world: (account(world), slot(world, "expert"), world.keyring), withdraw_expert
    ),
    "change_own_passphrase": Try(lambda world: (slot(world, LOGIN), world.keyring), be_somebody_without),
    "recover_access": Try(lambda world: (slot(world, LOGIN), world.keyring), be_somebody_without),
    "replace_recovery": Try(
        lambda world: (seal_code(world.keyring.path, world.keyring.key)[0], world.keyring)
    ),
    "begin_fresh_key": Try(lambda world: ()),
    "finish_fresh_key": Try(lambda world: ()),
    "note_entry": Try(lambda world: ()),
    # backups
    "note_backup": Try(lambda world: ()),
    "note_restore": Try(lambda world: ()),
    "note_restore_test": Try(lambda world: ()),
    # rights of the family, retention
    "add_own_statement": Try(
        lambda world: (uuid4(), world.case, {"by_whom": "Moeder", "text": "Ik zie dit anders."}),
        lambda world: world.do(retention.hand_over_case, world.case, DAY),
    ),
    "inspect_case": Try(lambda world: (world.case,)),
    "hand_over_case": Try(lambda world: (world.case, DAY), begun),
    "destroy_case": Try(lambda world: (world.case, DestructionReason.REQUEST), begun),
    # looking
    "view_log": Try(lambda world: ()),
    "note_search": Try(lambda world: ()),
    "note_print": Try(lambda world: ("figures",)),
    "note_export": Try(lambda world: ("template",)),
    # case
    "register_case": Try(lambda world: (uuid4(), {"first_name": "Robin"})),
    "edit_case": Try(lambda world: (world.case, {"municipality": "Horst"}), withdraw),
    "view_case": Try(lambda world: (world.case,)),
    "decide_triage": Try(lambda world: (world.case, uuid4(), {"outcome": TriageOutcome.URGENT}), withdraw),
    "withdraw_case": Try(lambda world: (world.case, "Vraag is opgelost"), withdraw),
    "add_holder": Try(in_case(cases.add_holder, {"name": "Vader Proef"}), withdraw),
    "edit_holder": Try(lambda world: (world.mother, {"phone": "0612345670"}), withdraw),
    "remove_holder": Try(lambda world: (world.mother,), withdraw),
    "add_care_spell": Try(in_case(cases.add_care_spell, {"provider": "Groep Proef"}), withdraw),
    "edit_care_spell": Try(
        lambda world: (made(cases.add_care_spell, world, world.case, {}), {"provider": "Thuis"}), withdraw
    ),
    "remove_care_spell": Try(lambda world: (made(cases.add_care_spell, world, world.case, {}),), withdraw),
    "add_refusal": Try(in_case(cases.add_refusal, {"provider": "Aanbieder Proef"}), withdraw),
    "edit_refusal": Try(
        lambda world: (made(cases.add_refusal, world, world.case, {}), {"note": "vol"}), withdraw
    ),
    "remove_refusal": Try(lambda world: (made(cases.add_refusal, world, world.case, {}),), withdraw),
    # permission
    "record_permission": Try(in_case(permissions.record_permission, PERMISSION), withdraw),
    "edit_permission": Try(lambda world: (permission(world), {"answer": PermissionAnswer.REFUSED}), withdraw),
    "withdraw_permission": Try(lambda world: (permission(world), DAY), withdraw),
    "remove_permission": Try(lambda world: (permission(world),), withdraw),
    # analysis
    "edit_analysis": Try(lambda world: (world.case, {"family_words": "Het is druk"}), withdraw),
    "add_factor": Try(in_case(analyses.add_factor, {"text": "Mentor"}), withdraw),
    "edit_factor": Try(lambda world: (factor(world), {"contested": True}), withdraw),
    "remove_factor": Try(lambda world: (factor(world),), withdraw),
    "link_factors": Try(lambda world: (*linked(world), LinkEffect.INHIBITS), withdraw),
    "unlink_factors": Try(
        lambda world: (world.do(analyses.link_factors, *linked(world), LinkEffect.STRENGTHENS),), withdraw
    ),
    "add_hypothesis": Try(in_case(analyses.add_hypothesis, {"text": "Onrust door wisselingen"}), withdraw),
    "edit_hypothesis": Try(
        lambda world: (made(analyses.add_hypothesis, world, world.case, {}), {"text": "Anders"}), withdraw
    ),
    "remove_hypothesis": Try(lambda world: (made(analyses.add_hypothesis, world, world.case, {}),), withdraw),
    "add_goal": Try(in_case(analyses.add_goal, {"text": "Naar school"}), withdraw),
    "edit_goal": Try(
        lambda world: (made(analyses.add_goal, world, world.case, {}), {"whose": "Sam"}), withdraw
    ),
    "remove_goal": Try(lambda world: (made(analyses.add_goal, world, world.case, {}),), withdraw),
    "keep_analysis_version": Try(lambda world: (world.case, uuid4(), "Voor het overleg"), withdraw),
    # planning
    "plan_meeting": Try(lambda world: (uuid4(), {"held_on": DAY, "starts_at": "9.30"})),
    "edit_meeting": Try(lambda world: (begun(world).meeting, {"place": "Venlo"}), end),
    "cancel_meeting": Try(lambda world: (world.meeting,), begun),
    "put_on_agenda": Try(
        lambda world: (
            uuid4(),
            begun(world).meeting,
            world.do(cases.register_case, new := uuid4(), {}) and new,
        ),
        end,
    ),
    "add_agenda_item": Try(lambda world: (uuid4(), begun(world).meeting, AgendaKind.BREAK, {}), end),
    "edit_agenda_item": Try(lambda world: (begun(world).item, {"minutes": 30}), end),
    "move_agenda_item": Try(lambda world: (begun(world).item, 1), end),
    "remove_agenda_item": Try(lambda world: (extra_item(begun(world)),), end),
    "plan_series": Try(lambda world: (uuid4(), [(uuid4(), DAY)], {"starts_at": "13:30"})),
    "edit_following": Try(
        lambda world: (series(world), {"place": "Zaal 3"}), lambda world: cancel_last(world)
    ),
    "arrange_agenda": Try(lambda world: (world.meeting, [uuid4()]), lambda world: (begun(world), end(world))),
    "add_seat": Try(lambda world: (uuid4(), begun(world).meeting, {"name": "Gast Proef"}), end),
    "invite_member": Try(
        lambda world: (uuid4(), begun(world).meeting, made(team.add_member, world, {"name": "Flex Proef"})),
        end,
    ),
    "edit_seat": Try(lambda world: (begun(world).seat("Moeder"), {"name": "Moeder"}), end),
    "set_presence": Try(lambda world: (begun(world).seat("Moeder"), Presence.PRESENT), end),
    "remove_seat": Try(lambda world: (begun(world).seat("Moeder"),), end),
    # running
    "open_meeting": Try(lambda world: (world.meeting,), begun),
    "pause_meeting": Try(lambda world: (begun(world).meeting,), end),
    "resume_meeting": Try(lambda world: (begun(world).meeting,), end),
    "count_gap_as_pause": Try(lambda world: (begun(world).meeting, world.clock()), end),
    "note_sign_of_life": Try(lambda world: (begun(world).meeting,), end),
    "go_to_item": Try(lambda world: (begun(world).item,), end),
    "go_to_step": Try(lambda world: (begun(world).item, Step.ROUND), end),
    "edit_discussion": Try(lambda world: (begun(world).item, {"family_words": "Een vaste plek"}), end),
    "finish_item": Try(lambda world: (begun(world).item, "Proef: tijd is om"), end),
    "postpone_item": Try(lambda world: (begun(world).item,), end),
    "close_meeting": Try(
        lambda world: (world.do(live.finish_item, begun(world).item, "Proef") and world.meeting,),
        lambda world: world.do(live.close_meeting, world.meeting),
    ),
    "reopen_meeting": Try(lambda world: (end(begun(world)) or world.meeting,), other_meeting_newer),
    # what is said
    "capture": Try(lambda world: (uuid4(), begun(world).item, {"text": "Hij slaapt bij mij wel"}), end),
    "edit_contribution": Try(lambda world: (line(world), {"text": "Anders gezegd"}), end),
    "convert_contribution": Try(lambda world: (line(world), ContributionKind.STRENGTH), end),
    "mark_used": Try(lambda world: (line(world),), end),
    "undo_capture": Try(lambda world: (line(world) and world.item,), end),
    "withdraw_contribution": Try(lambda world: (line(world),), end),
    "redo_capture": Try(lambda world: (taken_back(world) and world.item,), end),
    "restore_contribution": Try(lambda world: (taken_back(world),), end),
    # options
    "add_option": Try(lambda world: (uuid4(), begun(world).item, {"text": "Terug naar huis"}), end),
    "edit_option": Try(lambda world: (option(world), {"why": "Past bij zijn wens"}), end),
    "judge_option": Try(lambda world: (option(world), Principle.NEAR_HOME, PrincipleVerdict.FITS), end),
    "remove_option": Try(lambda world: (option(world),), end),
    # advice
    "edit_advice": Try(lambda world: (begun(world).item, {"summary": "Een vaste plek."}), establish),
    "add_advice_item": Try(lambda world: (uuid4(), begun(world).item, {"what": "Zoek een plek"}), establish),
    "edit_advice_item": Try(lambda world: (advice_item(world), {"goal": "Rust"}), establish),
    "move_advice_item": Try(lambda world: (advice_item(world), 1), establish),
    "remove_advice_item": Try(lambda world: (advice_item(world),), establish),
    "mark_read_aloud": Try(lambda world: (begun(world).item,), end),
    "record_reaction": Try(
        lambda world: (begun(world).item, world.seat("Moeder"), {"view": FamilyView.AGREE, "words": "Fijn"}),
        end,
    ),
    "establish_advice": Try(
        lambda world: (
            world.do(advices.edit_advice, begun(world).item, {"summary": "Een vaste plek."})
            or (made(advices.add_advice_item, world, world.item, {"what": "Zoek"}) and world.item),
        ),
        establish,
    ),
    "revise_advice": Try(
        lambda world: (establish(begun(world)) or world.item,),
        lambda world: world.do(advices.revise_advice, world.item),
    ),
    # mandate
    "add_commitment": Try(lambda world: (uuid4(), begun(world).item, {"what": "Dagbesteding"}), establish),
    "edit_commitment": Try(lambda world: (commitment(world), {"what": "Mentor blijft"}), establish),
    "remove_commitment": Try(lambda world: (commitment(world),), establish),
    "answer_mandate": Try(
        lambda world: (commitment(world), world.koraal, {"result": MandateResult.ASK}), establish
    ),
    "clear_mandate": Try(lambda world: (answered(world),), establish),
    # agreements
    "name_director": Try(
        lambda world: (begun(world).item, DirectionRole.PROCESS_DIRECTOR, {"name": "Regie Proef"}), establish
    ),
    "add_agreed_action": Try(
        lambda world: (uuid4(), begun(world).item, {"what": "Bel de school"}), establish
    ),
    "edit_agreed_action": Try(lambda world: (agreed(world), {"owner": "Moeder", "due_on": DAY}), establish),
    "remove_agreed_action": Try(lambda world: (agreed(world),), establish),
    "set_evaluation": Try(lambda world: (begun(world).item, EvaluationMoment.TWO_WEEKS, DAY), establish),
    # signals, letters
    "add_signal": Try(lambda world: (uuid4(), begun(world).item, {"text": "Wachtlijst van een jaar"}), end),
    "edit_signal": Try(lambda world: (signal(world), {"text": "Wachtlijst van twee jaar"}), end),
    "remove_signal": Try(lambda world: (signal(world),), end),
    "register_letters": Try(letter),
    "override_letter": Try(override),
    "withdraw_override": Try(lambda world: (overridden(world),)),
    "edit_letter": Try(lambda world: (written(world), {"sent_on": DAY, "sent_how": "per post"})),
    # after the meeting
    "add_case_action": Try(
        lambda world: (
            uuid4(),
            world.case,
            {"what": "Bel de gemeente", "owner": "Regie Proef", "due_on": DAY},
        ),
        withdraw,
    ),
    "set_action_status": Try(lambda world: (after.discuss(world).action, ActionStatus.DONE), shut),
    "move_action_date": Try(lambda world: (after.discuss(world).action, DAY, "School was dicht"), shut),
    "move_actions": Try(
        lambda world: ([after.discuss(world).action], {"owner": "Ander Proef", "reason": "Vertrek"}), shut
    ),
    "answer_mandate_later": Try(
        lambda world: (uuid4(), after.discuss(world).mandate, {"result": MandateResult.YES}), shut
    ),
    "add_case_entry": Try(lambda world: (uuid4(), world.case, {"text": "School gebeld"}), withdraw),
    "edit_case_entry": Try(lambda world: (after.entered(world), {"text": "Gemeente gebeld"}), withdraw),
    "withdraw_case_entry": Try(lambda world: (after.entered(world),), withdraw),
    "propose_hand_over": Try(
        lambda world: (
            followed(world) and uuid4(),
            world.case,
            DirectionRole.PROCESS_DIRECTOR,
            "Verlof",
            {"name": "Ander Proef"},
        ),
        shut,
    ),
    "accept_hand_over": Try(lambda world: (followed(world) and after.proposed(world),), shut),
    "decline_hand_over": Try(lambda world: (followed(world) and after.proposed(world), "Geen tijd"), shut),
    "edit_direction": Try(lambda world: (followed(world).direction, {"deputy": "Vervanger Proef"}), shut),
    "appoint_director": Try(
        lambda world: (
            followed(world) and uuid4(),
            world.case,
            DirectionRole.CASE_MANAGER,
            {"name": "Casus Proef"},
        ),
        shut,
    ),
    "record_outcome": Try(
        lambda world: (uuid4(), followed(world).advice_item, {"result": OutcomeResult.CARRIED_OUT}), shut
    ),
    "edit_report": Try(lambda world: (followed(world).evaluation, {"situation": "Het gaat beter"}), shut),
    "finish_evaluation": Try(
        lambda world: (after.report(world, held := followed(world)) or held.evaluation,), shut
    ),
    "postpone_evaluation": Try(
        lambda world: (uuid4(), followed(world).evaluation, {"to_on": date(2026, 12, 14), "reason": "Ziek"}),
        shut,
    ),
    "plan_evaluation": Try(
        lambda world: (followed(world) and uuid4(), world.case, DAY, EvaluationMoment.EXTRA), shut
    ),
    "ask_escalation": Try(
        lambda world: (
            followed(world) and uuid4(),
            world.case,
            {"level": EscalationLevel.BEN, "to_whom": "BEN Proef", "question": "Wie heeft een plek?"},
        ),
        shut,
    ),
    "answer_escalation": Try(lambda world: (followed(world) and after.escalated(world), after.ANSWER), shut),
    "end_escalation": Try(lambda world: (followed(world) and after.answered(world), "Plek gevonden"), shut),
    "close_case": Try(
        lambda world: (
            after.settle(world, followed(world)) or uuid4(),
            world.case,
            {"kind": ClosingKind.SOLVED, "stays_responsible": "Wijkteam Venlo"},
        ),
        shut,
    ),
    "note_closing_letter": Try(
        lambda world: (after.close_case(world, followed(world)), {"letter_on": DAY, "letter_how": "per post"})
    ),
    "edit_closing": Try(
        lambda world: (after.close_case(world, followed(world)), {"stays_responsible": "Wijkteam Proef"}),
        lambda world: world.do(closing.reopen_case, world.case, "Hoe nu verder?"),
    ),
    "reopen_case": Try(
        lambda world: (
            after.close_case(world, followed(world)) and world.case,
            "Hoe verder na de verhuizing?",
        ),
        lambda world: world.do(closing.reopen_case, world.case, "Hoe nu verder?"),
    ),
    "add_complaint": Try(lambda world: (uuid4(), world.case, {"from_whom": "moeder", "about": "Te laat"})),
    "edit_complaint": Try(
        lambda world: (after.complained(world), {"handled_by": "Manager Proef"}), answer_all
    ),
    "answer_complaint": Try(
        lambda world: (after.complained(world), {"outcome": ComplaintOutcome.SETTLED}), answer_all
    ),
    "log_consultation": Try(lambda world: (uuid4(), {"about": "Vraag over thuiszitten"})),
    "edit_consultation": Try(lambda world: (after.consulted(world), {"minutes": 15}), register_all),
    "remove_consultation": Try(lambda world: (after.consulted(world),), register_all),
    "register_consultation": Try(lambda world: (after.consulted(world), uuid4()), register_all),
}

NO_STATE = {
    # may be done at any moment; the refusal without an advice is tested with the letters
    "edit_region", "add_organisation", "edit_organisation", "add_member", "edit_member", "end_member",
    "note_closing_letter", "add_complaint", "log_consultation",
    "edit_sent", "mark_all_sent", "import_registration", "view_document", "export_document",
    "add_template", "choose_template", "edit_template",
    "register_case", "view_case", "plan_meeting", "plan_series", "register_letters", "edit_letter", "override_letter", "withdraw_override",
    # access: these stand apart from any state
    "replace_recovery", "begin_fresh_key", "finish_fresh_key", "note_entry",
    "note_backup", "note_restore", "note_restore_test", "inspect_case",
    "view_log", "note_search", "note_print", "note_export",
    # refused in its own test: the region exists already in every other test
    "found_region",
}  # fmt: skip


def log_of(world: World) -> list[LogEntry]:
    return world.ask(lambda session: list(session.exec(select(LogEntry).order_by(LogEntry.sequence))))


def test_every_action_is_in_the_table() -> None:
    assert set(TABLE) == set(ACTIONS)
    assert set(ACTIONS) <= set(ACTION_WORDS), (
        "what it is called in the table of rights: domain/action_words.py"
    )
    assert {name for name, each in TABLE.items() if each.wrong is None} == NO_STATE


@pytest.mark.parametrize("name", sorted(set(TABLE) - {"found_region"}))
def test_right_done_and_logged(world: World, name: str) -> None:
    each, action = TABLE[name], ACTIONS[name].function
    arguments = each.ready(world)
    before = len(log_of(world))
    world.do(action, *arguments, **each.keywords(world))
    new = log_of(world)[before:]
    assert new
    assert {(entry.action, entry.result, entry.actor_id) for entry in new} == {(name, "gedaan", world.chair)}
    assert all(has_words(name, entry.object_kind) for entry in new), "who reads the log reads Dutch"


@pytest.mark.parametrize("name", sorted(name for name in TABLE if ACTIONS[name].right is not None))
def test_no_right_refused(world: World, name: str) -> None:
    each, action = TABLE[name], ACTIONS[name]
    arguments = each.ready(world)
    roles = [role for role in RIGHTS if action.right is not None and not may(role, action.right)]
    assert roles, "a right that everybody has protects nothing"
    for role in roles:
        before = log_of(world)
        with world.as_role(role), pytest.raises(NotAllowed):
            world.do(action.function, *arguments, **each.keywords(world))
        after = log_of(world)
        assert [(entry.action, entry.result) for entry in after[len(before) :]] == [
            (name, "geweigerd: NotAllowed")
        ]


@pytest.mark.parametrize("name", sorted(name for name, each in TABLE.items() if each.wrong is not None))
def test_wrong_state_refused(world: World, name: str) -> None:
    each, action = TABLE[name], ACTIONS[name].function
    arguments = each.ready(world)
    assert each.wrong is not None
    each.wrong(world)
    before = len(log_of(world))
    with pytest.raises(WrongState) as refused:
        world.do(action, *arguments, **each.keywords(world))
    assert refused.value.message.endswith(".")
    assert [(entry.action, entry.result) for entry in log_of(world)[before:]] == [
        (name, "geweigerd: WrongState")
    ]


def test_a_region_is_founded_once(world: World) -> None:
    each = TABLE["found_region"]
    with pytest.raises(WrongState):
        world.do(setup.found_region, *each.ready(world), **each.keywords(world))


def test_reader_sees_figures_only() -> None:
    assert {right.value for right in RIGHTS[Role.READER]} == {"cijfers inzien"}


def test_times_move_on(world: World) -> None:
    """The clock of the test world is the desk's clock."""
    world.begin()
    first = log_of(world)[-1].at
    world.clock.forward(minutes=3)  # type: ignore[attr-defined]
    world.do(live.note_sign_of_life, world.meeting)
    assert log_of(world)[-1].at - first == timedelta(minutes=3)
