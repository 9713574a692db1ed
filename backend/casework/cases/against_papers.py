"""Compares acts with the papers that they name, and says whether a hearing is due.

Gathers for gathering.py and law.py. The rules are in backend/casework/rules/signed.py and
backend/law/rules/hearing.py.
"""

from contextlib import suppress
from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.casework.cases import comparing, events
from backend.casework.queries import cases as queries
from backend.casework.rules import outside, recording, signed, violators
from backend.casework.rules.contradictions import folded, same_place, same_wording
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.guard_context import Contradiction
from backend.core import clock
from backend.core.errors import NotFound
from backend.core.local_time import day_of
from backend.documents import forms
from backend.documents.queries import releases as release_queries
from backend.fieldwork.inspections import on_site
from backend.law import books
from backend.law.catalogue import service as catalogue
from backend.law.deadlines import service as deadlines
from backend.law.rules import counting as deadline_rules
from backend.law.sanctions import service as sanctions
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.casework.words import CaseAct
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import Violation
from schemas.law.sanctions import Computation, ExplanationRight, SanctionOrder, Values

_TO_EXPLAIN_DAYS = 5
"""Working days to explain in writing (Law Art 61.2)."""
_TO_ASK_DIRECTLY_DAYS = 2
"""Working days to ask for a hearing (Law Art 61.3)."""


async def differs(
    kind: CaseAct,
    facts: Facts,
    content: Any,
    computation: Computation | None = None,
    *,
    by_catalogue: bool = False,
) -> Contradiction | None:
    """Return the first point in which an act contradicts the signed paper that it names, or None.

    `computation` is that of a sanction's order. With `by_catalogue`, recorded behaviours are
    compared with the catalogue too.
    """
    by_proof = hasattr(content, "proof_document_id")
    chosen = content.proof_document_id if by_proof else content.document_id
    paper = facts.papers.get(chosen) if chosen else None
    if paper is None or not paper.stands:
        return None
    beside = signed.Beside(party=facts.party, computation=computation)
    if by_catalogue:
        beside = beside._replace(
            codes=await _codes(facts.book), known=await _known(content.violations, facts.book)
        )
    if facts.recorded is not None:
        called: dict[str, set[str]] = {}
        for one in facts.recorded.violations:
            called.setdefault(one.code, set()).add(one.name)
        beside = beside._replace(
            minutes=facts.papers.get(facts.recorded.document_id),
            recorded={code: frozenset(names) for code, names in called.items()},
        )
    named = recording.named_later(facts)
    if computation is not None and named is not None:
        beside = beside._replace(party=None, named=named.fields["violator"])
    found = comparing.differences(kind, content, paper, facts, beside)
    return contradiction(paper, found[0]) if found else None


def contradiction(paper: Paper, found: signed.Difference) -> Contradiction:
    """Put a difference into words: the field's label, and choices as the paper prints them."""
    form = (paper.form, paper.form_version)
    where = Text(vi=forms.label(*form, found.at, "vi"), en=forms.label(*form, found.at, "en"))
    choices = forms.schema_at(*form, found.at).get("x-choices", [])
    printed = {one["value"]: Text(**one["label"]) for one in choices}
    in_english = found.english or (found.paper, found.typed)
    said = (Text(vi=vi, en=en) for vi, en in zip(found[1:3], in_english, strict=True))
    paper_says, typed = (printed.get(one.vi, one) for one in said)
    return Contradiction(where=where, paper=paper_says, typed=typed)


async def _codes(book: str) -> dict[str, frozenset[str]]:
    """Map each wording in the case's catalogue, normalised by folded(), to the codes that have it."""
    found: dict[str, set[str]] = {}
    for row in await catalogue.rows(book):
        found.setdefault(folded(row.name_vi), set()).add(row.code)
    return {words: frozenset(codes) for words, codes in found.items()}


async def _known(violations: list[RecordedViolation], book: str) -> dict[str, Violation]:
    """Return the catalogue's versions of an act's behaviours; unknown behaviours are left out."""
    found = {}
    for one in violations:
        with suppress(NotFound):
            found[one.code] = await catalogue.version_of(one.code, one.catalogue_version, book)
    return found


_NO_VERSION = (
    "danh mục không có mã này vào ngày chấm dứt hành vi, hoặc văn bản chưa ghi phiên bản; hãy tra lại mã",
    "the catalogue has no such code on the day the act ended, or its version is missing; look the code up again",
)


async def rows_fault(paper: Paper, book: str) -> Text | None:
    """Return why violation minutes can never be recorded as they are, or None.

    A row may have a code without its version, or a code that its wording, provision or values
    contradict. None for other papers and for rows without a code.
    """
    if paper.form != "MBB01":
        return None
    for row in paper.fields.get("violations") or []:
        code, version = row.get("code"), row.get("catalogue_version")
        if not code:
            continue
        if version is None:
            return _of_row(code, *_NO_VERSION)
        try:
            known = await catalogue.wordings(code, version, book)
        except NotFound:
            return _of_row(code, f"danh mục không có phiên bản {version}", f"no version {version}")
        faults = [_row_fault(row, one) for one in known]
        if all(faults):
            return faults[0]
    return None


