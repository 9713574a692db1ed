"""No two files import each other, including imports that the import contracts do not cover.

The contract on circles (pyproject.toml, 8) ignores templates and imports for type checking alone.
In such a circle, too, a reader has to read the other file first.
"""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

from tests.architecture import tree

TEMPLATES = tree.ROOT / "admin_ui"
"""Pages name a template by its path below this folder."""


def _imported(path: Path, modules: dict[str, Path]) -> set[str]:
    """Our modules that any import statement of a file names, wherever in the file it is."""
    found: set[str] = set()
    for node in tree.nodes(path):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                whole = f"{node.module}.{each.name}"
                found.add(whole if whole in modules else node.module)
    return found & modules.keys()


def test_no_two_modules_import_each_other_wherever_the_import_stands() -> None:
    modules = {
        ".".join(path.relative_to(tree.ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in tree.python(*tree.PACKAGES)
    }
    graph = {name: _imported(path, modules) for name, path in modules.items()}
    TopologicalSorter(graph).prepare()  # CycleError names the members of a circle


def test_no_two_templates_include_each_other() -> None:
    needs = re.compile(r"(?:import|include|extends|from) ['\"]([^'\"]+)['\"]")
    graph = {
        (name := path.relative_to(TEMPLATES).as_posix()): set(needs.findall(path.read_text()))
        - {name}
        for path in tree.files()
        if path.is_relative_to(TEMPLATES) and path.suffix == ".html"
    }
    assert any(graph.values()), (
        "no template includes another: they are looked for in the wrong place"
    )
    TopologicalSorter(graph).prepare()
