"""A recipe of CONTRIBUTING.md as data, and the temporary copy in which it is followed.

A step writes a new file, or puts text beside a place that is found by what is written there, so that a recipe goes on
working while the files around it change. The copy is a repository of its own: what a recipe changed is what git says.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from deploy import surroundings
from tests.architecture.tree import ROOT, files, name

CACHES = (".mypy_cache", ".ruff_cache", ".import_linter_cache")
"""Copied with the tree: types of the whole house are then checked in seconds."""
LINKED = (".venv", "mobile_app/node_modules")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)
"""What `make check` asks of Python."""
_MINE = "-c user.name=recipe -c user.email=recipe@localhost -c commit.gpgsign=false"


@dataclass(frozen=True)
class New:
    """A file that is not there yet."""

    file: str
    text: str

    def follow(self, copy: Path) -> None:
        path = copy / self.file
        assert not path.exists(), f"{self.file} is there already"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text, encoding="utf-8")


@dataclass(frozen=True)
class Beside:
    """Text behind (or before) a place of a file, which has to be there once and no more."""

    file: str
    place: str
    after: str = ""
    before: str = ""

    def follow(self, copy: Path) -> None:
        path = copy / self.file
        text = path.read_text(encoding="utf-8")
        assert text.count(self.place) == 1, f"{self.file}: {text.count(self.place)} × {self.place}"
        added = f"{self.before}{self.place}{self.after}"
        path.write_text(text.replace(self.place, added), encoding="utf-8")


@dataclass(frozen=True)
class Printed:
    """A page that a program of tests/support prints anew."""

    file: str
    program: str

    def follow(self, copy: Path) -> None:
        done = run(copy, "python", "-m", self.program)
        assert done.returncode == 0, done.stdout + done.stderr


Step = New | Beside | Printed


@dataclass(frozen=True)
class Recipe:
    """Everything that one makes or changes to add a thing, and what shows that it works."""

    title: str
    """Of its section in CONTRIBUTING.md."""
    module: str
    """The module of tests/recipes that has the text of each step."""
    steps: tuple[Step, ...]
    tests: tuple[str, ...]
    """What pytest is asked afterwards; the test that the recipe itself adds is one of them."""
    forgotten: str
    """A file without which a check has to fail ..."""
    notices: tuple[str, ...]
    """... and the test that notices it, or the arguments of another check."""

    @property
    def files(self) -> set[str]:
        """What is made or changed."""
        return {step.file for step in self.steps}


def section(title: str) -> str:
    """A section of CONTRIBUTING.md."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [found] = re.findall(rf"^### {re.escape(title)}\n(.*?)(?=^##)", page, re.MULTILINE | re.DOTALL)
    return str(found)


def in_the_page(title: str) -> set[str]:
    """The files that a section of CONTRIBUTING.md names: the first words in code of each line of its table."""
    rows = re.findall(r"^\| (`.*?) \|", section(title), re.MULTILINE)
    return {file for row in rows for file in re.findall(r"`([^`]+)`", row)}


def copied(to: Path) -> Path:
    """The tree as it is now, with what was computed of it, as a repository of its own."""
    for path in files():
        there = to / name(path)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, there)
    for cache in CACHES:
        if (ROOT / cache).is_dir():
            shutil.copytree(ROOT / cache, to / cache)
    for linked in LINKED:
        if (ROOT / linked).is_dir():
            (to / linked).symlink_to((ROOT / linked).resolve())
    for words in ("init --quiet", "add --all", f"{_MINE} commit --quiet --message base"):
        git(to, *words.split())
    return to


def git(copy: Path, *words: str) -> str:
    """What git says in the copy."""
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", *words],
        cwd=copy,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def changed(copy: Path) -> set[str]:
    """The files that were made or changed since the copy was taken."""
    git(copy, "add", "--all")
    return set(git(copy, "diff", "--cached", "--name-only").split("\n")) - {""}


def run(copy: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the development's tools in the copy, as a contributor would: the run of pytest that asks for it
    leaves no trace there."""
    around = surroundings.for_child()
    return subprocess.run(
        [str(Path(sys.executable).with_name(program)), *words],
        cwd=copy,
        env={key: value for key, value in around.items() if not key.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        check=False,
    )


def follow(recipe: Recipe, copy: Path, without: str = "") -> None:
    """Take the recipe's steps in order, but for those about one file."""
    for step in recipe.steps:
        if step.file != without:
            step.follow(copy)
