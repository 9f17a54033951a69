"""The words of the standard letters, written into the house style, and the files that come of them.

    python -m ret_tui.documents.word.house_letters          # writes templates/*.docx, LEESMIJ.md and shipped.py

For families: the core message first, headings that tell the story, short sentences, no jargon (domain §9, §12).
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime

from ret_tui.assets import assets
from ret_tui.documents.guide import guide
from ret_tui.documents.letters import SPECS
from ret_tui.documents.word import house_followup, house_professional, house_young
from ret_tui.documents.word import house_parts as parts
from ret_tui.documents.word.hashes import write_hashes
from ret_tui.documents.word.house_style import Letter
from ret_tui.documents.word.package import CORE, core_properties, open_package, pack
from ret_tui.domain.letter_words import LetterKind

_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def parents() -> Letter:
    """The letter to parents or guardian."""
    letter = Letter("Ons advies")
    parts.opening(letter, "Ons advies over {{ jeugdige }}")
    letter.heading("Waarom krijgt u deze brief?")
    letter.text(
        "Op {{ datum_gesprek }} was er een gesprek over {{ jeugdige }}. Daar waren bij: {{ aanwezig }}. "
        "De vraag was: {{ vraag }}"
    )
    letter.heading("Ons advies in het kort")
    letter.text("{{ advies_kort }}", "Kernboodschap")
    letter.heading("Wat u ons vertelde")
    with letter.when("woorden_gezin"):
        letter.text("{{ woorden_gezin }}", "Quote")
        letter.otherwise()
        letter.text("Wij schreven nog niets van u op. Wij horen graag wat u belangrijk vindt.")
    with letter.when("woorden_jeugdige"):
        letter.text("{{ jeugdige }} zei:", "Aanloop")
        letter.text("{{ woorden_jeugdige }}", "Quote")
    letter.heading("Zo begrijpen wij de situatie")
    parts.strengths(letter)
    letter.text("{{ uitleg }}")
    with letter.when("moeilijke_kanten"):
        letter.text("Dit maakt het moeilijk:", "Aanloop")
        letter.bullets("punt", "moeilijke_kanten")
    with letter.when("herkenning"):
        letter.text(
            "{{ herkenning }}{% if herkenning_woorden %} U zei: “{{ herkenning_woorden }}”{% endif %}"
        )
    letter.heading("Wat wij adviseren, en waarom")
    with letter.when("waarom_advies"):
        letter.text("{{ waarom_advies }}")
    parts.advice(letter)
    parts.ahead(letter, "De langere termijn", "Als {{ jeugdige }} 18 jaar wordt")
    with letter.when("reacties"):
        letter.heading("{{ kop_reacties }}")
        parts.reactions(letter)
    letter.heading("Wie doet wat, en wanneer?")
    parts.actions(letter, "Wat gebeurt er?", "Wie doet het?", "Wanneer is het klaar?")
    letter.heading("Wie zorgt dat het gebeurt?")
    letter.text(
        "Dat is uw procesregisseur: {{ procesregisseur }}. "
        "Deze persoon zorgt dat iedereen doet wat is afgesproken. Dat stopt pas als de oplossing er is. "
        f"{parts.call('procesregisseur')}"
        "{% if procesregisseur_vervanger %} Is uw procesregisseur er niet? Vraag dan naar {{ procesregisseur_vervanger }}."
        "{% endif %}"
    )
    parts.case_manager(letter, "Uw")
    with letter.when("tot_de_hulp_start"):
        letter.heading("Tot de hulp start")
        parts.bridging(letter, "Wilt u iemand bellen?")
    parts.next_talks(letter, "Wanneer praten wij weer met u?", "wij")
    parts.what_binds(letter, "Moet iedereen dit advies volgen?")
    parts.disagree(letter, "Bent u het niet met ons eens?")
    parts.shared_data(
        letter, "Wat gebeurt er met uw gegevens?", "Dit advies", "Klopt er iets niet in deze brief?"
    )
    parts.closing(letter, "Heeft u een vraag? Bel of mail ons. Ons nummer staat boven aan deze brief.")
    return letter


def young_person() -> Letter:
    """The young person's own letter."""
    letter = Letter("Ons advies voor jou")
    parts.opening(letter, "Ons advies voor jou")
    letter.heading("Waarom krijg je deze brief?")
    letter.text(
        "Op {{ datum_gesprek }} was er een gesprek over jou. Daar waren bij: {{ aanwezig }}. De vraag was: {{ vraag }}"
    )
    letter.heading("Ons advies in het kort")
    letter.text("{{ advies_kort }}", "Kernboodschap")
    letter.heading("Wat jij belangrijk vindt")
    with letter.when("eigen_woorden"):
        letter.text("{{ eigen_woorden }}", "Quote")
        letter.otherwise()
        letter.text("We schreven nog niets van jou op. Je kunt ons altijd vertellen wat je belangrijk vindt.")
    letter.heading("Hoe wij ernaar kijken")
    parts.strengths(letter)
    letter.text("{{ uitleg }}")
    letter.heading("Wat wij adviseren, en waarom")
    with letter.when("waarom_advies"):
        letter.text("{{ waarom_advies }}")
    parts.advice(letter)
    parts.ahead(letter, "Later", "Als je 18 wordt")
    with letter.when("reacties"):
        letter.heading("Wat jij ervan vindt")
        parts.reactions(letter)
    letter.heading("Wie doet wat, en wanneer?")
    parts.actions(letter, "Wat gebeurt er?", "Wie doet het?", "Wanneer is het klaar?")
    letter.heading("Wie zorgt dat het gebeurt?")
    letter.text(
        "Dat is jouw procesregisseur: {{ procesregisseur }}. Die zorgt dat iedereen doet wat is afgesproken. "
        f"Je mag altijd bellen. {parts.call('procesregisseur')}"
        "{% if procesregisseur_vervanger %} Is die er niet? Vraag dan naar {{ procesregisseur_vervanger }}.{% endif %}"
    )
    parts.case_manager(letter, "Jouw")
    with letter.when("tot_de_hulp_start"):
        letter.heading("Tot de hulp start")
        parts.bridging(letter, "Wil je iemand bellen?")
    parts.next_talks(letter, "Wanneer praten we weer?", "we")
    parts.what_binds(letter, "Moet iedereen dit advies volgen?")
    parts.disagree(letter, "Ben je het niet met ons eens?")
    parts.shared_data(
        letter, "Wat gebeurt er met jouw gegevens?", "Dit advies", "Klopt er iets niet in deze brief?"
    )
    parts.closing(letter, "Heb je een vraag? Bel of mail ons. Ons nummer staat boven aan deze brief.")
    return letter


