"""Auditors' samples, and the records of one with what looks found, as files.

Heads see closed samples and their findings, and never who looked: so do their files.
"""

from collections.abc import Mapping

from admin_ui.insight.samples import asked as asking
from admin_ui.insight.samples.naming import choices, strata_names
from admin_ui.shell import exporting, typed
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.insight.samples import service as samples
from backend.insight.samples.service import RecordRow, SampleRow
from schemas.insight.samples import SampledPopulation

_OF_SAMPLE = (
    *("samples.records", "samples.fields", "samples.unit", "samples.first", "samples.last"),
    "samples.state",
    *("exports.planned_at", "exports.population", "samples.drawn_count", "samples.looked"),
    *("samples.findings", "samples.ended"),
)
_FOR_AUDITORS = ("samples.purpose", "exports.planned_by", "samples.size", "samples.seed")
_OF_RECORD = (
    *("samples.stratum", "exports.place_in_draw", "samples.record", "exports.kind_of_record"),
    *("exports.party", "samples.result", "samples.severity", "samples.words"),
)
_LOOKED = ("exports.looked_by", "exports.looked_at")


def _fields(of: SampledPopulation, language: Language) -> str:
    """Return the fields to which it is narrowed; empty for all."""
    return ", ".join(say(language, f"catalogue.field_{one}") for one in of.fields)


async def _samples(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    del query
    samples.check_reader(actor)
    audits, named = samples.may_audit(actor), dict(choices(language))

    async def page(cursor: str | None) -> tuple[list[SampleRow], str | None]:
        found = await samples.page(actor, cursor, exporting.PAGE)
        return found.rows, found.next

    def row(one: SampleRow) -> Row:
        of, drawn = one.planned.of, one.drawn
        plan: Row = ()
        if audits:
            planned = one.planned
            plan = (planned.purpose, one.planned_by_name, planned.size, planned.seed)
        return (
            *(named[asking.of_population(of).choice], _fields(of, language)),
            *(one.unit_vi if language == "vi" else one.unit_en, of.first, of.last),
            *(getattr(samples.STATES[one.state], language), one.planned_at),
            drawn.population if drawn else None,
            *((one.records, one.looked, one.found) if drawn else (None, None, None)),
            *(one.ended_at, *plan),
        )

    columns = (*_OF_SAMPLE, *(_FOR_AUDITORS if audits else ()))
    return table(
        headings=exporting.headings(language, *columns),
        conditions=[],
        pages=exporting.paged(page, row),
    )


async def _records(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    samples.check_reader(actor)
    sample_id = typed.identifier(query.get("sample", ""))
    if sample_id is None:
        raise NotFound(what="sample")
    view = await samples.read(sample_id, actor)
    if view.row.drawn is None:
        raise NotFound(what="sample")
    of = view.row.planned.of
    names = await strata_names([one.key for one in view.tallies], of.strata, language)

    def row(one: RecordRow) -> Row:
        named = view.named.get(one.record_id)
        result = getattr(samples.RESULTS[one.result], language) if one.result else None
        return (
            *(names.get(one.stratum, one.stratum), one.place),
            named.number if named else say(language, "samples.out_of_sight"),
            say(language, f"exports.record_{named.kind}") if named else "",
            named.about if named else "",
            result or say(language, "samples.not_looked"),
            getattr(samples.SEVERITIES[one.severity], language) if one.severity else "",
            one.words,
            *((one.looked_by_name, one.looked_at) if view.may_act else ()),
        )

    unit = view.row.unit_vi if language == "vi" else view.row.unit_en
    return table(
        headings=exporting.headings(language, *_OF_RECORD, *(_LOOKED if view.may_act else ())),
        conditions=exporting.conditions(
            language,
            ("samples.records", dict(choices(language))[asking.of_population(of).choice]),
            ("samples.fields", _fields(of, language)),
            ("samples.unit", unit),
            ("samples.first", of.first),
            ("samples.last", of.last),
            ("samples.seed", view.row.planned.seed if view.may_act else ""),
            ("exports.sample_id", str(sample_id)),
        ),
        pages=exporting.whole(view.records, row),
    )


LISTS = (
    ExportedList(
        name="samples",
        slug="mau-kiem-tra-noi-bo",
        title=exporting.both("samples.title"),
        place="/desk/samples",
        fields=(),
        opened=_samples,
    ),
    ExportedList(
        name="sample_records",
        slug="ho-so-cua-mau",
        title=exporting.both("exports.sample_records"),
        place="/desk/samples/{sample}",
        fields=("sample",),
        opened=_records,
    ),
)
