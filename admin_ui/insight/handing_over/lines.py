"""What is open with an officer as texts of the page: groups with counts, lines by number, what nobody takes over."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from admin_ui.shell.formats import number as grouped
from admin_ui.shell.formats import short_date
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language, say
from backend.approvals.absences import service as absences
from backend.insight.handing_over import service as handing_over
from backend.insight.handing_over.service import Beside, Kind, Line, Person, Stopped, Work

SPLIT = 60
"""Lines of a group that are listed to be split; more would be a page that nobody reads."""


class Group(NamedTuple):
    """The lines of one kind."""

    kind: Kind
    title: str
    total: str
    led: str
    lines: Sequence[tuple[str, str]]
    """Key and label of each, if they can be split."""
    many: str
    opened: bool
    """Whether a line has a receiver of its own, or a wrong one."""


def groups(work: Work, form: Form, errors: Mapping[str, str], language: Language) -> list[Group]:
    """Return the groups that have lines, in the order of the page."""
    found = []
    for kind in handing_over.KINDS:
        theirs = [one for one in work.lines if one.kind == kind]
        if theirs:
            found.append(_group(kind, theirs, form, errors, language))
    return found


def _group(
    kind: Kind, theirs: list[Line], form: Form, errors: Mapping[str, str], language: Language
) -> Group:
    words = partial(say, language)
    led = sum(one.role == "lead" for one in theirs) if kind != "step" else 0
    many = len(theirs) > SPLIT
    names = [f"line_{one.key}" for one in theirs]
    shown = [] if many or len(theirs) == 1 else [(one.key, label(one, language)) for one in theirs]
    return Group(
        kind=kind,
        title=words(f"handover.kind_{kind}"),
        total=words("handover.count", count=grouped(len(theirs), language)),
        led=words("handover.led", count=grouped(led, language)) if led else "",
        lines=shown,
        many=words("handover.split_many", count=SPLIT) if many else "",
        opened=any(form.text(name) or name in errors for name in names),
    )


def label(line: Line, language: Language) -> str:
    """Return how a line is called: the number of its record, the officer's part, the day it is due."""
    if line.kind == "step":
        said = say(language, "handover.line_step", number=line.part)
    else:
        said = say(language, f"handover.line_{line.role}", number=line.number)
    if line.due is None:
        return said
    return say(language, "handover.line_due", line=said, day=short_date(line.due, language))


def beside(counted: Beside, language: Language) -> list[str]:
    """Return what nobody takes over, as sentences; none for what there is none of."""
    of = {
        "delegations": counted.delegations,
        "stand_ins": counted.stand_ins,
        "drafts": counted.drafts,
        "devices": counted.devices,
        "returned": counted.returned,
        "papers": counted.papers,
        "unit_drafts": counted.unit_drafts,
        "machines": counted.machines,
    }
    return [say(language, f"handover.beside_{one}", count=n) for one, n in of.items() if n]


def more(work: Work, language: Language) -> str:
    """Return the sentence about more than one step takes, or nothing."""
    if not work.more:
        return ""
    return say(language, "handover.more", count=grouped(handing_over.MOST, language))


def thens(work: Work, language: Language) -> list[tuple[str, str]]:
    """Return what can be done with the account: nothing while more is open than one step takes."""
    ways = ("stay",) if work.more else ("stay", "leave", "move")
    return [(one, say(language, f"handover.then_{one}")) for one in ways]


def above(work: Work, *, administers: bool) -> str:
    """Return the page above."""
    return f"/desk/people/{work.officer.id}" if administers else "/desk/handover"


def gets(
    work: Work, choices: Mapping[str, UUID], people: Mapping[UUID, Person], language: Language
) -> list[str]:
    """Return who gets how many of what, a sentence each."""
    found = []
    for person in sorted(people.values(), key=lambda one: one.full_name):
        mine = [one for one in work.lines if choices.get(one.key) == person.id]
        teams = sum(one.kind == "team" for one in mine)
        if len(mine) > teams:
            what = handing_over.counted_lines(one for one in mine if one.kind != "team")
            found.append(
                say(language, "handover.gets", name=person.full_name, what=getattr(what, language))
            )
        if teams:
            found.append(say(language, "handover.proposed", name=person.full_name, count=teams))
    return found


async def warnings(work: Work, people: Mapping[UUID, Person], language: Language) -> list[str]:
    """Return what speaks for asking again: teams that a decision names, and who takes over and is away or elsewhere."""
    words, found = partial(say, language), []
    if any(one.kind == "team" for one in work.lines):
        found.append(words("handover.team_note"))
    leaves = await absences.leaves(list(people))
    for person in sorted(people.values(), key=lambda one: one.full_name):
        if leave := leaves.get(person.id):
            day = short_date(leave.until, language)
            found.append(words("handover.away", name=person.full_name, day=day))
        if person.unit_id != work.officer.unit_id:
            unit = person.unit_vi if language == "vi" else person.unit_en
            found.append(
                words(
                    "handover.elsewhere",
                    name=person.full_name,
                    unit=unit,
                    officer=work.officer.full_name,
                )
            )
    return found


def stopped(why: Stopped, language: Language) -> str:
    """Return why nothing was handed over, at which record."""
    text = getattr(why.text, language)
    if why.line is None:
        return str(text)
    kind = say(language, f"handover.kind_{why.line.kind}")
    return say(language, "handover.at", kind=kind, number=why.line.number, why=text)
