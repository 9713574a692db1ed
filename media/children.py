"""Runs a child process that looks at one file that nobody trusts.

    made = await children.answer("media.pdf_child", data, WALL_SECONDS)

The child gets the file by its standard input and answers by its standard output. It sets its own
limits of memory and processor time; here only the wall clock is limited. Nothing of our environment
reaches it but what Python needs.
"""

import asyncio
import contextlib
import sys

from media.images import THRIFT


async def answer(module: str, data: bytes, wall_seconds: float) -> bytes | None:
    """Return what the module's child wrote about a file; None if it failed or a limit ended it.

    Never raises because of what is in the file.
    """
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", module),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=THRIFT | {"PYTHONPATH": ":".join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        async with asyncio.timeout(wall_seconds):
            made, _ = await child.communicate(data)
    except TimeoutError:
        return None
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
    return made if child.returncode == 0 else None
