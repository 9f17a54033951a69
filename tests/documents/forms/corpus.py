"""Thirty filled forms: fifteen ways in which regions lay out their forms, for two young people each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ret_tui.domain.words import FactorDomain, FactorKind, FactorRole, Word
from tests.documents.forms.people import (
    ANALYSIS,
    CARE,
    CARE_FIELDS,
    CARE_VALUES,
    FACTORS,
    FATHER,
    MOTHER,
    PEOPLE,
    REFUSAL_FIELDS,
    REFUSAL_VALUES,
    REFUSALS,
    Said,
)
from tests.documents.forms.writers import (
    bare,
    control,
    filled,
    old_box,
    old_list,
    p,
    run,
    saved,
    split_runs,
    symbol,
    table,
    tbl,
)

Person = dict[str, Said]
Expected = dict[str, Any]


@dataclass(frozen=True)
class Form:
    """A filled form and what should be read from it."""

    name: str
    data: bytes
    expected: Expected


LAYOUTS: dict[str, Callable[[Person], tuple[bytes, Expected]]] = {}


def layout(
    function: Callable[[Person], tuple[bytes, Expected]],
) -> Callable[[Person], tuple[bytes, Expected]]:
    LAYOUTS[function.__name__] = function
    return function


def values(person: Person, *names: str) -> Expected:
    return {f"case.{name}": person[f"case.{name}"].value for name in names}


def text(person: Person, name: str) -> str:
    return person[f"case.{name}"].text


def name_of(person: Person) -> str:
    return f"{text(person, 'first_name')} {text(person, 'last_name')}"


def care_expected() -> Expected:
    return {
        f"care.{number}.{field}": value
        for number, row in enumerate(CARE_VALUES, 1)
        for field, value in zip(CARE_FIELDS, row, strict=True)
    }


def refusals_expected() -> Expected:
    return {
        f"refusal.{number}.{field}": value
        for number, row in enumerate(REFUSAL_VALUES, 1)
        for field, value in zip(REFUSAL_FIELDS, row, strict=True)
    }


def holder(number: int, who: dict[str, Said], *names: str) -> Expected:
    return {f"holder.{number}.{name}": who[name].value for name in names}


@layout
def sections_with_two_columns(person: Person) -> tuple[bytes, Expected]:
    def build(d: Any) -> None:
        d.add_heading("Aanmeldformulier expertteam", 0)
        d.add_heading("1. Gegevens aanmelder", 1)
        table(
            d,
            [
                ("Naam", text(person, "applicant_name")),
                ("Functie", text(person, "applicant_role")),
                ("Organisatie", text(person, "applicant_organisation")),
                ("Telefoon", text(person, "applicant_phone")),
                ("E-mailadres", text(person, "applicant_email")),
            ],
        )
        d.add_heading("2. Gegevens jeugdige", 1)
        table(
            d,
            [
                ("Naam", name_of(person)),
                ("Geboortedatum (dd-mm-jjjj)", text(person, "birth_date")),
                ("Geslacht", text(person, "gender")),
                ("Gemeente", text(person, "municipality")),
                ("Juridische status", text(person, "legal_frame")),
                ("Huidige verblijfplaats", text(person, "residence")),
            ],
        )
        d.add_heading("3. Vraag aan het expertteam", 1)
        d.add_paragraph(text(person, "question"))

    return saved(build), values(
        person,
        "applicant_name",
        "applicant_role",
        "applicant_organisation",
        "applicant_phone",
        "applicant_email",
        "first_name",
        "last_name",
        "birth_date",
        "gender",
        "municipality",
        "legal_frame",
        "residence",
        "question",
    )


@layout
def one_shuffled_table(person: Person) -> tuple[bytes, Expected]:
    rows = [
        ("Hulpvraag:", text(person, "question")),
        ("Voornaam jeugdige:", text(person, "first_name")),
        ("E-mail verwijzer:", text(person, "applicant_email")),
        ("Mate van spoed:", text(person, "urgency")),
        ("Is een tolk nodig?", text(person, "interpreter")),
        ("Geboren op:", text(person, "birth_date")),
        ("Naam verwijzer:", text(person, "applicant_name")),
        ("Achternaam jeugdige:", text(person, "last_name")),
        ("Woonplaatsbeginsel:", text(person, "municipality")),
        ("Schoenmaat:", "38"),
        ("Wat is er al geprobeerd?", text(person, "tried")),
        ("Zijn de ouders gescheiden?", text(person, "parents_apart")),
        ("Op wachtlijst sinds:", text(person, "waiting_since")),
    ]
    names = (
        "question",
        "first_name",
        "applicant_email",
        "urgency",
        "interpreter",
        "birth_date",
        "applicant_name",
        "last_name",
        "municipality",
        "tried",
        "parents_apart",
        "waiting_since",
    )
    return saved(lambda d: table(d, rows)), values(person, *names)


@layout
def label_and_value_lines(person: Person) -> tuple[bytes, Expected]:
    def build(d: Any) -> None:
        d.add_paragraph("AANMELDING")
        d.add_paragraph("Graag volledig invullen en beveiligd mailen.")
        for label, name in (
            ("AANGEMELD DOOR", "applicant_name"),
            ("VERWIJZENDE ORGANISATIE", "applicant_organisation"),
            ("VOORNAAM", "first_name"),
            ("ACHTERNAAM", "last_name"),
            ("GEBOORTEDATUM", "birth_date"),
            ("GESLACHT", "gender"),
            ("GEMEENTE", "municipality"),
            ("WETTELIJK KADER", "legal_frame"),
            ("TAAL THUIS", "language"),
            ("STEUNPERSOON", "support_person"),
            ("VEILIGHEIDSAFSPRAKEN", "safety_agreements"),
            ("VRAAG", "question"),
        ):
            d.add_paragraph(f"{label}: {text(person, name)}")

    return saved(build), values(
        person,
        "applicant_name",
        "applicant_organisation",
        "first_name",
        "last_name",
        "birth_date",
        "gender",
        "municipality",
        "legal_frame",
        "language",
        "support_person",
        "safety_agreements",
        "question",
    )


@layout
def four_columns(person: Person) -> tuple[bytes, Expected]:
    def build(d: Any) -> None:
        d.add_paragraph("Persoonsgegevens jeugdige", "Heading 2")
        table(
            d,
            [
                ("Voornaam", text(person, "first_name"), "Achternaam", text(person, "last_name")),
                ("Geboortedatum", text(person, "birth_date"), "Geslacht", text(person, "gender")),
                ("Gemeente", text(person, "municipality"), "Onderwijs", text(person, "education")),
                ("Verblijf", text(person, "residence"), "BSN", ""),
            ],
        )
        d.add_paragraph("Verwijzer", "Heading 2")
        table(
            d,
            [
                ("Naam", text(person, "applicant_name"), "Functie", text(person, "applicant_role")),
                (
                    "Telefoonnummer",
                    text(person, "applicant_phone"),
                    "E-mail",
                    text(person, "applicant_email"),
                ),
            ],
        )

    return saved(build), values(
        person,
        "first_name",
        "last_name",
        "birth_date",
        "gender",
        "municipality",
        "education",
        "residence",
        "applicant_name",
        "applicant_role",
        "applicant_phone",
        "applicant_email",
    )


@layout
def headings_with_text_below(person: Person) -> tuple[bytes, Expected]:
    def build(d: Any) -> None:
        for label, name in (
            ("Voornaam", "first_name"),
            ("Geboortedatum", "birth_date"),
            ("Gemeente", "municipality"),
            ("Wat is uw vraag aan het expertteam?", "question"),
            ("Welke hulp is al ingezet?", "tried"),
            ("Waar wordt op gewacht?", "waiting_for"),
            ("Hoe dringend is het?", "urgency"),
        ):
            d.add_paragraph(label, "Heading 3")
            for line in text(person, name).split("\n"):
                d.add_paragraph(line)

    return saved(build), values(
        person, "first_name", "birth_date", "municipality", "question", "tried", "waiting_for", "urgency"
    )


def _boxes(options: list[tuple[str, str]], chosen: set[str], on: str = "☒", off: str = "☐") -> str:
    return "   ".join(f"{on if value in chosen else off} {label}" for label, value in options)


_KINDS = [("Gemeente", "gemeente"), ("GI", "gi"), ("Aanbieder", "aanbieder"), ("Ouder", "ouder")]
_FRAMES = [
    ("Vrijwillig", "vrijwillig"),
    ("OTS", "ots"),
    ("Voogdij", "voogdij"),
    ("Jeugdreclassering", "jeugdreclassering"),
]
_TYPES = [
    ("Passende hulp", "passende_hulp"),
    ("Woonplek", "woonplek"),
    ("Diagnostiek", "diagnostiek"),
    ("Regie", "regie"),
]
_YES = [("ja", "ja"), ("nee", "nee"), ("onbekend", "onbekend")]


def _stored(value: Any) -> set[str]:
    if isinstance(value, list):
        return {each.value for each in value}
    if isinstance(value, bool):
        return {"ja" if value else "nee"}
    return {value.value if isinstance(value, Word) else str(value)}


@layout
def ticked_boxes(person: Person) -> tuple[bytes, Expected]:
    def chosen(name: str) -> set[str]:
        return _stored(person[f"case.{name}"].value)

    def build(d: Any) -> None:
        d.add_paragraph("Aanmelder", "Heading 1")
        table(
            d,
            [
                ("U bent", _boxes(_KINDS, chosen("applicant_kind")).replace("   ", "\n")),
                ("Naam", text(person, "applicant_name")),
            ],
        )
        d.add_paragraph("Jeugdige", "Heading 1")
        d.add_paragraph(f"Naam: {name_of(person)}")
        d.add_paragraph(f"Juridisch kader: {_boxes(_FRAMES, chosen('legal_frame'), '[x]', '[ ]')}")
        d.add_paragraph("Waar gaat de vraag over?")
        for label, value in _TYPES:
            d.add_paragraph(f"{'☑' if value in chosen('question_types') else '☐'} {label}")
        d.add_paragraph(f"Is de situatie acuut onveilig? {_boxes(_YES, chosen('safety_acute'))}")
        d.add_paragraph(f"Tolk nodig {_boxes(_YES, chosen('interpreter'), '(x)', '( )')}")
        d.add_paragraph(f"Geboortedatum: {text(person, 'birth_date')}")

    return saved(build), values(
        person,
        "applicant_kind",
        "applicant_name",
        "first_name",
        "last_name",
        "legal_frame",
        "question_types",
        "safety_acute",
        "interpreter",
        "birth_date",
    )


@layout
def content_controls(person: Person) -> tuple[bytes, Expected]:
    born = person["case.birth_date"].value
    day = f'<w:date w:fullDate="{born.isoformat()}T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>'
    empty = "<w:showingPlcHdr/><w:text/>"
    rows = [
        (p("Voornaam"), p(inside=control(text(person, "first_name")))),
        (p("Achternaam"), p(inside=control(text(person, "last_name")))),
        (p("Geboortedatum"), p(inside=control(text(person, "birth_date"), day))),
        (
            p("Gemeente"),
            p(
                inside=control(
                    text(person, "municipality"), "<w:comboBox><w:listItem w:value='x'/></w:comboBox>"
                )
            ),
        ),
        (p("Geslacht"), p(inside=control(text(person, "gender"), "<w:dropDownList/>"))),
        (p("Steunpersoon"), p(inside=control("Klik of tik om tekst in te voeren.", empty))),
        (p("Moedertaal"), p(inside=control("Klik of tik om tekst in te voeren."))),
        (p("De vraag in één zin"), p(inside=control(text(person, "question")))),
    ]
    whole_cell = f"<w:tr><w:tc>{p('Organisatie aanmelder')}</w:tc><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:tc>{p(text(person, 'applicant_organisation'))}</w:tc></w:sdtContent></w:sdt></w:tr>"
    body = tbl(rows).replace("</w:tbl>", whole_cell + "</w:tbl>")
    return bare(body), values(
        person,
        "first_name",
        "last_name",
        "birth_date",
        "municipality",
        "gender",
        "question",
        "applicant_organisation",
    )


@layout
def fields_of_the_old_kind(person: Person) -> tuple[bytes, Expected]:
    frames = ["vrijwillig", "OTS", "voogdij"]
    at = {"ots": 1, "voogdij": 2}[person["case.legal_frame"].value.value]
    yes = person["case.parents_apart"].value
    body = "".join(
        (
            p(f"Voornaam: {text(person, 'first_name')}"),
            p(f"Geb. datum: {text(person, 'birth_date')}"),
            p(inside=run("Juridische maatregel: ") + old_list(frames, at)),
            p(
                inside=run("Ouders gescheiden: ")
                + old_box(yes)
                + run(" ja  ")
                + old_box(not yes)
                + run(" nee")
            ),
            p(f"Gemeente: {text(person, 'municipality')}"),
            tbl(
                [
                    (
                        p("Soort aanmelder"),
                        p(
                            inside=symbol(person["case.applicant_kind"].value == "gemeente")
                            + run(" gemeente ")
                            + symbol(person["case.applicant_kind"].value == "gi")
                            + run(" GI")
                        ),
                    )
                ]
            ),
        )
    )
    return bare(body), values(
        person, "first_name", "birth_date", "legal_frame", "parents_apart", "municipality", "applicant_kind"
    )


@layout
def broken_runs_and_tracked_changes(person: Person) -> tuple[bytes, Expected]:
    changed = f'<w:p><w:r><w:t xml:space="preserve">Gemeente: </w:t></w:r><w:del><w:r><w:delText>Oudstad</w:delText></w:r></w:del><w:ins>{run(text(person, "municipality"))}</w:ins></w:p>'
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Voornaam: Verborgen</w:t></w:r></w:p>"
    box = f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{p('Steunpersoon: ' + text(person, 'support_person'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{p('Steunpersoon: ' + text(person, 'support_person'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
    body = "".join(
        (
            hidden,
            split_runs(f"Voornaam: {text(person, 'first_name')}"),
            split_runs(f"Achternaam: {text(person, 'last_name')}"),
            changed,
            f"<w:p><w:r>{box}</w:r></w:p>",
            tbl(
                [
                    (split_runs("Naam aanmelder"), split_runs(text(person, "applicant_name"))),
                    (p("Functie aanmelder"), p(text(person, "applicant_role"))),
                ]
            ),
            p(f"Geboortedatum:\t{text(person, 'birth_date')}").replace("\t", "</w:t><w:tab/><w:t>"),
        )
    )
    return bare(body), values(
        person,
        "first_name",
        "last_name",
        "municipality",
        "support_person",
        "applicant_name",
        "applicant_role",
        "birth_date",
    )


@layout
def parents_and_records(person: Person) -> tuple[bytes, Expected]:
    def build(d: Any) -> None:
        d.add_heading("Jeugdige", 1)
        table(d, [("Roepnaam", text(person, "first_name")), ("Geboortedatum", text(person, "birth_date"))])
        d.add_heading("Ouder 1", 1)
        table(
            d,
            [
                ("Naam", MOTHER["name"].text),
                ("Relatie tot jeugdige", MOTHER["relation"].text),
                ("Telefoon", MOTHER["phone"].text),
            ],
        )
        d.add_heading("Ouder 2", 1)
        table(
            d,
            [
                ("Naam", FATHER["name"].text),
                ("Relatie tot jeugdige", FATHER["relation"].text),
                ("Telefoon", FATHER["phone"].text),
            ],
        )
        d.add_heading("Hulpverleningsgeschiedenis", 1)
        table(d, [("Van", "Tot", "Soort hulp", "Aanbieder", "Reden einde"), *CARE])
        d.add_heading("Afwijzingen", 1)
        table(d, [("Aanbieder", "Reden afwijzing", "Datum"), *REFUSALS])

    expected = values(person, "first_name", "birth_date") | care_expected() | refusals_expected()
    return saved(build), expected | holder(1, MOTHER, "name", "relation", "phone") | holder(
        2, FATHER, "name", "relation", "phone"
    )


@layout
def parents_by_name_of_label(person: Person) -> tuple[bytes, Expected]:
    rows = [
        ("Naam jeugdige", name_of(person)),
        ("Geboortedatum", text(person, "birth_date")),
        ("Naam moeder", MOTHER["name"].text),
        ("Telefoon moeder", MOTHER["phone"].text),
        ("Naam vader", FATHER["name"].text),
        ("Telefoon vader", FATHER["phone"].text),
        ("Kinderbeschermingsmaatregel", text(person, "legal_frame")),
        ("Huidige hulp", "n.v.t."),
        ("Opmerkingen", "Bel bij voorkeur in de ochtend."),
    ]
    expected = values(person, "first_name", "last_name", "birth_date", "legal_frame")
    return saved(lambda d: table(d, rows)), expected | holder(
        1, MOTHER, "name", "relation", "phone"
    ) | holder(2, FATHER, "name", "relation", "phone")


@layout
def our_own_form(person: Person) -> tuple[bytes, Expected]:
    names = [each.removeprefix("case.") for each in person if each != "case.question_types"]
    labels = {
        "case.applicant_kind",
        "case.gender",
        "case.legal_frame",
        "case.residence",
        "case.education",
        "case.urgency",
        "case.safety_acute",
        "case.school_problems",
    }
    texts = {f"case.{name}": text(person, name) for name in names}
    texts |= {each: person[each].value.label for each in labels}
    texts |= {
        "holder.1.name": MOTHER["name"].text,
        "holder.1.relation": "Moeder",
        "holder.1.phone": MOTHER["phone"].text,
        "holder.1.has_authority": "Ja",
        "holder.1.address": "Proefstraat 1\n5900 AA Proefstad",
    }
    ticks = [f"Soort vraag: {each.label}" for each in person["case.question_types"].value]
    rows = {
        "Van": CARE,
        "Aanbieder": [(who, why, "", day) for who, why, day in REFUSALS],
        "Wie geeft toestemming": [
            ("Jeugdige", "ja", "ja", "12-11-2026", "schriftelijk"),
            ("Moeder", "ja", "nee", "12-11-2026", "mondeling"),
        ],
    }
    expected = values(person, *names, "question_types") | care_expected() | refusals_expected()
    expected |= holder(1, MOTHER, "name", "relation", "phone") | {
        "holder.1.has_authority": True,
        "holder.1.address": "Proefstraat 1\n5900 AA Proefstad",
    }
    return filled("aanmeldformulier.docx", texts, ticks, rows), expected


@layout
def our_own_analysis(person: Person) -> tuple[bytes, Expected]:
    texts = {key: each.text for key, each in ANALYSIS.items()} | {
        "case.first_name": text(person, "first_name"),
        "case.birth_date": text(person, "birth_date"),
    }
    rows = {
        "Factor": [(*row, "") for row in FACTORS],
        "Doel": [("Een vaste plek", "Sam"), ("Weer naar school", "moeder")],
    }
    expected = {key: each.value for key, each in ANALYSIS.items()} | values(
        person, "first_name", "birth_date"
    )
    for number, (what, domain, kind, role, source) in enumerate(FACTORS, 1):
        expected |= {
            f"factor.{number}.text": what,
            f"factor.{number}.domain": FactorDomain(domain),
            f"factor.{number}.kind": FactorKind(kind),
            f"factor.{number}.role": FactorRole(role.replace(" ", "_")),
            f"factor.{number}.source": source,
        }
    expected |= {
        "goal.1.text": "Een vaste plek",
        "goal.1.whose": "Sam",
        "goal.2.text": "Weer naar school",
        "goal.2.whose": "moeder",
    }
    return filled("verklarende-analyse.docx", texts, rows=rows), expected


@layout
def another_analysis(person: Person) -> tuple[bytes, Expected]:
    def build(d: Any) -> None:
        d.add_heading("Verklarende analyse", 0)
        d.add_paragraph(f"Naam jeugdige: {name_of(person)}")
        for label, name in (
            ("Visie van het gezin", "family_words"),
            ("Visie jeugdige", "perspective_year"),
            ("Verschillen van inzicht", "contradictions"),
            ("Ontbrekend onderzoek", "missing_diagnostics"),
        ):
            d.add_heading(label, 2)
            for line in ANALYSIS[f"analysis.{name}"].text.split("\n"):
                d.add_paragraph(line)
        d.add_heading("Risicofactoren", 2)
        d.add_paragraph("Wisselende begeleiding", "List Bullet")
        d.add_paragraph("- Geen school")
        d.add_heading("Beschermende factoren", 2)
        d.add_paragraph("• Band met de mentor")

    expected: Expected = {
        f"analysis.{name}": ANALYSIS[f"analysis.{name}"].value
        for name in ("family_words", "perspective_year", "contradictions", "missing_diagnostics")
    }
    expected |= values(person, "first_name", "last_name")
    for number, (what, kind) in enumerate(
        (
            ("Wisselende begeleiding", FactorKind.RISK),
            ("Geen school", FactorKind.RISK),
            ("Band met de mentor", FactorKind.PROTECTIVE),
        ),
        1,
    ):
        expected |= {f"factor.{number}.text": what, f"factor.{number}.kind": kind}
    return saved(build), expected


@layout
def through_libreoffice(person: Person) -> tuple[bytes, Expected]:
    """A form that LibreOffice wrote; made once, see `make_libreoffice`."""
    who = next(key for key, each in PEOPLE.items() if each is person)
    data = (Path(__file__).parent / "files" / f"libreoffice-{who}.docx").read_bytes()
    return data, our_own_form(person)[1]


def forms() -> Iterator[Form]:
    """Every form of the corpus."""
    for kind, write in LAYOUTS.items():
        for who, person in PEOPLE.items():
            data, expected = write(person)
            yield Form(f"{kind}-{who}.docx", data, expected)


def make_libreoffice() -> None:
    """Send our own filled form through LibreOffice; run by hand when the form changes."""
    import subprocess
    import tempfile

    folder = Path(__file__).parent / "files"
    folder.mkdir(exist_ok=True)
    for who, person in PEOPLE.items():
        with tempfile.TemporaryDirectory() as made:
            source = Path(made) / f"libreoffice-{who}.docx"
            source.write_bytes(our_own_form(person)[0])
            subprocess.run(
                [
                    "soffice",
                    "--headless",
                    "--convert-to",
                    "docx:MS Word 2007 XML",
                    "--outdir",
                    str(folder),
                    str(source),
                ],
                check=True,
            )


if __name__ == "__main__":
    make_libreoffice()
