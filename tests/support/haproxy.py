"""A real HAProxy with the configuration that we ship, on ports and with a certificate of the test."""

import asyncio
import datetime as dt
import getpass
import grp
import ipaddress
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from deploy import surroundings
from tests.integration.deploy.running import free_port
from tests.support.waiting import waiting_for

PROGRAM = shutil.which("haproxy", path="/usr/sbin:/usr/bin:/usr/local/bin")
needed = pytest.mark.skipif(PROGRAM is None, reason="no HAProxy: apt install haproxy")
RECIPE = surroundings.ROOT / "deploy" / "recipes" / "haproxy.cfg"


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """Write a key and certificate for 127.0.0.1 into one file, and the certificate alone, for
    clients to trust."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    public = made.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    both, trusted = folder / "haproxy.pem", folder / "trusted.pem"
    both.write_bytes(private + public)
    trusted.write_bytes(public)
    return both, trusted


@asynccontextmanager
async def haproxy(
    nodes: Sequence[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[str]:
    """Start it in front of these two addresses; yields its own. Our clients trust its certificate
    meanwhile."""
    both, trusted = make_certificate(folder)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    port, plain = _two_ports()
    user = "haproxy" if os.geteuid() == 0 else getpass.getuser()
    group = "haproxy" if os.geteuid() == 0 else grp.getgrgid(os.getegid()).gr_name
    environment = {
        "HT_CERT": str(both),
        "HT_BIND": f"127.0.0.1:{port}",
        "HT_BIND_PLAIN": f"127.0.0.1:{plain}",
        "HT_LOG": "stdout",
        "HT_USER": user,
        "HT_GROUP": group,
    } | {f"HT_NODE_{number}": address for number, address in enumerate(nodes, 1)}
    process = _start(environment, folder / "haproxy.log")
    try:
        await _listening(port, process, folder / "haproxy.log")
        yield f"https://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _two_ports() -> tuple[int, int]:
    """Two different ports. HAProxy would share one port between its frontends (SO_REUSEPORT), and
    either would answer."""
    first = second = free_port()
    while second == first:
        second = free_port()
    return first, second


def _start(environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    assert PROGRAM is not None
    with log.open("ab") as said:
        return subprocess.Popen(
            [PROGRAM, "-f", str(RECIPE)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )


async def _listening(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    async with waiting_for("HAProxy to listen"):
        while True:
            assert process.poll() is None, f"see {log}"
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return