# --- the files ----------------------------------------------------------------------------------------

_LETTERS = {
    LetterKind.PARENTS: parents,
    LetterKind.YOUNG_PERSON: young_person,
    LetterKind.YOUNG_TEEN: house_young.young_teen,
    LetterKind.CHILD: house_young.child,
    LetterKind.REFERRER: house_professional.referrer,
    LetterKind.RECORD: house_professional.record,
    LetterKind.INSPECTION: house_professional.inspection,
    LetterKind.EVALUATION_PARENTS: house_followup.evaluation_parents,
    LetterKind.EVALUATION_YOUNG_PERSON: house_followup.evaluation_young_person,
    LetterKind.CLOSING_PARENTS: house_followup.closing_parents,
    LetterKind.CLOSING_YOUNG_PERSON: house_followup.closing_young_person,
}


def make(kind: LetterKind) -> bytes:
    """The standard template for a kind of letter; always the same bytes."""
    letter = _LETTERS[kind]()
    out = io.BytesIO()
    letter.document.save(out)
    spec = SPECS[kind]
    parts = dict(open_package(out.getvalue(), spec.template).parts)
    parts[CORE] = core_properties(f"Sjabloon: {spec.title}", _MOMENT)
    return pack(parts)


def main() -> int:
    """Write all templates of letters, the guide to them, and the hashes of every template."""
    folder = assets("templates")
    for kind, spec in SPECS.items():
        (folder / spec.template).write_bytes(make(kind))
    (folder / "LEESMIJ.md").write_text(guide(), encoding="utf-8", newline="\n")
    write_hashes()
    return 0


if __name__ == "__main__":
    sys.exit(main())
