"""PDFs that were signed elsewhere: with the State's token in the officer's own computer, or a SIM.

What was prepared comes back with a signature appended to it. It is accepted only if nothing else
happened to it, and the signature is the officer's (docs/decisions/0019). The certificate must be
registered before, by its public half: then it can be revoked and held here like the others, and
belongs to one officer only. Each signature proves that its key is there.
"""

import hashlib
import io
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import structlog
from PIL import Image
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from backend.core import clock, local_time
from backend.core.errors import Unavailable
from backend.documents.queries import signing as queries
from backend.documents.rules import signing as rules
from backend.documents.signing import certificates, lanes, outside_child, trust
from backend.documents.signing.errors import certificate_refused
from backend.documents.signing.opening import facts_of
from backend.documents.signing.outside_child import Box, Said
from backend.documents.signing.outside_errors import SignedFileFault, SignedFileWrong
from backend.documents.signing.pades import SignedPdf
from backend.documents.signing.trust import Trust

MOST_BYTES = 20_000_000
CLOCKS_DIFFER = timedelta(minutes=5)
"""How much the clock of the officer's computer may differ from ours."""
SHOWN_PPI = 72.0
"""Resolution of the pictures of pages that `judge` asks for: one dot is one point."""
_BLANK = 250
"""A dot of at least this brightness, of 255, is blank paper."""
_PADES = "/ETSI.CAdES.detached"
_WALL_SECONDS = 90.0
_LOG = structlog.get_logger(__name__)
_ROOT = str(Path(__file__).parents[3])
_FAULTS: dict[outside_child.Fault, SignedFileFault] = {
    "unreadable": "signed_file_unreadable",
    "detached": "signed_file_changed",
    "unsigned": "signed_file_unsigned",
    "many": "signed_file_many",
    "changed": "signed_file_changed",
}


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is exactly what was prepared with one signature, not yet known to be whose."""

    said: Said
    data: bytes

    @property
    def boxes(self) -> list[Box]:
        """Return where the signature is drawn."""
        return self.said.boxes


def with_form(pdf: bytes) -> bytes:
    """Append an empty form to a paper, in which signing programs enter their field.

    What they add is then compared with something that is there (outside_child.py).
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    fields = generic.DictionaryObject({pdf_name("/Fields"): generic.ArrayObject()})
    writer.root["/AcroForm"] = writer.add_object(fields)
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def compare(prepared: bytes, data: bytes) -> None:
    """Require that the file is what was prepared with something appended. Raises SignedFileWrong."""
    if not data:
        raise SignedFileWrong("signed_file_empty")
    if len(data) > MOST_BYTES:
        raise SignedFileWrong("signed_file_too_large")
    if not data.startswith(prepared):
        raise SignedFileWrong("signed_file_other")
    if len(data) == len(prepared):
        raise SignedFileWrong("signed_file_same")


async def examine(prepared: bytes, data: bytes, given: Trust | None = None) -> Signature:
    """Read the one signature of a file, and require that it is sound and nothing else was added.

    Call it outside of any transaction. Raises SignedFileWrong, Unavailable.
    """
    compare(prepared, data)
    trusted = given or trust.current()
    said = await lanes.run("trusting", _in_child, data, len(prepared), trusted)
    if said.fault is not None:
        raise SignedFileWrong(_FAULTS[said.fault])
    if said.subfilter != _PADES:
        raise SignedFileWrong("signed_file_not_pades")
    verdict = said.verdict
    if verdict is None or not verdict.intact:
        raise SignedFileWrong("signed_file_broken")
    if not verdict.covers_all:
        raise SignedFileWrong("signed_file_added")
    if rules.LEVELS.index(verdict.level) < rules.LEVELS.index(trusted.at_least):
        raise SignedFileWrong("signed_file_level", level=verdict.level, at_least=trusted.at_least)
    return Signature(said=said, data=data)


async def judge(signature: Signature, officer_id: UUID, since: datetime) -> SignedPdf:
    """Require that the signature is this officer's, made since the preparation, and trusted.

    Call it outside of any transaction: revocation lists may be fetched. Raises SignedFileWrong,
    CertificateRefused, NotFound.
    """
    await _require_own(signature.said.certificate, officer_id)
    return judge_time(signature, since)


