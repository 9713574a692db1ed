"""PAdES signatures (ETSI EN 319 142-1) by pyHanko, at the highest level that can be reached.

The level is B-LTA if there are a time-stamp and revocation information for every certificate, else
B-T, else B-B; the result states it. The PDF is only appended to. Its bytes stay a prefix, so that
earlier signatures remain valid.
"""

import hashlib
import io
from datetime import datetime
from typing import Any

import msgspec
import structlog
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, TimestampDSSContentSettings
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.errors import PathError, ValidationError

from backend.core import clock
from backend.documents.rules import signing as rules
from backend.documents.signing import lanes, trust
from backend.documents.signing.errors import FileLocked, LevelUnreachable, PdfUnreadable
from backend.documents.signing.opening import OpenedCertificate
from backend.documents.signing.trust import Trust
from schemas.documents.signatures import Level

_LOG = structlog.get_logger(__name__)
_NO_LEVEL = (TimestampRequestError, SigningError, PathError, ValidationError, OSError)
"""Errors after which the next level is tried: the time-stamp service does not answer, or revocation
information is missing."""

_DSS = DSSContentSettings(
    include_vri=False,
    next_ts_settings=TimestampDSSContentSettings(include_vri=False, update_before_ts=True),
)
"""All validation data is written before the last time-stamp, so that this covers the whole file."""


class SignedPdf(msgspec.Struct, frozen=True, kw_only=True):
    """A signed PDF and the level of its signature."""

    data: bytes
    level: Level
    signed_at: datetime
    sha256: str


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What a signature shows, and where."""

    page: int
    """From 0."""
    box: tuple[int, int, int, int]
    """Left, bottom, right, top, in points from the lower left corner."""
    picture: bytes
    """A PDF of one page, which fills the box."""


async def sign_pdf(
    pdf: bytes,
    signer: OpenedCertificate,
    reason: str,
    location: str,
    field: str,
    given: Trust | None = None,
    shown: Shown | None = None,
) -> SignedPdf:
    """Sign a PDF in a new field of this name.

    Without `shown` the field is invisible, because the paper itself has a place for the signer. The caller has
    checked the certificate (service.open_certificate does). Raises PdfUnreadable, FileLocked, TokenMissing, and
    LevelUnreachable if the installation demands a higher level than can be reached.
    """
    return await lanes.run(
        "signing", _sign, pdf, signer, reason, location, field, given or trust.current(), shown
    )


def _sign(
    pdf: bytes,
    signer: OpenedCertificate,
    reason: str,
    location: str,
    field: str,
    given: Trust,
    shown: Shown | None,
) -> SignedPdf:
    stamper = given.time_stamper()
    possible: list[Level] = ["B-LTA", "B-T", "B-B"] if stamper and given.roots else ["B-B"]
    if stamper and not given.roots:
        possible = ["B-T", "B-B"]
    for level in possible:
        if rules.LEVELS.index(level) < rules.LEVELS.index(given.at_least):
            break
        try:
            meta = _meta(level, reason, location, field, given)
            data = _sign_at(level, pdf, signer, meta, given, shown)
        except PdfError as error:
            raise PdfUnreadable from error
        except _NO_LEVEL as error:
            if _is_locked(error):
                raise FileLocked from error
            if level == "B-B":
                raise
            _LOG.warning("signature_level_not_reached", level=level, error=str(error)[:300])
            continue
        return SignedPdf(
            data=data,
            level=level,
            signed_at=clock.now(),
            sha256=hashlib.sha256(data).hexdigest(),
        )
    raise LevelUnreachable


def _is_locked(error: Exception) -> bool:
    """Tell whether an earlier signature forbids another (DocMDP), by pyHanko's words."""
    return isinstance(error, SigningError) and "forbids" in str(error)


def _meta(level: Level, reason: str, location: str, field: str, given: Trust) -> Any:
    long_term = level == "B-LTA"
    return signers.PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
        location=location,
        embed_validation_info=long_term,
        use_pades_lta=long_term,
        # "require": B-LTA promises revocation information for every link.
        validation_context=given.context(revocation_mode="require") if long_term else None,
        dss_settings=_DSS,
        signer_key_usage=set(),  # checked before, by rules.objection
    )


class _Page(PdfContent):
    """The first page of a PDF in memory, as the appearance of a field."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        super().__init__()

    def render(self) -> bytes:
        """Import the page, and return how it is drawn."""
        writer: Any = self.writer
        form = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._data)))
        self.resources.xobject["/Shown"] = form
        left, bottom, right, top = (float(one) for one in form.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Shown Do"


def _style(shown: Shown) -> StaticStampStyle:
    return StaticStampStyle(
        background=_Page(shown.picture),
        background_opacity=1.0,
        background_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID
        ),
        border_width=0,
    )


def _sign_at(
    level: Level,
    pdf: bytes,
    opened: OpenedCertificate,
    meta: Any,
    given: Trust,
    shown: Shown | None,
) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    stamper = None if level == "B-B" else given.time_stamper()
    with opened.signer() as signer:
        pdf_signer = signers.PdfSigner(
            meta,
            signer=signer,
            timestamper=stamper,
            new_field_spec=SigFieldSpec(
                meta.field_name,
                on_page=shown.page if shown else 0,
                box=shown.box if shown else None,
            ),
            stamp_style=_style(shown) if shown else None,
        )
        out: io.BytesIO = pdf_signer.sign_pdf(writer)
    return out.getvalue()
