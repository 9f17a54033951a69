"""The letter to the referrer (domain §9): the advice with its grounds, who promised what, and who directs."""

from __future__ import annotations

from ret_tui.documents import common
from ret_tui.documents.common import Missing
from ret_tui.documents.dutch import sentence
from ret_tui.documents.facts import CommitmentLine, Participant, ReferrerLetterFacts
from ret_tui.documents.spec import LetterSpec, Place, Shape, Values
from ret_tui.domain.errors import Gap
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import MandateResult

NOTHING = "–"
"""Stands in a cell of a table that has nothing to say."""

PLACES = (
    *common.HEAD_PLACES,
    Place("jeugdige", "Over wie het gaat"),
    Place("datum_gesprek", "Dag van het overleg"),
    Place("deelnemers", "Wie aan tafel zaten, met hun rol", Shape.TEXTS, each="deelnemer"),
    Place("vraag", "De vraag die is voorgelegd"),
    Place("antwoord", "Het antwoord op de vraag", may_be_empty=True),
    Place("advies_kort", "Het advies in hoogstens drie zinnen"),
    Place("analyse", "De analyse in het kort"),
    Place(
        "hypothesen",
        "Hypothesen met hun status",
        Shape.ROWS,
        each="hypothese",
        fields={"tekst": "De hypothese", "status": "De status", "volgens": "Volgens wie"},
        may_be_empty=True,
    ),
    *common.RECOGNITION_PLACES,
    Place("waarom_advies", "Waarom dit advies", may_be_empty=True),
    common.ADVICE_PLACE,
    Place(
        "afgevallen",
        "Wat is overwogen en afgevallen",
        Shape.ROWS,
        each="richting",
        fields={"wat": "De mogelijkheid", "waarom": "Waarom niet"},
        optional_fields=frozenset({"waarom"}),
        may_be_empty=True,
    ),
    Place("overbrugging", "Wat er gebeurt tot de hulp start", may_be_empty=True),
    Place("veiligheid", "Afspraken over veiligheid", may_be_empty=True),
    Place("school", "School of werk", may_be_empty=True),
    Place("perspectief", "De langere termijn, met stappen", may_be_empty=True),
    Place("bij_18_jaar", "Wat er bij 18 jaar gebeurt", may_be_empty=True),
    Place(
        "toezeggingen",
        "Toezeggingen met mandaat en financiering",
        Shape.ROWS,
        each="toezegging",
        fields={
            "organisatie": "De organisatie",
            "wat": "Wat is toegezegd",
            "mandaat": "Uitkomst van de mandaatcheck",
            "toelichting": "Voorwaarde, grens, wie beslist, wat in plaats daarvan",
            "datum": "Uiterlijk wanneer beslist",
            "financiering": "Waaruit betaald",
        },
        optional_fields=frozenset({"toelichting"}),
        may_be_empty=True,
    ),
    *common.person_places("procesregisseur", "de procesregisseur", may_be_empty=False),
    *common.person_places("casusregisseur", "de casusregisseur", may_be_empty=True),
    common.ACTIONS_PLACE,
    Place(
        "evaluaties",
        "Momenten van evaluatie",
        Shape.ROWS,
        each="evaluatie",
        fields={"moment": "Welk moment", "datum": "De datum"},
    ),
    Place("opschaling", "Wat er gebeurt als het advies niet start", may_be_empty=True),
    Place("datum_opschaling", "Vanaf wanneer wordt opgeschaald", may_be_empty=True),
    Place("tekst_bindend", "Wat het advies bindt (instelling van de regio)"),
    common.REACTIONS_PLACE,
    Place("afwijkende_mening", "Afwijkende mening, ook van het gezin", may_be_empty=True),
    Place("doorgeven", "Wat mag worden doorgegeven, en aan wie"),
)


