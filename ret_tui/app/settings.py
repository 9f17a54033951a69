"""What one person prefers on one computer: colours and keys. Read before unlocking, so it holds nothing of the region."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from ret_tui.app.commands import keymap_problems
from ret_tui.app.themes import DEFAULT, LABELS


@dataclass(frozen=True)
class Settings:
    """Preferences; `keys` goes from command id to keys."""

    theme: str = DEFAULT
    keys: dict[str, str] = field(default_factory=dict)


def read_settings(path: Path | None) -> Settings:
    """Settings from the file; whatever is missing, damaged or impossible falls back to the default."""
    if path is None:
        return Settings()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    theme, keys = found.get("theme"), found.get("keys")
    chosen = {str(name): str(key) for name, key in keys.items()} if isinstance(keys, dict) else {}
    return Settings(
        theme=theme if isinstance(theme, str) and theme in LABELS else DEFAULT,
        keys={} if keymap_problems(chosen) else chosen,
    )


def write_settings(path: Path | None, settings: Settings) -> None:
    """Replace the file in one step. A folder that cannot be written costs the preference, nothing else."""
    if path is None:
        return
    fresh = path.with_name(path.name + ".nieuw")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(
            json.dumps({"theme": settings.theme, "keys": settings.keys}, ensure_ascii=False, indent=1) + "\n",
            encoding="utf-8",
            newline="\n",
        )
        fresh.replace(path)
    except OSError:
        return
