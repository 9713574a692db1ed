"""Compiled templates, kept beside Python's own compiled modules.

To compile all templates takes a process two seconds, longer than to start all else, and a run of the tests starts
dozens of processes. Jinja asks for a template by its path and its text, and knows Python's version; its own version is
the folder's name. What the environment folds into the compiled form is not asked for: it must fold nothing
(`optimized=False`).
"""

import os
import sys
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket


class _Kept(jinja2.FileSystemBytecodeCache):
    """A start does not fail because the disk is full: the next process compiles again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return


def kept(beside: Path) -> jinja2.BytecodeCache | None:
    """Return the keeper of compiled templates below this folder; None where Python would not write there either."""
    folder = beside / "__pycache__" / f"jinja2-{jinja2.__version__}"
    if sys.dont_write_bytecode:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Kept(str(folder)) if os.access(folder, os.W_OK) else None
