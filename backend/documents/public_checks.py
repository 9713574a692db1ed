"""Words and addresses of the public check of papers, whichever record they belong to."""

from datetime import date

from backend.core import keys
from backend.core.settings import Settings
from backend.documents import forms
from backend.documents.rules import signing as rules
from backend.documents.rules import statements
from schemas.core.problems import Text
from schemas.documents.signatures import PublicDocument, PublicState

STATES: dict[PublicState, Text] = {
    "valid": Text(vi="Văn bản có hiệu lực", en="This document is in force"),
    "awaiting_comparison": Text(
        vi="Cơ quan ban hành báo đã ký trên bản giấy, chờ đối chiếu; văn bản có hiệu lực từ khi ký",
        en="Reported as signed by hand, waiting for comparison; it is in force from its signing",
    ),
    "sent_back": Text(
        vi="Chưa xác nhận văn bản có hiệu lực: bản quét đã bị trả lại. Hãy hỏi cơ quan ban hành.",
        en="Not confirmed to be in force: its scan was sent back. Ask the issuer.",
    ),
    "suspended": Text(
        vi="Văn bản còn hiệu lực nhưng đang tạm đình chỉ thi hành",
        en="This document is in force, but is not carried out for now: it is suspended",
    ),
    "lapsed": Text(
        vi="Văn bản đã hết hiệu lực: không thực hiện trong thời hạn",
        en="This document has lapsed: it was not acted upon in time",
    ),
    "replaced": Text(vi="Văn bản đã được thay thế", en="This document was replaced by another"),
    "cancelled": Text(vi="Văn bản đã bị hủy bỏ", en="This document was annulled"),
    "void": Text(
        vi="Văn bản không có giá trị: số văn bản đã hủy",
        en="This document is void: its number was voided",
    ),
    "unproven": Text(
        vi="Không chứng minh được từ sổ; hãy hỏi cơ quan ban hành.",
        en="Not proven by the ledger; ask the issuer.",
    ),
}
_EXTENDED = Text(
    vi="Văn bản có hiệu lực, thời hạn đã được gia hạn",
    en="This document is in force, for a longer time",
)
_AMENDED = Text(
    vi="Văn bản có hiệu lực, đã được sửa đổi: xem cùng văn bản dưới đây",
    en="This document is in force as amended: read it with the document below",
)
_BOTH = Text(
    vi="Văn bản có hiệu lực, đã được sửa đổi, thời hạn đã được gia hạn: xem cùng văn bản dưới đây",
    en="This document is in force as amended, and for a longer time: read it with the documents below",
)
_public_url = "http://127.0.0.1:8000"


def start(settings: Settings) -> None:
    """Store the public address."""
    global _public_url
    _public_url = settings.public_url


def in_force(amended: bool, extended: bool) -> Text:
    """Return the words for a paper in force that others amended or gave more time."""
    if amended:
        return _BOTH if extended else _AMENDED
    return _EXTENDED if extended else STATES["valid"]


def address() -> str:
    """Return the public address of this installation, without a slash at the end."""
    return _public_url.rstrip("/")


def qr_url(code: str) -> str:
    """Return the address for a paper's QR code."""
    return rules.verify_url(_public_url, code)


def statement(
    code: str | None,
    form: str,
    number: str | None,
    issued_on: date | None,
    issuer: str,
    digest: str,
    *,
    before_signing: bool = False,
) -> str | None:
    """Sign what the server states of a paper, for its QR code; None while something of it is missing.

    `digest` is the content's hash (SHA-256, hex). `before_signing` says that the file leaves
    unsigned. The receipt key signs: phones have it, old ones too.
    """
    if not (code and number and issued_on and digest):
        return None
    signer = keys.current()
    before = statements.body(
        statements.Statement(
            key_id=signer.key_id,
            issued_on=issued_on,
            content_mark=digest[:16],
            form=form,
            number=number,
            issuer=issuer,
            before_signing=before_signing,
        )
    )
    signature = signer.sign_bytes(statements.signed_bytes(code, before))
    return statements.pack(before, signature)


def form_names(form: str, version: int) -> Text:
    """Return the name of a form; its code if the form is not installed."""
    try:
        schema = forms.load(form, version)
    except forms.FormUnknown:
        return Text(vi=form, en=form)
    names = schema.get("x-title", {})
    title = schema.get("title", form)
    return Text(vi=names.get("vi", title), en=names.get("en", title))


def level_words(level: str) -> Text | None:
    """Return what a signature level means; None for a paper without a digital signature."""
    return {str(known): text for known, text in rules.LEVEL_WORDS.items()}.get(level)


def unproven(code: str, why: Text | None = None) -> PublicDocument:
    """Return the answer for a record that is not proven: nothing of it is repeated.

    `why`: it rests on a stolen key. As far as anybody knows there is nothing wrong with the paper
    itself.
    """
    words = STATES["unproven"]
    if why is not None:
        words = Text(
            vi=f"{words.vi} Lý do: {why.vi}.",
            en=f"{words.en} The reason: {why.en}.",
        )
    return PublicDocument(
        code=code,
        state="unproven",
        state_text=words,
        form="",
        form_name=Text(vi="Văn bản", en="Document"),
        number=None,
        issued_on=None,
        issuer_name=None,
        issuer_title=None,
        issuer_unit=None,
        issuer_superior=None,
        sha256=None,
        size=None,
        signature_level=None,
        signature_text=None,
        signer_name=None,
        party_name=None,
        replaced_by=None,
        cancelled_by=None,
        amended_by=[],
        links=[],
        content_mark=None,
        content_sha256=None,
    )
