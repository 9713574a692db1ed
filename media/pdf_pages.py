"""The pages of a PDF that nobody trusts, taken out by the child of media/pdf_child.py."""

import asyncio
import contextlib
import sys

from media.images import THRIFT

WALL_SECONDS = 90.0
"""How long the child may take. Its real limit is processor time, which it sets itself."""


async def pages_of(data: bytes) -> bytes | None:
    """Return a PDF that only draws the pages of this one, or None if they cannot be taken out safely.

    Never raises because of what is in the file.
    """
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "media.pdf_child"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=THRIFT | {"PYTHONPATH": ":".join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        async with asyncio.timeout(WALL_SECONDS):
            made, _ = await child.communicate(data)
    except TimeoutError:
        return None
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
    return made if child.returncode == 0 and made.startswith(b"%PDF-") else None
