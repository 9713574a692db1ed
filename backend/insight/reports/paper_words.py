"""What a report says on its own paper (BC-DK), and whether a finalised paper still says it."""

from typing import Any
from uuid import UUID

from backend.core import formats
from backend.core.local_time import VIETNAM
from backend.documents import forms as documents_forms
from backend.documents.queries import record_papers as paper_queries
from backend.documents.rules import record_papers as paper_rules
from backend.force.units import service as units
from backend.insight.queries import reports as queries
from backend.insight.reports import defined, showing
from backend.insight.rules.reports import cells
from backend.insight.rules.reports.facts import Report
from backend.insight.texts.reports import refusal
from schemas.core.problems import Text
from schemas.documents.record_papers import RecordPaperState
from schemas.insight.report_definitions import ReportTable
from schemas.insight.words import ColumnKind, OnBehalf

MOST_ROWS = 3_000
"""Rows of all tables on a paper, as its form has them."""
_OF_A_PERIOD = ("tuần", "tháng", "quý", "6 tháng", "9 tháng", "năm")
"""How the titles of periodic reports go on after "Báo cáo": the paper's subject line says of what."""
LEFT_OUT = "Đơn vị không có báo cáo"
"""Under this head the paper says without which reports it was made, and why."""
ON_BEHALF = "Lập thay đơn vị"
"""Under this head the paper says who above made it, and why."""
_GROUNDS = {
    OnBehalf.CLOSED: "đơn vị đã đóng",
    OnBehalf.ABSENT: "đơn vị không có thủ trưởng, hoặc thủ trưởng đang vắng",
    OnBehalf.LATE: "đơn vị đã quá hạn gửi",
}
_INDENT = "– "
_LABEL, _ACROSS = 28, 88
"""Letters of the column of labels, and of a line of a table that stands upright on a page."""


async def stale_final(report: Report) -> bool:
    """Tell whether a finalised paper of the report says something older: it would be signed as it is."""
    papers = await paper_queries.of_record(report.id)
    final = [one for one in papers if one.state is RecordPaperState.FINAL]
    return any([await stale(report, one.id) for one in final])


async def stale(report: Report, document_id: UUID) -> Text | None:
    """Return why a paper must not be finalised or signed: it says something that the report does not say any more."""
    paper = await paper_queries.named(document_id)
    if paper is None:
        return None
    now = await fields(report)
    schema = documents_forms.load(paper.form, paper.form_version)
    taken = paper_rules.taken_from_record(schema)
    older = [one for one in taken if (paper.fields.get(one) or None) != (now.get(one) or None)]
    return refusal("paper_old").text if older else None


async def fields(report: Report) -> dict[str, Any]:
    """Return what the report fills of its paper."""
    definition, figures = await defined.of(report), defined.figures_of(report)
    said = report.content
    first, last = formats.day(report.first_day), formats.day(report.last_day)
    recipients = defined.recipients_of(definition, report.path.level)
    filled: dict[str, Any] = {
        "about": about(report.title),
        "period": f"từ ngày {first} đến hết ngày {last}",
        "counted": _until(report),
        "to": await _to(report, recipients),
        "parts": [],
        "rows": [],
        "stated": _stated(report, definition.parts, figures),
        "recipients": recipients,
    }
    texts = {one.part: one.text for one in said.texts}
    for part in definition.parts:
        if isinstance(part, ReportTable):
            place = len(filled["parts"]) + 1
            rows = _rows(report, part, place, figures)
            filled["parts"].append(_heads(part, figures) | _where(rows))
            filled["rows"] += rows
        elif texts.get(part.id, "").strip():
            filled["parts"].append({"title": part.title.vi, "text": texts[part.id]})
    filled["parts"] += await _on_behalf(report)
    if said.left_out:
        named = await units.names_of([one.unit_id for one in said.left_out])
        lines = [f"{named[one.unit_id].vi}: {one.reason}" for one in said.left_out]
        filled["parts"].append({"title": LEFT_OUT, "text": "\n".join(lines)})
    filled["rows"] = filled["rows"][:MOST_ROWS]
    return {key: value for key, value in filled.items() if value}


async def _on_behalf(report: Report) -> list[dict[str, str]]:
    """Return that a unit above made it, as a part of the paper: who reads it on paper must know too."""
    if report.behalf_by is None:
        return []
    shown = await queries.shown(report.id)
    if shown is None or shown.behalf_why is None:
        return []
    ground = _GROUNDS[shown.behalf_why]
    text = f"Do {shown.behalf_by_name} lập: {ground}.\nLý do: {shown.behalf_reason}"
    return [{"title": ON_BEHALF, "text": text}]


