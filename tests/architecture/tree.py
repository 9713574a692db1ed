"""The source tree for the house rules: files under version control, and their syntax."""

import ast
import gc
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

PACKAGES = ("schemas", "media", "backend", "mobile_api", "admin_ui", "deploy")
WIRING = ("asgi.py", "cli.py", "piccolo_conf.py")
BINARY = {".png", ".jpg", ".woff2", ".ico", ".webp", ".heic"}


@cache
def files() -> tuple[Path, ...]:
    """All files that belong to the project: tracked, or new and not ignored."""
    try:
        named = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split("\0")
        found = [ROOT / name for name in named if name]
    except (OSError, subprocess.CalledProcessError):  # an export without .git
        found = [path for path in ROOT.rglob("*") if not _is_made(path)]
    return tuple(sorted(path for path in set(found) if path.is_file() and not path.is_symlink()))


def links() -> list[str]:
    """Symbolic links under version control; none in an export without .git."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-s"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return []
    return [line.split("\t", 1)[1] for line in listed.splitlines() if line.startswith("120000 ")]


def _is_made(path: Path) -> bool:
    made = {".venv", "__pycache__", "node_modules", "site", "build", "dist", ".hientruong"}
    return any(part in made or part.endswith("_cache") for part in path.relative_to(ROOT).parts)


def name(path: Path) -> str:
    """The path from the root, with slashes, as messages show it."""
    return path.relative_to(ROOT).as_posix()


def python(*packages: str) -> Iterator[Path]:
    """Python files of these packages, or of all our code if none is named."""
    for path in files():
        top = path.relative_to(ROOT).parts[0]
        if path.suffix == ".py" and (not packages or top in packages):
            yield path


def text(path: Path) -> str:
    """The file's text."""
    return path.read_text(encoding="utf-8")


@cache
def syntax(path: Path) -> ast.Module:
    """The file's syntax tree.

    It lives as long as the run. Walking three million nodes again and again for garbage took half of
    the time in which they are made, and slowed every test after these (see tests/conftest.py).
    """
    made = ast.parse(text(path), name(path))
    gc.freeze()
    return made


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of its syntax tree."""
    return tuple(ast.walk(syntax(path)))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """(line, full name) of every import, inside functions too: `from a import b` is a.b."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


@cache
def strings(path: Path) -> tuple[tuple[int, str], ...]:
    """(line, value) of every string that is not a docstring; the fixed parts of an f-string."""
    prose = set()
    for node in nodes(path):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            # A string that is a statement documents the module, class or member before it.
            prose |= {
                id(line.value)
                for line in body
                if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
            }
    return tuple(
        (node.lineno, node.value)
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
    )


def listed(found: Iterable[str]) -> str:
    """Findings, one per line, for an assertion's message."""
    return "\n" + "\n".join(found)
