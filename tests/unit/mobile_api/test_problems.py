"""What a phone shows of a refusal: its sentence alone, so the sentence says what to do next."""

import re

from backend.core.errors import DomainError
from mobile_api.problems import text_of
from tests.architecture.test_texts import domain_errors

_REACHED = (
    "backend.casework.issued_documents.public_lookups",
    "backend.casework.party_copies.",
    "backend.casework.party_lookup.",
    "backend.core.committing",
    "backend.core.errors",
    "backend.core.informants_key",
    "backend.core.looks",
    "backend.core.outages",
    "backend.documents.public_checks",
    "backend.documents.signing.errors",
    "backend.fieldwork.",
    "backend.force.access_errors",
    "backend.force.errors",
    "backend.force.machines.",
    "backend.force.numbers.",
    "backend.insight.machine_answers.",
    "backend.intake.from_phones.",
    "backend.intake.public_form.",
    "mobile_api.",
)
"""Modules whose refusals a phone, a citizen or another system reads."""
_VI = re.compile(r"\b(hãy|xin|tự gửi lại|sẽ tải lại)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;:]( |$)")
_NEVER_ALONE = DomainError.text_vi
"""Errors with this sentence bring one of their own each time."""


def test_every_refusal_that_leaves_the_desk_says_what_to_do_next() -> None:
    reached = [
        error
        for error in domain_errors()
        if error.__module__.startswith(_REACHED) and error.text_vi != _NEVER_ALONE
    ]
    assert len(reached) > 60
    silent = []
    for error in reached:
        shown = error.__new__(error)
        DomainError.__init__(shown)  # its own class may ask for what it is about
        text = text_of(shown)
        if not _VI.search(text.vi) or len(_SENTENCE.findall(text.en)) < 2:
            silent.append(f"{error.__module__}.{error.__name__}: {text.vi} / {text.en}")
    assert not silent, "\n".join(silent)
