"""Acts outside the catalogue as rows of their lists: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.formats import moment, money, number
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing
from admin_ui.shell.words import Language, say
from backend.casework.outside_queue import service as outside_queue


def of(
    rows: Sequence[outside_queue.Line], language: Language, *, answered: bool, opens_cases: bool
) -> Listing:
    """Return the acts that wait, or those that were answered. `opens_cases`: the reader may read their cases."""
    words = partial(say, language)
    return Listing(
        caption=words("outside.answered" if answered else "outside.waiting"),
        heading=words("outside.act"),
        columns=[
            Column(words("outside.band"), "xl", number=True),
            Column(words("outside.case"), "l"),
            Column(words("outside.standing"), "xl"),
        ],
        lines=[_line(one, language, answered=answered, opens_cases=opens_cases) for one in rows],
        empty=Empty(words("outside.none")),
    )


def _line(
    one: outside_queue.Line, language: Language, *, answered: bool, opens_cases: bool
) -> Line:
    words = partial(say, language)
    act = one.act
    said = act.stated
    band, whole = words("outside.band_unknown"), ""
    if said:
        band = f"{number(said.fine_least, language)} – {number(said.fine_most, language)}"
        sums = words(
            "catalogue.band",
            least=number(said.fine_least, language),
            most=money(said.fine_most, language),
        )
        whole = f"{sums}, {words(f'catalogue.for_{said.stated_for}')}"
    return Line(
        key=f"outside-{act.case_id}-{act.code}",
        title=said.wording if said else act.name,
        href=f"/desk/catalogue/outside/{act.case_id}/{act.code}",
        cells=(
            Cell(band, whole=whole),
            Cell(
                act.case_number,
                href=f"/desk/cases/{act.case_id}#violations" if opens_cases else "",
            ),
            _standing(one, language, answered=answered),
        ),
        more=[
            (words(key), text)
            for key, text in (
                ("outside.provision", said.provision if said else act.legal_basis),
                ("outside.band", whole),
                ("outside.recorded", moment(act.recorded_at, language)),
                ("outside.code", one.answer.catalogue_code if answered and one.answer else ""),
            )
            if text
        ],
    )


def _standing(one: outside_queue.Line, language: Language, *, answered: bool) -> Cell:
    if answered and one.answer:
        return Cell(say(language, f"outside.answer_{one.answer.answer}"))
    if one.act.confirmed_at:
        return Cell(say(language, "outside.confirmed"))
    return Cell(say(language, "outside.unconfirmed"), tone="soon")
