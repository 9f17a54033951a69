"""What letters share: the head, the lists, and the one way to find what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ret_tui.documents.dutch import listing
from ret_tui.documents.facts import (
    AdviceLine,
    Head,
    Person,
    Reaction,
    Recognition,
    Sentences,
    WhoDoesWhat,
)
from ret_tui.documents.spec import Place, Shape, Value
from ret_tui.domain.dates import letter_date, long_date
from ret_tui.domain.errors import Gap
from ret_tui.domain.words import FamilyView, Recognised


class Missing:
    """Collects what a letter lacks. `jump` ids are `table.field`, or `table.row.field` with rows from 1."""

    def __init__(self) -> None:
        self._gaps: list[Gap] = []

    def need(self, value: str | date | Sequence[object] | None, field: str, jump: str) -> bool:
        """Note a gap when there is no value (spaces are no value); tell whether there was one."""
        there = bool(value.strip()) if isinstance(value, str) else bool(value)
        if not there:
            self._gaps.append(Gap(field, jump))
        return there

    def gaps(self) -> tuple[Gap, ...]:
        """Everything noted so far, in the order of the letter."""
        return tuple(self._gaps)


# --- head ---------------------------------------------------------------------------------------------

HEAD_PLACES = (
    Place("logo", "Het logo van de regio", Shape.PICTURE, may_be_empty=True, may_drop=True),
    Place(
        "concept",
        "Is waar zolang het advies niet is vastgesteld. Laat dit staan, met het woord CONCEPT",
        Shape.FLAG,
    ),
    Place("regio_naam", "Naam van de regio"),
    Place("regio_adres", "Adres van de regio, op één regel", may_be_empty=True, may_drop=True),
    Place("regio_contact", "Telefoon en e-mail van de regio"),
    Place("aan_naam", "Aan wie de brief gaat"),
    Place("aan_adres", "Adres van wie de brief krijgt", may_be_empty=True, may_drop=True),
    Place("aanhef", "Aanhef, zonder komma"),
    Place("datum_brief", "Datum van de brief"),
    Place("kenmerk", "Nummer van de casus"),
    Place("ondertekenaar", "Naam van wie ondertekent"),
    Place("functie_ondertekenaar", "Functie van wie ondertekent"),
)


def head_values(head: Head, greeting: str) -> dict[str, Value]:
    """Values of `HEAD_PLACES`. `greeting` opens the letter when no salutation was given."""
    sender = head.sender
    values: dict[str, Value] = {
        "concept": head.draft,
        "regio_naam": sender.name,
        "regio_adres": ", ".join(line.strip() for line in sender.address.splitlines() if line.strip()),
        "regio_contact": " · ".join(each for each in (sender.phone, sender.email) if each.strip()),
        "aan_naam": head.addressee.name,
        "aan_adres": head.addressee.address,
        "aanhef": filled(head.addressee.salutation) or f"{greeting} {head.addressee.name}",
        "datum_brief": day_text(head.written_on),
        "kenmerk": head.reference,
        "ondertekenaar": head.signature.name,
        "functie_ondertekenaar": head.signature.function,
        "logo": sender.logo or "",
    }
    return values


def filled(text: str) -> str:
    """The text, or nothing when it is spaces only."""
    return text if text.strip() else ""


def some(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something."""
    return tuple(each for each in texts if each.strip())


def need_head(missing: Missing, head: Head, addressee_jump: str) -> None:
    """Note what the head lacks. `addressee_jump` is where the reader's name is filled in."""
    missing.need(head.sender.name, "Naam van de regio", "region.name")
    missing.need(head.sender.phone + head.sender.email, "Telefoon of e-mail van de regio", "region.phone")
    missing.need(head.addressee.name, "Naam van wie de brief krijgt", addressee_jump)
    missing.need(head.reference, "Nummer van de casus", "case.number")
    missing.need(head.written_on, "Datum van de brief", "letter.written_on")


def need_signature(missing: Missing, head: Head) -> None:
    """Note who should sign, when that is not known."""
    missing.need(head.signature.name, "Naam van de voorzitter", "meeting.chair_id")
    missing.need(head.signature.function, "Functie van wie ondertekent", "meeting.chair_id")


def need_director_signature(missing: Missing, head: Head) -> None:
    """Note who should sign a letter after the meeting: the procesregisseur does."""
    jump = "direction.process_director.name"
    missing.need(head.signature.name, "Naam van de procesregisseur", jump)
    missing.need(head.signature.function, "Functie van wie ondertekent", jump)


# --- advice, actions, people --------------------------------------------------------------------------

