"""Every query that is written by hand, with the reason why it is not Piccolo.

`python -m tests.support.raw_sql` prints the queries of each reason. docs/decisions/0008 has the rule.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from backend.core.clock import SQL_TODAY
from backend.piccolo_app import APP_CONFIG
from tests.architecture.tree import name, nodes, python, syntax

_CALLS = {"fetch", "fetchrow", "fetchval", "execute", "defer"}

HOT = {
    "backend/ledger/queries/ledger.py": "the one door",
    "backend/ledger/queries/queue.py": "the sealer",
    "backend/ledger/queries/sealing.py": "the sealer",
    "backend/exchange/queries/sync.py": "sync",
    "backend/core/queries/change_feed.py": "sync",
    "backend/fieldwork/queries/storing.py": "tus",
    "backend/fieldwork/queries/uploads.py": "tus",
    "backend/fieldwork/queries/nodes.py": "tus",
}
"""Modules on the way of every act, sync or upload, whose statements are written to save round trips."""

KEYS_OF_SEVERAL_COLUMNS = (
    "case_clocks|case_officers|case_receipts|case_sheets|catalogue_decrees|catalogue_proposals|catalogue_versions|device_logs"
    "|document_numbers|document_sequences|form_releases|inspection_team|ledger_entries|ledger_unsealed|number_floors"
    "|number_openings|officer_number_openings|number_skips|officer_roles|outside_acts"
    "|officer_sequences|server_keys|sign_in_places|subject_marks|approval_steps|approval_waits"
    "|passkey_challenges"
    "|report_takings|sample_records"
    "|document_readings"
    "|plan_item_versions|plan_subject_keys|plan_overlap_rulings|plan_recipients|plan_counts|plan_month_counts"
    "|information_suspects|information_links|public_inbox_photographs|information_arrival_pieces"
    "|counted_events|figure_rollups|figure_signings"
    "|party_identifiers|party_former_names|party_pairs|party_import_rows|party_import_portions|machine_days|team_proposals|former_offices"
    "|people_import_rows|people_import_portions|people_import_decisions"
    "|seen_records|dismissed_hints|approval_looks|approval_remarks|search_newest"
)
"""Tables of which Piccolo takes one column for the whole primary key."""

RIGHTS_BY_COLUMN = (
    "access_log|custody_events|ledger_entries|photo_hashes|refused_acts|refused_requests"
)
"""Tables into which the application's role may insert some columns only."""

_REASONS = (
    ("a common table expression", r"\bWITH\s+(?:RECURSIVE\s+)?\w+\s*(?:\([^)]*\)\s*)?AS\b"),
    ("a union of queries", r"\bUNION\b"),
    ("rows of an argument", r"\bunnest\(|\bjsonb_\w+\(|\bgenerate_series\("),
    ("a lateral join", r"\bLATERAL\b"),
    ("a window", r"\bOVER\s*\("),
    ("a subquery", r"\(\s*SELECT\b|\bEXISTS\s*\("),
    ("an advisory lock", r"\bpg_advisory|\bpg_try_advisory"),
    ("a comparison of rows", r"\([^()]*,[^()]*\)\s*(?:[<>]=?|=|IN)\s*\("),
    ("a join", r"\bJOIN\b|\bUSING\s+\w|\bFROM\s+\w+\s+\w+\s*,|UPDATE\s.*\bFROM\b"),
    ("a lock that waits for nobody", r"\b(?:NOWAIT|SKIP\s+LOCKED)\b"),
    ("an aggregate", r"\bGROUP\s+BY\b|\bHAVING\b|\bDISTINCT\b|\bFILTER\s*\(|\b(?:min|max|sum|array_agg|count)\("),
    ("an expression", r"::|\|\||->|\bCASE\b|\bAT\s+TIME\s+ZONE\b|\binterval\b|\b[a-z_]+\("),
    ("a table of pgqueuer", r"\bpgqueuer"),
    ("a setting of the transaction", r"^SET\b"),
    ("an arithmetic update", r"\bSET\b.*\b(\w+)\s*=\s*\1\s*[-+]"),
    ("an insert of selected rows", r"\bINSERT\s+INTO\b.*\bSELECT\b"),
    ("an insert under a key of several columns", rf"\bINSERT\s+INTO\s+(?:{KEYS_OF_SEVERAL_COLUMNS})\b"),
    ("rights by column", rf"\bINSERT INTO (?:{RIGHTS_BY_COLUMN})\b"),
)  # fmt: skip
"""The first that a query shows is its reason: what Piccolo 1.38 cannot say, or says as several statements."""


