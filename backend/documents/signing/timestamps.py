"""Time-stamps (RFC 3161): asked of a service over HTTP, or made by a service of our own in demonstrations."""

import asyncio
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from asn1crypto import algos, cms, pem, tsp
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.sign.general import as_signing_certificate_v2, simple_cms_attribute
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError as TimestampRequestError

from backend.documents.signing.envelopes import is_exact

_SECONDS = 10.0
_MAX_BYTES = 256 * 1024
_POLICY = "2.25.304739560187340126517295316273012476221"
"""Of our own stamps: an object identifier from a UUID (ITU-T X.667), registered with nobody. It promises nothing."""
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


class HttpTimeStamper(TimeStamper):
    """Asks a service as RFC 3161 §3.4 has it: one POST, ten seconds for all of it, no redirects."""

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko's
        self._url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Raises TimestampRequestError for whatever goes wrong on the way."""
        try:
            # httpx counts each read for itself: one that sends a byte now and then would never end.
            async with asyncio.timeout(_SECONDS), httpx.AsyncClient(timeout=_SECONDS) as client:
                answer = await client.post(
                    self._url,
                    content=req.dump(),
                    headers={"Content-Type": "application/timestamp-query"},
                )
        except (httpx.HTTPError, TimeoutError) as error:
            raise TimestampRequestError("the time-stamp service does not answer") from error
        media_type = answer.headers.get("content-type", "").partition(";")[0].strip()
        if answer.status_code != 200 or media_type != "application/timestamp-reply":
            raise TimestampRequestError(f"the time-stamp service answered {answer.status_code}")
        if len(answer.content) > _MAX_BYTES:
            raise TimestampRequestError("the time-stamp service answered too much")
        found = tsp.TimeStampResp.load(answer.content)
        if _has_token(found) and not is_exact(found["time_stamp_token"].dump()):
            # Put into a paper it would never be taken for whole again (envelopes.py): a lower level is better.
            raise TimestampRequestError("the time-stamp service's token is not in DER")
        return found


def _has_token(answer: tsp.TimeStampResp) -> bool:
    """Whether it was granted; what a service refuses, or garbles, is pyHanko's to tell."""
    try:
        return answer["status"]["status"].native in ("granted", "granted_with_mods")
    except (ValueError, TypeError, KeyError):
        return False


class LocalTimeStamper(TimeStamper):
    """Stamps with a key of our own (P-256). It proves no more than our clock: for demonstrations and tests.

    What it makes is what a service would send, so that `openssl ts -verify` reads it.
    """

    def __init__(self, certificate: asn1_x509.Certificate, key: ec.EllipticCurvePrivateKey) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko's
        self._certificate = certificate
        self._key = key

    @classmethod
    def load(cls, folder: Path) -> "LocalTimeStamper":
        """From tsa.pem and tsa.key of a folder."""
        key = serialization.load_pem_private_key((folder / "tsa.key").read_bytes(), None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise TypeError("tsa.key is no EC key")
        _, _, der = pem.unarmor((folder / "tsa.pem").read_bytes())
        return cls(asn1_x509.Certificate.load(der), key)

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Answer at once."""
        return self.respond(req)

    def respond(self, request: tsp.TimeStampReq, now: datetime | None = None) -> tsp.TimeStampResp:
        """Answer a request; a hash that is not SHA-2 is rejected (RFC 3161 §2.4.2, badAlg)."""
        imprint = request["message_imprint"]
        name = imprint["hash_algorithm"]["algorithm"].native
        if name not in _HASHES:
            status = {"status": tsp.PKIStatus("rejection"), "fail_info": {"bad_alg"}}
            return tsp.TimeStampResp({"status": tsp.PKIStatusInfo(status)})
        info = self._info(request, now or datetime.now(UTC)).dump()
        content = cms.ContentInfo(
            {"content_type": "signed_data", "content": self._signed(info, name)}
        )
        granted = tsp.PKIStatusInfo({"status": tsp.PKIStatus("granted")})
        return tsp.TimeStampResp({"status": granted, "time_stamp_token": content})

    def _info(self, request: tsp.TimeStampReq, moment: datetime) -> tsp.TSTInfo:
        fields: dict[str, Any] = {
            "version": "v1",
            "policy": _POLICY,
            "message_imprint": request["message_imprint"],
            "serial_number": secrets.randbits(64),
            "gen_time": moment.replace(microsecond=0),
            "accuracy": {"seconds": 1},
            "tsa": asn1_x509.GeneralName(name="directory_name", value=self._certificate.subject),
        }
        if request["nonce"].native is not None:
            fields["nonce"] = request["nonce"]
        return tsp.TSTInfo(fields)

    def _signed(self, info: bytes, hash_name: str) -> cms.SignedData:
        digest = hashes.Hash(_HASHES[hash_name])
        digest.update(info)
        attributes = cms.CMSAttributes(
            [
                simple_cms_attribute("content_type", "tst_info"),
                simple_cms_attribute("message_digest", digest.finalize()),
                simple_cms_attribute(
                    "signing_certificate_v2", as_signing_certificate_v2(self._certificate)
                ),
            ]
        )
        signature = self._key.sign(attributes.dump(), ec.ECDSA(_HASHES[hash_name]))
        algorithm = algos.DigestAlgorithm({"algorithm": hash_name})
        signer = cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.SignerIdentifier(
                    "issuer_and_serial_number",
                    cms.IssuerAndSerialNumber(
                        {
                            "issuer": self._certificate.issuer,
                            "serial_number": self._certificate.serial_number,
                        }
                    ),
                ),
                "digest_algorithm": algorithm,
                "signature_algorithm": algos.SignedDigestAlgorithm(
                    {"algorithm": f"{hash_name}_ecdsa"}
                ),
                "signed_attrs": attributes,
                "signature": signature,
            }
        )
        return cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": cms.DigestAlgorithms((algorithm,)),
                "encap_content_info": {
                    "content_type": "tst_info",
                    "content": cms.ParsableOctetString(info),
                },
                "certificates": [cms.CertificateChoices("certificate", self._certificate)],
                "signer_infos": [signer],
            }
        )