def judge_time(signature: Signature, since: datetime) -> SignedPdf:
    """Require a trusted signature, made since that moment and not in the future.

    Whose it is, the caller has judged. Raises SignedFileWrong.
    """
    verdict = signature.said.verdict
    if verdict is None:
        raise SignedFileWrong("signed_file_unsigned")
    if not verdict.valid:
        raise SignedFileWrong("signed_file_stamp" if verdict.trusted else "signed_file_untrusted")
    at, now = verdict.signed_at, clock.now()
    if at is None:
        raise SignedFileWrong("signed_file_no_time")
    shown = f"{at.astimezone(local_time.VIETNAM):%d/%m/%Y %H:%M:%S}"
    if at < since - CLOCKS_DIFFER:
        raise SignedFileWrong("signed_file_early", signed_at=shown)
    if at > now + CLOCKS_DIFFER:
        raise SignedFileWrong("signed_file_future", signed_at=shown)
    return SignedPdf(
        data=signature.data,
        level=verdict.level,
        signed_at=at,
        sha256=hashlib.sha256(signature.data).hexdigest(),
    )


async def _require_own(der: bytes, officer_id: UUID) -> None:
    """Require a certificate that this officer registered, and that may sign now."""
    await certificates.require_fit(der, officer_id)
    known = await queries.find_fingerprint(facts_of(der).fingerprint)
    if known is None:
        raise SignedFileWrong("signed_file_unregistered")
    if known.officer_id != officer_id:
        raise certificate_refused("certificate_foreign")
    if known.revoked_at is not None:
        raise certificate_refused("certificate_revoked")
    if known.held_since is not None:
        raise certificate_refused("certificate_held")


def require_blank(boxes: list[Box], pages: list[bytes]) -> None:
    """Require that no picture of a signature lies over anything of the paper.

    `pages` are PNGs of the prepared paper, SHOWN_PPI dots an inch. Otherwise a signature could hide
    an amount and show another. Raises SignedFileWrong.
    """
    for box in boxes:
        over = SignedFileWrong("signed_file_over_text", page=box.page + 1)
        with Image.open(io.BytesIO(pages[box.page])) as opened:
            picture = opened.convert("L")
        width, height = picture.size
        area = (
            max(0, int(box.left)),
            max(0, int(box.top)),
            min(width, int(box.right) + 1),
            min(height, int(box.bottom) + 1),
        )
        if area[0] >= area[2] or area[1] >= area[3]:
            raise over
        darkest, _ = picture.crop(area).getextrema()
        if not isinstance(darkest, int | float) or darkest < _BLANK:
            raise over


def _in_child(data: bytes, ours: int, given: Trust) -> Said:
    """Run the child process. Blocks. Raises SignedFileWrong, Unavailable."""
    asked = outside_child.Asked(
        pdf=data,
        ours=ours,
        roots=[one.dump() for one in given.roots],
        others=[one.dump() for one in given.others],
        crls=[one.dump() for one in given.crls],
        fetch=given.fetch,
        hosts=list(given.hosts),
    )
    try:
        child = subprocess.run(
            [sys.executable, "-m", "backend.documents.signing.outside_child"],
            input=msgspec.json.encode(asked) + b"\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={"PYTHONPATH": _ROOT, "PATH": "/usr/bin:/bin", "MALLOC_ARENA_MAX": "1"},
            timeout=_WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        _LOG.warning("signed_file_heavy", why="wall clock", size=len(data))
        raise SignedFileWrong("signed_file_unreadable") from None
    if child.returncode > 0:  # an exception in our code, such as a missing module
        _LOG.error("signed_file_child_failed", status=child.returncode, size=len(data))
        raise Unavailable
    if child.returncode < 0:  # SIGXCPU or SIGKILL: it exceeded its time or memory
        _LOG.warning("signed_file_heavy", why=f"ended by {child.returncode}", size=len(data))
        raise SignedFileWrong("signed_file_unreadable")
    return msgspec.json.decode(child.stdout, type=Said)
