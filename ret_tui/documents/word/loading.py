"""Which templates may be used: the standard ones by their hash, all others once they were tried out.

Compiled templates are kept for as long as the program runs, by the hash of their contents.
"""

from __future__ import annotations

import threading

from ret_tui.documents.check import try_out
from ret_tui.documents.shipped import SHIPPED
from ret_tui.documents.spec import LetterSpec
from ret_tui.documents.word.template import Template, compile_template, fingerprint
from ret_tui.domain.letter_words import LetterKind

_lock = threading.Lock()
_ready: dict[tuple[LetterKind, str], Template] = {}


def load(spec: LetterSpec, data: bytes, name: str) -> Template:
    """The template ready to be filled. `name` is the file's name, for messages.

    Raises:
        TemplateFault: the first thing that is wrong with it.
    """
    mark = fingerprint(data)
    key = (spec.kind, mark)
    with _lock:
        if key not in _ready:
            if SHIPPED.get(spec.template) != mark:
                faults = try_out(spec.kind, data, name)
                if faults:
                    raise faults[0]
            _ready[key] = compile_template(spec, data, name)
        return _ready[key]
