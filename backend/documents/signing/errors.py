"""Errors of signing, with sentences for the officer who types the passphrase.

DomainError
├── Invalid
│   ├── PassphraseWrong      422  nothing was signed or stored
│   ├── CertificateRefused   422  its code says why: expired, revoked, foreign, wrong purpose, untrusted
│   ├── CertificateFileBad   422  no PKCS#12, or one without a key
│   ├── CertificateFileUnreadable 422  no X.509 certificate
│   ├── CertificateFileHeavy 422  one that needs more work than any legitimate file
│   └── PdfUnreadable        422
├── NotFound
│   └── NoCertificate        404
├── TooMany
│   └── PassphraseTries      429  five wrong ones in a quarter of an hour
└── Unavailable
    ├── TokenMissing         503  the PKCS#11 token is not there
    └── LevelUnreachable     503  no time-stamp, though the installation demands one
"""

from backend.core.errors import Conflict, Invalid, NotFound, TooMany, Unavailable
from schemas.core.problems import Text


class PassphraseWrong(Invalid):
    """The passphrase of the PKCS#12 file, or the PIN of the token, is wrong."""

    code = "passphrase_wrong"
    text_vi = "Mật khẩu chữ ký số hoặc mã PIN không đúng. Chưa ký gì; hãy nhập lại."
    text_en = "The passphrase or PIN is wrong. Nothing was signed; enter it again."


class TokenLocked(Invalid):
    """The token refuses every PIN after too many wrong ones."""

    code = "token_locked"
    text_vi = (
        "Thiết bị ký số đã khóa vì nhập sai mã PIN nhiều lần. Hãy liên hệ nhà cung cấp chứng thư."
    )
    text_en = "The token is locked after too many wrong PINs. Ask the provider of the certificate."


class CertificateFileBad(Invalid):
    """Not a PKCS#12 file, or its certificate or key is missing."""

    code = "certificate_file_bad"
    text_vi = "Tệp này không phải chứng thư PKCS#12 có khóa bí mật. Hãy chọn lại tệp."
    text_en = "This is not a PKCS#12 file with a certificate and its key. Choose another."


class CertificateFileUnreadable(Invalid):
    """Not one X.509 certificate in DER or PEM."""

    code = "certificate_file_unreadable"
    text_vi = (
        "Tệp này không phải một chứng thư số công khai (.cer, .crt, .pem). Hãy xuất chứng thư (không kèm khóa) từ phần "
        "mềm của USB Token hoặc SIM ký số rồi chọn lại."
    )
    text_en = (
        "This is not one public certificate (.cer, .crt, .pem). Export the certificate, without its key, from the "
        "software of the token or SIM, and choose it again."
    )


class CertificateFileHeavy(Invalid):
    """The file's iterations, parts or algorithms exceed our bounds (pkcs12_bounds.py)."""

    code = "certificate_file_heavy"
    text_vi = (
        "Tệp chứng thư này đòi hỏi tính toán vượt giới hạn (số vòng lặp, số phần hoặc thuật toán). "
        "Hãy xuất lại tệp bằng phần mềm của nhà cung cấp với thiết đặt mặc định."
    )
    text_en = (
        "This certificate file needs more computation than is allowed (iterations, parts or algorithms). Export it "
        "again by the provider's software with its default settings."
    )


class CertificateRefused(Invalid):
    """The certificate may not sign for this officer; the code says why."""

    code = "certificate_refused"


_REFUSALS: dict[str, tuple[str, str]] = {
    "certificate_expired": (
        "Chứng thư số đã hết hạn. Hãy dùng chứng thư còn hiệu lực.",
        "The certificate has expired. Use one that is valid.",
    ),
    "certificate_not_yet_valid": (
        "Chứng thư số chưa đến ngày có hiệu lực.",
        "The certificate is not valid yet.",
    ),
    "certificate_held": (
        "Chứng thư số này tạm không ký được vì mật khẩu hoặc mã xác thực (OTP) của bạn đã được cấp lại. Hãy đăng ký "
        "lại chứng thư số đó ở mục Chứng thư số.",
        "This certificate cannot sign for now: your password or one-time codes were reset. Register it again under "
        "certificates.",
    ),
    "certificate_revoked": (
        "Chứng thư số đã bị thu hồi.",
        "The certificate has been revoked.",
    ),
    "certificate_foreign": (
        "Chứng thư số đứng tên người khác, không phải công chức này.",
        "The certificate is in somebody else's name, not this officer's.",
    ),
    "certificate_wrong_purpose": (
        "Chứng thư số này không được cấp để ký văn bản.",
        "This certificate was not issued for signing documents.",
    ),
    "certificate_untrusted": (
        "Chứng thư số không do tổ chức được hệ thống tin cậy cấp.",
        "The certificate was not issued by an organisation that this system trusts.",
    ),
    "certificate_other_body": (
        "Chứng thư số không đứng tên đơn vị này, hoặc đơn vị chưa đăng ký nó. Nếu đúng là của đơn vị, người quản trị "
        "đăng ký và ghi lý do tên khác.",
        "The certificate does not name this unit, or the unit did not register it. If it is the unit's, an "
        "administrator registers it and gives the reason for the other name.",
    ),
    "certificate_known": (
        "Chứng thư số này đã được đăng ký.",
        "This certificate is already registered.",
    ),
}


