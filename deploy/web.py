"""Web processes: several processes that accept connections from one listening socket.

The parent binds the socket before anything starts. So a taken port is noticed immediately, and no
connection is refused while a process is replaced.
"""

import gc
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from backend.core.live import service as live
from backend.operations.checkup import machine
from backend.operations.health.processes import WEB
from deploy import allocator, counting, surroundings
from deploy.dropping.plan import Dropping
from deploy.failures import Failure
from deploy.supervisor import Child

_READY_SECONDS = 90.0
"""After its first answer a process that still says no will not get ready by itself."""
_SILENT_SECONDS = 600.0
"""A busy machine takes minutes until a process answers at all; processes that die at once are noticed before."""
_EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - compared, not bound
_COLLECTED = 50_000, 20, 50
"""Objects until garbage is collected, and rounds until the older are looked at: a page makes some thousands, nearly all
of which go without it."""
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_CONCURRENCY = (
    512 + live.MOST_DESKS
)  # concurrent requests in a process, and its streams; beyond it 503, before memory or the pool runs out


@dataclass(frozen=True)
class Listen:
    """Where to listen. Beyond the loopback only with TLS: see `check`."""

    host: str = "127.0.0.1"
    port: int = 8000
    tls_cert: Path | None = None
    tls_key: Path | None = None
    behind_proxy: bool = False
    proxies: str = ""

    @property
    def url(self) -> str:
        """The address to show to people and to send requests to."""
        scheme = "https" if self.tls_cert else "http"
        host = "127.0.0.1" if self.host in _EVERY_ADDRESS else self.host
        host = f"[{host}]" if ":" in host else host
        return f"{scheme}://{host}:{self.port}"

    def check(self) -> None:
        """Raise Failure if this would serve other machines without TLS, or a TLS file is unusable.

        Browsers give camera and location to no page without TLS, and passwords must not travel in
        the clear.
        """
        if (self.tls_cert is None) != (self.tls_key is None):
            raise Failure(
                "cần cả --tls-cert và --tls-key", "--tls-cert and --tls-key belong together"
            )
        if self.host not in _LOOPBACK and self.tls_cert is None and not self.behind_proxy:
            raise Failure(
                f"muốn phục vụ ngoài máy này ({self.host}) phải có --tls-cert và --tls-key",
                f"beyond this machine ({self.host}) only with --tls-cert and --tls-key",
            )
        if self.tls_cert is not None:
            try:
                ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self.tls_cert, self.tls_key)
            except (OSError, ssl.SSLError) as error:
                raise Failure(
                    f"không dùng được chứng chỉ TLS {self.tls_cert}",
                    f"the TLS certificate {self.tls_cert} cannot be used ({error})",
                ) from None

    def bind(self) -> socket.socket:
        """Take the port without accepting connections yet. Raises Failure if it is taken."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((self.host, self.port))
            listening.listen(1)  # two binds with SO_REUSEADDR succeed; only listen() fails
        except (OSError, OverflowError) as error:
            listening.close()
            reason = getattr(error, "strerror", None) or error
            raise Failure(
                f"không mở được cổng {self.port} trên {self.host} (cổng đang bị dùng?)",
                f"port {self.port} on {self.host} cannot be opened: {reason}",
            ) from None
        return listening


def children(
    listen: Listen,
    listening: socket.socket,
    processes: int,
    env: dict[str, str],
    log: Path | None,
    dropping: Dropping | None = None,
) -> list[Child]:
    """Return the web processes, not yet started; they have a user of their own if we are root."""
    words = ["serve", "--fd", str(listening.fileno())]
    handed = [listening.fileno()]
    if listen.tls_cert and listen.tls_key:
        files = [str(listen.tls_cert), str(listen.tls_key)]
        if dropping is not None:  # only root may read the key
            own = [dropping.hand_over(Path(file), "web") for file in files]
            handed += own
            files = [f"/proc/self/fd/{handle}" for handle in own]
        words += ["--tls-cert", files[0], "--tls-key", files[1]]
    if listen.proxies:
        words += ["--proxies", listen.proxies]
    command = surroundings.command(*words)
    if dropping is not None:
        command, env = dropping.words("web", command), dropping.env("web", env)
    return [
        Child(f"web {number}", command, env, log, pass_fds=tuple(handed))
        for number in range(1, processes + 1)
    ]


class StoppingServer(uvicorn.Server):
    """A server that ends the desks' streams when it is asked to stop, and then waits for the rest."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start. What is there by now stays to the end, and is not looked through for garbage again.

        Templates, routes and catalogues are 350,000 objects. To go through them took a twentieth of a page, and held
        up the request of that moment (gc.freeze, https://docs.python.org/3/library/gc.html).
        """
        await super().startup(sockets)
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_COLLECTED)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop. A stream is a request that never ends: it would hold the process up to the last second."""
        live.end_streams()
        await super().shutdown(sockets)


def run_one(
    descriptor: int,
    tls_cert: Path | None,
    tls_key: Path | None,
    proxies: str,
    of: str = "asgi:create_app",
) -> None:
    """Run as one web process on an inherited socket; returns when asked to end.

    Addresses in forwarded headers are trusted from `proxies` only, and by default from nobody: the
    limits against guessing count per address.
    """
    allocator.settle()
    counting.join(WEB)
    machine.served_with(tls_cert)
    config = uvicorn.Config(
        of,
        factory=True,
        loop="uvloop",
        http="httptools",
        lifespan="on",
        log_level="warning",
        access_log=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies or None,
        server_header=False,
        limit_concurrency=_CONCURRENCY,
        backlog=2048,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=10,
        ssl_certfile=str(tls_cert) if tls_cert else None,
        ssl_keyfile=str(tls_key) if tls_key else None,
    )
    StoppingServer(config).run(sockets=[socket.socket(fileno=descriptor)])


class Silent(Failure):
    """Nobody answered, which a process that still starts has in common with one that hangs."""


def wait_ready(listen: Listen, check: Callable[[], None]) -> None:
    """Wait until /health/ready answers yes; `check` looks after the processes meanwhile.

    Raises Failure 90 s after the first answer, with the text of the last one, or after 600 s without any.
    """
    deadline = time.monotonic() + _SILENT_SECONDS
    answered = False
    while True:
        try:
            ask_ready(listen.url)
        except Failure as failure:
            if not answered and not isinstance(failure, Silent):
                answered, deadline = True, time.monotonic() + _READY_SECONDS
            if time.monotonic() > deadline:
                raise
        else:
            return
        time.sleep(0.1)
        check()


def ask_ready(url: str) -> None:
    """Ask a running system whether it is ready. Raises Failure with its answer if it is not, Silent if none came."""
    trust = ssl.create_default_context()
    trust.check_hostname = False  # our own process on this machine; the name is another
    trust.verify_mode = ssl.CERT_NONE
    try:
        with urllib.request.urlopen(  # noqa: S310 - http(s) by construction
            f"{url}/health/ready", timeout=5, context=trust
        ):
            return
    except urllib.error.HTTPError as error:
        told = error.read(500).decode(errors="replace")
        raise Failure(f"{url} chưa sẵn sàng", f"{url} is not ready: {told}") from None
    except OSError as error:
        raise Silent(f"{url} không trả lời", f"{url} does not answer: {error}") from None
