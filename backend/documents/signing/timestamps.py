"""Time-stamps (RFC 3161), requested from a service over HTTP, or made locally in demonstrations."""

import asyncio
import secrets
from datetime import datetime
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

from backend.core import clock
from backend.documents.signing.envelopes import is_exact

_SECONDS = 10.0
_MAX_BYTES = 256 * 1024
_POLICY = "2.25.304739560187340126517295316273012476221"
"""The policy of our own stamps: an object identifier made from a UUID (ITU-T X.667), not
registered. It promises nothing."""
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


class HttpTimeStamper(TimeStamper):
    """Requests a stamp from a service (RFC 3161 §3.4): one POST, ten seconds in all, no redirects."""

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko's
        self._url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Send a request to the service. Raises TimestampRequestError for any failure."""
        try:
            # httpx limits each read separately: a service that sends a byte now and then would never end.
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
            # A paper with it would never count as unchanged (envelopes.py): a lower level is better.
            raise TimestampRequestError("the time-stamp service's token is not in DER")
        return found


def _has_token(answer: tsp.TimeStampResp) -> bool:
    """Tell whether the answer grants a stamp. pyHanko reports refused or malformed answers."""
    try:
        return answer["status"]["status"].native in ("granted", "granted_with_mods")
    except (ValueError, TypeError, KeyError):
        return False


class LocalTimeStamper(TimeStamper):
    """Makes stamps with our own key (P-256), for demonstrations and tests.

    They prove only our own clock. The stamps have the format of a service, so that `openssl ts
    -verify` accepts them.
    """

    def __init__(self, certificate: asn1_x509.Certificate, key: ec.EllipticCurvePrivateKey) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko's
        self._certificate = certificate
        self._key = key

    @classmethod
    def load(cls, folder: Path) -> "LocalTimeStamper":
        """Load tsa.pem and tsa.key from a folder."""
        key = serialization.load_pem_private_key((folder / "tsa.key").read_bytes(), None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise TypeError("tsa.key is no EC key")
        _, _, der = pem.unarmor((folder / "tsa.pem").read_bytes())
        return cls(asn1_x509.Certificate.load(der), key)

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Answer immediately, without any request."""
        return self.respond(req)

    def respond(self, request: tsp.TimeStampReq, now: datetime | None = None) -> tsp.TimeStampResp:
        """Answer a request. A hash that is not SHA-2 is rejected (RFC 3161 §2.4.2, badAlg)."""
        imprint = request["message_imprint"]
        name = imprint["hash_algorithm"]["algorithm"].native
        if name not in _HASHES:
            status = {"status": tsp.PKIStatus("rejection"), "fail_info": {"bad_alg"}}
            return tsp.TimeStampResp({"status": tsp.PKIStatusInfo(status)})
        info = self._info(request, now or clock.now()).dump()
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
