"""The guide for people who edit templates in Word: `templates/LEESMIJ.md`, made from what the program knows."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from ret_tui.documents.catalogue import Document, catalogue
from ret_tui.documents.facts import Logo
from ret_tui.documents.spec import Place, Shape, Value

_INTRODUCTION = """\
# Sjablonen voor brieven

Elke brief wordt gemaakt met een sjabloon: een gewoon Word-document waarin invulplekken staan, zoals
`{{ datum_gesprek }}`. U mag het uiterlijk, de volgorde en de vaste zinnen veranderen. Zo gaat dat:

1. Maak een kopie van het sjabloon en open die in Word.
2. Pas aan wat u wilt: het lettertype, de kleuren (via de stijlen), de zinnen, de volgorde van de stukken.
3. Zet het logo in de koptekst van de eerste bladzijde. Geef het een beschrijving (rechtsklik, *Alternatieve tekst
   bewerken*), bijvoorbeeld “Logo van de regio”.
4. Sla het op als Word-document (`.docx`), zonder macro’s en zonder bijgehouden wijzigingen.
5. Kies het sjabloon in het programma: Instellingen, F5 tot Sjablonen, Enter op de brief. Het wordt dan eerst gecontroleerd met een verzonnen brief. Klopt er iets niet,
   dan leest u waar het staat en wat u kunt doen. Controleren kan ook zonder het programma te openen:

       python -m ret_tui.documents.check mijn-brief.docx --soort brief-ouders

Het programma bewaart uw sjabloon versleuteld, met een versienummer. De standaardsjablonen blijven altijd beschikbaar:
**s** zet er een terug.

## Invulplekken

| Zo schrijft u het | Wat het doet |
|---|---|
| `{{ kenmerk }}` | Hier komt de waarde. De opmaak van de invulplek geldt ook voor de waarde. |
| `{%p if school %}` … `{%p endif %}` | De regels ertussen staan alleen in de brief als er iets is ingevuld. |
| `{%p else %}` | Tussen `if` en `endif`: de regels hierna staan er juist als er niets is ingevuld. |
| `{%p for punt in sterke_kanten %}` … `{%p endfor %}` | De regels ertussen komen terug voor elk punt van een lijst. |
| `{%tr for afspraak in afspraken %}` … `{%tr endfor %}` | Hetzelfde voor rijen van een tabel. |
| `{% if … %}` … `{% endif %}` | Binnen één regel: een stukje zin dat soms wegvalt. |

- De kleine grijze regels sturen de brief. Een regel met `{%p … %}` en een rij met `{%tr … %}` bevatten verder niets
  en verdwijnen uit de brief.
- Bij een invulplek die **leeg kan zijn** hoort een `if`. Anders komt er geen brief.
- Een invulplek die **weg mag** kunt u weghalen. Alle andere moeten ergens in het sjabloon staan: zo gaat er nooit
  iets verloren. Een brief waar een waarde niet helemaal in staat, wordt niet gemaakt.
- Rekenen en andere opdrachten kunnen niet in een sjabloon.

## Andere bestanden in deze map

- `standaardteksten.toml`: de zinnen waarmee een nieuwe regio begint. Een bestaande regio wijzigt ze bij Instellingen.
- `gewone-taal.toml`: woorden die families vaak niet kennen, met een gewoner woord ernaast. Een regio vult dit aan met een
  eigen `gewone-taal.toml` in de map met gegevens (`ret-tui locate` toont waar): dezelfde kopjes, alleen wat anders is.
- `synoniemen.toml`: welke opschriften in ingevulde formulieren bij welk veld horen; op dezelfde manier aan te vullen.
"""

_USE = {
    Shape.TEXT: "`{{{{ {name} }}}}`",
    Shape.PICTURE: "`{{{{ {name} }}}}` (plaatje)",
    Shape.FLAG: "`{{%p if {name} %}}`",
    Shape.TEXTS: "`{{%p for {each} in {name} %}}`, dan `{{{{ {each} }}}}`",
    Shape.ROWS: "`{{%p for {each} in {name} %}}` of `{{%tr … %}}`",
}


def guide() -> str:
    """The whole guide as Markdown."""
    return _INTRODUCTION + "".join(chain.from_iterable(_document(each) for each in catalogue().values()))


def _document(document: Document) -> list[str]:
    spec, values = document.spec, document.full()
    lines = [
        f"\n## {document.label}: `{spec.template}`\n\n",
        "| Invulplek | Wat er komt | Voorbeeld | Leeg of weg |\n|---|---|---|---|\n",
    ]
    for place in spec.places:
        value = values[place.name]
        use = _USE[place.shape].format(name=place.name, each=place.each)
        lines.append(_row(use, place.meaning, _example(value), _rule(place.may_be_empty, place.may_drop)))
        if place.fields:
            lines += _fields(place, value)
    return lines


def _fields(place: Place, value: Value) -> list[str]:
    rows: Mapping[str, str] = {}
    if not isinstance(value, str | bool | Logo) and value and isinstance(value[0], Mapping):
        rows = value[0]
    return [
        _row(
            f"· `{{{{ {place.each}.{field} }}}}`",
            meaning,
            _example(rows.get(field, "")),
            _rule(field in place.optional_fields, may_drop=False),
        )
        for field, meaning in (place.fields or {}).items()
    ]


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _rule(may_be_empty: bool, may_drop: bool) -> str:
    rules = (("kan leeg zijn", may_be_empty), ("mag weg", may_drop))
    return ", ".join(rule for rule, holds in rules if holds)


def _example(value: Value) -> str:
    if isinstance(value, str):
        text = " ".join(value.split())
        return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if not isinstance(value, Logo) and value and isinstance(value[0], str):
        return _example(value[0])
    return ""
