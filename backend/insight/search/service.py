"""The one search: by words as one types, and page by page with filters, always inside the reader's scope.

    found = await service.typed(actor, "gao hoa tra")
    page = await service.page(actor, Sought.CASE, service.Wanted(text="gạo hoa trắng", filters=filters))

Words are written some seconds after an act (following.py); `behind` says by how many seconds if it is more. What was
searched for is on the access log, each look of a box that fills as one types too: its answer shows names.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import access_log, keyset, replica
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.fieldwork.inspections import views as inspection_views
from backend.insight.queries import search as queries
from backend.insight.queries import search_words
from backend.insight.queries.search import After, Row
from backend.insight.queries.search import Filters as Filters
from backend.insight.queries.search_sources import SOURCES
from backend.insight.rules.search import asking, marking
from backend.insight.rules.search.asking import Question, Term
from backend.insight.search import finding
from backend.insight.search.finding import Matches, Want
from backend.law.catalogue import service as catalogue
from backend.parties import service as parties
from schemas.core.problems import Text
from schemas.fieldwork.inspections import UnitChoice
from schemas.insight.search import Found, Group, Hit, Results, Sought
from schemas.law.catalogue import Violation

SHOWN = 5
"""Hits of each kind as one types."""
PAGE = 25
_MOST_BEHAVIOURS = 200
_RANKED = 30
"""Rows of which the best are shown as one types."""
_LAGS = 60
"""Seconds from which on a page says that it lags."""
_ACTION = "everything.searched"


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a page of results asks for."""

    text: str = ""
    place: str = ""
    """Words of an address."""
    filters: Filters = Filters()

    @property
    def terms(self) -> dict[str, object]:
        """What was asked, for the access log."""
        asked = self.filters
        values = {name: getattr(asked, name) for name in asked.__struct_fields__}
        said = {
            name: ", ".join(str(one) for one in value) if isinstance(value, tuple) else value
            for name, value in values.items()
            if name != "unit_level"
        }
        return {"text": self.text, "place": self.place, **said}


def kinds(actor: Actor) -> list[Sought]:
    """Return the kinds of which the reader may find any, in the order in which groups are shown."""
    return [one for one in Sought if one is Sought.BEHAVIOUR or not finding.reach(one, actor).empty]


def conditions(kind: Sought | None) -> set[str]:
    """Return the conditions that a kind can have, by their names in an address; of no kind in particular, all."""
    asked = {
        "officer": Filters(officers=(UUID(int=0),)),
        "behaviour": Filters(behaviours=("",)),
        "value_from": Filters(value_from=1),
        "since": Filters(since=date.min),
    }
    return {name for name, one in asked.items() if kind is None or finding.can_match(kind, one)}


def first_kind(actor: Actor, wanted: Wanted) -> Sought:
    """Return the first kind of the reader's that has what these conditions ask for."""
    mine = [one for one in kinds(actor) if one is not Sought.BEHAVIOUR]
    fitting = [one for one in mine if finding.can_match(one, wanted.filters)]
    return next(iter(fitting or mine), Sought.BEHAVIOUR)


async def units(actor: Actor) -> list[UnitChoice]:
    """Return the units to which results can be narrowed: the reader's own and those below."""
    return await inspection_views.units_in_scope(actor)


async def typed(actor: Actor, text: str, *, address: str | None = None) -> Found:
    """Find the first hits of every kind. Raises Invalid for a question that is none."""
    question = asking.read(text)
    if question.empty:
        return Found(groups=[], behind=0)
    await access_log.record_search(actor, _ACTION, {"text": text}, address)

    async def look() -> Found:
        await queries.plan_anew()
        groups = [
            _group(kind, found, terms, text)
            for kind, (found, terms) in (await _typed(actor, question)).items()
        ]
        acts = await _behaviours(text, question.terms)  # which everybody may find
        best = [_behaviour_hit(one, question.terms) for one in acts[:SHOWN]]
        groups.append(Group(kind=Sought.BEHAVIOUR, hits=best, more=len(acts) > SHOWN))
        return Found(groups=[one for one in groups if one.hits], behind=await _behind())

    return await replica.reading(look)


