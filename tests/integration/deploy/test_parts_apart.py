"""`migrate`, `create-admin`, `serve` and `worker` on a database and a store that run elsewhere."""

import signal
import subprocess
import sys
import time
import urllib.request
import uuid
from pathlib import Path

import pytest

from deploy import bootstrap, surroundings
from deploy.servers import Servers
from tests.integration.deploy.running import free_port
from tests.support import buckets

pytestmark = pytest.mark.slow


@pytest.fixture
async def variables(servers: Servers, template: str, tmp_path: Path) -> dict[str, str]:
    """The environment of a deployment on an empty database, without keys."""
    name = f"apart_{uuid.uuid4().hex}"
    await bootstrap.make_database(servers, name)
    (tmp_path / "spool").mkdir()
    secret = tmp_path / "s3-secret"
    secret.write_text(servers.secrets["s3_admin_secret"] + "\n")
    return {
        "HIENTRUONG_DATABASE_URL": servers.app_dsn(name),
        "HIENTRUONG_OWNER_DATABASE_URL": servers.owner_dsn(name),
        "HIENTRUONG_S3_ENDPOINT": servers.store.endpoint,
        "HIENTRUONG_S3_BUCKET": buckets.make(servers),  # its worker lays checkpoints
        "HIENTRUONG_S3_ACCESS_KEY": buckets.ADMINISTRATOR,
        "HIENTRUONG_S3_SECRET_KEY_FILE": str(secret),
        "HIENTRUONG_SPOOL_DIR": str(tmp_path / "spool"),
        "HIENTRUONG_KEYS_DIR": str(tmp_path / "keys"),
    }


def run(variables: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run one command in the deployment's environment."""
    return subprocess.run(
        surroundings.command(*words),
        env=surroundings.for_child(variables),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.long
def test_a_deployment_is_brought_up_by_commands_alone(variables: dict[str, str]) -> None:
    first = run(variables, "migrate", "--make-keys")
    assert first.returncode == 0, first.stderr
    assert "0001_first_schema" in first.stdout
    assert "nothing to apply" in run(variables, "migrate").stdout
    admin = run(variables, "create-admin", "--username", "quan.tri")
    assert admin.returncode == 0, admin.stderr
    del variables["HIENTRUONG_OWNER_DATABASE_URL"]
    port = free_port()
    parts = [
        subprocess.Popen(
            [sys.executable, str(surroundings.ROOT / "cli.py"), *words],
            env=surroundings.for_child(variables),
            stdout=subprocess.DEVNULL,
        )
        for words in (("serve", "--port", str(port), "--processes", "1"), ("worker",))
    ]
    try:
        assert _ready_within(port, 60)
    finally:
        for part in parts:
            part.send_signal(signal.SIGTERM)
    assert [part.wait(30) for part in parts] == [0, 0]


@pytest.mark.long
def test_the_operator_resets_a_sole_administrator_and_nobody_else_by_command(
    variables: dict[str, str],
) -> None:
    variables["HIENTRUONG_PUBLIC_URL"] = "https://ht.example.vn"
    assert run(variables, "migrate", "--make-keys").returncode == 0
    first = run(variables, "create-admin", "--username", "quan.tri")
    assert "https://ht.example.vn/desk/enrol/" in first.stdout
    why = ("--reason", "mất điện thoại")
    again = run(variables, "reset-administrator", "quan.tri", *why)
    assert again.returncode == 0, again.stderr
    assert "https://ht.example.vn/desk/enrol/" in again.stdout
    nobody = run(variables, "reset-administrator", "khong-co-ai", *why)
    unknown = run(variables, "confirm-ask", str(uuid.uuid4()), *why)
    no_id = run(variables, "confirm-ask", "1", *why)
    for refused in (nobody, unknown, no_id):
        assert refused.returncode == 1, refused.stdout
        assert len(refused.stderr.splitlines()) == 1, refused.stderr


def test_migrating_without_the_owners_address_is_refused(variables: dict[str, str]) -> None:
    del variables["HIENTRUONG_OWNER_DATABASE_URL"]
    refused = run(variables, "migrate")
    assert refused.returncode == 1
    assert "HIENTRUONG_OWNER_DATABASE_URL" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


def test_a_missing_setting_is_one_sentence(variables: dict[str, str]) -> None:
    del variables["HIENTRUONG_S3_ENDPOINT"]
    refused = run(variables, "serve", "--port", str(free_port()))
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert "HIENTRUONG_S3_ENDPOINT" in refused.stderr


def _ready_within(port: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5):
                return True
        except OSError:
            time.sleep(0.2)
    return False
