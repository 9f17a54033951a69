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
        letter.otherwise()
        letter.text("Wij horen graag van u hoe het gaat. Bel ons gerust.")
    with letter.when("mening"):
        letter.text("{{ mening }}")
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
    letter.heading("Bent u het niet met ons eens?")
    letter.text("{{ tekst_klacht }} {{ tekst_vertrouwenspersoon }}")
    letter.heading("Wat gebeurt er met uw gegevens?")
    letter.text("{{ tekst_gegevens }}", "Slotalinea")
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
        letter.otherwise()
        letter.text("We horen graag van jou hoe het gaat. Je mag altijd bellen.")
    with letter.when("mening"):
        letter.text("{{ mening }}")
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
    letter.heading("Ben je het niet met ons eens?")
    letter.text("{{ tekst_klacht }} {{ tekst_vertrouwenspersoon }}")
    letter.heading("Wat gebeurt er met jouw gegevens?")
    letter.text("{{ tekst_gegevens }}", "Slotalinea")
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
    letter.heading("Waarom stoppen wij?")
    letter.text("{{ waarom_stop }}", "Kernboodschap")
    with letter.when("reden"):
        letter.text("{{ reden }}")
    with letter.when("opgeschaald"):
        letter.text("{{ opgeschaald }}")
    letter.heading("Wie helpt u verder?")
    letter.text(
        "Verantwoordelijk blijft: **{{ verantwoordelijk }}**. Daar kunt u terecht met uw vragen over de hulp."
    )
    letter.heading("Wat is er bereikt?")
    _outcomes(letter, "Er stonden geen losse punten in ons advies.")
    with letter.when("situatie"):
        letter.text("{{ situatie }}")
    letter.heading("Heeft u later weer een vraag?")
    letter.text(
        "Ga daarmee eerst naar wie verantwoordelijk blijft. Komt u daar niet verder? Dan mag u ons altijd weer bellen. "
        "Wij kijken dan opnieuw met u mee. Ons nummer staat boven aan deze brief."
    )
    with letter.when("procesregisseur"):
        letter.text(
            "Wilt u nog praten over de afgelopen tijd? Dat kan met {{ procesregisseur }}."
            "{% if procesregisseur_telefoon %} Het nummer is {{ procesregisseur_telefoon }}.{% endif %}"
            "{% if procesregisseur_mail %} Mailen kan naar {{ procesregisseur_mail }}.{% endif %}"
            "{% if procesregisseur_vervanger %} Vraag anders naar {{ procesregisseur_vervanger }}.{% endif %}"
        )
    letter.heading("Bent u het niet met ons eens?")
    letter.text("{{ tekst_klacht }} {{ tekst_vertrouwenspersoon }}")
    letter.heading("Wat gebeurt er met uw gegevens?")
    letter.text("{{ tekst_gegevens }}", "Slotalinea")
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
    letter.heading("Waarom stoppen we?")
    letter.text("{{ waarom_stop }}", "Kernboodschap")
    with letter.when("reden"):
        letter.text("{{ reden }}")
    with letter.when("opgeschaald"):
        letter.text("{{ opgeschaald }}")
    letter.heading("Wie helpt jou verder?")
    letter.text("Verantwoordelijk blijft: **{{ verantwoordelijk }}**. Daar kun je terecht met je vragen.")
    letter.heading("Wat is er bereikt?")
    _outcomes(letter, "Er stonden geen losse punten in ons advies.")
    with letter.when("situatie"):
        letter.text("{{ situatie }}")
    letter.heading("Heb je later weer een vraag?")
    letter.text(
        "Ga daarmee eerst naar wie verantwoordelijk blijft. Kom je daar niet verder? Dan mag je ons altijd weer bellen. "
        "We kijken dan opnieuw met je mee. Ons nummer staat boven aan deze brief."
    )
    with letter.when("procesregisseur"):
        letter.text(
            "Wil je nog praten over de afgelopen tijd? Dat kan met {{ procesregisseur }}."
            "{% if procesregisseur_telefoon %} Het nummer is {{ procesregisseur_telefoon }}.{% endif %}"
            "{% if procesregisseur_mail %} Mailen kan naar {{ procesregisseur_mail }}.{% endif %}"
            "{% if procesregisseur_vervanger %} Vraag anders naar {{ procesregisseur_vervanger }}.{% endif %}"
        )
    letter.heading("Ben je het niet met ons eens?")
    letter.text("{{ tekst_klacht }} {{ tekst_vertrouwenspersoon }}")
    letter.heading("Wat gebeurt er met jouw gegevens?")
    letter.text("{{ tekst_gegevens }}", "Slotalinea")
    parts.closing(letter, "Dank je wel dat je met ons meedacht. We wensen je het allerbeste.")
    return letter


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
