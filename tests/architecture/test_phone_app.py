"""Checks of the phone app with its own tools: types, layers and the engine's tests. The wire's
types must be the server's."""

import re
import subprocess
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from deploy import node
from tests.support import wire

APP = wire.FOLDER


def run(*words: str) -> None:
    """Run one of the app's tools from its own node_modules. Its output is the message of a failure."""
    node.npm_ci(APP, root=wire.ROOT)
    found = node.find(wire.ROOT)
    program, *arguments = words
    done = subprocess.run(
        [*found.node, str(APP / "node_modules" / program), *arguments],
        cwd=APP,
        env=dict(found.env),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_the_phone_s_types_are_generated_from_this_very_server() -> None:
    """`make wire` writes them. A change in schemas/ that affects the phone is part of the same
    commit."""
    assert wire.WIRE.read_text() == wire.types()


def test_what_the_phone_knows_of_forms_is_what_the_forms_say() -> None:
    """`make wire` writes this table too. A fact about a form is changed only in the form's own
    file."""
    assert wire.FORMS.read_text() == wire.form_table()


def test_the_phone_reads_shortened_words_as_the_desk_does() -> None:
    """`make wire` writes them from the desk's own search."""
    assert wire.SPELLINGS.read_text() == wire.spellings()


@pytest.mark.long
def test_the_phone_app_is_well_typed() -> None:
    run("typescript/bin/tsc", "--noEmit")
    run("typescript/bin/tsc", "--noEmit", "-p", "tests")


@pytest.mark.long
def test_the_phone_app_keeps_its_layers_and_rules() -> None:
    run("eslint/bin/eslint.js", "--max-warnings", "0", ".")


@pytest.mark.slow
@pytest.mark.long
def test_the_phone_s_engine_keeps_its_promises_without_a_browser() -> None:
    run("vitest/vitest.mjs", "run")


def test_the_app_asks_no_other_host_for_anything() -> None:
    """Our sources contain no address of another origin: not in the page, the styles or the scripts."""
    found = [
        f"{path.relative_to(Path(APP))}: {line.strip()[:80]}"
        for path in sorted([*APP.glob("src/**/*"), APP / "index.html"])
        if path.suffix in {".ts", ".tsx", ".css", ".html"} and path != wire.WIRE
        for line in path.read_text().splitlines()
        if ("http://" in line or "https://" in line)
        and not line.lstrip().startswith(("*", "/*", "//"))
        if "http://www.w3.org/" not in line
    ]
    assert not found, found


def test_no_two_modules_of_the_phone_import_each_other() -> None:
    """No circle of any length, imports of types included: to read one module one would have to read
    the other first."""
    source = APP / "src"
    modules = {
        path.resolve(): path.read_text()
        for path in source.rglob("*")
        if path.suffix in {".ts", ".tsx"} and path != wire.WIRE
    }
    graph = {
        path: {
            found
            for name in re.findall(r"""(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]""", text)
            for ending in (".ts", ".tsx", "/index.ts", "/index.tsx")
            if (found := Path(f"{(path.parent / name).resolve()}{ending}")) in modules
        }
        for path, text in modules.items()
    }
    TopologicalSorter(graph).prepare()  # CycleError names the members of a circle
