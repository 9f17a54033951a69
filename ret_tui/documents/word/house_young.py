"""The words of the letter from 12 to 15 years and of the text for a child."""

from __future__ import annotations

from ret_tui.documents.word import house_parts as parts
from ret_tui.documents.word.house_style import Letter


def young_teen() -> Letter:
    """The young person's letter from 12 to 15 years."""
    letter = Letter("Ons advies voor jou")
    parts.opening(letter, "Ons advies voor jou")
    letter.heading("Waarom krijg je deze brief?")
    letter.text(
        "Op {{ datum_gesprek }} praatten we over jou. We willen je graag helpen. Dit waren de mensen die er waren: "
        "{{ aanwezig }}. Dit wilden we weten: {{ vraag }}"
    )
    letter.heading("Dit is ons plan")
    letter.text("{{ advies_kort }}", "Kernboodschap")
    letter.heading("Dit vind jij belangrijk")
    with letter.when("eigen_woorden"):
        letter.text("{{ eigen_woorden }}", "Quote")
        letter.otherwise()
        letter.text("We schreven nog niets van jou op. Vertel ons gerust wat jij belangrijk vindt.")
    letter.heading("Zo kijken wij ernaar")
    parts.strengths(letter)
    letter.text("{{ uitleg }}")
    letter.heading("Dit gaan we doen")
    with letter.when("waarom_advies"):
        letter.text("{{ waarom_advies }}")
    with letter.each("advies", "adviezen"):
        letter.text("{{ advies.wat }}", "List Number")
        with letter.when("advies.waarom or advies.start"):
            letter.text(
                "{% if advies.waarom %}Waarom? {{ advies.waarom }}{% endif %}"
                "{% if advies.waarom and advies.start %}\n{% endif %}"
                "{% if advies.start %}Dit begint op {{ advies.start }}.{% endif %}",
                "Adviestoelichting",
            )
    parts.ahead(letter, "Later", "Als je 18 wordt")
    with letter.when("reacties"):
        letter.heading("Dit vind jij van het plan")
        parts.reactions(letter)
    letter.heading("Wie doet wat?")
    parts.actions(letter, "Wat gebeurt er?", "Wie doet het?", "Wanneer is het klaar?")
    letter.heading("Wie let erop dat het gebeurt?")
    letter.text(
        "Dat is {{ procesregisseur }}. Die zorgt dat iedereen doet wat is beloofd. We noemen dat jouw procesregisseur. "
        f"Wil je iets vragen of vertellen? {parts.call('procesregisseur')}"
        "{% if procesregisseur_vervanger %} Is die er niet? Vraag dan naar {{ procesregisseur_vervanger }}.{% endif %}"
    )
    parts.case_manager(letter, "Jouw")
    with letter.when("tot_de_hulp_start"):
        letter.heading("Tot de hulp begint")
        parts.bridging(letter, "Wil je iemand bellen?")
    parts.next_talks(letter, "Wanneer praten we weer?", "we")
    parts.what_binds(letter, "Moet iedereen dit doen?")
    parts.disagree(letter, "Vind je het geen goed plan?", "Zeg het ons. ")
    parts.shared_data(letter, "Wie mag dit lezen?", "Dit plan", "Klopt er iets niet?")
    parts.closing(letter, "Heb je een vraag? Bel of mail ons. Ons nummer staat boven aan deze brief.")
    return letter


def child() -> Letter:
    """The text for a child under 12, to be read together."""
    letter = Letter("Ons gesprek over jou")
    parts.opening(letter, "Ons gesprek over jou")
    letter.text("Lees deze brief samen met iemand die je vertrouwt.")
    letter.heading("Waarom krijg jij een brief?")
    letter.text("Op {{ datum_gesprek }} praatten we over jou. Want we willen je graag helpen.")
    with letter.when("eigen_woorden"):
        letter.heading("Wat jij zei")
        letter.text("{{ eigen_woorden }}", "Quote")
    letter.heading("Wat we gaan doen")
    letter.text("{{ advies_kort }}", "Kernboodschap")
    letter.text("Dit zijn de stappen:", "Aanloop")
    letter.bullets("stap", "stappen")
    letter.heading("Wie let erop?")
    letter.text(
        "Dat is {{ procesregisseur }}. Die zorgt dat grote mensen doen wat ze beloven. "
        "Wil je iets vragen? Je mag bellen: {{ procesregisseur_telefoon }}."
        "{% if procesregisseur_mail %} Mailen mag ook: {{ procesregisseur_mail }}.{% endif %}"
        "{% if procesregisseur_vervanger %} Of vraag naar {{ procesregisseur_vervanger }}.{% endif %}"
    )
    with letter.when("wie_bellen"):
        letter.text("Heb je snel hulp nodig? Bel dan: {{ wie_bellen }}")
    with letter.when("datum_vervolg"):
        letter.heading("Wanneer praten we weer?")
        letter.text("Dat is op {{ datum_vervolg }}. Dan kijken we hoe het met je gaat.")
    letter.heading("Vind je iets niet fijn?")
    letter.text(
        "Zeg het tegen iemand die je vertrouwt. Dat mag altijd. {{ tekst_vertrouwenspersoon }}", "Slotalinea"
    )
    parts.closing(letter, "We vinden het fijn dat je dit hebt gelezen.")
    return letter
