"""Check the signatures of a PDF by its content and the trusted roots alone, without the database.

pyHanko judges them. This module also checks what pyHanko leaves open (the unused rest of a
signature's container, which is not signed), and puts the result into words.
"""

import asyncio
import io
import logging
from contextlib import suppress
from datetime import datetime
from typing import Any

from asn1crypto import cms
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import (
    DocumentSecurityStore,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator.errors import PathError, ValidationError

from backend.documents.signing import chains, trust
from backend.documents.signing.envelopes import is_exact
from backend.documents.signing.errors import PdfUnreadable
from backend.documents.signing.opening import facts_of
from backend.documents.signing.trust import Trust
from schemas.core.problems import Text
from schemas.documents.signatures import Level, SignatureVerdict

# These log every fault that they also report, with a traceback: pages for a damaged file.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

_USAGE = KeyUsageConstraints(
    key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False
)

_WORDS = {
    "changed": Text(
        vi="KHÔNG hợp lệ: nội dung đã bị thay đổi sau khi ký.",
        en="NOT valid: the content was changed after it was signed.",
    ),
    "added": Text(
        vi="KHÔNG hợp lệ: sau chữ ký cuối cùng có phần được thêm vào tệp.",
        en="NOT valid: something was added to the file after its last signature.",
    ),
    "untrusted": Text(
        vi="KHÔNG hợp lệ: không kiểm tra được chứng thư của người ký (hết hạn, bị thu hồi hoặc không do tổ chức được "
        "tin cậy cấp).",
        en="NOT valid: the signer's certificate does not hold (expired, revoked, or issued by nobody whom we trust).",
    ),
    "stamp": Text(
        vi="KHÔNG hợp lệ: dấu thời gian không kiểm tra được.",
        en="NOT valid: the time-stamp does not hold.",
    ),
    "valid": Text(
        vi="Hợp lệ: tệp đúng như khi ký, chứng thư của người ký được tin cậy.",
        en="Valid: the file is as it was signed, and the signer's certificate is trusted.",
    ),
}


async def validate_pdf(pdf: bytes, given: Trust | None = None) -> list[SignatureVerdict]:
    """Return one verdict per signature, in the order of signing; empty if there is none.

    A file is sound if there are verdicts and all are valid. Raises PdfUnreadable.
    """
    return await asyncio.to_thread(_validate, pdf, given or trust.current())


def _validate(pdf: bytes, given: Trust) -> list[SignatureVerdict]:
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        return asyncio.run(judge_all(pdf, reader, given))
    except (
        ArithmeticError,  # a number that no decimal can hold
        PdfError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        RecursionError,
    ) as error:
        # A damaged file can make the reader fail anywhere, with any of these.
        raise PdfUnreadable from error


async def judge_all(pdf: bytes, reader: Any, given: Trust) -> list[SignatureVerdict]:
    """Return one verdict per signature of a file that was opened; raises what a damaged one causes."""
    signatures = reader.embedded_regular_signatures
    stamps = reader.embedded_timestamp_signatures
    lasting = _Dss(reader, given)
    every = reader.embedded_signatures
    # Nothing follows the last signature or stamp, and there is none of a kind that is not judged here.
    whole = len(every) == len(signatures) + len(stamps) and bool(every)
    whole = whole and _end(every[-1]) == len(pdf)
    stamps_hold = all([await _stamp_holds(pdf, stamp, lasting) for stamp in stamps])
    return [
        await _judge(pdf, signature, bool(stamps), stamps_hold, whole, lasting)
        for signature in signatures
    ]


class _Dss:
    """The file's own validation data (document security store), together with our trusted roots."""

    def __init__(self, reader: Any, given: Trust) -> None:
        self.given = given
        self.store: DocumentSecurityStore | None = None
        with suppress(NoDSSFoundError):
            self.store = DocumentSecurityStore.read_dss(reader)

    def contexts(self, moment: datetime | None = None) -> list[Any]:
        """Return contexts from our trust and the file's store.

        The first requires revocation information, the second does not (see chains.py).
        """
        return [self._context(moment, mode) for mode in ("require", "soft-fail")]

    def _context(self, moment: datetime | None, mode: str) -> Any:
        context = self.given.context(moment, revocation_mode=mode)
        if self.store is None:
            return context
        arguments: dict[str, Any] = {
            "trust_roots": list(self.given.roots),
            "other_certs": list(self.given.others),
            "crls": list(self.given.crls),
            "revocation_mode": mode,
        }
        if moment is not None:
            arguments["moment"] = moment
        return self.store.as_validation_context(arguments)


async def _stamp_holds(pdf: bytes, stamp: Any, lasting: _Dss) -> bool:
    status = await _first(async_validate_pdf_timestamp, stamp, lasting.contexts())
    sound = status.intact and status.valid and _container_is_clean(pdf, stamp)
    if sound and not status.trusted:  # the service's certificate has expired since
        then = lasting.contexts(status.timestamp)
        status = await _first(async_validate_pdf_timestamp, stamp, then)
    return bool(sound and status.trusted and await _others_hold(stamp, lasting.given))


async def _first(check: Any, signature: Any, contexts: list[Any], **more: Any) -> Any:
    """Return the status by the strict context, or by the lenient one.

    The lenient one is used only if the signature is sound, the strict one did not come to trust it,
    and it found no revocation.
    """
    status = None
    for context in contexts:
        status = await check(signature, context, **more)
        stamp = getattr(status, "timestamp_validity", None)
        sound = status.intact and status.valid
        settled = status.trusted and (stamp is None or stamp.trusted)
        if not sound or settled or status.revoked or (stamp is not None and stamp.revoked):
            break
    return status


async def _others_hold(signature: Any, given: Trust) -> bool:
    """Tell whether every other certificate in the container is genuine, even if it is not needed."""
    known = {each.dump() for each in (*given.roots, *given.others)}
    try:
        for each in signature.other_embedded_certs:
            if each.dump() not in known:
                await chains.validate(each, given)
    except (PathError, ValidationError, ValueError):
        return False
    return True


async def _judge(
    pdf: bytes, signature: Any, archived: bool, stamps_hold: bool, whole: bool, lasting: _Dss
) -> SignatureVerdict:
    status = await _status(signature, lasting.contexts())
    stamp = status.timestamp_validity
    stamp_good = stamp is None or bool(stamp.intact and stamp.valid and stamp.trusted)
    sound = status.intact and status.valid
    if sound and not status.trusted and stamp is not None and stamp.intact and stamp.valid:
        # Judge it as of its time-stamp: a certificate that expired afterwards does not matter.
        status = await _status(signature, lasting.contexts(stamp.timestamp))
        stamp = status.timestamp_validity
        stamp_good = bool(stamp and stamp.intact and stamp.valid and stamp.trusted)
    intact = bool(status.intact and status.valid and _container_is_clean(pdf, signature))
    added_well = whole and (
        status.coverage == SignatureCoverageLevel.ENTIRE_FILE
        or (status.docmdp_ok is True and status.coverage == SignatureCoverageLevel.ENTIRE_REVISION)
    )
    trusted = bool(status.trusted and await _others_hold(signature, lasting.given))
    if not intact:
        word = "changed"
    elif not added_well:
        word = "added"
    elif not (stamp_good and stamps_hold):
        word = "stamp"
    else:
        word = "valid" if trusted else "untrusted"
    level: Level = "B-B" if stamp is None else "B-T"
    if level == "B-T" and archived and lasting.store is not None:
        level = "B-LTA"
    facts = facts_of(signature.signer_cert.dump())
    return SignatureVerdict(
        field="".join(signature.field_name),  # a str of its own class
        signer_name=facts.common_name,
        signer_subject=facts.subject,
        signed_at=stamp.timestamp if stamp else status.signer_reported_dt,
        timestamped=stamp is not None and stamp_good,
        level=level,
        intact=intact,
        trusted=trusted,
        covers_all=added_well,
        valid=word == "valid",
        text=_WORDS[word],
    )


async def _status(signature: Any, contexts: list[Any]) -> Any:
    return await _first(
        async_validate_pdf_signature, signature, contexts, key_usage_settings=_USAGE
    )


def _end(signature: Any) -> int:
    return int(signature.byte_range[2]) + int(signature.byte_range[3])


def _container_is_clean(pdf: bytes, signature: Any) -> bool:
    """Tell whether the container is hex digits of one case, with only zeros after the signature.

    The container is the only part of the file that the signature does not cover; see also
    envelopes.py.
    """
    start, length, second, _ = (int(part) for part in signature.byte_range)
    gap = pdf[start + length : second]
    digits = gap[1:-1]
    if gap[:1] != b"<" or gap[-1:] != b">" or digits not in (digits.upper(), digits.lower()):
        return False
    try:
        content = bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return False
    end = _der_length(content)
    return not any(content[end:]) and is_exact(content[:end]) and _names_its_signer(signature)


def _names_its_signer(signature: Any) -> bool:
    """Tell whether the signer is named with the same bytes as in the signer's certificate.

    Otherwise names would be compared loosely (RFC 5280 §7.1).
    """
    named = signature.signer_info["sid"].chosen
    return (
        not isinstance(named, cms.IssuerAndSerialNumber)
        or named["issuer"].dump() == signature.signer_cert.issuer.dump()
    )


def _der_length(data: bytes) -> int:
    """Return the length of the first DER value (X.690 §8.1.3), including its head."""
    first = data[1]
    if first < 0x80:
        return 2 + first
    count = first & 0x7F
    return 2 + count + int.from_bytes(data[2 : 2 + count], "big")
