"""A whole meeting with keys only: three cases, from opening to letters. Run by the screen tests and in a real terminal."""

from __future__ import annotations

from dataclasses import dataclass

from tests.journeys.hands import Hands


@dataclass(frozen=True)
class Case:
    """What is typed for one case; every text must come back in the letters it belongs in."""

    number: str
    family: str
    """Word after `@` of who speaks first."""
    own_words: str
    answer: str
    factor: str
    option: str
    promise: str
    organisation: str
    summary: str
    advice: str
    why: str
    action: str
    reaction: str
    signal: str
    note: str
    """A plain observation that belongs in no letter."""


CASES = (
    Case(
        number="2026-001",
        family="Jeugdige",
        own_words="Ik wil op één plek blijven [echt waar]",
        answer="Een kleinschalige plek bij Koraal",
        factor="De mentor blijft bellen",
        option="Kleinschalig wonen bij Venlo",
        promise="Plek met vaste begeleiding",
        organisation="Koraal",
        summary="Sam krijgt een kleine woonplek met vaste begeleiding.",
        advice="Regel een kleine woonplek",
        why="Rust en een vaste plek helpen Sam",
        action="Plan een kennismaking met Sam",
        reaction="Dit klinkt goed & eerlijk",
        signal="Te weinig kleine woonplekken",
        note="Onder ons: de groep wil snel van Sam af",
    ),
    Case(
        number="2026-002",
        family="Jeugdige",
        own_words="Straks valt alles weg <18>",
        answer="Begeleid wonen dat doorloopt na de verjaardag",
        factor="Tante is een vast steunpunt erbij",
        option="Begeleid wonen nu al starten",
        promise="Plek in begeleid wonen bij PSW",
        organisation="PSW",
        summary="Noor start nu al met begeleid wonen.",
        advice="Start begeleid wonen vóór de verjaardag",
        why="Dan is er geen gat na haar achttiende",
        action="Vraag de indicatie aan",
        reaction="Ik ben er blij mee",
        signal="Plan voor achttien komt te laat",
        note="Onder ons: vader twijfelt nog",
    ),
    Case(
        number="2026-003",
        family="Jeugdige",
        own_words="Niet in één keer {{ terug }}",
        answer="Kleine stappen naar school, hulp start meteen",
        factor="Oma brengt hem naar school",
        option="Hulp en school tegelijk starten",
        promise="Gezinsbehandeling start deze maand",
        organisation="Mutsaers",
        summary="Mees gaat in kleine stappen terug naar school.",
        advice="Begin met twee uur school per dag",
        why="Kleine stappen maken het minder eng",
        action="Spreek het rooster af met school",
        reaction="Als het maar rustig gaat",
        signal="School en hulp wachten op elkaar",
        note="Onder ons: het adres van moeder blijft geheim",
    ),
)


REFLECTION = "Iedereen kreeg de beurt; de tweede helft ging sneller na de pauze."


async def whole_meeting(hands: Hands) -> None:
    """From the home screen to the letters of all three cases."""
    await hands.sees("Vandaag: overleg")
    await hands.keys("<f9>")
    await hands.sees("F9 begint het overleg")
    await hands.keys("<f9>")
    await hands.sees("iedereen op aanwezig")
    await hands.keys("e")
    await hands.gone("Verwacht ")
    await hands.keys("<f9>")
    await hands.sees("Terugkoppeling")
    await hands.keys("<f9>")
    await discuss(hands, CASES[0])
    await discuss(hands, CASES[1])
    await hands.sees("Met F9 gaat het overleg verder")
    await hands.keys("<f4><f9>")
    await discuss(hands, CASES[2])
    await hands.sees("over de casussen heen")
    await hands.keys("<f9>")
    await hands.sees("Wat ging goed")
    await hands.keys("<f4><f5>")
    await hands.paste(REFLECTION)
    await hands.keys("<f4><f9>")
    await hands.sees("Alles op de agenda is geweest")
    await hands.keys("<f9>")
    await hands.sees("Overleg sluiten?")
    await hands.keys("j")
    await hands.sees("gesloten om")


async def say(hands: Hands, text: str, shown: str) -> None:
    """Type on the capture line, as fast as a paste, and wait until the line stands above it."""
    await hands.keys("<f4>")
    await hands.paste(text)
    await hands.keys("<enter>")
    await hands.sees(shown[:24])
    await hands.gone("Enter bewaart.")


async def next_step(hands: Hands, title: str, *content: str) -> None:
    """On to the next step, with the cursor in its panel once its content is there."""
    await hands.keys("<f4><f9>")
    await hands.sees(title, *content)
    await hands.keys("<f4><f5>")


