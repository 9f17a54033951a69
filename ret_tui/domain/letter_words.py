"""Words of letters: whose they are, what they tell of, how easy they read, and every kind there is."""

from __future__ import annotations

from ret_tui.domain.words import Word


class LetterReader(Word):
    """Whose letter it is: decides who may have it and how it speaks."""

    PARENTS = "ouders", "Ouders of voogd"
    YOUNG_PERSON = "jeugdige", "Jeugdige"
    REFERRER = "verwijzer", "Verwijzer"
    TEAM = "team", "Dossier van het team"


class LetterOccasion(Word):
    """What a letter tells of."""

    ADVICE = "advies", "Advies"
    EVALUATION = "evaluatie", "Evaluatie"
    CLOSING = "afsluiting", "Afsluiting"
    INSPECTION = "inzage", "Inzage"


class ReadingLevel(Word):
    """How easy the young person's letter reads; follows the age, unless somebody chooses otherwise."""

    CHILD = "kind", "tekst voor een kind"
    TEEN = "12-15", "leesniveau 12 tot en met 15 jaar"
    OLDER = "16+", "leesniveau vanaf 16 jaar"


class LetterKind(Word):
    """Every document that is made of one case: one template each."""

    reader: LetterReader
    occasion: LetterOccasion

    def __new__(
        cls,
        value: str,
        label: str = "",
        reader: LetterReader = LetterReader.TEAM,
        occasion: LetterOccasion = LetterOccasion.ADVICE,
    ) -> LetterKind:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value
        member.reader, member.occasion = reader, occasion
        return member

    PARENTS = "ouders", "Brief aan ouders of voogd", LetterReader.PARENTS
    YOUNG_PERSON = "jeugdige", "Brief aan de jeugdige", LetterReader.YOUNG_PERSON
    YOUNG_TEEN = "jeugdige-12-15", "Brief aan de jeugdige (12–15)", LetterReader.YOUNG_PERSON
    CHILD = "kind", "Tekst voor het kind", LetterReader.YOUNG_PERSON
    REFERRER = "verwijzer", "Brief aan de verwijzer", LetterReader.REFERRER
    RECORD = "verslag", "Verslag van het overleg", LetterReader.TEAM
    EVALUATION_PARENTS = (
        "evaluatie-ouders",
        "Evaluatiebrief aan ouders of voogd",
        LetterReader.PARENTS,
        LetterOccasion.EVALUATION,
    )
    EVALUATION_YOUNG_PERSON = (
        "evaluatie-jeugdige",
        "Evaluatiebrief aan de jeugdige",
        LetterReader.YOUNG_PERSON,
        LetterOccasion.EVALUATION,
    )
    CLOSING_PARENTS = (
        "afsluiting-ouders",
        "Afsluitbrief aan ouders of voogd",
        LetterReader.PARENTS,
        LetterOccasion.CLOSING,
    )
    CLOSING_YOUNG_PERSON = (
        "afsluiting-jeugdige",
        "Afsluitbrief aan de jeugdige",
        LetterReader.YOUNG_PERSON,
        LetterOccasion.CLOSING,
    )
    INSPECTION = "afschrift", "Afschrift voor inzage", LetterReader.TEAM, LetterOccasion.INSPECTION


class LetterStatus(Word):
    DRAFT = "concept", "Concept"
    FINAL = "definitief", "Definitief"
