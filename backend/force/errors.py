"""Errors about people, credentials, sessions and devices.

    CredentialsWrong     401  name, password or code is wrong; the answer never says which
    SessionOfLostPart    401  a token unknown since a restore: signing in again brings everything back
    CodeUsed             401  right, but this one-time code was accepted before
    OfficerDisabled      403  answered only after both factors were right
    DeviceKeyMismatch    409  a known device came with another key
    DeviceRevoked        403  the device may not be used any more
    DevicePending        403  the device is new to this officer and waits for an approval
    SessionOfRevoked     401  a refresh on a device that was revoked: the phone can say why
    SessionOfDisabled    401  a refresh by an officer whose account was disabled
    DeviceKeyInvalid     422  not a public point of P-256
    PasswordTooWeak      422  too short, too long or too few different characters
    PasswordCommon       422  many people use it, or such a one with decorations
    PasswordOwn          422  made of what is known of its owner
    PasswordsDiffer      422  the repetition is not the same
    CodeWrong            422  the code that should confirm a new seed does not
    FieldOnly            403  at the desk, while a reset waits for a second person
    HandedCodeWrong      422  not the code that the confirmer of a reset hands over
    PasskeyWrong         422  not an answer of a passkey of this officer to this session's challenge
    PasskeyLate          422  no challenge waits: it was answered already, or five minutes passed
    PasskeyUnusable      422  what a browser made is no passkey that can be kept
    PasskeyNone          409  the officer has no passkey to confirm by
    PasskeysOff          409  passkeys cannot be used at this address
    EnrolmentDead        404  used, expired, replaced or never issued
    AdministratorExists  409  the first administrator was made already
    NotSoleAdministrator 409  the command line resets a sole administrator only

Lockouts are backend.core.errors.TooMany with the minutes to wait.
"""

from backend.core.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound, NotSignedIn
from schemas.core.problems import Text


class CredentialsWrong(NotSignedIn):
    """Name, password or code is wrong; the text is the same, so that none of them can be probed."""

    code = "credentials_wrong"
    text_vi = (
        "Tên đăng nhập, mật khẩu hoặc mã xác thực (OTP) không đúng. Kiểm tra lại; nếu mã vẫn sai, "
        "hãy bật giờ tự động trên điện thoại tạo mã."
    )
    text_en = (
        "User name, password or one-time code is wrong. Check them; if the code stays wrong, "
        "set the phone that makes it to automatic time."
    )


class CodeUsed(NotSignedIn):
    """RFC 6238 §5.2: a code is accepted once. Answered only if the password was right too."""

    code = "code_used"
    text_vi = "Mã xác thực (OTP) này đã được dùng. Hãy đợi mã tiếp theo (tối đa 30 giây)."
    text_en = (
        "This one-time code has already been used. Wait for the next one (30 seconds at most)."
    )


class OfficerDisabled(NotAllowed):
    """The account was disabled by an administrator."""

    code = "officer_disabled"
    text_vi = (
        "Tài khoản đã bị khóa. Hãy liên hệ người quản trị của đơn vị. Nếu điện thoại còn việc chưa gửi, "
        "đừng gỡ ứng dụng: xuất tệp chưa gửi rồi nộp cho đơn vị, không việc nào bị mất."
    )
    text_en = (
        "This account is disabled. Please speak to your unit's administrator. If the phone still holds unsent work, "
        "do not remove the app: export the rescue file and hand it in at your unit; nothing is lost."
    )


class DeviceKeyMismatch(Conflict):
    """A device keeps its key for life: another key under its id is another device, or a theft."""

    code = "device_key_mismatch"
    text_vi = (
        "Thiết bị này đã đăng ký với khóa khác. Hãy đăng nhập lại để đăng ký thiết bị mới; "
        "đừng gỡ ứng dụng khi còn việc chưa gửi: xuất tệp chưa gửi trước."
    )
    text_en = (
        "This device is enrolled with another key. Sign in again to enrol a new device; "
        "do not remove the app while work is unsent: export the rescue file first."
    )


