"""Made-up letters with the advice; all persons are invented."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from ret_tui.documents.facts import (
    Addressee,
    AdviceLine,
    ChildLetterFacts,
    CommitmentLine,
    DroppedLine,
    EvaluationLine,
    Head,
    HypothesisLine,
    LetterFacts,
    ParentsLetterFacts,
    Participant,
    Person,
    Reaction,
    Recognition,
    ReferrerLetterFacts,
    Sender,
    Sentences,
    Signature,
    WhoDoesWhat,
    YoungPersonLetterFacts,
    YoungTeenLetterFacts,
)
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import FamilyView, MandateResult, Recognised

_SENDER = Sender(
    name="RET Voorbeeldregio",
    address="Proefplein 1\n1234 AB Voorbeeldstad",
    phone="000 123 45 67",
    email="ret@voorbeeldregio.example",
)
_DIRECTOR = Person(
    "R. Regisseur", "06 00 00 00 01", "Gemeente Voorbeeldstad", "regisseur@voorbeeld.example", "V. Vervanger"
)
_MANAGER = Person(
    "H. Hulpverlener", "06 00 00 00 02", "Zorgaanbieder Proef", "hulpverlener@voorbeeld.example", "T. Tweede"
)
_MEETING = date(2026, 11, 21)
_ACTIONS = (
    WhoDoesWhat("Een kamer vrijhouden in het gezinshuis", "Zorgaanbieder Proef", date(2026, 11, 28)),
    WhoDoesWhat("Praten met school over twee ochtenden per week", "R. Regisseur", date(2026, 12, 4)),
    WhoDoesWhat("Elke week bellen met Sam", "H. Hulpverlener", date(2026, 11, 25)),
)
_TALKS = (date(2026, 12, 5), date(2027, 1, 2), date(2027, 2, 21))


def _head(addressee: Addressee) -> Head:
    return Head(
        sender=_SENDER,
        addressee=addressee,
        signature=Signature("V. Voorzitter", "voorzitter"),
        reference="2026-014",
        written_on=date(2026, 11, 24),
        draft=True,
    )


PARENTS = ParentsLetterFacts(
    head=_head(Addressee("mevrouw Testmoeder", "Voorbeeldstraat 12\n1234 AB Voorbeeldstad")),
    sentences=Sentences(
        binding="De organisaties aan tafel hebben afgesproken dat zij dit advies uitvoeren. U kiest zelf of u de hulp wilt.",
        complaint="Bel ons dan eerst. Komen wij er samen niet uit? Dan kunt u een klacht indienen bij de gemeente.",
        confidant="U kunt ook praten met een onafhankelijke vertrouwenspersoon. Dat is gratis. Bel 088 555 10 00 (Jeugdstem).",
        data="U mag uw gegevens zien en laten verbeteren. U mag er ook uw eigen verhaal bij zetten. Bel of mail ons daarvoor.",
    ),
    first_name="Sam",
    meeting_date=_MEETING,
    present=("u", "Sam", "de mentor van Sam", "de jeugdbescherming", "vier experts", "de voorzitter"),
    question="Hoe komt er een plek waar Sam kan blijven wonen?",
    summary=(
        "Sam verhuist naar een klein gezinshuis en blijft daar. De mentor van Sam gaat mee. "
        "Sam gaat weer twee ochtenden per week naar school."
    ),
    family_words="Hij slaapt bij mij wel en daar niet. Ik wil dat het slepen met hem ophoudt.",
    young_person_words="Ik wil gewoon weten waar ik over een jaar woon.",
    strengths=(
        "Sam vertrouwt zijn mentor.",
        "U en Sam bellen elke dag met elkaar.",
        "Sam werkt graag met zijn handen.",
    ),
    understanding=(
        "Sam is vaak verhuisd. Daardoor vertrouwt hij een nieuwe plek niet snel. Als hij niet weet hoe lang hij mag blijven, "
        "wordt hij gespannen. Dan gaat het mis in de groep en moet hij weer weg. Zo blijft het doorgaan."
    ),
    difficulties=("De begeleiders wisselen vaak.", "Sam gaat al een jaar niet naar school."),
    recognition=Recognition(
        Recognised.PARTLY, "Het begon al op de basisschool, toen hij niet meer mee mocht op kamp."
    ),
    why="Wij willen dat er rust komt en dat Sam weet waar hij aan toe is.",
    advice=(
        AdviceLine(
            "Sam gaat wonen in een klein gezinshuis in de buurt van zijn moeder",
            "Een vaste plek met vaste mensen geeft hem rust",
            "Sam woont over een jaar nog op dezelfde plek",
            "Zorgaanbieder Proef",
            date(2026, 12, 15),
        ),
        AdviceLine(
            "De mentor van Sam gaat mee naar de nieuwe plek",
            "Sam hoeft dan niet opnieuw te beginnen",
            "Sam houdt iemand die hij vertrouwt",
            "Zorgaanbieder Proef",
            date(2026, 12, 1),
        ),
        AdviceLine(
            "Sam gaat twee ochtenden per week naar school",
            "Zo krijgt zijn week weer een vorm",
            "Sam haalt zijn praktijkdiploma",
            "De school en de jeugdbescherming",
            date(2027, 1, 11),
        ),
    ),
    school="Sam begint met techniek, omdat hij dat leuk vindt.",
    perspective="Eerst rust. Daarna meer school. Over een jaar kijken wij of Sam de weekenden thuis kan zijn.",
    at_eighteen="De jeugdbescherming regelt een half jaar van tevoren dat de hulp doorgaat.",
    reactions=(
        Reaction("u", FamilyView.AGREE, "Als het maar echt doorgaat."),
        Reaction("Sam", FamilyView.PARTLY, "Ik wil wel, maar niet naar school."),
    ),
    actions=_ACTIONS,
    process_director=_DIRECTOR,
    case_manager=_MANAGER,
    bridging="Tot de verhuizing blijft Sam op de groep. Zijn mentor werkt dan extra uren.",
    safety="Loopt Sam weg? Dan belt de groep eerst u en daarna zijn mentor.",
    whom_to_call="De mentor van Sam, 06 00 00 00 03, dag en nacht",
    next_talks=_TALKS,
    shared_with=("de jeugdbescherming", "de gemeente Voorbeeldstad"),
    correct_before=date(2026, 11, 26),
)

YOUNG_PERSON = YoungPersonLetterFacts(
    head=_head(Addressee("Sam", "Voorbeeldstraat 12\n1234 AB Voorbeeldstad")),
    sentences=Sentences(
        binding="De organisaties hebben afgesproken dat zij dit advies uitvoeren. Jij mag altijd zeggen wat je ervan vindt.",
        complaint="Bel ons dan. Helpt dat niet? Dan kun je een klacht indienen bij de gemeente. Wij leggen je uit hoe dat gaat.",
        confidant="Je kunt ook praten met iemand van Jeugdstem. Die staat aan jouw kant. Dat is gratis. Bel 088 555 10 00.",
        data="Je mag lezen wat wij over je opschrijven. Klopt het niet? Dan passen wij het aan. Je mag ook je eigen verhaal erbij zetten.",
    ),
    meeting_date=_MEETING,
    present=("jij", "je moeder", "je mentor", "de jeugdbescherming", "vier experts", "de voorzitter"),
    question="Hoe komt er een plek waar je kunt blijven wonen?",
    summary="Je verhuist naar een klein gezinshuis en daar blijf je. Je mentor gaat mee. Je gaat weer twee ochtenden naar school.",
    own_words="Ik wil gewoon weten waar ik over een jaar woon.",
    strengths=("Je vertrouwt je mentor.", "Je kunt goed met je handen werken."),
    understanding="Je bent vaak verhuisd. Daarom is het logisch dat je een nieuwe plek niet meteen vertrouwt.",
    why="We willen dat er rust komt en dat je weet waar je aan toe bent.",
    advice=PARENTS.advice,
    school="Je begint met techniek, omdat je dat leuk vindt.",
    perspective="Eerst rust. Daarna meer school. Over een jaar kijken we of je in de weekenden thuis kunt zijn.",
    at_eighteen="Word je 18? Dan gaat de hulp door als jij dat wilt. Dat regelen we een half jaar eerder.",
    reaction=Reaction("je", FamilyView.PARTLY, "Ik wil wel, maar niet naar school."),
    actions=_ACTIONS,
    process_director=_DIRECTOR,
    case_manager=_MANAGER,
    bridging="Tot je verhuist blijf je op de groep. Je mentor is er dan vaker.",
    safety="Wil je weg? Bel dan eerst je mentor.",
    whom_to_call="Je mentor, 06 00 00 00 03, dag en nacht",
    next_talks=_TALKS,
    shared_with=("je moeder", "de jeugdbescherming"),
    correct_before=date(2026, 11, 26),
)

REFERRER = ReferrerLetterFacts(
    head=_head(
        Addressee(
            "de heer J. Jeugdbeschermer",
            "Stichting Proefbescherming\nPostbus 1\n1234 AB Voorbeeldstad",
            "Geachte heer Jeugdbeschermer",
        )
    ),
    young_person="Sam (15 jaar)",
    meeting_date=_MEETING,
    participants=(
        Participant("Jeugdige"),
        Participant("Moeder"),
        Participant("Aanmelder", "J. Jeugdbeschermer", "Stichting Proefbescherming"),
        Participant("Mentor", "M. Mentor", "Zorgaanbieder Proef"),
        Participant("GZ-psycholoog", "G. Psycholoog", "Instelling Een"),
        Participant("Orthopedagoog", "O. Pedagoog", "Instelling Twee"),
        Participant("Voorzitter", "V. Voorzitter", "RET Voorbeeldregio"),
    ),
    question="Welke plek is voor Sam haalbaar en duurzaam, en wie maakt die plek mogelijk?",
    answer="Een kleinschalige woonplek met vaste begeleiding, met de huidige mentor als verbindende persoon.",
    summary=(
        "Kleinschalig wonen in een gezinshuis, zonder einddatum. De mentor gaat mee. "
        "Dagbesteding start tegelijk, te beginnen met twee ochtenden onderwijs."
    ),
    analysis=(
        "Na elf plaatsingen houdt de onzekerheid over verblijf de spanning in stand. Het gedrag dat daaruit volgt, "
        "is telkens reden voor een nieuwe overplaatsing. Het contact met moeder en mentor werkt beschermend."
    ),
    hypotheses=(
        HypothesisLine(
            "De aangekondigde overplaatsing houdt het gedrag in stand", "Gedeeld", "alle aanwezigen"
        ),
        HypothesisLine(
            "Er is sprake van niet eerder onderzocht trauma", "Betwist", "behandelgroep en GZ-psycholoog"
        ),
    ),
    recognition=Recognition(Recognised.PARTLY, "Volgens moeder begon het eerder, op de basisschool."),
    why="Het advies is zo thuis, zo licht en zo kort mogelijk, met perspectief voor de lange termijn.",
    advice=(
        AdviceLine(
            "Plaatsing in een gezinshuis in de regio, zonder einddatum",
            "Doorplaatsen is de belangrijkste in stand houdende factor",
            "Sam woont over twaalf maanden op dezelfde plek",
            "Zorgaanbieder Proef",
            date(2026, 12, 15),
        ),
        AdviceLine(
            "Continuïteit van de mentor, ook na de verhuizing",
            "De band met de mentor is de sterkste beschermende factor",
            "Eén vaste vertrouwde volwassene",
            "Zorgaanbieder Proef",
            date(2026, 12, 1),
        ),
        AdviceLine(
            "Traumadiagnostiek na acht weken stabiel verblijf",
            "Onderzoek is pas zinvol als er rust is",
            "Duidelijkheid over behandeling",
            "Instelling Een",
            date(2027, 2, 15),
        ),
    ),
    dropped=(
        DroppedLine("Plaatsing in JeugdzorgPlus", "Te zwaar en zonder perspectief daarna"),
        DroppedLine("Terug naar huis", "Nu niet haalbaar; weer bekijken bij de evaluatie na zes maanden"),
    ),
    bridging="Sam blijft op de huidige groep tot de verhuizing, met acht extra uren mentorbegeleiding per week.",
    safety="De veiligheidsafspraken van 2 november blijven gelden; de mentor ziet daarop toe.",
    school="Twee ochtenden praktijkonderwijs techniek; de leerplichtambtenaar is akkoord met de opbouw.",
    perspective="Rust en vaste mensen (3 maanden), opbouw van onderwijs (6 maanden), weekenden thuis (12 maanden).",
    at_eighteen="Uiterlijk op 16,5 jaar een plan voor wonen en hulp na 18, met de Wmo-consulent erbij.",
    commitments=(
        CommitmentLine(
            "Zorgaanbieder Proef",
            "Plek in gezinshuis De Proef, zonder einddatum",
            MandateResult.YES_IF,
            condition="24-uurs bezetting in de eerste zes weken",
            limit="één plek, tot 18 jaar",
            decided_by="manager wonen",
            decide_before=date(2026, 11, 25),
            funding="Maatwerkbudget",
            contracted=True,
        ),
        CommitmentLine(
            "Gemeente Voorbeeldstad",
            "Betalen van de extra begeleiding",
            MandateResult.ASK,
            decided_by="teamleider toegang",
            decide_before=date(2026, 11, 28),
            funding="Maatwerkbudget",
        ),
        CommitmentLine(
            "Instelling Een", "Traumadiagnostiek", MandateResult.YES, funding="Regulier", contracted=True
        ),
        CommitmentLine(
            "Instelling Twee",
            "Dagbesteding binnen twee weken",
            MandateResult.NO,
            decided_by="directeur behandeling",
            decide_before=date(2026, 11, 30),
            instead="De school start eerder, met begeleiding van Zorgaanbieder Proef",
            funding="Niet-gecontracteerde zorg",
            contracted=False,
        ),
    ),
    process_director=_DIRECTOR,
    case_manager=_MANAGER,
    actions=_ACTIONS,
    evaluations=(
        EvaluationLine("2 weken", date(2026, 12, 5)),
        EvaluationLine("6 weken", date(2027, 1, 2)),
        EvaluationLine("3 maanden", date(2027, 2, 21)),
    ),
    escalation="De procesregisseur legt het advies voor aan de procesversneller en daarna aan het bovenregionale netwerk.",
    escalate_on=date(2026, 12, 19),
    binding="De deelnemende organisaties hebben in het convenant afgesproken dat zij het advies uitvoeren.",
    reactions=(
        Reaction("Moeder", FamilyView.AGREE, "Als het maar echt doorgaat."),
        Reaction("Jeugdige", FamilyView.PARTLY, "Ik wil wel, maar niet naar school."),
    ),
    dissent="De GZ-psycholoog had liever eerst diagnostiek gezien.",
    passing_on="Het advies en de afspraken mag u delen met Zorgaanbieder Proef en met de school. De analyse niet.",
)


_BARE_ADVICE = (AdviceLine("Sam gaat wonen in een gezinshuis", "Een vaste plek geeft rust"),)
BARE_PERSON = Person("R. Regisseur", "06 00 00 00 01")


def bare_head(head: Head) -> Head:
    """The head with only what a letter cannot do without."""
    return replace(
        head,
        sender=Sender("RET Voorbeeldregio", phone="000 123 45 67"),
        addressee=Addressee("Sam"),
        draft=False,
    )


_TEEN_ADVICE = tuple(replace(each, goal="", by_whom="") for each in PARENTS.advice)
YOUNG_TEEN = YoungTeenLetterFacts(
    **{each.name: getattr(YOUNG_PERSON, each.name) for each in fields(YOUNG_PERSON) if each.name != "advice"},
    advice=_TEEN_ADVICE,
)
CHILD = ChildLetterFacts(
    head=YOUNG_PERSON.head,
    confidant=YOUNG_PERSON.sentences.confidant,
    meeting_date=_MEETING,
    summary="Je gaat in een klein huis wonen. Je mentor gaat met je mee.",
    steps=(
        "Je gaat kijken in het nieuwe huis.",
        "Je mentor helpt je met inpakken.",
        "Je gaat weer naar school.",
    ),
    process_director=_DIRECTOR,
    own_words="Ik wil dat mijn mentor meegaat.",
    next_talk=_TALKS[0],
    whom_to_call="je mentor, 06 00 00 00 03",
)

FULL: dict[LetterKind, LetterFacts] = {
    LetterKind.PARENTS: PARENTS,
    LetterKind.YOUNG_PERSON: YOUNG_PERSON,
    LetterKind.YOUNG_TEEN: YOUNG_TEEN,
    LetterKind.CHILD: CHILD,
    LetterKind.REFERRER: REFERRER,
}


def _spare_young(kind: type[YoungPersonLetterFacts]) -> YoungPersonLetterFacts:
    return kind(
        head=bare_head(YOUNG_PERSON.head),
        sentences=YOUNG_PERSON.sentences,
        meeting_date=_MEETING,
        present=("de voorzitter",),
        question=YOUNG_PERSON.question,
        summary=YOUNG_PERSON.summary,
        own_words="",
        spoke=False,
        understanding=YOUNG_PERSON.understanding,
        advice=_BARE_ADVICE,
        actions=_ACTIONS[:1],
        process_director=BARE_PERSON,
        next_talks=_TALKS[:1],
    )


SPARE: dict[LetterKind, LetterFacts] = {
    LetterKind.PARENTS: ParentsLetterFacts(
        head=bare_head(PARENTS.head),
        sentences=PARENTS.sentences,
        first_name="Sam",
        meeting_date=_MEETING,
        present=("de voorzitter",),
        question=PARENTS.question,
        summary=PARENTS.summary,
        family_words="",
        family_spoke=False,
        understanding=PARENTS.understanding,
        advice=_BARE_ADVICE,
        actions=_ACTIONS[:1],
        process_director=BARE_PERSON,
        next_talks=_TALKS[:1],
    ),
    LetterKind.YOUNG_TEEN: _spare_young(YoungTeenLetterFacts),
    LetterKind.YOUNG_PERSON: _spare_young(YoungPersonLetterFacts),
    LetterKind.CHILD: replace(
        CHILD,
        head=bare_head(CHILD.head),
        steps=CHILD.steps[:1],
        process_director=BARE_PERSON,
        own_words="",
        next_talk=None,
        whom_to_call="",
    ),
    LetterKind.REFERRER: ReferrerLetterFacts(
        head=bare_head(REFERRER.head),
        young_person="Sam",
        meeting_date=_MEETING,
        participants=(Participant("Voorzitter"),),
        question=REFERRER.question,
        summary=REFERRER.summary,
        analysis=REFERRER.analysis,
        advice=_BARE_ADVICE,
        process_director=BARE_PERSON,
        actions=_ACTIONS[:1],
        evaluations=REFERRER.evaluations[:1],
        binding=REFERRER.binding,
        passing_on=REFERRER.passing_on,
    ),
}
