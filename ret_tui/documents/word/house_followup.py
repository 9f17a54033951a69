"""The words of the letters after an evaluation and at closing."""

from __future__ import annotations

from ret_tui.documents.word import house_parts as parts
from ret_tui.documents.word.house_style import Letter

DRAFT = "CONCEPT – deze brief is nog niet definitief"


def evaluation_parents() -> Letter:
    """The letter after an evaluation to parents or guardian."""
    letter = Letter("Hoe gaat het nu?", DRAFT)
    parts.opening(letter, "Hoe gaat het nu met {{ jeugdige }}?")
    letter.heading("Waarom krijgt u deze brief?")
    letter.text(
        "Op {{ datum_evaluatie }} keken wij hoe het gaat met {{ jeugdige }}."
        "{% if hoe_gesproken %} Dat deden wij {{ hoe_gesproken }}.{% endif %}"
        "{% if datum_gesprek %} Ons advies gaven wij op {{ datum_gesprek }}.{% endif %}"
    )
    letter.heading("Wat gebeurt er nu?")
    letter.text("{{ hoe_verder }}", "Kernboodschap")
    letter.heading("Wat is er gedaan met ons advies?")
    _outcomes(letter, "Alles uit ons advies is al eerder met u besproken.")
    letter.heading("Hoe gaat het?")
    letter.text("{{ situatie }}")
    letter.heading("Wat u ons vertelde")
    with letter.when("eigen_woorden"):
        letter.text("{{ eigen_woorden }}", "Quote")
    with letter.when("mening"):
        letter.text("{{ mening }}")
    with letter.when("not eigen_woorden and not mening"):
        letter.text("Wij horen graag van u hoe het gaat. Bel ons gerust.")
    letter.heading("Wat moet er nog gebeuren?")
    _open_actions(letter, "Er staan geen afspraken meer open.")
    letter.heading("Wie zorgt dat het gebeurt?")
    letter.text(
        "Dat is uw procesregisseur: {{ procesregisseur }}. Deze persoon gaat door tot er een oplossing is. "
        f"{parts.call('procesregisseur')}"
        "{% if procesregisseur_vervanger %} Is uw procesregisseur er niet? Vraag dan naar {{ procesregisseur_vervanger }}."
        "{% endif %}"
    )
    with letter.when("datum_vervolg"):
        letter.heading("Wanneer praten wij weer met u?")
        letter.text("Dat is op {{ datum_vervolg }}. Dan kijken wij weer samen hoe het gaat.")
    parts.disagree(letter, "Bent u het niet met ons eens?")
    parts.data(letter, "Wat gebeurt er met uw gegevens?")
    parts.closing(letter, "Heeft u een vraag? Bel of mail ons. Ons nummer staat boven aan deze brief.")
    return letter


def evaluation_young_person() -> Letter:
    """The letter after an evaluation to the young person."""
    letter = Letter("Hoe gaat het nu met jou?", DRAFT)
    parts.opening(letter, "Hoe gaat het nu met jou?")
    letter.heading("Waarom krijg je deze brief?")
    letter.text(
        "Op {{ datum_evaluatie }} keken we hoe het met je gaat."
        "{% if hoe_gesproken %} Dat deden we {{ hoe_gesproken }}.{% endif %}"
        "{% if datum_gesprek %} Ons advies gaven we op {{ datum_gesprek }}.{% endif %}"
    )
    letter.heading("Wat gebeurt er nu?")
    letter.text("{{ hoe_verder }}", "Kernboodschap")
    letter.heading("Wat is er gedaan met ons advies?")
    _outcomes(letter, "Alles uit ons advies is al eerder met jou besproken.")
    letter.heading("Hoe gaat het?")
    letter.text("{{ situatie }}")
    letter.heading("Wat jij ons vertelde")
    with letter.when("eigen_woorden"):
        letter.text("{{ eigen_woorden }}", "Quote")
    with letter.when("mening"):
        letter.text("{{ mening }}")
    with letter.when("not eigen_woorden and not mening"):
        letter.text("We horen graag van jou hoe het gaat. Je mag altijd bellen.")
    letter.heading("Wat moet er nog gebeuren?")
    _open_actions(letter, "Er staan geen afspraken meer open.")
    letter.heading("Wie zorgt dat het gebeurt?")
    letter.text(
        "Dat is jouw procesregisseur: {{ procesregisseur }}. Die gaat door tot er een oplossing is. "
        f"Je mag altijd bellen. {parts.call('procesregisseur')}"
        "{% if procesregisseur_vervanger %} Is die er niet? Vraag dan naar {{ procesregisseur_vervanger }}.{% endif %}"
    )
    with letter.when("datum_vervolg"):
        letter.heading("Wanneer praten we weer?")
        letter.text("Dat is op {{ datum_vervolg }}. Dan kijken we weer samen hoe het gaat.")
    parts.disagree(letter, "Ben je het niet met ons eens?")
    parts.data(letter, "Wat gebeurt er met jouw gegevens?")
    parts.closing(letter, "Heb je een vraag? Bel of mail ons. Ons nummer staat boven aan deze brief.")
    return letter


