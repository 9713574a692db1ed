"""A group writes its own tables, and joins those of groups on its left to read. What does otherwise stands here.

The left is that of the order in pyproject.toml (contract 2). SQL of a group that reads to its right would break where
that group changes its rows, without one import that tells; each such reading has its reason, or waits to be parted.
"""

import re
from collections import defaultdict

from backend.piccolo_app import TABLES
from tests.architecture.tree import ROOT, listed, name, python, strings

ORDER = (
    *("core", "ledger", "law", "force", "documents", "parties"),
    *("fieldwork", "casework", "exchange", "operations"),
)
OWNER = {table._meta.tablename: table.__module__.split(".")[1] for table in TABLES}

WRITES = re.compile(r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+(?:ONLY\s+)?([a-z_]+)")
READS = re.compile(r"\b(?:FROM|JOIN|USING)\s+(?:ONLY\s+)?([a-z_]+)")

MAY_WRITE = {
    "backend/casework/queries/cases.py": {
        "inspections"
    },  # locks an inspection's row beside its case
    "backend/documents/queries/signing.py": {
        "officer_certificates"
    },  # registers what the force revokes
    "backend/exchange/queries/sync.py": {
        "changes",
        "device_logs",
    },  # forgets what a phone has heard of
    "backend/fieldwork/queries/inspections.py": {
        "changes"
    },  # tells a team in the statement that changes
    "backend/ledger/queries/ledger.py": {"device_logs"},  # the one door moves a phone's log on
    "backend/operations/migrations/run.py": {"migrations"},
    "backend/operations/queries/recovery.py": {"installation", "ledger_logs", "ledger_outside"},
}
"""Tables of other groups that a file writes."""

MAY_READ_RIGHT = {
    # Which of several servers is the newest primary: asked of each server by a connection of its own, before there is a
    # pool through which the ledger could be asked.
    "backend/core/connecting_queries.py": {"installation", "ledger_logs"},
    # The one door asks for a device's key, and keeps the log of an enrolled one alone; entries are told with the names
    # of their officers. The ledger knows no group, so the force would have to hand it both for every act and time line.
    "backend/ledger/queries/ledger.py": {"devices", "officers"},
    # A delegation, or a post, does not end before the newest paper that was signed under it. The door of the force asks
    # for that day while it judges; handing it the answer needs askers that the groups on the right register.
    "backend/force/queries/delegations.py": {"documents", "inspections"},
    "backend/force/queries/people.py": {"documents", "inspections"},
    # Since when violations are found and no case follows them. It is set in the statement that writes the ruling, which
    # holds the row for which who opens a case waits: asked apart, a case opened in between would be overlooked.
    "backend/fieldwork/queries/review.py": {"cases"},
}
"""Tables of groups on its right that a file reads."""


def _used(pattern: re.Pattern[str]) -> dict[str, set[str]]:
    """Tables of other groups that each file's SQL names."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in python("backend"):
        group = path.relative_to(ROOT).parts[1]
        if group not in ORDER:
            continue
        for _, value in strings(path):
            found[name(path)] |= {
                table for table in pattern.findall(value) if OWNER.get(table, group) != group
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
