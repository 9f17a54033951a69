"""Reading damaged forms: no crash, no hang over two seconds, memory under 300 MB. Linux."""

from __future__ import annotations

import resource
import time

from ret_tui.documents.forms_in.proposal import incoming, propose
from ret_tui.documents.forms_in.reading import read_form
from ret_tui.documents.forms_in.synonyms import load
from ret_tui.domain.errors import DocumentError
from tests.bench.report import Result
from tests.documents.forms.mutants import mutants
from tests.documents.forms.people import TODAY


def run(quick: bool = False) -> list[Result]:
    """Read 2,000 damaged forms (200 when quick); the slowest one and the most memory are held against the bars."""
    words = load()
    slowest, refused, read = 0.0, 0, 0
    for data in mutants(200 if quick else 2_000, seed=2):
        start = time.perf_counter()
        try:
            incoming(propose([read_form(data, "formulier.docx", words, TODAY)]), {}, TODAY)
            read += 1
        except DocumentError:
            refused += 1
        slowest = max(slowest, time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    note = f"{read} read, {refused} refused with a message"
    return [
        Result("damaged form, slowest", slowest, "s", 2.0, note=note),
        Result("damaged forms, memory", memory, "MB", 300.0),
    ]
