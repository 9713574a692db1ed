"""No port of the object store or of the database is of any use to a stranger (S11)."""

import grp
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from backend.core.settings import Settings
from deploy.dropping.users import GROUP
from deploy.embedded import certificates
from deploy.servers import Servers
from media.keys import Bucket, ObjectName
from media.minio_store import MinioStore
from tests.integration.deploy.stranger import ask, listening, speaks_http2

REQUESTS = {
    "master": [
        ("GET", "/"),
        ("GET", "/dir/status"),
        ("GET", "/dir/lookup?fileId=1,01637037d6"),
        ("GET", "/dir/assign"),
        ("POST", "/submit"),
        ("GET", "/vol/grow?count=1"),
        ("POST", "/col/delete?collection=evidence"),
        ("GET", "/col/delete?collection=evidence"),
        ("GET", "/cluster/status"),
        ("GET", "/metrics"),
    ],
    "volume": [
        ("GET", "/status"),
        ("GET", "/1,01637037d6"),
        ("POST", "/1,01637037d6"),
        ("DELETE", "/1,01637037d6"),
        ("GET", "/metrics"),
    ],
    "filer": [
        ("GET", "/"),
        ("GET", "/buckets/evidence/"),
        ("POST", "/buckets/evidence/planted"),
        ("DELETE", "/buckets/evidence/?recursive=true"),
        ("GET", "/metrics"),
    ],
}


@pytest.fixture
async def stored(settings: Settings) -> tuple[MinioStore, ObjectName, bytes]:
    """An object in the evidence bucket, which must be there afterwards."""
    store = MinioStore(settings.s3_endpoint, settings.s3_access_key, settings.s3_secret_key)
    content = b"evidence that must outlive every stranger"
    name = ObjectName(Bucket.EVIDENCE, "strangers/object")
    await store.put_bytes(name, content, media_type="text/plain")
    return store, name, content


@pytest.mark.parametrize("part", REQUESTS)
async def test_http_of_a_part_refuses_strangers(
    servers: Servers, part: str, stored: tuple[MinioStore, ObjectName, bytes]
) -> None:
    for method, path in REQUESTS[part]:
        # Over TLS the handshake fails; in plain HTTP the server says "client sent HTTP to HTTPS".
        assert ask(servers.ports[part], method, path, tls=True) is None, (method, path)
        assert ask(servers.ports[part], method, path) in (400, None), (method, path)
    store, name, content = stored
    assert (await store.read_back(name)).sha256 == hashlib.sha256(content).hexdigest()
    await store.close()


@pytest.mark.parametrize("part", ["master", "volume", "filer", "s3"])
def test_grpc_of_a_part_refuses_strangers(
    servers: Servers, part: str, template: str, tmp_path: Path
) -> None:
    port = servers.ports[f"{part}_grpc"]
    foreign = certificates.make()
    for file, content in foreign.items():
        (tmp_path / file).write_bytes(content)
    assert load_pem_private_key(foreign["node.key"], None)
    ours = servers.store.home / "certs"
    assert not speaks_http2(port, tls=False)
    assert not speaks_http2(port, tls=True)
    theirs = (tmp_path / "node.crt", tmp_path / "node.key")
    assert not speaks_http2(port, tls=True, certificate=theirs)
    # The same question with our own certificate is answered: the refusals above mean something.
    assert speaks_http2(port, tls=True, certificate=(ours / "node.crt", ours / "node.key"))


def test_s3_refuses_unsigned_and_forged_requests(servers: Servers, template: str) -> None:
    port = servers.ports["s3"]
    forged = {
        "Authorization": "AWS4-HMAC-SHA256 Credential=hientruong-app/20261124/us-east-1/s3/"
        "aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0" * 64,
        "x-amz-date": "20261124T000000Z",
    }
    for method, path in (
        ("GET", "/"),
        ("GET", "/evidence"),
        ("GET", "/evidence/strangers/object"),
        ("PUT", "/evidence/planted"),
        ("DELETE", "/evidence/strangers/object"),
        ("DELETE", "/evidence"),
        ("PUT", "/another-bucket"),
        ("POST", "/evidence?delete"),
    ):
        for headers in (None, forged):
            status = ask(port, method, path, headers=headers)
            assert status in (400, 403, 405), (method, path, status)


def test_everything_embedded_listens_on_the_loopback_only(servers: Servers, template: str) -> None:
    postgres, store = servers.postgres.pid, servers.store.pid
    assert postgres
    assert store
    found = listening({postgres, store})
    assert {host for host, _port in found} == {"127.0.0.1"}
    assert {port for _host, port in found} == set(servers.ports.values())


def test_secrets_and_data_are_closed_to_other_users(servers: Servers, template: str) -> None:
    folder = servers.folder.path
    assert folder.stat().st_mode & 0o777 == 0o700
    for path in _files(folder):
        found = path.stat()
        assert found.st_mode & 0o007 == 0, path
        # Keys and spool are the group's of web and worker, once a test has started these from them as root.
        assert found.st_mode & 0o070 == 0 or found.st_gid == grp.getgrnam(GROUP).gr_gid, path


def test_no_secret_stands_on_a_command_line(servers: Servers, template: str) -> None:
    for pid in (servers.postgres.pid, servers.store.pid):
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode()
        assert not [name for name, secret in servers.secrets.items() if secret in words]


def _files(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in ("secrets.json", "ports.json"))
    yield from (folder / "keys").iterdir()
    yield from (folder / "logs").iterdir()
    yield from (folder / "seaweedfs" / "certs").iterdir()
    yield from (folder / "seaweedfs").glob("*.*")
