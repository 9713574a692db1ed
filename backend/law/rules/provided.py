"""Additional penalties and remedies of an order: only what the rows of its acts provide. Pure.

Decree 118/2021 Art 8.2: a measure is applied only if the decree provides it for the act, on the
day of the act. Where a row offers alternatives, one of them; where it names a condition, only under
it. Without a fine (Law Art 65.2) confiscation and remedies do not depend on the row.
"""

from collections.abc import Iterator
from typing import NamedTuple

from backend.law.errors import AlternativesTogether, MeasureNotProvided
from backend.law.rules.laws import Laws, measure
from backend.law.texts.sanctions import remark
from schemas.law.provisions import Condition, ExtraKind, ProvidedPenalty, ProvidedRemedy
from schemas.law.sanctions import ActOrder, Behaviour, ExtraPenalty, Remark, SanctionOrder

NOT_PROVIDED = "NĐ 118/2021 Điều 8.2"
SUSPENSIONS = (ExtraKind.LICENCE_SUSPENSION, ExtraKind.BUSINESS_SUSPENSION)


class Found(NamedTuple):
    """A penalty that the row of an act provides: the act's place in the order, and the penalty."""

    at: int
    penalty: ProvidedPenalty


def unread(act: ActOrder) -> bool:
    """Tell whether the decree of an act was not read, so that what it provides is not known."""
    return bool(act.behaviour.edition) and act.behaviour.certainty is None


def conditions(act: ActOrder) -> set[str]:
    """Return the conditions that hold for an act; repetition may be said in three places."""
    said = {"repeated", "reoffending"} & set(act.circumstances.aggravating)
    again = {Condition.REPEATED} if said or act.repeated is not None else set[Condition]()
    return {*act.conditions, *again}


def applies(one: ProvidedPenalty | ProvidedRemedy, act: ActOrder) -> bool:
    """Tell whether the condition of a measure is met. Goods whose value is not known count."""
    if one.when and not set(one.when) & conditions(act):
        return False
    if isinstance(one, ProvidedPenalty) and one.value_from_vnd is not None:
        value = act.values.goods_value_vnd
        return value is None or value >= one.value_from_vnd
    return True


def penalties(act: ActOrder) -> list[ProvidedPenalty]:
    """Return the additional penalties that a row provides and whose condition is met."""
    return [one for group in act.behaviour.extra for one in group if applies(one, act)]


def remedies(act: ActOrder) -> list[ProvidedRemedy]:
    """Return the remedies that a row provides and whose condition is met."""
    return [one for group in act.behaviour.provided_remedies for one in group if applies(one, act)]


def remedy_groups(act: ActOrder) -> list[list[str]]:
    """Return the remedies whose condition is met, as groups of alternatives.

    One that takes the place of others joins them: re-export in place of destruction.
    """
    groups = [
        [one for one in group if applies(one, act)] for group in act.behaviour.provided_remedies
    ]
    found = [[str(one.kind) for one in group if not one.in_place_of] for group in groups]
    for one in (one for group in groups for one in group if one.in_place_of):
        home = next((group for group in found if set(group) & set(map(str, one.in_place_of))), None)
        if home is None:
            found.append([str(one.kind)])
        else:
            home.append(str(one.kind))
    return [list(dict.fromkeys(group)) for group in found if group]


def penalty_groups(act: ActOrder) -> list[list[str]]:
    """Return the additional penalties whose condition is met, as groups of alternatives."""
    groups = (
        [str(one.kind) for one in group if applies(one, act)] for group in act.behaviour.extra
    )
    return [list(dict.fromkeys(group)) for group in groups if group]


def providers(order: SanctionOrder, extra: ExtraPenalty) -> list[Found]:
    """Return which acts provide an additional penalty of an order."""
    return [
        Found(at, one)
        for at, act in enumerate(order.acts)
        if not extra.acts or at in extra.acts
        for one in penalties(act)
        if one.kind == extra.kind
        if extra.object in (None, one.object)
    ]


def check(order: SanctionOrder, laws: Laws) -> list[Remark]:
    """Return remarks on the measures of an order.

    Raises MeasureNotProvided, AlternativesTogether.
    """
    unknown = [act.behaviour for act in order.acts if unread(act)]
    for extra in order.extra_penalties if not unknown else []:
        freed = order.without_fine and extra.kind is ExtraKind.CONFISCATION
        barred = order.without_fine and extra.kind in SUSPENSIONS
        if barred or (not freed and not providers(order, extra)):
            name = measure(laws, "extra", extra.kind).name
            raise MeasureNotProvided.about(measure=name)
    known = {one.kind for act in order.acts for one in remedies(act)}
    for remedy in order.remedies:
        if not unknown and not order.without_fine and remedy.kind not in known:
            name = measure(laws, "remedy", remedy.kind).name
            raise MeasureNotProvided.about(measure=name)
    _alternatives(order, laws)
    return [*_not_read(unknown), *_gives_way(order)]


def _not_read(unknown: list[Behaviour]) -> Iterator[Remark]:
    for row in unknown:
        yield remark(
            "measures_not_read",
            f"{row.code}: nghị định chưa được đọc, hình thức phạt bổ sung và biện pháp khắc phục phải tự đối chiếu.",
            f"{row.code}: its decree was not read; compare additional penalties and remedies yourself.",
            row.legal_basis,
        )


def _alternatives(order: SanctionOrder, laws: Laws) -> None:
    """Raise AlternativesTogether if two measures stand in one "or" and nothing else provides both."""
    extras = {str(one.kind) for one in order.extra_penalties}
    ordered = {str(one.kind) for one in order.remedies}
    of_extras = [group for act in order.acts for group in penalty_groups(act)]
    of_remedies = [group for act in order.acts for group in remedy_groups(act)]
    _one_of(of_extras, extras, "extra", laws)
    _one_of(of_remedies, ordered, "remedy", laws)


def _one_of(groups: list[list[str]], ordered: set[str], side: str, laws: Laws) -> None:
    for at, group in enumerate(groups):
        both = sorted(ordered & set(group))
        elsewhere = {kind for other, one in enumerate(groups) if other != at for kind in one}
        if len(both) > 1 and not elsewhere & set(both):
            names = [
                measure(laws, "extra" if side == "extra" else "remedy", kind).name
                for kind in both[:2]
            ]
            raise AlternativesTogether.about(one=names[0], other=names[1])


def _gives_way(order: SanctionOrder) -> Iterator[Remark]:
    """Yield a remark where the same goods would be confiscated and, say, destroyed."""
    ordered = {str(one.kind) for one in order.remedies}
    for extra in order.extra_penalties:
        if extra.kind is not ExtraKind.CONFISCATION:
            continue
        found = providers(order, extra)
        if found and all(set(map(str, one.penalty.unless)) & ordered for one in found):
            yield remark(
                "confiscation_gives_way",
                "Tang vật bị buộc tiêu hủy, loại bỏ yếu tố vi phạm hoặc tái xuất thì không tịch thu: chỉ tịch thu "
                "phần "
                "còn lại.",
                "Goods that are to be destroyed, stripped or re-exported are not confiscated: only the rest is.",
                order.acts[found[0].at].behaviour.legal_basis,
            )
