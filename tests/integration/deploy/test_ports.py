"""Two installations on one machine do not take each other's ports."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from deploy.data_folder import DataFolder
from deploy.embedded import ports
from deploy.failures import Failure
from deploy.private_files import make_private_folder
from deploy.servers import Servers
from tests.integration.deploy.running import up

pytestmark = pytest.mark.long


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Servers]:
    """The servers of a folder that never started."""
    make_private_folder(tmp_path / "data")
    servers = Servers(DataFolder(tmp_path / "data"))
    yield servers
    servers.stop()


def _holder(port: int) -> socket.socket:
    other = socket.create_server(("127.0.0.1", port))
    other.listen()
    return other


@pytest.mark.parametrize("name", ["postgres", "s3"])
@pytest.mark.parametrize("seen", [True, False], ids=["seen", "a moment later"])
def test_a_first_start_whose_port_was_taken_chooses_others(
    fresh: Servers, name: str, seen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`a moment later`: the port is taken after it was looked at, so that the server itself cannot bind it."""
    if not seen:
        monkeypatch.setattr(ports, "require_free", lambda _ports: None)
    taken = fresh.ports[name]
    with closing(_holder(taken)):
        fresh.start()
        assert taken not in fresh.ports.values()
        assert ports.load_or_choose(fresh.folder.ports_file) == fresh.ports
        assert str(fresh.ports["s3"]) in fresh.store.endpoint
        assert f":{fresh.ports['postgres']}/" in fresh.owner_dsn()
        assert fresh.postgres.alive()
        assert fresh.store.alive()


def test_a_folder_that_has_started_keeps_its_ports_and_names_the_one_that_is_held(
    fresh: Servers,
) -> None:
    fresh.start()
    fresh.stop()
    before = dict(fresh.ports)
    again = Servers(fresh.folder)
    with closing(_holder(before["s3"])), pytest.raises(Failure, match=str(before["s3"])):
        again.start()
    assert again.ports == before == ports.load_or_choose(fresh.folder.ports_file)
    again = Servers(fresh.folder)
    again.start()
    again.stop()


def test_what_starts_with_ports_chosen_again_is_watched_and_not_started_twice(
    tmp_path: Path,
) -> None:
    folder = DataFolder(tmp_path / "data")
    os.close(folder.open_for_start())
    taken = ports.load_or_choose(folder.ports_file)["postgres"]
    with closing(_holder(taken)), up(folder.path) as running:
        assert "khởi động lại" not in running.said
        assert running.is_ready()
        assert taken not in ports.load_or_choose(folder.ports_file).values()
