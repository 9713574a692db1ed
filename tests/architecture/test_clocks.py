"""Nobody moves the server's clock, or puts jobs off, but the player of a demonstration (docs/decisions/0059)."""

import ast
from collections.abc import Set

from tests.architecture.tree import name, nodes, python


def _calling(module: str, names: Set[str]) -> set[str]:
    """Return the files of the product that name one of these functions of a module."""
    return {
        name(path)
        for path in python("schemas", "media", "backend", "mobile_api", "admin_ui", "deploy")
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and node.attr in names
        and isinstance(node.value, ast.Name)
        and node.value.id == module
    }


def test_only_a_demonstration_shows_itself_another_day() -> None:
    moving = _calling("clock", {"show", "shown"})
    assert moving
    assert all(file.startswith("deploy/demo/") for file in moving), moving


def test_only_a_demonstration_lets_jobs_wait() -> None:
    assert _calling("job_queue", {"put_off"}) == {"deploy/demo/living/player.py"}
