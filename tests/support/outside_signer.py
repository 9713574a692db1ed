"""A signing program in an officer's computer: another process, with pyHanko alone and a key of its own.

signed = sign(pdf, p12)                                  # invisible, PAdES B-B
signed = sign(pdf, p12, box=(330, 200, 500, 260))        # drawn on the last page, in points from below
signed = sign(pdf, p12, stamps=folder, trust=folder)     # B-T, B-LTA
"""

import atexit
import base64
import io
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from tests.support.signing import PASSPHRASE


def sign(
    pdf: bytes,
    p12: bytes,
    *,
    box: tuple[int, int, int, int] | None = None,
    page: int = -1,
    stamps: Path | None = None,
    trust: Path | None = None,
    pades: bool = True,
    field: str = "Signature1",
) -> bytes:
    """Sign in the other process. Raises RuntimeError with what it says if it cannot."""
    asked = {
        "pdf": base64.b64encode(pdf).decode(),
        "p12": base64.b64encode(p12).decode(),
        "passphrase": PASSPHRASE,
        "box": box,
        "page": page,
        "stamps": str(stamps) if stamps else None,
        "trust": str(trust) if trust else None,
        "pades": pades,
        "field": field,
    }
    program = _program()
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(json.dumps(asked).encode() + b"\n")
    program.stdin.flush()
    answer = json.loads(program.stdout.readline() or b'{"failed": "it ended"}')
    if "failed" in answer:
        raise RuntimeError(f"the signing program failed: {answer['failed']}")
    return base64.b64decode(answer["signed"])


@cache
def _program() -> subprocess.Popen[bytes]:
    """Start the program once: importing pyHanko takes longer than to sign. It ends when its stdin does."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.support.outside_signer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    atexit.register(_end, started)
    return started


def _end(program: subprocess.Popen[bytes]) -> None:
    with program:
        if program.stdin is not None:
            program.stdin.close()


def _sign(asked: dict[str, Any]) -> bytes:
    from asn1crypto import crl, pem, x509
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko.sign.signers.pdf_signer import DSSContentSettings, TimestampDSSContentSettings
    from pyhanko_certvalidator import ValidationContext

    from backend.documents.signing.timestamps import LocalTimeStamper

    signer = signers.SimpleSigner.load_pkcs12_data(
        base64.b64decode(asked["p12"]), other_certs=[], passphrase=asked["passphrase"].encode()
    )
    context = None
    if asked["trust"]:
        folder = Path(asked["trust"])

        def certificate(name: str) -> Any:
            return x509.Certificate.load(pem.unarmor((folder / name).read_bytes())[2])

        context = ValidationContext(
            trust_roots=[certificate("root.pem")],
            other_certs=[certificate("issuing.pem"), certificate("tsa.pem")],
            crls=[
                crl.CertificateList.load((folder / name).read_bytes())
                for name in ("root.crl", "issuing.crl")
            ],
            revocation_mode="require",
        )
    formats = fields.SigSeedSubFilter
    meta = signers.PdfSignatureMetadata(
        field_name=asked["field"],
        md_algorithm="sha256",
        subfilter=formats.PADES if asked["pades"] else formats.ADOBE_PKCS7_DETACHED,
        embed_validation_info=context is not None,
        use_pades_lta=context is not None,
        validation_context=context,
        # What proves the stamps is written before the last of them: nothing follows it.
        dss_settings=DSSContentSettings(
            include_vri=False,
            next_ts_settings=TimestampDSSContentSettings(include_vri=False, update_before_ts=True),
        ),
    )
    where = fields.SigFieldSpec(asked["field"], on_page=asked["page"], box=asked["box"])
    stamper = LocalTimeStamper.load(Path(asked["stamps"])) if asked["stamps"] else None
    out: io.BytesIO = signers.PdfSigner(
        meta, signer=signer, timestamper=stamper, new_field_spec=where
    ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(base64.b64decode(asked["pdf"]))))
    return out.getvalue()


def _serve() -> None:
    for line in sys.stdin.buffer:
        try:
            answer = {"signed": base64.b64encode(_sign(json.loads(line))).decode()}
        except Exception as error:  # the caller tells it
            answer = {"failed": repr(error)}
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    _serve()
