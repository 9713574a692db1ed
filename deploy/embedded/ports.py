"""The ports of the embedded servers: chosen once per data folder and kept.

They are kept because pools and phones reconnect to the same address, and because SeaweedFS stores
its master's state under the port. They are below the kernel's ephemeral range, because an outgoing
connection of any program may hold a port inside it at the moment of the next start.
"""

import json
import secrets
import socket
from pathlib import Path

from deploy.failures import Failure
from deploy.private_files import write_private

NAMES = (
    "postgres",
    "master",
    "master_grpc",
    "volume",
    "volume_grpc",
    "filer",
    "filer_grpc",
    "s3",
    "s3_grpc",
)
_LOWEST = 15000
_RANGE_FILE = Path("/proc/sys/net/ipv4/ip_local_port_range")


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Tell whether a server could listen there now.

    Uses SO_REUSEADDR as servers do: old connections in TIME_WAIT do not count.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError:
            return False
        return True


def load_or_choose(file: Path) -> dict[str, int]:
    """Return the ports written in `file`; choose and write them if there is no such file."""
    if file.is_file():
        stored: dict[str, int] = json.loads(file.read_text())
        return stored
    return choose(file)


def choose(file: Path) -> dict[str, int]:
    """Choose free ports and write them, over those of a first start that lost one to another program."""
    chosen: dict[str, int] = {}
    for name in NAMES:
        chosen[name] = _choose(set(chosen.values()))
    write_private(file, json.dumps(chosen, indent=1).encode())
    return chosen


def require_free(ports: dict[str, int]) -> None:
    """Raise Failure, naming the port, if another program holds one of the stored ports.

    Our own servers of an earlier start must have been stopped before.
    """
    for name, port in ports.items():
        if not is_free(port):
            raise Failure(
                f"cổng {port} ({name}) của thư mục dữ liệu này đang bị chương trình khác dùng",
                f"port {port} ({name}) of this data folder is in use by another program",
            )


def _choose(taken: set[int]) -> int:
    highest = min(
        32000, int(_RANGE_FILE.read_text().split()[0]) if _RANGE_FILE.is_file() else 32000
    )
    lowest = _LOWEST if highest > _LOWEST + 1000 else 1024
    for _ in range(500):
        port = lowest + secrets.randbelow(highest - lowest)
        if port not in taken and is_free(port):
            return port
    raise Failure("không còn cổng trống trên máy này", "no free port is left on this machine")
