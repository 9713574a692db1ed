"""A signing program in an officer's computer: another process, with pyHanko alone and a key of its own.

signed = sign(pdf, p12)                                  # invisible, PAdES B-B
signed = sign(pdf, p12, box=(330, 200, 500, 260))        # drawn on the last page, in points from below
signed = sign(pdf, p12, stamps=folder, trust=folder)     # B-T, B-LTA
"""

import base64
import io
import json
import subprocess
import sys
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
    """Sign in a process of its own."""
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
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.outside_signer"],
        input=json.dumps(asked).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    return base64.b64decode(done.stdout)


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


if __name__ == "__main__":
    sys.stdout.buffer.write(base64.b64encode(_sign(json.load(sys.stdin))))
