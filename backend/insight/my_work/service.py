"""My work: everything whose next step is one officer's, the most urgent first, with true counts.

    found = await my_work.page(actor, Show.OVERDUE, kind="", cursor=None)

What can wait is declared in backend/insight/queries as branches. A thing that is done is not in its branch any more,
so it leaves by itself.
"""

from datetime import date, datetime
from functools import cache
from uuid import UUID

import msgspec

from backend.approvals import claims
from backend.approvals.texts import steps
from backend.casework.exceptions import service as exceptions
from backend.casework.exceptions.nobody_looked import UnseenFile, nobody_looked
from backend.core import clock, keyset
from backend.core.actors import Actor
from backend.documents import forms
from backend.insight.queries import my_work as queries
from backend.insight.queries import posts as post_queries
from backend.insight.queries import teams as team_queries
from backend.insight.queries import watched as watched_queries
from backend.insight.queries.branches import Asking
from backend.insight.queries.my_work import Counted, Key, Shown
from backend.insight.queries.teams import Team as Team
from backend.insight.queries.watched import Watched as Watched
from backend.insight.rules import headless, urgency
from backend.insight.rules.urgency import Band as Band
from backend.insight.rules.urgency import Show as Show
from backend.insight.texts import work as texts
from backend.law import form_facts
from backend.law.deadlines import service as deadlines
from backend.law.plan_limits import service as plan_limits
from backend.law.sanctions import service as sanctions
from backend.planning.rules import calendar as planning
from schemas.approvals.words import StepKind, SubmittedKind
from schemas.casework.exceptions import ExceptionKind
from schemas.core.problems import Text
from schemas.core.vocabulary import Role

PAGE_SIZE = 30
REVIEWS = 1000
shown = urgency.shown
KINDS = texts.KINDS
"""What each kind is called, and what is to be done, in both languages."""
EXCEPTIONS = exceptions.NAMES
"""What each kind of exception is called."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that waits for the reader. Times are UTC."""

    kind: str
    id: UUID
    part: str
    what: Text
    step: Text
    subject: str | None
    """The party, or what else it is about."""
    subject_en: str | None
    number: str | None
    title: Text | None
    """What the paper is called, or how an act departed from the rule."""
    who: str | None
    """From whom it came, or for whom it is."""
    note: str | None
    state: str | None
    times: int | None
    missing: int | None
    since: datetime
    due: datetime | None
    rule: str | None
    """D12; None for a limit that the force sets itself, and without a limit."""
    why: Text | None
    """What the limit is, in words."""
    citation: Text | None
    """Its article, where there is one."""
    band: Band
    returned: bool


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much waits."""

    waiting: int
    overdue: int
    soon: int
    returned: int
    kinds: list[Counted]
    """Of which something waits, in the order of the page."""


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the list. `count` is that of the whole list under its filters."""

    rows: list[Row]
    count: int
    next: str | None
    counts: Counts
    show: Show
    kind: str
    """Empty for all kinds."""


class ForAuditors(msgspec.Struct, frozen=True, kw_only=True):
    """What an auditor finds besides the list."""

    exceptions: list[Watched]
    """By kind, those without a term too."""
    files: list[UnseenFile]
    """Agreed to, though nobody outside the team opened a photograph."""
    more_files: bool