def gaps(facts: ReferrerLetterFacts) -> tuple[Gap, ...]:
    """What stops the letter, in the order in which the letter tells it."""
    missing = Missing()
    common.need_head(missing, facts.head, "case.applicant_name")
    missing.need(facts.young_person, "Voornaam van de jeugdige", "case.first_name")
    missing.need(facts.meeting_date, "Datum van het overleg", "meeting.held_on")
    missing.need(facts.question, "De vraag in één zin", "case.question")
    missing.need(facts.participants, "Wie aan tafel zaten", "seat.presence")
    missing.need(facts.summary, "Advies in het kort", "advice.summary")
    missing.need(facts.analysis, "Analyse in het kort", "analysis.in_plain_words")
    for row, hypothesis in enumerate(facts.hypotheses, 1):
        missing.need(hypothesis.text, f"Hypothese {row}", f"analysis.hypotheses.{row}.text")
        missing.need(hypothesis.status, f"Hypothese {row}: status", f"analysis.hypotheses.{row}.status")
    common.need_advice(missing, facts.advice, facts.why)
    for row, option in enumerate(facts.dropped, 1):
        missing.need(option.what, f"Afgevallen richting {row}: wat", f"options.{row}.text")
    for number, commitment in enumerate(facts.commitments, 1):
        _need_commitment(missing, commitment.row or number, commitment)
    common.need_director(missing, facts.process_director)
    common.need_actions(missing, facts.actions)
    if missing.need(facts.evaluations, "Datum van de evaluatie", "evaluation.due_on"):
        for row, moment in enumerate(facts.evaluations, 1):
            missing.need(moment.moment, f"Evaluatie {row}: moment", f"evaluation.{row}.moment")
            missing.need(moment.on, f"Evaluatie {row}: datum", f"evaluation.{row}.due_on")
    missing.need(facts.binding, "Wat het advies bindt", "region.binding_text")
    missing.need(facts.passing_on, "Wat mag worden doorgegeven", "advice.may_pass_on")
    common.need_signature(missing, facts.head)
    return missing.gaps()


def _need_commitment(missing: Missing, row: int, line: CommitmentLine) -> None:
    missing.need(line.organisation, f"Toezegging {row}: organisatie", f"commitments.{row}.organisation")
    missing.need(line.promise, f"Toezegging {row}: wat", f"commitments.{row}.what")
    if line.result is not MandateResult.YES:
        which = f"Toezegging {row}, {line.organisation}" if line.organisation.strip() else f"Toezegging {row}"
        missing.need(line.decided_by, f"{which}: wie beslist", f"commitments.{row}.decided_by")
        missing.need(line.decide_before, f"{which}: uiterlijk", f"commitments.{row}.decide_before")


def values(facts: ReferrerLetterFacts) -> Values:
    """The facts under the names a secretary knows."""
    return {
        **common.head_values(facts.head, "Geachte"),
        "jeugdige": facts.young_person,
        "datum_gesprek": common.day_text(facts.meeting_date, with_weekday=True),
        "deelnemers": common.some(_participant(each) for each in facts.participants),
        "vraag": facts.question,
        "antwoord": facts.answer,
        "advies_kort": facts.summary,
        "analyse": facts.analysis,
        "hypothesen": [
            {
                "tekst": each.text,
                "status": each.status,
                "volgens": common.filled(each.according_to) or NOTHING,
            }
            for each in facts.hypotheses
        ],
        **common.recognition_values("Het gezin herkent", facts.recognition),
        "waarom_advies": facts.why,
        "adviezen": common.advice_values(facts.advice),
        "afgevallen": [{"wat": each.what, "waarom": each.why} for each in facts.dropped],
        "overbrugging": facts.bridging,
        "veiligheid": facts.safety,
        "school": facts.school,
        "perspectief": facts.perspective,
        "bij_18_jaar": facts.at_eighteen,
        "toezeggingen": [_commitment(each) for each in facts.commitments],
        **common.person_values("procesregisseur", facts.process_director),
        **common.person_values("casusregisseur", facts.case_manager),
        "afspraken": common.action_values(facts.actions),
        "evaluaties": [
            {"moment": each.moment, "datum": common.day_text(each.on, with_weekday=True)}
            for each in facts.evaluations
        ],
        "opschaling": facts.escalation,
        "datum_opschaling": common.day_text(facts.escalate_on),
        "tekst_bindend": facts.binding,
        "reacties": common.reaction_values(facts.reactions),
        "afwijkende_mening": facts.dissent,
        "doorgeven": facts.passing_on,
    }


def _participant(person: Participant) -> str:
    who = ", ".join(common.some((person.name, person.organisation)))
    return ": ".join(common.some((person.role, who)))


def _commitment(line: CommitmentLine) -> dict[str, str]:
    details = (
        ("Voorwaarde", line.condition),
        ("Grens", line.limit),
        ("Beslist", line.decided_by),
        ("In plaats daarvan", line.instead),
    )
    contract = {None: "", True: "gecontracteerd", False: "niet gecontracteerd"}[line.contracted]
    return {
        "organisatie": line.organisation,
        "wat": line.promise,
        "mandaat": line.result.label,
        "toelichting": "\n".join(sentence(f"{name}: {text}") for name, text in details if text.strip()),
        "datum": common.day_text(line.decide_before) or NOTHING,
        "financiering": ", ".join(each for each in (line.funding, contract) if each.strip()) or NOTHING,
    }


SPEC = LetterSpec(
    kind=LetterKind.REFERRER,
    template="brief-verwijzer.docx",
    title="Advies van het expertteam",
    places=PLACES,
    facts=ReferrerLetterFacts,
    gaps=gaps,
    values=values,
)
