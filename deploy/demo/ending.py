"""How a played scene ends: with a last line and exit code 0, or one sentence on what is wrong."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any

import httpx

from deploy.demo.browser import UnexpectedPage
from deploy.demo.phone import Refused
from deploy.demo.report import Report, VisitFailed
from deploy.demo.seals import ServerLied
from deploy.demo.uploads import UploadRefused


def played(command: str, url: str, scene: Coroutine[Any, Any, object], report: Report) -> int:
    """Run the scene to its end; return 0, or 1 after a sentence on stderr naming the command."""
    try:
        asyncio.run(scene)
    except VisitFailed as failed:
        sentence = str(failed)
    except (Refused, UploadRefused, UnexpectedPage, ServerLied, KeyError) as failed:
        sentence = f"{type(failed).__name__}: {failed}"
    except httpx.HTTPError as failed:
        sentence = f"{url} does not answer as it should: {type(failed).__name__} {failed}"
    else:
        print(
            f"\nXong: {report.steps} bước trong {report.seconds:.0f} s, mọi điều đúng như phải có."
        )
        print(f"Done: {report.steps} steps in {report.seconds:.0f} s, everything is as it must be.")
        return 0
    print(f"{command}: {sentence}", file=sys.stderr)
    return 1
