"""Errors about what officers do to their own access; see errors.py for those about signing in."""

from backend.core.errors import Invalid, NotAllowed


class PasswordNowWrong(Invalid):
    """The password that is to be replaced is not the officer's."""

    code = "password_now_wrong"
    text_vi = "Mật khẩu hiện tại không đúng. Mật khẩu chưa đổi: hãy nhập lại."
    text_en = "The present password is wrong. Nothing was changed: type it again."


class PasswordSame(Invalid):
    """The new password is the present one."""

    code = "password_same"
    text_vi = "Mật khẩu mới giống mật khẩu hiện tại. Hãy chọn mật khẩu khác."
    text_en = "The new password is the present one. Choose another."


class LostProofOver(NotAllowed):
    """What stood for password and recovery code on the page before is older than ten minutes, or no proof of ours."""

    code = "lost_proof_over"
    text_vi = (
        "Đã quá mười phút. Chưa báo mất máy nào: hãy nhập lại mật khẩu và một mã khôi phục khác."
    )
    text_en = (
        "More than ten minutes passed. No phone was reported: "
        "type the password and another recovery code again."
    )
