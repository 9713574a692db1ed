"""`rotate-keys` and `declare-key-stolen`, as an operator runs them."""

import json
import shutil
import subprocess
from pathlib import Path

import asyncpg
import pytest

from deploy import surroundings
from deploy.servers import Servers
from tests.support.databases import Database


@pytest.fixture
def variables(servers: Servers, database: Database, tmp_path: Path) -> dict[str, str]:
    """A deployment's environment, its keys made by `migrate --make-keys`."""
    made = {
        "HIENTRUONG_DATABASE_URL": database.app_dsn,
        "HIENTRUONG_OWNER_DATABASE_URL": database.owner_dsn,
        "HIENTRUONG_S3_ENDPOINT": servers.store.endpoint,
        "HIENTRUONG_S3_ACCESS_KEY": "hientruong-app",
        "HIENTRUONG_S3_SECRET_KEY": servers.secrets["s3_secret"],
        "HIENTRUONG_SPOOL_DIR": str(tmp_path),
        "HIENTRUONG_KEYS_DIR": str(tmp_path / "keys"),
    }
    assert run(made, "migrate", "--make-keys").returncode == 0
    return made


def run(variables: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run one command in the deployment's environment."""
    return subprocess.run(
        surroundings.command(*words),
        env=surroundings.for_child(variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def ring(variables: dict[str, str]) -> list[dict[str, str]]:
    """What the folder of keys says."""
    found: list[dict[str, str]] = json.loads(
        (Path(variables["HIENTRUONG_KEYS_DIR"]) / "ring.json").read_text()
    )
    return found


async def registered(database: Database) -> set[tuple[str, str]]:
    """What the register says."""
    connection = await asyncpg.connect(database.app_dsn)
    try:
        rows = await connection.fetch("SELECT key_id, event FROM server_keys")
    finally:
        await connection.close()
    return {(row["key_id"], row["event"]) for row in rows}


async def test_a_new_installations_keys_stand_in_its_register(
    variables: dict[str, str], database: Database
) -> None:
    assert {(one["key_id"], one["event"]) for one in ring(variables)} == await registered(database)
    assert {one["use"] for one in ring(variables)} == {"receipt", "rescue", "informants"}


@pytest.mark.long
def test_what_cannot_be_done_is_refused_with_what_to_do_and_changes_nothing(
    variables: dict[str, str],
) -> None:
    before = ring(variables)
    (mine,) = [one["key_id"] for one in before if one["use"] == "receipt"]
    without_owner = {k: v for k, v in variables.items() if k != "HIENTRUONG_OWNER_DATABASE_URL"}
    declare = ("declare-key-stolen", "--reason", "thử", "--yes")
    for env, words, told in (
        (variables, ("rotate-keys",), "--yes"),
        (without_owner, ("rotate-keys", "--yes"), "HIENTRUONG_OWNER_DATABASE_URL"),
        (variables, (*declare, "0123456789abcdef", "--from", "2026-01-01"), mine),
        (variables, (*declare, mine, "--from", "2026-01-01"), "rotate-keys"),
        (variables, (*declare, mine, "--from", "2999-01-01"), "2999-01-01"),
        (variables, (*declare, mine, "--from", "hôm qua"), "hôm qua"),
        (variables, (*declare, mine, "--from", "0001-01-01"), "0001-01-01"),
        (variables, (*declare, mine, "--from", "0001-01-01T00:00:00+14:00"), "0001-01-01"),
        (variables, (*declare, mine, "--from", "2026-01-01", "--reason", "  "), "--reason"),
        (
            variables,
            (*declare, mine, "--from", "2026-01-01", "--reason", "\udcff\udcfe!"),
            "--reason",
        ),
        (variables, ("restored", "--skip", "2147483600", "--yes"), "--skip"),
        (variables, ("restored", "--skip=-5", "--yes"), "--skip"),
        (variables, ("restored", "--skip", "99999999999", "--yes"), "--skip"),
    ):
        refused = run(env, *words)
        assert refused.returncode == 1, (words, refused.stdout)
        assert len(refused.stderr.splitlines()) == 1, refused.stderr
        assert told in refused.stderr
    assert ring(variables) == before


@pytest.mark.long
async def test_keys_are_replaced_and_one_is_declared_stolen_and_verify_tells_it(
    variables: dict[str, str], database: Database
) -> None:
    (old,) = [one["key_id"] for one in ring(variables) if one["use"] == "receipt"]
    before = f"{variables['HIENTRUONG_KEYS_DIR']} before"
    shutil.copytree(variables["HIENTRUONG_KEYS_DIR"], before)
    rotated = run(variables, "rotate-keys", "--yes", "--secrets", "--reason", "đến hạn")
    assert rotated.returncode == 0, rotated.stderr
    assert "Start web and worker processes anew" in rotated.stdout
    assert f"replaces {old}" in rotated.stdout, "the one to name where it was stolen"
    new = {one["key_id"] for one in ring(variables) if one["event"] == "made"} - {old}
    assert (old, "retired") in await registered(database)
    folder = Path(variables["HIENTRUONG_KEYS_DIR"])
    _holds_the_old_halves_for_its_owner_alone(folder)
    declared = run(
        variables, "declare-key-stolen", old, "--from", "2026-01-01", "--reason", "mất", "--yes"
    )
    assert declared.returncode == 0, declared.stderr
    assert (old, "stolen") in await registered(database)
    verified = run(variables, "verify")
    assert verified.returncode == 0, verified.stdout  # it had signed nothing
    assert f"key {old} (receipt) counts as stolen from 2025-12-31T17:00:00" in verified.stdout
    assert len(new) >= 3
    # A node that was forgotten, or that came back from its own backup, must not go on under the stolen key.
    forgotten = run(variables | {"HIENTRUONG_KEYS_DIR": before}, "serve", "--port", "0")
    assert forgotten.returncode == 1, forgotten.stderr
    assert "was declared stolen" in forgotten.stderr


def _holds_the_old_halves_for_its_owner_alone(folder: Path) -> None:
    kept = {path.name.partition("-")[0] for path in (folder / "retired").iterdir()}
    assert kept == {"rescue", "secrets"}
    assert [path for path in folder.rglob("*") if path.stat().st_mode & 0o077] == []
    assert not list(folder.glob("next-*"))