def _row_fault(row: dict[str, Any], known: Violation) -> Text | None:
    if not same_wording(row.get("wording", ""), known.name_vi):
        vi = f"tên hành vi khác danh mục («{known.name_vi}»)"
        return _of_row(known.code, vi, f"another wording than the catalogue's (“{known.name_vi}”)")
    if not same_place(row.get("provision", ""), known.legal_basis):
        vi = f"điều khoản khác danh mục («{known.legal_basis}»)"
        en = f"another provision than the catalogue's (“{known.legal_basis}”)"
        return _of_row(known.code, vi, en)
    values = Values(
        goods_value_vnd=row.get("goods_value"),
        illicit_gain_vnd=row.get("illicit_gain"),
        quantity=None,
    )
    found = sanctions.value_fault(known, values)
    return _of_row(known.code, found.vi, found.en) if found else None


def _of_row(code: str, vi: str, en: str) -> Text:
    return Text(vi=f"{code}: {vi}", en=f"{code}: {en}")


def warned(facts: Facts, order: SanctionOrder | None) -> Text | None:
    """Return why an order may not warn instead of fining; None if it may, or if there is no order."""
    if order is None:
        return None
    return sanctions.warning_fault(order, facts.party.birth_date if facts.party else None)


def warned_by(facts: Facts, document_id: UUID) -> Text | None:
    """The same of the order that a paper bears."""
    paper = facts.papers.get(document_id)
    return warned(facts, signed.order_of(paper.fields)) if paper else None


async def outdated(form: str, version: int, now: datetime) -> bool:
    """Tell whether a newer version of the form existed before today.

    Asked when a paper is begun, made ready or signed.
    """
    try:
        newest = forms.newest(form)
    except forms.FormUnknown:
        return False
    return version < newest and await release_queries.superseded(form, version, day_of(now))


async def outdated_by(facts: Facts, content: Any, now: datetime) -> bool:
    """The same of the paper that an act begins or names."""
    named = content if hasattr(content, "form") else facts.papers.get(content.document_id)
    return named is not None and await outdated(named.form, named.form_version, now)


async def minutes_on_site(facts: Facts, who: violators.Violator | None) -> tuple[str, ...]:
    """List the numbers of the inspection's other violation minutes that may be about this violator.

    These are minutes that no case adopted, and minutes in another case of the inspection against
    the same violator. Each other violator has a case of their own.
    """
    if facts.inspection_id is None:
        return ()
    others = await beside(facts.inspection_id, facts.opening.number)
    found = await on_site.numbers(facts.inspection_id, "MBB01")
    taken = facts.papers.keys() | {one for other in others for one in other.papers}
    return (
        *(number for one, number in found.items() if one not in taken),
        *(
            paper.number or "?"
            for other in others
            for paper in other.papers.values()
            if paper.form == "MBB01" and violators.binds(paper)
            if violators.same(violators.of_fields(paper.fields), who)
        ),
    )


async def seizures_on_site(facts: Facts) -> tuple[str, ...]:
    """List the numbers of the inspection's seizure minutes that no case adopted.

    Goods that were taken from another person on that visit belong to that person's case.
    """
    if facts.inspection_id is None:
        return ()
    found = await on_site.closed(facts.inspection_id, "MBB15")
    left = [one for one in found if one.id not in facts.papers]
    if not left:
        return ()
    others = await beside(facts.inspection_id, facts.opening.number)
    taken = {one for other in others for one in other.papers}
    who = violators.of_party(facts.party)
    return tuple(
        one.number or "?"
        for one in left
        if one.id not in taken and violators.same(violators.of_fields(one.fields), who)
    )


async def found_on_site(facts: Facts) -> bool:
    """Tell whether the inspection's minutes name violations that no other case of it recorded."""
    if facts.inspection_id is None or not await queries.violations_found(facts.inspection_id):
        return False
    others = await beside(facts.inspection_id, facts.opening.number)
    return all(one.recorded is None for one in others)


async def beside(inspection_id: UUID, number: str) -> list[Facts]:
    """Return the facts of an inspection's other cases, without a check of scope.

    For guards, which show only their numbers and names.
    """
    found = [
        await events.facts_of(row.id)
        for row in await queries.cases_of_inspection(inspection_id)
        if row.number != number
    ]
    return [one for one in found if one is not None]


async def versions_stand(
    paper: Paper | None, violations: list[RecordedViolation], book: str | None
) -> bool:
    """Tell whether each behaviour names the catalogue version that was in force when its act ended.

    The catalogue counts as it is now or as it was when the minutes were signed: a later publication
    may take effect before that day. A phone may have written its paper before it learnt of a newer
    version. Such an adopted paper keeps the version that it named.
    """
    adopted = paper is not None and paper.adopted
    signed_at = paper.numbered_at if paper else None
    for one in violations:
        if one.outside is not None:
            continue
        try:
            if adopted:
                await catalogue.version_of(one.code, one.catalogue_version, book)
                continue
            now = await catalogue.version_at(one.code, one.ended_on, book=book)
            then = await catalogue.version_at(one.code, one.ended_on, signed_at, book)
            if one.catalogue_version not in (now.version, then.version):
                return False
        except NotFound:
            return False
    return True


