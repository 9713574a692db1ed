"""Generates docs/law/coverage.md: each row of the procedure, its rule, its cases, and where it shows.

`python -m tests.support.law_coverage` writes it. Rows of time limits are read from the edition's rules;
the cases are those of tests/cases/law.
"""

import csv
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from backend.law import books
from backend.law.deadlines import service as deadlines
from backend.law.rules.limits import Rule

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/law/coverage.md"
CASES = ROOT / "tests/cases/law"

HEAD = """# Every row of the procedure

What the law says of the course of a case, row by row: the rule that answers, the cases that were derived from the
texts (`tests/cases/law`), and where it shows. Printed (`python -m tests.support.law_coverage`; a test compares).

## Time limits

All of them show on the page of a case, among what is due (`/desk/due`), in notices, and at `/desk/law/deadline`. A row
without an act that starts it says why; it can be reckoned all the same.

| row | time limit | starts with | cases |
|---|---|---|---|"""


class Row(NamedTuple):
    """One row that is no time limit: its words, the rule's place, how its cases are found, where it shows."""

    words: str
    rule: str
    cases: str
    """A regular expression for the ids and sources of its cases, as `id|source`."""
    shows: str


def ids(*spans: tuple[int, int]) -> str:
    """Return a pattern for the ids of procedure cases in these spans, both ends included."""
    return "|".join(rf"^PR-{n:03}\|" for least, most in spans for n in range(least, most + 1))


_CASE = "the case's page: next steps, the act's form"
SECTIONS: dict[str, list[Row]] = {
    "States and transitions": [
        Row("another body's file taken in", "acts/handed.py", ids((1, 5)), _CASE),
        Row("file from a prosecution body", "acts/handed.py", ids((6, 10)), _CASE),
        Row("a matter that is not ours", "acts/handed_on.py", ids((11, 16)), _CASE),
        Row("one inspection, several violators", "rules/violators.py", ids((17, 18)), _CASE),
        Row("verification after violation minutes", "rules/verifying.py", ids((19, 26)), _CASE),
        Row("submission up, to a superior or a chair", "acts/handed.py", ids((27, 32)), _CASE),
        Row("crime before the decision", "acts/handed_on.py", ids((33, 42)), _CASE),
        Row("crime after the decision", "acts/suspension.py", ids((43, 53)), _CASE),
        Row("suspension by who resolves a complaint", "acts/suspension.py", ids((54, 63)), _CASE),
        Row("annulment, and what may follow it", "acts/closing.py", ids((64, 92)), _CASE),
        Row("amendment and correction", "backend/law/rules/changing.py", ids((93, 100)), _CASE),
        Row("execution in part", "backend/law/rules/stopping.py", ids((101, 110)), _CASE),
        Row(
            "lapse, which leaves remedies open",
            "backend/law/rules/lapsing.py",
            ids((111, 114)),
            _CASE,
        ),
        Row("end of execution, part by part", "rules/ending.py", ids((115, 121)), _CASE),
        Row("enforcement, no means", "acts/execution.py", ids((122, 130)), _CASE),
        Row("complaints and lawsuits", "acts/complaints.py", ids((131, 149)), _CASE),
        Row("minutes that deny a right are void", "rules/recording.py", ids((150, 155)), _CASE),
        Row("explanation and hearing", "acts/violation.py", ids((156, 167)), _CASE),
        Row(
            "decision in time, by whom, and without a fine",
            "rules/sanction_guards.py",
            ids((168, 187)),
            _CASE,
        ),
        Row("relief: postponement, instalments, reduction", "acts/fine.py", ids((188, 194)), _CASE),
        Row(
            "exhibits, unclaimed goods, the archive",
            "rules/exhibit_guards.py",
            ids((195, 209)),
            _CASE,
        ),
    ],
    "Sanctions, competence and the rest": [
        Row(
            "c: amounts, ladders, doublings, minors, terms",
            "backend/law/rules",
            r"^SA-",
            "the sanction of a case, `/desk/law/sanction`",
        ),
        Row(
            "d: competence and delegation",
            "backend/law/rules/competence.py",
            r"^CP-",
            "the sanction of a case, signing, `/desk/law/competence`",
        ),
        Row(
            "e: seizure and exhibits",
            "rules/exhibit_guards.py",
            r"PROCEDURE e",
            "the case's page: exhibits",
        ),
        Row(
            "f: the right to explain",
            "backend/law/rules/explanation.py",
            r"^EX-|PROCEDURE f",
            "violation minutes, `/desk/law/explain`",
        ),
        Row(
            "g: delivery, payment, relief, enforcement",
            "backend/law/rules",
            r"PROCEDURE g",
            "the case's page: money, `/desk/law/execution`",
        ),
        Row(
            "h: complaint, annulment, correction",
            "acts/complaints.py, rules/amending.py",
            r"PROCEDURE (b, )?h",
            _CASE,
        ),
        Row("i: publication", "backend/law/rules/publication.py", r"PROCEDURE i", _CASE),
    ],
}


_ELSEWHERE = {"D10": r"^EX-", "D16": r"\|.*T18 "}
"""Rows whose cases are under another section: the right to explain, and late interest."""


def _cases() -> list[str]:
    """Return every case as `id|source`."""
    found = []
    for path in sorted(CASES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as table:
            found += [f"{row['id']}|{row['source']}" for row in csv.DictReader(table)]
    return found


def _count(pattern: str, cases: Iterable[str]) -> int:
    return sum(re.search(pattern, one) is not None for one in cases)


def _rows() -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in deadlines.rules_of(books.newest()):
        found.setdefault(rule.id.partition(".")[0], []).append(rule)
    return dict(sorted(found.items()))


def _starts(rules: list[Rule]) -> str:
    acts = dict.fromkeys(event.act for rule in rules for event in rule.triggers)
    if acts:
        return ", ".join(f"`{act}`" for act in acts)
    note = next((rule.note.en for rule in rules if rule.note), "")
    return note or "–"


def page() -> str:
    """Return the page."""
    cases = _cases()
    lines = [HEAD]
    for row, rules in _rows().items():
        label = rules[-1].label.en
        count = _count(_ELSEWHERE.get(row, rf"\b{row}[a-d]?\b"), cases)
        lines.append(f"| {row} | {label}; {rules[-1].citation.en} | {_starts(rules)} | {count} |")
    for title, rows in SECTIONS.items():
        lines += [f"\n## {title}\n", "| row | rule | cases | shows |", "|---|---|---|---|"]
        for one in rows:
            count = _count(one.cases, cases)
            lines.append(f"| {one.words} | `{one.rule}` | {count} | {one.shows} |")
    return "\n".join(lines) + f"\n\n{len(cases)} cases in all.\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name} written")
