"""The cards of how things stand: what is late and where, who carries how much, where inspections were."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from admin_ui.insight.charts import drawing
from admin_ui.insight.dashboards import parts, sentences, spots_map
from admin_ui.insight.dashboards.asked import PLACE
from admin_ui.insight.dashboards.cards import Drawn
from admin_ui.insight.dashboards.parts import Card, Cell, Figure, Row, Table
from admin_ui.insight.statistics import told
from admin_ui.shell import formats, places
from backend.insight.dashboards import service as dashboards
from backend.insight.dashboards.service import Load

_MOST_BARS = 12
_MOST_PLACES = 40


def late(one: Drawn, own: UUID) -> Card:
    """Return what is late: by unit where there are some below, and by limit. `own`: the reader's unit."""
    found = one.board.late or []
    rules: Counter[str] = Counter()
    units: Counter[UUID] = Counter()
    oldest: dict[str | UUID, datetime] = {}
    for each in found:
        name = str(getattr(dashboards.limit_name(each), one.language))
        rules[name] += each.late
        units[each.unit_id] += each.late
        for key in (name, each.unit_id):
            oldest[key] = min(oldest.get(key, each.oldest), each.oldest)
    total = sum(rules.values())
    by_rule = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    by_unit = sorted(units.items(), key=lambda item: (-item[1], str(item[0])))
    names = _unit_names(one)
    where = (names[by_unit[0][0]], by_unit[0][1]) if by_unit and one.board.below else None
    sentence = sentences.late(total, where, by_rule[0] if by_rule else None, one.language)
    figures = []
    if by_unit and one.board.below:
        lines = [(names[key], count, _dashboard(one, key), oldest[key]) for key, count in by_unit]
        figures.append(_late(one, "late", one.say("late_by_unit"), one.say("column_unit"), lines))
    if by_rule:
        rule_lines = [(name, count, "", oldest[name]) for name, count in by_rule]
        name = "rules" if figures else "late"
        figures.append(
            _late(one, name, one.say("late_by_rule"), one.say("column_rule"), rule_lines)
        )
    link = Cell(one.say("late_list"), "/desk/due?show=missed") if total else None
    mine = link if own == one.board.unit.id else None
    return Card("late", one.say("late"), sentence, figures, link=mine)


def _late(
    one: Drawn, name: str, caption: str, heading: str, lines: list[tuple[str, int, str, datetime]]
) -> Figure:
    bars = [drawing.Bar(name=said, value=count) for said, count, _, _ in lines[:_MOST_BARS]]
    chart = drawing.bars(
        bars,
        lambda value: formats.number(value, one.language),
        named_by=f"{name}-said",
        wide=drawing.NARROW,
    )
    rows = [
        Row(
            Cell(said, href),
            [
                parts.number(count, one.language),
                Cell(formats.moment(since, one.language), value=since),
            ],
        )
        for said, count, href, since in lines
    ]
    headings = [heading, one.say("column_late"), one.say("column_oldest")]
    return Figure(name, caption, (), chart, Table(headings, rows))


def _unit_names(one: Drawn) -> dict[UUID, str]:
    """Return the names of units; what lies with the unit itself, and not below it, is named so."""
    names = {each.id: told.named(each, one.language) for each in one.board.units}
    own = names[one.board.unit.id]
    said = one.say("own", unit=own) if one.board.below else own
    return _Named(names | {one.board.unit.id: said}, one.say("closed"))


class _Named(dict[UUID, str]):
    """Names of units in sight; any other is one that was closed elsewhere."""

    def __init__(self, names: dict[UUID, str], otherwise: str) -> None:
        super().__init__(names)
        self._otherwise = otherwise

    def __missing__(self, key: UUID) -> str:
        return self._otherwise


def _dashboard(one: Drawn, unit: UUID) -> str:
    others = {each.id for each in one.board.units} - {one.board.unit.id}
    return f"{PLACE}?{one.asked.query(unit)}" if unit in others else ""


def load(one: Drawn) -> Card:
    """Return who carries how many open cases: units for each officer, or officers of a unit without others below."""
    found = one.board.load or []
    by_unit = bool(one.board.below)
    names = _names(one, found)
    total, officers = sum(each.open for each in found), sum(each.officers for each in found)
    ranked = sorted(
        (each for each in found if each.open), key=lambda each: (-_each(each), names[each.id])
    )
    most = None
    if ranked and not _tie(ranked, by_unit=by_unit):
        written = (
            sentences.tenths(_each(ranked[0]), one.language)
            if by_unit
            else formats.number(ranked[0].open, one.language)
        )
        most = (names[ranked[0].id], written)
    sentence = sentences.carried(total, officers, most, one.language)
    note = "" if by_unit or one.board.named or not total else one.say("load_unnamed")
    figures = [_load(one, found, ranked, names)] if ranked else []
    return Card("load", one.say("load"), sentence, figures, note)


