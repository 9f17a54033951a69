"""Which templates may be used: the standard ones by their hash, all others once they were tried out.

Compiled templates are kept for as long as the program runs, by the hash of their contents.
"""

from __future__ import annotations

import threading

from ret_tui.documents.check import try_out
from ret_tui.documents.shipped import SHIPPED
from ret_tui.documents.spec import DocumentSpec
from ret_tui.documents.word.template import Template, compile_template, fingerprint

_lock = threading.Lock()
_ready: dict[tuple[str, str], Template] = {}


def load(spec: DocumentSpec, data: bytes, name: str) -> Template:
    """The template ready to be filled. `name` is the file's name, for messages.

    Raises:
        TemplateFault: the first thing that is wrong with it.
    """
    mark = fingerprint(data)
    key = (spec.template, mark)
    with _lock:
        if key not in _ready:
            if SHIPPED.get(spec.template) != mark:
                faults = try_out(spec, data, name)
                if faults:
                    raise faults[0]
            _ready[key] = compile_template(spec, data, name)
        return _ready[key]
