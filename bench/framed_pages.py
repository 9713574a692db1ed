"""Our own web process with one more address, which asks the queries of a page and answers their rows as JSON.

What stands around every page of the desk (routing, sign-in, one transaction, headers, figures of health) without the
page: the part of a page's time that no better page can save. With the variables of one of our web processes:

python -m bench.framed_pages PORT
"""

import pickle
import socket
import sys

import msgspec
from litestar import Litestar, Response, get
from litestar.params import FromPath

from admin_ui.router import ROUTER as DESK
from asgi import create_app
from backend.core import database
from bench.overhearing import Said
from deploy import web

_SIGN_IN = "FROM desk_sessions"


_said: dict[str, Said] = {}


@get("/desk/bench/{name:str}", include_in_schema=False)
async def framed(name: FromPath[str]) -> Response[bytes]:
    """Answer a page's name with the rows of its queries, for a signed-in officer as any page.

    Without the query with which the desk's guard finds who asks: it asks that before.
    """
    if not _said:
        left = await database.fetchval("SELECT said FROM bench_pages")
        _said.update(pickle.loads(left))  # noqa: S301 - what bench.desk wrote a moment ago
    async with database.transaction():
        rows = [
            [dict(row) for row in await database.fetch(sql, *args)]
            for sql, args in _said[name]
            if _SIGN_IN not in sql
        ]
    body = msgspec.json.encode(rows, enc_hook=str)
    return Response(body, media_type="application/json")


def create() -> Litestar:
    """Make our application with that address beside the desk's pages."""
    DESK.register(framed)
    return create_app()


if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=2048)
    web.run_one(listening.fileno(), None, None, "", of="bench.framed_pages:create")