ADVICE_PLACE = Place(
    "adviezen",
    "De punten van het advies",
    Shape.ROWS,
    each="advies",
    fields={
        "wat": "Wat wij adviseren",
        "waarom": "Waarom",
        "doel": "Het doel",
        "wie": "Door wie",
        "start": "Wanneer het start",
    },
    optional_fields=frozenset({"waarom", "doel", "wie", "start"}),
)
ACTIONS_PLACE = Place(
    "afspraken",
    "Wie doet wat, en wanneer",
    Shape.ROWS,
    each="afspraak",
    fields={"wat": "Wat er gebeurt", "wie": "Wie het doet", "wanneer": "Uiterlijk wanneer"},
)
REACTIONS_HEADING_PLACE = Place("kop_reacties", "Kop boven wat het gezin van het advies vindt", may_drop=True)
REACTIONS_PLACE = Place(
    "reacties",
    "Wat het gezin van het advies vindt",
    Shape.ROWS,
    each="reactie",
    fields={"zin": "Zin: eens, deels eens of niet eens", "woorden": "In eigen woorden"},
    optional_fields=frozenset({"woorden"}),
    may_be_empty=True,
)
RECOGNITION_PLACES = (
    Place("herkenning", "Zin: wordt dit herkend", may_be_empty=True),
    Place("herkenning_woorden", "Wat daarover gezegd is", may_be_empty=True),
)


def advice_values(advice: Iterable[AdviceLine]) -> Sequence[Mapping[str, str]]:
    """Rows of `ADVICE_PLACE`."""
    return [
        {
            "wat": line.what,
            "waarom": line.why,
            "doel": line.goal,
            "wie": line.by_whom,
            "start": day_text(line.start),
        }
        for line in advice
    ]


def need_advice(missing: Missing, advice: Sequence[AdviceLine], why: str) -> None:
    """Note what the points of the advice lack; a reason for the whole advice serves every point."""
    if missing.need(advice, "Punten van het advies", "advice.items"):
        for row, line in enumerate(advice, 1):
            missing.need(line.what, f"Advies {row}: wat", f"advice.items.{row}.what")
            missing.need(
                line.what if line.own else line.why + why, f"Advies {row}: waarom", f"advice.items.{row}.why"
            )


def action_values(
    actions: Iterable[WhoDoesWhat], written_on: date | None = None
) -> Sequence[Mapping[str, str]]:
    """Rows of `ACTIONS_PLACE`. What should have been done before `written_on` says that it is not."""
    return [
        {"wat": line.what, "wie": line.who, "wanneer": _when(line.by_when, written_on)} for line in actions
    ]


def _when(by_when: date | None, written_on: date | None) -> str:
    is_late = by_when is not None and written_on is not None and by_when < written_on
    return day_text(by_when) + (" (nog niet klaar)" if is_late else "")


def need_actions(missing: Missing, actions: Sequence[WhoDoesWhat]) -> None:
    """Note what the agreed actions lack: each has an owner and a date (domain §5)."""
    if missing.need(actions, "Afspraken: wie doet wat", "actions"):
        for row, line in enumerate(actions, 1):
            missing.need(line.what, f"Afspraak {row}: wat", f"actions.{row}.what")
            missing.need(line.who, f"Afspraak {row}: wie", f"actions.{row}.owner")
            missing.need(line.by_when, f"Afspraak {row}: uiterlijk", f"actions.{row}.due_on")


def person_places(name: str, who: str, *, may_be_empty: bool) -> tuple[Place, ...]:
    """Placeholders of somebody the reader can call."""
    return (
        Place(name, f"Naam en organisatie van {who}", may_be_empty=may_be_empty),
        Place(f"{name}_telefoon", f"Telefoon van {who}", may_be_empty=may_be_empty),
        Place(f"{name}_mail", f"E-mail van {who}", may_be_empty=True),
        Place(f"{name}_vervanger", f"Wie {who} vervangt", may_be_empty=True),
    )


def person_values(name: str, person: Person | None) -> dict[str, Value]:
    """Values of `person_places`."""
    person = person or Person("", "")
    organisation = f" van {person.organisation}" if person.organisation.strip() else ""
    return {
        name: person.name + organisation,
        f"{name}_telefoon": person.phone,
        f"{name}_mail": person.email,
        f"{name}_vervanger": person.deputy,
    }


def need_director(missing: Missing, person: Person) -> None:
    """Note what the reader lacks to reach the procesregisseur."""
    missing.need(person.name, "Naam van de procesregisseur", "direction.process_director.name")
    missing.need(person.phone, "Telefoon van de procesregisseur", "direction.process_director.phone")


_VIEWS = {
    FamilyView.AGREE: "het eens met dit advies",
    FamilyView.PARTLY: "het voor een deel eens met dit advies",
    FamilyView.DISAGREE: "het niet eens met dit advies",
}
_ADDRESSED = {"u": "U bent", "je": "Je bent", "jij": "Jij bent"}


