"""Papers as PDF: set by Typst from data alone, PDF/A-2a with tags, the same bytes for the same content.

The template is fixed and stands beside this file; what a paper says reaches it as JSON in one input, so no field is
ever read as markup. Fonts come from the wheel, never from the system: a paper looks alike on every machine.
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import typst

from backend.documents.layout.page import document
from schemas.documents.papers import PaperContent

FOLDER = Path(__file__).with_name("typst")
STANDARD: Literal["a-2a"] = "a-2a"
WORKERS = 2
"""Papers set at once in a process: each takes a core while it lasts, and some 20 MB."""
MAX_BYTES = 4_000_000
"""Of a paper's data: 500 rows of goods with every cell full are 1.5 MB."""
_EPOCH = 946_684_800
"""2000-01-01, the creation time of every file: the day that counts stands on the paper; bytes must not differ."""
_local = threading.local()


class PaperTooLarge(ValueError):
    """A paper of more text than one file is set from."""


def render(paper: PaperContent) -> bytes:
    """Set a paper; about 30 to 100 ms, in the caller's thread.

    Raises FormUnknown where there is no such form, PaperTooLarge, and typst.TypstError where the typesetter fails,
    which no field can bring about.
    """
    data = msgspec.json.encode(document(paper))
    if len(data) > MAX_BYTES:
        raise PaperTooLarge(len(data))
    made = _compiler().compile(
        format="pdf",
        sys_inputs={"data": data.decode()},
        pdf_standards=[STANDARD],
        timestamp=_EPOCH,
    )
    if not isinstance(made, bytes):  # a list only where a format has a file for each page
        raise TypeError(type(made))
    return made


async def render_async(paper: PaperContent) -> bytes:
    """Set a paper in one of WORKERS threads (Typst lets Python go on meanwhile); raises as `render`."""
    return await asyncio.get_running_loop().run_in_executor(_pool(), render, paper)


def _compiler() -> typst.Compiler:
    """Return this thread's compiler: it keeps fonts and template ready between papers."""
    found: typst.Compiler | None = getattr(_local, "compiler", None)
    if found is None:
        found = typst.Compiler(
            FOLDER / "paper.typ",
            root=FOLDER,
            font_paths=[FOLDER / "fonts"],
            ignore_system_fonts=True,
            package_path=FOLDER / "none",
            package_cache_path=FOLDER / "none",
        )
        _local.compiler = found
    return found


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(WORKERS, thread_name_prefix="papers")
