"""What every letter of a case is made from: the region, the case, who may have one, and to whom it is addressed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from ret_tui.documents.facts import Addressee, Head, Person, Sender, Sentences, Signature
from ret_tui.domain.letter_rules import LetterRight
from ret_tui.domain.letter_words import LetterOccasion, ReadingLevel
from ret_tui.queries import cases, permissions
from ret_tui.queries.region import region
from ret_tui.queries.values import Record


def text(value: object) -> str:
    """A value as text without spaces around it; nothing for what is not filled in."""
    return str(value).strip() if value else ""


def person(found: Record | None) -> Person | None:
    """Who directs, as the letters name that person; None when nobody was named."""
    if found is None or not text(found["name"]):
        return None
    return Person(
        name=text(found["name"]),
        phone=text(found["phone"]),
        organisation=text(found["organisation"]),
        email=text(found["email"]),
        deputy=text(found["deputy"]),
    )


class CaseSource:
    """A case with the region, read once. `day` is the day on which permission counts."""

    def __init__(
        self,
        session: Session,
        case_id: UUID,
        today: date,
        day: date,
        occasion: LetterOccasion,
        about_id: UUID,
        level: ReadingLevel | None = None,
    ) -> None:
        self.case = cases.case_file(session, case_id)
        self.today = today
        self.day = day
        self.region = region(session)
        self.rights = permissions.letter_rights(
            session, case_id, day, occasion, level=level, about_id=about_id
        )

    @property
    def first_name(self) -> str:
        """First name of the young person."""
        return text(self.case.fields["first_name"])

    def head(self, addressee: Addressee, signature: Signature, *, draft: bool) -> Head:
        """What stands around a letter."""
        values = self.region.values
        return Head(
            sender=Sender(
                name=text(values["name"]),
                address=text(values["address"]),
                phone=text(values["phone"]),
                email=text(values["email"]),
            ),
            addressee=addressee,
            signature=signature,
            reference=self.case.head.number,
            written_on=self.today,
            draft=draft,
        )

    def sentences(self) -> Sentences:
        """The region's own sentences."""
        values = self.region.values
        return Sentences(
            binding=text(values["binding_text"]),
            complaint=text(values["complaint_text"]),
            confidant=text(values["confidant_text"]),
            data=text(values["data_text"]),
        )

    def parents(self, right: LetterRight) -> Addressee:
        """The parents or the guardian of one letter, at the address of the first."""
        holders = [holder for holder in self.case.holders if holder.id in right.to]
        return Addressee(
            name=" en ".join(text(each["name"]) for each in holders if text(each["name"])),
            address=text(holders[0]["address"]) if holders else "",
        )

    def young_person(self) -> Addressee:
        """The young person, greeted by first name."""
        fields = self.case.fields
        if not self.first_name:
            return Addressee(name="")
        name = " ".join(each for each in (self.first_name, text(fields["last_name"])) if each)
        return Addressee(name, text(fields["young_person_address"]), f"Beste {self.first_name}")

    def referrer(self) -> Addressee:
        """Whoever registered the case."""
        fields = self.case.fields
        name = text(fields["applicant_name"]) or text(fields["applicant_organisation"])
        return Addressee(name=name, address=text(fields["applicant_address"]))
