"""Reliefs of a large fine: postponed, reduced, waived, paid in parts (Law 15/2012 Arts 76, 77, 79)."""

from datetime import date, timedelta

from backend.core import clock
from deploy.demo.living import paying
from deploy.demo.living.course import TREASURY, Course, after
from deploy.demo.stories.ends import End
from schemas.casework.acts import notices
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id

_FIRE = "Cơ sở bị cháy kho hàng, thiệt hại lớn, đang khó khăn về kinh tế."
_COMMUNE = "Ủy ban nhân dân phường nơi cư trú"
_FIRST_PART = 40
"""Per cent of the fine that the first part is at least (Art 79.2)."""


async def grant(case: Course, fine: int) -> None:
    """Take the party's application and grant it, as far as the story comes."""
    if case.story.end is End.INSTALMENTS:
        await _divide(case, fine)
        return
    if not await _asked(case, "postponement", 2):
        return
    if not case.comes(after(clock.now(), 3, 10)):
        return
    until = clock.today() + timedelta(days=80)
    typed: dict[str, object] = {
        "from_on": clock.today().isoformat(),
        "until_on": until.isoformat(),
        "reason": _FIRE,
    }
    await case.paper("MQĐ03", case.team.head, typed, drafter=case.team.writer)
    if case.story.end is not End.POSTPONED:
        await _lessen(case, fine, until)


async def _lessen(case: Course, fine: int, until: date) -> None:
    """Reduce or waive the fine when hardship goes on after the postponement (Art 77)."""
    waived = case.story.end is End.WAIVED
    days = (until - clock.today()).days - 20
    if not await _asked(case, "waiver" if waived else "reduction", days):
        return
    if not case.comes(after(clock.now(), 6, 10)):
        return
    left = 0 if waived else fine // 2
    typed: dict[str, object] = {
        "relief": "waived_all" if waived else "reduced",
        "amount": fine - left,
        "remaining": left,
        "reason": _FIRE,
    }
    await case.paper("MQĐ04", case.team.head, typed, drafter=case.team.writer)
    if left and case.comes(after(clock.now(), 5, 14)):
        await paying.pay(case, left)
    await paying.complete(case)


async def _divide(case: Course, fine: int) -> None:
    """Let the fine be paid in two parts within six months (Art 79); the first comes at once."""
    if not await _asked(case, "instalments", 2):
        return
    if not case.comes(after(clock.now(), 3, 10)):
        return
    first, today = fine * _FIRST_PART // 100, clock.today()
    typed: dict[str, object] = {
        "months": 3,
        "instalments": [
            {"amount": first, "until_on": (today + timedelta(days=10)).isoformat()},
            {"amount": fine - first, "until_on": (today + timedelta(days=85)).isoformat()},
        ],
        "pay_to": TREASURY,
        "account": "3511.0.1012345",
    }
    await case.paper("MQĐ05", case.team.head, typed, drafter=case.team.writer)
    if case.comes(after(clock.now(), 4, 14)):
        await paying.pay(case, first)


async def _asked(case: Course, what: notices.Relief, days: int) -> bool:
    """Take an application with its certificate so many days later; tell whether it has come."""
    if not case.comes(after(clock.now(), days, 9)):
        return False
    sheet = await case.file("Đơn đề nghị, có xác nhận hoàn cảnh khó khăn", case.team.leader)
    asked = notices.ReliefAsked(
        application_id=new_id(),
        what=what,
        received_on=clock.today(),
        sheet=sheet,
        reason=_FIRE,
        certified_by=_COMMUNE,
    )
    await case.act(CaseAct.RELIEF_ASKED, asked, case.team.writer)
    return True