async def _typed(
    actor: Actor, question: Question
) -> dict[Sought, tuple[Matches, tuple[Term, ...]]]:
    """Find rows of every kind; of which none has the words whole, those that have words beginning so."""
    mine = [one for one in kinds(actor) if one is not Sought.BEHAVIOUR]
    found = await _first(actor, mine, question)
    loose = question.looser()
    again = [kind for kind in mine if not found[kind].rows] if loose is not None else []
    if loose is None or not again:
        return {kind: (one, question.terms) for kind, one in found.items()}
    others = await _first(actor, again, loose)
    return {
        kind: (others[kind], loose.terms) if kind in others else (found[kind], question.terms)
        for kind in mine
    }


async def _first(
    actor: Actor, kinds: Sequence[Sought], question: Question
) -> dict[Sought, Matches]:
    wants = [
        Want(kind=kind, question=question, limit=_RANKED, enough=SHOWN + 1, ranked=True)
        for kind in kinds
    ]
    return dict(zip(kinds, await finding.find(actor, wants), strict=True))


def _group(kind: Sought, found: Matches, terms: tuple[Term, ...], text: str) -> Group:
    best = sorted(found.rows, key=lambda row: _rank(row, text, terms))
    shown = [_hit(kind, row, terms) for row in best[:SHOWN]]
    return Group(kind=kind, hits=shown, more=len(found.rows) > SHOWN)


def _rank(row: Row, text: str, terms: tuple[Term, ...]) -> tuple[int, int, int]:
    return marking.rank(row.name or "", row.number or "", text, terms)


async def page(
    actor: Actor,
    kind: Sought,
    wanted: Wanted,
    cursor: str | None = None,
    *,
    address: str | None = None,
    limit: int = PAGE,
) -> Results:
    """Return a page of one kind, the newest first. Raises NotAllowed, and Invalid for a bad question or cursor."""
    if kind not in kinds(actor):
        raise NotAllowed
    question = asking.read(wanted.text, wanted.place)
    after = _after(kind, cursor)
    await access_log.record_search(actor, _ACTION, wanted.terms, address)

    async def look() -> Results:
        await queries.plan_anew()
        if kind is Sought.BEHAVIOUR:
            acts = await _behaviours(wanted.text, question.terms) if wanted.text.strip() else []
            hits = [_behaviour_hit(one, question.terms) for one in acts[:_MOST_BEHAVIOURS]]
            return Results(hits=hits, count=len(acts), next=None, behind=0, looser=False)
        results = await _page(actor, kind, question, wanted, after, limit)
        loose = question.looser()
        if not results.hits and loose is not None:  # pages behind the first, too
            again = await _page(actor, kind, loose, wanted, after, limit)
            if again.hits:
                return msgspec.structs.replace(again, looser=True)
        return results

    return await replica.reading(look)


async def _page(
    actor: Actor,
    kind: Sought,
    question: Question,
    wanted: Wanted,
    after: After | None,
    limit: int,
) -> Results:
    want = Want(
        kind=kind,
        question=question,
        filters=wanted.filters,
        limit=limit + 1,
        after=after,
        counted=after is None,
    )
    [found] = await finding.find(actor, [want])
    rows = found.rows[:limit]
    terms = (*question.terms, *question.where)
    return Results(
        hits=[_hit(kind, row, terms) for row in rows],
        count=found.count,
        next=_cursor(rows[-1]) if len(found.rows) > limit else None,
        behind=await _behind(),
        looser=False,
    )


def _after(kind: Sought, cursor: str | None) -> After | None:
    if cursor is None or kind is Sought.BEHAVIOUR:
        return None
    if SOURCES[kind].at is None:
        (ident,) = keyset.read(cursor, UUID)
        return (ident,)
    at, ident = keyset.read(cursor, datetime, UUID)
    return at, ident


