"""Items of plans as the rows of a workbook.

Its columns are those that the import knows, so that a unit can take its list away, change it and bring it in again,
and then how far each item is.
"""

from collections.abc import Callable, Sequence
from typing import Literal
from uuid import UUID

from backend.core import spreadsheets
from backend.core.actors import Actor
from backend.force.accounts import names
from backend.parties.rules.import_columns import KINDS
from backend.planning.plans import reading
from backend.planning.progress import service as progress
from backend.planning.queries import items as queries
from backend.planning.rules.sheet_columns import COLUMNS, Column
from schemas.core.problems import Text
from schemas.planning.acts import PlanItem
from schemas.planning.views import ItemRow

_BESIDE = (
    Text(vi="Kế hoạch", en="Plan"),
    Text(vi="Trạng thái", en="State"),
    Text(vi="Quyết định kiểm tra", en="Inspection decision"),
    Text(vi="Lý do", en="Reason"),
)
Language = Literal["vi", "en"]


def headings(language: Language) -> list[str]:
    """Return the headings of the columns."""
    return [
        getattr(one, language) for one in (*(about.heading for about in COLUMNS.values()), *_BESIDE)
    ]


async def listed(
    actor: Actor,
    plan_id: UUID | None,
    filters: reading.ItemFilters,
    cursor: str | None,
    limit: int,
    language: Language,
    state: Callable[[str, bool], str],
) -> tuple[list[spreadsheets.Row], str | None]:
    """Return items of a plan, or of all issued plans in sight, as rows, and the next page's cursor.

    `state` says an item's state in words, given whether it is late. Raises NotFound.
    """
    found = await (
        reading.items(plan_id, actor, filters, cursor, limit)
        if plan_id
        else progress.work(actor, filters, cursor, limit)
    )
    return await _rows(found.rows, language, state), found.next


async def _rows(
    listed: Sequence[ItemRow], language: Language, state: Callable[[str, bool], str]
) -> list[spreadsheets.Row]:
    contents = {one.id: one.content for one in await queries.of_ids([row.id for row in listed])}
    people = await names.names_of(
        officer for item in contents.values() for officer in (item.leader_id, *item.member_ids)
    )
    return [
        [
            *(_cells(row, contents[row.id], people, language)[column] for column in COLUMNS),
            row.plan_number or row.plan_title,
            state(row.state, row.late),
            row.decision_number,
            row.reason,
        ]
        for row in listed
        if row.id in contents
    ]


def _cells(
    row: ItemRow, item: PlanItem, people: dict[UUID, str], language: Language
) -> dict[Column, spreadsheets.Cell]:
    subject = item.subject
    return {
        Column.NAME: subject.name if subject else None,
        Column.KIND: getattr(KINDS[subject.kind], language) if subject else None,
        Column.TAX_CODE: subject.tax_code if subject else None,
        Column.REGISTRATION: subject.registration_number if subject else None,
        Column.REPRESENTATIVE: subject.representative if subject else None,
        Column.TITLE: subject.representative_title if subject else None,
        Column.PHONE: subject.phone if subject else None,
        Column.CRITERION: item.criterion,
        Column.ADDRESS: item.address,
        Column.AREA: item.area,
        Column.FIRST_DAY: item.first_day,
        Column.LAST_DAY: item.last_day,
        Column.CONTENTS: "; ".join(item.contents),
        Column.UNIT: getattr(row.unit_name, language),
        Column.LEADER: people.get(item.leader_id) if item.leader_id else None,
        Column.MEMBERS: "; ".join(people[one] for one in item.member_ids if one in people),
        Column.NOTE: item.note,
    }