_FRAGMENTS = (
    (r"\{[^}]*\bOF_EACH\}", "row_number() OVER ()"),
    (r"\{JOINS\}", "JOIN x"),
    (r"\{since\.acts\(.*?\)\}", "LEFT JOIN LATERAL ("),
    (r"\{MISSING\}", "(SELECT x)"),
    (r"\{' UNION (?:ALL )?'\.join", "a UNION {"),
    (r"\{turns\.taking\(.*?\)\}", "least("),
    (r"\{no_case_since\(.*?\)\}", "CASE"),
)
"""SQL from other modules and functions, with what it shows to the reasons."""


@dataclass(frozen=True)
class Raw:
    """One call with SQL."""

    path: str
    line: int
    function: str
    sql: str
    reason: str | None


def raw_queries() -> Iterator[Raw]:
    """Every call of the database with SQL, in the modules of queries."""
    for path in python("backend"):
        if "quer" in name(path):
            yield from _of(path)


def _of(path: Path) -> Iterator[Raw]:
    known: dict[str, str] = {"SQL_TODAY": SQL_TODAY}
    for line in syntax(path).body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            known[line.targets[0].id] = _text(line.value, known)
    for function in nodes(path):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        local = dict(known)
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                local[node.targets[0].id] = _text(node.value, local)
        for call in ast.walk(function):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
                continue
            if (
                call.func.attr in _CALLS
                and ast.unparse(call.func.value) == "database"
                and call.args
            ):
                deferred = call.func.attr == "defer"
                sql = " ".join(_text(call.args[1 if deferred else 0], local).split())
                reason = "a deferred write" if deferred else HOT.get(name(path)) or _reason(sql)
                yield Raw(name(path), call.lineno, function.name, sql, reason)


def _reason(sql: str) -> str | None:
    for fragment, meant in _FRAGMENTS:
        sql = re.sub(fragment, meant, sql)
    if re.search(r"\b(?:FROM|INTO|UPDATE)\s+\{", sql):
        return "a table that an argument names"
    shown = re.sub(r"\{[^}]*\}", "x", sql)
    shows = (why for why, sign in _REASONS if re.search(sign, shown))
    return next((why for one in shows if (why := _join(sql) if one == "a join" else one)), None)


_JOINED = re.compile(
    r"JOIN\s+(\w+)\s+(\w+)\s+ON\s+(\w+)\.(\w+) = (\w+)\.(\w+)(?=\s+(?!AND\b|OR\b)|$)"
)
_NAMED = re.compile(r"\b(?:FROM|JOIN|UPDATE)\s+(\w+)\s+(?!ON\b|SET\b|WHERE\b|JOIN\b)(\w+)")


def _join(sql: str) -> str | None:
    """Return why Piccolo cannot say the joins of a query; None if all go along foreign keys, as its own do."""
    joins = _JOINED.findall(sql)
    if not joins or len(joins) != len(re.findall(r"\bJOIN\b", sql)):
        return "a join along no foreign key"
    tables = {alias: table for table, alias in _NAMED.findall(sql)}
    keys = _foreign_keys()
    for _table, alias, *sides in joins:
        (one, one_column), (other, other_column) = sides[:2], sides[2:]
        here, there = (one_column, other_column) if one == alias else (other_column, one_column)
        left = tables.get(other if one == alias else one, "")
        if keys.get((left, there)) == tables[alias] and here == "id":
            continue
        if keys.get((tables[alias], here)) == left and there == "id":
            return "a join against a foreign key"
        return "a join along no foreign key"
    return None


@cache
def _foreign_keys() -> dict[tuple[str, str], str]:
    """The table that each column refers to by id."""
    return {
        (
            table._meta.tablename,
            column._meta.db_column_name,
        ): column._foreign_key_meta.resolved_references._meta.tablename
        for table in APP_CONFIG.table_classes
        for column in table._meta.foreign_key_columns
    }


def _text(node: ast.expr, known: dict[str, str]) -> str:
    """The text of an expression; what is not known stands in braces."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, known) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return _text(node.value, known)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _text(node.left, known) + _text(node.right, known)
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "format"
    ):
        return _text(node.func.value, known)
    if isinstance(node, ast.Name) and node.id in known:
        return known[node.id]
    return "{" + ast.unparse(node) + "}"


if __name__ == "__main__":
    found = list(raw_queries())
    for why, count in Counter(
        one.reason or "NONE: should be Piccolo" for one in found
    ).most_common():
        print(f"{count:4} {why}")
    print(f"{len(found):4} in all")
