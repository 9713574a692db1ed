"""What an act of a report said, in one sentence for its history."""

from typing import Any

from backend.core import formats
from backend.insight.rules.reports import cells
from schemas.core.problems import Text
from schemas.insight import reports as acts
from schemas.insight.report_definitions import ReportDefinition

_NONE = Text(vi="", en="")


def detail(content: Any, definition: ReportDefinition) -> Text:
    """Return what an act said besides its name; empty if its name says all."""
    match content:
        case acts.ValueStated():
            return _stated(content, definition)
        case acts.TextWritten():
            part = cells.texts_of(definition).get(content.part)
            return part.title if part else _NONE
        case acts.ReportsTaken():
            taken, missing = len(content.taken), len(content.missing)
            return Text(
                vi=f"{taken} báo cáo, {missing} đơn vị chưa gửi",
                en=f"{taken} report{'' if taken == 1 else 's'}, units without one: {missing}",
            )
        case acts.ReportIssued():
            day = formats.day(content.issued_on)
            return Text(
                vi=f"Số {content.number} ngày {day}, người ký {content.signer_name}",
                en=f"Number {content.number} of {day}, signed by {content.signer_name}",
            )
        case acts.ReportSentUp():
            return _said(content.late)
        case _:
            return _said(getattr(content, "reason", None) or getattr(content, "note", None))


def _said(text: str | None) -> Text:
    return Text(vi=text, en=text) if text else _NONE


def _stated(content: acts.ValueStated, definition: ReportDefinition) -> Text:
    table = cells.tables_of(definition).get(content.part)
    title = table.title if table else _NONE
    row, column = content.row + 1, content.column + 1
    value = formats.grouped(content.value) if content.value is not None else None
    why = f": {content.reason}" if content.reason else ""
    if value is None:
        return Text(
            vi=f"{title.vi}, dòng {row}, cột {column}: bỏ số đã ghi{why}",
            en=f"{title.en}, row {row}, column {column}: statement taken back{why}",
        )
    return Text(
        vi=f"{title.vi}, dòng {row}, cột {column}: {value}{why}",
        en=f"{title.en}, row {row}, column {column}: {value}{why}",
    )
