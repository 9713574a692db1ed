"""`./hientruong up`: runs everything embedded, in one terminal, until Ctrl-C."""

import asyncio
import json
import os
import shutil
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from backend.core import settings
from deploy import bootstrap, start_check, surroundings, web, workers
from deploy.data_folder import DataFolder
from deploy.demo.living import history
from deploy.dropping import plan, users
from deploy.dropping.plan import Dropping
from deploy.embedded.postgres import Postgres
from deploy.embedded.seaweedfs import SeaweedFS
from deploy.private_files import write_private
from deploy.servers import FOR_WEB, FOR_WORKERS, Servers, environment
from deploy.supervisor import Child, Interrupted, Supervisor, stop_signals

_FULL_BYTES = 16 * 1024**2
_ROOM_BYTES = 64 * 1024**2
"""Different from _FULL_BYTES, so that a disk near the limit does not restart the store again and
again."""


@dataclass
class Embedded:
    """One of the embedded servers as a supervised part."""

    name: str
    server: Postgres | SeaweedFS
    folder: DataFolder

    @property
    def log(self) -> Path:
        """The server's log file."""
        return self.server.log

    def start(self) -> None:
        """Start the server on its old port, so that pools reconnect. First-start settings are kept.

        Raises Failure if its folder is gone: otherwise an empty one would be made in its place.
        """
        self.folder.require_parts(self.server.home.name, runs=True)
        self.server.launch()

    def alive(self) -> bool:
        """Tell whether it runs.

        A server whose folder is gone is ended here. It would go on writing to deleted files and
        report that everything is stored. That is no reason to end everything else.
        """
        if not self.server.home.is_dir() and self.server.alive():
            self.server.stop()
        return self.server.alive()

    def stop(self) -> None:
        """End the server."""
        self.server.stop()


@dataclass
class EmbeddedStore(Embedded):
    """The object store, restarted once its full disk has room again.

    After one failed write, the index of SeaweedFS's filer refuses all others until it is opened
    again, however much room there is.
    """

    was_full: bool = field(default=False, init=False)

    def alive(self) -> bool:
        """Tell whether it runs; after a full disk it is ended here, so that it is started again."""
        try:
            free = shutil.disk_usage(self.server.home).free
        except OSError:  # its folder or its disk is gone
            return super().alive()
        if free < _FULL_BYTES:
            self.was_full = True
        elif self.was_full and free > _ROOM_BYTES:
            self.was_full = False
            self.server.stop()
        return super().alive()


def up(
    folder: DataFolder,
    listen: web.Listen,
    *,
    demo: str,
    processes: int = 2,
    begin_store: bool = False,
) -> int:
    """Start everything, wait for a stop signal, stop everything; returns the exit code.

    `demo`: "living", "small", or "" for an empty installation. `begin_store`
    makes a new, empty object store in place of a lost one. Raises Failure if a part
    cannot start; what had started is stopped by then.
    """
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {text}", flush=True)

    settings.check_wishes()  # before anything starts, and not in a web process's log
    listen.check()
    listening = listen.bind()
    lock = folder.open_for_start(demonstration=demo)
    supervisor = Supervisor(say)
    try:
        with stop_signals():
            address = {"HIENTRUONG_PUBLIC_URL": listen.url}  # unless the operator has set it
            started = _start_servers(folder, supervisor, say, begin_store)
            variables = address | surroundings.wishes() | started
            dropping = plan.of_installation(folder, surroundings.wished_files(), say)
            for child in _children(folder, listen, listening, processes, variables, dropping):
                supervisor.start(child)
            web.wait_ready(listen, supervisor.check)
            say(f"web ×{processes}, worker")
            if dropping is not None:
                say(f"người dùng riêng / users of their own: {', '.join(users.NAMES.values())}")
            write_private(
                folder.run_file, json.dumps({"url": listen.url, "pid": os.getpid()}).encode()
            )
            print(_closing_words(folder, listen), flush=True)
            if folder.is_demonstration:
                env = surroundings.for_child(variables)
                supervisor.start(history.part(folder, env, began))
            supervisor.watch()
    except Interrupted:
        say("đang dừng / stopping …")
        supervisor.stop()
        say("đã dừng / stopped")
    finally:
        supervisor.stop()
        folder.run_file.unlink(missing_ok=True)
        listening.close()
        os.close(lock)
    return 0


def _start_servers(
    folder: DataFolder, supervisor: Supervisor, say: Callable[[str], None], begin_store: bool
) -> dict[str, str]:
    """Start and prepare both servers; returns the settings of the other parts."""
    if begin_store:
        folder.require_no_store()
    folder.require_parts(*(["keys", "postgres"] if begin_store else []))
    servers = Servers(folder)
    say(f"bắt đầu trong / starting in {folder.path}")
    servers.start(say)
    # Only now: a first start that loses a port describes both anew, and stops what it had started.
    supervisor.adopt(Embedded("PostgreSQL", servers.postgres, folder))
    supervisor.adopt(EmbeddedStore("SeaweedFS", servers.store, folder))
    applied = asyncio.run(bootstrap.prepare(servers))
    say(f"cơ sở dữ liệu / database: {', '.join(applied) or 'không đổi / unchanged'}")
    folder.note_begun()
    start_check.demand(bootstrap.settings(servers))
    if folder.is_demonstration and asyncio.run(bootstrap.load_demonstration(servers)):
        say("lực lượng trình diễn / demonstration force")
    return environment(folder, servers)


def _children(
    folder: DataFolder,
    listen: web.Listen,
    listening: socket.socket,
    processes: int,
    variables: dict[str, str],
    dropping: Dropping | None = None,
) -> list[Child]:
    env = surroundings.for_child(
        {name: value for name, value in variables.items() if name not in FOR_WORKERS}
    )
    for_worker = {name: value for name, value in variables.items() if name not in FOR_WEB}
    working = workers.children(surroundings.for_child(for_worker), folder.logs, dropping)
    serving = web.children(listen, listening, processes, env, folder.logs / "web.log", dropping)
    return [*serving, *working]


def _closing_words(folder: DataFolder, listen: web.Listen) -> str:
    lines = [
        "",
        f"  Bàn làm việc / desk     {listen.url}/desk/",
        f"  Ứng dụng / phone app    {listen.url}/app/",
        f"  Phản ánh / public form  {listen.url}/phan-anh/",
        f"  API điện thoại / phone  {listen.url}/api/mobile/v1/   {listen.url}/api/openapi.json",
        f"  Tình trạng / health     {listen.url}/health/ready",
        "",
    ]
    given = "" if folder.is_default else f' --data-dir "{folder.path}"'
    if folder.is_demonstration:
        lines += [
            "  Tài khoản trình diễn (tên, mật khẩu, mã xác thực (OTP)) / demonstration accounts:",
            f"      ./hientruong demo-accounts{given}",
        ]
    else:
        lines += [
            "  Người quản trị đầu tiên / the first administrator:",
            f"      ./hientruong create-admin{given}",
        ]
    return "\n".join([*lines, "", "  Ctrl-C để dừng / to stop", ""])