def _tie(ranked: list[Load], *, by_unit: bool) -> bool:
    """Tell whether the first has no more than the next: then nobody carries the most."""
    first, *others = [_each(one) if by_unit else one.open for one in ranked]
    return bool(others) and others[0] == first


def _each(one: Load) -> int:
    """Return open cases for each officer, in tenths; of a unit without officers all of them."""
    count = max(1, one.officers)
    return (20 * one.open + count) // (2 * count)


def _names(one: Drawn, found: list[Load]) -> dict[UUID, str]:
    if one.board.below:
        return _unit_names(one)
    if one.board.named:
        return {each.id: each.name for each in found}
    ordered = [each.id for each in found]
    return {key: one.say("officer", number=place) for place, key in enumerate(ordered, 1)}


def _load(one: Drawn, found: list[Load], ranked: list[Load], names: dict[UUID, str]) -> Figure:
    by_unit = bool(one.board.below)
    bars = [
        drawing.Bar(name=names[each.id], value=_each(each) if by_unit else each.open)
        for each in ranked[:_MOST_BARS]
    ]
    chart = drawing.bars(
        bars,
        lambda value: (sentences.tenths if by_unit else sentences.count)(value, one.language),
        named_by="load-said",
        wide=drawing.NARROW,
    )
    rows = []
    for each in [*ranked, *(each for each in found if not each.open)]:
        numbers = [each.open, each.late] + ([each.officers] if by_unit else [])
        cells = [parts.number(number, one.language) for number in numbers]
        if by_unit:
            cells.append(parts.tenths(_each(each), one.language))
        rows.append(Row(Cell(names[each.id], _dashboard(one, each.id)), cells))
    headings = [
        one.say("column_unit" if by_unit else "column_officer"),
        one.say("column_open"),
        one.say("column_open_late"),
        *([one.say("column_officers"), one.say("column_each")] if by_unit else []),
    ]
    caption = one.say("load_by_unit" if by_unit else "load_by_officer")
    return Figure("load", caption, (), chart, Table(headings, rows))


def where(one: Drawn) -> Card:
    """Return where inspections were: by province for the force, else by the nearest commune."""
    board = one.board
    force = board.unit.level == 1
    if board.spots is None:
        total = board.figures["inspections"].now or 0
        written = formats.number(total, one.language)
        link = one.behind("inspections", total, one.say("map_list"))
        return Card("map", one.say("map"), one.say("map_many", count=written), link=link)
    total = sum(each.count for each in board.spots)
    counts: Counter[str] = Counter()
    for each in board.spots:
        if each.latitude_e7 is None or each.longitude_e7 is None:
            continue
        near = places.nearest((each.latitude_e7, each.longitude_e7))
        at = formats.coordinates(each.latitude_e7, each.longitude_e7) if near is None else ""
        counts[at or _place(near, force=force)] += each.count
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    nowhere = total - sum(counts.values())
    sentence = sentences.placed(total, ranked[0] if ranked else None, nowhere, one.language)
    if not total:
        return Card("map", one.say("map"), sentence)
    province = None if force else board.unit.code[:2]
    base = spots_map.ground(board.spots, places.communes(), province)
    chart = spots_map.draw(board.spots, base, named_by="map-said") if base else None
    heading = one.say("column_province" if force else "column_commune")
    shown = ranked[:_MOST_PLACES]
    rows = [Row(Cell(name), [parts.number(count, one.language)]) for name, count in shown]
    rest = sum(count for _, count in ranked[_MOST_PLACES:])
    for key, count in (("elsewhere", rest), ("no_position", nowhere)):
        if count:
            rows.append(Row(Cell(one.say(key)), [parts.number(count, one.language)]))
    table = Table([heading, one.say("column_inspections")], rows)
    link = one.behind("inspections", total, one.say("map_list"))
    note = one.say("map_ground") if chart and places.communes() else ""
    return Card("map", one.say("map"), sentence, [Figure("map", "", (), chart, table)], note, link)


def _place(near: places.Commune | None, *, force: bool) -> str:
    if near is None:
        return ""
    return near.province_name if force else near.name
