"""The words of invitations, agenda, script and reading bundle, written into the house style.

    python -m ret_tui.documents.word.house_outgoing          # writes templates/*.docx

For families: short sentences, no jargon; a young person reads `je`.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from typing import Any

from ret_tui.assets import assets
from ret_tui.documents.outgoing_specs import SPECS
from ret_tui.documents.word.hashes import write_hashes
from ret_tui.documents.word.house_style import Letter
from ret_tui.documents.word.package import CORE, core_properties, open_package, pack
from ret_tui.domain.words import OutgoingKind

_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
_AGENDA_COLUMNS = (
    ("Tijd", "{{ punt.tijd }}", 1.0),
    ("Onderdeel", "{{ punt.wat }}", 3.5),
    ("Minuten", "{% if punt.minuten %}{{ punt.minuten }}{% endif %}", 1.1),
    ("Wie", "{% if punt.wie %}{{ punt.wie }}{% endif %}", 4.4),
)


def family() -> Letter:
    """The invitation to young person and parents, with ‘Rollen en verwachtingen’ in plain Dutch."""
    letter = Letter("Uitnodiging voor een gesprek")
    _address(letter, "Uitnodiging voor een gesprek")
    letter.text("Beste {{ aan_naam }},")
    _instead(letter)
    with letter.when("jij"):
        _family_words(letter, _YOU)
        letter.otherwise()
        _family_words(letter, _PARENT)
    return letter


_YOU = {
    "core": "Wij praten binnenkort met jou over hoe het verder kan. Jij hoort daarbij. Jij weet zelf het beste hoe het met je gaat.",
    "about": "Wij willen samen een antwoord vinden op deze vraag: {{ vraag }}",
    "expect": "Wat kun je verwachten?",
    "first": "Jij mag als eerste vertellen. Wat gaat goed? Wat vind jij belangrijk? Wat wil jij? Je mag ook iets opschrijven, iets laten zien of niets zeggen.",
    "listen": "Daarna stellen de experts vragen en denken zij mee. Aan het eind leest de voorzitter het advies voor. Dan zeg jij wat je ervan vindt. Na het gesprek krijg je een brief met het advies.",
    "support": "Wil je iemand meenemen die jou helpt? Dat mag altijd. Wil je liever niet komen, of niet de hele tijd? Bel ons, dan zoeken wij een andere manier om jou te horen.",
    "roles": (
        "Jij vertelt wat jij wilt. Je hoeft geen antwoord te geven als je dat niet wilt.",
        "Wie de aanvraag deed, vertelt wat er al is geprobeerd.",
        "De experts kennen veel soorten hulp. Zij geven samen een advies.",
        "De voorzitter{% if voorzitter %}, {{ voorzitter }},{% endif %} leidt het gesprek en let erop dat jij aan het woord komt.",
    ),
    "secret": "Iedereen aan tafel houdt geheim wat jij vertelt. Zonder jouw naam mag het team wel leren van het gesprek.",
    "contact": "Heb je vragen, of kun je niet komen? Bel of mail ons: {{ regio_contact }}.",
}
_PARENT = {
    "core": "Wij praten binnenkort met u over hoe het verder kan met {{ jeugdige }}. U hoort daarbij. U kent {{ jeugdige }} het beste.",
    "about": "Wij willen samen een antwoord vinden op deze vraag: {{ vraag }}",
    "expect": "Wat kunt u verwachten?",
    "first": "{{ jeugdige }} en u mogen als eersten vertellen. Wat gaat goed? Wat maakt het moeilijk? Wat wilt u graag? U bent bij het hele gesprek.",
    "listen": "Daarna stellen de experts vragen en denken zij mee. Aan het eind leest de voorzitter het advies voor. Dan vragen wij wat u ervan vindt. Na het gesprek krijgt u een brief met het advies.",
    "support": "Wilt u iemand meenemen die u steunt? Dat mag altijd. Ziet u op tegen het gesprek? Bel ons, dan bespreken wij wat u nodig heeft.",
    "roles": (
        "U vertelt wat er speelt en wat u graag wilt. U hoeft niets voor te bereiden.",
        "Wie de aanvraag deed, vertelt wat er al is geprobeerd.",
        "De experts kennen veel soorten hulp. Zij geven samen een advies.",
        "De voorzitter{% if voorzitter %}, {{ voorzitter }},{% endif %} leidt het gesprek en let erop dat iedereen aan het woord komt.",
    ),
    "secret": "Iedereen aan tafel houdt geheim wat er is besproken. Zonder namen mag het team wel leren van het gesprek.",
    "contact": "Hebt u vragen, of kunt u niet komen? Bel of mail ons: {{ regio_contact }}.",
}


def _family_words(letter: Letter, words: dict[str, Any]) -> None:
    """The body of the invitation in one form of address."""
    letter.text(words["core"], "Kernboodschap")
    letter.heading("Wanneer en waar?")
    letter.text("**Wanneer:** {{ overleg_datum }}, {{ overleg_tijd }}.")
    with letter.when("overleg_plaats"):
        letter.text("**Waar:** {{ overleg_plaats }}.")
    with letter.when("vraag"):
        letter.heading("Waarover praten wij?")
        letter.text(words["about"])
    with letter.when("aan_tafel"):
        letter.heading("Wie komen er?")
        letter.bullets("iemand", "aan_tafel")
    letter.heading(words["expect"])
    for name in ("first", "listen", "support"):
        letter.text(words[name])
    with letter.when("tolk"):
        letter.text("Er is een tolk bij het gesprek.")
    letter.heading("Wie doet wat?")
    for each in words["roles"]:
        letter.text(each, "List Bullet")
    letter.text(words["secret"])
    letter.text(words["contact"], "Slot")


def professional() -> Letter:
    """The invitation to referrers, practitioners and experts."""
    letter = Letter("Uitnodiging expertteam")
    _address(letter, "Uitnodiging voor het overleg van het expertteam")
    letter.text("Beste {{ aan_naam }},")
    letter.text(
        "Wij nodigen u uit voor het overleg op {{ overleg_datum }}, {{ overleg_tijd }}{% if overleg_plaats %}, {{ overleg_plaats }}{% endif %}.",
        "Kernboodschap",
    )
    _instead(letter)
    letter.heading("Waarvoor wij u uitnodigen")
    letter.table(_AGENDA_COLUMNS, "punt", "punten")
    with letter.when("vraagt"):
        letter.heading("Wat wij u vragen")
        letter.bullets("verzoek", "vraagt")
    letter.heading("Rollen en verwachtingen")
    with letter.each("alinea", "rollen"):
        letter.text("{{ alinea }}")
    with letter.when("voorzitter"):
        letter.text("Voorzitter van dit overleg is {{ voorzitter }}.")
    letter.text("Kunt u niet komen? Laat het ons weten, en wie u vervangt: {{ regio_contact }}.", "Slot")
    return letter


def agenda() -> Letter:
    """The agenda of a meeting."""
    letter = Letter("Agenda expertteam")
    letter.text("Agenda {{ overleg_datum }}", "Title")
    letter.text("**Tijd:** {{ overleg_tijd }}")
    with letter.when("overleg_plaats"):
        letter.text("**Plaats:** {{ overleg_plaats }}")
    with letter.when("voorzitter"):
        letter.text("**Voorzitter:** {{ voorzitter }}")
    letter.table(_AGENDA_COLUMNS, "punt", "punten")
    letter.text(
        "Casussen staan hier alleen met hun nummer. Gemaakt op {{ datum }}. Kunt u niet komen? {{ regio_contact }}",
        "Slot",
    )
    return letter


def script() -> Letter:
    """The chair's script."""
    letter = Letter("Regieboek")
    letter.text("Regieboek {{ overleg_datum }}", "Title")
    letter.text(
        "Alleen voor de voorzitter; hierin staan namen. Overleg {{ overleg_tijd }}{% if overleg_plaats %}, {{ overleg_plaats }}{% endif %}. Gemaakt op {{ datum }}.",
        "Kernboodschap",
    )
    letter.table(_AGENDA_COLUMNS, "punt", "punten")
    letter.heading("Opening")
    with letter.when("team"):
        letter.text("**Team:** {{ team }}")
    with letter.when("afwezig"):
        letter.text("**Afgemeld:** {{ afwezig }}")
    letter.text(
        "Welkom, wie is er, wie vervangt wie. Iedereen houdt geheim wat er wordt besproken. Telefoons weg."
    )
    with letter.when("terugkoppeling"):
        letter.heading("Terugkoppeling")
        letter.bullets("melding", "terugkoppeling")
    with letter.when("casussen"), letter.each("casus", "casussen"):
        letter.heading("{{ casus.tijd }} · casus {{ casus.nummer }} · {{ casus.wie }}")
        with letter.when("casus.vraag"):
            letter.text("**De vraag:** {{ casus.vraag }}")
        with letter.when("casus.tafel"):
            letter.text("**Aan tafel, naast het team:** {{ casus.tafel }}")
        letter.text("**Toestemming:** {{ casus.toestemming }}")
        with letter.when("casus.ontbreekt"):
            letter.text("**Ontbreekt nog:** {{ casus.ontbreekt }}")
        with letter.when("casus.let_op"):
            letter.text("**Let op:** {{ casus.let_op }}")
        with letter.when("casus.regisseur"):
            letter.text("**Mogelijke procesregisseur:** {{ casus.regisseur }}")
        with letter.when("casus.stappen"):
            letter.text("{{ casus.stappen }}")
    letter.heading("Signaalronde en reflectie")
    letter.text(
        "Signalen zonder personen: het gezin is weg of er komt geen casus in voor. Reflectie: wat ging goed aan tafel, wie kwam te weinig aan het woord, wat doen wij de volgende keer anders?"
    )
    return letter


