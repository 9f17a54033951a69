"""The words of what professionals read: the letter to the referrer, the record of a discussion, the copy for inspection."""

from __future__ import annotations

from ret_tui.documents.word import house_parts as parts
from ret_tui.documents.word.house_style import Letter


def referrer() -> Letter:
    """The letter to the referrer."""
    letter = Letter("Advies van het expertteam")
    parts.opening(letter, "Advies van het expertteam over {{ jeugdige }}")
    letter.heading("Aanleiding en vraag")
    letter.text(
        "Op {{ datum_gesprek }} besprak het expertteam uw aanvraag met kenmerk {{ kenmerk }}. "
        "Deze vraag is voorgelegd: {{ vraag }}"
    )
    with letter.when("antwoord"):
        letter.text("**Antwoord:** {{ antwoord }}")
    letter.heading("Advies in het kort")
    letter.text("{{ advies_kort }}", "Kernboodschap")
    letter.heading("Deelnemers en rollen")
    # one paragraph: a table of twelve would fill half a page
    letter.text(
        "{% for deelnemer in deelnemers %}{{ deelnemer }}{% if not loop.last %}; {% endif %}{% endfor %}."
    )
    _grounds(letter)
    letter.heading("Wat u mag doorgeven")
    letter.text("{{ doorgeven }}", "Slotalinea")
    parts.closing(letter, "Heeft u vragen over dit advies? Neem dan contact met ons op.")
    return letter


def record() -> Letter:
    """The record of one discussion, for the file of the team."""
    letter = Letter("Verslag van het overleg")
    _title(letter, "Verslag van het overleg over {{ jeugdige }}")
    letter.heading("Overleg en vraag")
    letter.text("Het expertteam besprak deze casus op {{ datum_gesprek }}. De vraag aan tafel: {{ vraag }}")
    with letter.when("antwoord"):
        letter.text("**Antwoord:** {{ antwoord }}")
    letter.heading("Advies in het kort")
    letter.text("{{ advies_kort }}", "Kernboodschap")
    letter.heading("Aan tafel")
    letter.bullets("deelnemer", "deelnemers")
    letter.heading("Wat gezin en jeugdige vertelden")
    with letter.when("woorden_gezin"):
        letter.text("Het gezin:", "Aanloop")
        letter.text("{{ woorden_gezin }}", "Quote")
    with letter.when("woorden_jeugdige"):
        letter.text("De jeugdige:", "Aanloop")
        letter.text("{{ woorden_jeugdige }}", "Quote")
    with letter.when("not woorden_gezin and not woorden_jeugdige"):
        letter.text("Er zijn geen eigen woorden vastgelegd.")
    with letter.when("inbreng"):
        letter.heading("Wat aan tafel is gezegd")
        letter.table((("Wie", "{{ regel.wie }}", 25), ("Inbreng", "{{ regel.wat }}", 75)), "regel", "inbreng")
    _grounds(letter)
    letter.heading("Bijzonderheden")
    with letter.when("bijzonderheden"):
        letter.bullets("bijzonderheid", "bijzonderheden")
        letter.otherwise()
        letter.text("Van geen enkele regel is afgeweken.", "Slotalinea")
    letter.text("Vastgelegd door het expertteam.", "Slot")
    letter.text("{{ ondertekenaar }}", "Naam ondertekening")
    letter.text("{{ functie_ondertekenaar }}", "Adres")
    return letter


def inspection() -> Letter:
    """The copy of one case for who it is about."""
    letter = Letter("Afschrift voor inzage", "CONCEPT")
    _title(letter, "Afschrift voor inzage")
    letter.text("Dit is wat wij over deze casus hebben opgeschreven. Dit afschrift is voor {{ voor_wie }}.")
    letter.text("{{ weggelaten }}")
    with letter.each("regel", "regels"):
        with letter.when("regel.kop"):
            letter.heading("{{ regel.kop }}")
        letter.text("{% if regel.naam %}**{{ regel.naam }}:** {% endif %}{{ regel.tekst }}")
    return letter


def _title(letter: Letter, title: str) -> None:
    letter.text("Vertrouwelijk", "Vertrouwelijk")
    letter.text("Datum\t{{ datum_brief }}", "Eerste briefgegeven")
    letter.text("Kenmerk\t{{ kenmerk }}", "Briefgegevens")
    letter.text(title, "Title")