async def page(
    actor: Actor, show: Show, kind: str, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Work:
    """Return a page of what waits for this officer. A kind that the officer does not have shows all kinds.

    Raises Invalid for a cursor that this list did not make.
    """
    after = keyset.read(cursor, datetime, datetime, UUID, str, str) if cursor else None
    kinds = queries.kinds_of(actor)
    chosen = kind if kind in kinds else ""
    asking = await _asking(actor)
    found, waiting = await queries.page(asking, kinds, chosen, show, after, limit + 1)
    counted = _counts(waiting, kinds)
    said = await queries.shown(asking, found[:limit])
    last = found[limit - 1] if len(found) > limit else None
    return Work(
        rows=[
            _row(key, said.get((key.kind, key.id, key.part)), asking.now) for key in found[:limit]
        ],
        count=_count(counted, show, chosen),
        next=keyset.write(last.place, last.since, last.id, last.kind, last.part) if last else None,
        counts=counted,
        show=show,
        kind=chosen,
    )


async def waiting(actor: Actor, kind: str, record_id: UUID) -> list[Row]:
    """Return what waits for this officer of a kind and with this id, as the list shows it."""
    asking = await _asking(actor)
    found = await queries.waits(asking, kind, record_id)
    said = await queries.shown(asking, found)
    return [_row(key, said.get((key.kind, key.id, key.part)), asking.now) for key in found]


async def count(actor: Actor) -> Counts:
    """Return how much waits for this officer, without the list."""
    kinds = queries.kinds_of(actor)
    return _counts(await queries.counts(await _asking(actor), kinds), kinds)


async def reviews(actor: Actor, show: Show) -> list[UUID]:
    """Return the submissions of which a step waits for this officer, in the order of the page: who reviews walks along.

    At most REVIEWS of them, the most urgent: no head has as many at once, and an address that names one behind them
    is still opened.
    """
    answers_to = await claims.of(actor)
    asking = Asking(
        actor=actor,
        headless=[],
        keys=answers_to.deciding,
        advice=answers_to.advising,
        standing=[],
        now=clock.now(),
        heads=[],
        of_units=[],
        of_leaders=[],
        registers_since=clock.today(),
        wanted_plans="[]",
    )
    return await queries.ids(asking, ["step"], show, REVIEWS)


async def teams(actor: Actor) -> list[Team]:
    """Return how the units below a head stand; none for others."""
    if not actor.has(Role.SUPERVISOR, Role.TEAM_LEADER):
        return []
    found = await team_queries.below(actor, clock.now())
    return found if len(found) > 1 or actor.has(Role.SUPERVISOR) else []


async def watched(actor: Actor) -> ForAuditors | None:
    """Return what nobody checked and nobody looked at, for auditors; None for others."""
    if not actor.has(Role.AUDITOR):
        return None
    seen = await nobody_looked(actor)
    return ForAuditors(
        exceptions=await watched_queries.exceptions(actor, clock.now()),
        files=seen.files,
        more_files=seen.more_files,
    )


def kinds_of(actor: Actor) -> list[str]:
    """Return the kinds of work that this officer can have, for what an empty page says."""
    return queries.kinds_of(actor)


async def _asking(actor: Actor) -> Asking:
    heads: list[UUID] = []
    if actor.has(Role.SUPERVISOR):
        posts = await post_queries.held(actor.officer_id)
        heads = [one.unit_id for one in posts if sanctions.heads_a_unit(one.title_vi)]
    answers_to = await claims.of(actor)
    return Asking(
        actor=actor,
        headless=await _headless(answers_to.deciding),
        keys=answers_to.deciding,
        advice=answers_to.advising,
        standing=sorted({actor.officer_id, *answers_to.standing_in.values()}),
        now=clock.now(),
        heads=heads,
        of_units=form_facts.numbered_by_units(),
        of_leaders=list(form_facts.team_leader_signs()),
        registers_since=date(clock.today().year - 1, 1, 1),
        wanted_plans=_wanted_plans(),
    )


def _wanted_plans() -> str:
    found = [
        {
            "rule": one.limit.id,
            "kind": one.kind,
            "levels": one.limit.levels,
            "year": one.year,
            "near": planning.near_at(one.due_at, one.limit),
            "due": one.due_at,
        }
        for one in planning.wanted(plan_limits.limits_on(clock.today()), clock.now())
    ]
    return msgspec.json.encode(found).decode()


async def _headless(deciding: list[str]) -> list[UUID]:
    """Return the units that nobody heads and for which who answers to these keys is the nearest head."""
    heads = [UUID(key.removeprefix("head:")) for key in deciding if key.startswith("head:")]
    if not heads:
        return []
    found = await post_queries.below(heads)
    return headless.of(((one.path, one.unposted or _has_head(one.titles)) for one in found), heads)


def _has_head(titles: list[str]) -> bool:
    return any(sanctions.heads_a_unit(title) for title in titles)


def _counts(found: list[Counted], kinds: list[str]) -> Counts:
    return Counts(
        waiting=sum(one.waiting for one in found),
        overdue=sum(one.overdue for one in found),
        soon=sum(one.soon for one in found),
        returned=sum(one.returned for one in found),
        kinds=sorted(found, key=lambda one: kinds.index(one.kind)),
    )


def _count(counts: Counts, show: Show, kind: str) -> int:
    of = [one for one in counts.kinds if kind in ("", one.kind)]
    name = "waiting" if show is Show.ALL else str(show)
    return sum(getattr(one, name) for one in of)


def _row(key: Key, said: Shown | None, now: datetime) -> Row:
    words = texts.KINDS[key.kind]
    why, citation = _rule(key)
    return Row(
        kind=key.kind,
        id=key.id,
        part=key.part,
        what=words.what,
        step=_without_a_fine(key, now) or _step(said) or words.step,
        subject=said.subject if said else None,
        subject_en=said.subject_en if said else None,
        number=said.number if said else None,
        title=_title(said) if said else None,
        who=said.who if said else None,
        note=said.note if said else None,
        state=said.state if said else None,
        times=said.times if said else None,
        missing=said.missing if said else None,
        since=(said.shown_since if said else None) or key.since,
        due=key.due,
        rule=None if key.rule in texts.RULES else key.rule,
        why=why,
        citation=citation,
        band=urgency.band(key, now),
        returned=key.returned,
    )


def _without_a_fine(key: Key, now: datetime) -> Text | None:
    """Return what is left to decide on a case whose time for a fine is over; None of all else."""
    late = key.due is not None and key.due <= now
    if key.kind == "case_decide" and late and key.rule in texts.ENDS_THE_FINE:
        return texts.MEASURES_ALONE
    return None


def _step(said: Shown | None) -> Text | None:
    if said is None or not said.asked or said.state is None:
        return None
    return steps.asked(StepKind(said.asked), SubmittedKind(said.state))


def _title(said: Shown) -> Text | None:
    if said.kind == "exception" and said.state:
        return EXCEPTIONS[ExceptionKind(said.state)]
    if said.kind == "step" and said.state == SubmittedKind.MINUTES_DRAFT:
        return texts.KINDS["draft"].what
    if said.kind in ("step", "step_returned") and said.state:
        return steps.SUBJECTS[SubmittedKind(said.state)]
    if said.form is None:
        return None
    return _form(said.form, said.form_version)


@cache
def _form(form: str, version: int | None) -> Text:
    return Text(**forms.load(form, version or forms.newest(form))["x-title"])


def _rule(key: Key) -> tuple[Text | None, Text | None]:
    """Return what a limit is, in words, and its article."""
    if key.rule is None:
        return None, None
    if key.rule in texts.RULES:
        return texts.RULES[key.rule], None
    of_plans = plan_limits.words_of(key.rule)
    if of_plans is not None:
        return of_plans
    return deadlines.words_of(key.rule_set or deadlines.rule_set_at(clock.today()), key.rule)
