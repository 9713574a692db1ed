"""A cache of compiled templates, stored beside Python's own compiled modules.

Compiling all templates takes a process three times as long as the rest of its start, and a run of
the tests starts dozens of processes. Jinja keys the cache by a template's path and text and by
Python's version; the name of the folder adds Jinja's version and that of what we generate. Values
that the environment folds into the compiled form are not part of the key, so it must fold none
(`optimized=False`).
"""

import os
import sys
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from admin_ui.shell.environment import ROUND


class _Kept(jinja2.FileSystemBytecodeCache):
    """A cache that ignores write errors. A full disk must not stop a start; the next process compiles again.

    If Python may not write compiled modules, as in many containers, this reads what is there, as Python does.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return


def kept(beside: Path) -> jinja2.BytecodeCache | None:
    """Return the cache for templates below this folder; None if there is none, and Python writes none there."""
    folder = beside / "__pycache__" / f"jinja2-{jinja2.__version__}-{ROUND}"
    if sys.dont_write_bytecode:
        return _Kept(str(folder)) if folder.is_dir() else None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Kept(str(folder)) if os.access(folder, os.W_OK) else None
