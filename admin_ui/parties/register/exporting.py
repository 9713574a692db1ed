"""The register of parties as a file."""

from collections.abc import Mapping

from admin_ui.parties.register import asked as asking
from admin_ui.parties.register.lines import PLACE
from admin_ui.shell import exporting, places
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.parties import reading
from schemas.parties.views import PartyRow

_COLUMNS = (
    *("party.name", "party.kind", "party.trade_name", "party.sign", "party.kind_tax_code"),
    *("party.kind_registration_number", "party.address", "party.province", "party.commune"),
    *("party.representatives", "party.phones", "party.business_lines", "party.licence_until"),
    *("party.area_officer", "party.state", "party.closed_on", "party.unit", "exports.changed"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    reading.require(actor)
    asked = {name: query.get(name, "") for name in asking.FIELDS}
    officers = [(str(one.id), one.full_name) for one in await reading.area_officers(actor)]
    filters = asking.filters(asked, officers)
    communes = places.by_code()

    async def page(cursor: str | None) -> tuple[list[PartyRow], str | None]:
        return await reading.page(actor, filters, cursor, exporting.PAGE)

    def row(one: PartyRow) -> Row:
        commune = communes.get(one.commune_code or "")
        return (
            *(one.name, say(language, f"party.kind_{one.kind}"), one.trade_name, one.sign),
            *(one.tax_code, one.identity, one.address),
            places.PROVINCES.get(one.province_code or "", one.province_code),
            *(commune.name if commune else one.commune_code, one.representative, one.phone),
            *(one.business_lines, one.licence_until, one.area_officer_name),
            *(say(language, f"party.state_{one.state}"), one.closed_on),
            *(getattr(one.unit_name, language), one.changed_at),
        )

    shown = communes.get(filters.commune)
    nobody = {"none": say(language, "party.no_area_officer")}
    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("party.words", filters.words),
            ("party.kind", say(language, f"party.kind_{filters.kind}") if filters.kind else ""),
            ("party.province", places.PROVINCES.get(filters.province, "")),
            ("party.commune", shown.name if shown else ""),
            ("party.area_officer", (nobody | dict(officers)).get(filters.area_officer, "")),
            (
                "party.licences",
                say(language, f"party.licence_{filters.licence}") if filters.licence else "",
            ),
            ("party.state", say(language, f"party.state_{filters.state}") if filters.state else ""),
        ),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="parties",
        slug="to-chuc-ca-nhan",
        title=exporting.both("party.register"),
        place=PLACE,
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
