"""Database and store on machines of their own: what a process here can know of their disks, and what it says."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest

from backend.core import watched
from backend.core.settings import Settings
from backend.operations.checkup import parts_apart

METRICS = (
    'minio_cluster_capacity_usable_free_bytes{server="a"} 2e+10\n'
    'minio_cluster_capacity_usable_total_bytes{server="a"} 1e+11\n'
)


@pytest.fixture
def minio() -> Iterator[str]:
    """A server that publishes MinIO's metrics without a token."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            there = self.path == "/minio/v2/metrics/cluster"
            self.send_response(200 if there else 404)
            self.end_headers()
            self.wfile.write(METRICS.encode() if there else b"")

        def log_message(self, *_args: object) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


async def test_a_store_that_says_its_room_is_measured_and_the_database_is_named(
    settings: Settings, minio: str
) -> None:
    here = msgspec.structs.replace(
        settings,
        data_dir=None,
        database_url="postgresql://hientruong_app:secret@db-1:5432/hientruong",
        read_database_url="postgresql://hientruong_app:secret@db-2:5432/hientruong",
        s3_endpoint=minio,
        disks_watched=watched.read("database=Trung tâm dữ liệu; object_store=Zabbix"),
    )
    found = {one.part: one for one in await parts_apart.look(here)}
    assert list(found) == ["database", "replica", "object_store"]
    assert (found["database"].at, found["database"].free) == ("db-1:5432", None)
    assert "secret" not in repr(found), "no password is shown"
    assert found["database"].watched_by == "Trung tâm dữ liệu"
    assert found["replica"].watched_by == "", "nobody said who watches that one"
    store = found["object_store"]
    assert (store.free, store.total, store.watched_by) == (20 * 10**9, 100 * 10**9, "Zabbix")


async def test_a_store_that_says_nothing_is_named_all_the_same(settings: Settings) -> None:
    """The embedded store of tests has no such metrics, and one that is down answers nothing."""
    for endpoint in (settings.s3_endpoint, "127.0.0.1:1"):
        here = msgspec.structs.replace(settings, data_dir=None, s3_endpoint=endpoint)
        found = await parts_apart.look(here)
        assert [one.part for one in found] == ["database", "object_store"]
        assert all(one.free is None for one in found)


@pytest.mark.parametrize(
    ("address", "at"),
    [
        ("postgresql://app:secret@10.0.0.5/hientruong", "10.0.0.5"),
        ("postgresql://app:secret@[::1]:5432/hientruong", "[::1]:5432"),
        ("postgresql:///hientruong?host=10.0.0.5&password=secret", "10.0.0.5"),
        ("postgresql:///hientruong?host=/run/postgresql", "/run/postgresql"),
        ("postgresql:///hientruong", "localhost"),
    ],
)
async def test_a_database_is_named_by_its_host_wherever_the_address_says_it(
    settings: Settings, address: str, at: str
) -> None:
    here = msgspec.structs.replace(settings, data_dir=None, database_url=address)
    [database, _] = await parts_apart.look(here)
    assert database.at == at


async def test_on_one_machine_the_disk_of_the_spool_is_that_of_all(
    settings: Settings, tmp_path: Path
) -> None:
    assert await parts_apart.look(msgspec.structs.replace(settings, data_dir=tmp_path)) == ()
