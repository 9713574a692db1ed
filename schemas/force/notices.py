"""What a notice is for the person who gets it. Vietnamese terms are in docs/glossary.md."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What happened, seen by the officer who is told: each may be set apart for desk and phone.

    Which record a notice leads to is another question: its `kind` and `record_id` say that.
    """

    SUBMITTED = "submitted"
    """Trình: something waits for this officer's opinion, ruling or signature."""
    RETURNED = "returned"
    """Trả lại: what this officer drafted, proposed or submitted came back to be mended."""
    SUPPLEMENT = "supplement"
    """Yêu cầu bổ sung: photographs, papers or an answer are missing from a file."""
    AGREED = "agreed"
    """Đồng ý: with a draft, or with the handling that was proposed."""
    APPROVED = "approved"
    """Phê duyệt: it was approved or signed, and is in force."""
    REFUSED = "refused"
    """Không phê duyệt: it was refused, or a draft was given up."""
    ASSIGNED = "assigned"
    """Giao việc: a team, a case or a step was given to this officer."""
    DUE = "due"
    """Sắp đến hạn: a time limit runs out, or what cannot wait has come."""
    OVERDUE = "overdue"
    """Quá hạn."""
    CHANGED = "changed"
    """Có thay đổi: in something this officer works on, such as its decision, its team or its place."""
    SECURITY = "security"
    """An toàn tài khoản: devices, sign-ins, bursts of refused requests. Cannot be switched off."""
    PEOPLE = "people"
    """Nhân sự: what is asked for, or was done, about an officer; delegations."""
    LAW = "law"
    """Pháp luật, danh mục: bands of acts outside the catalogue, new rules."""
