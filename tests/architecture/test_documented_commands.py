"""Every command that a document gives can be run: its program, subcommand and options exist."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import cli
from tests.architecture.test_documents import documents
from tests.architecture.tree import ROOT, listed, name, text

OURS = re.compile(r"(?:\./hientruong|`hientruong|python cli\.py) ([a-z][a-z-]*)([^`\n#]*)")
MODULE = re.compile(r"python -m ((?:bench|tests)(?:\.\w+)+)([^`\n#]*)")
MAKE = re.compile(r"(?:`|^ {4}|^)make ([a-z][a-z-]*)", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*)")
PYTEST = frozenset({"--all", "--durations", "--sample-seed", "--seed"})
"""Options of `test` that documents name: pytest's and those of tests/conftest.py. `test` hands them on."""


def subcommands() -> dict[str, set[str]]:
    """The options of each subcommand, hidden ones left out."""
    [commands] = [
        action.choices
        for action in cli._parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    return {
        command: {
            option
            for action in parser._actions
            if action.help is not argparse.SUPPRESS
            for option in action.option_strings
        }
        for command, parser in commands.items()
    }


def found(pattern: re.Pattern[str]) -> Iterator[tuple[Path, str, list[str]]]:
    """(document, command, options) wherever a document gives one; prose behind a command names no option."""
    for path in documents():
        for match in pattern.finditer(text(path)):
            said = match[2] if pattern.groups > 1 else ""
            yield path, match[1], OPTION.findall(said)


def test_every_command_of_ours_that_a_document_gives_exists() -> None:
    known = subcommands()
    known["test"] |= PYTEST
    wrong = [
        f"{name(path)}: {command} {' '.join(options)}"
        for path, command, options in found(OURS)
        if command not in known or not set(options) <= known[command]
    ]
    assert not wrong, listed(wrong)


def test_the_table_of_commands_has_every_command_and_its_options_exist() -> None:
    page = text(ROOT / "docs/running.md")
    table = page.split("\n## Commands\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    known = subcommands()
    told: dict[str, set[str]] = {}
    for command, said in re.findall(r"`([a-z][a-z-]*)([^`]*)`", "\n".join(cells)):
        told[command] = set(OPTION.findall(said))
    assert set(told) == set(known)
    wrong = [f"{command}: {options - known[command]}" for command, options in told.items()]
    assert all(options <= known[command] for command, options in told.items()), listed(wrong)


def test_every_module_that_a_document_runs_exists_and_knows_the_options() -> None:
    wrong = []
    for path, module, options in found(MODULE):
        place = ROOT / module.replace(".", "/")
        sources = [*place.glob("*.py")] if place.is_dir() else [place.with_suffix(".py")]
        shared = place.parent / "stage.py"  # options that all measurements have
        said = "".join(text(one) for one in (*sources, shared) if one.is_file())
        if not sources[0].is_file() or any(f'"{option}"' not in said for option in options):
            wrong.append(f"{name(path)}: {module} {' '.join(options)}")
    assert not wrong, listed(wrong)


def test_every_make_target_that_a_document_names_exists() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", text(ROOT / "Makefile"), re.MULTILINE))
    named = {target for _, target, _ in found(MAKE)}
    assert len(named) > 5
    assert named <= targets


STARTED_BY_OTHERS = {"bench.upload_client", "bench.vips_images"}
"""Programs that a measurement starts as its peer or its clients."""


def test_every_measurement_is_in_its_table() -> None:
    page = text(ROOT / "bench/README.md")
    table = set(re.findall(r"^\| `.*?python -m (bench\.\w+)", page, re.MULTILINE))
    programs = {
        f"bench.{path.stem}"
        for path in (ROOT / "bench").glob("*.py")
        if 'if __name__ == "__main__":' in text(path) and "def main(" in text(path)
    }
    assert table == programs - STARTED_BY_OTHERS


def test_make_bench_runs_measurements_that_exist() -> None:
    [programs] = re.findall(r"for program in ([\w ]+);", text(ROOT / "Makefile"))
    assert all((ROOT / "bench" / f"{one}.py").is_file() for one in programs.split())
