"""The words of invitations, agenda, script and reading bundle, written into the house style.

    python -m ret_tui.documents.word.house_outgoing          # writes templates/*.docx

For families: short sentences, no jargon; a young person reads `je`.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime

from ret_tui.assets import assets
from ret_tui.documents.outgoing_specs import SPECS
from ret_tui.documents.word.hashes import write_hashes
from ret_tui.documents.word.house_style import Letter
from ret_tui.documents.word.package import CORE, core_properties, open_package, pack
from ret_tui.domain.words import OutgoingKind

_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
_AGENDA_COLUMNS = (
    ("Tijd", "{{ punt.tijd }}", 1.0),
    ("Onderdeel", "{{ punt.wat }}", 4.0),
    ("Minuten", "{{ punt.minuten }}", 1.0),
    ("Wie", "{% if punt.wie %}{{ punt.wie }}{% endif %}", 4.0),
)


def family() -> Letter:
    """The invitation to young person and parents."""
    letter = Letter("Uitnodiging voor een gesprek")
    _address(letter, "Uitnodiging voor een gesprek")
    with letter.when("jij"):
        letter.text("Beste {{ aan_naam }},")
        letter.text(
            "Wij praten binnenkort over jou. Wij willen graag dat jij daarbij bent. Jij weet zelf het beste hoe het gaat.",
            "Kernboodschap",
        )
        letter.otherwise()
        letter.text("Beste {{ aan_naam }},")
        letter.text(
            "Wij praten binnenkort over {{ jeugdige }}. Wij willen graag dat u daarbij bent. U kent {{ jeugdige }} het beste.",
            "Kernboodschap",
        )
    letter.heading("Wanneer en waar?")
    letter.text(
        "{{ overleg_datum }}, {{ overleg_tijd }}{% if overleg_plaats %}, in {{ overleg_plaats }}{% endif %}."
    )
    with letter.when("vraag"):
        letter.heading("Waarover praten wij?")
        letter.text("De vraag is: {{ vraag }}")
    with letter.when("aan_tafel"):
        letter.heading("Wie zijn erbij?")
        letter.bullets("iemand", "aan_tafel")
    letter.heading("Wat kunt u verwachten?")
    with letter.when("jij"):
        letter.text(
            "Jij mag als eerste vertellen. Wat vind jij belangrijk? Wat wil jij? Je mag alles zeggen. Je mag ook iets opschrijven of niets zeggen."
        )
        letter.text("Wil je iemand meenemen die jou helpt? Dat mag altijd.")
        letter.text(
            "De experts luisteren en denken mee. Aan het eind leest de voorzitter het advies voor. Dan zeg jij wat je ervan vindt."
        )
        letter.otherwise()
        letter.text(
            "U mag als eerste vertellen. Wat speelt er? Wat wilt u graag? U bent bij het hele gesprek over {{ jeugdige }}."
        )
        letter.text("Wilt u iemand meenemen die u steunt? Dat mag altijd.")
        letter.text(
            "De experts luisteren en denken mee. Aan het eind leest de voorzitter het advies voor. Dan vragen wij wat u ervan vindt."
        )
    with letter.when("tolk"):
        letter.text("Er is een tolk bij het gesprek.")
    letter.text("Iedereen aan tafel houdt geheim wat er is besproken.")
    letter.heading("Rollen: wie doet wat?")
    letter.text(
        "De voorzitter leidt het gesprek{% if voorzitter %}. Dat is {{ voorzitter }}{% endif %}. Wie de aanvraag deed, vertelt wat er al is geprobeerd. De experts geven samen een advies."
    )
    letter.text("Vragen, of verhinderd? Neem contact op met ons: {{ regio_contact }}.", "Slot")
    return letter


def professional() -> Letter:
    """The invitation to referrers, practitioners and experts."""
    letter = Letter("Uitnodiging expertteam")
    _address(letter, "Uitnodiging voor het overleg van het expertteam")
    letter.text("Beste {{ aan_naam }},")
    letter.text(
        "Hierbij nodigen wij u uit voor het overleg op {{ overleg_datum }}, {{ overleg_tijd }}{% if overleg_plaats %}, {{ overleg_plaats }}{% endif %}.",
        "Kernboodschap",
    )
    letter.heading("Waarvoor u wordt uitgenodigd")
    letter.table(_AGENDA_COLUMNS, "punt", "punten")
    letter.heading("Rollen en verwachtingen")
    with letter.each("alinea", "rollen"):
        letter.text("{{ alinea }}")
    with letter.when("voorzitter"):
        letter.text("Voorzitter van dit overleg is {{ voorzitter }}.")
    letter.text("Bent u verhinderd, laat dan weten wie u vervangt: {{ regio_contact }}.", "Slot")
    return letter


def agenda() -> Letter:
    """The agenda of a meeting."""
    letter = Letter("Agenda expertteam")
    letter.text("Agenda {{ overleg_datum }}", "Title")
    letter.text(
        "{{ overleg_tijd }}{% if overleg_plaats %} · {{ overleg_plaats }}{% endif %}{% if voorzitter %} · voorzitter {{ voorzitter }}{% endif %}"
    )
    letter.table(_AGENDA_COLUMNS, "punt", "punten")
    letter.text("Gemaakt op {{ datum }}. Casussen staan hier alleen met hun nummer.", "Slot")
    return letter


def script() -> Letter:
    """The chair's script."""
    letter = Letter("Regieboek")
    letter.text("Regieboek {{ overleg_datum }}", "Title")
    letter.text(
        "Alleen voor de voorzitter. {{ overleg_tijd }}{% if overleg_plaats %} · {{ overleg_plaats }}{% endif %} · gemaakt op {{ datum }}"
    )
    letter.table(_AGENDA_COLUMNS, "punt", "punten")
    with letter.when("casussen"), letter.each("casus", "casussen"):
        letter.heading("{{ casus.tijd }} · casus {{ casus.nummer }} · {{ casus.wie }}")
        with letter.when("casus.vraag"):
            letter.text("**De vraag:** {{ casus.vraag }}")
        with letter.when("casus.tafel"):
            letter.text("**Aan tafel:** {{ casus.tafel }}")
        letter.text("**Toestemming:** {{ casus.toestemming }}")
        with letter.when("casus.let_op"):
            letter.text("**Let op:** {{ casus.let_op }}")
        letter.text("**Stappen:** {{ casus.stappen }}")
    return letter


