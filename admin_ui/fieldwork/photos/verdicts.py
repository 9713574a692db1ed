"""Results of the checks of evidence, in the order in which an auditor asks, each with a tone.

The tone only sets the colour. Words and meanings are in the catalogue
(`verdict.<question>_<answer>`). Answers are never added up to a score: a photograph without a
position is no worse than another.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

import msgspec

from schemas.fieldwork.inspections import InspectionView

Tone = Literal["good", "warn", "bad", ""]

ANSWERS: dict[str, dict[str, Tone]] = {
    "signature": {"ok": "good", "invalid": "bad"},
    "device": {"ok": "good", "unknown": "bad", "revoked": "bad"},
    "sequence": {"ok": "good", "gap": "warn", "late": "warn"},
    "chain": {"ok": "good", "broken": "bad", "unknown": "warn"},
    "time": {
        "ok": "good",
        "no_anchor": "",
        "before_anchor": "warn",
        "after_receipt": "warn",
        "anchor_invalid": "bad",
    },
    "place": {"ok": "good", "stated": "", "mocked": "bad", "absent": ""},
    "bytes": {"pending": "warn", "ok": "good", "verified": "good", "differs": "bad"},
}
"""All questions with all answers, in the order of the page. An empty tone: neither good nor bad,
but worth knowing.
"""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one question about one act or photograph."""

    question: str
    answer: str
    tone: Tone


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How often each answer to a question occurs in an inspection."""

    question: str
    answers: list[tuple[Line, int]]


def lines(verdicts: Mapping[str, str]) -> list[Line]:
    """Return the answers in order. Answers that this page does not know, from a newer server, are left out."""
    return [
        Line(question=question, answer=verdicts[question], tone=answers[verdicts[question]])
        for question, answers in ANSWERS.items()
        if verdicts.get(question) in answers
    ]


def tallies(view: InspectionView) -> list[Tally]:
    """Count the answers of all acts by phones and of all photographs' bytes; bad ones come first."""
    counted = Counter(
        (line.question, line.answer)
        for verdicts in [
            *({k: v for k, v in act.verdicts.items() if k != "bytes"} for act in view.acts),
            *({"bytes": photo.verdicts.get("bytes", "")} for photo in view.photos),
        ]
        for line in lines(verdicts)
    )
    worst_first: dict[Tone, int] = {"bad": 0, "warn": 1, "": 2, "good": 3}
    found = []
    for question, answers in ANSWERS.items():
        given = [
            (Line(question=question, answer=answer, tone=tone), counted[question, answer])
            for answer, tone in answers.items()
            if counted[question, answer]
        ]
        if given:
            given.sort(key=lambda item: worst_first[item[0].tone])
            found.append(Tally(question=question, answers=given))
    return found
