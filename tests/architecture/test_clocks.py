"""Nobody moves the server's clock but the player of a demonstration's history (docs/decisions/0059)."""

import ast

from tests.architecture.tree import name, nodes, python

MOVES = {"show", "shown"}


def test_only_a_demonstration_shows_itself_another_day() -> None:
    moving = {
        name(path)
        for path in python("schemas", "media", "backend", "mobile_api", "admin_ui", "deploy")
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and node.attr in MOVES
        and isinstance(node.value, ast.Name)
        and node.value.id == "clock"
    }
    assert moving
    assert all(file.startswith("deploy/demo/") for file in moving), moving
