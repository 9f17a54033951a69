"""Everything that can go wrong, as one small tree.

RetError
├── NotAllowed          the person at work lacks the right
├── WrongState          right person, wrong moment (meeting closed, case closed …)
├── InvalidInput        a value breaks a rule; carries the field
├── StaleWrite          somebody saved first; carries both values
├── NotFound            the thing is gone
├── StoreError          the file or its key
│   ├── WrongPassphrase
│   ├── StoreInUse
│   ├── StoreDamaged
│   ├── StoreTooNew
│   └── StoreUnwritable
└── DocumentError       Word files
    ├── TemplateFault   carries template, paragraph and placeholder
    └── MissingValue    a letter would have a gap; carries field and screen
"""

from __future__ import annotations

from dataclasses import dataclass


class RetError(Exception):
    """Base of all our errors. `message` is Dutch and says what to do; it is safe to show and to log."""

    title = "Dat lukt niet"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotAllowed(RetError):
    """The person at work has no right to do this."""

    title = "Geen recht"


class WrongState(RetError):
    """The action does not fit the state the case or meeting is in."""

    title = "Kan nu niet"


class InvalidInput(RetError):
    """A value breaks a rule. `field` is the identifier of the field, if there is one."""

    title = "Controleer de invoer"

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleWrite(RetError):
    """Somebody saved this object after it was read. Both values are kept so that a person can choose."""

    title = "Intussen gewijzigd"

    def __init__(self, message: str, mine: dict[str, object], theirs: dict[str, object]) -> None:
        super().__init__(message)
        self.mine = mine
        self.theirs = theirs


class NotFound(RetError):
    """The object does not exist (any more)."""

    title = "Niet gevonden"


class StoreError(RetError):
    """Something about the file that holds the region."""

    title = "Gegevensbestand"


class WrongPassphrase(StoreError):
    """No slot opens with this passphrase. Says nothing about which part was wrong."""


class StoreInUse(StoreError):
    """Another process has the store open for writing."""


class StoreDamaged(StoreError):
    """The store or its key file is damaged."""


class StoreTooNew(StoreError):
    """The store was written by a newer version of the program."""


class StoreUnwritable(StoreError):
    """Disk full, read-only folder, medium gone."""


class DocumentError(RetError):
    """Something about a Word file."""

    title = "Document"


@dataclass(frozen=True)
class TemplatePlace:
    """Where in a template a fault is. `paragraph` counts from 1; 0 means unknown."""

    template: str
    part: str
    paragraph: int
    placeholder: str


class TemplateFault(DocumentError):
    """A template cannot be used."""

    title = "Sjabloon"

    def __init__(self, message: str, place: TemplatePlace | None = None) -> None:
        super().__init__(message)
        self.place = place


@dataclass(frozen=True)
class Gap:
    """A value a letter needs and does not have. `field` is the Dutch name, `jump` the id of the place to fill it in."""

    field: str
    jump: str


class MissingValue(DocumentError):
    """A letter would have a gap, so it is not made. `gaps` lists every missing value."""

    title = "Brief nog niet compleet"

    def __init__(self, message: str, gaps: tuple[Gap, ...]) -> None:
        super().__init__(message)
        self.gaps = gaps