async def hearing(
    kind: SubjectKind, violations: list[RecordedViolation], recorded_at: datetime, book: str | None
) -> ExplanationRight:
    """Return the right to explain under minutes of this moment that record these behaviours."""
    rows = [(one.code, one.catalogue_version, one.goods_value) for one in violations]
    return await sanctions.hearing_right(kind, rows, day_of(recorded_at), book)


async def hearing_on(paper: Paper, book: str) -> ExplanationRight:
    """Return the right to explain under violation minutes as they are written, signed or not."""
    fields = paper.fields
    kind = (fields.get("violator") or {}).get("kind")
    subject = SubjectKind(kind) if kind in set(SubjectKind) else None
    codes = await _codes(book)
    rows: list[tuple[str | None, int | None, int | None]] = []
    for row in fields.get("violations") or []:
        meant = sorted(codes.get(folded(row.get("wording", "")), ()))
        code = row.get("code") or (meant[0] if meant else None)
        rows.append((code, row.get("catalogue_version"), row.get("goods_value")))
    began = signed.moment(fields.get("started_at"))
    day = day_of(began) if isinstance(began, datetime) else clock.today()
    return await sanctions.hearing_right(subject, rows, day, book)


def denies_hearing(paper: Paper) -> bool:
    """Tell whether violation minutes say that the violator has no right to explain."""
    return paper.form == "MBB01" and paper.fields.get("explanation") == "none"


def time_to_explain_over(recorded_at: datetime, now: datetime) -> bool:
    """Tell whether five working days have passed since the minutes.

    Asked if no clock runs, because the minutes denied the right or the violator waived it.
    """
    return _days_over(day_of(recorded_at), _TO_EXPLAIN_DAYS, now)


def handed_over_lately(facts: Facts, now: datetime) -> bool:
    """Tell whether the recorded minutes got their number less than five working days ago.

    Asked of minutes that were numbered later than they say they were made: nobody could explain
    anything before the minutes existed (Art 61, 58.6).
    """
    paper = facts.papers.get(facts.recorded.document_id) if facts.recorded else None
    if paper is None or paper.issued_on is None or facts.recorded is None:
        return False
    later = paper.issued_on > day_of(facts.recorded.recorded_at)
    return later and not _days_over(paper.issued_on, _TO_EXPLAIN_DAYS, now)


def time_to_ask_over(recorded_at: datetime, mode: str, now: datetime) -> bool:
    """Tell whether the time to ask for an explanation is over.

    It is 2 working days for a hearing, 5 in writing (Art 61).
    """
    days = _TO_ASK_DIRECTLY_DAYS if mode == "direct" else _TO_EXPLAIN_DAYS
    return _days_over(day_of(recorded_at), days, now)


def _days_over(start: date, days: int, now: datetime) -> bool:
    last = deadline_rules.add_working_days(start, days, deadlines.calendar())
    return now >= deadline_rules.end_of(last)


_PROVISIONS = ("drivers", "extra", "provided_remedies", "doublings", "times", "warning", "edition")
"""What a row of an edition provides besides its band; words about it are not compared."""


def of_the_case(order: SanctionOrder, facts: Facts) -> bool:
    """Tell whether an order is computed by the book of its case, or of its opening before it was moved."""
    known = {facts.opening.rule_set, facts.rule_set}
    return order.book in {books.named_in_order(one) for one in known}


async def behaviours_as_published(order: SanctionOrder, facts: Facts, *, pinned: bool) -> bool:
    """Tell whether an order's behaviours are what the catalogue of its case says of their versions.

    An order by another book is none of the case, and one without a fine is no sanction.

    For an order without minutes (`pinned` false) these must be the versions in force on the day of
    the act.
    """
    book = facts.book
    if not of_the_case(order, facts) or order.without_fine:
        return False
    stated = outside.behaviours(facts)
    for one in order.acts:
        if outside.is_outside(one.behaviour.code):
            if stated.get(one.behaviour.code) != one.behaviour:
                return False
            continue
        try:
            known = await sanctions.pinned(one.behaviour.code, one.behaviour.version, book)
            if not pinned and (
                (await sanctions.behaviour(one.behaviour.code, one.acted_on, book)).version
                != one.behaviour.version
            ):
                return False
        except NotFound:
            return False
        said = one.behaviour
        if any(getattr(said, name) != getattr(known, name) for name in _PROVISIONS):
            return False
        if (said.fine_min_vnd, said.fine_max_vnd, said.stated_for, said.field, said.multiple) != (
            known.fine_min_vnd,
            known.fine_max_vnd,
            known.stated_for,
            known.field,
            known.multiple,
        ):
            return False
    return True