async def fill(hands: Hands, key: str, *texts: str) -> None:
    """Press a key that opens a form, paste into its first fields, and finish it."""
    await hands.keys(key)
    await hands.sees("Ctrl+S klaar")
    for number, text in enumerate(texts):
        if number:
            await hands.keys("<tab>")
        await hands.paste(text)
    await hands.keys("<ctrl+s>")
    await hands.gone("Ctrl+S klaar")


async def discuss(hands: Hands, case: Case) -> None:
    """The twelve steps of one case."""
    await hands.sees(f"Casus {case.number}")
    await hands.sees("OPENING EN TOESTEMMING")
    await hands.keys("<f4><f5>e")
    await hands.gone("is het niet bekend")
    await next_step(hands, "JEUGDIGE EN OUDERS")
    await say(hands, f'@{case.family} " {case.own_words}', case.own_words)
    await next_step(hands, "VRAAG EN VOORGESCHIEDENIS", "TIJDLIJN VAN ZORG")
    await hands.keys("j<tab>")
    await hands.paste(case.answer)
    await hands.sees(case.answer[:20])
    await next_step(hands, "VERKLARENDE ANALYSE", "IN WOORDEN VAN HET GEZIN")
    await hands.keys("r")
    await hands.sees("Herkent het gezin")
    await hands.keys("j")
    await hands.sees("Ja, herkend")
    await say(hands, f"+ {case.factor}", case.factor)
    await next_step(hands, "VERHELDERENDE VRAGEN")
    await say(hands, f"{case.note}", case.note)
    await next_step(hands, "RONDE EXPERTS")
    await say(hands, f"@{case.organisation} = {case.advice}", case.advice)
    await next_step(hands, "OPLOSSINGSRICHTINGEN", "Nog geen richtingen")
    await fill(hands, "t", case.option)
    await hands.sees(case.option[:20])
    await next_step(hands, "MANDAATCHECK", "Nog geen toezeggingen")
    await mandate(hands, case)
    await next_step(hands, "ADVIES VOORLEZEN", "nog geen advies: t")

    await fill(hands, "s", case.summary)
    await fill(hands, "t", case.advice, case.why)
    await hands.keys("c")
    await hands.sees("WAT VINDT U ERVAN?")
    await hands.keys("le")
    await hands.sees("eens")
    await fill(hands, "w", case.reaction)
    await hands.sees(case.reaction[:20])
    await hands.keys("<f9>")
    await hands.sees("PROCESREGISSEUR EN AFSPRAKEN", "nog niemand: p")
    await hands.keys("<f4><f5>")
    await agreements(hands, case)
    await next_step(hands, "11 SIGNALEN", "geen signalen")
    await fill(hands, "<ctrl+n>", case.signal)
    await hands.sees(case.signal[:20])
    await next_step(hands, "12 AFSLUITING", "stelt het vast")
    await hands.keys("v")
    await hands.sees("Advies vaststellen?")
    await hands.keys("j")
    await hands.sees("vastgesteld")
    await hands.keys("<ctrl+n>")
    await hands.sees("Map voor brieven", "○ te maken")
    await hands.keys("<f9>")
    await hands.sees("✓ gemaakt")
    await hands.gone("○ te maken")
    await hands.keys("<f3>")
    await hands.gone("Map voor brieven")
    await hands.keys("<f4><f9>")
    await hands.sees("Ctrl+S rondt de casus af")
    await hands.keys("<ctrl+s>")


async def agreements(hands: Hands, case: Case) -> None:
    """Who directs, one action with an owner and a date, and when we look again."""
    await hands.keys("p")
    await hands.sees("Typ een deel van de naam")
    await hands.keys("koraal<enter>")
    await hands.sees("heeft nog geen ja gezegd")
    await hands.keys("j")
    await hands.sees("ja gezegd om")
    await fill(hands, "t", case.action)
    await hands.sees(case.action[:20], "○ wie", "○ datum")
    await hands.keys("w")
    await hands.sees("Wie")
    await hands.keys("koraal<enter>")
    await hands.gone("○ wie")
    await fill(hands, "u", "+2w")
    await hands.gone("○ datum")
    await hands.keys("v")
    await hands.gone("○ voorstel")


async def mandate(hands: Hands, case: Case) -> None:
    """A commitment, and what the first organisation says to it."""
    await fill(hands, "t", case.promise)
    await hands.gone("Nog geen toezeggingen")
    await hands.sees(case.promise[:12])
    await hands.keys("<right>j")