class DeviceRevoked(NotAllowed):
    """Revoked by an administrator, with a reason that the desk shows."""

    code = "device_revoked"
    text_vi = (
        "Thiết bị này đã bị thu hồi quyền. Hãy liên hệ người quản trị của đơn vị. Nếu còn việc chưa gửi, "
        "đừng gỡ ứng dụng: xuất tệp chưa gửi rồi nộp cho đơn vị, không việc nào bị mất."
    )
    text_en = (
        "This device was revoked. Please speak to your unit's administrator. If work is still unsent, "
        "do not remove the app: export the rescue file and hand it in at your unit; nothing is lost."
    )


class SessionOfRevoked(NotSignedIn):
    """A refresh on a revoked device; answered only to holders of a refresh token of that device.

    A plain "sign in again" would send an officer on site in circles.
    """

    code = "session_device_revoked"
    text_vi = DeviceRevoked.text_vi
    text_en = DeviceRevoked.text_en


class SessionOfDisabled(NotSignedIn):
    """A refresh by a disabled account; otherwise as SessionOfRevoked."""

    code = "session_officer_disabled"
    text_vi = OfficerDisabled.text_vi
    text_en = OfficerDisabled.text_en


class SessionOfLostPart(NotSignedIn):
    """A token that this database never gave, while a recent restore may have lost it.

    The text says why, and what signing in does. It tells a stranger no more than that there was a
    restore.
    """

    code = "session_of_lost_part"
    text_vi = (
        "Máy chủ đã được khôi phục về một thời điểm trước đó nên không còn biết phiên làm việc này. Hãy đăng nhập lại: "
        "sau đó điện thoại tự gửi lại những gì máy chủ thiếu."
    )
    text_en = (
        "The server was restored to an earlier moment and no longer knows this session. Sign in again: the phone "
        "then sends again by itself what the server lacks."
    )


class DeviceKeyInvalid(Invalid):
    """Not the JWK of a P-256 public key (RFC 7518 §6.2), or a point that is not on the curve."""

    code = "device_key_invalid"
    text_vi = "Khóa công khai của thiết bị không hợp lệ (cần JWK EC, P-256). Hãy cập nhật ứng dụng."
    text_en = (
        "The device's public key is not valid (a JWK of type EC, P-256 is needed). Update the app."
    )


class PasswordTooWeak(Invalid):
    """The password is too short or long, or repeats few characters. OWASP ASVS 5.0 §6.2."""

    code = "password_too_weak"
    text_vi = (
        "Mật khẩu cần từ 12 đến 128 ký tự và ít nhất 5 ký tự khác nhau. Hãy chọn một câu dễ nhớ."
    )
    text_en = (
        "A password needs 12 to 128 characters, at least 5 different ones. "
        "Choose a sentence that you remember."
    )


class PasswordCommon(Invalid):
    """The password is one that many people use, or such a one with decorations."""

    code = "password_common"
    text_vi = (
        "Mật khẩu này dễ đoán: “{part}” là mật khẩu nhiều người dùng, thêm số hay ký hiệu vẫn đoán được. "
        "Hãy chọn một câu riêng của bạn, ví dụ bốn từ không liên quan."
    )
    text_en = (
        "This password is easy to guess: “{part}” is used by many people, and digits or signs around it do not help. "
        "Choose a sentence of your own, such as four words that have nothing to do with each other."
    )


class PasswordOwn(Invalid):
    """The password is made of what colleagues know of its owner: name, user name, unit, number."""

    code = "password_own"
    text_vi = (
        "Mật khẩu này dễ đoán: “{part}” là tên, tên đăng nhập, số hiệu hoặc đơn vị của bạn. "
        "Hãy chọn một câu không nói về bạn hay cơ quan."
    )
    text_en = (
        "This password is easy to guess: “{part}” is your name, user name, number or unit. "
        "Choose a sentence that is not about you or the office."
    )


