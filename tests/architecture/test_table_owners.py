"""A group writes only its own tables and may read those of groups on its left. Exceptions are
listed here.

The left is defined by the order in pyproject.toml (contract 2). SQL that reads tables on its right
would break when the other group changes its rows, and no import would show it. Each such query has
its reason here, or waits to be split.
"""

import ast
import re
from pathlib import Path

from backend.piccolo_app import TABLES
from tests.architecture.tree import ROOT, listed, name, nodes, python, strings

ORDER = (
    *("core", "ledger", "law", "force", "documents", "parties", "approvals"),
    *("fieldwork", "casework", "planning", "intake", "insight", "exchange", "operations"),
)
OWNER = {table._meta.tablename: table.__module__.split(".")[1] for table in TABLES}
CLASSES = {table.__name__: table._meta.tablename for table in TABLES}

WRITES = re.compile(r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+(?:ONLY\s+)?([a-z_]+)")
READS = re.compile(r"\b(?:FROM|JOIN|USING)\s+(?:ONLY\s+)?([a-z_]+)")

MAY_WRITE = {
    "backend/casework/queries/cases.py": {
        "inspections"
    },  # locks an inspection's row along with its case
    "backend/documents/queries/signing.py": {
        "officer_certificates"
    },  # registers what the force revokes
    "backend/exchange/queries/sync.py": {"changes"},  # deletes what a phone has seen of it
    "backend/fieldwork/queries/inspections.py": {
        "changes"
    },  # notifies a team in the statement that makes the change
    "backend/ledger/queries/ledger.py": {"device_logs"},  # the one door advances a phone's log
    "backend/operations/migrations/run.py": {"migrations"},
    "backend/operations/queries/releases.py": {
        "changes",
        "form_releases",
    },  # as the owner, while migrating
    "backend/operations/queries/recovery.py": {"installation", "ledger_logs", "ledger_outside"},
}
"""Tables of other groups that a file writes."""

MAY_READ_RIGHT = {
    # Which of several servers is the newest primary. It is asked of each server by a separate
    # connection, before there is a pool for reading the ledger.
    "backend/core/connecting_queries.py": {"installation", "ledger_logs"},
    # Whether a replica is of this installation. It is asked over a connection of the replica's own.
    "backend/core/replica_queries.py": {"installation"},
    # `ledger.record` (the one door) reads a device's key and keeps the log only of an enrolled
    # device; entries are shown with the names of their officers. The ledger knows no group, so
    # otherwise the force would have to pass it both for every act and time line.
    "backend/ledger/queries/ledger.py": {"devices", "officers"},
    "backend/ledger/queries/stories.py": {"officers"},
    # A delegation or a post does not end before the newest paper that was signed under it. The
    # force's code needs that day while it decides. To pass it in, the groups on the right would
    # have to register functions that ask for it.
    "backend/force/queries/delegations.py": {"documents", "inspections"},
    "backend/force/queries/positions.py": {"documents", "inspections"},
    # Since when violations are found and no case follows them. It is set in the statement that
    # writes the ruling, which locks the row for which the opening of a case waits. Asked
    # separately, it would miss a case opened in between.
    "backend/fieldwork/queries/review.py": {"cases"},
    # A phone chose the id of a paper that it made. It must not be that of a case's paper, whose
    # number it would take; the answer is needed while the act is judged.
    "backend/fieldwork/queries/documents.py": {"documents"},
}
"""Tables of groups on its right that a file reads."""


def _by_piccolo(path: Path, pattern: re.Pattern[str]) -> set[str]:
    """Tables that a file's queries of Piccolo write, or read."""
    calls = {"insert", "update", "delete"} if pattern is WRITES else {"select", "count", "exists"}
    return {
        CLASSES[node.func.value.id]
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.attr in calls
        and node.func.value.id in CLASSES
    }


def _used(pattern: re.Pattern[str]) -> dict[str, set[str]]:
    """Tables of other groups that each file's queries name."""
    found: dict[str, set[str]] = {}
    for path in python("backend"):
        group = path.relative_to(ROOT).parts[1]
        if group not in ORDER:
            continue
        named = {table for _, value in strings(path) for table in pattern.findall(value)}
        found[name(path)] = {
            table
            for table in named | _by_piccolo(path, pattern)
            if OWNER.get(table, group) != group
        }
    return {file: tables for file, tables in found.items() if tables}


def test_a_group_writes_its_own_tables_alone() -> None:
    assert _used(WRITES) == MAY_WRITE


def test_a_group_reads_tables_to_its_left_alone() -> None:
    right = {
        file: found
        for file, tables in _used(READS).items()
        if (found := {one for one in tables if _at(OWNER[one]) > _at(file.split("/")[1])})
    }
    assert right == MAY_READ_RIGHT


def _at(group: str) -> int:
    return ORDER.index(group)


def test_every_group_with_tables_is_searched_for_them() -> None:
    packages = {
        path.parent.parent.name for path in python("backend") if path.parent.name == "tables"
    }
    assert set(OWNER.values()) == packages, listed(sorted(packages - set(OWNER.values())))


def test_the_search_sees_what_a_query_writes() -> None:
    said = "DELETE FROM photos p USING uploads u"
    assert WRITES.findall(said) == ["photos"]
    assert set(READS.findall(said)) == {"photos", "uploads"}


def test_the_search_sees_what_piccolo_writes() -> None:
    path = ROOT / "backend/documents/queries/signing.py"
    assert _by_piccolo(path, WRITES) == {"officer_certificates", "signing_failures"}
    assert "officers" in _by_piccolo(path, READS)
