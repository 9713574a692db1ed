"""Thread pools ("lanes") for signing: slow or hostile work of one kind must not block other kinds.

Passwords, pictures and files use asyncio's default executor. A sign-in must not wait for a
certificate, nor a signature for a file that somebody tries to register.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import cache, partial
from typing import Literal, TypeVar

Lane = Literal["registering", "opening", "trusting", "signing"]
_WORKERS: dict[Lane, int] = {"registering": 1, "opening": 2, "trusting": 4, "signing": 8}
"""Opening takes processor time of a child process. Trusting and signing wait for the network
(revocation lists, time-stamps)."""


_T = TypeVar("_T")


async def run(lane: Lane, work: Callable[..., _T], *args: object) -> _T:
    """Do blocking work in a lane. Raises what the work raises."""
    loop, here = (
        asyncio.get_running_loop(),
        copy_context(),
    )  # so that log lines of the thread bear the request's reference
    return await loop.run_in_executor(_pool(lane), partial(here.run, work, *args))


@cache
def _pool(lane: Lane) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_WORKERS[lane], thread_name_prefix=f"signing-{lane}")
