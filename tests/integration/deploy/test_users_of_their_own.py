"""Started as root, no process of ours that meets a stranger is root: as the kernel tells it of the running ones."""

import asyncio
import os
import signal
import ssl
import subprocess
import urllib.request
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from deploy import workers
from deploy.data_folder import DataFolder
from deploy.demo import ca
from deploy.dropping import looking, owning, plan, users
from deploy.dropping.looking import Seen
from deploy.supervisor import Supervisor
from deploy.workers import Decoders
from media import image_child
from media.images import Inspector, KeeperAway
from tests.integration.deploy.running import Running, command, told_of, up
from tests.support import pictures
from tests.support.handed_over import handed_over

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root has something to give up"),
]


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A system in a folder of root's, below one that is closed to all others, with a key that only root may read."""
    folder = tmp_path_factory.mktemp("own")
    folder.chmod(0o700)
    pair = ca.issue("127.0.0.1", None)
    (folder / "cert.pem").write_bytes(pair.certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(ca.key_pem(pair.key))
    for name in ("cert.pem", "key.pem"):
        (folder / name).chmod(0o600)
    tls = ("--tls-cert", str(folder / "cert.pem"), "--tls-key", str(folder / "key.pem"))
    with up(folder / "data", "--no-demo", *tls) as running:
        yield running


def seen(system: Running, kind: str) -> list[Seen]:
    return [one for one in looking.of_system(system.process.pid) if one.kind == kind]


@pytest.mark.long
def test_web_worker_and_decoder_are_users_of_their_own_with_nothing_of_root(
    system: Running,
) -> None:
    parts = {kind: seen(system, kind) for kind in ("web", "worker", "decoder")}
    assert [len(parts[kind]) for kind in parts] == [2, 1, 1]
    users = {kind: {one.user for one in each} for kind, each in parts.items()}
    assert users == {kind: {f"hientruong-{kind}"} for kind in parts}
    for one in (one for each in parts.values() for one in each):
        said = told_of(one.pid, "status").decode()
        numbers = dict(line.split(":\t") for line in said.splitlines())
        assert set(numbers["Uid"].split()) == {str(one.uid)}
        assert one.uid != 0
        for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
            assert int(numbers[name], 16) == 0, name
        assert numbers["NoNewPrivs"] == "1"
    servers = {one for one in system.tree if b"postgres" in told_of(one, "cmdline")[:300]}
    for pid in servers:
        assert b"Uid:\t0\t" not in told_of(pid, "status")


def test_the_decoder_has_no_network_and_no_way_to_what_officers_wrote(system: Running) -> None:
    [decoder] = seen(system, "decoder")
    assert decoder.has_own_network
    assert told_of(decoder.pid, "net/dev").count(b":") == 1  # a loopback that is down
    as_decoder = ["setpriv", "--reuid", str(decoder.uid), "--regid", str(decoder.uid)]
    for place in (system.folder / "spool", system.folder / "keys", system.folder):
        words = [*as_decoder, "--clear-groups", "--", "ls", str(place)]
        assert subprocess.run(words, capture_output=True, check=False).returncode != 0, place
    assert b"HIENTRUONG" not in told_of(decoder.pid, "environ")


def test_it_serves_by_tls_with_a_key_that_only_root_may_read(system: Running) -> None:
    anybody = ssl.create_default_context()
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    address = f"https://127.0.0.1:{system.port}/health/ready"
    with urllib.request.urlopen(address, timeout=10, context=anybody) as answer:
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_keys_are_read_by_the_group_and_changed_by_root_alone(system: Running) -> None:
    group = (system.folder / "spool").stat().st_gid
    for folder, mode in (("", 0o710), ("keys", 0o2750), ("spool", 0o2770)):
        found = (system.folder / folder).stat()
        assert (found.st_mode & 0o7777, found.st_uid, found.st_gid) == (mode, 0, group), folder
    for file in (system.folder / "keys").iterdir():
        found = file.stat()
        assert (found.st_mode & 0o7777, found.st_uid, found.st_gid) == (0o640, 0, group), file
    for file in ("secrets.json", "ports.json", "lock"):
        assert (system.folder / file).stat().st_mode & 0o077 == 0, file


def test_doctor_says_what_each_has_in_both_languages(system: Running) -> None:
    told = command("doctor", "--data-dir", system.folder).stdout
    for kind in ("web", "worker", "decoder"):
        [line] = [line for line in told.splitlines() if f"process {kind}" in line]
        assert line.startswith("ok"), line
        assert f"người dùng hientruong-{kind}, không có đặc quyền, no_new_privs" in line
        assert f"user hientruong-{kind}, no capabilities, no_new_privs" in line
    assert "không có mạng" in line
    assert "no network" in line


def test_a_process_that_is_still_root_is_told_as_wrong() -> None:
    root = Seen("web", 7, 0, 1, False, False, False)
    with pytest.raises(Exception, match="runs as root, with capabilities"):
        looking.in_words("web", [root])


@pytest.mark.long
def test_an_installation_that_was_begun_before_as_root_starts(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    with up(folder, "--no-demo") as running:
        running.interrupt()
    for place in (folder / "keys", folder / "spool", folder):  # as the version before left them
        for path in (place, *(place.rglob("*") if place != folder else ())):
            os.chown(path, 0, 0)
            path.chmod(0o700 if path.is_dir() else 0o600)
    left = folder / "spool" / "0199a000-0000-7000-8000-000000000001"
    left.write_bytes(b"half an upload")
    left.chmod(0o600)
    with up(folder, "--no-demo") as running:
        assert running.is_ready()
        assert {one.uid for one in looking.of_system(running.process.pid)}.isdisjoint({0})


@pytest.fixture
async def keeper() -> AsyncIterator[Decoders]:
    """Who keeps decoders as another user, as `up` and `worker` begin him."""
    supervisor = Supervisor(print)
    people = plan.prepared(lambda _gid: None, [], [], print)
    assert people is not None
    made = Decoders(people, None)
    supervisor.start(made)
    yield made
    supervisor.stop()
    made.close()


async def test_a_picture_is_decoded_by_another_user_behind_a_fence(
    keeper: Decoders, tmp_path: Path
) -> None:
    """Its file is ours alone: the decoder is handed the open file and no path."""
    picture = tmp_path / "picture"
    picture.write_bytes(pictures.jpeg())
    picture.chmod(0o600)
    inspector = Inspector(keeper=keeper.theirs.fileno())
    found = await inspector.inspect(picture)
    assert (found.outcome, bool(found.thumb), bool(found.view)) == ("ready", True, True)
    assert keeper.process is not None
    [child] = looking.of_system(keeper.process.pid)
    assert (child.user, child.capabilities) == ("hientruong-decoder", 0)
    assert (child.has_no_new_privs, child.is_filtered, child.has_own_network) == (True, True, True)

    await inspector.close()
    assert await _left(keeper) == [], "who hung up leaves no child"


@pytest.mark.long
@pytest.mark.parametrize(
    ("number", "reason"), [(signal.SIGPROF, "too_slow"), (signal.SIGKILL, "decoder_crashed")]
)
async def test_what_a_child_ended_by_is_told_across_users(
    keeper: Decoders, tmp_path: Path, number: signal.Signals, reason: str
) -> None:
    picture = tmp_path / "picture"
    picture.write_bytes(pictures.jpeg())
    inspector = Inspector(keeper=keeper.theirs.fileno())
    await inspector.inspect(picture)
    [child] = _below(keeper)
    os.kill(child.pid, signal.SIGSTOP)
    looking_at_it = asyncio.create_task(inspector.inspect(picture))
    image_child.take(await handed_over())
    os.kill(child.pid, number)
    if (
        number != signal.SIGKILL
    ):  # which the kernel carries out on a stopped one too: it may be gone by now
        os.kill(child.pid, signal.SIGCONT)
    found = await looking_at_it
    assert (found.outcome, found.reason) == ("undecodable", reason)

    assert (await inspector.inspect(picture)).outcome == "ready"
    [child] = _below(keeper)
    os.kill(child.pid, signal.SIGKILL)  # while nobody asks: no picture suffers for it
    assert await _left(keeper) == []
    assert (await inspector.inspect(picture)).outcome == "ready"
    await inspector.close()


def _below(keeper: Decoders) -> list[Seen]:
    assert keeper.process is not None
    return looking.of_system(keeper.process.pid)


async def _left(keeper: Decoders) -> list[Seen]:
    """Children, once those that end have had a second for it."""
    for _ in range(50):
        if not _below(keeper):
            break
        await asyncio.sleep(0.02)
    return _below(keeper)


async def test_a_keeper_that_ends_says_nothing_of_the_picture(
    keeper: Decoders, tmp_path: Path
) -> None:
    """A verdict would stay beside the photograph for ever; the job is tried again instead."""
    picture = tmp_path / "picture"
    picture.write_bytes(pictures.jpeg())
    inspector = Inspector(keeper=keeper.theirs.fileno())
    await inspector.inspect(picture)
    assert keeper.process is not None
    os.kill(keeper.process.pid, signal.SIGKILL)
    keeper.process.wait()
    with pytest.raises(KeeperAway):
        await inspector.inspect(picture)
    keeper.start()
    assert (await inspector.inspect(picture)).outcome == "ready"
    await inspector.close()


def test_what_a_web_process_puts_into_the_spool_does_not_have_root_give_away_a_file(
    tmp_path: Path,
) -> None:
    """A link, or a second name, of a file of root's, in a folder that the group may write."""
    secret, spool = tmp_path / "secret", tmp_path / "spool"
    secret.write_text("of root's alone")
    secret.chmod(0o600)
    spool.mkdir()
    (spool / "link").symlink_to(secret)
    (spool / "name").hardlink_to(secret)
    (spool / "folder").symlink_to(tmp_path)
    (spool / "upload").write_text("half")
    owning.may_write(spool, 65534)
    assert (secret.stat().st_mode & 0o777, secret.stat().st_gid) == (0o600, 0)
    assert (tmp_path.stat().st_gid, (spool / "upload").stat().st_gid) == (0, 65534)


@pytest.mark.long
def test_who_is_not_root_starts_all_as_himself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan.os, "geteuid", lambda: 1000)
    said: list[str] = []
    assert plan.of_installation(DataFolder(tmp_path), [], said.append) is None
    assert (said, list(tmp_path.iterdir())) == ([], [])
    assert [child.name for child in workers.children({}, tmp_path, None)] == ["worker"]


@pytest.mark.long
def test_where_it_cannot_be_all_runs_as_before_and_it_is_said_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine whose users nobody may change: an installation that was begun as root starts all the same."""

    def cannot(_role: str) -> None:
        raise users._cannot("hientruong-web", "no useradd")

    monkeypatch.setattr(users, "user_of", cannot)
    said: list[str] = []
    assert plan.of_installation(DataFolder(tmp_path), [], said.append) is None
    [line] = said
    assert "vẫn chạy bằng root" in line
    assert "run as root as before, they could not be parted: the system user" in line
