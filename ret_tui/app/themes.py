"""Our own colours: light, dark and high contrast, every pair of text and ground at least 4.5 : 1.

The themes that come with Textual do not reach that (disabled text 2.6 : 1, borders 1.1 : 1), so each colour that
Textual would derive is set here. `PAIRS` names what stands on what; a test computes the contrast of each.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = "ret-donker"
LIGHT = "ret-licht"
CONTRAST = "ret-contrast"

LABELS = {DARK: "Donker", LIGHT: "Licht", CONTRAST: "Hoog contrast"}
"""Dutch names, in the order in which the theme key goes round."""

DEFAULT = DARK

GROUNDS = ("background", "surface", "panel")
"""What text stands on."""

PAIRS: tuple[tuple[str, str], ...] = (
    *(
        (text, ground)
        for ground in GROUNDS
        for text in (
            "foreground",
            "text",
            "text-muted",
            "text-disabled",
            "text-primary",
            "text-secondary",
            "text-accent",
            "text-success",
            "text-warning",
            "text-error",
            "foreground-muted",
            "foreground-disabled",
            "link-color",
        )
    ),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("footer-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("button-foreground", "surface"),
    ("button-color-foreground", "primary"),
    ("button-color-foreground", "error"),
    ("link-color-hover", "link-background-hover"),
)
"""(text, ground) that must reach 4.5 : 1."""

LINES: tuple[tuple[str, str], ...] = tuple(
    (edge, ground)
    for edge in ("border", "border-blurred", "scrollbar")
    for ground in ("background", "surface")
)
"""(line, ground) that must reach 3 : 1."""


def _theme(name: str, *, dark: bool, ink: str, colours: dict[str, str]) -> Theme:
    """Build a theme; `ink` is the text on a filled button or cursor."""
    accent, muted = colours["accent"], colours["muted"]
    variables = {
        "text": colours["foreground"],
        "text-muted": muted,
        "text-disabled": muted,
        "text-primary": colours["primary-text"],
        "text-secondary": muted,
        "text-accent": colours["accent-text"],
        "text-success": colours["success"],
        "text-warning": colours["warning"],
        "text-error": colours["error-text"],
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "block-cursor-foreground": ink,
        "block-cursor-background": accent,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": colours["foreground"],
        "block-cursor-blurred-background": colours["panel"],
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": colours["panel"],
        "border": accent,
        "border-blurred": colours["edge"],
        "scrollbar": colours["edge"],
        "scrollbar-hover": accent,
        "scrollbar-active": accent,
        "scrollbar-background": colours["background"],
        "scrollbar-corner-color": colours["background"],
        "footer-foreground": colours["foreground"],
        "footer-background": colours["panel"],
        "footer-key-foreground": colours["accent-text"],
        "footer-description-foreground": colours["foreground"],
        "input-cursor-background": colours["foreground"],
        "input-cursor-foreground": colours["background"],
        "input-selection-background": accent,
        "input-selection-foreground": ink,
        "button-foreground": colours["foreground"],
        "button-color-foreground": ink,
        "link-color": colours["accent-text"],
        "link-color-hover": ink,
        "link-background-hover": accent,
    }
    return Theme(
        name=name,
        dark=dark,
        primary=colours["primary"],
        secondary=muted,
        accent=accent,
        success=colours["success"],
        warning=colours["warning"],
        error=colours["error"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        boost=colours["panel"],
        variables=variables,
    )


THEMES: tuple[Theme, ...] = (
    _theme(
        DARK,
        dark=True,
        ink="#10151a",
        colours={
            "background": "#14181c",
            "surface": "#1b2126",
            "panel": "#252d34",
            "foreground": "#e6e9ec",
            "muted": "#a9b4be",
            "edge": "#71808c",
            "primary": "#7fb6d9",
            "primary-text": "#9cc9e6",
            "accent": "#f0b35a",
            "accent-text": "#f5bf70",
            "success": "#7fd19b",
            "warning": "#f2c45c",
            "error": "#f08a80",
            "error-text": "#f59c93",
        },
    ),
    _theme(
        LIGHT,
        dark=False,
        ink="#ffffff",
        colours={
            "background": "#fafaf7",
            "surface": "#f1f1ec",
            "panel": "#e5e6e0",
            "foreground": "#1d2328",
            "muted": "#4d5761",
            "edge": "#78838c",
            "primary": "#1c5d85",
            "primary-text": "#17527a",
            "accent": "#8a4b08",
            "accent-text": "#7d4204",
            "success": "#1c642f",
            "warning": "#754d00",
            "error": "#a3231d",
            "error-text": "#971d18",
        },
    ),
    _theme(
        CONTRAST,
        dark=True,
        ink="#000000",
        colours={
            "background": "#000000",
            "surface": "#000000",
            "panel": "#141414",
            "foreground": "#ffffff",
            "muted": "#e0e0e0",
            "edge": "#c0c0c0",
            "primary": "#8fd3ff",
            "primary-text": "#a8ddff",
            "accent": "#ffe14d",
            "accent-text": "#ffe14d",
            "success": "#7dff9b",
            "warning": "#ffd24d",
            "error": "#ffa198",
            "error-text": "#ffb3ab",
        },
    ),
)


def next_theme(name: str) -> str:
    """The theme after `name`, going round."""
    names = list(LABELS)
    return names[(names.index(name) + 1) % len(names)] if name in names else DEFAULT