def bundle() -> Letter:
    """The reading bundle of one case."""
    letter = Letter("Leesbundel")
    letter.text("Leesbundel casus {{ kenmerk }}", "Title")
    letter.text(
        "Vertrouwelijk. Voor het overleg van {{ overleg_datum }}, {{ overleg_tijd }}{% if overleg_plaats %}, {{ overleg_plaats }}{% endif %}. Gemaakt op {{ datum }}. Vernietig deze bundel na het overleg."
    )
    letter.text("**Over wie:** {{ wie }}")
    for name, title in (("vraag", "De vraag"), ("gezin", "Het verhaal van het gezin")):
        with letter.when(name):
            letter.heading(title)
            letter.text(f"{{{{ {name} }}}}")
    with letter.when("jeugdige"):
        letter.heading("Hoe de jeugdige het ziet")
        letter.bullets("zin", "jeugdige")
    with letter.when("geprobeerd"):
        letter.heading("Wat is geprobeerd")
        letter.text("{{ geprobeerd }}")
    with letter.when("hulp"):
        letter.heading("Eerdere hulp")
        letter.table(
            (
                ("Wanneer", "{% if regel.tijd %}{{ regel.tijd }}{% endif %}", 2.0),
                ("Wat", "{% if regel.wat %}{{ regel.wat }}{% endif %}", 4.0),
                ("Waarom gestopt", "{% if regel.einde %}{{ regel.einde }}{% endif %}", 3.0),
            ),
            "regel",
            "hulp",
        )
    with letter.when("afwijzingen"):
        letter.heading("Afwijzingen")
        letter.bullets("afwijzing", "afwijzingen")
    with letter.when("veiligheid"):
        letter.heading("Afspraken over veiligheid")
        letter.text("{{ veiligheid }}")
    with letter.when("factoren"):
        letter.heading("Verklarende analyse")
        letter.table(
            (
                ("Factor", "{{ factor.wat }}", 4.0),
                ("Soort", "{{ factor.soort }}", 2.5),
                ("Wie zegt dit", "{% if factor.bron %}{{ factor.bron }}{% endif %}", 2.0),
            ),
            "factor",
            "factoren",
        )
    with letter.when("hypothesen"):
        letter.heading("Hypothesen")
        letter.bullets("hypothese", "hypothesen")
    with letter.when("tegenstrijdig"):
        letter.heading("Tegenstrijdigheden tussen professionals")
        letter.text("{{ tegenstrijdig }}")
    with letter.when("stukken"):
        letter.heading("Stukken")
        with letter.each("stuk", "stukken"):
            letter.text("{{ stuk.titel }}", "Heading 2")
            letter.text("{{ stuk.tekst }}")
    return letter


_WORDS = {
    OutgoingKind.INVITATION_FAMILY: family,
    OutgoingKind.INVITATION_PROFESSIONAL: professional,
    OutgoingKind.AGENDA: agenda,
    OutgoingKind.SCRIPT: script,
    OutgoingKind.BUNDLE: bundle,
}


def _address(letter: Letter, title: str) -> None:
    letter.text("Persoonlijk en vertrouwelijk", "Vertrouwelijk")
    letter.text("{{ aan_naam }}", "Adres")
    with letter.when("aan_adres"):
        letter.text("{{ aan_adres }}", "Adres")
    letter.text("Datum\t{{ datum }}", "Eerste briefgegeven")
    letter.text("Kenmerk\t{{ kenmerk }}", "Briefgegevens")
    letter.text(title, "Title")


def make(kind: OutgoingKind) -> bytes:
    """The standard template of a kind; always the same bytes."""
    out = io.BytesIO()
    _WORDS[kind]().document.save(out)
    spec = SPECS[kind]
    parts = dict(open_package(out.getvalue(), spec.template).parts)
    parts[CORE] = core_properties(f"Sjabloon: {spec.title}", _MOMENT)
    return pack(parts)


def main() -> int:
    """Write the templates and the hashes of every template."""
    for kind, spec in SPECS.items():
        (assets("templates") / spec.template).write_bytes(make(kind))
    write_hashes()
    return 0


if __name__ == "__main__":
    sys.exit(main())
