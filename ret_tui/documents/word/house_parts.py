"""Pieces that the standard letters share: opening, advice, actions, how to reach somebody, closing."""

from __future__ import annotations

from ret_tui.documents.word.house_style import Letter


def opening(letter: Letter, title: str) -> None:
    """The envelope, date and reference, the title, and who is greeted."""
    letter.text("Persoonlijk en vertrouwelijk", "Vertrouwelijk")
    letter.text("{{ aan_naam }}", "Adres")
    with letter.when("aan_adres"):
        letter.text("{{ aan_adres }}", "Adres")
    letter.text("Datum\t{{ datum_brief }}", "Eerste briefgegeven")
    letter.text("Kenmerk\t{{ kenmerk }}", "Briefgegevens")
    letter.text(title, "Title")
    letter.text("{{ aanhef }},")


def advice(letter: Letter) -> None:
    """The points of the advice, numbered, each with reason, goal, by whom and when."""
    with letter.each("advies", "adviezen"):
        letter.text("{{ advies.wat }}", "List Number")
        with letter.when("advies.waarom or advies.doel or advies.wie or advies.start"):
            letter.text(
                "{% if advies.waarom %}Waarom: {{ advies.waarom }}{% endif %}"
                "{% if advies.waarom and (advies.doel or advies.wie or advies.start) %}\n{% endif %}"
                "{% if advies.doel %}Doel: {{ advies.doel }}{% endif %}"
                "{% if advies.doel and (advies.wie or advies.start) %} · {% endif %}"
                "{% if advies.wie %}Door: {{ advies.wie }}{% endif %}{% if advies.wie and advies.start %} · {% endif %}"
                "{% if advies.start %}Start: {{ advies.start }}{% endif %}",
                "Adviestoelichting",
            )


def reactions(letter: Letter) -> None:
    """A bullet for what each person of the family thinks of the advice."""
    with letter.each("reactie", "reacties"):
        letter.text(
            "{{ reactie.zin }}{% if reactie.woorden %} “{{ reactie.woorden }}”{% endif %}", "List Bullet"
        )


def actions(letter: Letter, what: str, who: str, when: str) -> None:
    """The table of who does what by when."""
    letter.table(
        (
            (what, "{{ afspraak.wat }}", 46),
            (who, "{{ afspraak.wie }}", 30),
            (when, "{{ afspraak.wanneer }}", 24),
        ),
        "afspraak",
        "afspraken",
    )


def bridging(letter: Letter, question: str) -> None:
    """What happens until the help starts, and whom to call."""
    with letter.when("overbrugging or veiligheid"):
        letter.text(
            "{% if overbrugging %}{{ overbrugging }}{% endif %}{% if overbrugging and veiligheid %} {% endif %}"
            "{% if veiligheid %}{{ veiligheid }}{% endif %}"
        )
    with letter.when("wie_bellen"):
        letter.text(f"**{question}** {{{{ wie_bellen }}}}")


def call(name: str) -> str:
    """The sentence that tells how to reach somebody."""
    return "Bel {{ WIE_telefoon }}{% if WIE_mail %} of mail naar {{ WIE_mail }}{% endif %}.".replace(
        "WIE", name
    )


def call_if_known(name: str) -> str:
    """The sentences that tell how to reach somebody, as far as known."""
    return (
        "{% if WIE_telefoon %}Telefoon: {{ WIE_telefoon }}. {% endif %}{% if WIE_mail %}E-mail: {{ WIE_mail }}. {% endif %}"
        "{% if WIE_vervanger %}Vervanging: {{ WIE_vervanger }}.{% endif %}"
    ).replace("WIE", name)


def strengths(letter: Letter) -> None:
    """What goes well, first."""
    with letter.when("sterke_kanten"):
        letter.text("Dit gaat goed:", "Aanloop")
        letter.bullets("punt", "sterke_kanten")


def ahead(letter: Letter, later: str, eighteen: str) -> None:
    """School, the longer term, and what happens at 18; each only when there is something to tell."""
    with letter.when("school"):
        letter.text("**School of werk:** {{ school }}")
    with letter.when("perspectief"):
        letter.text(f"**{later}:** {{{{ perspectief }}}}")
    with letter.when("bij_18_jaar"):
        letter.text(f"**{eighteen}:** {{{{ bij_18_jaar }}}}")


def case_manager(letter: Letter, whose: str) -> None:
    """Who gives the help itself; `whose` is `Uw` or `Jouw`."""
    with letter.when("vaste_hulpverlener"):
        letter.text(
            f"{whose} vaste hulpverlener is {{{{ vaste_hulpverlener }}}}. {call_if_known('vaste_hulpverlener')}"
        )


def next_talks(letter: Letter, heading: str, we: str) -> None:
    """The dates on which there is a talk again; `we` is how the team calls itself in this letter."""
    letter.heading(heading)
    letter.text(
        f"Dat is op {{{{ datum_vervolg }}}}. Dan kijken {we} samen hoe het gaat."
        f"{{% if data_daarna %}} Daarna praten {we} op {{{{ data_daarna }}}}.{{% endif %}}"
    )


def what_binds(letter: Letter, heading: str) -> None:
    """What the region says of how far the advice binds."""
    letter.heading(heading)
    letter.text("{{ tekst_bindend }}")


def disagree(letter: Letter, heading: str, before: str = "") -> None:
    """The way to complain and the independent adviser."""
    letter.heading(heading)
    letter.text(before + "{{ tekst_klacht }} {{ tekst_vertrouwenspersoon }}")


def shared_data(letter: Letter, heading: str, what: str, wrong: str) -> None:
    """With whom this was shared (`what` was), the rights to one's data, and until when a mistake can be told."""
    letter.heading(heading)
    letter.text(
        f"{{% if gedeeld_met %}}{what} gaat ook naar {{{{ gedeeld_met }}}}. {{% endif %}}{{{{ tekst_gegevens }}}}"
        f"{{% if datum_verbeteren %}} {wrong} Zeg het ons voor {{{{ datum_verbeteren }}}}.{{% endif %}}",
        "Slotalinea",
    )


def data(letter: Letter, heading: str) -> None:
    """The rights to one's data."""
    letter.heading(heading)
    letter.text("{{ tekst_gegevens }}", "Slotalinea")


def closing(letter: Letter, question: str) -> None:
    """The last question, the greeting, and who signs."""
    letter.text(question, "Slot")
    letter.text("Met vriendelijke groet,", "Groet")
    letter.text("namens het expertteam", "Ondertekening")
    letter.text("{{ ondertekenaar }}", "Naam ondertekening")
    letter.text("{{ functie_ondertekenaar }}", "Adres")
