"""Runs the child process of pkcs12_child.py.

Blocks as long as the child takes. Callers run it in a thread of a separate executor, not in the
shared one."""

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import structlog

from backend.core.errors import Unavailable
from backend.documents.signing.errors import (
    CertificateFileBad,
    CertificateFileHeavy,
    PassphraseWrong,
)

_LOG = structlog.get_logger(__name__)
_WALL_SECONDS = 60.0
"""Many times its processor time, which is the actual limit: on a busy machine the child waits."""
_ROOT = str(Path(__file__).parents[3])


class Opened(NamedTuple):
    """The content of a file as DER; the key as unencrypted PKCS#8."""

    key: bytes
    certificate: bytes
    others: list[bytes]


def open_file(data: bytes, passphrase: str) -> Opened:
    """Decrypt a PKCS#12 file. Raises PassphraseWrong, CertificateFileBad, CertificateFileHeavy.

    Raises Unavailable if the child fails by a fault of ours, which says nothing about the officer's
    file.
    """
    asked = {"passphrase": passphrase, "file": base64.b64encode(data).decode()}
    try:
        child = subprocess.run(
            [sys.executable, "-m", "backend.documents.signing.pkcs12_child"],
            input=json.dumps(asked).encode() + b"\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={"PYTHONPATH": _ROOT, "PATH": "/usr/bin:/bin", "MALLOC_ARENA_MAX": "1"},
            timeout=_WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        _LOG.warning("certificate_file_heavy", why="wall clock", size=len(data))
        raise CertificateFileHeavy from None
    if child.returncode > 0:  # an exception in our code, such as a missing module
        _LOG.error("certificate_child_failed", status=child.returncode, size=len(data))
        raise Unavailable
    if child.returncode < 0:  # SIGXCPU or SIGKILL: it exceeded its time or memory
        _LOG.warning("certificate_file_heavy", why=f"ended by {child.returncode}", size=len(data))
        raise CertificateFileHeavy
    said = json.loads(child.stdout)
    match said.get("fault"):
        case "passphrase":
            raise PassphraseWrong
        case "heavy":
            _LOG.warning("certificate_file_heavy", why=said["why"], size=len(data))
            raise CertificateFileHeavy
        case "bad":
            raise CertificateFileBad
    return Opened(
        key=base64.b64decode(said["key"]),
        certificate=base64.b64decode(said["certificate"]),
        others=[base64.b64decode(one) for one in said["others"]],
    )
