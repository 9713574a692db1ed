"""How long the start of the system waits for its first answer."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from deploy import web
from deploy.failures import Failure


@contextmanager
def _answering(*codes: int) -> Iterator[web.Listen]:
    """Serve these answers in turn, the last one again and again."""
    left = list(codes)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            code = left.pop(0) if len(left) > 1 else left[0]
            self.send_response(code)
            self.end_headers()
            self.wfile.write(b"the database is behind")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web.Listen("127.0.0.1", server.server_port)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _nobody() -> web.Listen:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return web.Listen("127.0.0.1", taken.getsockname()[1])


def test_a_start_is_over_with_the_first_yes() -> None:
    asked: list[int] = []
    with _answering(503, 503, 200) as listen:
        web.wait_ready(listen, lambda: asked.append(1))
    assert len(asked) == 2


def test_a_machine_too_busy_to_answer_is_waited_for_longer_than_one_that_says_no(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ninety seconds were too few for a machine with a load of sixteen, which then answered."""
    assert web._SILENT_SECONDS > 5 * web._READY_SECONDS
    monkeypatch.setattr(web, "_READY_SECONDS", 0.0)
    asked: list[int] = []

    def look() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        web.wait_ready(_nobody(), look)


def test_who_waited_in_vain_is_told_the_last_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_READY_SECONDS", 0.3)
    with (
        _answering(503) as listen,
        pytest.raises(Failure, match=r"chưa sẵn sàng.*is not ready: the database is behind"),
    ):
        web.wait_ready(listen, lambda: None)
    monkeypatch.setattr(web, "_SILENT_SECONDS", 0.3)
    with pytest.raises(web.Silent, match=r"không trả lời.*does not answer"):
        web.wait_ready(_nobody(), lambda: None)
