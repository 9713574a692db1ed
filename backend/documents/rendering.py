"""Papers as tagged PDF/A-2a, typeset by Typst from data alone.

The same content gives the same bytes. The template is fixed (typst/paper.typ). It receives the
content of a paper as JSON in one input, so that no field is read as markup. Fonts come from our
wheel, never from the system, so that a paper looks the same on every machine.
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import typst

from backend.documents.layout.breaking import broken
from backend.documents.layout.page import document
from schemas.documents.papers import PaperContent

FOLDER = Path(__file__).with_name("typst")
STANDARD: Literal["a-2a"] = "a-2a"
WORKERS = 2
"""Papers typeset concurrently in a process. Each takes a core and some 20 MB meanwhile."""
MAX_BYTES = 4_000_000
"""Most bytes of a paper's data. 500 rows of goods with every cell full are 1.5 MB."""
_EPOCH = 946_684_800
"""2000-01-01, the creation time in every file, so that bytes do not differ. The legal date is
printed on the paper."""
_local = threading.local()


class PaperTooLarge(ValueError):
    """The paper has more text than is typeset into one file."""


def pictures(paper: PaperContent, ppi: float) -> list[bytes]:
    """Typeset a paper as one PNG a page, in the caller's thread. Raises as `render`."""
    made = _compiler().compile(format="png", ppi=ppi, sys_inputs={"data": _data(paper).decode()})
    if made is None:
        raise TypeError("no picture")
    return [made] if isinstance(made, bytes) else list(made)


async def pictures_async(paper: PaperContent, ppi: float) -> list[bytes]:
    """Typeset a paper as one PNG a page, in one of WORKERS threads; raises as `render`."""
    return await asyncio.get_running_loop().run_in_executor(_pool(), pictures, paper, ppi)


def _data(paper: PaperContent) -> bytes:
    """Return a paper's content as the template reads it. Raises PaperTooLarge."""
    data = msgspec.json.encode(broken(document(paper)))
    if len(data) > MAX_BYTES:
        raise PaperTooLarge(len(data))
    return data


def render(paper: PaperContent) -> bytes:
    """Typeset a paper in the caller's thread. Takes about 30 to 100 ms.

    Raises FormUnknown, PaperTooLarge, and typst.TypstError if the typesetter fails, which no field
    can cause.
    """
    made = _compiler().compile(
        format="pdf",
        sys_inputs={"data": _data(paper).decode()},
        pdf_standards=[STANDARD],
        timestamp=_EPOCH,
    )
    if not isinstance(made, bytes):  # a list only for formats with one file per page
        raise TypeError(type(made))
    return made


async def render_async(paper: PaperContent) -> bytes:
    """Typeset a paper in one of WORKERS threads (Typst releases the GIL); raises as `render`."""
    return await asyncio.get_running_loop().run_in_executor(_pool(), render, paper)


def _compiler() -> typst.Compiler:
    """Return this thread's compiler, which keeps fonts and template ready between papers."""
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
