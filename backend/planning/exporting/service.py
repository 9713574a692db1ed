"""Items of plans as a workbook, written page by page."""

from collections.abc import AsyncIterator, Callable, Sequence
from typing import Literal
from uuid import UUID

from backend.core import spreadsheets
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.planning.plans import reading
from backend.planning.progress import service as progress
from schemas.core.problems import Text
from schemas.planning.views import ItemRow

_PAGE = 500
_HEADINGS = (
    Text(vi="Tên đối tượng kiểm tra", en="Subject"),
    Text(vi="Tiêu chí (khi chưa nêu tên)", en="Criterion (if none is named)"),
    Text(vi="Địa chỉ, địa điểm kiểm tra", en="Address"),
    Text(vi="Mã xã, phường", en="Commune code"),
    Text(vi="Từ ngày", en="From"),
    Text(vi="Đến ngày", en="To"),
    Text(vi="Đơn vị thực hiện", en="Unit"),
    Text(vi="Trưởng đoàn", en="Leader"),
    Text(vi="Kế hoạch", en="Plan"),
    Text(vi="Trạng thái", en="State"),
    Text(vi="Quyết định kiểm tra", en="Inspection decision"),
    Text(vi="Lý do", en="Reason"),
)
"""Those that the import knows have the same words, so that a list can go out and come in again."""


async def workbook(
    actor: Actor,
    plan_id: UUID | None,
    filters: reading.ItemFilters,
    language: Literal["vi", "en"],
    state: Callable[[str, bool], str],
) -> AsyncIterator[bytes]:
    """Yield the items of a plan, or of all issued plans in sight, as an XLSX workbook.

    `state` says an item's state in words, given whether it is late. Raises NotFound.
    """

    def row(one: ItemRow) -> spreadsheets.Row:
        return (
            one.subject_name,
            one.criterion,
            one.address,
            one.area,
            one.first_day,
            one.last_day,
            getattr(one.unit_name, language),
            one.leader_name,
            one.plan_number or one.plan_title,
            state(one.state, one.late),
            one.decision_number,
            one.reason,
        )

    async def pages() -> AsyncIterator[Sequence[spreadsheets.Row]]:
        cursor: str | None = None
        while True:
            async with transaction():
                found = await (
                    reading.items(plan_id, actor, filters, cursor, _PAGE)
                    if plan_id
                    else progress.work(actor, filters, cursor, _PAGE)
                )
            yield [row(one) for one in found.rows]
            cursor = found.next
            if cursor is None:
                return

    headings = [getattr(one, language) for one in _HEADINGS]
    async for part in spreadsheets.written("xlsx", headings, pages()):
        yield part