def reaction_values(reactions: Iterable[Reaction]) -> Sequence[Mapping[str, str]]:
    """Rows of `REACTIONS_PLACE`."""
    return [
        {
            "zin": f"{_ADDRESSED.get(each.who.lower(), f'{each.who} is')} {_VIEWS[each.view]}.",
            "woorden": each.words,
        }
        for each in reactions
    ]


def reactions_heading(reactions: Sequence[Reaction], first_name: str) -> str:
    """What stands above the reactions in a letter to parents: it names only who gave one."""
    young = [each.who for each in reactions if each.who in (first_name, "De jeugdige")]
    if not young:
        return "Wat u van dit advies vindt"
    name = first_name or "uw kind"
    if len(young) == len(reactions):
        return f"Wat {name} van dit advies vindt"
    return f"Wat u en {name} van dit advies vinden"


_RECOGNISED = {
    Recognised.YES: "dit beeld",
    Recognised.PARTLY: "dit beeld voor een deel",
    Recognised.NO: "dit beeld niet",
}


def recognition_values(who: str, recognition: Recognition | None) -> dict[str, Value]:
    """Values of `RECOGNITION_PLACES`; `who` opens the sentence ("U herkent")."""
    if recognition is None:
        return {"herkenning": "", "herkenning_woorden": ""}
    return {
        "herkenning": f"{who} {_RECOGNISED[recognition.answer]}.",
        "herkenning_woorden": recognition.words,
    }


# --- dates and lists ----------------------------------------------------------------------------------

NEXT_TALK_PLACES = (
    Place("datum_vervolg", "Wanneer wij weer praten"),
    Place("data_daarna", "Latere momenten, in één zin", may_be_empty=True),
)


def next_talk_values(days: Sequence[date]) -> dict[str, Value]:
    """Values of `NEXT_TALK_PLACES`."""
    ordered = sorted(days)
    return {
        "datum_vervolg": long_date(ordered[0]) if ordered else "",
        "data_daarna": listing(letter_date(day) for day in ordered[1:]),
    }


BRIDGING_PLACES = (
    Place(
        "tot_de_hulp_start", "Is waar als er iets is afgesproken tot de hulp start", Shape.FLAG, may_drop=True
    ),
    Place("overbrugging", "Wat er gebeurt tot de hulp start", may_be_empty=True),
    Place("veiligheid", "Afspraken over veiligheid", may_be_empty=True),
    Place("wie_bellen", "Wie het gezin kan bellen", may_be_empty=True),
)


def bridging_values(bridging: str, safety: str, whom_to_call: str) -> dict[str, Value]:
    """Values of `BRIDGING_PLACES`."""
    return {
        "tot_de_hulp_start": any(each.strip() for each in (bridging, safety, whom_to_call)),
        "overbrugging": bridging,
        "veiligheid": safety,
        "wie_bellen": whom_to_call,
    }


# --- the region's sentences ---------------------------------------------------------------------------

RIGHTS_PLACES = (
    Place("tekst_klacht", "Wat iemand doet die het niet eens is (instelling)"),
    Place("tekst_vertrouwenspersoon", "De onafhankelijke vertrouwenspersoon (instelling)"),
    Place("tekst_gegevens", "Rechten bij gegevens (instelling)"),
)
SENTENCE_PLACES = (Place("tekst_bindend", "Wat het advies bindt (instelling van de regio)"), *RIGHTS_PLACES)


def sentence_values(sentences: Sentences) -> dict[str, Value]:
    """Values of `SENTENCE_PLACES`."""
    return {"tekst_bindend": sentences.binding, **rights_values(sentences)}


def rights_values(sentences: Sentences) -> dict[str, Value]:
    """Values of `RIGHTS_PLACES`."""
    return {
        "tekst_klacht": sentences.complaint,
        "tekst_vertrouwenspersoon": sentences.confidant,
        "tekst_gegevens": sentences.data,
    }


def need_sentences(missing: Missing, sentences: Sentences) -> None:
    """Note which sentences of the region are not filled in."""
    missing.need(sentences.binding, "Wat het advies bindt", "region.binding_text")
    need_rights(missing, sentences)


def need_rights(missing: Missing, sentences: Sentences) -> None:
    """Note which sentences of the region on complaints and data are not filled in."""
    missing.need(sentences.complaint, "Klacht", "region.complaint_text")
    missing.need(sentences.confidant, "Vertrouwenspersoon", "region.confidant_text")
    missing.need(sentences.data, "Gegevens", "region.data_text")


def day_text(day: date | None, with_weekday: bool = False) -> str:
    """A date in full, or nothing."""
    if day is None:
        return ""
    return long_date(day) if with_weekday else letter_date(day)