class PasswordsDiffer(Invalid):
    """The repeated password differs from the first."""

    code = "passwords_differ"
    text_vi = "Hai lần nhập mật khẩu không giống nhau. Hãy nhập lại."
    text_en = "The two passwords are not the same. Type them again."


class CodeWrong(Invalid):
    """The authenticator shows another code: it was not set up, or its clock is wrong."""

    code = "code_wrong"
    text_vi = (
        "Mã xác thực (OTP) không đúng. Hãy bật giờ tự động trên điện thoại, rồi nhập mã đang hiện. "
        "Nếu đang cài đặt lần đầu, hãy quét lại mã QR."
    )
    text_en = (
        "The one-time code is wrong. Set the phone's clock to automatic and type the code that is shown now. "
        "If you are setting it up, scan the QR code again."
    )


class CodeUsedUp(Invalid):
    """A code is accepted once; said on a session that goes on, where 401 would end it."""

    code = "code_used_up"
    text_vi = CodeUsed.text_vi
    text_en = CodeUsed.text_en


class PasskeyWrong(Invalid):
    """Whatever is wrong about it; the text is the same, so that nothing can be probed."""

    code = "passkey_wrong"
    text_vi = (
        "Không xác nhận được bằng khóa truy cập này. Hãy thử lại, hoặc nhập mã xác thực (OTP). Nếu khóa đã gỡ khỏi tài "
        "khoản của bạn thì không dùng được nữa."
    )
    text_en = (
        "This passkey did not confirm it. Try again, or type a one-time code. A passkey that was removed from your "
        "account is of no use any more."
    )


class PasskeyLate(Invalid):
    """A challenge is answered once, within five minutes, in the session that asked for it."""

    code = "passkey_late"
    text_vi = "Đã quá năm phút, hoặc lần này đã dùng rồi. Hãy bấm nút khóa truy cập một lần nữa."
    text_en = (
        "Five minutes have passed, or this one was used already. Press the passkey button again."
    )


class PasskeyUnusable(Invalid):
    """Of another site, made without unlocking, of a kind that we do not take, or damaged."""

    code = "passkey_unusable"
    text_vi = (
        "Khóa truy cập này không dùng được: trình duyệt phải tạo khóa cho đúng địa chỉ này và hỏi vân tay, khuôn mặt "
        "hoặc mã PIN của máy. Hãy làm lại với một máy có khóa màn hình."
    )
    text_en = (
        "This passkey cannot be used: the browser has to make it for this very address, and to ask for the "
        "fingerprint, face or PIN of the machine. Do it again with a machine that has a screen lock."
    )


class PasskeyNone(Conflict):
    """Removed in another window, or ended with the credentials, since the page was opened."""

    code = "passkey_none"
    text_vi = "Bạn không còn khóa truy cập nào. Hãy dùng mã xác thực (OTP)."
    text_en = "You have no passkey any more. Use a one-time code."


class PasskeysOff(Conflict):
    """Browsers give passkeys only to pages of the domain for which they were made."""

    code = "passkeys_off"
    text_vi = "Tại địa chỉ này không dùng được khóa truy cập. Hãy dùng mã xác thực (OTP)."
    text_en = "Passkeys cannot be used at this address. Use a one-time code."


class FieldOnly(NotAllowed):
    """The account is open for work on site only. Answered only after both factors were right."""

    code = "field_only"
    text_vi = (
        "Tài khoản này đang mở riêng cho việc hiện trường trên điện thoại: "
        "việc cấp lại chưa được người thứ hai xác nhận. Hãy nhờ thủ trưởng hoặc người quản trị khác xác nhận."
    )
    text_en = (
        "This account is open for field work on the phone only: no second person has confirmed its reset yet. Ask "
        "your head or another administrator to confirm it."
    )


