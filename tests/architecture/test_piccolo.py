"""How queries are written: Piccolo if it can say them, structs as results. docs/decisions/0008 has the rule."""

import ast
import re
from pathlib import Path

from tests.architecture.tree import listed, name, nodes, python, syntax
from tests.support.raw_sql import raw_queries

_LOOSE = re.compile(r"\bAny\b|^(?:list|tuple|set)$|\bRecord\b")


def _queries() -> list[Path]:
    return [path for path in python("backend") if path.parent.name == "queries"]


OUTSIDE_QUERIES: dict[str, str] = {
    "backend/core/durable.py": "one setting of the server",
    "backend/core/replica.py": "which log the primary has, and how far it is written",
    "backend/operations/health/service.py": "SELECT 1",
}
"""Modules that ask the database for a scalar themselves. Connections of their own are not meant."""

_ASKS = {"fetch", "fetchrow", "fetchval", "execute", "defer"}


def test_rows_of_the_database_do_not_leave_the_modules_of_queries() -> None:
    """Outside of them rows are structs: a query function returns nothing else (see below)."""
    found = {
        name(path)
        for path in python("backend", "mobile_api", "admin_ui", "media")
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _ASKS
        and ast.unparse(node.func.value) == "database"
        and path.parent.name != "queries"
    }
    assert found == set(OUTSIDE_QUERIES) | {"backend/core/compiled.py"}, found


def test_a_query_is_piccolo_or_has_a_reason() -> None:
    wrong = [
        f"{one.path}:{one.line} {one.function}: {one.sql[:80]}"
        for one in raw_queries()
        if one.reason is None
    ]
    assert not wrong, listed([*wrong, "Piccolo can say it: docs/decisions/0008"])


def test_what_a_query_returns_has_a_type() -> None:
    wrong = [
        f"{name(path)}:{node.lineno} {node.name} -> {returned}"
        for path in _queries()
        for node in syntax(path).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_"
        if _LOOSE.search(returned := ast.unparse(node.returns) if node.returns else "Any")
    ]
    assert not wrong, listed([*wrong, "return structs: backend/core/rows.py"])
