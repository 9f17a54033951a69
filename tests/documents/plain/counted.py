"""Dutch words with their syllables counted by hand: words of letters, long compounds, loan words, vowels in a row."""

TUNED = """ouder:2 ouders:2 jeugdige:3 kind:1 kinderen:3 moeder:2 vader:2 gezin:2 brief:1 advies:2 gesprek:2 expertteam:3
voorzitter:3 afspraak:2 afspraken:3 idee:2 ideeën:3 reactie:3 situatie:4 organisatie:5 procesregisseur:5
vertrouwenspersoon:5 gemeente:3 jeugdbescherming:4 hulp:1 hulpverlener:4 school:1 mentor:2 gezinshuis:3 veilig:2
gegevens:3 klacht:1 verklaring:3 eigen:2 oneens:2 telefoon:3 nummer:2 zaterdag:3 november:3 januari:4 februari:4
avond:2 over:2 open:2 uiterlijk:3 evaluatie:5 diagnostiek:4 behandeling:4 therapie:3 psycholoog:3 orthopedagoog:5
gedragswetenschapper:6 maatwerkbudget:4 indicatie:4 wachtlijst:2 uithuisplaatsing:4 pleegouders:3 oma:2 opa:2
toestemming:3 geheimhouding:4 inzage:3 dossier:2 belangrijk:3 verantwoordelijk:5 mogelijkheden:5 ervaringen:4
beïnvloeden:4 reünie:3 geëvalueerd:5 coördinator:5 coöperatie:5 nieuw:1 nieuwe:2 leeuw:1 sneeuw:1 duwen:2 mooi:1
mooie:2 draaien:2 groei:1 groeien:2 moeite:2 blij:1 blije:2 tijd:1 huizen:2 ei:1 eieren:3 auto:2 jaren:2 uren:2
zeeën:2 tweeën:2 knieën:2 bacteriën:4 financiële:5 speciale:4 sociaal:3 individuele:6 actie:2 relatie:3 station:2
patiënt:3 cliënten:3 milieu:3 niveau:2 bureau:2 cadeau:2 team:1 teams:1 coach:1 coachen:2 casussen:3 analyse:4
hypothese:4 risico:3 autisme:3 trauma:2 eetstoornis:3 agressie:3 leerplichtambtenaar:5 dagbesteding:4 huisarts:2
wijkteam:2 kinderrechter:4 overleg:3 vastgesteld:3 geïnformeerd:4 afgesproken:4 gaan:1 zien:1 hij:1 uw:1 één:1
privacy:3 adres:2 toekomst:2 achttiende:3 vereniging:4 ondertoezichtstelling:6 gecertificeerde:6 procesversneller:5"""

UNSEEN = """afgelopen:4 aanvraag:2 aardig:2 beloven:3 bezoeken:3 boodschappen:3 buurt:1 daarna:2 deskundige:4 dochter:2
eerlijk:2 eerste:2 gebeurtenis:4 gevoelens:3 gezamenlijk:4 haalbaar:2 herinnering:4 huiswerk:2 ineens:2 inkomen:3
jongens:2 kamer:2 kennismaken:4 leraar:2 liever:2 logeren:3 meisje:2 middelbare:4 moeilijker:3 ochtend:2 omgeving:3
onderzoek:3 ontmoeten:3 ontwikkeling:4 oplossing:3 oud:1 overmorgen:4 pesten:2 praktijkonderwijs:5 probeert:2 reizen:2
ruimte:2 samenwerken:4 schooljaar:2 sportclub:2 spreken:2 stapje:2 toestand:2 tussentijd:3 uitleggen:3 vakantie:3
verhuizen:3 verdrietig:3 vertrouwen:3 vijftien:2 voelen:2 voldoende:3 vriendelijke:4 vrijdag:2 waarschijnlijk:3
wandelen:3 weekend:2 weggelopen:4 woensdag:2 zelfde:2 ziekenhuis:3 zorgen:2 zwijgen:2 begeleider:4 behoefte:3
computer:3 contact:2 familie:3 januari:4 medewerker:4 onafhankelijk:5 periode:4 politie:3 programma:3 theorie:3"""
"""Words the counting was not made on."""


def counted(words: str) -> dict[str, int]:
    """Word → syllables."""
    return {word: int(count) for word, count in (each.split(":") for each in words.split())}
