"""The sentences a new region starts with, from `templates/standaardteksten.toml`. A region changes them in its settings."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from ret_tui.assets import assets
from ret_tui.domain.base import validated
from ret_tui.domain.errors import DocumentError, RetError
from ret_tui.domain.people import RegionFields

FILE = "standaardteksten.toml"


def standard_texts() -> dict[str, str]:
    """Field of `RegionFields` → its default text.

    Raises:
        DocumentError: the file was edited and is no longer usable; says where.
    """
    path = assets("templates") / FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return {field: str(text).strip() for field, text in validated(RegionFields, found).items()}
    except (OSError, ValueError) as error:
        raise DocumentError(
            f"Het bestand {path} met standaardteksten is niet te lezen. Herstel het: {error}"
        ) from error
    except RetError as error:
        raise DocumentError(f"Het bestand {path} met standaardteksten klopt niet. {error.message}") from error


def with_standard_texts(given: Mapping[str, object]) -> dict[str, object]:
    """`given` settings of a new region, with the default text wherever none was given."""
    return {**standard_texts(), **{field: value for field, value in given.items() if value not in (None, "")}}
