"""Parts apart, as docs/running.md has them: HAProxy before two nodes, PgBouncer before the database, a worker."""

import json
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from deploy import bootstrap
from deploy.data_folder import DataFolder
from deploy.private_files import write_private
from deploy.servers import FOR_WORKERS, Servers, environment
from tests.integration.deploy import apart
from tests.integration.deploy.apart import Part
from tests.integration.deploy.running import free_port
from tests.support.haproxy import haproxy
from tests.support.pgbouncer import pgbouncer


@dataclass
class Parted:
    """What `fleet` needs of a system: one address, and the folder in which the force's accounts lie."""

    folder: Path
    url: str
    nodes: list[Part]
    worker: Part
    _environments: list[dict[str, str]]

    def start_again(self, number: int) -> None:
        """The node comes back, on its old address, with its old spool."""
        port = int(self.nodes[number].url.rpartition(":")[2])
        self.nodes[number] = start_node(self.folder, self._environments[number], port)


def start_node(folder: Path, variables: dict[str, str], port: int) -> Part:
    """One `serve`, which believes its proxy."""
    log = folder / "logs" / f"{variables['HIENTRUONG_NODE']}.log"
    options = ("--proxies", "127.0.0.1")
    return apart.start_serve(variables, log, *options, processes=2, port=port)


@asynccontextmanager
async def parted(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, pooled: bool = True
) -> AsyncIterator[Parted]:
    """A demonstration in parts, ready. In the main thread: the embedded servers end with it."""
    data = DataFolder(folder)
    lock = data.open_for_start(demonstration="small")
    servers = Servers(data)
    servers.start()
    async with AsyncExitStack() as stack:
        stack.callback(os.close, lock)
        stack.callback(servers.stop)
        await bootstrap.prepare(servers)
        await bootstrap.load_demonstration(servers)
        for_worker = environment(data, servers)
        common = {name: value for name, value in for_worker.items() if name not in FOR_WORKERS}
        if pooled:
            direct = common["HIENTRUONG_DATABASE_URL"]
            address = await stack.enter_async_context(pgbouncer(direct))
            common["HIENTRUONG_DATABASE_URL"] = address
        environments = [
            common
            | {
                "HIENTRUONG_NODE": f"node-{number}",
                "HIENTRUONG_SPOOL_DIR": str(folder / f"spool-{number}"),
            }
            for number in (1, 2)
        ]
        nodes = [start_node(folder, variables, free_port()) for variables in environments]
        own = {name: environments[0][name] for name in ("HIENTRUONG_NODE", "HIENTRUONG_SPOOL_DIR")}
        worker = apart.start(for_worker | own, folder / "logs" / "worker.log", "worker")
        system = Parted(folder, "", nodes, worker, environments)
        stack.callback(lambda: [part.stop() for part in (*system.nodes, worker)])
        for node in nodes:
            await node.wait_ready()
        addresses = [node.url.removeprefix("http://") for node in nodes]
        system.url = await stack.enter_async_context(haproxy(addresses, folder, monkeypatch))
        write_private(data.run_file, json.dumps({"url": system.url}).encode())
        yield system
        data.run_file.unlink()
