"""A stranger on the same machine: what he can reach of an installation without its secrets."""

import contextlib
import http.client
import socket
import ssl
from pathlib import Path


def listening(pids: set[int]) -> set[tuple[str, int]]:
    """Addresses and ports on which these processes listen, read from the kernel."""
    inodes = set()
    for pid in pids:
        try:
            entries = list(Path(f"/proc/{pid}/fd").iterdir())
        except OSError:  # it ended while we looked, as PostgreSQL's backends do
            continue
        for entry in entries:
            try:
                target = str(entry.readlink())
            except OSError:
                continue
            if target.startswith("socket:["):
                inodes.add(target[8:-1])
    found = set()
    for table, length in (("tcp", 8), ("tcp6", 32)):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            words = line.split()
            if words[3] == "0A" and words[9] in inodes:
                host, port = words[1].split(":")
                raw = bytes.fromhex(host)[::-1]
                name = socket.inet_ntoa(raw) if length == 8 else f"[{host}]"
                found.add((name, int(port, 16)))
    return found


def ask(
    port: int, method: str, path: str, *, tls: bool = False, headers: dict[str, str] | None = None
) -> int | None:
    """Send one request; the status, or None where the server does not even talk HTTP with us."""
    connection: http.client.HTTPConnection
    if tls:
        connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=5, context=trusting())
    else:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request(method, path, body=b"", headers=headers or {})
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return status


def trusting() -> ssl.SSLContext:
    """A TLS client without a certificate of its own that believes any server."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def speaks_http2(port: int, *, tls: bool, certificate: tuple[Path, Path] | None = None) -> bool:
    """Open HTTP/2 as a gRPC client does; True where the server answers our SETTINGS with its own.

    A server that demands a client certificate ends a TLS 1.3 connection right after the handshake.
    """
    hello = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"
    with contextlib.ExitStack() as open_ones:
        try:
            channel = socket.create_connection(("127.0.0.1", port), timeout=5)
            open_ones.enter_context(channel)
            if tls:
                context = trusting()
                context.set_alpn_protocols(["h2"])
                if certificate:
                    context.load_cert_chain(*certificate)
                channel = context.wrap_socket(channel, server_hostname="localhost")
                open_ones.enter_context(channel)
            channel.sendall(hello)
            answer = channel.recv(9)
        except OSError:
            return False
    return len(answer) >= 4 and answer[3] == 4
