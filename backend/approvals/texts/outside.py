"""The cover list of a package for an authority outside, and the name of the letter that it goes with."""

from collections.abc import Sequence
from textwrap import indent

from schemas.core.problems import Text

COVER = "00-DANH-MUC.txt"
_TO_TRINH = Text(vi="Tờ trình", en="Submission letter")
_CONG_VAN = Text(vi="Công văn", en="Official letter")
_COMMITTEES = ("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd")
_COVER = """\
HỒ SƠ GỬI CƠ QUAN CÓ THẨM QUYỀN / PACKAGE FOR THE COMPETENT AUTHORITY

Nội dung trình / What is submitted: {title_vi}
                                    {title_en}
Trình lúc / Submitted at: {submitted_at}
Thời hạn theo luật / Legal limit: {due}
Mã nội dung (SHA-256) / Content hash: {shown}
Gói lập lúc / Made at: {made_at}
Người lập / Made by: {made_by}

PHIẾU TRÌNH / NOTE
{note}

TÀI LIỆU KÈM THEO / ENCLOSED
{files}
"""


def letter_of(receiver: str) -> Text:
    """Return with what a package goes to a receiver: a Tờ trình goes to People's Committees alone."""
    committee = receiver.strip().casefold().removeprefix("chủ tịch ").startswith(_COMMITTEES)
    return _TO_TRINH if committee else _CONG_VAN


def cover(
    *,
    title: Text,
    note: str,
    submitted_at: str,
    shown: str,
    due: Text | None,
    made_at: str,
    made_by: str,
    files: Sequence[tuple[str, str]],
) -> str:
    """Return the cover list; `files` are (SHA-256, name).

    Each line of the note begins with a bar, so that no drafter writes a list of files of his own into it.
    """
    lines = [f"{number}. {name}\n   {sha256}" for number, (sha256, name) in enumerate(files, 1)]
    return _COVER.format(
        title_vi=" ".join(title.vi.split()),
        title_en=" ".join(title.en.split()),
        submitted_at=submitted_at,
        due=f"{due.vi} / {due.en}" if due else "–",
        shown=shown,
        made_at=made_at,
        made_by=made_by,
        note=indent(note or "–", "  | ", lambda _line: True),
        files="\n".join(lines) or "–",
    )
