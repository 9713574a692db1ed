"""The child process that examines a PDF signed elsewhere: `python -m backend.documents.signing.outside_child`.

A file from outside can make a PDF reader work or allocate without end (streams that unpack to
gigabytes, references in circles). So it is read in a process of its own, with limits on processor
time and memory, at low priority, like a certificate file (pkcs12_child.py).

Input: one JSON line (`Asked`). Output: one JSON line (`Said`). The child decides nothing: it says
what is in the file, and outside.py judges that.
"""

import asyncio
import io
import math
import os
import re
import resource
import sys
import warnings
from typing import Any, Literal

import msgspec

from schemas.documents.signatures import SignatureVerdict

CPU_SECONDS = 20
"""A paper of forty pages with signature, stamps and revocation lists takes about 2."""
_MEMORY_BYTES = 1024 * 1024 * 1024
_NICENESS = 10
_MOST_BOXES = 50
_STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")

Fault = Literal["unreadable", "detached", "unsigned", "many", "changed"]
"""unreadable: no PDF, or a damaged one. detached: its tables of objects do not go on from ours.
unsigned: no signature. many: more than one. changed: what was added is more than a signature, its
time-stamp and what proves them."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The file, how many of its first bytes are ours, and what is trusted (DER)."""

    pdf: bytes
    ours: int
    roots: list[bytes]
    others: list[bytes]
    crls: list[bytes]
    fetch: bool
    hosts: list[str]


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """Where a signature is drawn: the page (from 0) and the place on it, in points.

    x from the left, y from the top.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What is in the file. With a fault, the rest may be missing."""

    fault: Fault | None = None
    verdict: SignatureVerdict | None = None
    certificate: bytes = b""
    """The signer's, DER."""
    subfilter: str = ""
    boxes: list[Box] = []


def limit() -> None:
    """Set the limits of this process, before a byte of the file is read."""
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.nice(_NICENESS)


def answer(asked: Asked) -> Said:
    """Say what is in the file. No content of the file makes it raise, except MemoryError."""
    try:
        return asyncio.run(_answer(asked))
    except MemoryError:
        raise
    except Exception:  # a damaged file can make the reader fail anywhere, with anything
        return Said(fault="unreadable")


async def _answer(asked: Asked) -> Said:
    from asn1crypto import crl, x509
    from pyhanko.pdf_utils.reader import PdfFileReader

    from backend.documents.signing import validating
    from backend.documents.signing.trust import Trust

    reader = PdfFileReader(io.BytesIO(asked.pdf))
    begun = PdfFileReader(io.BytesIO(asked.pdf[: asked.ours]))
    ours = begun.xrefs.total_revisions - 1
    if not _goes_on(reader, asked.pdf[: asked.ours], ours):
        return Said(fault="detached")
    # A paper that is to be sealed bears its officer's signature already.
    signatures = reader.embedded_regular_signatures[len(begun.embedded_regular_signatures) :]
    if len(signatures) != 1:
        return Said(fault="many" if signatures else "unsigned")
    boxes, before = _boxes(reader), _boxes(begun)
    if boxes is None or before is None or not _only_signed(reader, ours):
        return Said(fault="changed")
    boxes = [one for one in boxes if one not in before]
    given = Trust(
        roots=tuple(x509.Certificate.load(one) for one in asked.roots),
        others=tuple(x509.Certificate.load(one) for one in asked.others),
        crls=tuple(crl.CertificateList.load(one) for one in asked.crls),
        fetch=asked.fetch,
        hosts=tuple(asked.hosts),
    )
    *earlier, verdict = await validating.judge_all(asked.pdf, reader, given)
    if not all(one.intact and one.covers_all for one in earlier):  # theirs allows no second one
        return Said(fault="changed")
    return Said(
        verdict=verdict,
        certificate=signatures[0].signer_cert.dump(),
        subfilter="".join(signatures[0].sig_object.get("/SubFilter", "")),
        boxes=boxes,
    )


def _goes_on(reader: Any, ours: bytes, revision: int) -> bool:
    """Tell whether the file's tables of objects lead back to the last one of our bytes.

    A file may begin with our bytes and yet use none of them, if its last table does not lead back
    to ours (ISO 32000-1, 7.5.6).
    """
    said = _STARTXREF.search(ours)
    if said is None or reader.xrefs.total_revisions <= revision:
        return False
    return bool(reader.xrefs.get_startxref_for_revision(revision) == int(said[1]))


def _only_signed(reader: Any, ours: int) -> bool:
    """Tell whether each later revision adds only signatures and what proves them.

    A signature covers whatever was added before it in the same revision, such as another text drawn
    over ours. So the bytes of ours being there, and the signature being valid, is not enough.
    """
    from pyhanko.sign import diff_analysis
    from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
    from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON

    policy = diff_analysis.StandardDiffPolicy(
        global_rules=diff_analysis.DEFAULT_DIFF_POLICY.global_rules,
        form_rule=diff_analysis.FormUpdatingRule(
            [
                diff_analysis.SigFieldCreationRule(allow_new_visible_after_certify=True),
                diff_analysis.SigFieldModificationRule(),
            ],
            # Signing programs set these in a form that was empty (ISO 32000-1, 12.7.2).
            ignored_acroform_keys=ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags", "/DA"},
        ),
    )
    found = policy.review_file(reader, ours)
    if not isinstance(found, DiffResult):
        return False
    return bool(found.modification_level <= ModificationLevel.FORM_FILLING)


def _boxes(reader: Any) -> list[Box] | None:
    """Return where form fields are drawn; None if one is nowhere, or does something when it is used."""
    found: list[Box] = []
    pages = reader.root["/Pages"]
    for number in range(int(pages["/Count"])):
        page = reader.find_page_for_modification(number)[0].get_object()
        for annotation in page.get("/Annots", ()):
            field = annotation.get_object()
            if field.get("/Subtype") != "/Widget":
                continue
            if {"/A", "/AA"} & set(field) or len(found) >= _MOST_BOXES:
                return None
            x0, y0, x1, y1 = (float(one) for one in field["/Rect"])
            if not all(map(math.isfinite, (x0, y0, x1, y1))):  # a PDF's numbers have no end
                return None
            if x0 == x1 or y0 == y1:
                continue
            height = _height(page)
            found.append(
                Box(
                    page=number,
                    left=min(x0, x1),
                    right=max(x0, x1),
                    top=height - max(y0, y1),
                    bottom=height - min(y0, y1),
                )
            )
    return found


def _height(page: Any) -> float:
    """Return the height of a page in points. Ours have their own box, from 0."""
    while "/MediaBox" not in page:
        page = page["/Parent"]
    return float(page["/MediaBox"][3])


def main() -> None:
    """Read one file from stdin and write the answer to stdout."""
    warnings.simplefilter("ignore")
    limit()
    asked = msgspec.json.decode(sys.stdin.buffer.readline(), type=Asked)
    try:
        said = answer(asked)
    except MemoryError:
        said = Said(fault="unreadable")
    sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")


if __name__ == "__main__":
    main()
