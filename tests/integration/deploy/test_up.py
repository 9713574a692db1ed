"""`./hientruong up`: starts, serves, and ends as promised."""

import json
import signal
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import pytest
from minio import Minio

from deploy.data_folder import DataFolder
from deploy.embedded import certificates
from deploy.servers import Servers
from tests.integration.deploy.running import (
    Running,
    alive,
    command,
    gone_within,
    kill,
    told_of,
    up,
)
from tests.integration.deploy.stranger import ask, listening
from tests.support.waiting import PATIENCE

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A system without demonstration, in a path with spaces and Vietnamese letters."""
    folder = tmp_path_factory.mktemp("Đội QLTT số 1") / "dữ liệu của tôi"
    with up(folder, "--no-demo") as running:
        yield running


def test_it_is_ready_when_it_says_so(system: Running) -> None:
    assert system.is_ready()


def test_one_scrape_tells_of_both_web_processes_and_of_the_worker(system: Running) -> None:
    deadline = time.monotonic() + PATIENCE
    wanted = {'hientruong_processes{kind="web"} 2.0', 'hientruong_processes{kind="worker"} 1.0'}
    while True:
        with urllib.request.urlopen(
            f"http://127.0.0.1:{system.port}/metrics", timeout=30
        ) as answer:
            told = set(answer.read().decode().splitlines())
        if wanted <= told or time.monotonic() > deadline:  # the worker may still be starting
            break
        time.sleep(0.2)
    assert wanted <= told


def test_it_prints_the_addresses_and_how_to_begin(system: Running) -> None:
    assert f"http://127.0.0.1:{system.port}/desk/" in system.said
    assert "create-admin" in system.said
    assert "PostgreSQL" in system.said


def test_everything_listens_on_the_loopback_only(system: Running) -> None:
    found = listening(system.tree)
    assert {host for host, _port in found} == {"127.0.0.1"}
    stored = json.loads((system.folder / "ports.json").read_text())
    assert {port for _host, port in found} == {system.port, *stored.values()}


def test_no_secret_stands_on_a_command_line(system: Running) -> None:
    secrets = json.loads((system.folder / "secrets.json").read_text())
    for pid in system.tree:
        words = told_of(pid, "cmdline").decode(errors="replace")
        assert not [name for name, secret in secrets.items() if secret in words]


def test_web_processes_do_not_know_the_owners_password(system: Running) -> None:
    secrets = json.loads((system.folder / "secrets.json").read_text())
    for pid in system.tree - {system.process.pid}:
        environment = told_of(pid, "environ").decode(errors="replace")
        assert secrets["owner_password"] not in environment
        assert secrets["postgres_password"] not in environment


def test_a_second_up_on_the_same_folder_is_refused_in_one_sentence(system: Running) -> None:
    second = command("up", "--data-dir", system.folder, "--port", system.port + 1)
    assert second.returncode == 1
    assert second.stdout == ""
    assert len(second.stderr.splitlines()) == 1
    assert "already running" in second.stderr


def test_a_taken_port_is_refused_before_anything_starts(system: Running, tmp_path: Path) -> None:
    folder = tmp_path / "mới"
    second = command("up", "--data-dir", folder, "--port", system.port)
    assert second.returncode == 1
    assert len(second.stderr.splitlines()) == 1
    assert str(system.port) in second.stderr
    assert not folder.exists()


@pytest.mark.parametrize("word", [b"\0serve\0", b"\0worker\0", b"bin/postgres", b"\0server\0"])
def test_a_part_that_dies_is_started_again(system: Running, word: bytes) -> None:
    victim = system.find(word)
    kill({victim})
    assert gone_within({victim}, 5)
    deadline = time.monotonic() + PATIENCE
    while not (system.is_ready() and system.find(word) not in (0, victim)):
        assert time.monotonic() < deadline
        time.sleep(0.2)


@pytest.mark.long
def test_the_first_administrator_is_made_once(system: Running) -> None:
    first = command("create-admin", "--data-dir", system.folder)
    assert first.returncode == 0, first.stderr
    assert f"http://127.0.0.1:{system.port}/" in first.stdout
    second = command("create-admin", "--data-dir", system.folder)
    assert second.returncode == 1
    assert len(second.stderr.splitlines()) == 1


def test_demonstration_accounts_are_refused_on_a_real_installation(system: Running) -> None:
    refused = command("demo-accounts", "--json", "--data-dir", system.folder)
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.long
def test_verify_and_doctor_find_the_running_system_well(system: Running) -> None:
    verified = command("verify", "--data-dir", system.folder)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    well = command("doctor", "--data-dir", system.folder)
    assert well.returncode == 0, well.stdout + well.stderr


@pytest.mark.long
def test_beyond_this_machine_the_web_port_alone_is_open_and_speaks_tls(tmp_path: Path) -> None:
    for name, content in certificates.make().items():
        (tmp_path / name).write_bytes(content)
    tls = ("--tls-cert", str(tmp_path / "node.crt"), "--tls-key", str(tmp_path / "node.key"))
    with up(tmp_path / "data", "--no-demo", "--host", "0.0.0.0", *tls) as running:  # noqa: S104
        open_to_all = {port for host, port in listening(running.tree) if host != "127.0.0.1"}
        assert open_to_all == {running.port}
        assert ask(running.port, "GET", "/health/ready", tls=True) == 200
        assert ask(running.port, "GET", "/health/ready") is None


@pytest.mark.long
async def test_kill_9_of_the_whole_tree_loses_nothing_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "bị giết"
    with up(folder, "--no-demo") as running:
        servers = Servers(DataFolder(folder))
        connection = await asyncpg.connect(servers.owner_dsn())
        await connection.execute("CREATE TABLE kept (x int)")
        await connection.execute("INSERT INTO kept VALUES (42)")
        store = Minio(
            servers.store.endpoint,
            access_key="hientruong-app",
            secret_key=servers.secrets["s3_secret"],
            secure=False,
            region="us-east-1",
        )
        source = tmp_path / "bytes"
        source.write_bytes(bytes(range(256)) * 4000)
        store.fput_object("evidence", "kept", str(source))
        kill(running.tree)
        running.process.wait(10)
        connection.terminate()
    with up(folder, "--no-demo"):
        connection = await asyncpg.connect(servers.owner_dsn())
        assert await connection.fetchval("SELECT x FROM kept") == 42
        await connection.close()
        store.fget_object("evidence", "kept", str(tmp_path / "back"))
        assert (tmp_path / "back").read_bytes() == source.read_bytes()


@pytest.mark.long
def test_kill_9_of_the_parent_alone_leaves_no_child(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with up(folder, "--no-demo") as running:
        tree = running.tree
        kill({running.process.pid})
        assert gone_within(tree, 20)
    with up(folder, "--no-demo") as again:
        assert again.interrupt() == 0


@contextmanager
def to_be_stopped(system: Running, tmp_path: Path) -> Iterator[Running]:
    """The shared system while it runs, since nothing comes after; else one of the test's own."""
    if system.process.poll() is None:
        yield system
    else:
        with up(tmp_path / "data", "--no-demo") as running:
            yield running


@pytest.mark.sampled(one_in=3)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_stop_signal_ends_all_children_in_order(
    number: signal.Signals, system: Running, tmp_path: Path
) -> None:
    """Stands last in this file: the first signal stops what the tests before have used."""
    with to_be_stopped(system, tmp_path) as running:
        tree = running.tree
        assert len(tree) >= 6
        running.process.send_signal(number)
        assert running.process.wait(60) == 0
        assert not alive(tree)
        assert not (running.folder / "run.json").exists()
