"""The team leader's own phone, on which the leader names who draws up the minutes."""

import httpx

from deploy.demo.codes import Codes
from deploy.demo.phone import Account, Phone
from deploy.demo.report import Report, VisitFailed

_TIMEOUT = httpx.Timeout(30.0)


async def entrust(
    url: str, codes: Codes, leader: Account, inspection_id: str, officer_id: str, report: Report
) -> None:
    """Let the leader name an officer of the team: until then the minutes are the leader's.

    Raises VisitFailed.
    """
    async with httpx.AsyncClient(base_url=url, timeout=_TIMEOUT) as client:
        phone = Phone(client, codes, name="Điện thoại của Trưởng Đoàn")
        await phone.sign_in(leader)
        await phone.sync()
        phone.write(inspection_id, "minutes.entrusted", {"officer_id": officer_id})
        [result] = await phone.send()
    if result["status"] != "accepted":
        raise VisitFailed(f"minutes.entrusted was refused: {result['problem']['code']}")
    report.step(
        "Trưởng Đoàn giao lập biên bản, từ điện thoại của mình",
        "the leader named who draws up the minutes, from his own phone",
        result["receipt"],
    )
