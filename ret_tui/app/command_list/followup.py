"""Commands of what happens after the meeting."""

from __future__ import annotations

from ret_tui.app.command import Command, Where

TODAY = "Vandaag"
FOLLOW = "Procesregie"
CASE = "Casus volgen"
CLOSED = "Afgesloten casus"
ACTIONS = "Afspraken"
EVALUATION = "Evaluatie"
CONSULTATIONS = "Consultaties"

COMMANDS: tuple[Command, ...] = (
    # today
    Command(
        "today.deal", "k", "klaar", "Handel deze regel af: klaar, beantwoord of verstuurd.", TODAY, Where.LIST
    ),
    Command(
        "today.note",
        "b",
        "gebeld",
        "Schrijf een telefoongesprek in het logboek van deze casus.",
        TODAY,
        Where.LIST,
    ),
    Command(
        "today.agenda", "a", "op de agenda", "Zet deze casus op een overleg dat komt.", TODAY, Where.LIST
    ),
    Command(
        "today.filter",
        "f4",
        "van wie",
        "Toon alleen wat van één persoon, organisatie, gemeente of deel van het team is.",
        TODAY,
    ),
    # all cases that are followed
    Command(
        "follow.open",
        "enter",
        "volgen",
        "Open wat er na het overleg van deze casus loopt.",
        FOLLOW,
        Where.LIST,
    ),
    Command(
        "follow.which",
        "f4",
        "welke",
        "Toon alleen de longlist, van één procesregisseur of één gemeente.",
        FOLLOW,
    ),
    Command(
        "follow.agenda",
        "a",
        "op de agenda",
        "Zet deze casus op een overleg dat komt; alles wat openstaat gaat mee.",
        FOLLOW,
        Where.LIST,
    ),
    Command("follow.actions", "f5", "alle afspraken", "Naar de afspraken van alle casussen.", FOLLOW),
    # one case that is followed
    Command("followed.open", "enter", "openen", "Open deze regel, of vul aan.", CASE, Where.LIST),
    Command(
        "followed.add",
        "ctrl+n",
        "nieuw",
        "Voeg iets toe: logboek, afspraak, evaluatie, opschaling of klacht.",
        CASE,
    ),
    Command("followed.done", "k", "klaar", "Deze afspraak is klaar.", CASE, Where.LIST),
    Command(
        "followed.stuck", "v", "vastgelopen", "Deze afspraak loopt vast; vraagt waarom.", CASE, Where.LIST
    ),
    Command(
        "followed.date",
        "d",
        "datum",
        "Zet een andere datum bij deze afspraak; vraagt waarom.",
        CASE,
        Where.LIST,
    ),
    Command("followed.log", "b", "logboek", "Schrijf een resultaat, gesprek of feit op.", CASE, Where.LIST),
    Command(
        "followed.hand_over",
        "f4",
        "regie",
        "Draag de procesregie of casusregie over met een reden, of benoem iemand.",
        CASE,
    ),
    Command("followed.escalate", "f8", "opschalen", "Vraag hulp aan procesversneller, BEN of bestuur.", CASE),
    Command("followed.timeline", "f5", "tijdlijn", "Zie het hele verloop van deze casus in één beeld.", CASE),
    Command(
        "followed.close", "f9", "afsluiten", "Sluit deze casus af; elk advies heeft dan een uitkomst.", CASE
    ),
    Command("followed.reopen", "f9", "heropenen", "Heropen deze casus op een nieuwe vraag.", CLOSED),
    Command("followed.case", "ctrl+o", "aanmelding", "Open de aanmelding van deze casus.", CASE, bar=False),
    # all actions
    Command(
        "actions.mark",
        "space",
        "kiezen",
        "Kies deze afspraak, of niet meer, om over te dragen.",
        ACTIONS,
        Where.LIST,
    ),
    Command(
        "actions.mark_all",
        "a",
        "alles kiezen",
        "Kies alle afspraken die getoond worden.",
        ACTIONS,
        Where.LIST,
    ),
    Command("actions.move", "f9", "overdragen", "Geef de gekozen afspraken aan iemand anders.", ACTIONS),
    Command("actions.done", "k", "klaar", "Deze afspraak is klaar.", ACTIONS, Where.LIST),
    Command(
        "actions.state",
        "s",
        "stand",
        "Kies de stand: bezig, vastgelopen, vervallen, weer open.",
        ACTIONS,
        Where.LIST,
    ),
    Command("actions.date", "d", "datum", "Zet een andere datum; vraagt waarom.", ACTIONS, Where.LIST),
    Command(
        "actions.filter",
        "f4",
        "welke",
        "Toon alleen de afspraken van één persoon, organisatie, gemeente of stand.",
        ACTIONS,
    ),
    Command("actions.case", "o", "naar casus", "Open de casus van deze afspraak.", ACTIONS, Where.LIST),
    Command(
        "actions.open", "enter", "geschiedenis", "Zie wat er met deze afspraak gebeurde.", ACTIONS, Where.LIST
    ),
    # one evaluation
    Command("evaluation.carried_out", "u", "uitgevoerd", "Dit advies is uitgevoerd.", EVALUATION, Where.LIST),
    Command(
        "evaluation.partly",
        "d",
        "deels",
        "Dit advies is deels uitgevoerd; vraagt waarom.",
        EVALUATION,
        Where.LIST,
    ),
    Command(
        "evaluation.not_done",
        "n",
        "niet",
        "Dit advies is niet uitgevoerd; vraagt waarom.",
        EVALUATION,
        Where.LIST,
    ),
    Command(
        "evaluation.running", "l", "loopt nog", "Dit advies loopt nog en blijft open.", EVALUATION, Where.LIST
    ),
    Command(
        "evaluation.report",
        "f4",
        "verslag",
        "Schrijf hoe het ervoor staat en wat het gezin zegt.",
        EVALUATION,
    ),
    Command(
        "evaluation.note",
        "b",
        "gebeld",
        "Schrijf een telefoongesprek op; het blijft bij deze evaluatie.",
        EVALUATION,
        Where.LIST,
    ),
    Command(
        "evaluation.letters",
        "f5",
        "brieven",
        "Maak en lees de evaluatiebrieven, of leg vast dat zij verstuurd zijn.",
        EVALUATION,
    ),
    Command("evaluation.postpone", "f8", "uitstellen", "Kies een andere dag; vraagt waarom.", EVALUATION),
    Command("evaluation.finish", "f9", "afronden", "Rond deze evaluatie af.", EVALUATION),
    # consultations
    Command(
        "consultations.new",
        "ctrl+n",
        "nieuwe consultatie",
        "Schrijf een korte consultatie op, zonder namen.",
        CONSULTATIONS,
    ),
    Command("consultations.open", "enter", "openen", "Wijzig deze consultatie.", CONSULTATIONS, Where.LIST),
    Command(
        "consultations.register",
        "f9",
        "wordt aanmelding",
        "Maak hiervan een aanmelding; de koppeling blijft.",
        CONSULTATIONS,
    ),
    Command(
        "consultations.remove",
        "delete",
        "weghalen",
        "Haal weg wat bij vergissing is opgeschreven.",
        CONSULTATIONS,
        Where.LIST,
    ),
)