def certificate_refused(code: str) -> CertificateRefused:
    """Make a CertificateRefused with the sentences of its code."""
    vi, en = _REFUSALS[code]
    return CertificateRefused(code=code, text=Text(vi=vi, en=en))


class PassphraseTries(TooMany):
    """There were too many wrong passphrases of one key.

    No passphrase is tried until the wait is over.
    """

    code = "passphrase_tries"
    text_vi = (
        "Đã nhập sai mật khẩu chữ ký số hoặc mã PIN nhiều lần. Chưa ký gì. Hãy đợi {minutes} phút rồi thử lại; "
        "nếu quên mật khẩu, hãy thu hồi chứng thư này và đăng ký chứng thư khác."
    )
    text_en = (
        "The passphrase or PIN was wrong too often. Nothing was signed. Wait {minutes} minutes, then try again; "
        "if it is forgotten, revoke this certificate and register another."
    )


class NoCertificate(NotFound):
    """This officer has no certificate that may sign now."""

    code = "no_certificate"
    text_vi = "Chưa có chứng thư số còn hiệu lực cho công chức này. Hãy đăng ký chứng thư, hoặc ký trên bản giấy."
    text_en = "This officer has no certificate that is valid now. Enrol one, or sign on paper."


class FileLocked(Conflict):
    """A signature in the file certifies it, so that nothing may be added (DocMDP, ISO 32000-1, 12.8.2.2)."""

    code = "file_locked"
    text_vi = (
        "Chữ ký đã có trong tệp khóa tệp, không cho thêm chữ ký nào. Chưa ghi gì. Hãy đóng dấu mực lên bản in, hoặc "
        "người ký ký lại bằng chữ ký không khóa tệp."
    )
    text_en = (
        "A signature in the file locks it and allows no other. Nothing was entered. Put ink on a print, or let the "
        "signer sign again without the lock."
    )


class SealPictureWrong(Invalid):
    """The picture of a seal is no PNG with a transparent ground, or too large."""

    code = "seal_picture_wrong"
    text_vi = (
        "Hình dấu phải là tệp PNG nền trong suốt, nhiều nhất 500 kB và 3000 điểm mỗi chiều; cỡ dấu từ 15 đến 60 mm. "
        "Chưa ghi gì. Hãy chọn lại, hoặc bỏ trống."
    )
    text_en = (
        "The picture of the seal must be a PNG with a transparent ground, of at most 500 kB and 3000 dots each way; "
        "the seal is 15 to 60 mm wide. Nothing was entered. Choose another, or leave it out."
    )


class PdfUnreadable(Invalid):
    """Not a PDF, or so damaged that its signatures cannot be found."""

    code = "pdf_unreadable"
    text_vi = "Tệp không phải PDF, hoặc đã hỏng. Hãy chọn tệp khác."
    text_en = "The file is not a PDF, or is damaged. Choose another."


class TokenMissing(Unavailable):
    """The module cannot be loaded, or no such token or key is plugged in."""

    code = "token_missing"
    text_vi = "Không tìm thấy thiết bị ký số hoặc khóa trên thiết bị. Hãy kiểm tra kết nối."
    text_en = "The signing token, or the key on it, was not found. Check that it is plugged in."


class LevelUnreachable(Unavailable):
    """The level that the installation demands (HIENTRUONG_SIGNATURE_LEVEL) cannot be reached now."""

    code = "signature_level_unreachable"
    text_vi = (
        "Chưa ký: dịch vụ cấp dấu thời gian hoặc thông tin thu hồi chưa sẵn sàng. Hãy thử lại."
    )
    text_en = (
        "Not signed: the time-stamp service or revocation information cannot be reached. Try again."
    )
