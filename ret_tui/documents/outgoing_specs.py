"""What goes out before a meeting: the placeholders of each template, in the same house style as the letters."""

from __future__ import annotations

from ret_tui.documents.spec import DocumentSpec, Place, Shape
from ret_tui.domain.words import OutgoingKind

_HEAD = (
    Place("logo", "Het logo van de regio", Shape.PICTURE, may_be_empty=True, may_drop=True),
    Place("concept", "Nooit waar; hoort bij de briefhoofden", Shape.FLAG, may_drop=True),
    Place("regio_naam", "Naam van de regio"),
    Place("regio_adres", "Adres van de regio, op één regel", may_be_empty=True, may_drop=True),
    Place("regio_contact", "Telefoon en e-mail van de regio"),
    Place("kenmerk", "Nummer van de casus of datum van het overleg"),
    Place("datum", "Datum waarop dit is gemaakt"),
)
_WHEN = (
    Place("overleg_datum", "Datum van het overleg, met de weekdag"),
    Place("overleg_tijd", "Van hoe laat tot hoe laat"),
    Place("overleg_plaats", "Plaats van het overleg", may_be_empty=True),
)
_INVITED = (
    Place("aan_naam", "Wie wordt uitgenodigd"),
    Place("aan_adres", "Adres van wie wordt uitgenodigd", may_be_empty=True, may_drop=True),
    Place("voorzitter", "Naam van de voorzitter", may_be_empty=True),
    Place("vervangt", "Zinnen: welke eerdere uitnodiging niet meer geldt", may_be_empty=True, may_drop=True),
)
_ROLES = Place("rollen", "Alinea’s van ‘Rollen en verwachtingen’ (instelling)", Shape.TEXTS, each="alinea")
_AGENDA = Place(
    "punten",
    "De agenda",
    Shape.ROWS,
    each="punt",
    fields={"tijd": "Hoe laat", "wat": "Onderdeel", "minuten": "Minuten", "wie": "Wie erbij is"},
    optional_fields=frozenset({"minuten", "wie"}),
)

SPECS: dict[OutgoingKind, DocumentSpec] = {
    OutgoingKind.INVITATION_FAMILY: DocumentSpec(
        "uitnodiging-gezin.docx",
        "Uitnodiging voor een gesprek",
        (
            *_HEAD,
            *_WHEN,
            *_INVITED,
            Place("jij", "Is waar als de jeugdige zelf wordt uitgenodigd", Shape.FLAG),
            Place("jeugdige", "Voornaam van de jeugdige"),
            Place("vraag", "De vraag van het gesprek", may_be_empty=True),
            Place("aan_tafel", "Wie er aan tafel zitten, per rol", Shape.TEXTS, each="iemand", may_be_empty=True),
            Place("tolk", "Is waar als er een tolk komt", Shape.FLAG),
        ),
    ),
    OutgoingKind.INVITATION_PROFESSIONAL: DocumentSpec(
        "uitnodiging-professional.docx",
        "Uitnodiging expertteam",
        (
            *_HEAD,
            *_WHEN,
            *_INVITED,
            _AGENDA,
            Place("vraagt", "Wat deze lezer voorbereidt", Shape.TEXTS, each="verzoek", may_be_empty=True),
            _ROLES,
        ),
    ),
    OutgoingKind.AGENDA: DocumentSpec(
        "agenda.docx",
        "Agenda expertteam",
        (*_HEAD, *_WHEN, Place("voorzitter", "Naam van de voorzitter", may_be_empty=True), _AGENDA),
    ),
    OutgoingKind.SCRIPT: DocumentSpec(
        "regieboek.docx",
        "Regieboek",
        (
            *_HEAD,
            *_WHEN,
            _AGENDA,
            Place("team", "Wie van het team er zijn", may_be_empty=True),
            Place("afwezig", "Wie van het team zich afmeldde", may_be_empty=True),
            Place(
                "terugkoppeling",
                "Wat uit eerdere casussen aan de beurt is",
                Shape.TEXTS,
                each="melding",
                may_be_empty=True,
            ),
            Place(
                "casussen",
                "De casussen, in volgorde",
                Shape.ROWS,
                each="casus",
                fields={
                    "tijd": "Hoe laat",
                    "nummer": "Nummer",
                    "wie": "Voornaam, leeftijd, gemeente",
                    "vraag": "De vraag",
                    "tafel": "Wie er aan tafel zitten",
                    "toestemming": "Of met naam mag worden besproken",
                    "ontbreekt": "Wat nog ontbreekt voor het gesprek",
                    "let_op": "Waarop te letten",
                    "regisseur": "Wie procesregisseur kan worden",
                    "stappen": "De stappen met hun begintijd en minuten, één per regel",
                },
                optional_fields=frozenset(
                    {"vraag", "tafel", "ontbreekt", "let_op", "regisseur", "stappen"}
                ),
                may_be_empty=True,
            ),
        ),
    ),
    OutgoingKind.BUNDLE: DocumentSpec(
        "leesbundel.docx",
        "Leesbundel",
        (
            *_HEAD,
            *_WHEN,
            Place("wie", "Leeftijd en gemeente; de voornaam alleen met toestemming"),
            Place("zonder_naam", "Is waar als namen zijn vervangen", Shape.FLAG),
            Place("lering", "Is waar als het team van deze casus leert", Shape.FLAG, may_drop=True),
            Place("kern", "De situatie in het kort", Shape.ROWS, each="punt", fields={"wat": "Waarover", "tekst": "Hoe het nu is"}, may_be_empty=True),
            Place("vraag", "De vraag", may_be_empty=True),
            Place("overbrugging", "Hulp tot de echte hulp start", may_be_empty=True),
            Place("geprobeerd", "Wat is geprobeerd", may_be_empty=True),
            Place("veiligheid", "Afspraken over veiligheid", may_be_empty=True),
            Place("hulp", "Eerdere hulp", Shape.ROWS, each="regel", fields={"tijd": "Van en tot", "wat": "Soort en plek", "einde": "Waarom gestopt"}, optional_fields=frozenset({"tijd", "wat", "einde"}), may_be_empty=True),
            Place("afwijzingen", "Afwijzingen", Shape.TEXTS, each="afwijzing", may_be_empty=True),
            Place("gezin", "Het verhaal van het gezin", may_be_empty=True),
            Place("jeugdige", "Hoe de jeugdige het ziet", Shape.TEXTS, each="zin", may_be_empty=True),
            Place("factoren", "Factoren van de analyse", Shape.ROWS, each="factor", fields={"wat": "Factor", "soort": "Soort en rol", "bron": "Wie zegt dit"}, optional_fields=frozenset({"bron"}), may_be_empty=True),
            Place("verbanden", "Verbanden tussen factoren", Shape.TEXTS, each="verband", may_be_empty=True),
            Place("doelen", "Doelen en van wie", Shape.TEXTS, each="doel", may_be_empty=True),
            Place("diagnostiek", "Ontbrekende diagnostiek", may_be_empty=True),
            Place("hypothesen", "Hypothesen", Shape.TEXTS, each="hypothese", may_be_empty=True),
            Place("tegenstrijdig", "Tegenstrijdigheden", may_be_empty=True),
            Place("stukken", "Stukken bij de casus", Shape.ROWS, each="stuk", fields={"titel": "Wat het is", "tekst": "De tekst"}, may_be_empty=True),
        ),
    ),
}  # fmt: skip
"""Every template of what goes out."""
