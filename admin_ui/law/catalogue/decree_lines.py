"""Decrees, and the proposals to publish one whole, as rows of their lists: every cell as text."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import moment, number
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing
from admin_ui.shell.words import Language, say
from backend.law.catalogue.service import decrees

_ALL = "/desk/catalogue/decrees"


def standing(rows: Sequence[decrees.Standing], language: Language) -> Listing:
    """Return the decrees of the newest edition."""
    words = partial(say, language)
    return Listing(
        caption=words("catalogue.decrees_title"),
        heading=words("catalogue.decree"),
        columns=[
            Column(words("catalogue.decree_rows"), "s", number=True, named=True),
            Column(words("catalogue.decree_published"), "s", number=True, named=True),
            Column(words("catalogue.status"), "xl"),
        ],
        lines=[
            Line(
                key=f"decree-{one.decree.prefix}",
                title=f"NĐ {one.decree.number}",
                href=f"{_ALL}/{one.decree.prefix}",
                about=getattr(one.decree.name, language),
                cells=(
                    number(one.rows, language),
                    number(one.published, language),
                    _status(one, language),
                ),
            )
            for one in rows
        ],
        empty=Empty(words("listing.none_found")),
        wordy=True,
    )


def _status(one: decrees.Standing, language: Language) -> Cell:
    if one.waiting:
        return Cell(
            say(language, "catalogue.decree_waits_short"),
            href=f"{_ALL}/{one.decree.prefix}/proposals/{one.waiting.proposal_id}",
            whole=say(language, "catalogue.decree_waits"),
        )
    if one.to_publish:
        return Cell(
            say(language, "catalogue.decree_drafts", count=number(one.to_publish, language))
        )
    return Cell(say(language, "catalogue.decree_whole"))


def proposals(
    rows: Sequence[decrees.DecreeProposal],
    among: Sequence[decrees.Standing],
    names: Mapping[UUID, str],
    language: Language,
) -> Listing:
    """Return the proposals, each by its decree's number, with who answered it and when."""
    words = partial(say, language)
    numbers = {one.decree.prefix: one.decree.number for one in among}
    return Listing(
        caption=words("catalogue.decree_proposals"),
        heading=words("catalogue.decree_proposed_what"),
        columns=[
            Column(words("catalogue.decree_proposer"), "l"),
            Column(words("catalogue.decree_proposed_on"), "l"),
            Column(words("catalogue.decree_answer"), "xl"),
        ],
        lines=[
            Line(
                key=f"proposal-{one.proposal_id}",
                title=words(
                    "catalogue.decree_proposal",
                    decree=words(
                        "catalogue.decree_title", number=numbers.get(one.decree, one.decree)
                    ),
                    count=number(one.said.rows, language),
                ),
                href=f"{_ALL}/{one.decree}/proposals/{one.proposal_id}",
                cells=(
                    names[one.officer_id],
                    moment(one.recorded_at, language),
                    _answer(one, names, language),
                ),
            )
            for one in rows
        ],
        empty=Empty(""),
    )


def _answer(one: decrees.DecreeProposal, names: Mapping[UUID, str], language: Language) -> Cell:
    if not one.answer:
        return Cell(say(language, "catalogue.proposal_waiting"))
    who = names[one.answered_by] if one.answered_by else ""
    at = moment(one.answered_at, language)
    whole = say(language, f"catalogue.answer_{one.answer}", name=who, moment=at)
    said = "confirmed" if one.answer == "confirmed" else "declined"
    return Cell(say(language, f"catalogue.proposal_{said}"), whole=whole)