def _cursor(row: Row) -> str:
    return keyset.write(row.id) if row.ordered_at is None else keyset.write(row.ordered_at, row.id)


async def _behind() -> int:
    seconds = await search_words.behind_seconds()
    return seconds if seconds >= _LAGS else 0


def _hit(kind: Sought, row: Row, terms: tuple[Term, ...]) -> Hit:
    known = marking.fitted(f"{row.number or ''} {row.name or ''} {row.place or ''}", terms)
    why, excerpt = marking.excerpt(row.said, terms, known)
    return Hit(
        kind=kind,
        id=row.id,
        code=None,
        name=marking.marked(row.name, terms),
        number=marking.marked(row.number, terms),
        where=marking.marked(row.place, terms),
        why=why,
        excerpt=excerpt,
        state=row.state,
        at=row.at,
        unit=Text(vi=row.unit_vi, en=row.unit_en or row.unit_vi) if row.unit_vi else None,
        form=row.form,
    )


async def _behaviours(text: str, terms: tuple[Term, ...]) -> list[Violation]:
    """Return behaviours of the catalogue with all of these words: first as its own search ranks them, then the others.

    Its own search knows no unfinished word. Everybody reads the whole catalogue.
    """
    if not terms:
        return []
    ranked, whole = await catalogue.search_in_all(text)
    with_all = marking.having_all(_lines.of(whole), [t.needle for t in terms])
    first = [one for one in ranked if one.code in with_all]
    known = {one.code for one in first}
    return [*first, *(one for code, one in with_all.items() if code not in known)]


class _Lines:
    """The behaviours with what of them is looked through, made once for each state of the catalogue."""

    def __init__(self) -> None:
        self._made_of: Sequence[Violation] = ()
        self._lines: list[tuple[str, tuple[str, Violation]]] = []

    def of(self, known: Sequence[Violation]) -> list[tuple[str, tuple[str, Violation]]]:
        """Return each as a line to look through, with its code. The catalogue hands out one list until it changes."""
        if known is not self._made_of:
            self._lines = [
                (marking.line(f"{one.code} {one.name_vi} {one.legal_basis}"), (one.code, one))
                for one in known
            ]
            self._made_of = known
        return self._lines


_lines = _Lines()


def _behaviour_hit(one: Violation, terms: tuple[Term, ...]) -> Hit:
    return Hit(
        kind=Sought.BEHAVIOUR,
        id=None,
        code=one.code,
        name=marking.marked(one.name_vi, terms),
        number=marking.marked(one.code, terms),
        where=marking.marked(one.legal_basis, terms),
        why=None,
        excerpt=[],
        state=None,
        at=None,
        unit=None,
        form=None,
    )


async def officers(actor: Actor, typed: str, limit: int) -> dict[UUID, str]:
    """Return the officers whom a condition means, by their names: one by id, or all whose name has these words."""
    ident = _id_of(typed)
    if ident is not None:
        return await queries.names(Sought.PERSON, [ident], finding.reach(Sought.PERSON, actor))
    question = asking.read(typed)
    want = Want(kind=Sought.PERSON, question=question, limit=limit)
    [found] = await finding.find(actor, [want])
    return {row.id: row.name or "" for row in found.rows}


async def behaviours(typed: str) -> dict[str, str]:
    """Return the behaviours that a condition means, by their names: one by its code, or all that have these words."""
    found = await _behaviours(typed, asking.read(typed).terms)
    exact = [one for one in found if (one.code or "").casefold() == typed.strip().casefold()]
    return {one.code or "": f"{one.code}" for one in exact or found}


async def party_name(actor: Actor, party_id: UUID) -> str:
    """Return the name of a party of the register. Raises NotFound if the reader does not see it."""
    return (await parties.get(actor, party_id)).name


def _id_of(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
