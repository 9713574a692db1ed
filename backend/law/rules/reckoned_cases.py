"""A lawyer's own cases: facts and expectations as one line of text, and what differs. Pure.

A case is a row of a table with the columns `id, kind, facts, expected, source, certainty, note`. Facts
and expectations are written as `key=value; key=value`: short enough for a cell of a spreadsheet, and
the same words as on the command line. Lists join their items with `+`, in any order and each once; `/` in an
expectation means either, `a..b` a span of days with both its ends.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping

import msgspec

from schemas.law.reckoning import Asked, Reckoning

COLUMNS = ("id", "kind", "facts", "expected", "source", "certainty")
"""Columns that a table must have. `note` and others may follow; they are for people."""


class CaseFault(ValueError):
    """A row or a text of facts cannot be read. The message says which, and what to write."""


class LegalCase(msgspec.Struct, frozen=True, kw_only=True):
    """One case: what is asked, what is given, what should be answered, and by which source."""

    id: str
    kind: Asked
    facts: dict[str, str]
    expected: dict[str, str]
    source: str
    certainty: str


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One expectation that the answer does not meet. `got` is None if the answer does not say it."""

    key: str
    expected: str
    got: str | None


def pairs(text: str) -> dict[str, str]:
    """Return the facts in a text like `rule=D12; start=2026-03-02`. Raises CaseFault.

    A key may stand once. Spaces around keys and values are dropped.
    """
    found: dict[str, str] = {}
    for part in text.split(";"):
        if not part.strip():
            continue
        key, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not key or not value:
            raise CaseFault(f"“{part.strip()}”: write key=value")
        if key in found:
            raise CaseFault(f"“{key}” stands twice")
        found[key] = value
    return found


def read(content: bytes) -> list[LegalCase]:
    """Return the cases of a CSV table in UTF-8, with or without a byte-order mark.

    Raises CaseFault with the row of the first fault.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseFault("the file is not UTF-8: save it as “CSV UTF-8”") from error
    table = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in COLUMNS if name not in (table.fieldnames or [])]
    if missing:
        raise CaseFault(f"columns are missing: {', '.join(missing)}")
    try:
        found = list(_rows(table))
    except csv.Error as error:
        raise CaseFault(f"after line {table.line_num}: {error}") from error
    ids = [case.id for case in found]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise CaseFault(f"ids stand twice: {', '.join(twice)}")
    return found


def _rows(table: "csv.DictReader[str]") -> Iterator[LegalCase]:
    for row in table:
        try:
            yield LegalCase(
                id=(row["id"] or "").strip(),
                kind=Asked((row["kind"] or "").strip()),
                facts=pairs(row["facts"] or ""),
                expected=pairs(row["expected"] or ""),
                source=row["source"] or "",
                certainty=row["certainty"] or "",
            )
        except ValueError as fault:
            raise CaseFault(f"line {table.line_num}: {fault}") from fault


_ALTERNATIVES = frozenset({"extra", "remedies"})
"""In these results `/` joins what the decree lets choose among; elsewhere it means “either”."""
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")


def differences(expected: Mapping[str, str], answer: Reckoning) -> list[Difference]:
    """Return every expectation that an answer does not meet.

    `refused=yes` is met by an answer that says it. A question that cannot be read or answered has no
    result, so that it meets nothing. A reason (`why`) that is expected may have others beside it.
    """
    result = answer.result
    return [
        Difference(key=key, expected=wanted, got=result.get(key))
        for key, wanted in expected.items()
        if not _meets(key, wanted, result.get(key))
    ]


def _meets(key: str, wanted: str, got: str | None) -> bool:
    if got is None:
        return False
    if key in _ALTERNATIVES:
        return _listed(wanted) == _listed(got)
    if span := _SPAN.fullmatch(wanted):
        return span[1] <= got <= span[2]
    either = wanted.split("/")
    if key == "why":
        return any(set(one.split("+")) <= set(got.split("+")) for one in either)
    return any(_listed(one) == _listed(got) for one in either)


def _listed(text: str) -> list[str]:
    return sorted({"/".join(sorted(part.split("/"))) for part in text.split("+")})
