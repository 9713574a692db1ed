"""Cases that end, or wait, without a sanction of the team's own: declined, handed on, referred, sent up, verified."""

from datetime import timedelta

from backend.casework.cases import service as cases
from backend.core import clock
from deploy.demo.living.course import Course, after, working
from deploy.demo.stories.ends import End
from deploy.demo.stories.plan import AFTER
from schemas.casework.acts import handed, intake, proceedings
from schemas.casework.words import CaseAct, CaseOfficerRole

_UNFORESEEN = "Vi phạm do sự kiện bất ngờ (khoản 3 Điều 11 Luật Xử lý vi phạm hành chính)."
_OTHER_FIELD = "Hành vi thuộc lĩnh vực do cơ quan khác quản lý."
_CRIME = "Số lượng, trị giá hàng và thủ đoạn cất giấu có dấu hiệu tội buôn bán hàng cấm."
_HANDED_ON = timedelta(hours=20)
"""Within the day that a file of another body's may lie (Circular 27/2020 Art 22)."""
_POLICE = "Cơ quan Cảnh sát điều tra Công an thành phố"


async def decline(case: Course) -> None:
    """Decide not to sanction what nobody could foresee (Law 15/2012 Arts 11.3, 65.1)."""
    if not case.comes(after(case.story.visited, 3, 11)):
        return
    report = await case.report(_UNFORESEEN, "Đề nghị không ra quyết định xử phạt.")
    declined = proceedings.SanctionDeclined(reason=_UNFORESEEN, document_id=report, why="art_11")
    await case.act(CaseAct.SANCTION_DECLINED, declined, case.team.head)


async def transfer(case: Course) -> None:
    """Hand the file on to whose field it is."""
    if not case.comes(case.story.visited + AFTER + _HANDED_ON):
        return
    report = await case.report(_OTHER_FIELD, "Đề nghị chuyển hồ sơ.")
    transferred = proceedings.CaseTransferred(
        to="Công an cấp xã nơi có cơ sở",
        why="other_field",
        reason=_OTHER_FIELD,
        document_id=report,
    )
    await case.act(CaseAct.CASE_TRANSFERRED, transferred, case.team.head)


async def refer(case: Course) -> None:
    """Refer the file to the prosecution bodies (Art 62), which may return it within days (Art 63)."""
    story, team = case.story, case.team
    if not case.comes(after(story.visited, 2, 9)):
        return
    typed: dict[str, object] = {
        "to": _POLICE,
        "facts": "Kiểm tra phát hiện hàng cấm lẫn trong hàng tiêu dùng.",
        "crime": _CRIME,
        "papers": ["Biên bản vi phạm hành chính", "Biên bản kiểm tra", "Quyết định kiểm tra"],
    }
    decided = await case.paper("MQĐ33", team.head, typed, drafter=team.writer)
    if not case.comes(after(story.visited, 2, 15)):
        return
    _, _, paper = await cases.paper(decided, team.writer)
    begun = clock.now()
    minutes: dict[str, object] = {
        "decision_number": paper.number,
        "decision_date": clock.today().isoformat(),
        "started_at": f"{begun:%Y-%m-%dT%H:%M:%SZ}",
        "ended_at": f"{begun:%Y-%m-%dT%H:%M:%SZ}",
        "place": "Trụ sở Cơ quan Cảnh sát điều tra",
        "receivers": [{"name": "Trần Văn Trình Diễn", "title": "Điều tra viên", "agency": _POLICE}],
        "papers": ["Biên bản vi phạm hành chính", "Biên bản kiểm tra", "Quyết định kiểm tra"],
        "copies": 3,
        "pages": 1,
        "read_back": True,
    }
    await case.paper("MBB28", team.leader, minutes)
    if story.end is End.CRIME_RETURNED and case.comes(after(story.visited, 6, 10)):
        await case.file("Quyết định không khởi tố vụ án hình sự và trả hồ sơ", team.leader)
        declined = proceedings.CrimeDeclined(
            returned_on=clock.today(),
            number="214/QĐ-KKTVA",
            reason="Hành vi không cấu thành tội phạm; trả hồ sơ để xử phạt vi phạm hành chính.",
        )
        await case.act(CaseAct.CRIME_DECLINED, declined, team.head)


async def send_up(case: Course) -> None:
    """Send the file to the chair of the People's Committee (Circular 27/2020 Art 25)."""
    if not case.comes(after(case.story.visited, 2, 10)):
        return
    sheet = await case.file("Tờ trình và biên bản bàn giao hồ sơ", case.team.leader)
    sent = handed.CaseSentUp(
        to="chair",
        receiver="Chủ tịch Ủy ban nhân dân cấp tỉnh",
        unit_id=None,
        sent_on=clock.today(),
        why="several_fields",
        reason="Hành vi thuộc lĩnh vực của nhiều cơ quan.",
        sheet=sheet,
    )
    await case.act(CaseAct.CASE_SENT_UP, sent, case.team.head)


async def verify(case: Course) -> None:
    """Order verification after the inspection (Ordinance 11/2016 Art 27.4): ten days."""
    team = case.team
    if not case.comes(case.story.visited + timedelta(hours=27)):
        return
    sheet = await case.file("Văn bản giao xác minh", team.leader)
    officer = await cases.as_officer(team.writer.officer_id, CaseOfficerRole.VERIFIER)
    ordered = intake.VerificationOrdered(
        officers=[officer],
        due_on=working(clock.today() + timedelta(days=8)),
        testing=False,
        document_id=None,
        reason="Xác minh nguồn gốc lô hàng với bên bán.",
        sheet=sheet,
    )
    await case.act(CaseAct.VERIFICATION_ORDERED, ordered, team.head)
