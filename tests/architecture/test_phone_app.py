"""The phone app by its own tools: types, layers, the engine's tests; and the types of the wire are the server's."""

import subprocess
from pathlib import Path

import pytest

from deploy import node
from tests.support import wire

APP = wire.FOLDER


def run(*words: str) -> None:
    """Run one of the app's tools from its own node_modules; what it said is the failure's message."""
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
    """`make wire` writes them; a change of schemas/ that a phone would meet shows in the same commit."""
    assert wire.WIRE.read_text() == wire.types()


@pytest.mark.long
def test_the_phone_app_is_well_typed() -> None:
    run("typescript/bin/tsc", "--noEmit")
    run("typescript/bin/tsc", "--noEmit", "-p", "tests")


@pytest.mark.long
def test_the_phone_app_keeps_its_layers_and_rules() -> None:
    run("eslint/bin/eslint.js", "--max-warnings", "0", ".")


@pytest.mark.slow
def test_the_phone_s_engine_keeps_its_promises_without_a_browser() -> None:
    run("vitest/vitest.mjs", "run")


def test_the_app_asks_no_other_host_for_anything() -> None:
    """No address of another origin in what is written by us: not in the page, not in a style, not in a script."""
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