def bundle() -> Letter:
    """The reading bundle of one case."""
    letter = Letter("Leesbundel")
    letter.text("Leesbundel casus {{ kenmerk }}", "Title")
    letter.text(
        "Vertrouwelijk: alleen voor wie is uitgenodigd voor het overleg van {{ overleg_datum }}, {{ overleg_tijd }}{% if overleg_plaats %}, {{ overleg_plaats }}{% endif %}. Niet doorsturen. Vernietig deze bundel na het overleg.",
        "Kernboodschap",
    )
    with letter.when("zonder_naam"):
        letter.text(
            "{% if lering %}Leeritem: het team leert van deze casus, zonder namen.{% else %}Er is geen toestemming om met naam te bespreken. Namen zijn daarom vervangen.{% endif %}"
        )
    letter.text("**Over wie:** {{ wie }}")
    with letter.when("vraag"):
        letter.heading("De vraag")
        letter.text("{{ vraag }}")
    with letter.when("kern"):
        letter.heading("In het kort")
        letter.table((("Onderwerp", "{{ punt.wat }}", 2.0), ("Nu", "{{ punt.tekst }}", 6.0)), "punt", "kern")
    with letter.when("jeugdige"):
        letter.heading("Hoe de jeugdige het ziet")
        letter.bullets("zin", "jeugdige")
    with letter.when("gezin"):
        letter.heading("Het verhaal van het gezin")
        letter.text("{{ gezin }}")
    for name, title in (
        ("veiligheid", "Veiligheid"),
        ("overbrugging", "Hulp tot de echte hulp start"),
        ("geprobeerd", "Wat is geprobeerd"),
    ):
        with letter.when(name):
            letter.heading(title)
            letter.text(f"{{{{ {name} }}}}")
    with letter.when("hulp"):
        letter.heading("Eerdere hulp")
        letter.table(
            (
                ("Wanneer", "{% if regel.tijd %}{{ regel.tijd }}{% endif %}", 2.6),
                ("Wat", "{% if regel.wat %}{{ regel.wat }}{% endif %}", 3.9),
                ("Waarom gestopt", "{% if regel.einde %}{{ regel.einde }}{% endif %}", 3.5),
            ),
            "regel",
            "hulp",
        )
    with letter.when("afwijzingen"):
        letter.heading("Afwijzingen")
        letter.bullets("afwijzing", "afwijzingen")
    with letter.when("factoren"):
        letter.heading("Verklarende analyse")
        letter.table(
            (
                ("Factor", "{{ factor.wat }}", 4.4),
                ("Soort", "{{ factor.soort }}", 2.8),
                ("Wie zegt dit", "{% if factor.bron %}{{ factor.bron }}{% endif %}", 2.0),
            ),
            "factor",
            "factoren",
        )
    for name, each, title in (
        ("verbanden", "verband", "Hoe het samenhangt"),
        ("hypothesen", "hypothese", "Hypothesen"),
        ("doelen", "doel", "Doelen"),
    ):
        with letter.when(name):
            letter.heading(title)
            letter.bullets(each, name)
    for name, title in (
        ("tegenstrijdig", "Waarover professionals verschillen"),
        ("diagnostiek", "Ontbrekende diagnostiek"),
    ):
        with letter.when(name):
            letter.heading(title)
            letter.text(f"{{{{ {name} }}}}")
    with letter.when("stukken"):
        letter.heading("Stukken")
        with letter.each("stuk", "stukken"):
            letter.text("{{ stuk.titel }}", "Heading 2")
            letter.text("{{ stuk.tekst }}")
    letter.text("Gemaakt op {{ datum }}. Vragen: {{ regio_contact }}.", "Slot")
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


def _instead(letter: Letter) -> None:
    """Who was invited for another day, time or place reads that first."""
    with letter.when("vervangt"):
        letter.text("**Let op.** {{ vervangt }}")


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
