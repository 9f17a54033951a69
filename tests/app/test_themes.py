"""Every text on every ground can be read, in every theme of ours."""

import pytest
from textual.color import Color

from ret_tui.app.themes import CONTRAST, LABELS, LINES, PAIRS, THEMES, next_theme


def _contrast(text: Color, ground: Color) -> float:
    """WCAG 2 contrast ratio."""

    def luminance(colour: Color) -> float:
        def channel(value: int) -> float:
            part = value / 255
            return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

        return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b)

    lights = sorted((luminance(text), luminance(ground)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _colours(theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("pairs", "least"), [(PAIRS, 4.5), (LINES, 3.0)], ids=["text", "lines"])
def test_every_pair_reaches_the_contrast(theme, pairs, least):
    colours = _colours(theme)
    for text, ground in pairs:
        assert colours[text].startswith("#"), f"{text} must be a plain colour, not {colours[text]}"
        ratio = _contrast(Color.parse(colours[text]), Color.parse(colours[ground]))
        assert ratio >= least, f"{theme.name}: {text} on {ground} is {ratio:.2f}"


def test_high_contrast_reaches_seven():
    theme = next(theme for theme in THEMES if theme.name == CONTRAST)
    colours = _colours(theme)
    for text, ground in PAIRS:
        assert _contrast(Color.parse(colours[text]), Color.parse(colours[ground])) >= 7, (text, ground)


def test_the_theme_key_goes_round_all_themes():
    seen, name = [], "textual-dark"
    for _ in LABELS:
        name = next_theme(name)
        seen.append(name)
    assert sorted(seen) == sorted(LABELS)
    assert {theme.name for theme in THEMES} == set(LABELS)