def closing_parents() -> Letter:
    """The letter at closing to parents or guardian."""
    letter = Letter("Wij ronden af", DRAFT)
    parts.opening(letter, "Wij ronden af")
    letter.heading("Waarom krijgt u deze brief?")
    letter.text(
        "Het expertteam dacht met u mee over {{ jeugdige }}. Dat stopt op {{ datum_afsluiting }}. "
        "In deze brief leest u waarom, en bij wie u daarna terechtkunt."
    )
    _why_it_stops(letter, "Waarom stoppen wij?")
    letter.heading("Wie helpt u verder?")
    letter.text(
        "Verantwoordelijk blijft: **{{ verantwoordelijk }}**. Daar kunt u terecht met uw vragen over de hulp."
    )
    _reached(letter)
    letter.heading("Heeft u later weer een vraag?")
    letter.text(
        "Ga daarmee eerst naar wie verantwoordelijk blijft. Komt u daar niet verder? Dan mag u ons altijd weer bellen. "
        "Wij kijken dan opnieuw met u mee. Ons nummer staat boven aan deze brief."
    )
    _who_directed(letter, "Wilt u nog praten over de afgelopen tijd?")
    parts.disagree(letter, "Bent u het niet met ons eens?")
    parts.data(letter, "Wat gebeurt er met uw gegevens?")
    parts.closing(letter, "Dank u wel dat u met ons meedacht. Wij wensen u en {{ jeugdige }} het allerbeste.")
    return letter


def closing_young_person() -> Letter:
    """The letter at closing to the young person."""
    letter = Letter("We ronden af", DRAFT)
    parts.opening(letter, "We ronden af")
    letter.heading("Waarom krijg je deze brief?")
    letter.text(
        "Het expertteam dacht met jou mee. Dat stopt op {{ datum_afsluiting }}. "
        "In deze brief lees je waarom, en wie je daarna kunt bellen."
    )
    _why_it_stops(letter, "Waarom stoppen we?")
    letter.heading("Wie helpt jou verder?")
    letter.text("Verantwoordelijk blijft: **{{ verantwoordelijk }}**. Daar kun je terecht met je vragen.")
    _reached(letter)
    letter.heading("Heb je later weer een vraag?")
    letter.text(
        "Ga daarmee eerst naar wie verantwoordelijk blijft. Kom je daar niet verder? Dan mag je ons altijd weer bellen. "
        "We kijken dan opnieuw met je mee. Ons nummer staat boven aan deze brief."
    )
    _who_directed(letter, "Wil je nog praten over de afgelopen tijd?")
    parts.disagree(letter, "Ben je het niet met ons eens?")
    parts.data(letter, "Wat gebeurt er met jouw gegevens?")
    parts.closing(letter, "Dank je wel dat je met ons meedacht. We wensen je het allerbeste.")
    return letter


def _why_it_stops(letter: Letter, heading: str) -> None:
    letter.heading(heading)
    letter.text("{{ waarom_stop }}", "Kernboodschap")
    with letter.when("reden"):
        letter.text("{{ reden }}")
    with letter.when("opgeschaald"):
        letter.text("{{ opgeschaald }}")


def _reached(letter: Letter) -> None:
    letter.heading("Wat is er bereikt?")
    with letter.when("situatie"):
        letter.text("{{ situatie }}")
    _outcomes(letter, "Er stonden geen losse punten in ons advies.")


def _who_directed(letter: Letter, question: str) -> None:
    with letter.when("procesregisseur"):
        letter.text(
            f"{question} Dat kan met {{{{ procesregisseur }}}}."
            "{% if procesregisseur_telefoon %} Het nummer is {{ procesregisseur_telefoon }}.{% endif %}"
            "{% if procesregisseur_mail %} Mailen kan naar {{ procesregisseur_mail }}.{% endif %}"
            "{% if procesregisseur_vervanger %} Vraag anders naar {{ procesregisseur_vervanger }}.{% endif %}"
        )


def _outcomes(letter: Letter, nothing: str) -> None:
    with letter.when("uitkomsten"):
        letter.table(
            (
                ("Ons advies", "{{ uitkomst.wat }}", 58),
                ("Hoe staat het ermee?", "{{ uitkomst.stand }}", 42),
            ),
            "uitkomst",
            "uitkomsten",
        )
        letter.otherwise()
        letter.text(nothing)


def _open_actions(letter: Letter, nothing: str) -> None:
    with letter.when("afspraken"):
        parts.actions(letter, "Wat gebeurt er?", "Wie doet het?", "Wanneer is het klaar?")
        letter.otherwise()
        letter.text(nothing)
