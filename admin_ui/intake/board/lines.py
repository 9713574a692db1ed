"""Informations as lines of the list and cards of the board: every cell as text, so that a template decides nothing.

A page has fifty lines or ninety cards. What a template asks of a row by macros and filters cost three times as much.
"""

from datetime import datetime
from functools import partial
from typing import NamedTuple

from admin_ui.shell.clock_words import clock_end, clock_name, clock_rest
from admin_ui.shell.formats import ago, iso, moment
from admin_ui.shell.listing.limits import tone
from admin_ui.shell.listing.table import MarkTone, Tone
from admin_ui.shell.once import once
from admin_ui.shell.words import Language, say
from backend.intake.informations.service import SIMILAR
from schemas.intake.views import InformationRow
from schemas.intake.words import Nature


class Line(NamedTuple):
    """One information; a text is empty where there is nothing to say."""

    key: str
    number: str
    state: str
    source: str
    received_at: str
    """ISO 8601, for machines."""
    received: str
    waited: str
    """How long ago it was received."""
    summary: str
    suspect: str
    """The first suspected party."""
    others: str
    """How many more there are."""
    address: str
    unit: str
    late: bool
    tone: Tone
    """Of its soonest limit: over, or over within two days."""
    rest: str
    """The time that is left of its soonest limit, or by how much it is over."""
    limit: str
    """What limit that is, and when it ends."""
    verifiers: str
    urgent: str
    """Why it cannot wait."""
    similar: str
    """How many others may say the same, where it waits for the head."""
    marks: list[tuple[str, str]]
    """Colour and text of what stands out: its nature, whom it is about, what is owed to whom."""


def lines(rows: list[InformationRow], language: Language, now: datetime) -> list[Line]:
    """Return informations as lines, in the reader's language, at a moment."""
    words, rules = once(partial(say, language)), once(partial(clock_name, language=language))
    found = []
    for row in rows:
        rest = limit = ""
        if row.due_at is not None and row.due_rule is not None:
            rest = clock_rest(row.due_at, now, language)
            limit = f"{rules(row.due_rule)} · {clock_end(row.due_at, language)}"
        more = row.suspects - 1
        line = Line(
            key=str(row.id),
            number=row.number,
            state=words(f"informations.state_{row.state}"),
            source=words(f"informations.source_{row.source}"),
            received_at=iso(row.received_at),
            received=moment(row.received_at, language),
            waited=say(
                language,
                "informations.since_received",
                ago=ago(row.received_at, now, language),
            ),
            summary=row.summary,
            suspect=row.suspect or "",
            others=say(language, "informations.and_more", count=more) if more > 0 else "",
            address=row.address or "",
            unit=getattr(row.unit_name, language),
            late=row.due_at is not None and row.due_at < now,
            tone=tone(row.due_at, now) if row.due_at is not None else "",
            rest=rest,
            limit=limit,
            verifiers=", ".join(row.verifiers),
            urgent=row.urgent,
            similar=_similar(row, language),
            marks=[(tone, words(key)) for tone, key in stands_out(row)],
        )
        found.append(line)
    return found


def _similar(row: InformationRow, language: Language) -> str:
    if not row.similar:
        return ""
    beyond = row.similar > SIMILAR
    key = "informations.similar_beyond" if beyond else "informations.similar"
    return say(language, key, count=min(row.similar, SIMILAR))


def stands_out(row: InformationRow) -> list[tuple[MarkTone, str]]:
    """Return what of an information is an exception: the colour of its mark, and the key of its words."""
    found: tuple[tuple[bool, MarkTone, str], ...] = (
        (bool(row.urgent), "bad", "informations.urgent"),
        (row.nature is not Nature.TIP, "accent", f"taking.nature_{row.nature}"),
        (row.about_officer, "bad", "informations.about_officer"),
        (row.suspended_on is not None, "warn", "informations.suspended"),
        (row.written_report_due, "warn", "informations.to_report"),
        (row.informant_to_tell, "warn", "informations.to_tell"),
    )
    return [(tone, key) for there, tone, key in found if there]