class HandedCodeNeeded(NotAllowed):
    """Credentials set on site before anybody confirmed their reset need the confirmer's code.

    Answered only after both factors were right.
    """

    code = "handed_code_needed"
    text_vi = (
        "Việc cấp lại của bạn đã được người thứ hai xác nhận. Hãy nhập lại mật khẩu, nhập mã xác thực (OTP) mới trong "
        "ứng dụng, và nhập thêm mã xác nhận tám chữ số do người đó trao tận tay (chỉ một lần này). Trước đó tài khoản "
        "chỉ dùng được cho việc hiện trường trên điện thoại."
    )
    text_en = (
        "A second person has confirmed your reset. Type your password again, then the next one-time code from your "
        "app, and the eight-digit confirmation code that this person handed you (only this once). Until then you can "
        "use the account only for field work on the phone."
    )


class HandedCodeWrong(Invalid):
    """Not the confirmer's code, without which a reset's link opens nothing."""

    code = "handed_code_wrong"
    text_vi = "Mã xác nhận không đúng. Hãy hỏi lại người đã xác nhận yêu cầu cấp lại cho bạn."
    text_en = (
        "The confirmation code is wrong. Ask the person who confirmed your reset for it again."
    )


class EnrolmentDead(NotFound):
    """The address is used, expired, replaced or was never issued; the answer never says which."""

    code = "enrolment_dead"
    text_vi = "Đường dẫn này đã dùng, đã hết hạn hoặc không đúng. Hãy xin người quản trị cấp lại."
    text_en = "This link was used, has expired or is wrong. Ask an administrator for a new one."


class DevicePending(NotAllowed):
    """Both factors were right, but the officer's unit demands an approval of this new device."""

    code = "device_pending"
    text_vi = (
        "Thiết bị này mới với tài khoản của bạn và đang chờ phê duyệt. Hãy báo {who}, rồi đăng nhập lại bằng mã xác "
        "thực (OTP) mới. Dữ liệu đã có trên máy vẫn còn nguyên."
    )
    text_en = (
        "This device is new to your account and waits for approval. Ask {who}, then sign in again with a new one-time "
        "code. What is on the phone stays there."
    )

    def __init__(self, *, who: Text) -> None:
        """`who` names those who may approve it."""
        super().__init__(
            text=Text(vi=self.text_vi.format(who=who.vi), en=self.text_en.format(who=who.en))
        )


class AdministratorExists(Conflict):
    """The command line makes only the first administrator; the others are made at the desk."""

    code = "administrator_exists"
    text_vi = "Đã có người quản trị. Hãy thêm người quản trị khác tại bàn làm việc."
    text_en = "There is already an administrator. Add others at the desk."


class NotSoleAdministrator(Conflict):
    """The command line resets only administrators whom no other administrator can reset."""

    code = "not_sole_administrator"
    text_vi = "Người này không phải người quản trị duy nhất. Hãy để người quản trị khác đề nghị cấp lại tại bàn."
    text_en = "This person is not the only administrator. Let another administrator ask for the reset at the desk."


__all__ = [
    "AdministratorExists",
    "CodeUsed",
    "CodeWrong",
    "CredentialsWrong",
    "DeviceKeyInvalid",
    "DeviceKeyMismatch",
    "DevicePending",
    "DeviceRevoked",
    "DomainError",
    "EnrolmentDead",
    "FieldOnly",
    "HandedCodeNeeded",
    "HandedCodeWrong",
    "NotSoleAdministrator",
    "OfficerDisabled",
    "PasswordCommon",
    "PasswordOwn",
    "PasswordTooWeak",
    "PasswordsDiffer",
    "SessionOfDisabled",
    "SessionOfRevoked",
]


class NoLetters(Conflict):
    """Meanwhile all of them signed in, left, or gained a power."""

    code = "no_letters"
    text_vi = "Không còn ai trong danh sách này cần thư kích hoạt. Hãy tải lại trang để xem danh sách mới."
    text_en = "Nobody in this list needs an activation letter any more. Reload the page to see the new list."
