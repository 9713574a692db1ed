"""What a decision would order, and which entry states a title's powers for it. Pure."""

from dataclasses import dataclass
from datetime import date

from backend.law.rules.laws import Competence, Laws, NoRuleOnDay, ceiling
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import ViolationField
from schemas.law.sanctions import Computation, ExtraKind, SanctionOrder


@dataclass(frozen=True)
class Deed:
    """One violation: its field, and the end of its band after multipliers, subject and ceiling.

    `warning`: there is no fine, but a warning, or measures alone (Law Art 65.2).
    """

    code: str
    field: ViolationField
    most_vnd: int
    warning: bool = False


@dataclass(frozen=True)
class Extra:
    """An additional penalty. `value_vnd` of the goods of a confiscation; None if not known.

    `acts` are the places of the violations that it answers; empty for all.
    """

    kind: str
    value_vnd: int | None = None
    acts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Sought:
    """What somebody wants to decide, as far as competence depends on it."""

    subject: SubjectKind
    deeds: tuple[Deed, ...]
    extras: tuple[Extra, ...] = ()
    remedies: tuple[str, ...] = ()
    goods_banned: bool = False
    """The goods to be confiscated are banned, whatever the field of the violation."""

    @classmethod
    def of(cls, computation: Computation) -> "Sought":
        """Return what a computed order decides."""
        order = computation.order
        return cls(
            subject=order.subject,
            deeds=tuple(
                Deed(act.code, act.field, act.effective_max_vnd, act.warning or order.without_fine)
                for act in computation.acts
            ),
            extras=_extras(order),
            remedies=tuple(str(one.kind) for one in order.remedies),
        )

    def answered_by(self, extra: Extra) -> tuple[Deed, ...]:
        """Return the violations that an additional penalty answers."""
        named = tuple(deed for at, deed in enumerate(self.deeds) if at in extra.acts)
        return named or self.deeds

    @property
    def banned(self) -> bool:
        """Whether banned goods would be confiscated, as far as is known."""
        fields = {deed.field for deed in self.deeds}
        return self.goods_banned or ViolationField.BANNED in fields


def _extras(order: SanctionOrder) -> tuple[Extra, ...]:
    """Return the additional penalties of an order, several confiscations as one.

    A title's limit is on the value of the exhibits and means together (Decree 189/2025 Art 12). It
    is not known if that of one of them is not.
    """
    taken = [one for one in order.extra_penalties if one.kind is ExtraKind.CONFISCATION]
    together = order.book is not None and len(taken) > 1
    found = [
        Extra(str(one.kind), one.value_vnd, tuple(one.acts))
        for one in order.extra_penalties
        if not (together and one.kind is ExtraKind.CONFISCATION)
    ]
    if together:
        values = [one.value_vnd for one in taken]
        whole = None if None in values else sum(one or 0 for one in values)
        found.append(Extra(str(ExtraKind.CONFISCATION), whole))
    return tuple(found)


def in_force_for(laws: Laws, title: str, day: date) -> list[Competence]:
    """Return all entries on a title's powers that are in force on a day."""
    return [
        one
        for one in laws.competence
        if one.title == title
        and one.valid_from <= day
        and (one.valid_to is None or day < one.valid_to)
    ]


def of_field(laws: Laws, title: str, field: ViolationField, day: date) -> Competence:
    """Return the entry on a title's powers in a field: a decree's own goes before the general one.

    A share stated by Decree 189/2025 replaces older amounts until the decree of the field is itself
    amended (its Art 21.1). Raises NoRuleOnDay if the data has no entry.
    """
    found = in_force_for(laws, title, day)
    own = [one for one in found if one.fields is not None and field in one.fields]
    for one in own or [one for one in found if one.fields is None]:
        return one
    raise NoRuleOnDay(day=day.isoformat(), what=f"competence {title} {field}")


def other_readings(
    laws: Laws, rule: Competence, field: ViolationField, day: date
) -> list[Competence]:
    """Return the entries that would apply if the one that was taken did not."""
    return [
        one
        for one in in_force_for(laws, rule.title, day)
        if one is not rule and (one.fields is None or field in one.fields)
    ]


def powers_on(laws: Laws, title: str, day: date) -> Competence:
    """Return the first entry on a title's powers on a day. Raises NoRuleOnDay."""
    for one in in_force_for(laws, title, day):
        return one
    raise NoRuleOnDay(day=day.isoformat(), what=f"competence {title}")


def limit_vnd(rule: Competence, field: ViolationField, day: date, laws: Laws) -> int:
    """Return the greatest fine that a title may impose on an individual in a field."""
    if rule.vnd is not None:
        return rule.vnd
    return ceiling(laws, field, day).individual_vnd * (rule.percent or 0) // 100
