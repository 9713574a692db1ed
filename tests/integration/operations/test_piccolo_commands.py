"""Piccolo's own commands answer somebody who knows Piccolo and not this project."""

import subprocess
import sys
from pathlib import Path

from deploy import surroundings
from tests.architecture.tree import ROOT
from tests.support.databases import Database

PICCOLO = Path(sys.executable).with_name("piccolo")


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, PICCOLO, *words],
        cwd=ROOT,
        env=surroundings.for_child({}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_its_migrations_say_where_ours_are_and_write_nothing() -> None:
    for command in (["check"], ["new", "backend", "--auto"], ["forwards", "all"]):
        done = _run("migrations", *command)
        assert done.returncode == 1
        assert "reviewed SQL in backend/operations/migrations/sql" in done.stderr
    assert not list((ROOT / "backend/operations/migrations").glob("backend_*.py"))


def test_its_shell_says_which_setting_it_lacks() -> None:
    done = _run("shell", "run")
    assert done.returncode == 1
    assert "HIENTRUONG_DATABASE_URL" in done.stderr


def test_it_lists_our_tables() -> None:
    done = _run("app", "show_all")
    assert done.returncode == 0, done.stderr
    assert "backend.piccolo_app" in done.stdout


def test_a_query_in_its_shell_reaches_the_database_of_the_setting(database: Database) -> None:
    query = (
        "import asyncio, sys; sys.argv = ['piccolo', 'shell', 'run'];"
        "from backend.force.tables.units import Unit; print(asyncio.run(Unit.count().run()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", query],
        cwd=ROOT,
        env=surroundings.for_child({"HIENTRUONG_DATABASE_URL": database.app_dsn}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "0", done.stderr