def _grounds(letter: Letter) -> None:
    """From the analysis to what the family thinks: the same for the referrer and for the record."""
    letter.heading("Verklarende analyse in het kort")
    letter.text("{{ analyse }}")
    with letter.when("herkenning"):
        letter.text(
            "{{ herkenning }}{% if herkenning_woorden %} Toelichting: {{ herkenning_woorden }}{% endif %}"
        )
    with letter.when("hypothesen"):
        letter.table(
            (
                ("Hypothese", "{{ hypothese.tekst }}", 55),
                ("Status", "{{ hypothese.status }}", 18),
                ("Volgens", "{{ hypothese.volgens }}", 27),
            ),
            "hypothese",
            "hypothesen",
        )
    letter.heading("Advies en onderbouwing")
    with letter.when("waarom_advies"):
        letter.text("{{ waarom_advies }}")
    parts.advice(letter)
    with letter.when("school"):
        letter.text("**Onderwijs of werk:** {{ school }}")
    with letter.when("overbrugging"):
        letter.text("**Overbrugging:** {{ overbrugging }}")
    with letter.when("veiligheid"):
        letter.text("**Veiligheid:** {{ veiligheid }}")
    with letter.when("perspectief"):
        letter.text("**Perspectief op lange termijn:** {{ perspectief }}")
    with letter.when("bij_18_jaar"):
        letter.text("**Bij 18 jaar:** {{ bij_18_jaar }}")
    with letter.when("afgevallen"):
        letter.heading("Overwogen en afgevallen")
        with letter.each("richting", "afgevallen"):
            letter.text(
                "{{ richting.wat }}{% if richting.waarom %}. Reden: {{ richting.waarom }}{% endif %}",
                "List Bullet",
            )
    letter.heading("Toezeggingen, mandaat en financiering")
    with letter.when("toezeggingen"):
        letter.table(
            (
                ("Organisatie", "{{ toezegging.organisatie }}", 21),
                ("Toezegging", "{{ toezegging.wat }}", 20),
                (
                    "Mandaat",
                    "**{{ toezegging.mandaat }}**{% if toezegging.toelichting %}\n{{ toezegging.toelichting }}{% endif %}",
                    27,
                ),
                ("Uiterlijk", "{{ toezegging.datum }}", 15),
                ("Financiering", "{{ toezegging.financiering }}", 17),
            ),
            "toezegging",
            "toezeggingen",
        )
        letter.otherwise()
        letter.text("In het overleg zijn geen toezeggingen gedaan.")
    letter.heading("Procesregie en casusregie")
    letter.text(
        "**Procesregisseur:** {{ procesregisseur }}, telefoon {{ procesregisseur_telefoon }}"
        "{% if procesregisseur_mail %}, e-mail {{ procesregisseur_mail }}{% endif %}."
        "{% if procesregisseur_vervanger %} Vervanging: {{ procesregisseur_vervanger }}.{% endif %} "
        "De procesregisseur brengt de partijen bij elkaar, bewaakt de voortgang en laat niet los tot de oplossing er is."
    )
    with letter.when("casusregisseur"):
        letter.text(
            "**Casusregisseur:** {{ casusregisseur }}"
            "{% if casusregisseur_telefoon %}, telefoon {{ casusregisseur_telefoon }}{% endif %}"
            "{% if casusregisseur_mail %}, e-mail {{ casusregisseur_mail }}{% endif %}."
            "{% if casusregisseur_vervanger %} Vervanging: {{ casusregisseur_vervanger }}.{% endif %} "
            "De casusregisseur voert de regie over de hulp zelf."
        )
        letter.otherwise()
        letter.text("Er is nog geen casusregisseur aangewezen.")
    letter.heading("Afspraken")
    parts.actions(letter, "Wat", "Wie", "Uiterlijk")
    letter.heading("Evaluatie")
    with letter.each("evaluatie", "evaluaties"):
        letter.text("{{ evaluatie.moment }}: {{ evaluatie.datum }}", "List Bullet")
    letter.heading("Opschaling")
    with letter.when("datum_opschaling"):
        letter.text("Is het advies op {{ datum_opschaling }} nog niet gestart? Dan wordt opgeschaald.")
    with letter.when("opschaling"):
        letter.text("{{ opschaling }}")
    with letter.when("not opschaling and not datum_opschaling"):
        letter.text("Over opschaling is niets afgesproken.")
    letter.heading("Wat dit advies bindt")
    letter.text("{{ tekst_bindend }}")
    letter.heading("Reacties en afwijkende meningen")
    with letter.when("reacties"):
        parts.reactions(letter)
    with letter.when("afwijkende_mening"):
        letter.text("**Afwijkende mening:** {{ afwijkende_mening }}")
    with letter.when("not reacties and not afwijkende_mening"):
        letter.text("Er zijn geen afwijkende meningen vastgelegd.")
