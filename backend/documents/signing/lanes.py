"""Threads of signing's own, a lane for each kind of work, so that what is slow or hostile in one stops no other.

The default executor of asyncio is shared with passwords, pictures and files: a sign-in must not wait behind a
certificate, nor a signature behind a file that somebody tries to register.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import cache, partial
from typing import Literal, TypeVar

Lane = Literal["registering", "opening", "trusting", "signing"]
_WORKERS: dict[Lane, int] = {"registering": 1, "opening": 2, "trusting": 4, "signing": 8}
"""Opening is processor time of a child; trusting and signing wait for others (revocation lists, time-stamps)."""


_T = TypeVar("_T")


async def run(lane: Lane, work: Callable[..., _T], *args: object) -> _T:
    """Do blocking work in a lane; raises what it raises."""
    loop, here = (
        asyncio.get_running_loop(),
        copy_context(),
    )  # what is logged there bears the request's reference
    return await loop.run_in_executor(_pool(lane), partial(here.run, work, *args))


@cache
def _pool(lane: Lane) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_WORKERS[lane], thread_name_prefix=f"signing-{lane}")