def about(title: str) -> str:
    """Return the subject line of a report from its title, without the word that stands above it."""
    rest = title.removeprefix("Báo cáo ").strip() or title
    if rest.startswith(_OF_A_PERIOD):
        return f"Kết quả công tác {rest}"
    return rest[:1].upper() + rest[1:]


def _until(report: Report) -> str:
    said = report.content
    if said.counted_at is None or said.counted_through is None:
        return ""
    at = said.counted_at.astimezone(VIETNAM)
    through = formats.grouped(said.counted_through)
    return f"{at:%H} giờ {at:%M} ngày {at:%d/%m/%Y}, vị trí {through} của nhật ký"


async def _to(report: Report, recipients: list[str]) -> str:
    if report.above is not None:
        return (await units.name_of(report.above)).vi
    return recipients[0].split(" (")[0] if recipients else ""


def _heads(table: ReportTable, figures: cells.Figures) -> dict[str, str]:
    columns = cells.columns_of(table, figures)[:8]
    heads = {f"head_{at}": _head(one, figures) for at, one in enumerate(columns, 1)}
    return {"title": table.title.vi} | heads


def _head(column: cells.Column, figures: cells.Figures) -> str:
    money = column.figure in figures and figures[column.figure or ""].unit == "vnd"
    return f"{column.label.vi} (đồng)" if money else column.label.vi


def _rows(
    report: Report, table: ReportTable, part: int, figures: cells.Figures
) -> list[dict[str, Any]]:
    said = cells.said(report.content, table, figures)
    columns = cells.columns_of(table, figures)[:8]
    found = []
    for at, row in enumerate(cells.rows_of(table, cells.of_part(report.content, table.id))):
        line: dict[str, Any] = {
            "part": part,
            "row": f"{_INDENT * row.indent}{_label(row, figures)}"[:500],
        }
        for place, column in enumerate(columns):
            one = said.get((at, place))
            if one is not None and not row.heading:
                unit = showing.unit_of(row.figure or column.figure, column.kind, figures)
                line[f"value_{place + 1}"] = value_words(one.value, unit)
        found.append(line)
    return found


def _where(rows: list[dict[str, Any]]) -> dict[str, str]:
    """Return that a table stands in the annex, if its numbers do not fit across a page."""
    longest: dict[str, int] = {}
    for row in rows:
        for name, value in row.items():
            if name.startswith("value_"):
                longest[name] = max(longest.get(name, 0), len(value))
    letters = _LABEL + sum(one + 2 for one in longest.values())
    return {"annex": "Số liệu tại Phụ lục kèm theo"} if letters > _ACROSS else {}


def _label(row: cells.Row, figures: cells.Figures) -> str:
    money = row.figure in figures and figures[row.figure or ""].unit == "vnd"
    return f"{row.label.vi} (đồng)" if money and "đồng" not in row.label.vi else row.label.vi


def value_words(value: int | None, unit: str) -> str:
    """Return a value as a table shows it: tenths with a comma, nothing as a dash."""
    if value is None:
        return "–"
    if unit in ("days", "percent"):
        sign = "-" if value < 0 else ""
        return f"{sign}{formats.grouped(abs(value) // 10)},{abs(value) % 10}"
    return formats.grouped(value)


def _stated(report: Report, parts: Any, figures: cells.Figures) -> list[str]:
    """Return what was stated otherwise than counted, with both values and the reason."""
    found = []
    for table in parts:
        if not isinstance(table, ReportTable):
            continue
        rows = cells.rows_of(table, cells.of_part(report.content, table.id))
        columns = cells.columns_of(table, figures)
        for (row, column), one in sorted(cells.said(report.content, table, figures).items()):
            if one.stated is None or one.stated.reason is None or row >= len(rows):
                continue
            unit = showing.unit_of(
                rows[row].figure or columns[column].figure, ColumnKind.PERIOD, figures
            )
            found.append(
                f"{table.title.vi}, {rows[row].label.vi}, {columns[column].label.vi}: "
                f"{value_words(one.value, unit)} (hệ thống tính {value_words(one.counted, unit)}). "
                f"{one.stated.reason}"[:3000]
            )
    return found
