"""What was found in a form: values with their source, questions for a person, and the rest for the note."""

from __future__ import annotations

from datetime import date

from ret_tui.documents.forms_in import records
from ret_tui.documents.forms_in.labels import Labels
from ret_tui.documents.forms_in.pieces import Text
from ret_tui.documents.forms_in.result import Field, Question
from ret_tui.documents.forms_in.synonyms import Synonyms
from ret_tui.documents.forms_in.targets import plain_target
from ret_tui.documents.forms_in.values import NOTHING, Read, has_ticks, lines_of, read_value, without_bsn
from ret_tui.domain.text import find_bsn


class Harvest:
    """Everything one form said. Nothing that was written in it is left out of all three."""

    def __init__(self, words: Synonyms, today: date) -> None:
        self.words = words
        self.today = today
        self.labels = Labels(words)
        self.fields: list[Field] = []
        self.questions: list[Question] = []
        self.rest: list[str] = []
        self.has_bsn = False

    def note_giver(self, number: int, name: str) -> None:
        """Remember which parent a row of permission means, when it names a part of this form (‘Ouder 2’)."""
        who = records.holder_in(name)
        holder = self.labels.holders.get(who[0]) if who is not None and not who[1] else None
        if holder is not None:
            target = f"permission.{number}.{records.GIVER_NUMBER}"
            self.fields.append(Field(target, name, holder, name, implied=True))

    def _settled(self, target: str, label: str) -> str:
        """Give a holder that is named in a label its number, now that a value is stored."""
        table, _, rest = target.partition(".@")
        if table != "holder" or not rest:
            return target
        key, _, name = rest.partition(".")
        return f"holder.{self._number_of(key, label)}.{name}"

    def _number_of(self, key: str, heading: str) -> int:
        number = self.labels.number_of(key)
        relation = records.RELATIONS.get(key)
        if relation is not None:
            self._remember_relation(number, relation, heading)
        return number

    def _remember_relation(self, number: int, relation: object, heading: str) -> None:
        target = f"holder.{number}.relation"
        if not any(each.target == target for each in self.fields):
            self.fields.append(Field(target, heading.strip(" :"), relation, heading, implied=True))

    def store_text(self, target: str, label: str, value: Text) -> None:
        """Read the text behind a label and keep what it came to."""
        table = target.partition(".")[0]
        if table == "bsn":
            if value.filled and not self.words.is_empty(value.text):
                self.has_bsn = True
            return
        if table in records.LISTS:
            if has_ticks(value.text) or self.words.is_empty(value.text):
                if value.filled and not self.words.is_empty(value.text):
                    self.loose(f"{label}: {value.text}")
                return
            for line in lines_of(value.text):
                self.raw(target, label, Text(line))
            return
        if table == "reference":
            self.raw(target, label, value)
            return
        self.store(target, label, self.read(target, value), value.text)

    def read(self, target: str, value: Text) -> Read:
        """What a text is as the value of `target`; keeps nothing."""
        if target == "case.@name":
            return (
                records.full_name(value.text)
                if value.filled and not self.words.is_empty(value.text)
                else NOTHING
            )
        if "#" in target:
            line = " ".join(value.text.split())
            if not line or self.words.is_empty(line):
                return NOTHING
            return Read(line) if find_bsn(line) is None else Read(rest=line)
        return read_value(plain_target(target), value, self.words, self.today)

    def raw(self, target: str, label: str, value: Text) -> None:
        """Keep a text as it stands, for what is settled once the whole form was read."""
        if find_bsn(value.text) is not None:
            self.loose(f"{label}: {value.text}")
        elif value.filled:
            self.fields.append(Field(target, label.strip(" :"), value.text, value.text))

    def store(self, target: str, label: str, read: Read, source: str, row: int = 0) -> None:
        """Keep a value, ask when it is in doubt, and note what it says besides."""
        name = label.strip(" :")
        target = self._settled(target, name)
        if row:
            table, _, column = target.partition(".")
            target = f"{table}.{row}.{column}"
        if find_bsn(source) is not None:
            self.has_bsn = True
            source = without_bsn(source)
        if read.value is None:
            if read.why:
                self.ask(target, name, read, source)
            elif read.rest:
                self.loose(f"{name}: {source}")
            return
        if read.rest:
            self.loose(f"{name}: {source}")
        if isinstance(read.value, dict):
            for each, part in read.value.items():
                self.fields.append(Field(each, name, part, source))
            return
        self.fields.append(Field(target, name, read.value, source))

    def ask(self, target: str, label: str, read: Read, source: str) -> None:
        """A value that a person must choose."""
        target = self._settled(target, label)
        self.questions.append(
            Question(target, label.strip(" :"), without_bsn(source), read.candidates, read.why)
        )

    def loose(self, text: str) -> None:
        """Text without a place; kept for the note."""
        if not text.strip() or self.words.is_fixed(text) or self.words.is_empty(text):
            return
        if find_bsn(text) is not None:
            self.has_bsn = True
            text = without_bsn(text)
        self.rest.append(text.strip())

    def enter(self, part: tuple[str, str], heading: str) -> None:
        """Go on in another part of the form."""
        self.labels.part, key = part
        if key:
            self.labels.holder = self._number_of(key, heading)
        elif part[0] == "gezag":
            self.labels.holder = max(self.labels.holders.values(), default=1)
