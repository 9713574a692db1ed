"""Every compiled query of the house is known to the database, and the application's role may run it.

A description runs at the first call. Without this test, one that cannot be compiled is found by whoever calls it first.
"""

import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from uuid import uuid4

import backend
from backend.core import compiled, database
from backend.core.scope import Reach

BY_THE_OWNER = {"backend.operations.queries.recovery.lock_installation"}
"""What runs under the role of the schema's owner."""


class _Anything:
    """An argument of any type, with every attribute."""

    def __getattr__(self, name: str) -> "_Anything":
        return self


def _compiled() -> Iterator[tuple[str, Any]]:
    for found in pkgutil.walk_packages(backend.__path__, "backend."):
        if ".queries." not in found.name:
            continue
        for name, run in vars(import_module(found.name)).items():
            if inspect.isfunction(run) and run.__module__ == found.name:
                query = inspect.getclosurevars(run).nonlocals.get("query")
                if isinstance(query, compiled._Compiled):
                    yield f"{found.name}.{name}", query


def _argument(parameter: inspect.Parameter) -> Any:
    if parameter.annotation is Reach:
        return Reach(officer_id=uuid4(), unit=(1, uuid4()), on_team="{id}::uuid = {officer}::uuid")
    return _Anything()


async def test_every_compiled_query_can_be_described_and_run(pool: None) -> None:
    del pool
    refused = {}
    queries = dict(_compiled())
    for name, query in queries.items():
        arguments = [_argument(one) for one in query._signature.parameters.values()]
        try:
            sql, _ = query.ready(*arguments)
            await database.execute(f"EXPLAIN (GENERIC_PLAN) {sql}")
        except Exception as fault:  # told together, by name
            refused[name] = repr(fault)
        # Piccolo names a joined table by the whole path to it; PostgreSQL reads 63 bytes of a name.
        named = set(re.findall(r'JOIN "\w+" "([^"]+)"', sql))
        assert len({one[:63] for one in named}) == len(named), name
    assert refused.keys() == BY_THE_OWNER, refused
    assert len(queries) > 50
