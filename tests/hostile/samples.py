"""Text that breaks programs. People paste such things; each is ordinary data here.

A place that takes text keeps a sample as typed (in Unicode NFC) or refuses it with a message; nothing in between.
`SAMPLES` is everything, by name; the smaller groups say what to expect.
"""

from __future__ import annotations

# Looks like markup, a template, XML, SQL or a formula, and is none of these.
CODE_LIKE = {
    "markup": "[Annex A] arr[/0] [@click=app.quit]x[/] [b]vet[/b] [$foo]z[/] [/] [red]x[/blue]",
    "template": "{{ 7*7 }} {% x %} {% if a %} {# weg #} {{ cycler.__init__ }} ${jndi:x} %(naam)s {0} {naam!r}",
    "template_split": "{_{ x }_} {{r x }} {{p x }} {%tr for x in y %} {%p if x %} {%- x -%}",
    "xml": "& < > &amp; &#65; <b>vet</b> <w:p/> ]]> <!-- x --> <?xml version='1.0'?> </w:t> \" '",
    "sql": '\'; DROP TABLE casus; -- " OR ""=" % _ \\ NEAR( ruzie-maker \'t 12.3 *',
    "search": '" AND OR NOT "open ( ^ * : {a b} -',
    "formula": '=HYPERLINK("x") +1 -1 @SUM(1) =1+1',
    "path": "../../etc/passwd C:\\[x]\\con.txt ~ $HOME `id` $(id) | > /dev/null",
    "prefixes": '@ ! ? + - " = ~ @@ @niemand !! == @Moeder @Koraal =',
}

# Letters, marks and directions of the whole world.
WORLD = {
    "dutch": "één coördinator, ’s-Gravenhage, IJssel, ĳ, ‘hij’ – “zij” … reünie €5",
    "combining": "e\u0301e\u0301n Zoe\u0308 n\u0303 a\u030a q\u0323\u0307",
    "zalgo": "h" + "\u0301\u0302\u0303" * 20 + "ulp",
    "family": "👨\u200d👩\u200d👧 🏳️\u200d🌈 👍🏽 🇳🇱 ☺️ 1️⃣",
    "rtl": "שלום עולם مرحبا بالعالم",
    "bidi": "abc \u202etxet desrever\u202c \u2066binnen\u2069 \u200fx\u200e",
    "wide": "漢字とかな 한글 ﾊﾝｶｸ ｆｕｌｌ",
    "folding": "Łukasz Søren Işık IJsbrand ĲSSEL Jürgen Çelik Zoë ß ẞ ſ",
    "spaces": "a\u00a0b\u2003c\u200bd\u2060e\ufefff\u3000g",
    "astral": "𝕳𝖆𝖑𝖑𝖔 𠜎 🫶 \U0001f9ff",
    "private": "\ue000 \ufffd \U000f0000",
}

# XML and terminals cannot hold these; they are refused or replaced at entry, with a message.
CONTROLS = {
    "nul": "voor\x00na",
    "escape": "voor\x1b[31mrood\x1b[0m \x1b]0;titel\x07 \x1b[2J na",
    "bell": "voor\x07\x08\x7fna",
    "form_feed": "voor\x0b\x0cna",
    "c1": "voor\x80\x85\x9b31mna",
    "separators": "voor\u2028midden\u2029na\x1c\x1d\x1e\x1f",
    "noncharacters": "voor\ufffe\uffffna",
}
# Not even Unicode text; writing it as UTF-8 fails.
SURROGATES = {
    "surrogate": "voor\ud800na",
    "surrogate_pair": "voor\ud83d\ude00na",
}

# Line ends of every kind; one line where the place holds one line.
LINES = {
    "two_lines": "eerste regel\ntweede regel",
    "windows_lines": "eerste\r\ntweede\r\n\r\nvierde",
    "old_mac_lines": "eerste\rtweede",
    "tabs": "\ta\tb\t",
    "only_blank": " \t \n ",
    "blank_around": "  \n ruimte eromheen \n\n ",
}

_SENTENCE = "Regel {:04d}: de leiding [wisselt] & dat houdt de spanning in stand, zegt moeder (é ’ 👨\u200d👩\u200d👧).\n"
PASTE_20K = "".join(_SENTENCE.format(number) for number in range(1, 221))
"""A paste of 220 lines, over 20 kB."""
FIELD_100K = ("de mentor gaat mee naar de nieuwe plek " * 2_565)[:100_000]
"""100,000 characters in one line."""
NO_BLANKS_10K = "x" * 10_000
"""One word that cannot be wrapped."""

LONG = {"paste_20k": PASTE_20K, "field_100k": FIELD_100K, "no_blanks_10k": NO_BLANKS_10K}

# Nine digits that pass the eleven-test of a citizen service number; made up, and refused in every text field.
BSN_LIKE = {
    "bsn": "Nummer 111222333 stond in het dossier",
    "bsn_alone": "123456782",
    "bsn_dots": "1112.22.333",
    "bsn_spaces": "bsn: 111 222 333.",
}
# Nine digits, or nearly, that do not: these stay.
NOT_BSN = {
    "phone": "bel 077-3820000 of 0612345679",
    "nine_digits": "kenmerk 123456789",
    "ten_digits": "1234567820",
    "date_time": "21-11-2026 13:30, casus 2026-014",
}

KEPT = CODE_LIKE | WORLD | NOT_BSN
"""Comes back exactly as typed (in NFC) from every place that takes a line of text."""

ISSUE_LINE = "[Annex A] arr[/0] [@click=app.quit]x[/] & < > {{ 7*7 }} {% x %} é ’ 👨\u200d👩\u200d👧 שלום"
"""The common ones on one line, for screens where every sample would take too long."""

SAMPLES = {"common": ISSUE_LINE} | KEPT | CONTROLS | SURROGATES | LINES | LONG | BSN_LIKE
"""Everything, by name."""
